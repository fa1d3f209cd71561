"""Draw Ringkasan: the regency's figures on one page, with traffic lights and a chart."""

from collections.abc import Mapping
from dataclasses import replace

from iku.address import CellRef, a1, column_letters
from iku.blueprint import BarChart, BlueprintSheet, ColumnSpec
from iku.calculation.capaian import rule_of
from iku.calculation.results import weight
from iku.consolidation.aggregation import REALISASI as RESULTS
from iku.consolidation.figures import RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import BELUM_MASUK
from iku.definition.model import Indikator, Sasaran
from iku.recap.data_plan import DataPlan, plain
from iku.recap.live import countable_units, counted_units, without_mean
from iku.recap.marks import LIGHTS, capaian_format, legend, light, light_marks
from iku.recap.page import NOTE_ROW, draw_head, finished, received
from iku.recap.regency_formulas import of_results, target_shown
from iku.recap.ringkasan_columns import (
    BANYAK,
    BOBOT,
    CAPAIAN,
    CAPPED,
    CATATAN,
    CHART_ROW,
    HEADER_ROW,
    HEADS,
    IKU,
    IN_MEAN,
    KATEGORI,
    KODE,
    LIGHT_ROW,
    REALISASI,
    SASARAN,
    SATUAN,
    SHEET,
    STATUS,
    STRIP_ROW,
    TARGET,
    TARGET_NUMBER,
    WEIGHTED,
    WEIGHTED_CAPPED,
    WIDTHS,
    M,
    N,
)
from iku.recap.sums import Sums
from iku.recap.words import listed, notes
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.charts import DECIMALS, WHOLE
from iku.sheets.wording import numbered

_MANY = 20  # indicators; above, labels have no decimals
_TALL = 40  # indicators; above, the page stands upright
_NOTE = (
    "Angka kabupaten dihitung dari jumlah komponen seluruh kecamatan, bukan dari rata-rata "
    "persentase, kecuali bila kolom Catatan mengatakan lain. Yang tampil dibulatkan; yang dihitung "
    "angka penuhnya."
)


