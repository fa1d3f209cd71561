"""Draw Matriks: the capaian of every kecamatan on every indicator, with means."""

from dataclasses import replace

from iku.address import a1
from iku.blueprint import BlueprintSheet
from iku.consolidation.aggregation import CAPAIAN
from iku.consolidation.standing import Standing
from iku.recap.data_plan import MEANS, DataPlan
from iku.recap.marks import capaian_format, capaian_marks, legend
from iku.recap.page import draw_head, finished, received
from iku.recap.ringkasan import Ringkasan
from iku.recap.ringkasan_columns import CAPAIAN as REGENCY_CAPAIAN
from iku.sheets.canvas import Canvas

SHEET = "Matriks"
NO, NAMA, FIRST = 1, 2, 3
CODE_ROW, NAME_ROW = 6, 7
_MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas",
    "rata_rata_sasaran": "Rata-rata per sasaran",
}
_OF_A_PAGE = 17  # columns that can still be read on paper
_NOTE = "Capaian (%) setiap kecamatan terhadap targetnya sendiri. Tanda: "


class Matriks:
    """Rows and columns of Matriks for one report."""

    def __init__(self, plan: DataPlan, ringkasan: Ringkasan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.plan, self.report, self.ringkasan = plan, plan.report, ringkasan
        self.definition = plan.report.definition
        self.first = NAME_ROW + 1
        self.fmt = capaian_format(plan.report.definition)
        self.last = NAME_ROW + plan.units
        codes = [one.kode for one in self.definition.indikator]
        self.columns = {kode: n for n, kode in enumerate(codes, FIRST)}
        self.means = {name: FIRST + len(codes) + n for n, name in enumerate(MEANS)}
        self.last_column = max(self.means.values())

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(SHEET)
        canvas.widths({NO: 5, NAMA: 22} | dict.fromkeys(range(FIRST, self.last_column + 1), 13.5))
        words = _NOTE + legend(self.definition)
        draw_head(canvas, self.report, "MATRIKS CAPAIAN IKU MENURUT KECAMATAN", words)
        self._heads(canvas)
        for unit, standing in enumerate(self.report.standings):
            self._row(canvas, unit, standing)
        self._regency_row(canvas)
        cells = f"{a1(self.first, FIRST)}:{a1(self.last + 1, self.last_column)}"
        canvas.formats += capaian_marks(self.definition, cells, a1(self.first, FIRST))
        sheet = finished(
            canvas,
            self.report,
            (self.last + 1, self.last_column),
            freeze=a1(self.first, FIRST),
            header_row=NAME_ROW,
        )
        wide = -(-(self.last_column - NAMA) // _OF_A_PAGE)
        page = replace(sheet.page, pages_wide=wide, title_columns=(NO, NAMA))
        return replace(sheet, page=page)

    def _heads(self, canvas: Canvas) -> None:
        for column, head in ((NO, "No."), (NAMA, self.definition.jenis_unit)):
            canvas.put(CODE_ROW, column, head, "header_small")
            canvas.merge(CODE_ROW, column, column, NAME_ROW)
        for one in self.definition.indikator:
            canvas.put(CODE_ROW, self.columns[one.kode], one.kode, "header_small")
            canvas.put(NAME_ROW, self.columns[one.kode], received(one.nama), "header_small")
        last = {self.means[name]: _MEAN_WORDS[name] for name in MEANS}
        for column, head in last.items():
            canvas.put(CODE_ROW, column, head, "header_small")
            canvas.merge(CODE_ROW, column, column, NAME_ROW)

    def _row(self, canvas: Canvas, unit: int, standing: Standing) -> None:
        row, period = self.first + unit, self.report.period
        canvas.put(row, NO, unit + 1, "table_text_centred")
        canvas.put(row, NAMA, received(standing.unit.nama), "table_text")
        cells = [(one.kode, CAPAIAN, self.columns[one.kode]) for one in self.definition.indikator]
        cells += [("", name, column) for name, column in self.means.items()]
        for kode, field, column in cells:
            value = self.plan.cell(kode, period, field, unit, "dihitung")
            words = self.plan.cell(kode, period, field, unit, "status")
            formula = f"IF(ISNUMBER({value}),{value},{words})"
            canvas.formula(row, column, formula, "table_number", fmt=self.fmt)

    def _regency_row(self, canvas: Canvas) -> None:
        row = self.last + 1
        canvas.put(row, NO, None, "mean")
        canvas.put(row, NAMA, self.definition.kabupaten.nama, "mean")
        for kode, column in self.columns.items():
            cell = self.ringkasan.cell(kode, REGENCY_CAPAIAN)
            canvas.formula(row, column, cell, "mean_number", fmt=self.fmt)
        for name, column in self.means.items():
            cell = self.ringkasan.mean(name)
            canvas.formula(row, column, cell, "mean_number", fmt=self.fmt)
