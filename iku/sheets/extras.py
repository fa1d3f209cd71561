"""Draw Analisis and Bukti Dukung, which a definition may ask for, and Catatan Pemeriksaan."""

from iku.address import a1
from iku.blueprint import Access, BlueprintSheet, ColumnSpec, PageSetup
from iku.layout import extras as place
from iku.layout.extras import ExtraPlan
from iku.layout.layout import Layout
from iku.periods import in_words
from iku.sheets.canvas import PAPER, Canvas, mark_notes
from iku.sheets.isian import notes_range

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
TITLES = {
    place.ANALISIS: ("ANALISIS CAPAIAN", "Uraikan mengapa capaian tinggi atau rendah, dan tindak lanjutnya."),
    place.BUKTI: ("BUKTI DUKUNG", "Catat dokumen yang membuktikan setiap angka."),
}


def draw_extra(layout: Layout, plan: ExtraPlan) -> BlueprintSheet:
    """Return Analisis or Bukti Dukung."""
    canvas = Canvas(plan.sheet)
    canvas.widths({place.NO: 6, place.SUBJECT: 40, place.PERIODE: 14})
    canvas.widths({place.FIRST_FIELD + n: 26.0 for n in range(len(plan.fields))})
    title, note = TITLES[plan.sheet]
    canvas.put(1, place.NO, title, "title")
    canvas.put(2, place.NO, f"{layout.definition.jenis_unit} {layout.terbitan.unit.nama}", "subtitle")
    canvas.put(3, place.NO, note, "note")
    heads = {place.NO: "No.", place.SUBJECT: "Indikator", place.PERIODE: "Periode"}
    heads |= {place.FIRST_FIELD + n: HEADS[field] for n, field in enumerate(plan.fields)}
    for column, head in heads.items():
        canvas.put(place.HEADER_ROW, column, head, "header")
    for row in plan.rows:
        name = row.indikator.nama
        if row.piece and len(row.indikator.bukti) >= row.piece:
            name = f"{name}\n{row.indikator.bukti[row.piece - 1]}"
        canvas.put(row.number, place.NO, row.indikator.nomor, "table_text_center")
        canvas.put(row.number, place.SUBJECT, name, "table_text")
        words = in_words(row.periode, layout.definition.tahun).split(" Tahun ")[0]
        canvas.put(row.number, place.PERIODE, words, "table_text_center")
        canvas.height(row.number, (name, 40))
    for n in range(len(plan.fields)):
        canvas.put(plan.span[1], place.FIRST_FIELD + n, None, "note")
    entries = [one for one in layout.entries.values() if one.ref.sheet == plan.sheet]
    for entry in entries:
        canvas.entry(entry)
    mark_notes(canvas, entries, [layout.note_counter(e) for e in entries], notes_range())
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas],
        print_area=f"A1:{a1(plan.span[1], plan.last_column)}",
        title_rows=(place.HEADER_ROW, place.HEADER_ROW),
    )
    return canvas.sheet(page, freeze=a1(place.HEADER_ROW + 1, place.FIRST_FIELD))


def draw_catatan(layout: Layout) -> BlueprintSheet:
    """Return Catatan Pemeriksaan: a head, and 500 free rows that Validasi writes into."""
    canvas = Canvas(place.CATATAN)
    columns = place.CATATAN_COLUMNS
    widths = {"kode": 10, "tempat": 22, "penjelasan": 60, "perbaikan": 60, "nilai": 18, "alasan": 36}
    canvas.columns = {
        columns[name]: ColumnSpec(width, style="open", access=Access.OPEN) for name, width in widths.items()
    }
    last = max(columns.values())
    canvas.put(1, 1, "CATATAN PEMERIKSAAN", "title")
    notes = (
        "Ditulis oleh Validasi. Perbaiki isian di tempat yang disebut, lalu periksa lagi.",
        "Bila catatan \"Perlu konfirmasi\" memang benar adanya, tulis alasannya di kolom Alasan; catatan itu "
        "dianggap terjawab selama nilainya tidak berubah.",
    )
    for row, note in enumerate(notes, 2):
        canvas.put(row, 1, note, "note")
    canvas.put(4, 1, "Belum pernah diperiksa: kosong. Sudah bersih: tertulis \"Tidak ada catatan\".", "note")
    for row in (1, 2, 3, 4, 5):
        for column in range(1, last + 1):
            if (row, column) not in canvas.cells:
                canvas.put(row, column, None, "text")
    heads = {"kode": "Kode", "tempat": "Tempat", "penjelasan": "Penjelasan", "perbaikan": "Cara memperbaiki",
             "nilai": "Nilai saat diperiksa", "alasan": "Alasan (diisi bila perlu konfirmasi)"}
    for name, head in heads.items():
        canvas.put(place.CATATAN_HEADER, columns[name], head, "header")
    page = PageSetup(
        PAPER[layout.definition.pengaturan.kertas],
        title_rows=(place.CATATAN_HEADER, place.CATATAN_HEADER),
    )
    return canvas.sheet(page, freeze=a1(place.CATATAN_FIRST, 1), tab_colour="C00000")
