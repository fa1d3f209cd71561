"""An entry: one open cell, what belongs in it, and the cut-proof way to refer to it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from iku.address import CellRef, column_letters, quoted
from iku.blueprint import Constant

Kind = Literal["number", "choice", "text"]
_DATED = frozenset({"tanggal", "tenggat", "perkiraan"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell that staff fill in.

    ``span`` is the first and last row of a stretch of the column that begins and ends in a locked
    cell: formulas reach the entry by its position in that stretch, so that cutting and pasting
    open cells changes no formula.
    """

    name: str
    ref: CellRef
    span: tuple[int, int]
    kind: Kind
    label: str
    prompt: str = ""
    choices: tuple[str, ...] = ()
    strict: bool = True  # whether a choice must be one of the list
    wajib: bool = False
    bulat: bool = False
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    default: Constant = None
    desimal: int = 2
    indikator: str = ""
    field: str = ""
    periode: str = ""

    @property
    def is_date(self) -> bool:
        """Whether a date is written here, in words: ``5 Januari 2018``."""
        return self.kind == "text" and self.field in _DATED

    @property
    def formula(self) -> str:
        """The formula part that reads this entry."""
        column = column_letters(self.ref.column)
        first, last = self.span
        sheet = quoted(self.ref.sheet)
        return f"INDEX({sheet}!${column}${first}:${column}${last},{self.ref.row - first + 1})"
