"""The regency's realisasi in any period as a formula over Data, and what its target is."""

from collections.abc import Sequence

from iku.calculation.accumulation import of_value, quarters_combined
from iku.consolidation.aggregation import REALISASI, TRIWULAN
from iku.consolidation.figures import RegencyFigure
from iku.definition.model import Indikator, NilaiTarget, PolaritasRentang
from iku.recap.data_plan import DataPlan
from iku.recap.live import countable_units, of_units, reason
from iku.recap.sums import of_components
from iku.sheets import formulas as live
from iku.sheets.wording import bounds, said


def of_results(plan: DataPlan, figure: RegencyFigure) -> str:
    """Return the formula of a figure that is made of the units' own results."""
    one, periode = figure.indikator, figure.periode
    values = plan.range(one.kode, periode, REALISASI)
    states = plan.range(one.kode, periode, REALISASI, "status")
    field = figure.method.weight
    if field and field not in plan.report.aggregation.fields(one, periode):
        return reason(states)
    weights = plan.range(one.kode, periode, field) if field else ""
    number = of_units(figure.method, values, weights)
    return f"IF(COUNT({values})>0,{number},{reason(states)})"


def of_one_period(plan: DataPlan, one: Indikator, periode: str, field: str) -> str:
    """Return the rumus over the components of all units in one period."""
    fields = plan.report.aggregation.fields(one, periode)
    ranges = {
        part.kode: plan.range(one.kode, periode, part.kode)
        for part in one.komponen
        if part.kode in fields
    }
    return of_components(one, ranges, plan.range(one.kode, periode, field, "status"))


def of_quarter(plan: DataPlan, one: Indikator, quarter: str) -> str:
    """Return what one quarter alone came to, where quarters are combined."""
    return of_one_period(plan, one, quarter, TRIWULAN)


def up_to(plan: DataPlan, figure: RegencyFigure, own: Sequence[str]) -> str:
    """Return the formula of a figure of any period.

    ``own`` are the cells of the quarters' own results up to there, where quarters are combined.
    """
    one, periode = figure.indikator, figure.periode
    if not plan.units:
        return live.BELUM_DIISI
    if figure.method.agregasi != "komponen":
        return of_results(plan, figure)
    if not quarters_combined(one):
        return of_one_period(plan, one, periode, REALISASI)
    states = plan.range(one.kode, periode, REALISASI, "status")
    if not own:
        return reason(states)
    value = live.accumulated(of_value(one), own, f"{own[0]}:{own[-1]}")
    return f"IF({countable_units(states)}>0,{value},{reason(states)})"


def target_shown(plan: DataPlan, figure: RegencyFigure) -> str | float | None:
    """Return the regency's target as reports print it."""
    one = figure.indikator
    if isinstance(one.polaritas, PolaritasRentang):
        return bounds(one.polaritas)
    if figure.target_predikat:
        issued = plan.report.aggregation.terbitan.target_of(one.kode, figure.periode)
        return said(issued or NilaiTarget())
    return None if figure.target is None else float(figure.target)
