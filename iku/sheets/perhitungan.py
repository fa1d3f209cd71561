"""Draw Perhitungan: the arithmetic written out, every figure, and the results of every period."""

from collections.abc import Sequence

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.calculation.accumulation import quarters_combined
from iku.calculation.entries import missing_figure
from iku.calculation.figure import BELUM_DIISI, State
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.formula.parser import parse
from iku.formula.tree import Call, names_in, walk
from iku.layout.layout import Layout
from iku.layout.perhitungan import (
    ARITHMETIC_HEADER,
    FIRST,
    HITUNGAN_COLUMNS,
    INDEX_CELL,
    LAST_COLUMN,
    NAME,
    NO,
    OFFICE_CELL,
    PJ_COLUMNS,
    RUMUS_COLUMNS,
    SHEET,
    SUMBER_COLUMNS,
    UNIT,
    FigureRow,
)
from iku.names import indikator_name, shared_name
from iku.periods import up_to
from iku.sheets import formulas as live
from iku.sheets.arithmetic import arithmetic
from iku.sheets.canvas import Canvas, number_format, paper
from iku.sheets.results import draw_results
from iku.sheets.signature import signed_text
from iku.sheets.unit_texts import around_unit
from iku.sheets.values import (
    formula_value,
    index_formula,
    may_be_nihil,
    not_due,
)
from iku.sheets.wording import numbered, short_period, source_of, target_decimals

NOTE = "Semua angka di lembar ini dihitung dari lembar Isian; tidak ada yang perlu diisi di sini."
SPANNED_HEADS = {
    RUMUS_COLUMNS: "Penjelasan/Alasan/Formulasi Perhitungan",
    HITUNGAN_COLUMNS: "Hitungan dari isian",
    PJ_COLUMNS: "Penanggung jawab",
    SUMBER_COLUMNS: "Sumber data",
}
ONE_PAGE = 10  # as many indicators are readable on one page
LINE = 12.8  # points
FIGURES_A_LINE = 5  # with the signs between them


def draw_perhitungan(layout: Layout) -> BlueprintSheet:
    """Return the sheet: what the second table of a capaian report prints, and its inner workings."""
    canvas = Canvas(SHEET)
    canvas.widths({NO: 7, NAME: 36, UNIT: 14} | dict.fromkeys(range(FIRST, LAST_COLUMN + 1), 11.2))
    canvas.widths({LAST_COLUMN + 1: 3, INDEX_CELL.column: 13})
    _head(canvas, layout)
    _arithmetic_table(canvas, layout)
    _figures_table(canvas, layout)
    draw_results(canvas, layout)
    last = layout.perhitungan.components_title - 1
    page = PageSetup(
        paper(layout.definition),
        print_area=f"A1:{a1(last, LAST_COLUMN)}",
        title_rows=(ARITHMETIC_HEADER, ARITHMETIC_HEADER),
        fit_height=len(layout.definition.indikator) <= ONE_PAGE,
    )
    return canvas.sheet(page, freeze=a1(1, UNIT))


def _head(canvas: Canvas, layout: Layout) -> None:
    definition = layout.definition
    title = f"PERHITUNGAN INDIKATOR KINERJA UTAMA (IKU) TAHUN {definition.tahun}"
    canvas.across(1, NO, LAST_COLUMN, title, "title_centred")
    unit = around_unit("", f" {definition.kabupaten.nama.upper()}", capitals=True)
    canvas.formula(2, NO, unit, "subtitle_centred")
    canvas.merge(2, NO, LAST_COLUMN)
    canvas.put(4, NO, NOTE, "note")
    canvas.at_least(21, 1)
    canvas.put(INDEX_CELL.row - 1, INDEX_CELL.column, "Urutan periode lapor", "note")
    canvas.formula(INDEX_CELL.row, INDEX_CELL.column, index_formula(layout), "result", fmt="0")
    canvas.put(OFFICE_CELL.row - 1, OFFICE_CELL.column, "Jabatan penanda tangan", "note")
    signer = signed_text(layout, "jabatan")
    canvas.formula(OFFICE_CELL.row, OFFICE_CELL.column, signer, "result_text")


def _arithmetic_table(canvas: Canvas, layout: Layout) -> None:
    row = ARITHMETIC_HEADER
    canvas.heads(row, {NO: "No.", NAME: "Indikator Kinerja Utama", UNIT: "Target"})
    for columns, head in SPANNED_HEADS.items():
        canvas.across(row, *columns, head, "header")
    canvas.at_least(24, row)
    for sasaran in layout.definition.sasaran:
        first = layout.perhitungan.arithmetic_rows[sasaran.indikator[0].kode]
        words = numbered(sasaran.nomor, sasaran.nama)
        canvas.across(first - 1, NO, LAST_COLUMN, words, "section")
        canvas.at_least(18, first - 1)
        canvas.together(first - 1, first)
        for indikator in sasaran.indikator:
            _arithmetic_row(canvas, layout, indikator)


