"""Draw Anggaran: money by programme, and what it came to beside the capaian of each sasaran."""

from functools import partial

from iku.address import CellRef, a1
from iku.blueprint import BlueprintSheet, ColumnSpec, PageSetup
from iku.calculation.budget import QUARTER_RULE, RULE
from iku.definition.budget import pagu_of
from iku.definition.program import Program
from iku.layout import anggaran as place
from iku.layout.anggaran import AnggaranPlan, GroupRows, ProgramRow
from iku.layout.anggaran_entries import RUPIAH_DECIMALS
from iku.layout.layout import Layout
from iku.names import program_name
from iku.sheets import anggaran_formulas as money
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, mark_notes, number_format, paper, plain
from iku.sheets.isian import notes_range, unasked_style
from iku.sheets.unit_texts import around_unit
from iku.sheets.values import not_due
from iku.sheets.wording import numbered, short_period
from iku.terbitan import Terbitan

SUPPORTING = "Penunjang semua sasaran"
TOTAL = "Jumlah seluruhnya"
YEARLY = "Isilah kotak kuning dengan rupiah, tanpa Rp."
QUARTERLY = f"{YEARLY[:-1]}: belanja sejak 1 Januari, bukan belanja triwulan itu saja."
NOUGHT = "Tulis 0 bila belum ada belanja. Pagu putih ditetapkan kabupaten/kota."
SUMMARY = "Serapan dan efisiensi menurut sasaran (otomatis)"
WIDTHS = {place.NO: 5.0, place.KODE: 17.0, place.NAMA: 40.0, place.PAGU: 18.0}
MONEY, PERCENT = number_format(RUPIAH_DECIMALS), number_format(2)


def draw_anggaran(layout: Layout, plan: AnggaranPlan) -> BlueprintSheet:
    """Return the sheet on which realised money is entered."""
    canvas = Canvas(place.SHEET)
    _columns(canvas, plan)
    _head(canvas, layout, plan)
    for group in plan.groups:
        _group(canvas, layout, plan, group)
    for column in range(place.NO, plan.capaian_column):
        canvas.put(plan.end_row, column, None, "note")
    _summary(canvas, layout, plan)
    entries = [one for one in layout.entries.values() if one.ref.sheet == place.SHEET]
    for entry in entries:
        canvas.entry(entry, unasked_style(layout, entry))
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        paper(layout.definition),
        print_area=f"A1:{a1(plan.total_row + 2, plan.last_column)}",
        title_rows=(place.HEADER_ROW, place.HEADER_ROW),
    )
    return canvas.sheet(page, freeze=a1(place.HEADER_ROW + 1, place.PAGU))


def _columns(canvas: Canvas, plan: AnggaranPlan) -> None:
    canvas.widths(WIDTHS)
    for periode in plan.periods:
        canvas.widths({plan.realisasi_column(periode): 18.0, plan.serapan_column(periode): 14.0})
        helper = plan.figure_column(plan.realisasi_column(periode))
        canvas.columns[helper] = ColumnSpec(4, hidden=True)
    canvas.columns[plan.figure_column(place.PAGU)] = ColumnSpec(4, hidden=True)
    canvas.widths({plan.capaian_column: 14.0, plan.last_column: 24.0})


def _head(canvas: Canvas, layout: Layout, plan: AnggaranPlan) -> None:
    canvas.put(1, place.NO, "ANGGARAN DAN REALISASI", "title")
    unit = around_unit("", f", Tahun {layout.definition.tahun}")
    canvas.formula(2, place.NO, unit, "subtitle")
    for row, note in enumerate((QUARTERLY if len(plan.periods) > 1 else YEARLY, NOUGHT), 3):
        canvas.put(row, place.NO, note, "note")
    heads = {place.NO: "No.", place.KODE: "Kode", place.NAMA: "Program/kegiatan"}
    canvas.heads(place.HEADER_ROW, heads | _money_heads(plan))
    canvas.at_least(21, 1)
    canvas.at_least(42, place.HEADER_ROW)


def _money_heads(plan: AnggaranPlan) -> dict[int, str]:
    heads = {place.PAGU: "Pagu (Rp)"}
    for periode in plan.periods:
        until = short_period(periode) if len(plan.periods) > 1 else "akhir tahun"
        heads[plan.realisasi_column(periode)] = f"Realisasi s.d. {until} (Rp)"
        heads[plan.serapan_column(periode)] = f"Serapan s.d. {until} (%)"
    return heads


def named(layout: Layout, sasaran: int) -> str:
    """Return what stands for a sasaran where its money is listed."""
    if not sasaran:
        return SUPPORTING
    one = layout.definition.sasaran[sasaran - 1]
    return numbered(one.nomor, one.nama)


