"""A realisasi beside what it is compared with, and by how much it differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.figure import Figure, in_indonesian
from iku.definition.model import NilaiTarget
from iku.documents.blocks import Column, Table, cell
from iku.documents.said import NONE
from iku.sheets.wording import said

_COLUMNS = (
    Column("Dibandingkan dengan", 50),
    Column("Nilainya", 25, "tengah"),
    Column("Selisih realisasi", 25, "tengah"),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a realisasi is compared with: in words, as written, and as a number where it has one."""

    words: str
    written: str
    number: Fraction | None


def of_target(words: str, value: NilaiTarget) -> Compared:
    """Return an earlier value or a target as something to compare with."""
    number = None if value.nilai is None else Fraction(value.nilai)
    return Compared(words, said(value) or NONE, number)


def comparison_table(
    realisasi: Figure, compared: Sequence[Compared], decimals: int
) -> Table | None:
    """Return the table of comparisons; None where there is nothing to compare with."""
    rows = tuple(
        (cell(one.words), cell(one.written), cell(_difference(realisasi, one, decimals)))
        for one in compared
    )
    return Table(_COLUMNS, rows) if rows else None


def _difference(realisasi: Figure, one: Compared, decimals: int) -> str:
    if one.number is None or not realisasi.counted:
        return NONE
    difference = realisasi.number - one.number
    sign = "+" if difference > 0 else ""
    return f"{sign}{in_indonesian(difference, decimals)}"
