"""Draw Isian: what staff fill in, with the live result beside it."""

from iku.address import CellRef, a1, column_letters, quoted
from iku.blueprint import BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.calculation.figure import State
from iku.definition.model import Indikator, Komponen, NilaiTarget, PolaritasRentang
from iku.layout import extras
from iku.layout.isian import (
    ABSENCE_COLUMNS,
    FIRST_PERIOD,
    HEADER_ROW,
    KEY,
    NO,
    PERIODE,
    SATUAN,
    SHEET,
    URAIAN,
    Row,
)
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.periods import QUARTER_ENDS, ROMAN, in_words
from iku.sheets.canvas import PAPER, Canvas, mark_notes, number_format, plain
from iku.sheets.values import selected_text

ABSENCE_HEADS = {
    "status": "Keadaan",
    "alasan": "Alasan",
    "instansi": "Instansi pemilik data",
    "perkiraan": "Perkiraan tersedia",
}
MODES = {
    "komponen": "Capaian setahun dihitung dari angka s.d. periode lapor",
    "jumlah": "Nilai setahun = jumlah nilai triwulan",
    "akhir": "Nilai setahun = nilai triwulan terakhir",
    "rata_rata": "Nilai setahun = rata-rata nilai triwulan",
    "tetap": "Target sama setiap triwulan",
}


def notes_range() -> str:
    """Return the range of Catatan Pemeriksaan that holds the places of notes."""
    column = column_letters(extras.CATATAN_COLUMNS["tempat"])
    sheet = quoted(extras.CATATAN)
    return f"{sheet}!${column}${extras.CATATAN_FIRST}:${column}${extras.CATATAN_LAST}"


def direction(indikator: Indikator) -> str:
    """Return the polarity in the words that people see."""
    if isinstance(indikator.polaritas, PolaritasRentang):
        rentang = indikator.polaritas.rentang
        low, high = (format(bound, "f").replace(".", ",") for bound in (rentang.bawah, rentang.atas))
        return f"Dalam rentang {low}–{high}"
    if indikator.polaritas == "maksimasi":
        return "Semakin tinggi semakin baik"
    return "Semakin rendah semakin baik"


def target_text(target: NilaiTarget) -> str | float | None:
    """Return a target as its cell holds it."""
    return target.predikat if target.nilai is None else plain(target.nilai)


def draw_isian(layout: Layout) -> BlueprintSheet:
    """Return the entry sheet: figures above, reasons for absent figures below."""
    canvas = Canvas(SHEET)
    plan = layout.isian
    many = len(plan.periods) > 1
    widths = {NO: 6.0, URAIAN: 52.0, SATUAN: 13.0}
    widths |= dict.fromkeys(range(FIRST_PERIOD, plan.result_column), 14.0 if many else 18.0)
    widths |= {plan.result_column: 20.0, plan.hint_column: 36.0}
    widths |= dict.fromkeys(range(plan.hint_column + 1, plan.last_column + 1), 18.0)
    canvas.widths(widths)
    canvas.columns[KEY] = ColumnSpec(3, hidden=True)
    _head(canvas, layout)
    for row in plan.rows:
        _draw_row(canvas, layout, row)
    _absence_table(canvas, layout)
    entries = [entry for entry in layout.entries.values() if entry.ref.sheet == SHEET]
    for entry in entries:
        canvas.entry(entry)
    _grey_cells(canvas, layout)
    waiting_marks(canvas, layout)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas],
        print_area=f"{a1(1, NO)}:{a1(plan.end_row, plan.hint_column)}",
        title_rows=(HEADER_ROW, HEADER_ROW),
    )
    freeze = a1(HEADER_ROW + 1, FIRST_PERIOD)
    return canvas.sheet(page, freeze=freeze, tab_colour="FFC000")


def _head(canvas: Canvas, layout: Layout) -> None:
    plan, definition = layout.isian, layout.definition
    canvas.put(1, NO, "ISIAN INDIKATOR KINERJA UTAMA (IKU)", "title")
    unit = f"{definition.jenis_unit} {layout.terbitan.unit.nama}, {definition.kabupaten.nama}"
    canvas.put(2, NO, f"{unit}, Tahun {definition.tahun}", "subtitle")
    canvas.put(3, NO, "Isilah kolom berwarna kuning saja, dengan angka tanpa tanda % dan tanpa Rp.", "note")
    canvas.put(4, NO, "Kosong bukan nol: tulis 0 bila hasilnya memang nol.", "note")
    canvas.put(HEADER_ROW, KEY, "kunci", "key")
    heads = {NO: "No.", URAIAN: "Indikator dan data", SATUAN: "Satuan",
             plan.result_column: "Hasil", plan.hint_column: "Petunjuk"}
    heads |= {column: _period_head(periode) for periode, column in plan.period_columns.items()}
    heads |= {column: f"Tahun {year}" for year, column in plan.previous_columns.items()}
    for column, head in heads.items():
        canvas.put(HEADER_ROW, column, head, "header")
    canvas.row_heights[HEADER_ROW] = 30


