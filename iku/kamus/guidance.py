"""Draw Petunjuk of the Kamus: how to change a definition in Excel, on one page."""

from typing import Final

from iku.blueprint import BlueprintSheet, PageSetup
from iku.sheets.canvas import Canvas

PETUNJUK: Final = "Petunjuk"
_NO, _WHERE, _WHAT = 1, 2, 3
_STEPS: Final = (
    (
        "Umum",
        "Periksa kode, versi, tahun, dan nama kabupaten/kota. Bila tahunnya berganti, ganti pula kode atau versinya.",
    ),
    ("Sasaran", "Tulis sasaran satu per satu. Nomor urutnya dipakai di lembar Indikator."),
    (
        "Indikator",
        "Satu baris satu indikator. Yang wajib: sasaran, kode, nama, satuan, polaritas, dan rumus hitung.",
    ),
    (
        "Komponen",
        "Tulis angka yang diisi kecamatan. Kodenya dipakai dalam rumus hitung, misalnya tepat/masuk*100.",
    ),
    (
        "Target",
        "Tulis target semua unit. Untuk target satu kecamatan, tambahkan baris dengan kode unitnya.",
    ),
    ("Unit", "Tulis kecamatan, lalu wilayah dan penanda tangannya di lembar berikutnya."),
    (
        "Simpan",
        "Simpan sebagai .xlsx, lalu jalankan: iku definition import Kamus.xlsx -o definisi.yaml",
    ),
)
_RULES: Final = (
    (
        "Kotak kosong",
        "Berarti memakai bawaan yang tertulis di bawah judul kolom, atau memang tidak ada.",
    ),
    (
        "Angka",
        "Titik desimal tanpa pemisah ribuan: 61.70 dan 20198106, bukan 61,70 dan 20.198.106.",
    ),
    ("Kode", "Sel berformat teks, sehingga 012 dan 12:30 tetap seperti yang diketik."),
    (
        "Beberapa kode",
        "Pisahkan dengan koma: TW2, TW4. Beberapa dokumen bukti: satu baris satu dokumen (Alt+Enter).",
    ),
    (
        "Menghapus",
        "Kosongkan seluruh kotak kuning pada barisnya. Baris kosong di tengah tidak mengganggu.",
    ),
    ("Baris habis", "Impor lalu ekspor lagi: berkas baru selalu mempunyai baris kosong tambahan."),
    (
        "Teks kosong",
        'Dua tanda kutip ("") berarti sengaja dikosongkan. Hampir tidak pernah diperlukan.',
    ),
    (
        "Menempel",
        "Pakai Tempel Khusus > Nilai (Paste Special > Values), agar daftar pilihan tidak rusak.",
    ),
    (
        "Bila ada yang keliru",
        "Perintah impor menyebut semua kesalahan sekaligus beserta lembar dan selnya, misalnya Indikator!F7.",
    ),
)
_COLOURS: Final = (
    ("entry", "Kotak kuning: boleh diubah"),
    ("header", "Judul: terkunci"),
    ("result_text", "Abu-abu: nama yang muncul sendiri dari kodenya"),
)


def draw_petunjuk(paper: int) -> BlueprintSheet:
    """Return the page of instructions."""
    canvas = Canvas(PETUNJUK)
    canvas.widths({_NO: 5, _WHERE: 26, _WHAT: 112})
    canvas.put(1, _NO, "KAMUS IKU", "title")
    canvas.put(2, _NO, "Definisi indikator kinerja utama, untuk diubah di Excel.", "note")
    canvas.heads(4, {_NO: "No.", _WHERE: "Lembar", _WHAT: "Yang dilakukan"})
    row = 4
    for number, (where, what) in enumerate(_STEPS, 1):
        row += 1
        link = f"{where}!A1" if where != "Simpan" else None
        canvas.put(row, _NO, number, "table_text_centred")
        canvas.put(row, _WHERE, where, "link" if link else "table_bold", link=link)
        canvas.put(row, _WHAT, what, "table_text")
        canvas.at_least(20, row)
    row = _section(canvas, row + 2, "Cara menulis")
    for what, rule in _RULES:
        canvas.put(row, _WHERE, what, "table_bold")
        canvas.put(row, _WHAT, rule, "table_text")
        canvas.at_least(20, row)
        row += 1
    row = _section(canvas, row + 1, "Arti warna")
    for style, what in _COLOURS:
        canvas.put(row, _WHERE, None, style)
        canvas.put(row, _WHAT, what, "table_text")
        canvas.at_least(18, row)
        row += 1
    return canvas.sheet(PageSetup(paper, fit_height=True))


def _section(canvas: Canvas, row: int, title: str) -> int:
    canvas.across(row, _NO, _WHAT, title, "section")
    canvas.at_least(20, row)
    return row + 1