def _group(canvas: Canvas, layout: Layout, plan: AnggaranPlan, group: GroupRows) -> None:
    words = named(layout, group.group.sasaran)
    canvas.across(group.band, place.NO, plan.capaian_column - 1, words, "section")
    canvas.at_least(21, group.band)
    for n, row in enumerate(group.rows, 1):
        canvas.put(row.number, place.NO, n, "table_text_centred")
        canvas.put(row.number, place.KODE, row.program.kode, "table_text")
        canvas.put(row.number, place.NAMA, row.program.nama, "table_text")
        canvas.at_least(18, row.number)
        _pagu(canvas, layout, plan, row)
        for periode in plan.periods:
            _money(canvas, layout, plan, row, periode)


def _pagu(canvas: Canvas, layout: Layout, plan: AnggaranPlan, row: ProgramRow) -> None:
    cell = CellRef(place.SHEET, row.number, place.PAGU)
    entry = layout.entries.get(program_name(row.program.kode, "pagu"))
    figure = cell.a1
    if entry is None:
        make = partial(_given, row.program)
        canvas.put_issued(layout.terbitan, cell.row, cell.column, make, "table_number", fmt=MONEY)
    else:
        figure = money.typed(entry.formula)
    canvas.formula(row.number, plan.figure_column(place.PAGU), figure, "hidden_helper")


def _given(program: Program, terbitan: Terbitan) -> float | None:
    return plain(pagu_of(terbitan.unit, program))


def _money(
    canvas: Canvas, layout: Layout, plan: AnggaranPlan, row: ProgramRow, periode: str
) -> None:
    entry = layout.entries[program_name(row.program.kode, "realisasi", periode)]
    helper = plan.figure_column(plan.realisasi_column(periode))
    blank = "0" if periode in layout.terbitan.not_yet else live.BELUM_DIISI
    typed = money.typed(entry.formula, blank=blank)
    canvas.formula(row.number, helper, not_due(layout, periode, typed), "hidden_helper")
    pagu = a1(row.number, plan.figure_column(place.PAGU))
    share = money.serapan(a1(row.number, helper), pagu)
    canvas.formula(row.number, plan.serapan_column(periode), share, fmt=PERCENT)


def _summary(canvas: Canvas, layout: Layout, plan: AnggaranPlan) -> None:
    """Draw the table by sasaran, its total, and the rule behind its last column."""
    header = plan.summary_header
    canvas.across(header - 1, place.NO, plan.last_column, SUMMARY, "section")
    canvas.across(header, place.NO, place.NAMA, "Sasaran", "header")
    heads = {plan.capaian_column: "Capaian periode lapor (%)", plan.last_column: "Efisiensi"}
    canvas.heads(header, _money_heads(plan) | heads)
    canvas.at_least(42, header)
    for n, group in enumerate(plan.groups, 1):
        row, sasaran = header + n, group.group.sasaran
        canvas.across(row, place.NO, place.NAMA, named(layout, sasaran), "table_text")
        canvas.at_least(18, row)
        _sums(canvas, plan, row, (group.rows[0].number, group.rows[-1].number))
        _beside(canvas, layout, plan, row, f"capaian_sasaran.{sasaran}" if sasaran else "")
    _total(canvas, layout, plan)
    rule = plan.total_row + 2
    words = f"{RULE} {QUARTER_RULE}" if len(plan.periods) > 1 else RULE
    canvas.across(rule, place.NO, plan.last_column, words, "note_wrapped")
    canvas.at_least(28, rule)
    canvas.together(header - 1, rule)


def _total(canvas: Canvas, layout: Layout, plan: AnggaranPlan) -> None:
    row = plan.total_row
    canvas.across(row, place.NO, place.NAMA, TOTAL, "mean")
    canvas.at_least(20, row)
    _sums(canvas, plan, row, (plan.rows[0].number, plan.rows[-1].number))
    _beside(canvas, layout, plan, row, "rata_rata")


def _sums(canvas: Canvas, plan: AnggaranPlan, row: int, rows: tuple[int, int]) -> None:
    """Write pagu, realisasi and serapan of the programmes in a stretch of rows."""
    columns = [place.PAGU, *(plan.realisasi_column(periode) for periode in plan.periods)]
    for column in columns:
        helper = plan.figure_column(column)
        cells = f"{a1(rows[0], helper)}:{a1(rows[1], helper)}"
        canvas.formula(row, column, live.first_blocking(cells)(f"SUM({cells})"), fmt=MONEY)
    for periode in plan.periods:
        spent = a1(row, plan.realisasi_column(periode))
        share = money.serapan(spent, a1(row, place.PAGU))
        canvas.formula(row, plan.serapan_column(periode), share, fmt=PERCENT)


def _beside(canvas: Canvas, layout: Layout, plan: AnggaranPlan, row: int, mean: str) -> None:
    """Write the capaian of the reported period, and the word for both; supporting money has none."""
    if not mean:
        for column in (plan.capaian_column, plan.last_column):
            canvas.put(row, column, None, "entry_na")
        return
    capaian = layout.perhitungan.reported_mean(mean).absolute
    canvas.formula(row, plan.capaian_column, capaian, fmt=PERCENT)
    serapan = a1(row, plan.serapan_column(plan.periods[-1]))
    word = money.efficiency(layout, serapan, a1(row, plan.capaian_column))
    canvas.formula(row, plan.last_column, word, "result_text")
