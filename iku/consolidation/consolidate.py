"""Consolidate: from the files of a regency to its report; the same whatever their order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from iku.consolidation.admission import refusal
from iku.consolidation.aggregation import Aggregation
from iku.consolidation.candidate import Candidate, Fate, Status, period_order, plainest
from iku.consolidation.deadlines import dated
from iku.consolidation.deciding import (
    NO_TABLES,
    RegencyTables,
    Seating,
    Tables,
    decisions_of,
    read_tables,
)
from iku.consolidation.differences import all_changes
from iku.consolidation.expected import seated_units
from iku.consolidation.notes import all_notes
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.resubmission import duplicate, one_per_unit
from iku.consolidation.waivers import Waivers, resolved
from iku.definition.model import Definition, Unit
from iku.finding import Fact, Finding
from iku.messages import Language, explain
from iku.periods import in_words


def consolidate(
    definition: Definition,
    submissions: Sequence[Candidate],
    *,
    period: str | None = None,
    language: Language = "id",
    tables: RegencyTables = NO_TABLES,
) -> RegencyReport:
    """Return the regency's report on all files offered, every one of which meets a fate.

    ``period`` is the one to report; left out, it is the latest that an accepted file speaks for.
    ``tables`` are what the regency brings beside them. ValueError for a period that the definition
    does not have.
    """
    if period is not None and period not in definition.periods:
        message = f"periode {period} tidak ada; pilihannya {', '.join(definition.periods)}"
        raise ValueError(message)
    read = read_tables(definition, tables)
    judged = _judged(definition, submissions, period, read)
    seating = Seating(definition, judged.period, read)
    seats = seating.seats(judged.seated, _accepted(judged.fates))
    report = RegencyReport(
        definition,
        judged.period,
        tuple(replace(one, reason=_explained(one.reason, language)) for one in judged.fates),
        Aggregation(definition, [one.standing for one in seats]),
        decisions=decisions_of(read, seats),
    )
    report = replace(report, changes=tuple(all_changes(report, seating, seats, tables.previous)))
    notes = [
        *all_notes(report, tables.previous),
        *read.findings,
        *judged.waivers.findings(judged.fates),
    ]
    return replace(report, findings=tuple(_explained(one, language) for one in notes))


class _Judged(NamedTuple):
    """What became of the files, for which period, and whose figures have a place."""

    period: str
    seated: tuple[Unit, ...]
    fates: list[Fate]
    waivers: Waivers


def _judged(
    definition: Definition, submissions: Sequence[Candidate], period: str | None, read: Tables
) -> _Judged:
    submissions = dated(submissions, read.waivers, read.today)
    meant = resolved(read.waivers, submissions)
    waivers = Waivers(meant, period or _latest_of(definition, submissions), read.today)
    fates = _fates(definition, submissions, period, waivers)
    period = period or _latest_of(definition, _accepted(fates).values())
    seated = seated_units(definition, period) or _units_of(definition, fates)
    fates = [_in_time(fate, seated, definition, period) for fate in fates]
    return _Judged(period, seated, fates, waivers)


def _explained(finding: Finding, language: Language) -> Finding:
    return finding if finding.message else explain(finding, language)


def _fates(
    definition: Definition,
    submissions: Sequence[Candidate],
    period: str | None,
    waivers: Waivers,
) -> list[Fate]:
    """Return the fate of every file, sorted by path: copies first, then each alone, then by unit."""
    fates: list[Fate] = []
    seen: dict[str, Candidate] = {}
    by_unit: dict[str, list[Candidate]] = {}
    for one in sorted(submissions, key=plainest):
        # What could not be read is told as what it is, even where two such files are alike.
        first = seen.setdefault(one.sha256, one) if one.returned is not None else one
        refused = refusal(one, definition) if first is one else None
        excluded = waivers.exclusion(one)
        if excluded is not None:
            fates.append(excluded)
        elif first is not one:
            fates.append(duplicate(one, first))
        elif refused is not None:
            fates.append(Fate(one, *refused))
        elif one.unit is not None:
            by_unit.setdefault(one.unit.kode, []).append(one)
    for candidates in by_unit.values():
        fates += one_per_unit(candidates, period, waivers)
    return sorted(fates, key=lambda one: (one.candidate.path, one.candidate.sha256))


def _latest_of(definition: Definition, candidates: Iterable[Candidate]) -> str:
    periods = [one.periode_lapor for one in candidates if one.periode_lapor in definition.periods]
    return max(periods, key=period_order, default=definition.periods[-1])


def _units_of(definition: Definition, fates: Sequence[Fate]) -> tuple[Unit, ...]:
    """Return the units that sent a file, where the definition names none."""
    if definition.unit:
        return ()
    units = [one.candidate.unit for one in fates if one.status is Status.ACCEPTED]
    return tuple(sorted((one for one in units if one is not None), key=lambda one: one.kode))


def _in_time(fate: Fate, seated: Sequence[Unit], definition: Definition, period: str) -> Fate:
    """Set aside a file of a unit that existed in no period of the year up to the reported one."""
    unit = fate.candidate.unit
    if fate.status is not Status.ACCEPTED or unit is None:
        return fate
    if any(unit.kode == one.kode for one in seated):
        return fate
    facts: dict[str, Fact] = {"unit": unit.nama, "periode": in_words(period, definition.tahun)}
    note = Finding("KON-017", facts, path=fate.candidate.path)
    return Fate(fate.candidate, Status.IGNORED, note)


def _accepted(fates: Sequence[Fate]) -> dict[str, Candidate]:
    """Return the files that count, by unit."""
    return {
        unit.kode: one.candidate
        for one in fates
        if one.status is Status.ACCEPTED and (unit := one.candidate.unit) is not None
    }
