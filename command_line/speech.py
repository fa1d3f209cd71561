"""What the command line says of itself, in Indonesian and English."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from iku.messages import Language

CLEAN, FINDINGS, CANNOT_RUN, INTERRUPTED = 0, 1, 2, 130

SENTENCES: dict[str, dict[Language, str]] = {
    "built": {
        "id": "{n} buku kerja ditulis di {folder}",
        "en": "{n} workbooks written to {folder}",
    },
    "signed": {
        "id": "ditandatangani dengan kunci {kunci}",
        "en": "signed with the key {kunci}",
    },
    "not_signed": {
        "id": "tidak ditandatangani, padahal riwayat mengenal kunci kabupaten/kota; tambahkan --key bila formulir ini untuk dibagikan",
        "en": "not signed, although the history knows the regency's key; add --key if this form is to be sent out",
    },
    "key_made": {
        "id": "kunci rahasia: {path} (simpan, jangan dibagikan)\nkunci umum: {public} (boleh dibagikan)\nsidik kunci: {kunci}",
        "en": "secret key: {path} (keep it, share it with nobody)\npublic key: {public} (may be shared)\nfingerprint of the key: {kunci}",
    },
    "key_trusted": {
        "id": "kunci {kunci} dicatat sebagai kunci kabupaten/kota",
        "en": "the key {kunci} is written down as the regency's own",
    },
    "key_withdrawn": {
        "id": "kunci {kunci} dicabut: formulir yang ditandatangani dengannya ditolak, kecuali yang tercatat dalam riwayat ini",
        "en": "the key {kunci} is withdrawn: forms signed with it are refused, except those in this register",
    },
    "key_known": {"id": "dicatat {added}", "en": "known since {added}"},
    "key_gone": {
        "id": "dicatat {added}, dicabut {withdrawn}",
        "en": "known since {added}, withdrawn {withdrawn}",
    },
    "no_keys": {"id": "riwayat ini belum mengenal kunci", "en": "this history knows no key yet"},
    "filled": {"id": "{n} isian ditulis ke {path}", "en": "{n} entries written to {path}"},
    "summary": {
        "id": "{files} berkas: {errors} wajib diperbaiki, {warnings} perlu konfirmasi, {infos} informasi.",
        "en": "{files} files: {errors} to be mended, {warnings} to be confirmed, {infos} informational.",
    },
    "marked": {"id": "Salinan bercatatan: {folder}", "en": "Annotated copies: {folder}"},
    "reading": {"id": "Membaca berkas", "en": "Reading files"},
    "interrupted": {
        "id": "iku: dihentikan setelah {n} berkas; tidak ada hasil yang ditulis",
        "en": "iku: stopped after {n} files; no result was written",
    },
    "interrupted_kept": {
        "id": "iku: dihentikan setelah {n} berkas; tidak ada hasil yang ditulis, dan yang sudah terbaca tersimpan: jalankan lagi untuk melanjutkan",
        "en": "iku: stopped after {n} files; no result was written, and what was read is kept: run again to go on",
    },
    "recap": {"id": "Rekap: {path}", "en": "Recap: {path}"},
    "clean_definition": {
        "id": "{path}: definisi ini tidak memiliki catatan.",
        "en": "{path}: nothing to report about this definition.",
    },
    "new_needs_file": {
        "id": "sebutkan berkas hasilnya dengan -o, atau lihat katalog dengan --daftar",
        "en": "name the file to write with -o, or list the catalogue with --daftar",
    },
    "new_written": {
        "id": "{n} indikator; {left} hal masih perlu diisi atau ditinjau (iku definition check).",
        "en": "{n} indicators; {left} points are still to be filled in or looked at (iku definition check).",
    },
    "cannot": {"id": "Tidak dapat dijalankan: {reason}", "en": "Cannot run: {reason}"},
}


def say(key: str, language: Language, **facts: object) -> str:
    """Return a sentence of the command line."""
    return SENTENCES[key][language].format(**facts)


F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """Add ``--lang`` to a verb."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["id", "en"]),
        default="id",
        show_default=True,
        help="Bahasa pesan.",
    )(function)
