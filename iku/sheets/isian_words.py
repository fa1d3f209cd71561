"""What stands in words in a row of Isian: number, name, unit, and how to fill it in."""

from collections.abc import Iterator
from typing import NamedTuple

from iku.calculation.figure import State
from iku.definition.continuity import comparable
from iku.definition.model import DataBersama, Definition, Indikator, Komponen
from iku.layout.isian import Row
from iku.layout.layout import Layout
from iku.names import indikator_name
from iku.periods import QUARTER_ENDS, QUARTER_MONTHS, TAHUN
from iku.sheets.agreement_words import since_words, until_words
from iku.sheets.canvas import BROKEN
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
    if row.kind == "target_semula":
        return RowWords("", "Target semula", one.satuan, _superseded_hint(layout, row, one))
    if row.kind != "indikator":
        return _field_words(layout, row.kind, one)
    hint = "\n".join(_about(layout, one))
    if not layout.terbitan.applies(one):
        hint = State.TIDAK_ADA_OBJEK.value
    return RowWords(one.nomor, one.nama, one.satuan, hint)


def _about(layout: Layout, one: Indikator) -> Iterator[str]:
    """Say which way is better, how quarters make a year, who fills it in, what cannot compare."""
    yield direction(one)
    if layout.definition.entry_periods(one) != (TAHUN,) and one.triwulan != "komponen":
        yield TRIWULAN[one.triwulan]
    if one.pengisi == "kabupaten":
        yield regency_fills(layout.definition, one)
    years = [year for year in layout.terbitan.previous_years if not comparable(one, year)]
    if years:
        yield f"{BROKEN} definisi berubah sejak {one.definisi_sejak}: angka itu tidak sebanding"
    elif one.setara_dengan and layout.terbitan.previous_years:
        yield f"Tahun-tahun sebelumnya: setara dengan indikator {one.setara_dengan}"


def regency_fills(definition: Definition, one: Indikator) -> str:
    """Say that an entry is not the unit's to make, who makes it, and by when it is expected."""
    office = f" ({one.instansi_sumber})" if one.instansi_sumber else ""
    words = f"Diisi kabupaten/kota{office}; kecamatan tidak perlu mengisi"
    last = definition.entry_periods(one)[-1]
    deadlines = definition.pengaturan.batas_waktu.items()
    expected = next((day for periode, day in deadlines if periode == last), "")
    return f"{words}. Perkiraan tersedia: {expected}" if expected else words


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
        return f"Keadaan akhir triwulan (per {QUARTER_ENDS['TW2']}); cukup sekali bila tetap"
    if part.cara_isi == "sd_triwulan":
        return f"Jumlah sejak Januari, misalnya s.d. {QUARTER_ENDS['TW2']}"
    return f"Hanya yang terjadi dalam triwulan itu, misalnya selama {QUARTER_MONTHS['TW2']}"


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
    versions = layout.terbitan.changed_targets.get(one.kode)
    return since_words(versions[-1]) if versions else ""


def _superseded_hint(layout: Layout, row: Row, one: Indikator) -> str:
    versions = layout.terbitan.changed_targets[one.kode]
    position = versions.index(layout.isian.superseded[row.key])
    return until_words(versions[position], versions[position + 1])
