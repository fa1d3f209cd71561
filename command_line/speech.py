"""What the command line says of itself, in Indonesian and English."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from iku.languages import SOURCE, VARIABLE, languages
from iku.languages.spoken import Spoken
from iku.messages import Language

CLEAN, FINDINGS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130

SENTENCES: Spoken[str] = Spoken(
    "perintah",
    {
        "built": "{n} buku kerja ditulis di {folder}",
        "signed": "ditandatangani dengan kunci {kunci}",
        "not_signed": "tidak ditandatangani, padahal riwayat mengenal kunci kabupaten/kota; tambahkan --key bila formulir ini untuk dibagikan",
        "issued_otherwise": "Perhatian: {n} kecamatan sudah punya formulir versi ini dengan isi yang lain ({unit}). Bila yang lama sudah dikirim, naikkan versi dalam definisi, lalu buat lagi.",
        "key_made": "kunci rahasia: {path} (simpan, jangan dibagikan)\nkunci umum: {public} (boleh dibagikan)\nsidik kunci: {kunci}",
        "key_trusted": "kunci {kunci} dicatat sebagai kunci kabupaten/kota",
        "key_withdrawn": "kunci {kunci} dicabut: formulir yang ditandatangani dengannya ditolak, kecuali yang tercatat dalam riwayat ini",
        "key_known": "dicatat {added}",
        "key_gone": "dicatat {added}, dicabut {withdrawn}",
        "no_keys": "riwayat ini belum mengenal kunci",
        "filled": "{n} isian ditulis ke {path}",
        "summary": "{files} berkas: {errors} wajib diperbaiki, {warnings} perlu konfirmasi, {infos} informasi.",
        "marked": "Salinan bercatatan: {folder}",
        "checked": "Hasil pemeriksaan: {path}",
        "reading": "Membaca berkas",
        "interrupted": "iku: dihentikan setelah {n} berkas; tidak ada hasil yang ditulis",
        "interrupted_kept": "iku: dihentikan setelah {n} berkas; tidak ada hasil yang ditulis, dan yang sudah terbaca tersimpan: jalankan lagi untuk melanjutkan",
        "clock": "iku: jam komputer ini menunjukkan {now}, padahal riwayat memuat catatan bertanggal {then}. Tidak ada yang hilang, sebab urutan riwayat tidak memakai jam; periksa tanggal komputer ini sebelum mencetak atau menandatangani.",
        "recap": "Rekap: {path}",
        "letters": "Surat dan catatan untuk setiap unit: {path}",
        "to_verify": "Tabel verifikasi siap isi: {path}",
        "page": "Laporan HTML: {path}",
        "tables": "Tabel CSV: {path}",
        "parquet": "Data Parquet: {path}",
        "clean_definition": "{path}: definisi ini tidak memiliki catatan.",
        "new_needs_file": "sebutkan berkas hasilnya dengan -o, atau lihat katalog dengan --daftar",
        "new_written": "{n} indikator; {left} hal masih perlu diisi atau ditinjau (iku definition check).",
        "cannot": "Tidak dapat dijalankan: {reason}",
    },
)


def say(key: str, language: Language, **facts: object) -> str:
    """Return a sentence of the command line."""
    return SENTENCES[language][key].format(**facts)


F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """Add ``--lang`` to a verb."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(languages()),
        default=SOURCE,
        show_default=True,
        envvar=VARIABLE,
        help="Bahasa pesan.",
    )(function)
