"""Aggregation: the figures of a regency from those of its units, exactly, with every state."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cached_property

from iku.calculation import capaian as rules
from iku.calculation.accumulation import accumulate, of_value, quarters_combined
from iku.calculation.figure import (
    BELUM_DIISI,
    NIHIL,
    TIDAK_ADA_OBJEK,
    TIDAK_DAPAT,
    Figure,
    State,
    blocked,
    counted,
)
from iku.calculation.results import IN_N, WITHOUT_MEAN, Means, weight
from iku.calculation.rumus import rumus_value
from iku.consolidation.figures import OUT_OF_M, Contribution, RegencyFigure, Slice
from iku.consolidation.method import Method, method_of
from iku.consolidation.standing import Standing
from iku.consolidation.succession import last_of, stays
from iku.definition.model import Definition, Indikator, Unit
from iku.periods import up_to
from iku.targets import has_own_target
from iku.terbitan import Terbitan, issue

REALISASI, CAPAIAN, TRIWULAN = "(realisasi)", "(capaian)", "(hasil triwulan)"
"""Slices beside those of components; a component code has no brackets. The last is one quarter's
own result, where these are combined."""
_RESULTS = {
    CAPAIAN: Standing.capaian,
    TRIWULAN: Standing.quarter_value,
    REALISASI: Standing.realisasi,
}


class Aggregation:
    """Figures of a regency, worked out when asked for and kept."""

    def __init__(self, definition: Definition, standings: Sequence[Standing]) -> None:
        """Take the regency's definition and where each expected unit stands."""
        self.definition = definition
        self.standings = tuple(standings)
        self._slices: dict[tuple[str, str, str], Slice] = {}
        self._figures: dict[tuple[str, str], RegencyFigure] = {}
        self._added: dict[tuple[str, str, str], bool] = {}

    @cached_property
    def terbitan(self) -> Terbitan:
        """The targets of the regency itself: the definition's own, without any unit's."""
        kabupaten = self.definition.kabupaten
        return issue(self.definition, Unit(kode=kabupaten.kode, nama=kabupaten.nama))

    @cached_property
    def by_code(self) -> dict[str, Indikator]:
        """The indicators by code."""
        return {one.kode: one for one in self.definition.indikator}

    def quarters(self, indikator: Indikator, periode: str) -> list[str]:
        """Return the quarters in which an indicator is entered, up to a period."""
        return [p for p in self.definition.entry_periods(indikator) if p in up_to(periode)]

    def slice(self, kode: str, periode: str, field: str) -> Slice:
        """Return the units' values of a component, or of ``realisasi`` or ``capaian``."""
        key = (kode, periode, field)
        if key not in self._slices:
            rows = (self.row(one, self.by_code[kode], periode, field) for one in self.standings)
            self._slices[key] = Slice(kode, periode, field, tuple(rows))
        return self._slices[key]

    def fields(self, indikator: Indikator, periode: str) -> tuple[str, ...]:
        """Return the slices that an indicator has in a period, components first."""
        parts = tuple(part.kode for part in indikator.komponen)
        if quarters_combined(indikator):
            entered = periode in self.definition.entry_periods(indikator)
            return (*parts, TRIWULAN, REALISASI, CAPAIAN) if entered else (REALISASI, CAPAIAN)
        measured = periode in self.definition.measured_periods(indikator)
        return (*parts, REALISASI, CAPAIAN) if measured else (REALISASI, CAPAIAN)

    def row(
        self, standing: Standing, indikator: Indikator, periode: str, field: str
    ) -> Contribution:
        """Return what one unit gives; of one that has ended, what stays in sums over the year."""
        found = self._row(standing, indikator, periode, field)
        last = self._kept_from(standing, indikator, periode, field)
        if not last:
            return found
        before = self._row(standing, indikator, last, field)
        return replace(found, added=before.added, sources=before.sources)

    def _kept_from(self, standing: Standing, indikator: Indikator, periode: str, field: str) -> str:
        """Return the period whose value of an ended unit still counts, empty where none does."""
        last = last_of(standing, indikator, periode)
        if not last or field in {CAPAIAN, TRIWULAN}:
            return ""
        if not any(one.reported(periode) for one in self.standings):
            return ""  # nobody speaks for the period, so it has no figures
        part = next((one for one in indikator.komponen if one.kode == field), None)
        heirs = [one for one in self.standings if standing.unit.kode in one.unit.asal]
        return last if stays(self.definition, indikator, part, heirs, periode) else ""

    def _row(
        self, standing: Standing, indikator: Indikator, periode: str, field: str
    ) -> Contribution:
        result = _RESULTS.get(field)
        if result is not None:
            figure = result(standing, indikator, periode)
            typed = figure.counted and field == REALISASI and not indikator.measured_by_components
            sources = standing.sources_of(indikator, None, periode) if typed else ()
            return Contribution(standing, figure, figure.value, sources)
        part = next(one for one in indikator.komponen if one.kode == field)
        figure = standing.component(indikator, part, periode)
        key = (standing.unit.kode, indikator.kode, periode)
        adds = self._added.get(key)
        if adds is None:
            adds = self._added[key] = self._adds(standing, indikator, periode)
        sources = standing.sources_of(indikator, part, periode) if figure.counted else ()
        return Contribution(standing, figure, figure.value if adds else None, sources)

    def _adds(self, standing: Standing, indikator: Indikator, periode: str) -> bool:
        """Whether the components of a unit count: all of them together, or none.

        "Tidak dapat dihitung" still adds its components if all are numbers (2 of 0 adds 2 and 0);
        a numerator without its denominator would distort the regency's figure.
        """
        combined = quarters_combined(indikator)
        value = standing.quarter_value if combined else standing.realisasi
        state = value(indikator, periode).state
        if state is State.TERHITUNG:
            return True
        if state is not State.TIDAK_DAPAT or indikator.agregasi != "komponen":
            return False
        parts = [standing.component(indikator, part, periode) for part in indikator.komponen]
        return blocked(parts) is None

    def figure(self, kode: str, periode: str) -> RegencyFigure:
        """Return what an indicator came to in the regency, up to and including a period."""
        key = (kode, periode)
        if key not in self._figures:
            self._figures[key] = self._work_out(self.by_code[kode], periode)
        return self._figures[key]

    def _work_out(self, indikator: Indikator, periode: str) -> RegencyFigure:
        rule = rules.rule_of(self.definition, indikator)
        method = method_of(indikator)
        realisasi = self._realisasi(indikator, periode, method)
        issued = self.terbitan.target_of(indikator.kode, periode)
        target = self._target(indikator, periode)
        value = rules.capaian(rule, realisasi, target)
        added = rules.in_mean(rule, realisasi, value)
        graded = indikator.nilai.jenis == "predikat"
        scale = indikator.skala_predikat
        return RegencyFigure(
            indikator=indikator,
            periode=periode,
            method=method,
            realisasi=realisasi,
            predikat=scale.label(realisasi.number) if graded and realisasi.counted else "",
            target=target,
            target_predikat=(issued.predikat or "") if issued is not None and graded else "",
            capaian=value,
            kategori=rules.kategori(rule, value),
            in_mean=added,
            in_capped_mean=None if added is None else rules.limited(rule, added),
            states=self._states(indikator, periode),
        )

    def _target(self, indikator: Indikator, periode: str) -> Fraction | None:
        """Return the regency's target; where figures add up and units inherit it, the units' sum.

        A target that a unit inherits is one unit's, not that of all together. There is no sum
        while a unit that has the indicator has no target. An ended unit keeps its last target.
        """
        issued = self.terbitan.target_of(indikator.kode, periode)
        set_here = None if issued is None or issued.nilai is None else Fraction(issued.nilai)
        if indikator.agregasi != "jumlah":
            return set_here
        asked = (
            (one, periode)
            if periode not in one.absent
            else (one, self._kept_from(one, indikator, periode, REALISASI))
            for one in self.standings
        )
        having = [(one, when) for one, when in asked if when and one.applies(indikator)]
        own = (has_own_target(self.definition, one.unit, indikator, when) for one, when in having)
        if set_here is not None and all(own):
            return set_here
        targets = [one.target(indikator, when) for one, when in having]
        known = [one for one in targets if one is not None]
        return sum(known, Fraction(0)) if known and len(known) == len(targets) else None

    def _states(self, indikator: Indikator, periode: str) -> tuple[State, ...]:
        rows = self.slice(indikator.kode, periode, REALISASI).rows
        return tuple(row.figure.state for row in rows)

    def _realisasi(self, indikator: Indikator, periode: str, method: Method) -> Figure:
        units = self.slice(indikator.kode, periode, REALISASI)
        figures = [row.figure for row in units.rows]
        if method.stands_alone:
            return TIDAK_DAPAT
        if method.agregasi != "komponen":
            return self._of_units(units, method) or without_number(figures)
        if not quarters_combined(indikator):
            return self.sum_value(indikator, periode)
        if all(figure.state in OUT_OF_M for figure in figures):
            return without_number(figures)
        quarters = self.quarters(indikator, periode)
        own = {quarter: self.sum_value(indikator, quarter) for quarter in quarters}
        return accumulate(of_value(indikator), own, quarters)

    def sum_value(self, indikator: Indikator, periode: str) -> Figure:
        """Return the rumus over the components summed over units (one quarter where combined)."""
        parts = {
            part.kode: self.slice(indikator.kode, periode, part.kode) for part in indikator.komponen
        }
        totals = {kode: one.total for kode, one in parts.items()}
        if any(total.counted for total in totals.values()):
            return rumus_value(indikator.nilai.rumus or "", totals)
        field = TRIWULAN if quarters_combined(indikator) else REALISASI
        rows = self.slice(indikator.kode, periode, field).rows
        return without_number([row.figure for row in rows])

    def _of_units(self, units: Slice, method: Method) -> Figure | None:
        """Return a figure over the units' own results, None where no unit has a number."""
        numbers = units.numbers
        if not numbers:
            return None
        match method.agregasi:
            case "jumlah":
                return units.total
            case "maks":
                return counted(max(numbers))
            case "min":
                return counted(min(numbers))
            case "rata_rata":
                return counted(sum(numbers, Fraction(0)) / len(numbers))
        weights = self.slice(units.kode, units.periode, method.weight)
        pairs = zip(units.rows, weights.rows, strict=True)
        products = [(a.added or Fraction(0)) * (w.added or Fraction(0)) for a, w in pairs]
        divisor = sum(weights.numbers, Fraction(0))
        return TIDAK_DAPAT if divisor == 0 else counted(sum(products, Fraction(0)) / divisor)

    def means(self, periode: str) -> Means:
        """Return the regency's means over its indicators, and how many of them are answered.

        What the definition does not combine is not expected here, so it is not in "dari m".
        """
        figures = {one.kode: self.figure(one.kode, periode) for one in self.definition.indikator}
        goals = [
            self._mean([figures[one.kode] for one in sasaran.indikator])
            for sasaran in self.definition.sasaran
        ]
        every = list(figures.values())
        expected = [one for one in every if one.method.agregasi != "tidak"]
        by_goal = [(goal.number, Fraction(1)) for goal in goals if goal.counted]
        return Means(
            rata_rata=self._mean(every),
            rata_rata_batas=self._mean(every, capped=True),
            rata_rata_sasaran=weighted_mean(by_goal) or without_mean(every),
            per_sasaran=tuple(goals),
            included=sum(one.capaian.state in IN_N for one in expected),
            total=sum(one.realisasi.state not in OUT_OF_M for one in expected),
        )

    def _mean(self, figures: Sequence[RegencyFigure], *, capped: bool = False) -> Figure:
        pairs = []
        for one in figures:
            added = one.in_capped_mean if capped else one.in_mean
            if added is not None:
                pairs.append((added, weight(self.definition, one.indikator)))
        return weighted_mean(pairs) or without_mean(figures)


def without_number(figures: Sequence[Figure]) -> Figure:
    """Return why a regency has no figure, from the reasons of its units.

    Nothing occurred where any unit says so and none has a number; otherwise the reason that
    explains most.
    """
    if not figures:
        return BELUM_DIISI
    return NIHIL if NIHIL in figures else blocked(figures) or TIDAK_ADA_OBJEK


def without_mean(figures: Iterable[RegencyFigure]) -> Figure:
    """Return what a mean without any number shows: what its indicators wait for most."""
    found = {one.capaian.state for one in figures if not one.method.stands_alone}
    return next((state for state in WITHOUT_MEAN if state.state in found), TIDAK_DAPAT)


def weighted_mean(pairs: Sequence[tuple[Fraction, Fraction]]) -> Figure | None:
    """Return the mean of (number, weight) pairs; None where nothing weighs."""
    total = sum((weight for _, weight in pairs), Fraction(0))
    if total == 0:
        return None
    return counted(sum((number * weight for number, weight in pairs), Fraction(0)) / total)
