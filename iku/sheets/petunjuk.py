"""Draw Petunjuk: how to fill in, on one page, with the cells themselves as pictures."""

from dataclasses import dataclass

from iku.blueprint import BlueprintSheet, ConditionalFormat, Constant, PageSetup
from iku.layout.layout import Layout
from iku.sheets.canvas import Canvas, number_format, paper

SHEET = "Petunjuk"
NO, WHERE, RIGHT, WRONG, WHAT = 1, 2, 3, 4, 5
ISIAN = (
    'Isi kotak kuning dengan angka. Tulis angka saja: 2555, bukan "2.555 surat" dan bukan "98%". '
    "Desimal memakai tanda yang berlaku di komputer Anda, biasanya koma: 61,70. "
    "Tekan Tab untuk pindah ke kotak berikutnya."
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
ANGGARAN = (
    "Tulis belanja setiap program sejak 1 Januari, dalam rupiah tanpa "
    "Rp. Serapan dan efisiensi terhitung sendiri."
)
MENYALIN = (
    "Boleh, dengan Tempel Khusus > Nilai (dalam Excel berbahasa Inggris: Paste Special > Values), "
    "agar kotak isian tidak rusak."
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A cell drawn as it looks, what it is called, and what to do with it."""

    style: str
    content: Constant
    words: str
    mark: str = ""
    fmt: str = "General"


PICTURES = (
    Picture("entry", None, "Kuning, kosong: diisi di sini. Klik, baca petunjuknya, lalu ketik."),
    Picture("entry", 2555, "Kuning, terisi: masih dapat diubah.", fmt=number_format(0)),
    Picture("entry_na", None, "Abu-abu: tidak diisi pada periode ini."),
    Picture("table_number", 90, "Putih: ditetapkan kabupaten/kota, terkunci."),
    Picture(
        "result", 98.88, "Abu-abu muda, tebal: dihitung otomatis, terkunci.", fmt=number_format(2)
    ),
    Picture(
        "entry",
        25550,
        "Jingga, merah tebal, berbingkai: ada catatan. Baca Catatan Pemeriksaan, lalu perbaiki.",
        "mark_finding",
        number_format(0),
    ),
    Picture("answer", "Sudah", "Jawaban Cek Kesiapan: tidak ada yang perlu dilakukan.", "mark_ok"),
    Picture(
        "answer", "Belum", "Jawaban Cek Kesiapan: lakukan yang tertulis di kanannya.", "mark_bad"
    ),
)
EXAMPLES = (
    ("2555", "2.555 surat", "angka saja, tanpa satuan"),
    ("91,11", "91,11 %", "tanpa tanda persen"),
    ("20198106", "Rp 20.198.106", "tanpa Rp dan tanpa titik ribuan"),
    ("0", "-", "0 bila hasilnya memang nol; tanda - bukan angka"),
    ("(kosong) + Nihil", "0 dari 0", "tidak ada kejadian: pilih Nihil di tabel bawah"),
)
QUESTIONS = (
    (
        "Mengapa kotak lain tidak dapat diubah?",
        "Definisi, target, dan rumus ditetapkan kabupaten/kota, sehingga dikunci.",
    ),
    (
        "Bolehkah menyalin dari berkas lain?",
        MENYALIN,
    ),
    (
        "Bagaimana bila isian terlanjur rusak?",
        "Minta formulir baru, atau gunakan Pulihkan Formulir bila tersedia; isian Anda ikut dipindahkan.",
    ),
)


def draw_petunjuk(layout: Layout) -> BlueprintSheet:
    """Return the page of instructions."""
    canvas = Canvas(SHEET)
    canvas.widths({NO: 5, WHERE: 26, RIGHT: 20, WRONG: 20, WHAT: 76})
    canvas.put(1, NO, "PETUNJUK PENGISIAN", "title")
    canvas.at_least(21, 1)
    row = _steps(canvas, 2, steps_of(layout))
    row = _pictures(canvas, row + 1)
    row = _examples(canvas, row + 1)
    _questions(canvas, row + 1)
    page = PageSetup(paper(layout.definition), fit_height=True)
    return canvas.sheet(page)


def steps_of(layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return what is done on which sheet, in order; money only where it is asked for."""
    if layout.anggaran is None:
        return STEPS
    at = [where for where, _ in STEPS].index("Capaian")
    return (*STEPS[:at], ("Anggaran", ANGGARAN), *STEPS[at:])


def _steps(canvas: Canvas, row: int, steps: tuple[tuple[str, str], ...]) -> int:
    canvas.heads(row, {NO: "No.", WHERE: "Lembar"})
    canvas.across(row, RIGHT, WHAT, "Yang dilakukan", "header")
    canvas.at_least(20, row)
    for n, (where, what) in enumerate(steps, 1):
        row += 1
        canvas.put(row, NO, n, "table_text_centred")
        canvas.put(row, WHERE, where, "table_bold")
        canvas.across(row, RIGHT, WHAT, what, "table_text")
        canvas.at_least(18, row)
    return row


def _pictures(canvas: Canvas, row: int) -> int:
    """Draw each kind of cell as it looks, beside what it means."""
    canvas.across(row, NO, WHAT, "Begini rupa kotaknya", "section")
    for picture in PICTURES:
        row += 1
        canvas.put(row, WHERE, picture.content, picture.style, fmt=picture.fmt)
        canvas.across(row, RIGHT, WHAT, picture.words, "table_text")
        canvas.at_least(17, row)
        if picture.mark:
            cell = canvas.cells[row, WHERE].a1
            canvas.formats.append(ConditionalFormat(cell, "1=1", picture.mark))
    return row


def _examples(canvas: Canvas, row: int) -> int:
    """Show what to type beside what not to type; the wrong one is struck out."""
    canvas.across(row, NO, WHERE, "Contoh mengetik angka", "section")
    canvas.heads(row, {RIGHT: "Benar", WRONG: "Salah"}, "section")
    canvas.put(row, WHAT, "Sebab", "section")
    for right, wrong, reason in EXAMPLES:
        row += 1
        canvas.put(row, RIGHT, right, "example_right")
        canvas.put(row, WRONG, wrong, "example_wrong")
        canvas.put(row, WHAT, reason, "table_text")
        canvas.at_least(17, row)
    return row


def _questions(canvas: Canvas, row: int) -> None:
    canvas.across(row, NO, WHAT, "Yang sering ditanyakan", "section")
    for question, answer in QUESTIONS:
        row += 1
        canvas.across(row, NO, WHERE, question, "table_bold")
        canvas.across(row, RIGHT, WHAT, answer, "table_text")
        canvas.at_least(18, row)
