"""What a consolidation has to say: about the regency, about its files, and about what changed."""

from collections.abc import Iterator
from itertools import chain

from iku.consolidation.admission import version_note
from iku.consolidation.candidate import Fate, Status
from iku.consolidation.deadlines import deadline_notes
from iku.consolidation.decision_notes import decision_notes
from iku.consolidation.method import method_of
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.resubmission import restatements
from iku.finding import Fact, Finding

UNITS, FIGURES = "Kelengkapan", "Ringkasan"
"""The sheets of the recap where a finding that belongs to no file can be seen."""


def all_notes(report: RegencyReport) -> Iterator[Finding]:
    """Yield every finding: the regency's own, then file by file; some are not yet explained."""
    units = [one.unit for one in report.standings]
    return chain(
        _completeness(report),
        deadline_notes(report),
        _not_combined(report),
        _files(report),
        decision_notes(report.definition, report.decisions, report.changes, units),
    )


def _completeness(report: RegencyReport) -> Iterator[Finding]:
    definition, period = report.definition, report.period_words
    if not definition.unit:
        yield Finding("KON-006", {"kabupaten": definition.kabupaten.nama}, sheet=UNITS)
    if report.standings and not report.complete:
        count: dict[str, Fact] = {"n": report.reported, "of": len(report.standings)}
        noun = definition.jenis_unit.lower()
        yield Finding("KON-018", {**count, "jenis": noun, "periode": period}, sheet=FIGURES)
    for unit in report.missing:
        name = f"{definition.jenis_unit} {unit.nama} ({unit.kode})"
        yield Finding("KON-013", {"unit": name, "periode": period}, sheet=UNITS)


def _not_combined(report: RegencyReport) -> Iterator[Finding]:
    for one in report.definition.indikator:
        code = method_of(one).refused
        if code:
            facts: dict[str, Fact] = {"kode": one.kode, "nama": one.nama}
            yield Finding(code, facts, sheet=FIGURES, indicator=one.kode)


def _files(report: RegencyReport) -> Iterator[Finding]:
    accepted = {
        unit.kode: fate
        for fate in report.fates
        if fate.status is Status.ACCEPTED and (unit := fate.candidate.unit) is not None
    }
    for fate in report.fates:
        own = fate.candidate.findings
        match fate.status:
            case Status.ACCEPTED:
                yield from _of_accepted(report, fate)
                yield from own
            case Status.REJECTED:
                yield from own if fate.reason in own else (fate.reason, *own)
            case _:
                yield fate.reason
        unit = fate.candidate.unit
        if fate.status is Status.SUPERSEDED and unit is not None and unit.kode in accepted:
            yield from restatements(fate.candidate, accepted[unit.kode].candidate)


def _of_accepted(report: RegencyReport, fate: Fate) -> Iterator[Finding]:
    candidate = fate.candidate
    note = version_note(candidate, report.definition)
    if note is not None:
        yield note
    if candidate.returned and not candidate.returned.results.due(report.period):
        facts: dict[str, Fact] = {
            "unit": candidate.unit.nama if candidate.unit else "",
            "sampai": candidate.in_words(candidate.periode_lapor),
            "periode": report.period_words,
        }
        yield Finding("KON-012", facts, path=candidate.path)
