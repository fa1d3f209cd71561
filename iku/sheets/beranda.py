"""Draw Beranda: who reports, for which period, how far the form is, and the way to each sheet."""

from functools import partial

from iku.address import CellRef, a1
from iku.blueprint import BlueprintSheet, ConditionalFormat, Maker, PageSetup
from iku.calculation.figure import State
from iku.layout import beranda as place
from iku.layout.entries import signing_default
from iku.layout.isian import SHEET as ISIAN
from iku.layout.layout import IKU_FIELD_ROWS, IKU_SHEET, Layout
from iku.names import SIGNING_FIELDS
from iku.periods import PERIODS
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, mark_notes, number_format, paper
from iku.sheets.cek_kesiapan import READY_CELL
from iku.sheets.charts import Stretch, draw_charts
from iku.sheets.isian import notes_range
from iku.sheets.next_entry import next_entry
from iku.sheets.unit_texts import around_unit
from iku.sheets.values import figures_column, period_words
from iku.sheets.wording import short_period

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
PROGRESS_LABELS = {
    "terisi": "Angka terisi",
    "berikutnya": "Yang berikutnya diisi",
    "kesiapan": "Kesiapan",
    "rata_rata": "Rata-rata capaian (%)",
}
CHARTS = "Grafik capaian"
SHEETS = "Lembar kerja (klik; di LibreOffice: Ctrl+klik)"
CM_A_CHARACTER = 0.182  # of a column's width: 7 pixels, less a little
ROW_HEIGHT = 15.0  # points: the page of a quarterly book just holds its rows
ABOUT = {
    "Petunjuk": "Cara mengisi, dalam satu halaman",
    "Definisi IKU": "Apa yang diukur dan rumusnya (terkunci)",
    "Isian": "Tempat mengisi angka",
    "Perhitungan": "Hitungan dan rinciannya (otomatis)",
    "Capaian": "Laporan yang dicetak dan ditandatangani",
    "Analisis": "Pendorong, penghambat, tindak lanjut",
    "Bukti Dukung": "Daftar dokumen pendukung",
    "Anggaran": "Realisasi anggaran, serapan, dan efisiensi",
    "Cek Kesiapan": "Apakah laporan sudah siap dikirim?",
    "Catatan Pemeriksaan": "Hasil tombol Validasi",
}


def draw_beranda(layout: Layout) -> BlueprintSheet:
    """Return the front page of the workbook."""
    canvas = Canvas(place.SHEET)
    _columns(canvas, layout)
    _identity(canvas, layout)
    _progress(canvas, layout)
    _report(canvas, layout)
    _signing(canvas, layout)
    _links(canvas, layout)
    _origin(canvas, layout)
    entries = [one for one in layout.entries.values() if one.ref.sheet == place.SHEET]
    for entry in entries:
        canvas.entry(entry, "entry_text")  # a number too stands on the left, as its neighbours
        if entry.field in SIGNING_FIELDS:
            canvas.makers[entry.ref.row, entry.ref.column] = partial(signing_default, entry.field)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    printed = range(place.LABEL, place.LAST_COLUMN + 1)
    width_cm = sum(canvas.columns[column].width for column in printed) * CM_A_CHARACTER
    stretch = Stretch(place.CHARTS_ROW, (place.LABEL, place.LAST_COLUMN), width_cm)
    last = draw_charts(canvas, layout, stretch)
    canvas.together(place.TITLE_ROW, place.END_ROW)
    form = f"A{place.TITLE_ROW}:{a1(place.END_ROW, place.LAST_COLUMN)}"
    charts = f"A{place.CHARTS_ROW}:{a1(last, place.LAST_COLUMN)}"
    page = PageSetup(paper(layout.definition), print_area=f"{form},{charts}")
    return canvas.sheet(page, tab_colour="1F3864")


def _columns(canvas: Canvas, layout: Layout) -> None:
    """Set widths: in a yearly book the only signatory needs room, in a quarterly one all five."""
    wide = 30.0 if layout.definition.pengaturan.kertas == "A4" else 32.0  # F4 is wide and low
    many = len(layout.definition.periods) > 1
    canvas.widths({1: 2.0, place.LABEL: 20.0, place.FIRST_VALUE: wide if many else 42.0})
    canvas.widths({4: wide if many else 3.0, place.SIDE_LABEL: wide if many else 26.0})
    canvas.widths({place.SIDE_VALUE: wide, place.LAST_COLUMN: wide if many else 36.0})
    canvas.at_least(24, place.TITLE_ROW)
    canvas.at_least(ROW_HEIGHT, *range(place.IDENTITY_HEAD_ROW, place.END_ROW))
    canvas.at_least(2 * ROW_HEIGHT, place.PROGRESS_ROWS["berikutnya"])


def _section(canvas: Canvas, row: int, first: int, last: int, words: str) -> None:
    canvas.across(row, first, last, words, "section")
    canvas.at_least(19, row)


def _identity(canvas: Canvas, layout: Layout) -> None:
    definition, terbitan = layout.definition, layout.terbitan
    title = around_unit("LAPORAN KINERJA ", capitals=True)
    canvas.formula(place.TITLE_ROW, place.LABEL, title, "title")
    kabupaten = f"{definition.kabupaten.nama}, Tahun {definition.tahun}"
    canvas.put(place.TITLE_ROW + 1, place.LABEL, kabupaten, "subtitle")
    reported = f'"Periode lapor: "&{period_words(layout)}'
    canvas.formula(place.TITLE_ROW + 2, place.LABEL, reported, "note")
    _section(canvas, place.IDENTITY_HEAD_ROW, place.LABEL, place.FIRST_VALUE, "Unit kerja")
    values: dict[str, tuple[str, Maker]] = {
        "nama": ("Unit", lambda issued: issued.unit_name),
        "kode": ("Kode unit", lambda issued: issued.unit.kode),
        "kabupaten": ("Kabupaten/kota", lambda issued: issued.definisi.kabupaten.nama),
        "tahun": ("Tahun", lambda issued: issued.definisi.tahun),
    }
    for field, (label, make) in values.items():
        row = place.IDENTITY_ROWS[field]
        fmt = "0" if field == "tahun" else "General"
        canvas.put(row, place.LABEL, label, "label")
        canvas.put_issued(terbitan, row, place.FIRST_VALUE, make, "value", fmt=fmt)


