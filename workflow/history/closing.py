"""Closed periods: what each newest recap would be closed with, and the closings themselves."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from iku.consolidation.closing import freeze
from iku.consolidation.closing_record import closing_text, parse_closing
from workflow.history.decisions import Decision, decisions, record_decisions
from workflow.history.opening import reading

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from iku.consolidation.decisions import Closing
    from iku.consolidation.regency_report import RegencyReport

KIND = "tutup"
MOST_UNITS = 1_000  # more kecamatan than a province has


class Ready(NamedTuple):
    """A recap that could be closed: of which definition and year, and whether complete."""

    templat: str
    tahun: int
    period: str
    complete: bool
    content: bytes

    @property
    def closing(self) -> Closing:
        """What would be closed, not yet signed by anybody; ValueError if it is none we can read."""
        return parse_closing(zlib.decompress(self.content).decode())


def keep_ready(database: sqlite3.Connection, report: RegencyReport) -> None:
    """Write down what a report's period would be closed with, inside the caller's transaction.

    A report on more units than a regency has is nobody's to close.
    """
    if len(report.standings) > MOST_UNITS:
        return
    closing = freeze(report)
    content = zlib.compress(closing_text(closing).encode(), 1)
    row = closing.template, closing.tahun, closing.period, int(report.complete), content
    database.execute("INSERT OR REPLACE INTO ready VALUES (?, ?, ?, ?, ?)", row)


def ready(history: Path, period: str) -> tuple[Ready, ...]:
    """Return the newest recap of a period for each definition and year."""
    with reading(history) as database:
        rows = database.execute(
            "SELECT templat, tahun, period, complete, content FROM ready"
            " WHERE period = ? ORDER BY templat, tahun",
            (period,),
        )
        return tuple(Ready(*row)._replace(complete=bool(row[3])) for row in rows)


def closings(history: Path, templat: str, tahun: int) -> tuple[Closing, ...]:
    """Return every closed period of a definition's year."""
    return tuple(
        parse_closing(one.content) for one in decisions(history, templat, tahun) if one.kind == KIND
    )


def record_closing(history: Path, closing: Closing) -> None:
    """Write a closing down, for good."""
    made = Decision(
        KIND,
        closing.template,
        closing.tahun,
        closing.period,
        "",
        closing_text(closing),
        closing.by,
        closing.when,
    )
    record_decisions(history, [made])