def _arithmetic_row(canvas: Canvas, layout: Layout, indikator: Indikator) -> None:
    row = layout.perhitungan.arithmetic_rows[indikator.kode]
    canvas.put(row, NO, indikator.nomor or indikator.kode, "long_text_centred")
    canvas.put(row, NAME, indikator.nama, "long_text")
    target = layout.perhitungan.reported_result("target", indikator.kode).absolute
    digits = number_format(target_decimals(layout, indikator))
    canvas.formula(row, UNIT, target, "long_number", fmt=digits)
    canvas.across(row, *RUMUS_COLUMNS, indikator.rumus, "long_text")
    canvas.formula(row, HITUNGAN_COLUMNS[0], _hitungan(layout, indikator), "long_result")
    canvas.merge(row, *HITUNGAN_COLUMNS)
    canvas.across(row, *PJ_COLUMNS, indikator.penanggung_jawab, "long_text")
    canvas.across(row, *SUMBER_COLUMNS, indikator.sumber_data, "long_text")
    canvas.at_least(_lines_of_arithmetic(indikator) * LINE + 4, row)


def _lines_of_arithmetic(indikator: Indikator) -> int:
    """Return how many lines the arithmetic takes once figures are there: a mean has one a share."""
    rumus = indikator.nilai.rumus
    if rumus is None:
        return 1
    tree = parse(rumus)
    means = (one for one in walk(tree) if isinstance(one, Call) and one.function == "AVERAGE")
    shares = max((len(mean.arguments) for mean in means), default=1)
    return shares + 1 if shares > 1 else 1 + len(names_in(tree)) // FIGURES_A_LINE


def _hitungan(layout: Layout, indikator: Indikator) -> str:
    plan = layout.perhitungan
    realisasi = layout.perhitungan.reported_result("realisasi", indikator.kode).absolute
    if not layout.terbitan.applies(indikator):
        return live.quoted_text(State.TIDAK_ADA_OBJEK.value)
    cells = {
        part.kode: plan.selected(f"{indikator.kode}.{part.kode}").absolute
        for part in indikator.komponen
    }
    if quarters_combined(indikator):
        return realisasi
    if indikator.nilai.jenis == "predikat":
        grade = layout.perhitungan.reported_result("realisasi_predikat", indikator.kode).absolute
        number = live.number_text(realisasi, indikator.desimal)
        return f'IF(ISNUMBER({realisasi}),{grade}&" ("&{number}&")",{realisasi})'
    return arithmetic(indikator, cells, realisasi, may_be_nihil=may_be_nihil(layout, indikator))


def _figures_table(canvas: Canvas, layout: Layout) -> None:
    plan, title = layout.perhitungan, layout.perhitungan.components_title
    canvas.put(title, NO, "Rincian angka yang dipakai", "subtitle")
    heads = {NO: "Kode", NAME: "Angka", UNIT: "Satuan"}
    for periode in plan.periods:
        heads[plan.own_column(periode)] = short_period(periode)
        if len(plan.periods) > 1:
            heads[plan.upto_column(periode)] = f"s.d. {short_period(periode)}"
            heads[plan.selected_column] = "Periode lapor"
    canvas.heads(title + 1, heads, "header_small")
    canvas.at_least(28, title + 1)
    for row in plan.figure_rows:
        _figure_row(canvas, layout, row)


def _figure_row(canvas: Canvas, layout: Layout, row: FigureRow) -> None:
    plan, about = layout.perhitungan, _about(layout, row)
    canvas.put(row.number, NO, row.indikator.kode if row.indikator else "", "table_text_centred")
    canvas.put(row.number, NAME, about.nama, "table_text")
    canvas.put(row.number, UNIT, about.satuan, "table_text_centred")
    whole = not isinstance(about, Indikator) and about.bulat
    fmt = number_format(0 if whole else 2)
    for periode in plan.periods:
        formula = _own_formula(layout, row, periode)
        if formula is not None:
            canvas.formula(row.number, plan.own_column(periode), formula, "figure", fmt=fmt)
        elif len(plan.periods) > 1:
            canvas.put(row.number, plan.own_column(periode), None, "entry_na")
    if len(plan.periods) == 1:
        return
    for periode in plan.periods:
        _upto_cell(canvas, layout, row, periode, fmt)
    first, last = plan.upto_column(plan.periods[0]), plan.upto_column(plan.periods[-1])
    values = f"{a1(row.number, first)}:{a1(row.number, last)}"
    chosen = f"INDEX({values},{INDEX_CELL.absolute})"
    formula = f"IF({INDEX_CELL.absolute}=0,{live.BELUM_WAKTUNYA},{chosen})"
    canvas.formula(row.number, plan.selected_column, formula, "figure", fmt=fmt)