class Ringkasan:
    """Rows of Ringkasan for one report, and their formulas."""

    def __init__(self, plan: DataPlan, sums: Mapping[str, Sums]) -> None:
        """Plan the sheet; ``sums`` are the sums of components on the pages of indicators."""
        self.plan, self.sums = plan, sums
        self.report: RegencyReport = plan.report
        self.definition = plan.report.definition
        codes = [one.kode for one in self.definition.indikator]
        self.rows = {kode: n for n, kode in enumerate(codes, HEADER_ROW + 1)}
        self.last = HEADER_ROW + len(codes)
        self.goal_rows = [self.last + n for n, _ in enumerate(self.definition.sasaran, 1)]
        names = ("rata_rata", "rata_rata_batas", "rata_rata_sasaran")
        self.mean_rows = {name: self.goal_rows[-1] + n for n, name in enumerate(names, 1)}

    def cell(self, kode: str, column: int) -> str:
        """Return a cell of an indicator's row as other sheets refer to it."""
        return CellRef(SHEET, self.rows[kode], column).absolute

    def mean(self, name: str) -> str:
        """Return the cell of a mean as other sheets refer to it."""
        return CellRef(SHEET, self.mean_rows[name], CAPAIAN).absolute

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(SHEET)
        canvas.widths(WIDTHS)
        draw_head(canvas, self.report, "REKAP INDIKATOR KINERJA UTAMA (IKU) KECAMATAN", _NOTE)
        self._strip(canvas)
        for column, head in HEADS.items():
            canvas.put(HEADER_ROW, column, head, "header_small")
        for sasaran in self.definition.sasaran:
            self._goal(canvas, sasaran)
        self._means(canvas)
        self._marks(canvas)
        last = (max(self.mean_rows.values()), CATATAN)
        sheet = finished(canvas, self.report, last, freeze=a1(NOTE_ROW, 1))
        page = replace(sheet.page, fit_height=True, landscape=len(self.rows) <= _TALL)
        return replace(sheet, page=page, charts=(self._chart(),))

    def _strip(self, canvas: Canvas) -> None:
        """Write the figures that a reader looks for first."""
        limit = self.definition.pengaturan.capaian.batas_rata_rata
        capped = "" if limit is None else f" ({format(limit, 'f').replace('.', ',')})"
        boxes = [
            ("Rata-rata capaian (%)", "rata_rata", SASARAN, KODE),
            (f"Rata-rata dengan batas maksimum{capped} (%)", "rata_rata_batas", IKU, IKU),
            ("Rata-rata per sasaran (%)", "rata_rata_sasaran", SATUAN, REALISASI),
        ]
        for words, mean, first, last in boxes:
            self._box(canvas, words, first, last)
            cell = a1(self.mean_rows[mean], CAPAIAN)
            canvas.formula(STRIP_ROW + 1, first, cell, "header", fmt=number_format(2))
            if last > first:
                canvas.merge(STRIP_ROW + 1, first, last)
        kecamatan = f"{self.definition.jenis_unit} yang melapor"
        self._box(canvas, kecamatan, CAPAIAN, BANYAK)
        count = f"{self.report.reported} dari {len(self.report.expected)}"
        canvas.put(STRIP_ROW + 1, CAPAIAN, count, "header")
        canvas.merge(STRIP_ROW + 1, CAPAIAN, BANYAK)
        self._box(canvas, BELUM_MASUK, CATATAN, CATATAN)
        names = listed([unit.nama for unit in self.report.missing]) or "-"
        canvas.put(STRIP_ROW + 1, CATATAN, names, "header")
        self._lights(canvas)

    def _lights(self, canvas: Canvas) -> None:
        """Count the indicators of each traffic light."""
        cells = f"{a1(HEADER_ROW + 1, STATUS)}:{a1(self.last, STATUS)}"
        counted = (f'"{words}: "&COUNTIF({cells},"{words}")' for words in LIGHTS)
        canvas.formula(LIGHT_ROW, SASARAN, '&"      "&'.join(counted), "label")
        canvas.merge(LIGHT_ROW, SASARAN, CATATAN)
        words = f"Tanda pada capaian: {legend(self.definition)}"
        canvas.put(LIGHT_ROW + 1, SASARAN, words, "note")

    def _box(self, canvas: Canvas, words: str, first: int, last: int) -> None:
        canvas.put(STRIP_ROW, first, words, "label")
        if last > first:
            canvas.merge(STRIP_ROW, first, last)

    def _goal(self, canvas: Canvas, sasaran: Sasaran) -> None:
        first, last = (self.rows[sasaran.indikator[n].kode] for n in (0, -1))
        canvas.put(first, SASARAN, numbered(sasaran.nomor, sasaran.nama), "table_text")
        if last > first:
            canvas.merge(first, SASARAN, SASARAN, last)
        for one in sasaran.indikator:
            self._indicator(canvas, one)

    def _indicator(self, canvas: Canvas, one: Indikator) -> None:
        row = self.rows[one.kode]
        figure = self.report.aggregation.figure(one.kode, self.report.period)
        canvas.put(row, KODE, one.kode, "table_text_centred")
        canvas.put(row, IKU, received(one.nama), "table_text")
        canvas.put(row, SATUAN, one.satuan, "table_text_centred")
        fmt = number_format(one.desimal)
        self._target(canvas, figure, row, fmt)
        if figure.method.stands_alone:
            canvas.put(row, REALISASI, figure.method.stands_alone, "table_number")
        else:
            canvas.formula(row, REALISASI, self._realisasi(figure), "table_number", fmt=fmt)
        self._judgement(canvas, figure, row)
        self._helpers(canvas, figure, row)
        canvas.put(row, CATATAN, notes(self.report, figure), "table_text")

    def _target(self, canvas: Canvas, figure: RegencyFigure, row: int, fmt: str) -> None:
        """Write a target as reports print it; its number stands aside for the formula."""
        canvas.put(row, TARGET_NUMBER, plain(figure.target), "hidden_helper")
        canvas.put(row, TARGET, target_shown(self.plan, figure), "table_number", fmt=fmt)

    def _realisasi(self, figure: RegencyFigure) -> str:
        if not self.plan.units:
            return live.BELUM_DIISI
        if figure.method.agregasi == "komponen":
            return self.sums[figure.indikator.kode].realisasi()
        return of_results(self.plan, figure)

    def _judgement(self, canvas: Canvas, figure: RegencyFigure, row: int) -> None:
        rule = rule_of(self.definition, figure.indikator)
        realisasi, target = a1(row, REALISASI), a1(row, TARGET_NUMBER)
        value = a1(row, CAPAIAN)
        formula = live.capaian_formula(rule, realisasi, target)
        canvas.formula(row, CAPAIAN, formula, "table_number", fmt=capaian_format(self.definition))
        canvas.formula(row, STATUS, light(self.definition, value), "table_text_centred")
        label = live.banded(rule.skala, f"ROUND({value},2)")
        canvas.formula(row, KATEGORI, f'IF(ISNUMBER({value}),{label},"")', "table_text_centred")
        count = f'{a1(row, N)}&" dari "&{a1(row, M)}'
        canvas.formula(row, BANYAK, count, "table_text_centred")

    def _helpers(self, canvas: Canvas, figure: RegencyFigure, row: int) -> None:
        """Columns beside the page: counts, and what each indicator adds to the means."""
        one, rule = figure.indikator, rule_of(self.definition, figure.indikator)
        value, added = a1(row, CAPAIAN), a1(row, IN_MEAN)
        n = m = "0"
        if self.plan.units:
            states = self.plan.range(one.kode, self.report.period, RESULTS, "status")
            n, m = counted_units(states), countable_units(states)
        nihil = '""'
        if rule.bila_nihil is not None:
            words = live.decimal_text(rule.bila_nihil)
            nihil = f'IF({a1(row, REALISASI)}={live.NIHIL},{words},"")'
        capped, bobot = a1(row, CAPPED), a1(row, BOBOT)
        formulas = {
            N: n,
            M: m,
            IN_MEAN: f"IF(ISNUMBER({value}),{value},{nihil})",
            CAPPED: f'IF(ISNUMBER({added}),{live.limited_formula(rule, added)},"")',
            WEIGHTED: f'IF(ISNUMBER({added}),{added}*{bobot},"")',
            WEIGHTED_CAPPED: f'IF(ISNUMBER({added}),{capped}*{bobot},"")',
        }
        for column, formula in formulas.items():
            canvas.formula(row, column, formula, "hidden_helper")
        canvas.put(row, BOBOT, float(weight(self.definition, one)), "hidden_helper")

    def _means(self, canvas: Canvas) -> None:
        for row, sasaran in zip(self.goal_rows, self.definition.sasaran, strict=True):
            first, last = (self.rows[sasaran.indikator[n].kode] for n in (0, -1))
            words = f"Rata-rata sasaran {row - self.last}: {sasaran.nama}"
            self._mean_row(canvas, row, words, _mean(WEIGHTED, first, last))
        first = HEADER_ROW + 1
        goals = f"{a1(self.goal_rows[0], CAPAIAN)}:{a1(self.goal_rows[-1], CAPAIAN)}"
        missing = without_mean(f"{a1(first, CAPAIAN)}:{a1(self.last, CAPAIAN)}")
        by_goal = f"IF(COUNT({goals})=0,{missing},SUM({goals})/COUNT({goals}))"
        rows = (
            ("Rata-rata capaian", "rata_rata", _mean(WEIGHTED, first, self.last)),
            (
                "Rata-rata dengan batas maksimum",
                "rata_rata_batas",
                _mean(WEIGHTED_CAPPED, first, self.last),
            ),
            ("Rata-rata per sasaran", "rata_rata_sasaran", by_goal),
        )
        for words, name, formula in rows:
            self._mean_row(canvas, self.mean_rows[name], words, formula)

    def _mean_row(self, canvas: Canvas, row: int, words: str, formula: str) -> None:
        canvas.put(row, SASARAN, words, "mean")
        canvas.merge(row, SASARAN, REALISASI)
        canvas.formula(row, CAPAIAN, formula, "mean_number", fmt=number_format(2))
        for column in (KATEGORI, STATUS, BANYAK, CATATAN):
            canvas.put(row, column, None, "mean")

    def _marks(self, canvas: Canvas) -> None:
        """Colour the traffic lights; columns beside the page are hidden."""
        for column in (CAPAIAN, STATUS):
            cells = f"{a1(HEADER_ROW + 1, column)}:{a1(self.last, column)}"
            canvas.formats += light_marks(cells, f"${column_letters(STATUS)}{HEADER_ROW + 1}")
        for column in range(N, TARGET_NUMBER + 1):
            canvas.columns[column] = ColumnSpec(6, hidden=True)

    def _chart(self) -> BarChart:
        first = HEADER_ROW + 1
        kabupaten = self.definition.kabupaten.nama
        return BarChart(
            title=f"Capaian IKU {kabupaten}, {self.report.period_words} (%)",
            anchor=a1(CHART_ROW, 1),
            categories=f"{a1(first, KODE)}:{a1(self.last, KODE)}",
            values=f"{a1(first, CAPAIAN)}:{a1(self.last, CAPAIAN)}",
            value_title="Capaian (%)",
            width_cm=40.5,
            height_cm=6.8,
            label_format=DECIMALS if len(self.rows) <= _MANY else WHOLE,
        )


def _mean(column: int, first: int, last: int) -> str:
    """Return the weighted mean of rows; every weight is 1 unless the definition weighs."""
    values = f"{a1(first, column)}:{a1(last, column)}"
    added = f"{a1(first, IN_MEAN)}:{a1(last, IN_MEAN)}"
    letters = column_letters(BOBOT)
    weights = f"SUMPRODUCT(ISNUMBER({added})*{letters}{first}:{letters}{last})"
    words = without_mean(f"{a1(first, CAPAIAN)}:{a1(last, CAPAIAN)}")
    return f"IF({weights}=0,{words},SUM({values})/{weights})"
