"""Programmes and their money as an agreement lists them: Program, Anggaran, Keterangan."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.definition.budget import budget_groups, named, pagu_of
from iku.definition.model import Definition, Unit
from iku.definition.program import Program
from iku.documents.blocks import Block, Cell, Column, Table, cell
from iku.documents.said import rupiah

_NOT_SAID = "." * 15
_COLUMNS = (
    Column("No.", 6, "tengah"),
    Column("Program", 52),
    Column("Anggaran (Rp)", 24, "kanan"),
    Column("Keterangan", 18),
)


def programs_table(definition: Definition, unit: Unit) -> tuple[Block, ...]:
    """Return a unit's programmes with their money; nothing where the definition names none."""
    groups = budget_groups(definition, unit)
    programs = [one for group in groups for one in group.programs]
    if not programs:
        return ()
    rows = (*(_row(n, unit, one) for n, one in enumerate(programs, 1)), _total(unit, programs))
    return (Table(_COLUMNS, rows),)


def _row(n: int, unit: Unit, program: Program) -> tuple[Cell, ...]:
    texts = (str(n), named(program), _said(pagu_of(unit, program)), program.keterangan)
    return tuple(cell(text) for text in texts)


def _total(unit: Unit, programs: list[Program]) -> tuple[Cell, ...]:
    """Return the sum, dotted where the money of some programme is not known yet."""
    each = [pagu_of(unit, one) for one in programs]
    known = list(_known(each))
    total = sum(known, Decimal(0)) if len(known) == len(each) else None
    words = cell("Jumlah", across=2, align="kiri", shaded=True)
    return (words, cell(_said(total), shaded=True), cell("", shaded=True))


def _known(each: list[Decimal | None]) -> Iterator[Decimal]:
    return (one for one in each if one is not None)


def _said(pagu: Decimal | None) -> str:
    return _NOT_SAID if pagu is None else rupiah(Fraction(pagu))
