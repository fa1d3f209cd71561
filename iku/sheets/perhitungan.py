"""Draw Perhitungan: the arithmetic written out, every figure, and the results of every period."""

from collections.abc import Sequence

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.calculation.accumulation import quarters_combined
from iku.calculation.figure import State
from iku.definition.model import Indikator
from iku.layout.layout import Layout
from iku.layout.perhitungan import (
    ARITHMETIC_HEADER,
    FIRST,
    HITUNGAN_COLUMNS,
    INDEX_CELL,
    LAST_COLUMN,
    NAME,
    NO,
    PJ_COLUMN,
    RUMUS_COLUMNS,
    SHEET,
    SUMBER_COLUMN,
    UNIT,
    FigureRow,
)
from iku.names import indikator_name, shared_name
from iku.periods import PERIODS, in_words, up_to
from iku.sheets import formulas as live
from iku.sheets.arithmetic import arithmetic
from iku.sheets.canvas import PAPER, Canvas, number_format
from iku.sheets.results import draw_results
from iku.sheets.values import (
    formula_value,
    index_formula,
    may_be_nihil,
    not_due,
    selected_text,
)


def draw_perhitungan(layout: Layout) -> BlueprintSheet:
    """Return the sheet: what the second table of a capaian report prints, and its inner workings."""
    canvas = Canvas(SHEET)
    canvas.widths({NO: 8, NAME: 36, UNIT: 11} | dict.fromkeys(range(FIRST, LAST_COLUMN + 1), 12.5))
    _head(canvas, layout)
    _arithmetic_table(canvas, layout)
    _figures_table(canvas, layout)
    draw_results(canvas, layout)
    last = layout.perhitungan.components_title - 1
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas],
        print_area=f"A1:{a1(last, LAST_COLUMN)}",
        title_rows=(ARITHMETIC_HEADER, ARITHMETIC_HEADER),
    )
    return canvas.sheet(page, freeze=a1(ARITHMETIC_HEADER + 1, NAME))


def _head(canvas: Canvas, layout: Layout) -> None:
    definition = layout.definition
    canvas.put(1, NO, "PERHITUNGAN INDIKATOR KINERJA UTAMA (IKU)", "title")
    unit = f"{definition.jenis_unit} {layout.terbitan.unit.nama}, {definition.kabupaten.nama}"
    canvas.put(2, NO, unit, "subtitle")
    note = (
        "Semua angka di lembar ini dihitung dari lembar Isian; tidak ada yang perlu diisi di sini."
    )
    canvas.put(3, NO, note, "note")
    canvas.put(INDEX_CELL.row, NO, "Urutan periode lapor (0 = belum dipilih)", "note")
    canvas.formula(INDEX_CELL.row, INDEX_CELL.column, index_formula(layout), "result", fmt="0")


def _arithmetic_table(canvas: Canvas, layout: Layout) -> None:
    row = ARITHMETIC_HEADER
    heads = {
        NO: "No.",
        NAME: "Indikator Kinerja Utama",
        UNIT: "Target",
        RUMUS_COLUMNS[0]: "Penjelasan/Alasan/Formulasi Perhitungan",
        HITUNGAN_COLUMNS[0]: "Hitungan dari isian",
        PJ_COLUMN: "Penanggung jawab",
        SUMBER_COLUMN: "Sumber data",
    }
    for column, head in heads.items():
        canvas.put(row, column, head, "header")
    canvas.merge(row, *RUMUS_COLUMNS)
    canvas.merge(row, *HITUNGAN_COLUMNS)
    canvas.row_heights[row] = 32
    for sasaran in layout.definition.sasaran:
        first = layout.perhitungan.arithmetic_rows[sasaran.indikator[0].kode]
        canvas.put(first - 1, NO, f"{sasaran.nomor} {sasaran.nama}".strip(), "section")
        canvas.merge(first - 1, NO, LAST_COLUMN)
        for indikator in sasaran.indikator:
            _arithmetic_row(canvas, layout, indikator)


def _arithmetic_row(canvas: Canvas, layout: Layout, indikator: Indikator) -> None:
    row = layout.perhitungan.arithmetic_rows[indikator.kode]
    canvas.put(row, NO, indikator.nomor or indikator.kode, "table_text_center")
    canvas.put(row, NAME, indikator.nama, "table_text")
    target = selected_text(layout, "target", indikator)
    canvas.formula(row, UNIT, target, "table_number", fmt=number_format(indikator.desimal))
    canvas.put(row, RUMUS_COLUMNS[0], indikator.rumus, "table_text")
    canvas.merge(row, *RUMUS_COLUMNS)
    canvas.formula(row, HITUNGAN_COLUMNS[0], _hitungan(layout, indikator), "result_text")
    canvas.merge(row, *HITUNGAN_COLUMNS)
    canvas.put(row, PJ_COLUMN, indikator.penanggung_jawab, "table_text")
    canvas.put(row, SUMBER_COLUMN, indikator.sumber_data, "table_text")
    canvas.height(
        row,
        (indikator.nama, 36),
        (indikator.rumus, 60),
        (indikator.penanggung_jawab, 12),
        (indikator.sumber_data, 12),
        ("\n" * _lines_of_arithmetic(indikator), 60),
    )


