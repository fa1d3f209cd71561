"""Draw Beranda: who reports, for which period, how far the form is, and the way to each sheet."""

from iku.address import CellRef, a1, column_letters
from iku.blueprint import BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.calculation.figure import State
from iku.layout import beranda as place
from iku.layout.isian import SHEET as ISIAN
from iku.layout.layout import IKU_FIELD_ROWS, IKU_SHEET, Layout
from iku.layout.perhitungan import INDEX_CELL, FigureRow
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas, mark_notes, number_format, paper
from iku.sheets.cek_kesiapan import READY_CELL
from iku.sheets.isian import notes_range
from iku.sheets.values import figures_column
from iku.sheets.wording import short_period, source_of, unit_name

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
    _columns(canvas, layout)
    _identity(canvas, layout)
    _progress(canvas, layout)
    _report(canvas, layout)
    _signing(canvas, layout)
    _links(canvas, layout)
    _origin(canvas, layout)
    entries = [one for one in layout.entries.values() if one.ref.sheet == place.SHEET]
    for entry in entries:
        canvas.entry(entry)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        paper(layout.definition),
        fit_height=True,
        print_area=f"A1:{a1(place.END_ROW, place.LAST_COLUMN)}",
    )
    return canvas.sheet(page, tab_colour="1F3864")


def _columns(canvas: Canvas, layout: Layout) -> None:
    """Set widths: in a yearly book the only signatory needs room, in a quarterly one all five."""
    many = len(layout.definition.periods) > 1
    canvas.widths({1: 2.0, place.LABEL: 20.0, place.FIRST_VALUE: 28.0 if many else 38.0})
    canvas.widths({4: 28.0 if many else 3.0, place.SIDE_LABEL: 28.0 if many else 26.0})
    canvas.widths({place.SIDE_VALUE: 28.0, place.LAST_COLUMN: 28.0})
    canvas.at_least(24, place.TITLE_ROW)
    canvas.at_least(18, *range(place.IDENTITY_HEAD_ROW, place.END_ROW))


def _section(canvas: Canvas, row: int, first: int, last: int, words: str) -> None:
    canvas.across(row, first, last, words, "section")
    canvas.at_least(20, row)


def _identity(canvas: Canvas, layout: Layout) -> None:
    definition, unit = layout.definition, layout.terbitan.unit
    title = f"LAPORAN KINERJA {unit_name(layout).upper()}"
    canvas.put(place.TITLE_ROW, place.LABEL, title, "title")
    kabupaten = f"{definition.kabupaten.nama}, Tahun {definition.tahun}"
    canvas.put(place.TITLE_ROW + 1, place.LABEL, kabupaten, "subtitle")
    _section(canvas, place.IDENTITY_HEAD_ROW, place.LABEL, place.FIRST_VALUE, "Unit kerja")
    values: dict[str, tuple[str, str | int]] = {
        "nama": ("Unit", unit_name(layout)),
        "kode": ("Kode unit", unit.kode),
        "kabupaten": ("Kabupaten/kota", definition.kabupaten.nama),
        "tahun": ("Tahun", definition.tahun),
    }
    for field, (label, value) in values.items():
        row = place.IDENTITY_ROWS[field]
        fmt = "0" if field == "tahun" else "General"
        canvas.put(row, place.LABEL, label, "label")
        canvas.put(row, place.FIRST_VALUE, value, "value", fmt=fmt)


def _report(canvas: Canvas, layout: Layout) -> None:
    _section(canvas, place.REPORT_HEAD_ROW, place.LABEL, place.FIRST_VALUE, "Laporan ini")
    for field, row in place.REPORT_ROWS.items():
        canvas.put(row, place.LABEL, REPORT_LABELS[field], "label")
    due = layout.definition.pengaturan.batas_waktu
    if due:
        words = ", ".join(f"{short_period(periode)}: {date}" for periode, date in due.items())
        row = max(place.REPORT_ROWS.values()) + 1
        canvas.put(row, place.LABEL, f"Batas waktu {words}", "note")


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
    for key, words in PROGRESS_LABELS.items():
        canvas.put(rows[key], label, words, "label")
    mean = layout.perhitungan.reported_mean("rata_rata").absolute
    _progress_cell(canvas, rows["terisi"], _filled(layout))
    _progress_cell(canvas, rows["berikutnya"], _next(canvas, layout))
    _progress_cell(canvas, rows["kesiapan"], READY_CELL.absolute)
    _progress_cell(canvas, rows["rata_rata"], mean, fmt=number_format(2))
    cell = a1(rows["kesiapan"], place.SIDE_VALUE)
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},4)="SIAP"', "mark_ok"))
    canvas.formats.append(ConditionalFormat(cell, f'LEFT({cell},5)="BELUM"', "mark_bad"))


def _progress_cell(canvas: Canvas, row: int, formula: str, *, fmt: str = "General") -> None:
    canvas.formula(row, place.SIDE_VALUE, formula, "result_text", fmt=fmt)
    canvas.merge(row, place.SIDE_VALUE, place.LAST_COLUMN)


def _filled(layout: Layout) -> str:
    """Return the formula of how many figures are typed, of those that are due."""
    figures, total = figures_column(layout), len(layout.perhitungan.figure_rows)
    due = f'({total}-COUNTIF({figures},"{State.BELUM_WAKTUNYA.value}"))'
    return f'({due}-COUNTIF({figures},{live.BELUM_DIISI}))&" dari "&{due}'


def _next(canvas: Canvas, layout: Layout) -> str:
    """Return the formula that names the first figure still missing."""
    figures, blank = figures_column(layout), live.BELUM_DIISI
    found = f"INDEX({_place_keys(canvas, layout)},MATCH({blank},{figures},0))"
    nothing = f'IF({INDEX_CELL.absolute}=0,"Pilih periode lapor di bawah","Tidak ada")'
    return f"IF(COUNTIF({figures},{blank})=0,{nothing},{found})"


def _place_keys(canvas: Canvas, layout: Layout) -> str:
    """Write, in hidden cells, where each figure is filled in; return their range."""
    column = place.HELPER_OFFSET + place.FIRST_VALUE + len(layout.definition.periods) + 2
    first = place.TITLE_ROW
    for n, figure in enumerate(layout.perhitungan.figure_rows):
        canvas.put(first + n, column, _figure_place(layout, figure), "hidden_helper")
    letters = column_letters(column)
    last = first + max(len(layout.perhitungan.figure_rows) - 1, 0)
    canvas.columns[column] = ColumnSpec(4, hidden=True)
    return f"${letters}${first}:${letters}${last}"


def _figure_place(layout: Layout, figure: FigureRow) -> str:
    key, part, one = figure.key, figure.part, figure.indikator
    if part is not None and part.dari is not None:
        key, part = f"bersama.{part.dari}", source_of(layout.definition, part)
    name = part.nama if part else one.nama if one else ""
    rows = {row.key: row.number for row in layout.isian.rows}
    return f"{ISIAN} baris {rows.get(key, '')}: {name}"


def _links(canvas: Canvas, layout: Layout) -> None:
    """Write the way to each sheet."""
    head, label = place.LINKS_HEAD_ROW, place.SIDE_LABEL
    _section(canvas, head, label, place.LAST_COLUMN, "Lembar kerja")
    sheets = [sheet for sheet in layout.sheet_names if sheet in ABOUT]
    for row, sheet in enumerate(sheets, place.LINKS_FIRST_ROW):
        canvas.put(row, label, sheet, "link", link=f"{sheet}!A1")
        canvas.across(row, place.SIDE_VALUE, place.LAST_COLUMN, ABOUT[sheet], "value")


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
