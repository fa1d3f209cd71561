"""Draw Matriks: the capaian of every kecamatan on every indicator, with means and rank."""

from iku.address import a1
from iku.blueprint import BlueprintSheet, ColumnSpec
from iku.calculation.figure import State
from iku.consolidation.aggregation import CAPAIAN
from iku.consolidation.figures import OUT_OF_M
from iku.consolidation.standing import Standing
from iku.recap.data_plan import MEANS, DataPlan
from iku.recap.marks import capaian_marks
from iku.recap.page import draw_head, finished
from iku.recap.ringkasan import CAPAIAN as REGENCY_CAPAIAN
from iku.recap.ringkasan import Ringkasan
from iku.sheets.canvas import Canvas, number_format

SHEET = "Matriks"
NO, NAMA, FIRST = 1, 2, 3
CODE_ROW, NAME_ROW = 6, 7
_MEAN_WORDS = {
    "rata_rata": "Rata-rata capaian",
    "rata_rata_batas": "Rata-rata dengan batas",
    "rata_rata_sasaran": "Rata-rata per sasaran",
}
_NOTE = (
    "Capaian (%) setiap kecamatan terhadap targetnya sendiri. Hijau: tercapai (100 atau lebih). "
    "Merah: dua kategori terbawah. Abu-abu: belum ada angka."
)


class Matriks:
    """Rows and columns of Matriks for one report."""

    def __init__(self, plan: DataPlan, ringkasan: Ringkasan) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.plan, self.report, self.ringkasan = plan, plan.report, ringkasan
        self.definition = plan.report.definition
        self.first = NAME_ROW + 1
        self.last = NAME_ROW + plan.units
        codes = [one.kode for one in self.definition.indikator]
        self.columns = {kode: n for n, kode in enumerate(codes, FIRST)}
        self.means = {name: FIRST + len(codes) + n for n, name in enumerate(MEANS)}
        self.rank = max(self.means.values()) + 1
        self.basis = self.rank + 1
        self.last_column = self.rank if self.report.complete else self.rank - 1

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(SHEET)
        canvas.widths({NO: 5, NAMA: 22} | dict.fromkeys(range(FIRST, self.last_column + 1), 12.5))
        canvas.columns[self.basis] = ColumnSpec(6, hidden=True)
        draw_head(canvas, self.report, "MATRIKS CAPAIAN IKU MENURUT KECAMATAN", _NOTE)
        self._heads(canvas)
        for unit, standing in enumerate(self.report.standings):
            self._row(canvas, unit, standing)
        self._regency_row(canvas)
        cells = f"{a1(self.first, FIRST)}:{a1(self.last + 1, self.rank - 1)}"
        canvas.formats += capaian_marks(self.definition, cells, a1(self.first, FIRST))
        return finished(
            canvas,
            self.report,
            (self.last + 1, self.last_column),
            freeze=a1(self.first, FIRST),
            header_row=NAME_ROW,
        )

    def _heads(self, canvas: Canvas) -> None:
        for column, head in ((NO, "No."), (NAMA, self.definition.jenis_unit)):
            canvas.put(CODE_ROW, column, head, "header_small")
            canvas.merge(CODE_ROW, column, column, NAME_ROW)
        for one in self.definition.indikator:
            canvas.put(CODE_ROW, self.columns[one.kode], one.kode, "header_small")
            canvas.put(NAME_ROW, self.columns[one.kode], one.nama, "header_small")
        last = {self.means[name]: _MEAN_WORDS[name] for name in MEANS}
        if self.report.complete:
            basis = _MEAN_WORDS[self.definition.pengaturan.peringkat.dasar].lower()
            last[self.rank] = f"Peringkat menurut {basis}"
        for column, head in last.items():
            canvas.put(CODE_ROW, column, head, "header_small")
            canvas.merge(CODE_ROW, column, column, NAME_ROW)

    def _row(self, canvas: Canvas, unit: int, standing: Standing) -> None:
        row, period = self.first + unit, self.report.period
        canvas.put(row, NO, unit + 1, "table_text_centred")
        canvas.put(row, NAMA, standing.unit.nama, "table_text")
        cells = [(one.kode, CAPAIAN, self.columns[one.kode]) for one in self.definition.indikator]
        cells += [("", name, column) for name, column in self.means.items()]
        for kode, field, column in cells:
            value = self.plan.cell(kode, period, field, unit, "dihitung")
            words = self.plan.cell(kode, period, field, unit, "status")
            formula = f"IF(ISNUMBER({value}),{value},{words})"
            canvas.formula(row, column, formula, "table_number", fmt=number_format(2))
        if self.report.complete:
            self._rank(canvas, row, standing)

    def _rank(self, canvas: Canvas, row: int, standing: Standing) -> None:
        """Rank the kecamatan that are complete enough, once all have reported."""
        dasar = self.definition.pengaturan.peringkat.dasar
        basis, own = a1(row, self.means[dasar]), a1(row, self.basis)
        ranked = f'IF(ISNUMBER({basis}),{basis},"")' if self._complete_enough(standing) else '""'
        canvas.formula(row, self.basis, ranked, "hidden_helper")
        every = f"{a1(self.first, self.basis)}:{a1(self.last, self.basis)}"
        better = f"SUMPRODUCT(ISNUMBER({every})*({every}>{own}))"
        formula = f'IF(ISNUMBER({own}),1+{better},"-")'
        canvas.formula(row, self.rank, formula, "table_text_centred", fmt="0")

    def _complete_enough(self, standing: Standing) -> bool:
        """Whether enough of the indicators that have an object are known in a kecamatan."""
        states = [
            standing.realisasi(one, self.report.period).state for one in self.definition.indikator
        ]
        due = [state for state in states if state not in OUT_OF_M]
        known = sum(state in {State.TERHITUNG, State.NIHIL} for state in due)
        wanted = self.definition.pengaturan.peringkat.kelengkapan_minimum
        return bool(due) and known * 100 >= wanted * len(due)

    def _regency_row(self, canvas: Canvas) -> None:
        row = self.last + 1
        canvas.put(row, NO, None, "mean")
        canvas.put(row, NAMA, self.definition.kabupaten.nama, "mean")
        for kode, column in self.columns.items():
            cell = self.ringkasan.cell(kode, REGENCY_CAPAIAN)
            canvas.formula(row, column, cell, "mean_number", fmt=number_format(2))
        for name, column in self.means.items():
            cell = self.ringkasan.mean(name)
            canvas.formula(row, column, cell, "mean_number", fmt=number_format(2))
        if self.report.complete:
            canvas.put(row, self.rank, None, "mean")
