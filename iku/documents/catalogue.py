"""The kinds of papers: what each is called, whom it is for, and what must stand in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from iku.definition.model import Definition, Unit
from iku.documents.akip import akip_fields
from iku.documents.blocks import Fields
from iku.documents.bukti import bukti_fields
from iku.documents.capaian import capaian_fields
from iku.documents.lkjip import lkjip_fields
from iku.documents.lkjip_kabupaten import lkjip_kabupaten_fields
from iku.documents.material import Material
from iku.documents.pengukuran import pengukuran_fields
from iku.documents.peringkat import peringkat_fields
from iku.documents.permintaan_data import permintaan_data_fields
from iku.documents.pk import has_change, pk_change_fields, pk_fields
from iku.documents.rencana_aksi import rencana_aksi_fields
from iku.documents.sk import sk_fields
from iku.documents.verifikasi import verifikasi_fields, was_verified
from iku.periods import TAHUN

Maker: TypeAlias = Callable[[Material, Unit | None], Fields]
Scope: TypeAlias = Literal["unit", "kabupaten"]


def _always(material: Material, unit: Unit | None) -> bool:
    del material, unit
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper; ``name`` is what the command line and the layout's file are called by.

    ``scopes`` tells whether there is one for each unit, one for the regency, or both; ``figures``
    whether it needs returned workbooks. ``required`` fields must stand in every template;
    ``wanted`` says which units have such a paper at all.
    """

    name: str
    title: str
    stem: str
    make: Maker
    scopes: tuple[Scope, ...] = ("unit",)
    figures: bool = False
    required: tuple[str, ...] = ()
    wanted: Callable[[Material, Unit | None], bool] = _always


def _of_unit(make: Callable[[Material, Unit], Fields]) -> Maker:
    """Return the maker of a paper that only units have."""

    def fields(material: Material, unit: Unit | None) -> Fields:
        if unit is None:
            raise ValueError("this paper is that of one unit")
        return make(material, unit)

    return fields


def _before(make: Callable[[Definition, Unit], Fields]) -> Maker:
    """Return the maker of a paper that each unit has before the year, from the definition alone."""
    return _of_unit(lambda material, unit: make(material.definition, unit))


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "sk",
            "Lampiran keputusan tentang IKU",
            "Lampiran_SK_IKU",
            lambda material, unit: sk_fields(material.definition, unit),
            scopes=("unit", "kabupaten"),
            required=("tabel_iku",),
        ),
        Kind(
            "pk",
            "Perjanjian Kinerja",
            "Perjanjian_Kinerja",
            _before(pk_fields),
            required=("tabel_target", "tanda_tangan"),
        ),
        Kind(
            "pk-perubahan",
            "Perubahan Perjanjian Kinerja",
            "Perubahan_Perjanjian_Kinerja",
            _before(pk_change_fields),
            required=("tabel_target", "tanda_tangan"),
            wanted=lambda _, unit: has_change(unit),
        ),
        Kind(
            "rencana-aksi",
            "Rencana Aksi",
            "Rencana_Aksi",
            _before(rencana_aksi_fields),
            required=("tabel_rencana",),
        ),
        Kind(
            "permintaan-data",
            "Lembar Permintaan Data",
            "Lembar_Permintaan_Data",
            _before(permintaan_data_fields),
            required=("lembar",),
        ),
        Kind(
            "pengukuran",
            "Formulir Pengukuran Kinerja",
            "Formulir_Pengukuran",
            _of_unit(pengukuran_fields),
            figures=True,
            required=("tabel_pengukuran", "tanda_tangan"),
        ),
        Kind(
            "bukti",
            "Daftar Bukti Dukung",
            "Daftar_Bukti_Dukung",
            _of_unit(bukti_fields),
            figures=True,
            required=("tabel_bukti",),
        ),
        Kind(
            "capaian",
            "Laporan Capaian Target IKU",
            "Laporan_Capaian_IKU",
            _of_unit(capaian_fields),
            figures=True,
            wanted=lambda material, _: material.figures.period == TAHUN,
            required=("tabel_capaian", "tanda_tangan"),
        ),
        Kind(
            "lkjip",
            "LKjIP Bab III",
            "LKjIP_Bab_III",
            _of_unit(lkjip_fields),
            figures=True,
            required=("tabel_capaian", "uraian"),
        ),
        Kind(
            "lkjip-kabupaten",
            "LKjIP Bab III kabupaten/kota",
            "LKjIP_Bab_III",
            lambda material, _: lkjip_kabupaten_fields(material),
            scopes=("kabupaten",),
            figures=True,
            required=("tabel_capaian", "uraian"),
        ),
        Kind(
            "berita-acara",
            "Berita acara verifikasi",
            "Berita_Acara_Verifikasi",
            _of_unit(verifikasi_fields),
            figures=True,
            required=("tabel_verifikasi", "tanda_tangan"),
            wanted=was_verified,
        ),
        Kind(
            "peringkat",
            "Peringkat capaian kinerja",
            "Peringkat",
            lambda material, _: peringkat_fields(material),
            scopes=("kabupaten",),
            figures=True,
            required=("tabel_peringkat", "aturan"),
        ),
        Kind(
            "akip",
            "Ketersediaan bukti untuk evaluasi AKIP",
            "Bukti_Evaluasi_AKIP",
            lambda material, _: akip_fields(material),
            scopes=("kabupaten",),
            figures=True,
            required=("tabel_akip",),
        ),
    )
}
"""Every kind of paper by name, in the order of the performance year."""
