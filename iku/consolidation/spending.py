"""The regency's money: what its units spent together, and how many of them said so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.budget import (
    AKHIR_TAHUN,
    BELUM_DINILAI,
    Budget,
    Efficiency,
    Spending,
    word_of,
)
from iku.calculation.figure import BELUM_DIISI, Figure, counted
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.budget import SUPPORTING, budget_groups, has_budget
from iku.periods import TAHUN

NOTHING_SAID = Spending(BELUM_DIISI, BELUM_DIISI)


@dataclass(frozen=True, slots=True)
class RegencySpending:
    """Money of ``n`` of the ``of`` units that have any for a sasaran; ``sasaran`` None is all."""

    sasaran: int | None
    efficiency: Efficiency
    n: int
    of: int


def regency_spending(report: RegencyReport) -> tuple[RegencySpending, ...]:
    """Return the money of every sasaran (from 1, then what supports all), then of all together.

    Nothing where no unit is asked for money. Only units whose pagu and realisasi are known are
    added up; while one is missing, efficiency is not judged.
    """
    return tuple(_rows(report))


def unit_spending(standing: Standing, periode: str) -> Spending | None:
    """Return all money of a unit up to a period; None where it is asked for none."""
    if not has_budget(standing.definition, standing.unit):
        return None
    budget = _budget(standing, periode)
    return NOTHING_SAID if budget is None else budget.total(periode)


def _rows(report: RegencyReport) -> Iterator[RegencySpending]:
    asked = [one for one in report.expected if has_budget(one.definition, one.unit)]
    if not asked:
        return
    means, periode = report.means, report.period
    for n in (*range(1, len(report.definition.sasaran) + 1), SUPPORTING):
        each = [_of_goal(one, n, periode) for one in asked if _has_goal(one, n)]
        if each:
            mean = means.per_sasaran[n - 1] if n else BELUM_DIISI
            yield _together(n, each, mean, periode)
    totals = [unit_spending(one, periode) or NOTHING_SAID for one in asked]
    yield _together(None, totals, means.rata_rata, periode)


def _budget(standing: Standing, periode: str) -> Budget | None:
    """Return the money that a unit's file speaks of; None where it says nothing yet."""
    if standing.results is None or not standing.reported(periode):
        return None
    budget = Budget(standing.results)
    return budget if budget.programs else None


def _has_goal(standing: Standing, sasaran: int) -> bool:
    groups = budget_groups(standing.definition, standing.unit)
    return any(group.sasaran == sasaran for group in groups)


def _of_goal(standing: Standing, sasaran: int, periode: str) -> Spending:
    budget = _budget(standing, periode)
    for group in budget.groups if budget else ():
        if budget is not None and group.sasaran == sasaran:
            return budget.group(group, periode)
    return NOTHING_SAID


def _together(
    sasaran: int | None, each: list[Spending], capaian: Figure, periode: str
) -> RegencySpending:
    known = [one for one in each if one.pagu.counted and one.realisasi.counted]
    spending = NOTHING_SAID
    if known:
        pagu, spent = _sum(one.pagu for one in known), _sum(one.realisasi for one in known)
        spending = Spending(pagu, spent)
    word = AKHIR_TAHUN
    if periode == TAHUN:
        whole = len(known) == len(each)
        word = word_of(spending.serapan, capaian) if whole else BELUM_DINILAI
    return RegencySpending(sasaran, Efficiency(spending, capaian, word), len(known), len(each))


def _sum(figures: Iterable[Figure]) -> Figure:
    return counted(sum((one.number for one in figures), Fraction(0)))
