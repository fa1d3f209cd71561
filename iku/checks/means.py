"""LOG-010: a mean of shares whose wholes are so unlike that one outweighs the other."""

from collections.abc import Iterator
from fractions import Fraction

from iku.calculation.figure import in_indonesian
from iku.checks.pointing import (
    as_typed,
    described,
    latest_entry,
    latest_measured,
    on_entries,
)
from iku.checks.shares import Share, mean_of_shares, rumus_of, total
from iku.definition.model import Indikator
from iku.finding import Fact, Finding
from iku.submission import Submission

UNLIKE = 10  # times that one denominator is above another
FAR_APART = 5  # points between the mean and the pooled share


def means_weigh_like_with_like(submission: Submission) -> Iterator[Finding]:
    """LOG-010: the pooled share differs much from the mean of shares that the rumus asks for.

    Only where all parts count the same unit can they be pooled; a part without a number leaves
    nothing to compare. The rumus is the regency's choice: this is information, not a fault.
    """
    for indikator in submission.indikator:
        rumus, periode = rumus_of(indikator), latest_measured(submission.report, indikator)
        mean = mean_of_shares(rumus) if rumus and periode else None
        if mean is None or not _countable_together(submission, indikator, mean.shares):
            continue
        figures = submission.results.components(indikator, periode)
        tops = [total(one.top, figures) for one in mean.shares]
        bottoms = [total(one.bottom, figures) for one in mean.shares]
        numbers = [one for one in (*tops, *bottoms) if one is not None]
        if len(numbers) < len(tops) + len(bottoms) or min(numbers[len(tops) :]) <= 0:
            continue
        wholes = numbers[len(tops) :]
        pooled = sum(numbers[: len(tops)], Fraction(0)) / sum(wholes, Fraction(0)) * mean.factor
        realisasi = submission.results.realisasi(indikator, periode)
        unlike = max(wholes) >= UNLIKE * min(wholes)
        if realisasi.counted and unlike and abs(pooled - realisasi.number) >= FAR_APART:
            facts: dict[str, Fact] = {
                "realisasi": in_indonesian(realisasi.number, int(indikator.desimal)),
                "digabung": in_indonesian(pooled, int(indikator.desimal)),
                "penyebut": [as_typed(one) for one in wholes],
            }
            names = _entries(submission, indikator, mean.shares, periode)
            yield on_entries(submission, "LOG-010", names, indikator, periode, **facts)


def _countable_together(
    submission: Submission, indikator: Indikator, parts: tuple[Share, ...]
) -> bool:
    """Whether every part is a share of countable things of its own unit."""
    own = {part.kode: part for part in indikator.komponen}
    definition = submission.report.terbitan.definisi
    for share in parts:
        codes = (*share.top, *share.bottom)
        units = {described(definition, own[code]).satuan.casefold() for code in codes}
        if len(units) != 1 or "" in units:
            return False
    return True


def _entries(
    submission: Submission, indikator: Indikator, parts: tuple[Share, ...], periode: str
) -> list[str]:
    own = {part.kode: part for part in indikator.komponen}
    return [
        name
        for share in parts
        for code in share.bottom
        for name in latest_entry(submission.report, indikator, own[code], periode)
    ]
