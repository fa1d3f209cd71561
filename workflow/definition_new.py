"""New: entries of the catalogue → the starter of a definition, as YAML or as Kamus IKU."""

import re
from pathlib import Path
from typing import Any

from iku.definition.lint import lint
from iku.definition.model import Definition
from iku.definition.rules import rule_faults
from iku.finding import Finding
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from iku.katalog import Entri, Permintaan, UnitAwal, UnknownCodeError, katalog, starter
from workbook_builder import save_whole
from workflow.definition_source import TEXT
from workflow.kamus import WORKBOOK, kamus_bytes
from workflow.refusal import RefusedError

_REGENCY = re.compile(r"[0-9]{2}\.[0-9]{2}")
_UNIT = re.compile(r"\s*(?P<kode>[^=\s]+)\s*=\s*(?P<nama>\S.*?)\s*")
_EARLIEST, _LATEST = 1900, 2099  # the years that a target may name


def list_catalogue() -> tuple[Entri, ...]:
    """Return every indicator of the catalogue, by code."""
    return katalog().entri


def entry_data(entry: Entri) -> dict[str, Any]:
    """Return an entry as plain data: what a list of indicators shows."""
    one = entry.indikator
    polaritas = one.polaritas if isinstance(one.polaritas, str) else "rentang"
    return {
        "kode": entry.kode,
        "nama": one.nama,
        "sasaran": entry.sasaran,
        "definisi_operasional": one.definisi_operasional,
        "rumus": one.rumus,
        "satuan": one.satuan,
        "polaritas": polaritas,
        "jenis": one.nilai.jenis,
        "sumber": list(entry.sumber),
    }


def units_of(written: tuple[str, ...]) -> tuple[UnitAwal, ...]:
    """Return units written as ``15.71.03=Jambi Timur``; raises RefusedError for any other form."""
    found = [(text, _UNIT.fullmatch(text)) for text in written]
    if wrong := [text for text, match in found if match is None]:
        message = (
            f"unit ditulis KODE=NAMA, misalnya 15.71.03=Jambi Timur; bukan: {'; '.join(wrong)}"
        )
        raise RefusedError(message)
    return tuple(UnitAwal(match["kode"], match["nama"]) for _, match in found if match is not None)


def new_definition(wanted: Permintaan, into: Path) -> Definition:
    """Write the starter as YAML or Kamus IKU, by the ending of ``into``, and return it.

    Raises RefusedError where a code is unknown, the request cannot be a definition, the ending is
    another one or the file exists; then nothing is written.
    """
    ending = into.suffix.lower()
    if ending not in (WORKBOOK, *TEXT):
        message = f"definisi baru ditulis ke berkas .yaml atau .xlsx, bukan '{into.name}'"
        raise RefusedError(message)
    if into.exists():
        message = f"{into}: berkas ini sudah ada dan tidak ditimpa; pilih nama lain"
        raise RefusedError(message)
    _require_sense(wanted)
    definition = _made(wanted)
    data = kamus_bytes(definition, str(into)) if ending == WORKBOOK else _text(definition)
    save_whole(data, into)
    return definition


def open_points(definition: Definition) -> list[Finding]:
    """Return what the check still says about a starter: targets to write, and the like."""
    return lint(definition)


def _text(definition: Definition) -> bytes:
    return yaml_text(short_tree(definition)).encode("utf-8")


def _require_sense(wanted: Permintaan) -> None:
    if not wanted.indikator:
        raise RefusedError(
            "indikator belum dipilih; lihat daftarnya dengan: iku definition new --daftar"
        )
    if not wanted.kabupaten.strip():
        raise RefusedError("nama kabupaten/kota belum ditulis, misalnya --kabupaten 'Kota Jambi'")
    if not _REGENCY.fullmatch(wanted.kode_kabupaten):
        message = f"kode kabupaten/kota ditulis seperti 15.71, bukan '{wanted.kode_kabupaten}'"
        raise RefusedError(message)
    if not _EARLIEST <= wanted.tahun <= _LATEST:
        message = f"tahun {wanted.tahun} tidak dapat dipakai; tulis misalnya 2026"
        raise RefusedError(message)


def _made(wanted: Permintaan) -> Definition:
    try:
        definition = starter(katalog(), wanted)
    except UnknownCodeError as error:
        raise RefusedError(_unknown(error.unknown)) from error
    if faults := rule_faults(definition):
        raise RefusedError("; ".join(reason for _, reason in faults))
    return definition


def _unknown(codes: tuple[str, ...]) -> str:
    known = katalog().entri
    return (
        f"kode {', '.join(codes)} tidak ada dalam katalog ({known[0].kode} sampai {known[-1].kode});"
        " lihat daftarnya dengan: iku definition new --daftar"
    )
