"""Draw Petunjuk: how to fill in, on one page."""

from iku.blueprint import BlueprintSheet, PageSetup
from iku.layout.layout import Layout
from iku.sheets.canvas import PAPER, Canvas

SHEET = "Petunjuk"
STEPS = (
    ("Beranda", "Pilih periode lapor, isi nama penyusun, dan periksa nama penanda tangan."),
    (
        "Isian",
        "Isi kotak kuning dengan angka. Tulis angka saja: 2555, bukan \"2.555 surat\" dan bukan \"98%\". "
        "Desimal memakai tanda yang berlaku di komputer Anda, biasanya koma: 61,70.",
    ),
    (
        "Isian, tabel bawah",
        "Bila angkanya memang tidak ada, jangan isi 0. Pilih Nihil (tidak ada kejadian) atau Data belum "
        "tersedia (menunggu instansi lain), lalu tulis alasannya.",
    ),
    ("Capaian", "Realisasi dan capaian terhitung sendiri. Lembar ini yang dicetak dan ditandatangani."),
    ("Cek Kesiapan", "Lihat apakah semua jawaban sudah \"Sudah\". Yang \"Belum\" disertai cara memperbaikinya."),
    (
        "Validasi",
        "Bila tombol IKU > Validasi tersedia, tekan untuk pemeriksaan lengkap. Hasilnya tertulis di lembar "
        "Catatan Pemeriksaan, dan isian yang perlu dilihat diberi warna jingga.",
    ),
    ("Kirim", "Pilih status Final di Beranda, simpan, lalu kirim berkas Excel ini ke kabupaten/kota."),
)
COLOURS = (
    ("entry", "Kotak kuning: diisi"),
    ("entry_na", "Kotak abu-abu: tidak perlu diisi"),
    ("result", "Abu-abu muda: dihitung otomatis"),
)
QUESTIONS = (
    ("Mengapa sel lain tidak dapat diubah?", "Definisi, target, dan rumus ditetapkan kabupaten/kota, sehingga dikunci."),
    ("Bolehkah menyalin dari berkas lain?", "Boleh, dengan Paste Special > Values (tempel nilai saja), agar kotak isian tidak rusak."),
    ("Bagaimana bila isian terlanjur rusak?", "Minta formulir baru, atau gunakan Pulihkan Formulir bila tersedia; isian Anda ikut dipindahkan."),
)


def draw_petunjuk(layout: Layout) -> BlueprintSheet:
    """Return the page of instructions."""
    canvas = Canvas(SHEET)
    canvas.widths({1: 5, 2: 30, 3: 88})
    canvas.put(1, 1, "PETUNJUK PENGISIAN", "title")
    for column, head in ((1, "No."), (2, "Lembar"), (3, "Yang dilakukan")):
        canvas.put(3, column, head, "header")
    row = 3
    for n, (where, what) in enumerate(STEPS, 1):
        row += 1
        canvas.put(row, 1, n, "table_text_center")
        canvas.put(row, 2, where, "table_bold")
        canvas.put(row, 3, what, "table_text")
        canvas.height(row, (what, 88))
    row += 2
    canvas.put(row, 1, "Arti warna", "section")
    canvas.merge(row, 1, 3)
    for style, what in COLOURS:
        row += 1
        canvas.put(row, 2, None, style)
        canvas.put(row, 3, what, "text")
    row += 2
    canvas.put(row, 1, "Yang sering ditanyakan", "section")
    canvas.merge(row, 1, 3)
    for question, answer in QUESTIONS:
        row += 1
        canvas.put(row, 2, question, "table_bold")
        canvas.put(row, 3, answer, "table_text")
        canvas.height(row, (question, 28), (answer, 88))
    page = PageSetup(PAPER[layout.definition.pengaturan.kertas], fit_height=True)
    return canvas.sheet(page)
