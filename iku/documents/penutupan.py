"""Berita acara of closing a period: which files count, the figures, and what was still open."""

from collections.abc import Iterator

from pydantic import ValidationError

from iku.calculation.figure import in_indonesian
from iku.consolidation.decisions import ClosedFigure, ClosedUnit, Closing
from iku.dates_as_typed import in_full
from iku.definition.model import Definition
from iku.documents.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    Party,
    Signatures,
    Table,
    cell,
    paragraph,
)
from iku.documents.common import DOTS
from iku.documents.said import NONE
from iku.periods import in_words
from iku.terbitan import parse_terbitan

REQUIRED = ("tabel_berkas", "tabel_angka", "tanda_tangan")
"""The fields without which the minutes would not say what was closed."""

_FILES = (
    Column("No.", 4, "tengah"),
    Column("Unit", 20),
    Column("Berkas", 30),
    Column("SHA-256", 46),
)
_FIGURES = (
    Column("Kode", 8, "tengah"),
    Column("Indikator", 44),
    Column("Realisasi", 22, "tengah"),
    Column("Capaian (%)", 13, "tengah"),
    Column("Dihitung", 13, "tengah"),
)
_OPEN = (
    Column("No.", 4, "tengah"),
    Column("Unit", 30),
    Column("Wajib diperbaiki", 15, "tengah"),
    Column("Perlu konfirmasi", 15, "tengah"),
    Column("Kode catatan", 36),
)


def definition_of(closing: Closing) -> Definition | None:
    """Return the definition by which the period was closed, where a file that counts carries it."""
    text = next((one.terbitan for one in closing.units if one.terbitan), "")
    try:
        return parse_terbitan(text).definisi if text else None
    except ValidationError:  # written by a program with another definition's schema
        return None


def penutupan_fields(closing: Closing) -> Fields:
    """Return what the minutes name; the same closing gives the same ones."""
    definition = definition_of(closing)
    expected = [one for one in closing.units if not one.absent]
    reported = sum(bool(one.path) for one in expected)
    return {
        "KABUPATEN": DOTS if definition is None else definition.kabupaten.nama.upper(),
        "periode": in_words(closing.period, closing.tahun),
        "templat": f"{closing.template}, tahun {closing.tahun}",
        "kapan": _moment(closing.when),
        "oleh": closing.by or DOTS,
        "melapor": f"{reported} dari {len(expected)}",
        "alasan": tuple(_reason(closing)),
        "tabel_berkas": (Table(_FILES, tuple(_files(closing.units))),),
        "tabel_angka": (Table(_FIGURES, tuple(map(_figure, closing.figures))),),
        "tabel_terbuka": tuple(_open(closing)),
        "tanda_tangan": (Signatures((Party(("Yang menutup,",), closing.by, ("NIP. ",)),)),),
    }


def _moment(iso: str) -> str:
    day, _, clock = iso.partition("T")
    return f"{in_full(day)} pukul {clock[:5].replace(':', '.')}"


def _reason(closing: Closing) -> Iterator[Block]:
    if closing.reason:
        yield paragraph(f"Alasan ditutup meski belum lengkap: {closing.reason}.")


def _files(units: tuple[ClosedUnit, ...]) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(units, 1):
        file = one.path or one.absent or "Belum melapor"
        named = cell(f"{one.nama} ({one.kode})")
        yield (cell(str(n)), named, cell(file), cell(one.sha256 or NONE))


def _figure(one: ClosedFigure) -> tuple[Cell, ...]:
    realisasi = one.state
    if one.realisasi is not None:
        realisasi = f"{in_indonesian(one.realisasi, one.desimal)} {one.satuan}".strip()
    capaian = NONE if one.capaian is None else in_indonesian(one.capaian)
    texts = (one.kode, one.nama, realisasi, capaian, f"{one.n} dari {one.of}")
    return tuple(cell(text) for text in texts)


def _open(closing: Closing) -> Iterator[Block]:
    notes = closing.open_notes or ()
    rows = tuple(
        tuple(cell(str(text)) for text in texts)
        for texts in (
            (n, f"{one.nama} ({one.kode})", one.errors, one.warnings, ", ".join(one.codes))
            for n, one in enumerate(notes, 1)
        )
    )
    if rows:
        yield Table(_OPEN, rows)
    missing = ", ".join(f"{one.nama} ({one.kode})" for one in closing.missing)
    if missing:
        yield paragraph(f"Belum melapor: {missing}.", "penutup")
    if not rows and not missing:
        told = "Tidak ada." if closing.open_notes is not None else "Tidak tercatat pada rekapnya."
        yield paragraph(told, "penutup")
