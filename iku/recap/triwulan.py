"""Draw Triwulan: what every indicator came to in the regency, quarter after quarter."""

from collections.abc import Iterator

from iku.address import a1
from iku.blueprint import BarChart, Bars, BlueprintSheet, ColumnSpec
from iku.calculation.accumulation import quarters_combined
from iku.calculation.capaian import rule_of
from iku.consolidation.figures import RegencyFigure
from iku.definition.model import Indikator
from iku.periods import QUARTERS
from iku.recap.data_plan import DataPlan, plain
from iku.recap.marks import capaian_format, capaian_marks, legend
from iku.recap.page import NOTE_ROW, draw_head, finished, received
from iku.recap.regency_formulas import of_quarter, target_shown, up_to
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.charts import WHOLE
from iku.sheets.wording import short_period

SHEET = "Triwulan"
KODE, IKU, SATUAN, FIRST = 1, 2, 3, 4
GROUP_ROW, HEADER_ROW = 7, 8
WIDTH = 3  # columns of a period: target, realisasi, capaian
_NOTE = (
    "Setiap kolom memuat angka sejak awal tahun sampai dengan akhir periode itu, dihitung dari "
    "lembar Data; kecamatan yang belum melapor tidak ikut."
)
_OF_A_CHART = 10  # indicators; more bars than that cannot be read
_CHART_ROWS = 16  # with two rows free below it
_CHART_CM = 7.0


class Triwulan:
    """Rows and columns of Triwulan for one report."""

    def __init__(self, plan: DataPlan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.plan, self.report = plan, plan.report
        self.definition = plan.report.definition
        codes = [one.kode for one in self.definition.indikator]
        self.rows = {kode: n for n, kode in enumerate(codes, HEADER_ROW + 1)}
        self.last = HEADER_ROW + len(codes)
        self.columns = {periode: FIRST + WIDTH * n for n, periode in enumerate(plan.report.periods)}
        self.last_column = FIRST + WIDTH * len(self.columns) - 1
        quarters = [one for one in plan.report.periods if one in QUARTERS]
        aside = self.last_column + 2
        self.own = {quarter: aside + n for n, quarter in enumerate(quarters)}
        after = aside + len(quarters)
        self.targets = {periode: after + n for n, periode in enumerate(plan.report.periods)}

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(SHEET)
        canvas.widths({KODE: 8, IKU: 44, SATUAN: 11})
        canvas.widths(dict.fromkeys(range(FIRST, self.last_column + 1), 12.5))
        for column in (*self.own.values(), *self.targets.values()):
            canvas.columns[column] = ColumnSpec(6, hidden=True)
        draw_head(canvas, self.report, "PERKEMBANGAN IKU MENURUT TRIWULAN", _NOTE)
        canvas.put(5, 1, f"Tanda pada capaian: {legend(self.definition)}", "note")
        self._heads(canvas)
        for one in self.definition.indikator:
            self._row(canvas, one)
        canvas.charts += self._charts()
        rows = self.last + 1 + _CHART_ROWS * len(canvas.charts)
        for n, _ in enumerate(canvas.charts):
            top = self.last + 2 + n * _CHART_ROWS
            canvas.together(top - 1, top + _CHART_ROWS - 2)  # its frame not on the page before
        freeze = a1(NOTE_ROW, FIRST)
        return finished(canvas, self.report, (rows, self.last_column), freeze=freeze)

    def _heads(self, canvas: Canvas) -> None:
        words = {KODE: "Kode", IKU: "Indikator Kinerja Utama", SATUAN: "Satuan"}
        for column, head in words.items():
            canvas.put(GROUP_ROW, column, head, "header_small")
            canvas.merge(GROUP_ROW, column, column, HEADER_ROW)
        for periode, column in self.columns.items():
            words_of = short_period(periode)
            canvas.across(GROUP_ROW, column, column + WIDTH - 1, words_of, "header_small")
            for n, head in enumerate(("Target", "Realisasi", "Capaian (%)")):
                canvas.put(HEADER_ROW, column + n, head, "header_small")

    def _row(self, canvas: Canvas, one: Indikator) -> None:
        row = self.rows[one.kode]
        canvas.put(row, KODE, one.kode, "table_text_centred")
        canvas.put(row, IKU, received(one.nama), "table_text")
        canvas.put(row, SATUAN, one.satuan, "table_text_centred")
        if self._combined(one):
            for quarter in self.plan.report.aggregation.quarters(one, self.report.period):
                formula = of_quarter(self.plan, one, quarter)
                canvas.formula(row, self.own[quarter], formula, "hidden_helper")
        for periode, column in self.columns.items():
            figure = self.report.aggregation.figure(one.kode, periode)
            self._figure(canvas, row, column, figure)

    def _combined(self, one: Indikator) -> bool:
        added = one.agregasi == "komponen" and one.measured_by_components
        return bool(self.plan.units) and added and quarters_combined(one)

    def _figure(self, canvas: Canvas, row: int, column: int, figure: RegencyFigure) -> None:
        one, fmt = figure.indikator, number_format(figure.indikator.desimal)
        aside = self.targets[figure.periode]
        canvas.put(row, aside, plain(figure.target), "hidden_helper")
        canvas.put(row, column, target_shown(self.plan, figure), "table_number", fmt=fmt)
        realisasi, marked = a1(row, column + 1), capaian_format(self.definition)
        if figure.method.stands_alone:
            canvas.put(row, column + 1, figure.method.stands_alone, "table_number")
        else:
            formula = up_to(self.plan, figure, self._own(one, figure.periode))
            canvas.formula(row, column + 1, formula, "table_number", fmt=fmt)
        rule = rule_of(self.definition, one)
        formula = live.capaian_formula(rule, realisasi, a1(row, aside))
        canvas.formula(row, column + 2, formula, "table_number", fmt=marked)
        cell = a1(row, column + 2)
        canvas.formats += capaian_marks(self.definition, cell, cell)

    def _own(self, one: Indikator, periode: str) -> list[str]:
        if not self._combined(one):
            return []
        quarters = self.report.aggregation.quarters(one, periode)
        return [a1(self.rows[one.kode], self.own[quarter]) for quarter in quarters]

    def _charts(self) -> Iterator[BarChart]:
        """Yield charts of a few indicators each, the quarters side by side."""
        shown = [periode for periode in self.columns if periode in QUARTERS]
        charts = -(-len(self.rows) // _OF_A_CHART)
        each = -(-len(self.rows) // max(charts, 1))
        for n, first in enumerate(range(HEADER_ROW + 1, self.last + 1, max(each, 1))):
            last = min(first + each - 1, self.last)
            bars = [
                Bars(short_period(periode), f"{a1(first, column)}:{a1(last, column)}")
                for periode in shown
                for column in (self.columns[periode] + 2,)
            ]
            yield BarChart(
                title=f"Capaian menurut triwulan, Tahun {self.definition.tahun} (%)",
                anchor=a1(self.last + 2 + n * _CHART_ROWS, 1),
                categories=f"{a1(first, KODE)}:{a1(last, KODE)}",
                values=bars[0].values,
                value_title="Capaian (%)",
                width_cm=13.0 + 2.3 * WIDTH * len(self.columns),
                height_cm=_CHART_CM,
                name=bars[0].name,
                further=tuple(bars[1:]),
                label_format=WHOLE,
            )
