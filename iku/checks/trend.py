"""TRN: results that are possible and still look odd."""

from collections.abc import Iterator
from decimal import Decimal

from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import (
    as_typed,
    component_name,
    due_periods,
    entries_behind,
    latest_measured,
    on_entries,
)
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.finding import Finding
from iku.names import indikator_name, shared_name
from iku.submission import Submission

HIGH = 150


def capaian_is_plausible(submission: Submission) -> Iterator[Finding]:
    """TRN-001 and TRN-002: capaian above 150 or below 0 percent, in the latest period."""
    for indikator, periode in _latest(submission):
        result = submission.results.result(indikator.kode, periode)
        if not result.capaian.counted or result.target is None:
            continue
        value = result.capaian.number
        # No event at all is the best that a falling indicator can do, and then A gives 200.
        best = indikator.polaritas == "minimasi" and result.realisasi.value == 0
        if value < 0 or (value > HIGH and not best):
            facts = {
                "capaian": in_indonesian(value),
                "realisasi": in_indonesian(result.realisasi.number, int(indikator.desimal)),
                "target": as_typed(result.target),
            }
            code = "TRN-002" if value < 0 else "TRN-001"
            names = entries_behind(submission, indikator, periode)
            yield on_entries(submission, code, names, indikator, periode, **facts)


def target_is_not_copied(submission: Submission) -> Iterator[Finding]:
    """TRN-003: realisasi equals a target of two decimals or more, to the last digit."""
    for indikator, periode in _latest(submission):
        target = _written_target(submission, indikator, periode)
        realisasi = submission.results.realisasi(indikator, periode)
        if target is None or not realisasi.counted:
            continue
        decimals = -int(target.as_tuple().exponent)
        if decimals >= 2 and half_up(realisasi.number, decimals) == target:
            names = entries_behind(submission, indikator, periode)
            shown = in_indonesian(target, decimals)
            yield on_entries(submission, "TRN-003", names, indikator, periode, nilai=shown)


def _written_target(submission: Submission, indikator: Indikator, periode: str) -> Decimal | None:
    """Return a target with the decimals that it was written with."""
    issued = submission.report.terbitan.target_of(indikator.kode, periode)
    if issued is not None:
        return issued.nilai
    value = submission.report.entries.get(indikator_name("target", indikator.kode, periode))
    return Decimal(repr(value)) if isinstance(value, float) else None


def cumulative_never_falls(submission: Submission) -> Iterator[Finding]:
    """TRN-005: a figure entered "s.d. triwulan" is lower than a quarter before."""
    report = submission.report
    for shared in report.terbitan.definisi.data_bersama:
        names = {one: shared_name("isian", shared.kode, one) for one in due_periods(report, shared)}
        yield from _falls(submission, None, shared, names)
    for indikator in submission.indikator:
        for part in indikator.komponen:
            if part.dari is None:
                due = due_periods(report, indikator)
                names = {one: component_name(indikator, part, one) for one in due}
                yield from _falls(submission, indikator, part, names)


def _falls(
    submission: Submission,
    indikator: Indikator | None,
    part: Komponen | DataBersama,
    names: dict[str, str],
) -> Iterator[Finding]:
    if part.cara_isi != "sd_triwulan" or part.sifat == "posisi":
        return
    before: tuple[str, float] | None = None
    for periode, name in names.items():
        value = submission.report.entries.get(name)
        if not isinstance(value, float):
            continue
        if before is not None and value < before[1]:
            facts = {"isian": part.nama, "nilai": as_typed(value), "semula": as_typed(before[1])}
            cells = [name, before[0]]
            yield on_entries(submission, "TRN-005", cells, indikator, periode, **facts)
        before = (name, value)


def _latest(submission: Submission) -> Iterator[tuple[Indikator, str]]:
    for indikator in submission.indikator:
        periode = latest_measured(submission.report, indikator)
        if periode:
            yield indikator, periode
