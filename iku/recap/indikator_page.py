"""Draw the page of one indicator: every kecamatan with its components, and who is far off."""

from dataclasses import replace
from fractions import Fraction

from iku.address import CellRef, a1
from iku.blueprint import BarChart, BlueprintSheet
from iku.consolidation.aggregation import CAPAIAN, REALISASI
from iku.consolidation.outliers import FEWEST, Spread, spread
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator, PolaritasRentang
from iku.recap import ringkasan_columns as regency
from iku.recap.data_plan import DataPlan, plain
from iku.recap.marks import capaian_format, capaian_marks, legend
from iku.recap.page import NOTE_ROW, draw_head, finished, received
from iku.recap.sums import Sums, part_format
from iku.sheets.canvas import Canvas, number_format
from iku.sheets.charts import DECIMALS, WHOLE
from iku.sheets.wording import AGREGASI, bounds, direction, numbered, source_of

NO, KODE, NAMA, NILAI, TARGET, HASIL, CATATAN, FIRST_PART = range(1, 9)
HOW_ROW, LEGEND_ROW, CHART_ROW, HEADER_ROW = 5, 6, 8, 23
_WIDTHS = {NO: 5.0, KODE: 15.0, NAMA: 26.0, NILAI: 19.0, TARGET: 13.0, HASIL: 19.0, CATATAN: 26.0}
_PART_WIDTH = 17.0
_CM = 0.19  # of a chart over a column, for each character of its width
_ONE_PAGE = 20  # kecamatan that fit on one page with the chart
HEADS = {NO: "No.", KODE: "Kode", TARGET: "Target", HASIL: "Capaian (%)", CATATAN: "Catatan"}
HIGH, LOW = "jauh di atas yang lain", "jauh di bawah yang lain"
_NARROW = 3.0  # points: the rows of a chart that is not drawn
NO_BARS = "Belum ada capaian yang dapat digambar."
KEPT = "angka sebelum berakhir tetap dijumlahkan"
_FEW = f"Kecamatan yang jauh berbeda tidak ditandai: angkanya masih kurang dari {FEWEST} kecamatan."
_MANY = 20  # bars; above, their labels have no decimals
_CROWDED = 40  # bars; above, they have no labels: the table beneath has them


