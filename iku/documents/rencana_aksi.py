"""Rencana Aksi: the targets of the year and of each quarter, and who is responsible."""

from collections.abc import Iterator

from iku.calculation.figure import State
from iku.definition.model import Definition, Indikator, NilaiTarget, Unit
from iku.documents.blocks import Cell, Column, Fields, Signatures, Table, cell
from iku.documents.common import common_fields
from iku.documents.goals import goal
from iku.documents.people import camat
from iku.documents.said import NONE
from iku.periods import QUARTERS, ROMAN, TAHUN
from iku.sheets.wording import bounds, numbered, said
from iku.targets import target_versions

_COLUMNS = (
    Column("No.", 4, "tengah"),
    Column("Sasaran Strategis", 20),
    Column("Indikator Kinerja", 27),
    Column("Satuan", 8, "tengah"),
    Column("Target Tahunan", 8, "tengah"),
    *(Column(f"TW {ROMAN[quarter]}", 6, "tengah") for quarter in QUARTERS),
    Column("Penanggung Jawab", 12),
)
_BEFORE, _AFTER = 5, 1


def rencana_aksi_fields(definition: Definition, unit: Unit) -> Fields:
    """Return what the plan names; quarters in which an indicator is not measured say so."""
    above = (
        (
            *(cell(one.head, down=2) for one in _COLUMNS[:_BEFORE]),
            cell("Target s.d. Triwulan", across=len(QUARTERS)),
            *(cell(one.head, down=2) for one in _COLUMNS[-_AFTER:]),
        ),
    )
    table = Table(_COLUMNS, tuple(_rows(definition, unit)), above)
    return {
        **common_fields(definition, unit),
        "tabel_rencana": (table,),
        "tanda_tangan": (Signatures((camat(definition, unit),)),),
    }


def _rows(definition: Definition, unit: Unit) -> Iterator[tuple[Cell, ...]]:
    for sasaran in definition.sasaran:
        for n, one in enumerate(sasaran.indikator):
            yield (
                *goal(sasaran, n),
                cell(numbered(one.nomor, one.nama)),
                cell(one.satuan),
                *(cell(text) for text in _targets(definition, unit, one)),
                cell(one.penanggung_jawab),
            )


def _targets(definition: Definition, unit: Unit, one: Indikator) -> Iterator[str]:
    if not unit.has(one):
        yield from [State.TIDAK_ADA_OBJEK.value, *[NONE] * len(QUARTERS)]
        return
    targets = target_versions(definition, unit, one)[-1].targets
    measured = definition.measured_periods(one)
    for periode in (TAHUN, *QUARTERS):
        # A yearly definition has no quarters to agree on; they are left to be written.
        waits = periode != TAHUN and definition.pengaturan.periode == "tahunan"
        if waits or periode in measured:
            yield _target(one, targets.get(periode))
        else:
            yield "tidak diukur"


def _target(one: Indikator, target: NilaiTarget | None) -> str:
    if target is not None:
        return said(target)
    return NONE if isinstance(one.polaritas, str) else bounds(one.polaritas)
