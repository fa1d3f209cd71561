"""Money beside performance: how much of the pagu was spent, and what it was spent well for."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from iku.calculation.entries import typed_figure
from iku.calculation.figure import (
    BELUM_DIISI,
    BELUM_WAKTUNYA,
    TIDAK_DAPAT,
    Figure,
    blocked,
    counted,
    half_up,
)
from iku.calculation.results import Results
from iku.definition.budget import BudgetGroup, budget_groups, has_budget, pagu_of
from iku.definition.program import Program
from iku.names import program_name
from iku.periods import QUARTERS, TAHUN

EFISIEN: Final = "Efisien"
BELUM_EFISIEN: Final = "Belum efisien"
TARGET_BELUM: Final = "Target belum tercapai"
BELUM_DINILAI: Final = "Belum dapat dinilai"
AKHIR_TAHUN: Final = "Dinilai pada akhir tahun"
FULL: Final = 100

RULE: Final = (
    f"{EFISIEN}: capaian paling sedikit {FULL} dan tidak lebih rendah daripada serapan. "
    f"{BELUM_EFISIEN}: capaian paling sedikit {FULL}, tetapi lebih rendah daripada serapan. "
    f"{TARGET_BELUM}: capaian kurang dari {FULL}, berapa pun serapannya."
)
QUARTER_RULE: Final = (
    "Serapan triwulan dihitung terhadap pagu setahun, capaiannya terhadap target triwulan; "
    "karena itu efisiensi dinilai pada akhir tahun."
)


@dataclass(frozen=True, slots=True)
class Spending:
    """Money (rupiah) of a programme or of several, up to a period."""

    pagu: Figure
    realisasi: Figure

    @property
    def serapan(self) -> Figure:
        """The share of the pagu that was spent, in percent; without pagu it cannot be computed."""
        stop = next((one for one in (self.realisasi, self.pagu) if not one.counted), None)
        if stop is not None:
            return stop
        if self.pagu.number == 0:
            return TIDAK_DAPAT
        return counted(self.realisasi.number / self.pagu.number * FULL)


@dataclass(frozen=True, slots=True)
class Efficiency:
    """What was spent beside what was reached (both percent), and the word for it."""

    spending: Spending
    capaian: Figure
    word: str


class Budget:
    """The money of one unit, worked out from its report; exact, as `Results` are."""

    def __init__(self, results: Results) -> None:
        """Take the results beside which the money stands."""
        self.results = results
        report = results.report
        self.definition, self.unit = results.definition, report.terbitan.unit

    @cached_property
    def groups(self) -> tuple[BudgetGroup, ...]:
        """The unit's programmes by sasaran; none where the definition does not ask for money."""
        if not has_budget(self.definition, self.unit):
            return ()
        return budget_groups(self.definition, self.unit)

    @property
    def programs(self) -> tuple[Program, ...]:
        """The unit's programmes in printed order."""
        return tuple(one for group in self.groups for one in group.programs)

    @property
    def goals(self) -> tuple[BudgetGroup, ...]:
        """The groups that belong to one sasaran, so that a capaian stands beside them."""
        return tuple(one for one in self.groups if one.sasaran)

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods in which money is entered, earliest first."""
        return QUARTERS if len(self.definition.periods) > 1 else (TAHUN,)

    def program(self, program: Program, periode: str) -> Spending:
        """Return the money of one programme up to a period."""
        given = pagu_of(self.unit, program)
        if given is None:
            pagu = self._typed(program_name(program.kode, "pagu"))
        else:
            pagu = counted(Fraction(given))
        if not self.results.due(periode):
            return Spending(pagu, BELUM_WAKTUNYA)
        entered = self.periods[-1] if periode == TAHUN else periode
        spent = self._typed(program_name(program.kode, "realisasi", entered), entered)
        return Spending(pagu, spent)

    def _typed(self, name: str, periode: str = "") -> Figure:
        """Return what was typed; before the unit began a blank is nothing spent."""
        report = self.results.report
        missing = counted(0) if periode in report.terbitan.not_yet else BELUM_DIISI
        return typed_figure(report.entries.get(name), "", missing=missing)

    def group(self, group: BudgetGroup, periode: str) -> Spending:
        """Return the money of the programmes of one sasaran."""
        return self._together(group.programs, periode)

    def total(self, periode: str) -> Spending:
        """Return the money of all programmes."""
        return self._together(self.programs, periode)

    def _together(self, programs: Iterable[Program], periode: str) -> Spending:
        each = [self.program(one, periode) for one in programs]
        return Spending(
            _sum([one.pagu for one in each]),
            _sum([one.realisasi for one in each]),
        )

    def efficiency(self, group: BudgetGroup, periode: str) -> Efficiency:
        """Return money and capaian of a sasaran; KeyError for programmes that support all."""
        if not group.sasaran:
            raise KeyError(group.sasaran)
        mean = self.results.means(periode).per_sasaran[group.sasaran - 1]
        return self._judged(self.group(group, periode), mean, periode)

    def total_efficiency(self, periode: str) -> Efficiency:
        """Return all money beside the mean of all indicators."""
        return self._judged(self.total(periode), self.results.means(periode).rata_rata, periode)

    @staticmethod
    def _judged(spending: Spending, capaian: Figure, periode: str) -> Efficiency:
        word = AKHIR_TAHUN if periode != TAHUN else word_of(spending.serapan, capaian)
        return Efficiency(spending, capaian, word)


def word_of(serapan: Figure, capaian: Figure) -> str:
    """Return what serapan and capaian of a year (percent, as shown) say together."""
    if not serapan.counted or not capaian.counted:
        return BELUM_DINILAI
    reached, spent = half_up(capaian.number), half_up(serapan.number)
    if reached < FULL:
        return TARGET_BELUM
    return EFISIEN if reached >= spent else BELUM_EFISIEN


def _sum(figures: list[Figure]) -> Figure:
    return blocked(figures) or counted(sum((one.number for one in figures), Fraction(0)))
