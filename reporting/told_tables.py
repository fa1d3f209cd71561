"""Tidy tables in another language: their heads, and the columns that hold words of ours."""

from collections.abc import Iterator
from functools import partial

from iku.consolidation.regency_report import RegencyReport
from iku.languages import SOURCE, Language, translated
from iku.languages.wording import Wording
from iku.languages.wordings import recap_wording
from reporting.tidy import Cell, Table, tidy_tables

OURS = frozenset({"uraian", "status", "tingkat", "dipakai"})
"""The columns that hold words of ours; in all others stands what was received or defined."""
_SECTION = "tabel"


def tables_in(language: Language, report: RegencyReport) -> Iterator[Table]:
    """Yield all tables of a consolidation, told in a language; their names stay."""
    tables = tidy_tables(report)
    if language == SOURCE:
        yield from tables
        return
    wording = recap_wording(language, report.definition)
    for table in tables:
        told = [head in OURS for head in table.heads]
        heads = tuple(translated(head, language, _SECTION) for head in table.heads)
        yield Table(table.name, heads, map(partial(_row, told, wording), table.rows))


def _row(told: list[bool], wording: Wording, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(
        wording.of(cell) if ours and isinstance(cell, str) else cell
        for ours, cell in zip(told, row, strict=True)
    )
