"""Berita acara of verification: which figures were looked at, by whom, and what came of it."""

from collections.abc import Iterator

from iku.calculation.figure import in_indonesian
from iku.cells import Value
from iku.consolidation.decisions import Verified
from iku.dates_as_typed import in_full
from iku.definition.model import Definition, Unit
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
from iku.documents.common import common_fields
from iku.documents.material import Material
from iku.documents.people import camat
from iku.documents.said import NONE
from iku.sheets.wording import numbered

_COLUMNS = (
    Column("No.", 4, "tengah"),
    Column("Indikator", 25),
    Column("Data", 19),
    Column("Dilaporkan", 10, "tengah"),
    Column("Terverifikasi", 10, "tengah"),
    Column("Putusan", 11, "tengah"),
    Column("Catatan", 13),
    Column("Oleh, tanggal", 12),
)


def was_verified(material: Material, unit: Unit | None) -> bool:
    """Whether the regency verified any figure of a unit."""
    if unit is None or material.report is None:
        return False
    return any(one.unit == unit.kode for one in material.report.decisions.verification)


def verifikasi_fields(material: Material, unit: Unit) -> Fields:
    """Return what the minutes name."""
    report, definition = material.figures, material.definition
    looked_at = [one for one in report.decisions.verification if one.unit == unit.kode]
    rows = tuple(_row(definition, n, one) for n, one in enumerate(looked_at, 1))
    return {
        **common_fields(definition, unit),
        "periode": report.period_words,
        "jumlah_angka": str(len(looked_at)),
        "tabel_verifikasi": (Table(_COLUMNS, rows),),
        "kesimpulan": tuple(_outcome(looked_at)),
        "tanda_tangan": (
            Signatures((Party(("Yang memverifikasi,",), "", ("NIP. ",)), camat(definition, unit))),
        ),
    }


def _row(definition: Definition, n: int, one: Verified) -> tuple[Cell, ...]:
    verdict = one.verdict.value if one.counted else f"{one.verdict.value} (belum berlaku)"
    notes = [one.note, one.reason if not one.counted else ""]
    return (
        cell(str(n)),
        cell(_indicator(definition, one.kode)),
        cell(f"{_data(definition, one)}, {one.periode}"),
        cell(_value(one.reported)),
        cell(_value(one.reported if one.verified is None else one.verified)),
        cell(verdict),
        cell("\n".join(words for words in notes if words)),
        cell(", ".join(part for part in (one.by, in_full(one.when)) if part)),
    )


def _indicator(definition: Definition, kode: str) -> str:
    found = next((one for one in definition.indikator if one.kode == kode), None)
    return "Data bersama" if found is None else numbered(found.nomor, found.nama)


def _data(definition: Definition, one: Verified) -> str:
    """Return the name of what was entered: a component, a shared figure, or the value itself."""
    for indikator in definition.indikator:
        if indikator.kode == one.kode:
            named = {part.kode: part.nama for part in indikator.komponen}
            return named.get(one.field, one.field.capitalize())
    shared = {part.kode: part.nama for part in definition.data_bersama}
    return shared.get(one.kode, one.kode)


def _value(value: Value) -> str:
    if value is None:
        return NONE
    if isinstance(value, float):
        whole = value.is_integer()
        return in_indonesian(value, 0 if whole else 2)
    return str(value)


def _outcome(looked_at: list[Verified]) -> Iterator[Block]:
    counts: dict[str, int] = {}
    for one in looked_at:
        counts[one.verdict.value] = counts.get(one.verdict.value, 0) + 1
    parts = ", ".join(f"{count} {verdict.lower()}" for verdict, count in counts.items())
    yield paragraph(f"Dari {len(looked_at)} angka yang diperiksa: {parts}.", "penutup")
