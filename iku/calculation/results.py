"""All results of one report: every indicator, every period, every mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from iku.calculation import capaian as rules
from iku.calculation.accumulation import (
    accumulate,
    of_component,
    of_value,
    quarters_combined,
)
from iku.calculation.entries import STATUS_NIHIL, component_figure, shared_figure
from iku.calculation.figure import (
    BELUM_DIISI,
    BELUM_TERSEDIA,
    BELUM_WAKTUNYA,
    NIHIL,
    TIDAK_ADA_OBJEK,
    TIDAK_DAPAT,
    Figure,
    State,
    blocked,
    counted,
)
from iku.calculation.rumus import rumus_value
from iku.definition.model import DataBersama, Definition, Indikator, Komponen
from iku.names import entry_fields, indikator_name
from iku.periods import PERIODS, TAHUN, is_due, up_to
from iku.report import Report, exact

WITHOUT_MEAN = (
    BELUM_DIISI,
    BELUM_TERSEDIA,
    TIDAK_DAPAT,
    NIHIL,
    BELUM_WAKTUNYA,
    TIDAK_ADA_OBJEK,
)
"""What a mean without any number shows, the state that asks for most first."""
IN_N = frozenset({State.TERHITUNG, State.NIHIL})
OUT_OF_M = (State.BELUM_WAKTUNYA, State.TIDAK_ADA_OBJEK)
"""Where nothing is expected of an indicator, the "dari m" is smaller."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one indicator came to in one period."""

    realisasi: Figure
    predikat: str
    target: Fraction | None
    target_predikat: str
    capaian: Figure
    capaian_tahun: Figure
    kategori: str
    in_mean: Fraction | None
    in_capped_mean: Fraction | None


@dataclass(frozen=True, slots=True)
class Means:
    """The means of one period, and "n dari m": the indicators that are answered, and expected."""

    rata_rata: Figure
    rata_rata_batas: Figure
    rata_rata_sasaran: Figure
    per_sasaran: tuple[Figure, ...]
    included: int
    total: int


