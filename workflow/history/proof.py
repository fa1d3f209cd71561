"""What the history can prove: for each unit, what happened to its report and when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from workflow.history.closing import closings
from workflow.history.decisions import VERIFIED, WAIVED, decisions
from workflow.history.opening import reading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Event(NamedTuple):
    """Something that happened to a unit's report: ``kind`` is one of the words below.

    ``when`` is ISO 8601, empty where nobody wrote it down; ``facts`` are what the sentence names.
    """

    unit: str
    when: str
    kind: str
    facts: dict[str, object]


class Year(NamedTuple):
    """A definition's year that the history knows."""

    templat: str
    tahun: int


def years(history: Path) -> tuple[Year, ...]:
    """Return the definitions and years with a run, oldest first."""
    with reading(history) as database:
        rows = database.execute(
            "SELECT DISTINCT templat, tahun FROM runs WHERE templat <> '' ORDER BY tahun, templat"
        )
        return tuple(Year(*row) for row in rows)


def unit_names(history: Path, year: Year) -> dict[str, str]:
    """Return the names of units by code, as the newest runs say them."""
    names: dict[str, str] = {}
    with reading(history) as database:
        rows = database.execute(
            "SELECT report FROM runs WHERE templat = ? AND tahun = ? ORDER BY id", year
        )
        for (report,) in rows:
            tree = json.loads(report)
            units = [file["unit"] for file in tree["files"] if file["unit"]] + tree["missing"]
            names.update((one["kode"], one["nama"]) for one in units)
    return names


def events(history: Path, year: Year) -> list[Event]:
    """Return everything that happened in a year, by unit and then by time."""
    found = [
        *_issued(history, year),
        *_received(history, year),
        *_checked(history, year),
        *_verified(history, year),
        *_waived(history, year),
        *_closed(history, year),
    ]
    return sorted(found, key=lambda event: (event.unit, event.when or "0"))


def _issued(history: Path, year: Year) -> Iterator[Event]:
    with reading(history) as database:
        rows = database.execute(
            "SELECT unit, issued_at, versi, sidik FROM terbitan WHERE templat = ?", (year.templat,)
        )
        for unit, when, versi, sidik in rows:
            yield Event(unit, when, "diterbitkan", {"versi": versi, "sidik": sidik})


def _received(history: Path, year: Year) -> Iterator[Event]:
    """Yield when each file came in: the day last written down for it, or else when it was read.

    The first run is the one with the lowest number: clocks go back, numbers do not.
    """
    query = (
        "SELECT files.unit, files.path, files.sha256, runs.made_at, MIN(runs.id),"
        " (SELECT one.received FROM files AS one JOIN runs AS run ON run.id = one.run"
        "  WHERE run.templat = runs.templat AND run.tahun = runs.tahun AND one.unit = files.unit"
        "  AND one.sha256 = files.sha256 AND one.received <> '' ORDER BY run.id DESC LIMIT 1)"
        " FROM files JOIN runs ON runs.id = files.run"
        " WHERE runs.templat = ? AND runs.tahun = ? AND files.unit <> ''"
        " GROUP BY files.unit, files.sha256"
    )
    with reading(history) as database:
        for unit, path, sha256, made_at, _, day in database.execute(query, year):
            yield Event(unit, day or made_at, "diterima", {"berkas": path, "sha256": sha256})


def _checked(history: Path, year: Year) -> Iterator[Event]:
    """Yield what checking each file found when it first had its fate."""
    query = (
        "SELECT files.unit, files.path, files.sha256, files.fate, runs.period,"
        " runs.made_at, MIN(runs.id) FROM files JOIN runs ON runs.id = files.run"
        " WHERE runs.templat = ? AND runs.tahun = ? AND files.unit <> ''"
        " GROUP BY files.unit, files.sha256, files.fate"
    )
    with reading(history) as database:
        for unit, path, sha256, fate, period, made_at, run in database.execute(query, year):
            counts = dict(
                database.execute(
                    "SELECT severity, COUNT(*) FROM findings WHERE run = ? AND path = ?"
                    " GROUP BY severity",
                    (run, path),
                )
            )
            yield Event(
                unit,
                made_at,
                "diperiksa",
                {
                    "berkas": path,
                    "sha256": sha256,
                    "periode": period,
                    "nasib": fate,
                    "wajib": counts.get("error", 0),
                    "konfirmasi": counts.get("warning", 0),
                },
            )


def _verified(history: Path, year: Year) -> Iterator[Event]:
    for one in decisions(history, year.templat, year.tahun):
        if one.kind == VERIFIED:
            facts: dict[str, object] = json.loads(one.content)
            facts |= {"oleh": one.made_by, "periode": one.period}
            yield Event(str(facts["unit"]), one.made_at, "diverifikasi", facts)


def _waived(history: Path, year: Year) -> Iterator[Event]:
    """Yield each waiver when the first run with it was made: its table knows no day of its own."""
    for one in decisions(history, year.templat, year.tahun):
        if one.kind == WAIVED:
            facts: dict[str, object] = json.loads(one.content)
            yield Event(
                str(facts["unit"]), one.made_at, "ditetapkan", facts | {"periode": one.period}
            )


def _closed(history: Path, year: Year) -> Iterator[Event]:
    for closing in closings(history, year.templat, year.tahun):
        for unit in closing.units:
            facts: dict[str, object] = {
                "periode": closing.period,
                "oleh": closing.by,
                "sha256": unit.sha256,
            }
            yield Event(unit.kode, closing.when, "ditutup", facts)
