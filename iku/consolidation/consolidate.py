"""Consolidate: from the files of a regency to its report; the same whatever their order."""

from collections.abc import Sequence
from dataclasses import replace

from iku.calculation.results import Results
from iku.consolidation.admission import refusal
from iku.consolidation.aggregation import Aggregation
from iku.consolidation.candidate import Candidate, Fate, Status, period_order, plainest
from iku.consolidation.expected import expected_units
from iku.consolidation.notes import all_notes
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.resubmission import duplicate, one_per_unit
from iku.consolidation.standing import Standing
from iku.definition.model import Definition, Unit
from iku.finding import Fact, Finding
from iku.messages import Language, explain
from iku.periods import in_words
from iku.terbitan import issue


def consolidate(
    definition: Definition,
    submissions: Sequence[Candidate],
    *,
    period: str | None = None,
    language: Language = "id",
) -> RegencyReport:
    """Return the regency's report on all files offered, every one of which meets a fate.

    ``period`` is the one to report; left out, it is the latest that an accepted file speaks for.
    ValueError for a period that the definition does not have.
    """
    if period is not None and period not in definition.periods:
        message = f"periode {period} tidak ada; pilihannya {', '.join(definition.periods)}"
        raise ValueError(message)
    fates = _fates(definition, submissions, period)
    period = period or _latest(definition, fates)
    expected = expected_units(definition, period) or _units_of(definition, fates)
    fates = [_in_time(fate, expected, definition, period) for fate in fates]
    aggregation = Aggregation(definition, _standings(definition, expected, fates))
    fates = [replace(one, reason=_explained(one.reason, language)) for one in fates]
    report = RegencyReport(definition, period, tuple(fates), aggregation)
    return replace(report, findings=tuple(_explained(n, language) for n in all_notes(report)))


def _explained(finding: Finding, language: Language) -> Finding:
    return finding if finding.message else explain(finding, language)


def _fates(
    definition: Definition, submissions: Sequence[Candidate], period: str | None
) -> list[Fate]:
    """Return the fate of every file, sorted by path: copies first, then each alone, then by unit."""
    fates: list[Fate] = []
    seen: dict[str, Candidate] = {}
    by_unit: dict[str, list[Candidate]] = {}
    for one in sorted(submissions, key=plainest):
        first = seen.setdefault(one.sha256 or one.path, one)
        refused = refusal(one, definition) if first is one else None
        if first is not one:
            fates.append(duplicate(one, first))
        elif refused is not None:
            fates.append(Fate(one, *refused))
        elif one.unit is not None:
            by_unit.setdefault(one.unit.kode, []).append(one)
    for candidates in by_unit.values():
        fates += one_per_unit(candidates, period)
    return sorted(fates, key=lambda one: (one.candidate.path, one.candidate.sha256))


def _latest(definition: Definition, fates: Sequence[Fate]) -> str:
    periods = [one.candidate.periode_lapor for one in fates if one.status is Status.ACCEPTED]
    return max(periods, key=period_order, default=definition.periods[-1])


def _units_of(definition: Definition, fates: Sequence[Fate]) -> tuple[Unit, ...]:
    """Return the units that sent a file, where the definition names none."""
    if definition.unit:
        return ()
    units = [one.candidate.unit for one in fates if one.status is Status.ACCEPTED]
    return tuple(sorted((one for one in units if one is not None), key=lambda one: one.kode))


def _in_time(fate: Fate, expected: Sequence[Unit], definition: Definition, period: str) -> Fate:
    """Set aside a file of a unit that does not exist (any more) at the end of the period."""
    unit = fate.candidate.unit
    if fate.status is not Status.ACCEPTED or unit is None:
        return fate
    if any(unit.kode == one.kode for one in expected):
        return fate
    facts: dict[str, Fact] = {"unit": unit.nama, "periode": in_words(period, definition.tahun)}
    note = Finding("KON-017", facts, path=fate.candidate.path)
    return Fate(fate.candidate, Status.IGNORED, note)


def _standings(
    definition: Definition, expected: Sequence[Unit], fates: Sequence[Fate]
) -> list[Standing]:
    accepted = {
        unit.kode: one.candidate
        for one in fates
        if one.status is Status.ACCEPTED and (unit := one.candidate.unit) is not None
    }
    return [_standing(definition, unit, accepted.get(unit.kode)) for unit in expected]


def _standing(definition: Definition, unit: Unit, candidate: Candidate | None) -> Standing:
    submission = candidate.submission if candidate else None
    results = Results(submission.report) if submission else None
    return Standing(unit, issue(definition, unit), candidate, results)