def _about(layout: Layout, row: FigureRow) -> Komponen | DataBersama | Indikator:
    """Return what a row speaks of: a shared figure, a component, or the value of an indicator."""
    if row.part is not None:
        return source_of(layout.definition, row.part)
    if row.indikator is None:
        message = f"row {row.key} speaks of nothing"
        raise ValueError(message)
    return row.indikator


def _entry_periods(layout: Layout, row: FigureRow) -> Sequence[str]:
    if row.indikator is not None:
        return layout.definition.entry_periods(row.indikator)
    return next(
        layout.definition.entry_periods(part)
        for part in layout.definition.data_bersama
        if part.kode == row.field
    )


def _own_formula(layout: Layout, row: FigureRow, periode: str) -> str | None:
    """Return the formula of a figure in one period alone; None where it is not entered."""
    plan, indikator, part = layout.perhitungan, row.indikator, row.part
    if indikator is not None and part is not None and part.dari is not None:
        if len(plan.periods) > 1:
            return None
        return a1(plan.figure_row[f"bersama.{part.dari}"], plan.own_column(periode))
    if periode not in _entry_periods(layout, row):
        return None
    if indikator is not None and part is None and indikator.measured_by_components:
        return not_due(layout, periode, formula_value(layout, indikator, periode))
    entry, status, blank = _entry_and_status(layout, row, periode)
    yes = indikator is not None and indikator.nilai.jenis == "ya_tidak"
    return not_due(layout, periode, live.typed(entry, status, blank=blank, yes_or_no=yes))


def _entry_and_status(layout: Layout, row: FigureRow, periode: str) -> tuple[str, str, str]:
    """Return the formulas of an entry, of its status, and of what a blank means."""
    entries, indikator = layout.entries, row.indikator
    if indikator is None:
        entry = entries[shared_name("isian", row.field, periode)].formula
        status = entries[shared_name("status", row.field, periode)].formula
    else:
        kode = indikator.kode
        entry = entries[indikator_name("isian", kode, row.field, periode)].formula
        status = entries[indikator_name("status", kode, periode)].formula
        own = entries.get(indikator_name("status", kode, row.field, periode))
        if own is not None:
            status = f'IF({own.formula}="",{status}&"",{own.formula})'
    blank = _missing(layout, row, periode)
    if indikator is not None and indikator.nilai.jenis == "predikat":
        grade = entries[indikator_name("isian", indikator.kode, "predikat", periode)].formula
        blank = f'IF({grade}="",{blank},{live.TIDAK_DAPAT})'
    return entry, status, blank


def _missing(layout: Layout, row: FigureRow, periode: str) -> str:
    """Return what a blank means (twin of `entries.missing_figure`)."""
    absent = periode in layout.terbitan.not_yet
    figure = missing_figure(row.indikator, row.part, absent=absent)
    if figure == BELUM_DIISI and len(layout.perhitungan.periods) == 1:
        return _unknown(layout, row, periode)
    return live.quoted_text(figure.state.value)


def _unknown(layout: Layout, row: FigureRow, periode: str) -> str:
    """Return what stands for a stock of which nothing has been entered in any period."""
    if periode in layout.terbitan.not_yet:
        return live.NIHIL
    waits = row.indikator is not None and row.indikator.pengisi == "kabupaten"
    return live.BELUM_TERSEDIA if waits else live.BELUM_DIISI


def _upto_cell(canvas: Canvas, layout: Layout, row: FigureRow, periode: str, fmt: str) -> None:
    plan, part = layout.perhitungan, row.part
    column = plan.upto_column(periode)
    if row.indikator is not None and part is not None and part.dari is not None:
        shared = plan.figure(f"bersama.{part.dari}", periode)
        canvas.formula(row.number, column, shared.a1, "figure", fmt=fmt)
        return
    periods = [p for p in _entry_periods(layout, row) if p in up_to(periode)]
    if not periods:
        canvas.put(row.number, column, State.BELUM_WAKTUNYA.value, "figure")
        return
    own = [a1(row.number, plan.own_column(p)) for p in periods]
    cells = f"{own[0]}:{own[-1]}"
    formula = live.accumulated(row.accumulation, own, cells, unknown=_unknown(layout, row, periode))
    canvas.formula(row.number, column, not_due(layout, periode, formula), "figure", fmt=fmt)