def _report(canvas: Canvas, layout: Layout) -> None:
    _section(canvas, place.REPORT_HEAD_ROW, place.LABEL, place.FIRST_VALUE, "Laporan ini")
    for field, row in place.REPORT_ROWS.items():
        canvas.put(row, place.LABEL, REPORT_LABELS[field], "label")
    due = layout.definition.pengaturan.batas_waktu
    if due:
        in_order = [(one, due[one]) for one in PERIODS if one in due]
        words = ", ".join(f"{short_period(periode)}: {date}" for periode, date in in_order)
        row = max(place.REPORT_ROWS.values()) + 2
        canvas.put(row, place.LABEL, f"Batas waktu {words}", "note_wrapped")
        canvas.merge(row, place.LABEL, place.FIRST_VALUE, row + 2)


def _signing(canvas: Canvas, layout: Layout) -> None:
    columns = layout.beranda.period_columns.items()
    last = max(layout.beranda.period_columns.values())
    _section(canvas, place.SIGNING_HEAD_ROW, place.LABEL, last, "Penanda tangan")
    heads = {column: short_period(periode) for periode, column in columns}
    canvas.heads(place.SIGNING_PERIOD_ROW, {place.LABEL: "Periode"} | heads, "header_small")
    for field, row in place.SIGNING_ROWS.items():
        canvas.put(row, place.LABEL, SIGNING_LABELS[field], "label")


def _progress(canvas: Canvas, layout: Layout) -> None:
    head, label = place.IDENTITY_HEAD_ROW, place.SIDE_LABEL
    _section(canvas, head, label, place.LAST_COLUMN, "Sampai di mana?")
    rows = place.PROGRESS_ROWS
    ways = {"berikutnya": f"{ISIAN}!A1", "kesiapan": f"{READY_CELL.sheet}!A1"}
    for key, words in PROGRESS_LABELS.items():
        style = "link" if key in ways else "label"
        canvas.put(rows[key], label, words, style, link=ways.get(key))
    mean = layout.perhitungan.reported_mean("rata_rata").absolute
    _progress_cell(canvas, rows["terisi"], _filled(layout))
    _progress_cell(canvas, rows["berikutnya"], next_entry(canvas, layout))
    _progress_cell(canvas, rows["kesiapan"], READY_CELL.absolute)
    _progress_cell(canvas, rows["rata_rata"], mean, fmt=number_format(2))
    cell = a1(rows["kesiapan"], place.SIDE_VALUE)
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},4)="SIAP"', "mark_ok"))
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},6)="HAMPIR"', "mark_almost"))
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},5)="BELUM"', "mark_bad"))


def _progress_cell(canvas: Canvas, row: int, formula: str, *, fmt: str = "General") -> None:
    canvas.formula(row, place.SIDE_VALUE, formula, "result_text", fmt=fmt)
    canvas.merge(row, place.SIDE_VALUE, place.LAST_COLUMN)


def _filled(layout: Layout) -> str:
    """Return the formula of how many figures are typed, of those that are due."""
    figures, total = figures_column(layout), len(layout.perhitungan.figure_rows)
    due = f'({total}-COUNTIF({figures},"{State.BELUM_WAKTUNYA.value}"))'
    return f'({due}-COUNTIF({figures},{live.BELUM_DIISI}))&" dari "&{due}'


def _links(canvas: Canvas, layout: Layout) -> None:
    """Write the way to each sheet."""
    head, label = place.LINKS_HEAD_ROW, place.SIDE_LABEL
    _section(canvas, head, label, place.LAST_COLUMN, SHEETS)
    sheets = [sheet for sheet in layout.sheet_names if sheet in ABOUT]
    for row, sheet in enumerate(sheets, place.LINKS_FIRST_ROW):
        canvas.put(row, label, sheet, "link", link=f"{sheet}!A1")
        canvas.across(row, place.SIDE_VALUE, place.LAST_COLUMN, ABOUT[sheet], "value")
    row = place.LINKS_FIRST_ROW + len(sheets)
    there = f"{place.SHEET}!{a1(place.CHARTS_ROW, place.LABEL)}"
    canvas.put(row, label, CHARTS, "link", link=there)
    canvas.across(row, place.SIDE_VALUE, place.LAST_COLUMN, "Di bawah, pada lembar ini", "value")


def _origin(canvas: Canvas, layout: Layout) -> None:
    """Write where the form comes from; this row also ends the stretches that hold entries."""
    definition = layout.definition
    origin = f"Templat {definition.kode} versi {definition.versi}"
    words = f"{origin}, tata letak {layout.terbitan.tata_letak}, sidik "
    sidik = CellRef(IKU_SHEET, IKU_FIELD_ROWS["sidik"], 2).absolute
    formula = f"{live.quoted_text(words)}&LEFT({sidik},16)"
    canvas.formula(place.END_ROW, place.LABEL, formula, "note")
    for column in range(place.FIRST_VALUE, place.LAST_COLUMN + 1):
        canvas.put(place.END_ROW, column, None, "note")
