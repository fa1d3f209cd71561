"""Closed periods: what each newest recap would be closed with, and the closings themselves."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from iku.consolidation.candidate import period_order
from iku.consolidation.closing import freeze
from iku.consolidation.closing_record import closing_text, parse_closing
from iku.periods import in_words
from workflow.history.decisions import Decision, add_decisions, decisions, decisions_in
from workflow.history.opening import reading, writing
from workflow.refusal import RefusedError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
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


def refuse_closed_since(database: sqlite3.Connection, report: RegencyReport) -> None:
    """Refuse to record a report that does not know of a closing, made while it was worked out.

    RefusedError tells to run again; inside the caller's transaction nobody can close meanwhile.
    """
    definition = report.definition
    known = {(one.period, one.when) for one in report.decisions.closed}
    for one in decisions_in(database, definition.kode, int(definition.tahun)):
        if one.kind == KIND and (one.period, one.made_at) not in known:
            message = (
                f"{in_words(one.period, one.tahun)} ditutup oleh proses lain selagi rekap ini "
                "dibuat; jalankan lagi, supaya yang ditutup ikut diperhitungkan"
            )
            raise RefusedError(message)


def record_closing(
    history: Path, closing: Closing, found: Ready, finish: Callable[[], object]
) -> None:
    """Write a closing down, for good, and ``finish`` its minutes before it counts: both or neither.

    RefusedError where another process closed the period, or made another recap of it, since
    ``found`` was looked up.
    """
    with writing(history) as database:
        _refuse_overtaken(database, found)
        add_decisions(database, [_decision(closing)])
        finish()


def _refuse_overtaken(database: sqlite3.Connection, found: Ready) -> None:
    same = database.execute(
        "SELECT 1 FROM ready WHERE templat = ? AND tahun = ? AND period = ? AND content = ?",
        (found.templat, found.tahun, found.period, found.content),
    ).fetchone()
    made = decisions_in(database, found.templat, found.tahun)
    order = period_order(found.period)
    closed = any(one.kind == KIND and period_order(one.period) >= order for one in made)
    if closed or same is None:
        message = (
            f"{in_words(found.period, found.tahun)} baru saja ditutup, atau direkap lagi, oleh "
            "proses lain; periksa rekap terakhirnya, lalu jalankan lagi"
        )
        raise RefusedError(message)


def _decision(closing: Closing) -> Decision:
    return Decision(
        KIND,
        closing.template,
        closing.tahun,
        closing.period,
        "",
        closing_text(closing),
        closing.by,
        closing.when,
    )