class IndikatorPage:
    """Rows and columns of one indicator's page."""

    def __init__(self, plan: DataPlan, indikator: Indikator, sheet: str) -> None:
        """Plan the sheet; nothing is drawn here."""
        self.plan, self.report, self.one, self.sheet = plan, plan.report, indikator, sheet
        self.last = HEADER_ROW + plan.units
        numbers = plan.report.aggregation.slice(indikator.kode, plan.report.period, REALISASI)
        self.spread = spread(row.figure.number for row in numbers.rows if row.figure.counted)
        self.sums = Sums(plan, indikator, sheet, self.last + (6 if self.spread else 4))
        fields = plan.report.aggregation.fields(indikator, plan.report.period)
        self.parts = {
            part.kode: column
            for column, part in enumerate(
                (part for part in indikator.komponen if part.kode in fields), FIRST_PART
            )
        }

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(self.sheet)
        canvas.widths(_WIDTHS | dict.fromkeys(self.parts.values(), _PART_WIDTH))
        self._head(canvas)
        for unit, standing in enumerate(self.report.standings):
            self._row(canvas, unit, standing)
        self._regency(canvas)
        self._usual(canvas)
        self.sums.draw(canvas)
        cells = f"{a1(HEADER_ROW + 1, HASIL)}:{a1(self.last + 1, HASIL)}"
        first = a1(HEADER_ROW + 1, HASIL)
        canvas.formats += capaian_marks(self.report.definition, cells, first)
        end = (max(self.sums.last_row, self.last + 3), self._last_column)
        sheet = finished(canvas, self.report, end, freeze=a1(NOTE_ROW, 1))
        heads = (HEADER_ROW, HEADER_ROW)
        small = self.plan.units <= _ONE_PAGE
        page = replace(sheet.page, fit_height=small, title_rows=heads)
        return replace(sheet, page=page, charts=(self._chart(),) if self._has_bars else ())

    @property
    def _has_bars(self) -> bool:
        """Whether any kecamatan has a capaian to draw."""
        rows = self.report.aggregation.slice(self.one.kode, self.report.period, CAPAIAN).rows
        return any(row.figure.counted for row in rows)

    @property
    def _last_column(self) -> int:
        return CATATAN + len(self.parts)

    def _head(self, canvas: Canvas) -> None:
        one, definition = self.one, self.report.definition
        title = f"IKU {one.kode}: {received(one.nama)}"
        draw_head(canvas, self.report, title, f"{direction(one)}. {AGREGASI[one.agregasi]}.")
        rumus = f"Rumus: {one.nilai.rumus}. " if one.nilai.rumus else ""
        canvas.put(HOW_ROW, 1, f"{rumus}{'' if self.spread else _FEW}".strip(), "note")
        if not self._has_bars:
            canvas.put(CHART_ROW, 1, NO_BARS, "note")
            canvas.at_least(_NARROW, *range(CHART_ROW + 1, HEADER_ROW))
        canvas.put(LEGEND_ROW, 1, f"Tanda pada capaian: {legend(definition)}", "note")
        canvas.heads(HEADER_ROW, HEADS, "header_small")
        canvas.put(HEADER_ROW, NAMA, definition.jenis_unit, "header_small")
        canvas.put(HEADER_ROW, NILAI, f"Realisasi ({one.satuan})", "header_small")
        for part in one.komponen:
            if part.kode in self.parts:
                source = source_of(definition, part)
                words = numbered(source.nama or part.kode, f"({source.satuan})")
                canvas.put(HEADER_ROW, self.parts[part.kode], received(words), "header_small")

    def _row(self, canvas: Canvas, unit: int, standing: Standing) -> None:
        row, one = HEADER_ROW + 1 + unit, self.one
        canvas.put(row, NO, unit + 1, "table_text_centred")
        canvas.put(row, KODE, standing.unit.kode, "table_text_centred")
        canvas.put(row, NAMA, received(standing.unit.nama), "table_text")
        fmt = number_format(one.desimal)
        canvas.formula(row, NILAI, self._shown(unit, REALISASI), "table_number", fmt=fmt)
        self._target(canvas, row, standing)
        marked = capaian_format(self.report.definition)
        canvas.formula(row, HASIL, self._shown(unit, CAPAIAN), "table_number", fmt=marked)
        fields = (REALISASI, *self.parts)
        if any(self._kept(unit, field) for field in fields):
            canvas.put(row, CATATAN, KEPT, "table_text")
        else:
            canvas.formula(row, CATATAN, self._far_off(row), "table_text")
        for kode, column in self.parts.items():
            fmt = part_format(self.report.definition, one, kode)
            canvas.formula(row, column, self._shown(unit, kode), "table_number", fmt=fmt)

    def _shown(self, unit: int, field: str) -> str:
        kode, period = self.one.kode, self.report.period
        column = "dihitung" if self._kept(unit, field) else "dilaporkan"
        value = self.plan.cell(kode, period, field, unit, column)
        words = self.plan.cell(kode, period, field, unit, "status")
        return f"IF(ISNUMBER({value}),{value},{words})"

    def _kept(self, unit: int, field: str) -> bool:
        """Whether a value of a unit that has ended is still part of the regency's sum."""
        piece = self.report.aggregation.slice(self.one.kode, self.report.period, field).rows[unit]
        return piece.added is not None and self.report.period in piece.standing.absent

    def _target(self, canvas: Canvas, row: int, standing: Standing) -> None:
        one, decimals = self.one, number_format(self.one.desimal)
        if isinstance(one.polaritas, PolaritasRentang):
            canvas.put(row, TARGET, bounds(one.polaritas), "table_number")
        else:
            here = self.report.period not in standing.absent and standing.applies(one)
            target = standing.target(one, self.report.period) if here else None
            canvas.put(row, TARGET, plain(target), "table_number", fmt=decimals)

    def _far_off(self, row: int) -> str:
        if self.spread is None:
            return '""'
        value, low, high = a1(row, NILAI), *self._bounds()
        far = f'IF({value}>{high},"▲ {HIGH}",IF({value}<{low},"▼ {LOW}",""))'
        return f'IF(ISNUMBER({value}),{far},"")'

    def _bounds(self) -> tuple[str, str]:
        return f"$D${self.last + 3}", f"$D${self.last + 4}"

    def _regency(self, canvas: Canvas) -> None:
        """Repeat what Ringkasan says of the regency."""
        row, kode = self.last + 1, self.one.kode
        for column in (NO, KODE, CATATAN):
            canvas.put(row, column, None, "mean")
        canvas.put(row, NAMA, received(self.report.definition.kabupaten.nama), "mean")
        cells = {NILAI: regency.REALISASI, TARGET: regency.TARGET, HASIL: regency.CAPAIAN}
        formats = dict.fromkeys((NILAI, TARGET), number_format(self.one.desimal))
        formats[HASIL] = capaian_format(self.report.definition)
        numbers = {one.kode: n for n, one in enumerate(self.report.definition.indikator, 1)}
        for column, place in cells.items():
            there = CellRef(regency.SHEET, regency.HEADER_ROW + numbers[kode], place).absolute
            formula = f'IF({there}="","",{there})'
            canvas.formula(row, column, formula, "mean_number", fmt=formats[column])
        own = {row.part.kode: row.cell for row in self.sums.rows if row.part is not None}
        single = len(own) == len(self.sums.rows)  # otherwise each quarter has sums of its own
        for part, column in self.parts.items():
            if single and part in own:
                fmt = part_format(self.report.definition, self.one, part)
                canvas.formula(row, column, own[part], "mean_number", fmt=fmt)
            else:
                canvas.put(row, column, None, "mean")

    def _usual(self, canvas: Canvas) -> None:
        """Write the middle value, and the bounds beyond which a kecamatan is marked."""
        if self.spread is None:
            return
        for row, (words, value) in enumerate(_lines(self.spread), self.last + 2):
            canvas.put(row, 1, words, "table_text")
            canvas.merge(row, 1, NAMA)
            canvas.put(row, NILAI, float(value), "table_number", fmt=number_format(2))

    def _chart(self) -> BarChart:
        first, last, many = HEADER_ROW + 1, max(self.last, HEADER_ROW + 1), self.plan.units
        labels = DECIMALS if many <= _MANY else WHOLE if many <= _CROWDED else ";;;"
        return BarChart(
            title=f"Capaian {self.one.kode} menurut kecamatan, {self.report.period_words} (%)",
            anchor=a1(CHART_ROW, 1),
            categories=f"{a1(first, NAMA)}:{a1(last, NAMA)}",
            values=f"{a1(first, HASIL)}:{a1(last, HASIL)}",
            value_title="Capaian (%)",
            width_cm=_CM * (sum(_WIDTHS.values()) + _PART_WIDTH * len(self.parts)),
            height_cm=7.4,
            label_format=labels,
        )


def _lines(found: Spread) -> tuple[tuple[str, Fraction], ...]:
    return (
        (f"Nilai tengah (median) {found.n} kecamatan", found.median),
        ("Ditandai bila kurang dari", found.lower),
        ("Ditandai bila lebih dari", found.upper),
    )
