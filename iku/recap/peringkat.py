"""Draw Peringkat: who did best by the regency's rules, and which targets are easier than usual."""

from dataclasses import replace

from iku.address import a1
from iku.blueprint import BarChart, BlueprintSheet, ColumnSpec
from iku.calculation.figure import in_indonesian
from iku.consolidation.ranking import LowTarget, Ranked, ranking
from iku.recap.data_plan import DataPlan, plain
from iku.recap.marks import capaian_format, capaian_marks
from iku.recap.page import NOTE_ROW, draw_head, finished, received
from iku.sheets.canvas import Canvas
from iku.sheets.charts import DECIMALS, WHOLE

SHEET = "Peringkat"
RANK, KODE, NAMA, BASIS, KNOWN, DUE, SHARE, REMARK, LOW, RANKED = range(1, 11)
RULE_ROW, ALONE_ROW, CHART_ROW, HEADER_ROW = 5, 6, 8, 23
_WIDTHS = {
    RANK: 10.0,
    KODE: 12.0,
    NAMA: 24.0,
    BASIS: 17.0,
    KNOWN: 12.0,
    DUE: 15.0,
    SHARE: 14.0,
    REMARK: 30.0,
    LOW: 60.0,
}
_NOTE = (
    "Nilai yang sama berbagi peringkat. Target yang lebih mudah daripada biasanya tertulis di "
    "samping peringkat: capaian yang tinggi dapat berasal dari target yang rendah."
)
_SHOWN = 4  # targets told by name
_MANY = 20  # bars; above, their labels have no decimals


class Peringkat:
    """Rows and columns of Peringkat for one report."""

    def __init__(self, plan: DataPlan) -> None:
        """Rank the units; nothing is drawn here."""
        self.plan, self.report = plan, plan.report
        self.ranking = ranking(plan.report)
        self.last = HEADER_ROW + len(self.ranking.rows)
        self._units = {one.unit.kode: n for n, one in enumerate(plan.report.standings)}

    def draw(self) -> BlueprintSheet:
        """Return the sheet."""
        canvas = Canvas(SHEET)
        canvas.widths(_WIDTHS)
        canvas.columns[RANKED] = ColumnSpec(6, hidden=True)
        provisional = "" if self.report.complete else " (SEMENTARA)"
        draw_head(canvas, self.report, f"PERINGKAT KECAMATAN{provisional}", _NOTE)
        canvas.put(RULE_ROW, 1, self._rule(), "note")
        if self.ranking.alone:
            codes = ", ".join(one.kode for one in self.ranking.alone)
            words = f"Tidak diperbandingkan karena hanya ada di satu kecamatan: {codes}."
            canvas.put(ALONE_ROW, 1, words, "note")
        canvas.heads(HEADER_ROW, self._heads(), "header_small")
        for row, one in enumerate(self.ranking.rows, HEADER_ROW + 1):
            self._row(canvas, row, one)
        cells = f"{a1(HEADER_ROW + 1, BASIS)}:{a1(self.last, BASIS)}"
        definition = self.report.definition
        canvas.formats += capaian_marks(definition, cells, a1(HEADER_ROW + 1, BASIS))
        sheet = finished(canvas, self.report, (self.last, LOW), freeze=a1(NOTE_ROW, 1))
        page = replace(sheet.page, title_rows=(HEADER_ROW, HEADER_ROW))
        return replace(sheet, page=page, charts=(self._chart(),))

    def _rule(self) -> str:
        found = self.ranking
        verified = " Hanya angka terverifikasi yang dihitung." if found.verified_only else ""
        least = in_indonesian(found.minimum, 0)
        return f"Dasar: {found.words.lower()}. Kelengkapan paling sedikit {least}%.{verified}"

    def _heads(self) -> dict[int, str]:
        return {
            RANK: "Peringkat",
            KODE: "Kode",
            NAMA: self.report.definition.jenis_unit,
            BASIS: f"{self.ranking.words} (%)",
            KNOWN: "IKU terjawab",
            DUE: "IKU yang diminta",
            SHARE: "Kelengkapan (%)",
            REMARK: "Mengapa tanpa peringkat",
            LOW: "Target yang rendah",
        }

    def _row(self, canvas: Canvas, row: int, one: Ranked) -> None:
        unit = one.standing.unit
        basis, own = a1(row, BASIS), a1(row, RANKED)
        every = f"$J${HEADER_ROW + 1}:$J${self.last}"
        better = f"SUMPRODUCT(ISNUMBER({every})*({every}>{own}))"
        rank = f'IF(ISNUMBER({own}),1+{better},"-")'
        canvas.formula(row, RANK, rank, "table_bold_number", fmt="0")
        canvas.put(row, KODE, unit.kode, "table_text_centred")
        canvas.put(row, NAMA, received(unit.nama), "table_text")
        self._basis(canvas, row, one)
        canvas.put(row, KNOWN, one.known, "table_number", fmt="0")
        canvas.put(row, DUE, one.due, "table_number", fmt="0")
        share = f"IF({a1(row, DUE)}=0,0,{a1(row, KNOWN)}/{a1(row, DUE)}*100)"
        canvas.formula(row, SHARE, share, "table_number", fmt="#,##0.0")
        canvas.put(row, REMARK, one.reason, "table_text")
        canvas.put(row, LOW, low_words(one.low_targets), "table_text")
        ranked = '""' if one.rank is None else basis
        canvas.formula(row, RANKED, ranked, "hidden_helper")

    def _basis(self, canvas: Canvas, row: int, one: Ranked) -> None:
        """Take the mean from Data; where not all its indicators are compared it is another one."""
        fmt = capaian_format(self.report.definition)
        results, period = one.standing.results, self.report.period
        if not one.basis.counted or results is None:
            canvas.put(row, BASIS, "-", "table_number")
            return
        own = getattr(results.means(period), self.ranking.dasar)
        if own.value != one.basis.value:
            canvas.put(row, BASIS, plain(one.basis.value), "table_number", fmt=fmt)
            return
        unit = self._units[one.standing.unit.kode]
        place = self.plan.cell("", period, self.ranking.dasar, unit, "dihitung")
        canvas.formula(row, BASIS, place, "table_number", fmt=fmt)

    def _chart(self) -> BarChart:
        """Draw who has a rank; the rows of those without one stand last in the table."""
        placed = sum(one.rank is not None for one in self.ranking.rows) or len(self.ranking.rows)
        first, last, many = HEADER_ROW + 1, HEADER_ROW + placed, placed > _MANY
        return BarChart(
            title=f"{self.ranking.words} menurut kecamatan, {self.report.period_words} (%)",
            anchor=a1(CHART_ROW, 1),
            categories=f"{a1(first, NAMA)}:{a1(last, NAMA)}",
            values=f"{a1(first, BASIS)}:{a1(last, BASIS)}",
            value_title="Rata-rata (%)",
            width_cm=36.0,
            height_cm=7.4,
            label_format=WHOLE if many else DECIMALS,
        )


def low_words(found: tuple[LowTarget, ...]) -> str:
    """Return which targets of a unit are easy, the first few by name."""
    told = [
        f"{one.kode}: {in_indonesian(one.target)} {one.words} ({in_indonesian(one.compared)})"
        for one in found[:_SHOWN]
    ]
    rest = len(found) - _SHOWN
    return "; ".join(told) + (f"; dan {rest} lainnya" if rest > 0 else "")