def _period_head(periode: str) -> str:
    return f"Triwulan {ROMAN[periode]}" if periode in ROMAN else "Tahun"


def _draw_row(canvas: Canvas, layout: Layout, row: Row) -> None:
    plan = layout.isian
    canvas.put(row.number, KEY, row.key, "key")
    if row.kind in {"band", "sasaran"}:
        sasaran = row.sasaran
        words = "Data yang dipakai beberapa indikator" if sasaran is None else sasaran.nama
        number = "" if sasaran is None else f"{sasaran.nomor} "
        canvas.put(row.number, NO, f"{number}{words}".strip(), "section")
        canvas.merge(row.number, NO, plan.hint_column)
        canvas.height(row.number, (words, 110))
        return
    no, uraian, satuan, hint, style = _words(layout, row)
    canvas.put(row.number, NO, no, "table_text_center")
    canvas.put(row.number, URAIAN, uraian, style)
    canvas.put(row.number, SATUAN, satuan, "table_text_center")
    canvas.put(row.number, plan.hint_column, hint, "hint")
    canvas.height(row.number, (uraian, 48 if style == "table_bold" else 52), (hint, 38), (satuan, 12))
    _result_cell(canvas, layout, row)
    _locked_target(canvas, layout, row)
    if row.kind == "indikator" and row.indikator is not None:
        _previous_cells(canvas, layout, row, row.indikator)


def _words(layout: Layout, row: Row) -> tuple[str, str, str, str, str]:
    """Return number, text, unit, hint and look of a row."""
    one, part = row.indikator, row.part
    if row.kind == "bersama" and part is not None:
        return "", part.nama, part.satuan, _how_to_fill(layout, part), "table_text"
    if one is None:
        return "", "", "", "", "table_text"
    if not layout.terbitan.applies(one) and row.kind == "indikator":
        return one.nomor, one.nama, one.satuan, State.TIDAK_ADA_OBJEK.value, "table_bold"
    if row.kind == "indikator":
        mode = MODES[one.triwulan] if len(layout.definition.periods) > 1 else ""
        hint = "\n".join(filter(None, (direction(one), mode)))
        return one.nomor, one.nama, one.satuan, hint, "table_bold"
    indent = "    "
    if part is not None:
        hint = _how_to_fill(layout, part)
        if row.kind == "dari":
            hint = "Diambil dari data bersama di atas"
        return "", indent + part.nama, part.satuan, hint, "table_text"
    texts = {
        "nilai": ("Nilai", one.satuan, _waiting_for(one)),
        "predikat": ("Predikat (bila ada)", "", "Boleh kosong: dihitung dari nilainya"),
        "target": ("Target", one.satuan, "Target ditetapkan kabupaten"),
        "target_predikat": ("Target predikat", "", ""),
        "dilaporkan": ("Realisasi menurut laporan bertanda tangan", one.satuan, "Boleh kosong; dibandingkan dengan hitungan"),
        "sifat_data": ("Sifat data", "", "Sementara atau Tetap"),
    }
    uraian, satuan, hint = texts[row.kind]
    open_target = any(
        indikator_name(row.kind, one.kode, periode) in layout.entries for periode in layout.definition.periods
    )
    if row.kind == "target" and open_target:
        hint = "Isi target sesuai Perjanjian Kinerja"
    return "", indent + uraian, satuan, hint, "table_text"


def _waiting_for(one: Indikator) -> str:
    return f"Dari {one.instansi_sumber}" if one.instansi_sumber else ""


def _how_to_fill(layout: Layout, part: Komponen) -> str:
    if len(layout.definition.periods) == 1:
        return "" if part.wajib else "Boleh kosong"
    if part.sifat == "posisi":
        return "Keadaan pada akhir triwulan; bila tetap, cukup diisi sekali"
    if part.cara_isi == "sd_triwulan":
        return f"Jumlah sejak Januari, misalnya s.d. {QUARTER_ENDS['TW2']}"
    return "Hanya yang terjadi dalam triwulan itu"


