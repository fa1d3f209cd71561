"""Draw Beranda: who reports, for which period, how far the form is, and the way to each sheet."""

from iku.address import CellRef, a1, column_letters
from iku.blueprint import BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.calculation.figure import State
from iku.layout import beranda as place
from iku.layout.isian import SHEET as ISIAN
from iku.layout.layout import IKU_FIELD_ROWS, IKU_SHEET, Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.periods import ROMAN
from iku.sheets import formulas as live
from iku.sheets.canvas import PAPER, Canvas, mark_notes, number_format
from iku.sheets.cek_kesiapan import READY_CELL
from iku.sheets.isian import notes_range
from iku.sheets.values import figures_column, selected_mean

REPORT_LABELS = {
    "periode_lapor": "Periode lapor",
    "status_laporan": "Status laporan",
    "revisi": "Revisi ke-",
    "penyusun": "Penyusun",
    "kontak": "Kontak",
}
SIGNING_LABELS = {
    "jabatan": "Jabatan",
    "camat": "Nama dan gelar",
    "pangkat": "Pangkat/golongan",
    "nip": "NIP",
    "tempat": "Tempat",
    "tanggal": "Tanggal",
}
ABOUT = {
    "Petunjuk": "Cara mengisi, dalam satu halaman",
    "Definisi IKU": "Apa yang diukur dan rumusnya (terkunci)",
    "Isian": "Tempat mengisi angka",
    "Perhitungan": "Hitungan dan rinciannya (otomatis)",
    "Capaian": "Laporan yang dicetak dan ditandatangani",
    "Analisis": "Pendorong, penghambat, tindak lanjut",
    "Bukti Dukung": "Daftar dokumen pendukung",
    "Cek Kesiapan": "Apakah laporan sudah siap dikirim?",
    "Catatan Pemeriksaan": "Hasil tombol Validasi",
}


def draw_beranda(layout: Layout) -> BlueprintSheet:
    """Return the front page of the workbook."""
    canvas = Canvas(place.SHEET)
    last = layout.beranda.last_column
    canvas.widths({1: 2, place.LABEL: 26} | dict.fromkeys(range(3, last + 1), 24.0))
    _identity(canvas, layout)
    _report(canvas, layout)
    _progress(canvas, layout)
    _links(canvas, layout)
    entries = [one for one in layout.entries.values() if one.ref.sheet == place.SHEET]
    for entry in entries:
        canvas.entry(entry)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas], landscape=False, fit_height=True,
        print_area=f"A1:{a1(place.LINKS_FIRST_ROW + len(layout.sheet_names), last)}",
    )
    return canvas.sheet(page, tab_colour="1F3864")


def _identity(canvas: Canvas, layout: Layout) -> None:
    definition, unit = layout.definition, layout.terbitan.unit
    title = f"LAPORAN KINERJA {definition.jenis_unit.upper()} {unit.nama.upper()}"
    canvas.put(place.TITLE_ROW, place.LABEL, title, "title")
    kabupaten = f"{definition.kabupaten.nama}, Tahun {definition.tahun}"
    canvas.put(place.TITLE_ROW + 1, place.LABEL, kabupaten, "subtitle")
    values: dict[str, tuple[str, str | int]] = {
        "nama": ("Unit", f"{definition.jenis_unit} {unit.nama}"),
        "kode": ("Kode unit", unit.kode),
        "kabupaten": ("Kabupaten/kota", definition.kabupaten.nama),
        "tahun": ("Tahun", definition.tahun),
    }
    for field, (label, value) in values.items():
        row = place.IDENTITY_ROWS[field]
        canvas.put(row, place.LABEL, label, "label")
        canvas.put(row, place.FIRST_VALUE, value, "value", fmt="0" if field == "tahun" else "General")


def _report(canvas: Canvas, layout: Layout) -> None:
    plan = layout.beranda
    canvas.put(place.REPORT_HEAD_ROW, place.LABEL, "Laporan ini", "section")
    canvas.merge(place.REPORT_HEAD_ROW, place.LABEL, plan.last_column)
    for field, row in place.REPORT_ROWS.items():
        canvas.put(row, place.LABEL, REPORT_LABELS[field], "label")
    due = layout.definition.pengaturan.batas_waktu
    if due:
        words = ", ".join(f"{_short(periode)}: {date}" for periode, date in due.items())
        canvas.put(place.REPORT_ROWS["periode_lapor"], place.FIRST_VALUE + 1, f"Batas waktu {words}", "note")
    canvas.put(place.SIGNING_HEAD_ROW, place.LABEL, "Penanda tangan", "section")
    canvas.merge(place.SIGNING_HEAD_ROW, place.LABEL, plan.last_column)
    canvas.put(place.SIGNING_PERIOD_ROW, place.LABEL, "Periode", "header_small")
    for periode, column in plan.period_columns.items():
        canvas.put(place.SIGNING_PERIOD_ROW, column, _short(periode), "header_small")
    for field, row in place.SIGNING_ROWS.items():
        canvas.put(row, place.LABEL, SIGNING_LABELS[field], "label")


