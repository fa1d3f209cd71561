"""A consolidation written into the history, in one transaction: all of it or nothing."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from iku.calculation.figure import Figure
from iku.cells import ErrorValue, Value
from iku.consolidation.candidate import Candidate
from iku.consolidation.entry_words import entry_words
from iku.consolidation.regency_report import RegencyReport
from iku.periods import PERIODS
from workflow.history.decisions import VERIFIED
from workflow.history.runs import same_run
from workflow.history.waiving import keep_waivers

_INSERT = (
    "INSERT INTO runs (digest, templat, versi, tahun, period, made_at, status, report, told,"
    " outputs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

_DECIDE = (
    "INSERT INTO decisions (kind, templat, tahun, period, subject, content, made_by, made_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Told:
    """What a run said besides its report: exit status, printed lines, files written by SHA-256."""

    status: int
    lines: tuple[str, ...]
    outputs: dict[str, str]


def record_run(
    database: sqlite3.Connection,
    digest: str,
    report: RegencyReport,
    received: Iterable[Candidate],
    told: Told,
) -> int:
    """Write a run down and return its number; the same input again is the same run.

    ``received`` are the files as they came: what the regency adds itself is not theirs.
    """
    outputs = json.dumps(told.outputs, sort_keys=True)
    known = same_run(database, digest)
    if known is not None:
        database.execute("UPDATE runs SET outputs = ? WHERE id = ?", (outputs, known.id))
        return known.id
    run = _run(database, digest, report, told, outputs)
    database.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _files(run, report))
    accepted = {one.sha256 for one in report.accepted}
    # In the order of the table, or every file would go to another place of it.
    own = sorted((one for one in received if one.sha256 in accepted), key=lambda one: one.sha256)
    database.executemany(
        "INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        (row for one in own for row in _entries(one)),
    )
    database.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _findings(run, report)
    )
    database.executemany(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _figures(run, report)
    )
    _keep_verifications(database, report)
    keep_waivers(database, report, run, _now())
    return run


def _keep_verifications(database: sqlite3.Connection, report: RegencyReport) -> None:
    """Write down what was verified, each finding of a verifier once however many runs repeat it."""
    known = set(
        database.execute(
            "SELECT period, subject, content FROM decisions"
            " WHERE kind = ? AND templat = ? AND tahun = ?",
            (VERIFIED, report.definition.kode, report.definition.tahun),
        )
    )
    for one in report.decisions.verification:
        facts = {
            "unit": one.unit,
            "nama": entry_words(report.definition, one.name),
            "putusan": one.verdict.value,
            "catatan": one.note,
        }
        content = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        row = (one.periode, f"{one.unit} {one.name}", content)
        if row not in known:
            known.add(row)
            about = VERIFIED, report.definition.kode, report.definition.tahun
            database.execute(_DECIDE, (*about, *row, one.by, one.when))


def record_whole(database: sqlite3.Connection, digest: str, report: str, told: Told) -> None:
    """Write down a run over several regencies as one; each of them has a run of its own besides."""
    outputs = json.dumps(told.outputs, sort_keys=True)
    known = same_run(database, digest)
    if known is not None:
        database.execute("UPDATE runs SET outputs = ? WHERE id = ?", (outputs, known.id))
        return
    lines = "\n".join(told.lines)
    database.execute(_INSERT, (digest, "", "", 0, "", _now(), told.status, report, lines, outputs))


def _run(
    database: sqlite3.Connection, digest: str, report: RegencyReport, told: Told, outputs: str
) -> int:
    definition = report.definition
    row = (
        digest,
        definition.kode,
        definition.versi,
        definition.tahun,
        report.period,
        _now(),
        told.status,
        json.dumps(report.as_json(), ensure_ascii=False),
        "\n".join(told.lines),
        outputs,
    )
    cursor = database.execute(_INSERT, row)
    return int(cursor.lastrowid or 0)


def _files(run: int, report: RegencyReport) -> Iterator[tuple[object, ...]]:
    for fate in report.fates:
        one, unit = fate.candidate, fate.candidate.unit
        yield (
            run,
            one.path,
            one.sha256,
            "" if unit is None else unit.kode,
            str(fate.status),
            fate.reason.code,
            fate.reason.message,
            one.received,
        )


def _entries(candidate: Candidate) -> Iterator[tuple[object, ...]]:
    unit, returned = candidate.unit, candidate.returned
    if unit is None or returned is None:
        return
    sha256, kode = candidate.sha256, unit.kode
    for name, value in returned.report.entries.items():
        yield (sha256, name, kode, _period_of(name), *_stored(value))


@lru_cache(maxsize=16_384)
def _period_of(name: str) -> str:
    """Return the period that an entry is about, empty for none."""
    period = name.rpartition(".")[2]
    return period if period in PERIODS else ""


def _stored(value: Value) -> tuple[str, float | str]:
    """Return the kind of a value, and the value as SQLite holds it."""
    match value:
        case bool():
            return "ya_tidak", float(value)
        case float():
            return "angka", value
        case ErrorValue():
            return "galat", value.code
        case _:
            return "teks", str(value)


def _findings(run: int, report: RegencyReport) -> Iterator[tuple[object, ...]]:
    for one in report.findings:
        cells = " ".join(one.cells)
        severity = str(one.severity or "")
        yield run, one.path, one.code, severity, one.sheet, cells, one.indicator, one.message


def _figures(run: int, report: RegencyReport) -> Iterator[tuple[object, ...]]:
    for one in report.figures():
        numbers = _exact(one.realisasi), _exact(one.capaian)
        state = one.realisasi.state.value
        yield run, one.periode, one.indikator.kode, *numbers, one.n, one.of, state


def _exact(figure: Figure) -> str | None:
    return None if figure.value is None else str(figure.value)
