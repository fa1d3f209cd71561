"""TRN: this year's realisasi beside those of the years before."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from statistics import median

from iku.calculation.figure import in_indonesian
from iku.checks.pointing import as_typed, entries_behind, latest_measured, on_entries
from iku.definition.continuity import comparable
from iku.definition.model import Indikator
from iku.finding import Fact, Finding
from iku.names import indikator_name
from iku.periods import TAHUN
from iku.report import exact
from iku.submission import Submission

POWERS = (10, 100, 1000)
FEWEST_YEARS = 4  # fewer earlier values say nothing about what is usual
FARTHEST = Fraction(35, 10)  # modified z-score above which a value is an outlier
_NEAR = (Fraction(4, 5), Fraction(5, 4))  # how near to a power of ten a jump must be
_NORMAL = Fraction(6745, 10000)  # median deviation of a normal distribution, in its sigmas
_LEAST_SPREAD = Fraction(1, 20)  # of the median: years that hardly differ make nothing an outlier
_TYPED = {"langsung", "predikat"}


def year_before_is_alike(submission: Submission) -> Iterator[Finding]:
    """TRN-004: the year's realisasi is 10, 100 or 1000 times last year's, or a part of that."""
    for indikator, realisasi in _of_the_year(submission):
        earlier = _earlier(submission, indikator)
        if not earlier or not realisasi:
            continue
        year, before = next(iter(earlier.items()))
        power = _power(realisasi, before)
        if power:
            facts: dict[str, Fact] = {
                "realisasi": in_indonesian(realisasi, int(indikator.desimal)),
                "sebelumnya": in_indonesian(before, int(indikator.desimal)),
                "tahun_sebelumnya": year,
                "kali": f"{power}" if abs(realisasi) > abs(before) else f"1/{power}",
            }
            yield _on(submission, "TRN-004", indikator, **facts)


def last_years_value_is_not_reused(submission: Submission) -> Iterator[Finding]:
    """TRN-006: a value that another office measures anew is last year's to the last digit.

    A whole number may well come back; a blank value is left to ISI-001.
    """
    for indikator in submission.indikator:
        name = indikator_name("isian", indikator.kode, "nilai", TAHUN)
        value = submission.report.entries.get(name)
        earlier = _earlier(submission, indikator)
        if indikator.nilai.jenis not in _TYPED or not isinstance(value, float) or not earlier:
            continue
        year, before = next(iter(earlier.items()))
        if exact(value) == before and before.denominator != 1:
            facts = {"nilai": as_typed(value), "tahun_sebelumnya": year}
            yield on_entries(submission, "TRN-006", [name], indikator, TAHUN, **facts)


def year_is_no_outlier(submission: Submission) -> Iterator[Finding]:
    """TRN-007: the realisasi lies far from the median of at least four earlier years.

    Measured by the median of absolute deviations, which a single odd year does not bend. A jump
    that TRN-004 explains is left to it.
    """
    for indikator, realisasi in _of_the_year(submission):
        earlier = _earlier(submission, indikator)
        values = list(earlier.values())
        if len(values) < FEWEST_YEARS or _power(realisasi, values[0]):
            continue
        middle = Fraction(median(values))
        spread = Fraction(median(abs(one - middle) for one in values))
        spread = max(spread, abs(middle) * _LEAST_SPREAD)
        if spread and _NORMAL * abs(realisasi - middle) > FARTHEST * spread:
            decimals = int(indikator.desimal)
            shown = [f"{in_indonesian(one, decimals)} ({year})" for year, one in earlier.items()]
            facts: dict[str, Fact] = {
                "realisasi": in_indonesian(realisasi, decimals),
                "nilai_tengah": in_indonesian(middle, decimals),
                "sebelumnya": shown,
            }
            yield _on(submission, "TRN-007", indikator, **facts)


def _of_the_year(submission: Submission) -> Iterator[tuple[Indikator, Fraction]]:
    """Yield the indicators whose year is complete, with their realisasi."""
    for indikator in submission.indikator:
        if latest_measured(submission.report, indikator) == TAHUN:
            realisasi = submission.results.realisasi(indikator, TAHUN)
            if realisasi.counted:
                yield indikator, realisasi.number


def _earlier(submission: Submission, indikator: Indikator) -> dict[str, Fraction]:
    """Return earlier values by year, latest first; none from before the definition changed."""
    terbitan = submission.report.terbitan
    known = terbitan.sebelumnya.get(indikator.kode, {})
    return {
        year: Fraction(Decimal(value))
        for year in terbitan.previous_years
        if comparable(indikator, year)
        if year in known and (value := known[year].nilai) is not None
    }


def _power(value: Fraction, before: Fraction) -> int:
    """Return the power of ten that lies between two values, or 0."""
    if not value or not before:
        return 0
    ratio = value / before
    return next(
        (
            power
            for power in POWERS
            if any(_NEAR[0] * power <= one <= _NEAR[1] * power for one in (ratio, 1 / ratio))
        ),
        0,
    )


def _on(submission: Submission, code: str, indikator: Indikator, **facts: Fact) -> Finding:
    names = entries_behind(submission, indikator, TAHUN)
    return on_entries(submission, code, names, indikator, TAHUN, **facts)
