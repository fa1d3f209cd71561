"""Lampiran SK IKU: the two tables of a decree on IKU, per unit or for the whole regency."""

from collections.abc import Iterator

from iku.definition.model import Definition, Sasaran, Unit
from iku.documents.about import about_unit
from iku.documents.blocks import Cell, Column, Fields, Signatures, Table, cell
from iku.documents.common import common_fields
from iku.documents.goals import goal
from iku.documents.people import camat
from iku.documents.source_notes import corrections
from iku.sheets.wording import direction, numbered

_IKU = (
    Column("No.", 4, "tengah"),
    Column("Sasaran Strategis", 18),
    Column("Indikator Kinerja Utama", 20),
    Column("Penjelasan/Formulasi Perhitungan", 30),
    Column("Unit OPD Penanggung Jawab", 11),
    Column("Sumber Data", 12),
    Column("Keterangan", 8),
)
_DEFINISI = (
    Column("No.", 5, "tengah"),
    Column("Indikator Kinerja Utama", 28),
    Column("Definisi Operasional", 44),
    Column("Satuan", 9, "tengah"),
    Column("Arah", 14),
)


def sk_fields(definition: Definition, unit: Unit | None) -> Fields:
    """Return what the appendix names; ``unit`` None is the appendix for the whole regency."""
    signing = () if unit is None else (Signatures((camat(definition, unit),)),)
    return {
        **common_fields(definition, unit),
        "keterangan_unit": tuple(about_unit(definition, unit)),
        "tabel_iku": (_table(_IKU, _iku_rows(definition)),),
        "tabel_definisi": (_table(_DEFINISI, _definition_rows(definition)),),
        "tanda_tangan": signing,
        "catatan_koreksi": corrections(definition),
    }


def _table(columns: tuple[Column, ...], rows: Iterator[tuple[Cell, ...]]) -> Table:
    return Table(columns, tuple(rows))


def _iku_rows(definition: Definition) -> Iterator[tuple[Cell, ...]]:
    for sasaran in definition.sasaran:
        yield from _of_sasaran(sasaran)


def _of_sasaran(sasaran: Sasaran) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(sasaran.indikator):
        yield (
            *goal(sasaran, n),
            cell(numbered(one.nomor, one.nama)),
            cell(one.rumus),
            cell(one.penanggung_jawab),
            cell(one.sumber_data),
            cell(one.keterangan),
        )


def _definition_rows(definition: Definition) -> Iterator[tuple[Cell, ...]]:
    for one in definition.indikator:
        meaning = one.definisi_operasional or one.rumus
        what = (cell(one.nomor), cell(one.nama), cell(meaning))
        yield (*what, cell(one.satuan), cell(direction(one)))