def _result_cell(canvas: Canvas, layout: Layout, row: Row) -> None:
    """Write the live realisasi beside an indicator, and its capaian beside the target."""
    column, one = layout.isian.result_column, row.indikator
    if one is None or row.kind not in {"indikator", "target"}:
        canvas.put(row.number, column, None, "table_text")
        return
    if row.kind == "indikator":
        fmt = number_format(one.desimal)
        canvas.formula(row.number, column, selected_text(layout, "realisasi", one), "result", fmt=fmt)
        return
    fmt = '"Capaian "#,##0.00'
    canvas.formula(row.number, column, selected_text(layout, "capaian", one), "result", fmt=fmt)


def _locked_target(canvas: Canvas, layout: Layout, row: Row) -> None:
    one = row.indikator
    if one is None or row.kind not in {"target", "target_predikat"}:
        return
    in_range = isinstance(one.polaritas, PolaritasRentang)
    for periode in layout.definition.measured_periods(one):
        target = layout.terbitan.target_of(one.kode, periode)
        column = layout.isian.period_columns[periode]
        if target is None and not (in_range and row.kind == "target"):
            continue
        if row.kind == "target_predikat":
            value: str | float | None = target.predikat if target else None
        elif target is None:
            value = direction(one).removeprefix("Dalam rentang ")
        else:
            value = plain(target.nilai)
        canvas.put(row.number, column, value, "value", fmt=number_format(one.desimal))


def _previous_cells(canvas: Canvas, layout: Layout, row: Row, one: Indikator) -> None:
    for year, column in layout.isian.previous_columns.items():
        earlier = layout.terbitan.sebelumnya.get(one.kode, {}).get(year)
        value = None if earlier is None else target_text(earlier)
        canvas.put(row.number, column, value, "value", fmt=number_format(one.desimal))


def _grey_cells(canvas: Canvas, layout: Layout) -> None:
    """Grey what is not to be filled in, so that yellow alone means: here."""
    for row in layout.isian.rows:
        if row.kind in {"band", "sasaran"}:
            continue
        for column in layout.isian.period_columns.values():
            if (row.number, column) not in canvas.cells:
                canvas.put(row.number, column, None, "entry_na")


def _absence_table(canvas: Canvas, layout: Layout) -> None:
    plan = layout.isian
    band, head = plan.absence_band_row, plan.absence_header_row
    canvas.put(band, NO, "Bila angkanya tidak ada atau belum tersedia", "section")
    canvas.merge(band, NO, plan.hint_column)
    note = (
        "Isi tabel ini hanya bila angka di atas memang tidak ada: pilih Nihil bila tidak ada kejadian "
        "(0 dari 0), atau Data belum tersedia bila menunggu instansi lain."
    )
    canvas.put(band + 1, NO, note, "note")
    for column, text in ((NO, "No."), (URAIAN, "Indikator/data"), (PERIODE, "Periode")):
        canvas.put(head, column, text, "header_small")
    for family, column in ABSENCE_COLUMNS.items():
        canvas.put(head, column, ABSENCE_HEADS[family], "header_small")
    canvas.row_heights[head] = 30
    for row in plan.absence_rows:
        one, part = row.indikator, row.part
        name = part.nama if part is not None else one.nama if one is not None else ""
        canvas.put(row.number, KEY, row.key, "key")
        canvas.put(row.number, NO, one.nomor if one else "", "table_text_center")
        canvas.put(row.number, URAIAN, name, "table_text")
        words = in_words(row.periode, layout.definition.tahun).split(" Tahun ")[0]
        canvas.put(row.number, PERIODE, words, "table_text_center")
        canvas.height(row.number, (name, 52))
    canvas.put(plan.end_row, NO, "Akhir isian", "note")
    last = CellRef(SHEET, plan.end_row, max(ABSENCE_COLUMNS.values()))
    canvas.put(last.row, last.column, None, "note")


def waiting_marks(canvas: Canvas, layout: Layout) -> None:
    """Paint results that are still missing, so that an empty form shows where to begin."""
    column = column_letters(layout.isian.result_column)
    first, last = layout.isian.entry_span
    blank = State.BELUM_DIISI.value
    canvas.formats.append(
        ConditionalFormat(f"{column}{first}:{column}{last}", f'{column}{first}="{blank}"', "mark_wait")
    )
