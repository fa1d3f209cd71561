"""The lower half of Ringkasan: components summed over units, and each quarter where these combine."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from iku.address import column_letters
from iku.calculation.accumulation import of_value, quarters_combined
from iku.consolidation.aggregation import REALISASI, TRIWULAN
from iku.definition.model import Indikator, Komponen
from iku.formula.parser import parse
from iku.recap.data_plan import DataPlan
from iku.recap.live import countable_units, reason
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.wording import source_of

KODE_KOMPONEN, KODE, URAIAN, SATUAN, PERIODE, JUMLAH, BANYAK, CARA = range(1, 9)
LAST = 10
HEADS = {
    KODE_KOMPONEN: "Kode komponen",
    KODE: "Kode IKU",
    URAIAN: "Uraian",
    SATUAN: "Satuan",
    PERIODE: "Periode",
    JUMLAH: "Jumlah",
    BANYAK: "Banyak angka",
    CARA: "Dipakai dalam rumus",
}


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row: a component summed over the units, or (``part`` None) a quarter's own result."""

    number: int
    indikator: Indikator
    periode: str
    part: Komponen | None

    @property
    def cell(self) -> str:
        """The cell of its figure, on the same sheet."""
        return f"${column_letters(JUMLAH)}${self.number}"


class Sums:
    """The table of sums, for the indicators whose components are added up."""

    def __init__(self, plan: DataPlan, title_row: int) -> None:
        """Plan the rows; ``title_row`` is the first one of the table."""
        self.plan = plan
        self.title_row = title_row
        self.header_row = title_row + 1

    @cached_property
    def rows(self) -> tuple[SumRow, ...]:
        """The rows by indicator: components by quarter, then the quarters' results together."""
        found: list[tuple[Indikator, str, Komponen | None]] = []
        aggregation, period = self.plan.report.aggregation, self.plan.report.period
        for one in self.plan.report.definition.indikator if self.plan.units else ():
            if one.agregasi != "komponen" or not one.measured_by_components:
                continue
            periods = aggregation.quarters(one, period) if quarters_combined(one) else [period]
            for periode in periods:
                fields = aggregation.fields(one, periode)
                found += [(one, periode, part) for part in one.komponen if part.kode in fields]
            if quarters_combined(one):
                found += [(one, quarter, None) for quarter in periods]
        return tuple(SumRow(n, *row) for n, row in enumerate(found, self.header_row + 1))

    @property
    def last_row(self) -> int:
        """The last row of the table."""
        return self.header_row + len(self.rows)

    def realisasi(self, indikator: Indikator) -> str:
        """Return the formula of the regency's realisasi in the reported period."""
        period = self.plan.report.period
        if not quarters_combined(indikator):
            return self._of_sums(indikator, period, REALISASI)
        states = self.plan.range(indikator.kode, period, REALISASI, "status")
        own = [row.cell for row in self.rows if row.indikator is indikator and row.part is None]
        if not own:
            return reason(states)
        value = live.accumulated(of_value(indikator), own, f"{own[0]}:{own[-1]}")
        return f"IF({countable_units(states)}>0,{value},{reason(states)})"

    def _of_sums(self, indikator: Indikator, periode: str, field: str) -> str:
        """Return the rumus over the sums of one period, or why there is no number."""
        states = self.plan.range(indikator.kode, periode, field, "status")
        cells = {
            row.part.kode: row.cell
            for row in self.rows
            if row.indikator is indikator and row.periode == periode and row.part is not None
        }
        if not cells:
            return reason(states)
        rumus = live.live_rumus(parse(indikator.nilai.rumus or ""), cells, may_be_nihil=True)
        numbers = f"COUNT({','.join(cells.values())})"
        return f"IF({numbers}>0,IFERROR({rumus},{live.TIDAK_DAPAT}),{reason(states)})"

    def draw(self, canvas: Canvas) -> None:
        """Draw the table."""
        words = "Penjumlahan komponen seluruh kecamatan (dari lembar Data, kolom Nilai dihitung)"
        canvas.put(self.title_row, 1, words, "section")
        canvas.merge(self.title_row, 1, LAST)
        for column, head in HEADS.items():
            canvas.put(self.header_row, column, head, "header_small")
        canvas.merge(self.header_row, CARA, LAST)
        for row in self.rows:
            self._draw_row(canvas, row)
        for _, rows in groupby(self.rows, key=lambda row: row.indikator.kode):
            own = list(rows)
            canvas.put(own[0].number, CARA, own[0].indikator.nilai.rumus, "table_text")
            canvas.merge(own[0].number, CARA, LAST, own[-1].number)

    def _draw_row(self, canvas: Canvas, row: SumRow) -> None:
        one, part, n = row.indikator, row.part, row.number
        values = self.plan.range(one.kode, row.periode, part.kode if part else TRIWULAN)
        if part is None:
            formula = self._of_sums(one, row.periode, TRIWULAN)
        else:
            formula = f'IF(COUNT({values})=0,"-",SUM({values}))'
        source = source_of(self.plan.report.definition, part) if part else None
        texts = {
            KODE_KOMPONEN: (part.kode if part else "", "table_text"),
            KODE: (one.kode, "table_text_centred"),
            URAIAN: (source.nama if source else f"Hasil triwulan: {one.nama}", "table_text"),
            SATUAN: (source.satuan if source else one.satuan, "table_text_centred"),
            PERIODE: (row.periode, "table_text_centred"),
        }
        for column, (text, style) in texts.items():
            canvas.put(n, column, text, style)
        fmt = number_format(0 if source and source.bulat else 2 if source else one.desimal)
        canvas.formula(n, JUMLAH, formula, "table_number", fmt=fmt)
        canvas.formula(n, BANYAK, f"COUNT({values})", "table_number", fmt="0")
