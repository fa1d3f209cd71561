"""In which order files and rows come plays no part, whatever is decided."""

import random

import pytest

from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate
from iku.consolidation.closing import freeze
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.ranking import ranking
from tests.consolidation.sample import candidate, ratio

from .sample import EAST, NORTH, SOUTH, D, central, verification, waivers

CENTRAL: list[tuple[Value, ...]] = [
    (NORTH, "C1", None, "TAHUN", 61.7),
    (SOUTH, "C1", None, "TAHUN", 70.0),
    (EAST, "C1", None, "TAHUN", "Nihil"),
    (NORTH, "C2", "tindak", "TAHUN", 3.0),
    (NORTH, "C2", "temuan", "TAHUN", 4.0),
    (SOUTH, "C2", "tindak", "TAHUN", "1.500"),
]
JUDGED: list[tuple[Value, ...]] = [
    (NORTH, "A1", "penerima", "TAHUN", None, "Diterima", 24.0),
    (SOUTH, "A1", None, "TAHUN", None, "Ditolak", None),
    (EAST, "A1", "rt", "TAHUN", None, "Perlu perbaikan", None),
]
DECIDED: list[tuple[Value, ...]] = [
    (NORTH, "Pakai", "u.xlsx", "Sekda", "benar"),
    (NORTH, "Kecualikan", "u2.xlsx", "Sekda", "salah"),
    (EAST, "Terima perubahan", None, "Sekda", "koreksi"),
]


def said(seed: int) -> tuple[object, ...]:
    shuffle = random.Random(seed)  # noqa: S311  an order, no secret
    files = [
        candidate(D, NORTH, ratio(30.0, 100.0), path="u.xlsx"),
        candidate(D, NORTH, ratio(50.0, 100.0), path="u2.xlsx", revisi=2.0),
        candidate(D, NORTH, ratio(55.0, 100.0), path="u1.xlsx", revisi=1.0),
        candidate(D, SOUTH, ratio(20.0, 100.0), path="s.xlsx"),
        candidate(D, EAST, ratio(12.0, 100.0), path="t.xlsx"),
    ]
    closed = freeze(consolidate(D, [*files[3:4], candidate(D, EAST, ratio(10.0, 100.0), path="t")]))
    for one in (files, CENTRAL, JUDGED, DECIDED):
        shuffle.shuffle(one)
    tables = RegencyTables(
        central(*CENTRAL), verification(*JUDGED), waivers(*DECIDED), (closed,), "2018-01-01"
    )
    return _essence(consolidate(D, files, tables=tables))


def _essence(report: RegencyReport) -> tuple[object, ...]:
    figures = [
        (one.indikator.kode, one.realisasi, one.capaian, one.n, one.of) for one in report.figures()
    ]
    fates = [(one.candidate.path, one.status, one.reason.code) for one in report.fates]
    places = [(one.standing.unit.kode, one.rank, one.basis) for one in ranking(report).rows]
    notes = sorted((one.code, one.indicator) for one in report.findings)
    changes = [
        (one.unit, one.name, one.old, one.new, one.counted, one.effects) for one in report.changes
    ]
    return figures, fates, places, notes, changes, report.means


@pytest.mark.parametrize("seed", range(1, 8))
def test_any_order_gives_the_same_report(seed: int) -> None:
    assert said(seed) == said(0)
