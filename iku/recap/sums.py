"""The lower half of an indicator's page: components summed over units, each quarter by itself."""

from dataclasses import dataclass
from functools import cached_property

from iku.address import CellRef
from iku.calculation.accumulation import of_value, quarters_combined
from iku.consolidation.aggregation import REALISASI, TRIWULAN
from iku.definition.model import Definition, Indikator, Komponen
from iku.formula.parser import parse
from iku.recap.data_plan import DataPlan
from iku.recap.live import countable_units, reason
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.wording import source_of

NO, KODE_KOMPONEN, URAIAN, JUMLAH, SATUAN, PERIODE, BANYAK = range(1, 8)
LAST = BANYAK
HEADS = {
    NO: "No.",
    KODE_KOMPONEN: "Kode komponen",
    URAIAN: "Uraian",
    JUMLAH: "Jumlah",
    SATUAN: "Satuan",
    PERIODE: "Periode",
    BANYAK: "Banyaknya kecamatan yang dihitung",
}


@dataclass(frozen=True, slots=True)
class SumRow:
    """One row: a component summed over the units, or (``part`` None) a quarter's own result."""

    sheet: str
    number: int
    periode: str
    part: Komponen | None

    @property
    def cell(self) -> str:
        """The cell of its figure."""
        return CellRef(self.sheet, self.number, JUMLAH).absolute


class Sums:
    """The table of sums of one indicator; it has rows where components are added up."""

    def __init__(self, plan: DataPlan, indikator: Indikator, sheet: str, title_row: int) -> None:
        """Plan the rows; ``title_row`` is the first one of the table."""
        self.plan, self.indikator = plan, indikator
        self.sheet, self.title_row = sheet, title_row
        self.header_row = title_row + 1

    @cached_property
    def rows(self) -> tuple[SumRow, ...]:
        """The components, quarter by quarter where these are combined, then the quarters' results."""
        one, aggregation = self.indikator, self.plan.report.aggregation
        if one.agregasi != "komponen" or not one.measured_by_components or not self.plan.units:
            return ()
        combined, period = quarters_combined(one), self.plan.report.period
        periods = aggregation.quarters(one, period) if combined else [period]
        found: list[tuple[str, Komponen | None]] = []
        for periode in periods:
            fields = aggregation.fields(one, periode)
            found += [(periode, part) for part in one.komponen if part.kode in fields]
        if combined:
            found += [(quarter, None) for quarter in periods]
        first = self.header_row + 1
        return tuple(SumRow(self.sheet, n, *row) for n, row in enumerate(found, first))

    @property
    def last_row(self) -> int:
        """The last row of the table, or the one above it where there is none."""
        return self.header_row + len(self.rows) if self.rows else self.title_row - 1

    def realisasi(self) -> str:
        """Return the formula of the regency's realisasi in the reported period."""
        one, period = self.indikator, self.plan.report.period
        if not quarters_combined(one):
            return self._of_sums(period, REALISASI)
        states = self.plan.range(one.kode, period, REALISASI, "status")
        own = [row for row in self.rows if row.part is None]
        if not own:
            return reason(states)
        cells = [row.cell for row in own]
        last = CellRef(self.sheet, own[-1].number, JUMLAH).absolute.rpartition("!")[2]
        value = live.accumulated(of_value(one), cells, f"{cells[0]}:{last}")
        return f"IF({countable_units(states)}>0,{value},{reason(states)})"

    def _of_sums(self, periode: str, field: str) -> str:
        """Return the rumus over the sums of one period, or why there is no number."""
        cells = {
            row.part.kode: row.cell
            for row in self.rows
            if row.periode == periode and row.part is not None
        }
        states = self.plan.range(self.indikator.kode, periode, field, "status")
        return of_components(self.indikator, cells, states)

    def draw(self, canvas: Canvas) -> None:
        """Draw the table; nothing where no components are added up."""
        if not self.rows:
            return
        words = "Penjumlahan komponen seluruh kecamatan (dari lembar Data, kolom Nilai dihitung)"
        canvas.across(self.title_row, 1, LAST, words, "section")
        canvas.heads(self.header_row, HEADS, "header_small")
        for n, row in enumerate(self.rows, 1):
            canvas.put(row.number, NO, n, "table_text_centred")
            self._draw_row(canvas, row)

    def _draw_row(self, canvas: Canvas, row: SumRow) -> None:
        one, part, n = self.indikator, row.part, row.number
        values = self.plan.range(one.kode, row.periode, part.kode if part else TRIWULAN)
        if part is None:
            formula = self._of_sums(row.periode, TRIWULAN)
        else:
            formula = f'IF(COUNT({values})=0,"-",SUM({values}))'
        definition = self.plan.report.definition
        source = source_of(definition, part) if part else None
        texts = {
            KODE_KOMPONEN: (part.kode if part else "", "table_text"),
            URAIAN: (source.nama if source else "Hasil triwulan itu sendiri", "table_text"),
            SATUAN: (source.satuan if source else one.satuan, "table_text_centred"),
            PERIODE: (row.periode, "table_text_centred"),
        }
        for column, (text, style) in texts.items():
            canvas.put(n, column, text, style)
        fmt = part_format(definition, one, part.kode) if part else number_format(one.desimal)
        canvas.formula(n, JUMLAH, formula, "table_number", fmt=fmt)
        canvas.formula(n, BANYAK, f"COUNT({values})", "table_number", fmt="0")


def part_format(definition: Definition, indikator: Indikator, kode: str) -> str:
    """Return how the numbers of a component are shown: whole ones without decimals."""
    part = next(one for one in indikator.komponen if one.kode == kode)
    return number_format(0 if source_of(definition, part).bulat else 2)


def of_components(indikator: Indikator, cells: dict[str, str], states: str) -> str:
    """Return the rumus over sums (cells, or ranges to be summed), or why there is no number."""
    if not cells:
        return reason(states)
    rumus = live.live_rumus(parse(indikator.nilai.rumus or ""), cells, may_be_nihil=True)
    numbers = f"COUNT({','.join(cells.values())})"
    return f"IF({numbers}>0,IFERROR({rumus},{live.TIDAK_DAPAT}),{reason(states)})"