def _short(periode: str) -> str:
    return f"Triwulan {ROMAN[periode]}" if periode in ROMAN else "Tahun"


def _progress(canvas: Canvas, layout: Layout) -> None:
    canvas.put(place.PROGRESS_HEAD_ROW, place.LABEL, "Sampai di mana?", "section")
    canvas.merge(place.PROGRESS_HEAD_ROW, place.LABEL, layout.beranda.last_column)
    rows, value = place.PROGRESS_ROWS, place.FIRST_VALUE
    figures, blank = figures_column(layout), live.BELUM_DIISI
    total = len(layout.perhitungan.figure_rows)
    waiting = f'COUNTIF({figures},"{State.BELUM_WAKTUNYA.value}")'
    due = f"({total}-{waiting})"
    filled = f"{due}-COUNTIF({figures},{blank})"
    canvas.put(rows["terisi"], place.LABEL, "Angka terisi", "label")
    canvas.formula(rows["terisi"], value, f'({filled})&" dari "&{due}', "result")
    canvas.put(rows["berikutnya"], place.LABEL, "Yang berikutnya diisi", "label")
    keys = _place_keys(canvas, layout)
    found = f"INDEX({keys},MATCH({blank},{figures},0))"
    nothing = f'IF({INDEX_CELL.absolute}=0,"Pilih periode lapor di atas","Tidak ada")'
    formula = f"IF(COUNTIF({figures},{blank})=0,{nothing},{found})"
    canvas.formula(rows["berikutnya"], value, formula, "result")
    canvas.put(rows["kesiapan"], place.LABEL, "Kesiapan", "label")
    canvas.formula(rows["kesiapan"], value, READY_CELL.absolute, "result")
    cell = a1(rows["kesiapan"], value)
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},4)="SIAP"', "mark_ok"))
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},5)="BELUM"', "mark_bad"))
    canvas.put(rows["rata_rata"], place.LABEL, "Rata-rata capaian (%)", "label")
    canvas.formula(rows["rata_rata"], value, selected_mean(layout, "rata_rata"), "result", fmt=number_format(2))


def _place_keys(canvas: Canvas, layout: Layout) -> str:
    """Write, in hidden cells, where each figure is filled in; return their range."""
    column = place.HELPER_OFFSET + place.FIRST_VALUE + len(layout.definition.periods) + 2
    rows = {row.key: row.number for row in layout.isian.rows}
    first = place.TITLE_ROW
    for n, figure in enumerate(layout.perhitungan.figure_rows):
        key = figure.key
        if figure.part is not None and figure.part.dari is not None:
            key = f"bersama.{figure.part.dari}"
        name = figure.part.nama if figure.part else figure.indikator.nama if figure.indikator else ""
        words = f"{ISIAN} baris {rows.get(key, '')}: {name}"
        canvas.put(first + n, column, words, "hidden_helper")
    letters = column_letters(column)
    last = first + max(len(layout.perhitungan.figure_rows) - 1, 0)
    canvas.columns[column] = ColumnSpec(4, hidden=True)
    return f"${letters}${first}:${letters}${last}"


def _links(canvas: Canvas, layout: Layout) -> None:
    canvas.put(place.LINKS_HEAD_ROW, place.LABEL, "Lembar kerja", "section")
    canvas.merge(place.LINKS_HEAD_ROW, place.LABEL, layout.beranda.last_column)
    sheets = [sheet for sheet in layout.sheet_names if sheet in ABOUT]
    for row, sheet in enumerate(sheets, place.LINKS_FIRST_ROW):
        canvas.put(row, place.LABEL, sheet, "link", link=f"{sheet}!A1")
        canvas.put(row, place.FIRST_VALUE, ABOUT[sheet], "text")
    row = place.LINKS_FIRST_ROW + len(sheets) + 1
    definition = layout.definition
    words = f"Templat {definition.kode} versi {definition.versi}, tata letak {layout.terbitan.tata_letak}"
    canvas.put(row, place.LABEL, words, "note")
    sidik = CellRef(IKU_SHEET, IKU_FIELD_ROWS["sidik"], 2).absolute
    canvas.formula(row + 1, place.LABEL, f'"Sidik "&LEFT({sidik},16)', "note")
