"""Daftar Bukti Dukung: the documents that prove each figure, and which of them were found."""

from collections.abc import Iterator

from iku.calculation.results import Results
from iku.definition.model import Indikator, Unit
from iku.documents.analysis import Evidence, evidence_of
from iku.documents.blocks import Block, Cell, Column, Fields, Signatures, Table, cell, paragraph
from iku.documents.common import common_fields
from iku.documents.material import Material
from iku.documents.people import camat, signing_person
from iku.documents.said import NONE
from iku.periods import in_words, up_to
from iku.sheets.wording import numbered, short_period

_COLUMNS = (
    Column("No.", 4, "tengah"),
    Column("Indikator", 19),
    Column("Periode", 7, "tengah"),
    Column("Dokumen yang diminta", 15),
    Column("Dokumen yang disebut", 17),
    Column("Nomor, tanggal, halaman", 13),
    Column("Tautan", 11),
    Column("Berkas yang ditemukan", 14),
)
_DIGITS = 16  # of a SHA-256: enough to tell files apart on paper
_NOT_NAMED = "belum disebut"


def bukti_fields(material: Material, unit: Unit) -> Fields:
    """Return what the list names."""
    results, periode = material.results(unit), material.figures.period
    person, tanggal = signing_person(results.report, periode, unit)
    return {
        **common_fields(material.definition, unit),
        "periode": in_words(periode, int(material.definition.tahun)),
        "tabel_bukti": (Table(_COLUMNS, tuple(_rows(material, unit, results, periode))),),
        "catatan_bukti": tuple(_notes(material)),
        "tanda_tangan": (Signatures((camat(material.definition, unit, person, tanggal),)),),
    }


def _rows(
    material: Material, unit: Unit, results: Results, periode: str
) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for one in material.definition.indikator:
        asked = "\n".join(one.bukti) or NONE
        for when in (each for each in up_to(periode) if each in _entered(results, one)):
            named: list[Evidence | None] = [*evidence_of(results.report, one, when)] or [None]
            for each in named:
                number += 1
                yield (
                    cell(str(number)),
                    cell(numbered(one.nomor, one.nama)),
                    cell(short_period(when)),
                    cell(asked),
                    *_named(material, unit, each),
                )


def _entered(results: Results, one: Indikator) -> tuple[str, ...]:
    return results.definition.entry_periods(one)


def _named(material: Material, unit: Unit, each: Evidence | None) -> Iterator[Cell]:
    if each is None:
        yield from (cell(_NOT_NAMED), cell(NONE), cell(NONE), cell(NONE))
        return
    about = (each.nomor, each.tanggal, f"hlm. {each.halaman}" if each.halaman else "")
    found = material.evidence.get((unit.kode, each.nama))
    yield cell(each.nama or NONE)
    yield cell(", ".join(part for part in about if part) or NONE)
    yield cell(each.tautan or NONE)
    yield cell("tidak ditemukan" if found is None else f"{found.path}\n{found.sha256[:_DIGITS]}")


def _notes(material: Material) -> Iterator[Block]:
    if material.evidence:
        yield paragraph(
            f"Di bawah nama berkas tertulis {_DIGITS} angka pertama SHA-256-nya: berkas yang sama "
            "selalu memiliki angka yang sama.",
            "catatan",
        )
    yield paragraph(
        "Berkas dicari menurut namanya, dengan atau tanpa akhiran, di folder kiriman unit ini.",
        "catatan",
    )