class Results:
    """Results of a report, worked out when asked for and kept.

    Everything is exact: a value is a fraction, and only display rounds it.
    """

    def __init__(self, report: Report) -> None:
        """Take the report whose entries are to be worked out."""
        self.report = report
        self.definition: Definition = report.terbitan.definisi
        self._entries: dict[tuple[str, str, str], Figure] = {}
        self._shared: dict[tuple[str, str], Figure] = {}
        self._components: dict[tuple[str, str], dict[str, Figure]] = {}
        self._realisasi: dict[tuple[str, str], Figure] = {}
        self._capaian: dict[tuple[str, str], Figure] = {}
        self._results: dict[tuple[str, str], Result] = {}
        self._parts = {part.kode: part for part in self.definition.data_bersama}

    @cached_property
    def by_code(self) -> dict[str, Indikator]:
        """The indicators by code."""
        return {one.kode: one for one in self.definition.indikator}

    @cached_property
    def _rules(self) -> dict[str, rules.Rule]:
        return {one.kode: rules.rule_of(self.definition, one) for one in self.definition.indikator}

    def due(self, periode: str) -> bool:
        """Whether a period is due in this report."""
        return periode in self._due

    @cached_property
    def _due(self) -> frozenset[str]:
        reported = self.report.periode_lapor
        return frozenset(periode for periode in PERIODS if is_due(periode, reported))

    def shared(self, kode: str, periode: str) -> Figure:
        """Return a shared figure up to a period."""
        key = (kode, periode)
        if key not in self._shared:
            part = self._parts[kode]
            self._shared[key] = self._accumulated_shared(part, periode)
        return self._shared[key]

    def _accumulated_shared(self, part: DataBersama, periode: str) -> Figure:
        if not self.due(periode):
            return BELUM_WAKTUNYA
        periods = [p for p in self.definition.entry_periods(part) if p in up_to(periode)]
        own = {p: shared_figure(self.report, part, p) for p in periods}
        return self._known(accumulate(of_component(part), own, periods), periode)

    def entry(self, indikator: Indikator, field: str, periode: str) -> Figure:
        """Return one component, or ``nilai``, as it was entered for one period alone."""
        key = (indikator.kode, field, periode)
        known = self._entries.get(key)
        if known is None:
            known = self._entries[key] = component_figure(self.report, indikator, field, periode)
        return known

    def component(self, indikator: Indikator, part: Komponen, periode: str) -> Figure:
        """Return a component up to a period (only the quarter's own where quarters combine)."""
        if part.dari is not None:
            return self.shared(part.dari, periode)
        periods = self._entered(indikator, periode)
        own = {p: self.entry(indikator, part.kode, p) for p in periods}
        figure = self._known(accumulate(of_component(part, indikator), own, periods), periode)
        waits = figure == BELUM_DIISI and indikator.pengisi == "kabupaten"
        return BELUM_TERSEDIA if waits else figure

    def _known(self, figure: Figure, periode: str) -> Figure:
        """Return a figure up to a period; a unit that did not exist yet is asked for nothing."""
        absent = figure == BELUM_DIISI and periode in self.report.terbitan.not_yet
        return NIHIL if absent else figure

    def components(self, indikator: Indikator, periode: str) -> dict[str, Figure]:
        """Return every component of an indicator up to a period, by code."""
        if not self.due(periode):
            return {part.kode: BELUM_WAKTUNYA for part in indikator.komponen}
        key = (indikator.kode, periode)
        if key not in self._components:
            self._components[key] = {
                part.kode: self.component(indikator, part, periode) for part in indikator.komponen
            }
        return self._components[key]

    def _entered(self, indikator: Indikator, periode: str) -> list[str]:
        return [p for p in self.definition.entry_periods(indikator) if p in up_to(periode)]

    def realisasi(self, indikator: Indikator, periode: str) -> Figure:
        """Return the realisasi of an indicator, covering the year up to and including a period."""
        key = (indikator.kode, periode)
        if key not in self._realisasi:
            self._realisasi[key] = self._worked_out(indikator, periode)
        return self._realisasi[key]

    def _worked_out(self, indikator: Indikator, periode: str) -> Figure:
        if not self.report.terbitan.applies(indikator):
            return TIDAK_ADA_OBJEK
        if not self.due(periode) or periode not in self.definition.measured_periods(indikator):
            return BELUM_WAKTUNYA
        periods = self._entered(indikator, periode)
        if not indikator.measured_by_components:
            own = {p: self.entry(indikator, "nilai", p) for p in periods}
            return accumulate(of_value(indikator), own, periods)
        if quarters_combined(indikator):
            own = {p: self.formula_value(indikator, p) for p in periods}
            return accumulate(of_value(indikator), own, periods)
        return self.formula_value(indikator, periode)

    def formula_value(self, indikator: Indikator, periode: str) -> Figure:
        """Return the value of the rumus over the components up to a period."""
        figures = self.components(indikator, periode)
        stop = blocked(figures.values())
        if stop is not None:
            return stop
        if self._nothing_occurred(indikator, figures, periode):
            return NIHIL
        return rumus_value(indikator.nilai.rumus or "", figures)

    def _nothing_occurred(
        self, indikator: Indikator, figures: Mapping[str, Figure], periode: str
    ) -> bool:
        """Whether every figure of its own is Nihil, and by its status the indicator itself."""
        if any(figures[field] != NIHIL for field in entry_fields(indikator)):
            return False
        if all(figure == NIHIL for figure in figures.values()):
            return True
        periods = self._entered(indikator, periode)
        status = indikator_name("status", indikator.kode, periods[-1]) if periods else ""
        return self.report.text(status) == STATUS_NIHIL

    def predikat(self, indikator: Indikator, periode: str, realisasi: Figure) -> str:
        """Return the grade that was entered, else the one that the number has on its scale."""
        if indikator.nilai.jenis != "predikat" or not self.due(periode):
            return ""
        periods = self._entered(indikator, periode)
        name = indikator_name("isian", indikator.kode, "predikat", periods[-1]) if periods else ""
        grade = self.report.text(name)
        if grade or not realisasi.counted:
            return grade
        return str(indikator.skala_predikat.label(realisasi.number))

    def target(self, indikator: Indikator, periode: str) -> Fraction | None:
        """Return the target of a period: the regency's, else the one entered, else None."""
        issued = self.report.terbitan.target_of(indikator.kode, periode)
        if issued is not None and issued.nilai is not None:
            return _fraction(issued.nilai)
        if issued is not None and issued.predikat:
            return None
        value = self.report.entries.get(indikator_name("target", indikator.kode, periode))
        return exact(value) if isinstance(value, float) else None

    def target_predikat(self, indikator: Indikator, periode: str) -> str:
        """Return the grade that is the target of a period, or empty text."""
        if indikator.nilai.jenis != "predikat":
            return ""
        issued = self.report.terbitan.target_of(indikator.kode, periode)
        if issued is not None:
            return issued.predikat or ""
        return self.report.text(indikator_name("target_predikat", indikator.kode, periode))

    def capaian(self, indikator: Indikator, periode: str) -> Figure:
        """Return realisasi against the target of a period, in percent."""
        key = (indikator.kode, periode)
        if key not in self._capaian:
            realisasi, target = self.realisasi(indikator, periode), self.target(indikator, periode)
            self._capaian[key] = rules.capaian(self._rules[indikator.kode], realisasi, target)
        return self._capaian[key]

    def result(self, kode: str, periode: str) -> Result:
        """Return everything that one indicator came to in one period."""
        key = (kode, periode)
        if key not in self._results:
            self._results[key] = self._result(self.by_code[kode], periode)
        return self._results[key]

    def year_target(self, indikator: Indikator, periode: str) -> Fraction | None:
        """Return the year's target that was in force in a period: a change leaves it behind."""
        terbitan = self.report.terbitan
        if indikator.kode not in terbitan.changed_targets:
            return self.target(indikator, TAHUN)
        issued = terbitan.year_target_of(indikator.kode, periode)
        return None if issued is None or issued.nilai is None else _fraction(issued.nilai)

    def _result(self, indikator: Indikator, periode: str) -> Result:
        rule = self._rules[indikator.kode]
        realisasi = self.realisasi(indikator, periode)
        target = self.target(indikator, periode)
        value = self.capaian(indikator, periode)
        added = rules.in_mean(rule, realisasi, value)
        return Result(
            realisasi=realisasi,
            predikat=self.predikat(indikator, periode, realisasi),
            target=target,
            target_predikat=self.target_predikat(indikator, periode),
            capaian=value,
            capaian_tahun=rules.capaian(rule, realisasi, self.year_target(indikator, periode)),
            kategori=rules.kategori(rule, value) or self._reached(indikator, periode),
            in_mean=added,
            in_capped_mean=None if added is None else rules.limited(rule, added),
        )

    def _reached(self, indikator: Indikator, periode: str) -> str:
        """Return whether a grade reaches a target that is a grade alone; empty for all others."""
        if indikator.nilai.jenis != "predikat" or self.target(indikator, periode) is not None:
            return ""
        if periode not in self.definition.measured_periods(indikator):
            return ""
        predikat = self.predikat(indikator, periode, self.realisasi(indikator, periode))
        grade = self.target_predikat(indikator, periode)
        return rules.by_rank(indikator.skala_predikat, predikat, grade)

    def means(self, periode: str) -> Means:
        """Return the means of a period (weighted by ``bobot`` where the definition says so)."""
        per_sasaran = tuple(
            self._mean(periode, sasaran.indikator) for sasaran in self.definition.sasaran
        )
        everything = self.definition.indikator
        numbers = [figure.number for figure in per_sasaran if figure.counted]
        results = [self.result(one.kode, periode) for one in everything]
        by_goal = self._of(numbers, [Fraction(1)] * len(numbers), results)
        return Means(
            rata_rata=self._mean(periode, everything),
            rata_rata_batas=self._mean(periode, everything, capped=True),
            rata_rata_sasaran=by_goal if self.due(periode) else BELUM_WAKTUNYA,
            per_sasaran=per_sasaran,
            included=sum(r.capaian.state in IN_N for r in results),
            total=sum(r.realisasi.state not in OUT_OF_M for r in results),
        )

    def _mean(
        self, periode: str, indikator: tuple[Indikator, ...], *, capped: bool = False
    ) -> Figure:
        if not self.due(periode):
            return BELUM_WAKTUNYA
        numbers, weights = [], []
        results = [self.result(one.kode, periode) for one in indikator]
        for one, result in zip(indikator, results, strict=True):
            added = result.in_capped_mean if capped else result.in_mean
            if added is not None:
                numbers.append(added)
                weights.append(weight(self.definition, one))
        return self._of(numbers, weights, results)

    @staticmethod
    def _of(numbers: list[Fraction], weights: list[Fraction], results: list[Result]) -> Figure:
        """Return a weighted mean; without any number, what its indicators wait for most."""
        total = sum(weights, Fraction(0))
        if total == 0:
            found = {result.capaian.state for result in results}
            return next((state for state in WITHOUT_MEAN if state.state in found), TIDAK_DAPAT)
        products = (number * weight for number, weight in zip(numbers, weights, strict=True))
        return counted(sum(products, Fraction(0)) / total)


_fraction = lru_cache(maxsize=4_096)(Fraction)


def weight(definition: Definition, indikator: Indikator) -> Fraction:
    """Return the weight of an indicator in the means: its ``bobot`` where these are weighted."""
    if definition.pengaturan.capaian.rata_rata != "berbobot" or indikator.bobot is None:
        return Fraction(1)
    return Fraction(indikator.bobot)
