"""Draw Petunjuk: how to fill in, on one page."""

from iku.blueprint import BlueprintSheet, PageSetup
from iku.layout.layout import Layout
from iku.sheets.canvas import Canvas, paper

SHEET = "Petunjuk"
NO, WHERE, WHAT = 1, 2, 3
ISIAN = (
    'Isi kotak kuning dengan angka. Tulis angka saja: 2555, bukan "2.555 surat" dan bukan "98%". '
    "Desimal memakai tanda yang berlaku di komputer Anda, biasanya koma: 61,70."
)
TANPA_ANGKA = (
    "Bila angkanya memang tidak ada, jangan isi 0. Pilih Nihil (tidak ada kejadian) atau Data "
    "belum tersedia (menunggu instansi lain), lalu tulis alasannya."
)
KESIAPAN = 'Lihat apakah semua jawaban sudah "Sudah". Yang "Belum" disertai cara memperbaikinya.'
VALIDASI = (
    "Bila tombol IKU > Validasi tersedia, tekan untuk pemeriksaan lengkap. Hasilnya tertulis di "
    "lembar Catatan Pemeriksaan, dan isian yang perlu dilihat diberi warna jingga."
)
STEPS = (
    ("Beranda", "Pilih periode lapor, isi nama penyusun, dan periksa nama penanda tangan."),
    ("Isian", ISIAN),
    ("Isian, tabel bawah", TANPA_ANGKA),
    ("Capaian", "Realisasi dan capaian terhitung sendiri. Lembar ini dicetak dan ditandatangani."),
    ("Cek Kesiapan", KESIAPAN),
    ("Validasi", VALIDASI),
    ("Kirim", "Pilih status Final di Beranda, simpan, lalu kirim berkas ini ke kabupaten/kota."),
)
COLOURS = (
    ("entry", "Kotak kuning: diisi"),
    ("entry_na", "Kotak abu-abu: tidak perlu diisi"),
    ("result", "Abu-abu muda: dihitung otomatis"),
)
QUESTIONS = (
    (
        "Mengapa sel lain tidak dapat diubah?",
        "Definisi, target, dan rumus ditetapkan kabupaten/kota, sehingga dikunci.",
    ),
    (
        "Bolehkah menyalin dari berkas lain?",
        "Boleh, dengan Paste Special > Values (tempel nilai saja), agar kotak isian tidak rusak.",
    ),
    (
        "Bagaimana bila isian terlanjur rusak?",
        "Minta formulir baru, atau gunakan Pulihkan Formulir bila tersedia; isian Anda ikut dipindahkan.",
    ),
)


def draw_petunjuk(layout: Layout) -> BlueprintSheet:
    """Return the page of instructions."""
    canvas = Canvas(SHEET)
    canvas.widths({NO: 5, WHERE: 34, WHAT: 104})
    canvas.put(1, NO, "PETUNJUK PENGISIAN", "title")
    row = _steps(canvas, 3)
    row = _colours(canvas, row + 2)
    _questions(canvas, row + 2)
    page = PageSetup(paper(layout.definition), fit_height=True)
    return canvas.sheet(page)


def _steps(canvas: Canvas, row: int) -> int:
    canvas.heads(row, {NO: "No.", WHERE: "Lembar", WHAT: "Yang dilakukan"})
    canvas.at_least(20, row)
    for n, (where, what) in enumerate(STEPS, 1):
        row += 1
        canvas.put(row, NO, n, "table_text_centred")
        canvas.put(row, WHERE, where, "table_bold")
        canvas.put(row, WHAT, what, "table_text")
        canvas.at_least(20, row)
    return row


def _colours(canvas: Canvas, row: int) -> int:
    canvas.across(row, NO, WHAT, "Arti warna", "section")
    for style, what in COLOURS:
        row += 1
        canvas.put(row, WHERE, None, style)
        canvas.put(row, WHAT, what, "table_text")
        canvas.at_least(18, row)
    return row


def _questions(canvas: Canvas, row: int) -> None:
    canvas.across(row, NO, WHAT, "Yang sering ditanyakan", "section")
    for question, answer in QUESTIONS:
        row += 1
        canvas.put(row, WHERE, question, "table_bold")
        canvas.put(row, WHAT, answer, "table_text")
        canvas.at_least(20, row)
