"""Lembar Permintaan Data: what the Kasubag asks of each penanggung jawab, with room for paraf."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.definition.model import DataBersama, Definition, Indikator, Komponen, Unit
from iku.documents.blocks import (
    Block,
    Cell,
    Column,
    Fields,
    NewPage,
    Party,
    Signatures,
    Table,
    cell,
    paragraph,
)
from iku.documents.common import common_fields
from iku.documents.said import NONE
from iku.periods import PERIODS, ROMAN

_UNNAMED = "Belum ditentukan"
_STOCK, _FLOW, _RUNNING = "akhir periode", "selama periode", "sejak Januari"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One figure that is asked for: its indicator, what it is, its unit, how it is counted and when."""

    indikator: Indikator
    nama: str
    satuan: str
    counted: str
    periods: tuple[str, ...]


def permintaan_data_fields(definition: Definition, unit: Unit) -> Fields:
    """Return what the sheets name: one page for each penanggung jawab."""
    pages: list[Block] = []
    for n, (who, wanted) in enumerate(_by_person(definition, unit).items()):
        pages += [NewPage()] if n else []
        pages += _page(definition, unit, who, wanted)
    return {**common_fields(definition, unit), "lembar": tuple(pages)}


def _page(definition: Definition, unit: Unit, who: str, wanted: list[_Wanted]) -> Iterator[Block]:
    yield paragraph("LEMBAR PERMINTAAN DATA KINERJA", "judul")
    yield paragraph(f"{definition.jenis_unit.upper()} {unit.nama.upper()}", "judul")
    yield paragraph(f"Tahun {definition.tahun}, periode: ..............................", "tengah")
    yield paragraph(f"Kepada: {who}", "subjudul")
    yield paragraph(
        "Mohon angka berikut diisi, diparaf, dan dikembalikan paling lambat tanggal "
        "..............................; angka nol ditulis 0, yang tidak terjadi ditulis Nihil."
    )
    yield _table(wanted)
    yield Signatures(
        (Party(("Yang meminta,",), "", ("NIP. ",)), Party(("Yang mengisi,", who), "", ("NIP. ",)))
    )


def _table(wanted: list[_Wanted]) -> Table:
    asked = {period for one in wanted for period in one.periods}
    periods: list[str] = [period for period in PERIODS if period in asked]
    columns = (
        Column("No.", 4, "tengah"),
        Column("Untuk indikator", 21),
        Column("Data yang diminta", 21),
        Column("Satuan", 8, "tengah"),
        Column("Dihitung", 8),
        *(Column(_period_head(period), 30 / (len(periods) + 1), "tengah") for period in periods),
        Column("Sumber", 13),
        Column("Paraf", 6),
    )
    return Table(columns, tuple(_rows(wanted, periods)))


def _period_head(period: str) -> str:
    return f"TW {ROMAN[period]}" if period in ROMAN else "Setahun"


def _rows(wanted: list[_Wanted], periods: list[str]) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(wanted, 1):
        own = [each for each in wanted if each.indikator is one.indikator]
        tall = len(own) if own[0] is one else 0
        yield (
            cell(str(n)),
            *((cell(one.indikator.nama, down=tall),) if tall else ()),
            cell(one.nama),
            cell(one.satuan),
            cell(one.counted),
            *(cell("" if period in one.periods else NONE) for period in periods),
            *((cell(one.indikator.sumber_data, down=tall),) if tall else ()),
            cell(""),
        )


def _by_person(definition: Definition, unit: Unit) -> dict[str, list[_Wanted]]:
    """Return what is asked of whom; a figure that several indicators use is asked once."""
    asked: dict[str, list[_Wanted]] = {}
    shared: set[str] = set()
    for one in definition.indikator:
        if one.pengisi == "kabupaten" or not unit.has(one):
            continue
        wanted = list(_figures(definition, one, shared))
        if wanted:
            asked.setdefault(one.penanggung_jawab or _UNNAMED, []).extend(wanted)
    return asked


def _figures(definition: Definition, one: Indikator, shared: set[str]) -> Iterator[_Wanted]:
    if not one.measured_by_components:
        yield _Wanted(one, one.nama, one.satuan, _STOCK, definition.entry_periods(one))
        return
    for part in one.komponen:
        source = next((each for each in definition.data_bersama if each.kode == part.dari), part)
        if part.dari is not None:
            if part.dari in shared:
                continue
            shared.add(part.dari)
        owner = source if isinstance(source, DataBersama) else one
        when = definition.entry_periods(owner)
        yield _Wanted(one, source.nama, source.satuan, _how(source), when)


def _how(part: Komponen) -> str:
    if part.sifat == "posisi":
        return _STOCK
    return _RUNNING if part.cara_isi == "sd_triwulan" else _FLOW
