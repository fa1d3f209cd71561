"""What people decided about a period: written down, never changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workflow.history.opening import reading, writing

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from pathlib import Path

VERIFIED = "verifikasi"
"""The kind that keeps what a verifier said of a figure; its content names unit and figure."""
WAIVED = "ketetapan"
"""The kind that keeps a row of the waiver table; its content names unit, ruling, file and place."""


class Decision(NamedTuple):
    """One decision, in the order of its columns.

    ``kind`` says what was decided (``tutup``, ``terima`` …), ``subject`` about what, such as a
    unit's code or a value's name; ``content`` is JSON, ``made_at`` ISO 8601.
    """

    kind: str
    templat: str
    tahun: int
    period: str
    subject: str
    content: str
    made_by: str
    made_at: str


def record_decisions(history: Path, made: Iterable[Decision]) -> None:
    """Write down decisions, all of them or none."""
    with writing(history) as database:
        add_decisions(database, made)


def add_decisions(database: sqlite3.Connection, made: Iterable[Decision]) -> None:
    """Write down decisions inside the caller's transaction."""
    database.executemany(
        "INSERT INTO decisions (kind, templat, tahun, period, subject, content, made_by,"
        " made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        made,
    )


def decisions(history: Path, templat: str, tahun: int) -> tuple[Decision, ...]:
    """Return every decision about a definition's year, oldest first."""
    with reading(history) as database:
        return decisions_in(database, templat, tahun)


def decisions_in(database: sqlite3.Connection, templat: str, tahun: int) -> tuple[Decision, ...]:
    """Return the same from a history that is open."""
    rows = database.execute(
        "SELECT kind, templat, tahun, period, subject, content, made_by, made_at"
        " FROM decisions WHERE templat = ? AND tahun = ? ORDER BY id",
        (templat, tahun),
    )
    return tuple(Decision(*row) for row in rows)
