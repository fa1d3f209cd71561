"""Approval: a rejection that would raise a unit's rank counts only when somebody approved it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from iku.calculation.results import Results
from iku.consolidation.basis import basis_mean
from iku.consolidation.counting import Counted, with_verified
from iku.consolidation.decisions import Verdict, Verified
from iku.definition.model import Definition, Indikator

UNAPPROVED = "menaikkan peringkat dan belum disetujui"


@dataclass(frozen=True)
class Comparison:
    """What rank is about: the regency's rules, the indicators compared, the periods reported."""

    definition: Definition
    indikator: tuple[Indikator, ...]
    periods: tuple[str, ...]

    def means(self, counted: Counted) -> list[Fraction | None]:
        """Return the mean that a unit is ranked by, for each period that it reports."""
        results = Results(counted.report)
        return [
            basis_mean(self.definition, results, period, self.indikator).value
            for period in self.periods
            if results.due(period)
        ]

    def raises(self, settled: Counted, rejected: Iterable[Verified]) -> bool:
        """Whether leaving out these figures raises one of the means."""
        after = self.means(with_verified(settled, rejected))
        return any(
            now is not None and (was is None or now > was)
            for was, now in zip(self.means(settled), after, strict=True)
        )


def approved(
    comparison: Comparison, counted: Counted, verified: Sequence[Verified]
) -> tuple[Verified, ...]:
    """Return the verdicts on one unit, each with whether it counts.

    A rejection by itself, or all that are left together, must not raise the mean that the unit is
    ranked by in any period; otherwise it needs an approval. Their order plays no part.
    """
    open_ones = [one for one in verified if one.verdict is Verdict.DITOLAK and not one.approved_by]
    if not open_ones:
        return tuple(verified)
    settled = with_verified(counted, [one for one in verified if one not in open_ones])
    rows = {one.origin.place.row for one in open_ones}
    by_row = {row: [o for o in open_ones if o.origin.place.row == row] for row in rows}
    harmless = [row for row in rows if not comparison.raises(settled, by_row[row])]
    if comparison.raises(settled, [one for row in harmless for one in by_row[row]]):
        harmless = []
    return tuple(
        one
        if one not in open_ones or one.origin.place.row in harmless
        else replace(one, counted=False, reason=UNAPPROVED)
        for one in verified
    )
