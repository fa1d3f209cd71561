"""Perjanjian Kinerja, murni and perubahan: who agrees with whom on which targets."""

from collections.abc import Callable, Iterator

from iku.calculation.figure import State
from iku.dates_as_typed import in_full
from iku.definition.model import Definition, Indikator, PerjanjianKinerja, Sasaran, Unit
from iku.documents.blocks import Block, Cell, Column, Fields, Party, Signatures, Table, cell
from iku.documents.common import DOTS, common_fields
from iku.documents.goals import goal
from iku.documents.people import camat, regency_head
from iku.documents.programs import programs_table
from iku.documents.said import NONE
from iku.periods import TAHUN
from iku.sheets.agreement_words import agreement_words
from iku.sheets.wording import bounds, numbered, said
from iku.targets import TargetVersion, target_versions

Said = Callable[[Indikator], tuple[str, ...]]
_NO = Column("No.", 5, "tengah")
_SASARAN = Column("Sasaran Strategis", 30)
_IKU = Column("Indikator Kinerja", 38)
_SATUAN = Column("Satuan", 10, "tengah")


def pk_fields(definition: Definition, unit: Unit) -> Fields:
    """Return what the agreement at the beginning of the year names."""
    columns = (_NO, _SASARAN, _IKU, _SATUAN, Column("Target", 12, "tengah"))
    first = _agreement(unit, "murni")

    def targets(one: Indikator) -> tuple[str, ...]:
        return (_year(unit, one, target_versions(definition, unit, one)[0]),)

    return {
        **_parties(definition, unit, first),
        "tabel_target": (Table(columns, tuple(_rows(definition, targets))),),
    }


def pk_change_fields(definition: Definition, unit: Unit) -> Fields:
    """Return what the agreement as last changed names: both targets, and which of them moved."""
    columns = (
        *(_NO, _SASARAN, _IKU, _SATUAN),
        Column("Target semula", 11, "tengah"),
        Column("Target menjadi", 11, "tengah"),
    )
    last = _agreement(unit, "perubahan")

    def targets(one: Indikator) -> tuple[str, ...]:
        versions = target_versions(definition, unit, one)
        before = versions[-2] if len(versions) > 1 else versions[-1]
        return tuple(_year(unit, one, version) for version in (before, versions[-1]))

    since = () if last is None else (agreement_words(last),)
    return {
        **_parties(definition, unit, last),
        "perjanjian_ini": " ".join(since),
        "tabel_target": (Table(columns, tuple(_rows(definition, targets))),),
    }


def has_change(unit: Unit | None) -> bool:
    """Whether a unit's agreement was changed during the year."""
    return unit is not None and _agreement(unit, "perubahan") is not None


def _agreement(unit: Unit, jenis: str) -> PerjanjianKinerja | None:
    """Return the last agreement of a kind."""
    return next((one for one in reversed(unit.pk) if one.jenis == jenis), None)


def _parties(
    definition: Definition, unit: Unit, agreement: PerjanjianKinerja | None
) -> dict[str, str | tuple[Block, ...]]:
    head = regency_head(definition)
    date = in_full(agreement.tanggal) if agreement else ""
    first = camat(definition, unit, tanggal=date)
    second = Party(("Pihak Kedua,", f"{head},"), "")
    above = first.above if any(first.above[:-1]) else ("", *first.above)
    first = Party((above[0], "Pihak Pertama,", *above[1:]), first.name, first.below)
    return {
        **common_fields(definition, unit),
        "tabel_anggaran": programs_table(definition, unit),
        "nomor_pk": agreement.nomor if agreement and agreement.nomor else DOTS,
        "tanggal_pk": date,
        "kepala_daerah": head,
        "jabatan": " ".join(camat(definition, unit).above[-1:]).rstrip(","),
        "tanda_tangan": (Signatures((second, first)),),
    }


def _year(unit: Unit, one: Indikator, version: TargetVersion) -> str:
    if not unit.has(one):
        return State.TIDAK_ADA_OBJEK.value
    target = version.targets.get(TAHUN)
    if target is not None:
        return said(target)
    return NONE if isinstance(one.polaritas, str) else bounds(one.polaritas)


def _rows(definition: Definition, targets: Said) -> Iterator[tuple[Cell, ...]]:
    for sasaran in definition.sasaran:
        yield from _of_sasaran(sasaran, targets)


def _of_sasaran(sasaran: Sasaran, targets: Said) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(sasaran.indikator):
        shown = (cell(text) for text in targets(one))
        yield (*goal(sasaran, n), cell(numbered(one.nomor, one.nama)), cell(one.satuan), *shown)