def _lines_of_arithmetic(indikator: Indikator) -> int:
    return (indikator.nilai.rumus or "").count(",") + 1


def _hitungan(layout: Layout, indikator: Indikator) -> str:
    plan = layout.perhitungan
    realisasi = selected_text(layout, "realisasi", indikator)
    if not layout.terbitan.applies(indikator):
        return live.quoted_text(State.TIDAK_ADA_OBJEK.value)
    cells = {
        part.kode: plan.selected(f"{indikator.kode}.{part.kode}").absolute
        for part in indikator.komponen
    }
    if quarters_combined(indikator):
        return realisasi
    if indikator.nilai.jenis == "predikat":
        grade = selected_text(layout, "realisasi_predikat", indikator)
        number = live.number_text(realisasi, indikator.desimal)
        return f'IF(ISNUMBER({realisasi}),{grade}&" ("&{number}&")",{realisasi})'
    return arithmetic(indikator, cells, realisasi, may_be_nihil=may_be_nihil(layout, indikator))


def _figures_table(canvas: Canvas, layout: Layout) -> None:
    plan, title = layout.perhitungan, layout.perhitungan.components_title
    canvas.put(title, NO, "Rincian angka yang dipakai", "section")
    for column, head in ((NO, "Kode"), (NAME, "Angka"), (UNIT, "Satuan")):
        canvas.put(title + 1, column, head, "header_small")
    for periode in plan.periods:
        canvas.put(title + 1, plan.own_column(periode), _short(periode), "header_small")
        if len(plan.periods) > 1:
            canvas.put(
                title + 1, plan.upto_column(periode), f"s.d. {_short(periode)}", "header_small"
            )
    if len(plan.periods) > 1:
        canvas.put(title + 1, plan.selected_column, "Periode lapor", "header_small")
    for row in plan.figure_rows:
        _figure_row(canvas, layout, row)


def _short(periode: str) -> str:
    return in_words(periode, 0).removesuffix(" Tahun 0") if periode != PERIODS[-1] else "Tahun"


def _figure_row(canvas: Canvas, layout: Layout, row: FigureRow) -> None:
    plan = layout.perhitungan
    indikator, part = row.indikator, row.part
    nama = part.nama if part is not None else indikator.nama if indikator else ""
    satuan = part.satuan if part is not None else indikator.satuan if indikator else ""
    canvas.put(row.number, NO, row.key, "key")
    canvas.put(row.number, NAME, nama, "table_text")
    canvas.put(row.number, UNIT, satuan, "table_text_center")
    canvas.height(row.number, (nama, 36))
    fmt = number_format(0 if part is not None and part.bulat else 2)
    for periode in plan.periods:
        formula = _own_formula(layout, row, periode)
        if formula is not None:
            canvas.formula(row.number, plan.own_column(periode), formula, "result", fmt=fmt)
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
    canvas.formula(row.number, plan.selected_column, formula, "result", fmt=fmt)


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
            status = f'IF({own.formula}="",{status},{own.formula})'
        if indikator.nilai.jenis == "predikat":
            grade = entries[indikator_name("isian", kode, "predikat", periode)].formula
            return entry, status, f'IF({grade}="",{live.BELUM_DIISI},{live.TIDAK_DAPAT})'
    wajib = row.part is None or row.part.wajib
    return entry, status, live.BELUM_DIISI if wajib else live.NIHIL


def _upto_cell(canvas: Canvas, layout: Layout, row: FigureRow, periode: str, fmt: str) -> None:
    plan, part = layout.perhitungan, row.part
    column = plan.upto_column(periode)
    if row.indikator is not None and part is not None and part.dari is not None:
        shared = plan.figure(f"bersama.{part.dari}", periode)
        canvas.formula(row.number, column, shared.a1, "result", fmt=fmt)
        return
    periods = [p for p in _entry_periods(layout, row) if p in up_to(periode)]
    if not periods:
        canvas.put(row.number, column, State.BELUM_WAKTUNYA.value, "result")
        return
    own = [a1(row.number, plan.own_column(p)) for p in periods]
    formula = live.accumulated(row.accumulation, own, f"{own[0]}:{own[-1]}")
    canvas.formula(row.number, column, not_due(layout, periode, formula), "result", fmt=fmt)
