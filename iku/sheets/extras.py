"""Draw Analisis and Bukti Dukung, which a definition may ask for, and Catatan Pemeriksaan."""

from iku.address import a1, column_letters
from iku.blueprint import Access, BlueprintSheet, ColumnSpec, ConditionalFormat, PageSetup
from iku.layout import extras as place
from iku.layout.extras import ExtraPlan, ExtraRow
from iku.layout.layout import Layout
from iku.sheets.canvas import Canvas, mark_notes, paper
from iku.sheets.follow_up import follow_up_cells
from iku.sheets.isian import notes_range
from iku.sheets.unit_texts import around_unit
from iku.sheets.wording import short_period

HEADS = {
    "pendorong": "Faktor pendorong",
    "penghambat": "Faktor penghambat",
    "tindak_lanjut": "Rencana tindak lanjut",
    "penanggung_jawab": "Penanggung jawab",
    "tenggat": "Tenggat",
    "status_tindak_lanjut": "Status tindak lanjut",
    "nama": "Nama dokumen",
    "nomor": "Nomor",
    "tanggal": "Tanggal",
    "halaman": "Halaman",
    "tautan": "Berkas atau tautan",
}
WIDTHS = {
    "pendorong": 29.0,
    "penghambat": 29.0,
    "tindak_lanjut": 29.0,
    "penanggung_jawab": 18.0,
    "tenggat": 12.0,
    "status_tindak_lanjut": 13.0,
    "nama": 36.0,
    "nomor": 20.0,
    "tanggal": 16.0,
    "halaman": 11.0,
    "tautan": 36.0,
}
CATATAN_HEADS = {
    "kode": ("Kode", 9.0),
    "tempat": ("Tempat", 20.0),
    "penjelasan": ("Penjelasan", 43.0),
    "perbaikan": ("Cara memperbaiki", 35.0),
    "nilai": ("Nilai saat diperiksa", 18.0),
    "alasan": ("Alasan (diisi bila perlu konfirmasi)", 34.0),
}
CONFIRMED = (
    'Bila catatan "Perlu konfirmasi" memang benar adanya, tulis alasannya di kolom Alasan; '
    "catatan itu dianggap terjawab selama nilainya tidak berubah."
)
CATATAN_NOTES = (
    "Ditulis oleh Validasi. Perbaiki isian di tempat yang disebut, lalu periksa lagi.",
    CONFIRMED,
    "Tanpa tombol Validasi: tulis sendiri Kode, Tempat, dan Alasan pada baris kosong.",
    'Belum pernah diperiksa: kosong. Sudah bersih: tertulis "Tidak ada catatan".',
)
TITLES = {
    place.ANALISIS: (
        "ANALISIS CAPAIAN",
        "Uraikan mengapa capaian tinggi atau rendah, dan tindak lanjutnya.",
    ),
    place.BUKTI: ("BUKTI DUKUNG", "Catat dokumen yang membuktikan setiap angka."),
}


def draw_extra(layout: Layout, plan: ExtraPlan) -> BlueprintSheet:
    """Return Analisis or Bukti Dukung."""
    canvas = Canvas(plan.sheet)
    canvas.widths({place.NO: 6, place.SUBJECT: 34, place.PERIODE: 12})
    canvas.widths({plan.first_field + n: WIDTHS[field] for n, field in enumerate(plan.fields)})
    if plan.sheet == place.ANALISIS:
        canvas.widths({place.CAPAIAN: 13, place.EARLIER: 29})
    _extra_head(canvas, plan)
    for row in plan.rows:
        _extra_row(canvas, row)
        if plan.sheet == place.ANALISIS:
            follow_up_cells(canvas, layout, plan, row)
    for n in range(len(plan.fields)):
        canvas.put(plan.span[1], plan.first_field + n, None, "note")
    entries = [one for one in layout.entries.values() if one.ref.sheet == plan.sheet]
    for entry in entries:
        canvas.entry(entry)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        paper(layout.definition),
        print_area=f"A1:{a1(plan.span[1], plan.last_column)}",
        title_rows=(place.HEADER_ROW, place.HEADER_ROW),
    )
    cursor = entries[0].ref.a1 if entries else None
    return canvas.sheet(page, freeze=a1(place.HEADER_ROW + 1, place.PERIODE + 1), cursor=cursor)


def _extra_head(canvas: Canvas, plan: ExtraPlan) -> None:
    title, note = TITLES[plan.sheet]
    canvas.put(1, place.NO, title, "title")
    canvas.formula(2, place.NO, around_unit(), "subtitle")
    canvas.put(3, place.NO, note, "note")
    heads = {place.NO: "No.", place.SUBJECT: "Indikator", place.PERIODE: "Periode"}
    heads |= {plan.first_field + n: HEADS[field] for n, field in enumerate(plan.fields)}
    if plan.sheet == place.ANALISIS:
        heads |= {place.CAPAIAN: "Capaian (%)", place.EARLIER: "Tindak lanjut periode lalu"}
    canvas.heads(place.HEADER_ROW, heads)
    canvas.at_least(21, 1)
    canvas.at_least(24, place.HEADER_ROW)


def _extra_row(canvas: Canvas, row: ExtraRow) -> None:
    name = row.indikator.nama
    if row.piece and len(row.indikator.bukti) >= row.piece:
        name = f"{name}\n{row.indikator.bukti[row.piece - 1]}"
    canvas.put(row.number, place.NO, row.indikator.nomor, "table_text_centred")
    canvas.put(row.number, place.SUBJECT, name, "table_text")
    canvas.put(row.number, place.PERIODE, short_period(row.periode), "table_text_centred")
    canvas.at_least(18, row.number)


def draw_catatan(layout: Layout) -> BlueprintSheet:
    """Return Catatan Pemeriksaan: a head, and 500 free rows that Validasi writes into."""
    canvas = Canvas(place.CATATAN)
    columns = place.CATATAN_COLUMNS
    for name, (head, width) in CATATAN_HEADS.items():
        canvas.put(place.CATATAN_HEADER, columns[name], head, "header")
        canvas.columns[columns[name]] = ColumnSpec(width, style="open", access=Access.OPEN)
    canvas.put(1, 1, "CATATAN PEMERIKSAAN", "title")
    for row, note in enumerate(CATATAN_NOTES, 2):
        canvas.put(row, 1, note, "note")
    for row in range(1, place.CATATAN_HEADER):
        for column in columns.values():
            if (row, column) not in canvas.cells:
                canvas.put(row, column, None, "text")
    canvas.at_least(21, 1)
    canvas.at_least(24, place.CATATAN_HEADER)
    _where_to_answer(canvas)
    page = PageSetup(
        paper(layout.definition), title_rows=(place.CATATAN_HEADER, place.CATATAN_HEADER)
    )
    return canvas.sheet(page, freeze=a1(place.CATATAN_FIRST, 1), tab_colour="C00000")


def _where_to_answer(canvas: Canvas) -> None:
    """Paint Alasan beside every note: yellow is where one writes."""
    first, last = place.CATATAN_FIRST, place.CATATAN_LAST
    reason, code = (column_letters(place.CATATAN_COLUMNS[one]) for one in ("alasan", "kode"))
    cells, noted = f"{reason}{first}:{reason}{last}", f'${code}{first}<>""'
    canvas.formats.append(ConditionalFormat(cells, noted, "mark_answer"))
