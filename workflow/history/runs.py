"""Runs: every consolidation with its files, and what was accepted then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workflow.history.opening import reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_COLUMNS = "id, digest, templat, versi, tahun, period, made_at, status, report, told, outputs"


class Run(NamedTuple):
    """One consolidation, in the order of its columns.

    ``digest`` tells its whole input, ``report`` is its public JSON, ``told`` what was printed,
    ``status`` the exit status, ``outputs`` JSON of every file written and its SHA-256.
    """

    id: int
    digest: str
    templat: str
    versi: str
    tahun: int
    period: str
    made_at: str
    status: int
    report: str
    told: str
    outputs: str


class RunFile(NamedTuple):
    """One file of a run and what became of it; ``received`` is an ISO date or empty."""

    path: str
    sha256: str
    unit: str
    fate: str
    code: str
    reason: str
    received: str


class RunValue(NamedTuple):
    """One value of an accepted file: ``kind`` is angka, teks, ya_tidak or galat."""

    unit: str
    period: str
    name: str
    kind: str
    value: float | str
    path: str
    sha256: str


def latest_runs(history: Path, templat: str, tahun: int, *, before: str = "") -> dict[str, Run]:
    """Return the newest run of each period of a definition's year.

    ``before`` is the digest of an input: a run of that very input is passed over, so that a run
    repeated compares with the same predecessor as the first time.
    """
    with reading(history) as database:
        rows = database.execute(
            f"SELECT {_COLUMNS} FROM runs WHERE templat = ? AND tahun = ? AND digest <> ?"  # noqa: S608  our own constant
            " ORDER BY id",
            (templat, tahun, before),
        )
        return {run.period: run for run in map(_run, rows)}


def files_of(history: Path, run: int) -> tuple[RunFile, ...]:
    """Return the files of a run, by path."""
    with reading(history) as database:
        rows = database.execute(
            "SELECT path, sha256, unit, fate, code, reason, received FROM files"
            " WHERE run = ? ORDER BY path, sha256",
            (run,),
        )
        return tuple(RunFile(*row) for row in rows)


def values_of(history: Path, run: int) -> Iterator[RunValue]:
    """Yield every value that a run accepted, by unit and name."""
    with reading(history) as database:
        yield from (
            RunValue(*row)
            for row in database.execute(
                "SELECT e.unit, e.period, e.name, e.kind, e.value, f.path, f.sha256"
                " FROM files f JOIN entries e USING (sha256)"
                " WHERE f.run = ? AND f.fate = 'accepted' ORDER BY e.unit, e.name",
                (run,),
            )
        )


def accepted_of(
    history: Path, templat: str, tahun: int, *, before: str = ""
) -> Iterator[tuple[str, RunFile]]:
    """Yield every accepted file of a definition's year with the period of its run, oldest run first.

    ``before`` as for `latest_runs`.
    """
    with reading(history) as database:
        rows = database.execute(
            "SELECT r.period, f.path, f.sha256, f.unit, f.fate, f.code, f.reason, f.received"
            " FROM runs r JOIN files f ON f.run = r.id"
            " WHERE r.templat = ? AND r.tahun = ? AND r.digest <> ? AND f.fate = 'accepted'"
            " ORDER BY r.id, f.path",
            (templat, tahun, before),
        )
        yield from ((period, RunFile(*row)) for period, *row in rows)


def same_run(database: sqlite3.Connection, digest: str) -> Run | None:
    """Return the run of the same input, if none of that period came after it."""
    row = database.execute(
        f"SELECT {_COLUMNS} FROM runs a WHERE digest = ? AND NOT EXISTS ("  # noqa: S608  our own constant
        "SELECT 1 FROM runs b WHERE b.templat = a.templat AND b.tahun = a.tahun"
        " AND b.period = a.period AND b.id > a.id) ORDER BY id DESC LIMIT 1",
        (digest,),
    ).fetchone()
    return None if row is None else _run(row)


def _run(row: tuple[object, ...]) -> Run:
    return Run._make(row)
