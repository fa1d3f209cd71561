"""What a consolidation has to say: about the regency, about its files, and about what changed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from iku.consolidation.admission import version_note
from iku.consolidation.candidate import Candidate, Fate, Status
from iku.consolidation.deadlines import deadline_notes
from iku.consolidation.decision_notes import decision_notes
from iku.consolidation.method import method_of
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.resubmission import continues, differences, restatements
from iku.consolidation.standing import Standing
from iku.finding import Fact, Finding
from iku.periods import in_words

UNITS, FIGURES = "Kelengkapan", "Ringkasan"
"""The sheets of the recap where a finding that belongs to no file can be seen."""


def all_notes(report: RegencyReport, previous: Sequence[Candidate] = ()) -> Iterator[Finding]:
    """Yield every finding: the regency's own, then file by file; some are not yet explained.

    ``previous`` are the files that earlier runs accepted.
    """
    units = [one.unit for one in report.standings]
    return chain(
        _completeness(report),
        deadline_notes(report),
        _not_combined(report),
        _files(report),
        _restated(report, previous),
        decision_notes(report.definition, report.decisions, report.changes, units),
    )


def _completeness(report: RegencyReport) -> Iterator[Finding]:
    definition, period = report.definition, report.period_words
    if not definition.unit:
        yield Finding("KON-006", {"kabupaten": definition.kabupaten.nama}, sheet=UNITS)
    if report.expected and not report.complete:
        count: dict[str, Fact] = {"n": report.reported, "of": len(report.expected)}
        noun = definition.jenis_unit.lower()
        yield Finding("KON-018", {**count, "jenis": noun, "periode": period}, sheet=FIGURES)
    for unit in report.missing:
        name = f"{definition.jenis_unit} {unit.nama} ({unit.kode})"
        yield Finding("KON-013", {"unit": name, "periode": period}, sheet=UNITS)
    yield from (_ended(report, one) for one in report.standings if report.period in one.absent)


def _ended(report: RegencyReport, standing: Standing) -> Finding:
    """Say where the figures of a unit that has ended since still count, and where no more."""
    tahun, unit = report.definition.tahun, standing.unit
    last = [one for one in report.periods if one not in standing.absent][-1]
    facts: dict[str, Fact] = {
        "unit": f"{report.definition.jenis_unit} {unit.nama} ({unit.kode})",
        "sampai": unit.sampai,
        "terakhir": in_words(last, tahun),
        "periode": report.period_words,
    }
    return Finding("KON-019", facts, sheet=UNITS)


def _not_combined(report: RegencyReport) -> Iterator[Finding]:
    for one in report.definition.indikator:
        code = method_of(one).refused
        if code:
            facts: dict[str, Fact] = {"kode": one.kode, "nama": one.nama}
            yield Finding(code, facts, sheet=FIGURES, indicator=one.kode)


def _files(report: RegencyReport) -> Iterator[Finding]:
    """Yield what is to be said of the files; every one of them stands in Kelengkapan anyway."""
    kept = {one.unit.kode: one for one in report.accepted if one.unit is not None}
    for fate in report.fates:
        own = fate.candidate.findings
        match fate.status:
            case Status.ACCEPTED:
                yield from _of_accepted(report, fate)
                yield from own
            case Status.REJECTED:
                yield from own if fate.reason in own else (fate.reason, *own)
            case _:
                if not _replaced_in_course(fate, kept):
                    yield fate.reason


def _replaced_in_course(fate: Fate, kept: Mapping[str, Candidate]) -> bool:
    """Whether a file was replaced only by the next period's, which is how the year goes."""
    old = fate.candidate
    new = kept.get(old.unit.kode) if old.unit is not None else None
    return new is not None and fate.reason.code == "KON-003" and continues(old, new)


def _restated(report: RegencyReport, previous: Sequence[Candidate]) -> Iterator[Finding]:
    """Say which earlier periods a file changes, against older files here and of earlier runs.

    Changes to a closed period are told as such; of two older files that a newer one differs from
    in the same entry the first one is named.
    """
    accepted = {one.unit.kode: one for one in report.accepted if one.unit is not None}
    said: dict[str, set[str]] = {}
    for change in report.changes:
        if change.closed:
            said.setdefault(change.unit, set()).add(change.name)
    superseded = [one.candidate for one in report.fates if one.status is Status.SUPERSEDED]
    for old in (*superseded, *previous):
        new = accepted.get(old.unit.kode) if old.unit else None
        if new is None or new.sha256 == old.sha256:
            continue
        told_of = said.setdefault(new.unit.kode if new.unit else "", set())
        yield from restatements(report.definition, old, new, told_of)
        told_of |= set(differences(old, new))


def _of_accepted(report: RegencyReport, fate: Fate) -> Iterator[Finding]:
    candidate = fate.candidate
    note = version_note(candidate, report.definition)
    if note is not None:
        yield note
    here = any(one.candidate is candidate for one in report.expected)
    if here and candidate.returned and not candidate.returned.results.due(report.period):
        facts: dict[str, Fact] = {
            "unit": candidate.unit.nama if candidate.unit else "",
            "sampai": candidate.in_words(candidate.periode_lapor),
            "periode": report.period_words,
        }
        yield Finding("KON-012", facts, path=candidate.path)
