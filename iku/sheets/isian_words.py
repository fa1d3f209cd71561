"""What stands in words in a row of Isian: number, name, unit, and how to fill it in."""

from typing import NamedTuple

from iku.calculation.figure import State
from iku.definition.model import DataBersama, Indikator, Komponen
from iku.layout.isian import Row
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.periods import QUARTER_ENDS, TAHUN
from iku.sheets.wording import TRIWULAN, direction, source_of


class RowWords(NamedTuple):
    """The words of one row."""

    nomor: str
    uraian: str
    satuan: str
    petunjuk: str = ""


def words_of(layout: Layout, row: Row) -> RowWords:
    """Return the words of a row that is neither a band nor a sasaran."""
    one, part = row.indikator, row.part
    if part is not None:
        return _part_words(layout, one, part)
    if one is None:
        message = f"row {row.key} speaks of nothing"
        raise ValueError(message)
    if row.kind != "indikator":
        return _field_words(layout, row.kind, one)
    hint = direction(one) + _through_the_year(layout, one)
    if not layout.terbitan.applies(one):
        hint = State.TIDAK_ADA_OBJEK.value
    return RowWords(one.nomor, one.nama, one.satuan, hint)


def _through_the_year(layout: Layout, one: Indikator) -> str:
    """Say how quarters make a year where it is not by the components."""
    quarterly = layout.definition.entry_periods(one) != (TAHUN,)
    if not quarterly or one.triwulan == "komponen":
        return ""
    return f"\n{TRIWULAN[one.triwulan]}"


def _part_words(layout: Layout, one: Indikator | None, part: Komponen | DataBersama) -> RowWords:
    if part.dari is not None:
        source = source_of(layout.definition, part)
        return RowWords("", source.nama, source.satuan, "Diambil dari data bersama di atas")
    return RowWords("", part.nama, part.satuan, _how_to_fill(layout, one, part))


def _how_to_fill(layout: Layout, one: Indikator | None, part: Komponen | DataBersama) -> str:
    owner = part if isinstance(part, DataBersama) else one
    if owner is None or layout.definition.entry_periods(owner) == (TAHUN,):
        return "" if part.wajib else "Boleh kosong"
    if part.sifat == "posisi":
        return "Keadaan akhir triwulan; cukup sekali bila tetap"
    if part.cara_isi == "sd_triwulan":
        return f"Jumlah sejak Januari, misalnya s.d. {QUARTER_ENDS['TW2']}"
    return "Hanya yang terjadi dalam triwulan itu"


def _field_words(layout: Layout, kind: str, one: Indikator) -> RowWords:
    office = f"Dari {one.instansi_sumber}" if one.instansi_sumber else ""
    compared = "Boleh kosong; dibandingkan dengan hitungan"
    words = {
        "nilai": RowWords("", "Nilai", one.satuan, office),
        "predikat": RowWords("", "Predikat (bila ada)", "", "Boleh kosong: dihitung dari nilainya"),
        "target": RowWords("", "Target", one.satuan, _target_hint(layout, one)),
        "target_predikat": RowWords("", "Target predikat", ""),
        "dilaporkan": RowWords("", "Realisasi menurut laporan tercetak", one.satuan, compared),
        "sifat_data": RowWords("", "Sifat data", "", "Sementara atau Tetap"),
    }
    return words[kind]


def _target_hint(layout: Layout, one: Indikator) -> str:
    names = (indikator_name("target", one.kode, periode) for periode in layout.definition.periods)
    if any(name in layout.entries for name in names):
        return "Isi target sesuai Perjanjian Kinerja"
    return ""
