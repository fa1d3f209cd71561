"""Starter: some entries of the catalogue, as a definition that can be built and then changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iku.definition.model import (
    CatatanSumber,
    DataBersama,
    Definition,
    Indikator,
    Kabupaten,
    Pengaturan,
    Sasaran,
    Unit,
)
from iku.katalog.catalogue import Entri, Katalog
from iku.periods import TAHUN

_FIRST_UNIT = "Nama Kecamatan (ganti)"


@dataclass(frozen=True)
class UnitAwal:
    """A unit to begin with: its code and its name."""

    kode: str
    nama: str


@dataclass(frozen=True)
class Permintaan:
    """What a regency asks for: indicators by code, its name and code, the year, its units."""

    indikator: tuple[str, ...]
    kabupaten: str
    kode_kabupaten: str
    tahun: int
    triwulanan: bool = False
    unit: tuple[UnitAwal, ...] = ()


def starter(katalog: Katalog, wanted: Permintaan) -> Definition:
    """Return a definition with the entries asked for, grouped by sasaran and numbered.

    Targets, kondisi awal and signatories stay open; without units there is one to rename, so that
    the definition can be built at once. Raises UnknownCodeError.
    """
    entries = katalog.chosen(wanted.indikator)
    first = UnitAwal(f"{wanted.kode_kabupaten}.01", _FIRST_UNIT)
    return Definition(
        kode=f"IKU-{wanted.kode_kabupaten}-{wanted.tahun}",
        versi="1",
        tahun=wanted.tahun,
        kabupaten=Kabupaten(kode=wanted.kode_kabupaten, nama=wanted.kabupaten),
        unit=tuple(Unit(kode=one.kode, nama=one.nama) for one in wanted.unit or (first,)),
        pengaturan=Pengaturan(periode="triwulanan" if wanted.triwulanan else "tahunan"),
        data_bersama=_shared(katalog, entries),
        sasaran=_sasaran(entries),
        catatan_sumber=tuple(_note(s, i, one) for s, i, one in _numbered(entries)),
    )


def _by_sasaran(entries: Iterable[Entri]) -> dict[str, list[Entri]]:
    groups: dict[str, list[Entri]] = {}
    for one in entries:
        groups.setdefault(one.sasaran, []).append(one)
    return groups


def _numbered(entries: Iterable[Entri]) -> Iterator[tuple[int, int, Entri]]:
    """Yield the entries with the places that they take in the starter."""
    for s, members in enumerate(_by_sasaran(entries).values()):
        for i, one in enumerate(members):
            yield s, i, one


def _sasaran(entries: Iterable[Entri]) -> tuple[Sasaran, ...]:
    return tuple(
        Sasaran(
            nomor=str(s),
            nama=nama,
            indikator=tuple(
                one.indikator.model_copy(update={"nomor": f"{s}.{i}"})
                for i, one in enumerate(members, 1)
            ),
        )
        for s, (nama, members) in enumerate(_by_sasaran(entries).items(), 1)
    )


def _note(sasaran: int, indikator: int, entry: Entri) -> CatatanSumber:
    """Return where an entry was met, so that whoever adopts it can look there."""
    return CatatanSumber(
        kunci=f"sasaran[{sasaran}].indikator[{indikator}]",
        tertulis="; ".join(entry.sumber),
        dipakai=f"katalog {entry.kode}",
        alasan="Dokumen tempat indikator ini dijumpai; sesuaikan definisinya dengan peraturan daerah.",
    )


def _shared(katalog: Katalog, entries: Iterable[Entri]) -> tuple[DataBersama, ...]:
    """Return the shared figures in use; those of yearly indicators alone are asked once a year."""
    users: dict[str, list[Indikator]] = {}
    for one in entries:
        for part in one.indikator.komponen:
            if part.dari is not None:
                users.setdefault(part.dari, []).append(one.indikator)
    return tuple(
        part.model_copy(update={"periode_ukur": (TAHUN,)})
        if all(one.periode_ukur == (TAHUN,) for one in users[part.kode])
        else part
        for part in katalog.data_bersama
        if part.kode in users
    )
