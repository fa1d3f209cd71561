"""A figure that verification rejected is told as such wherever it is missing, with its reason."""

from iku.address import CellRef
from iku.consolidation import RegencyReport
from iku.consolidation.standing import DITOLAK_VERIFIKASI
from iku.entry_workbook import formula_values
from iku.recap import recap_blueprint
from iku.recap.data_plan import DataPlan
from iku.recap.ringkasan_columns import CATATAN, HEADER_ROW, REALISASI
from iku.recap.words import notes
from reporting.regency_page import regency_page
from tests.consolidation.sample import candidate, ratio
from tests.decisions.sample import NORTH, report_of, verification
from tests.decisions.test_verification import SHARES, R, judged

WHY = "Tim: cek SK"


def rejected(*, alone: bool = False) -> RegencyReport:
    definition = R.model_copy(update={"unit": R.unit[:1]}) if alone else R
    files = [candidate(definition, NORTH, ratio(30.0, 100.0))] if alone else SHARES
    return report_of(definition, files, verification=verification(judged("Ditolak")))


def test_ringkasan_names_the_unit_and_why_its_figure_was_rejected() -> None:
    report = rejected()
    told = notes(report, report.aggregation.figure("A1", "TAHUN"))
    assert told == f"{DITOLAK_VERIFIKASI}: Utara ({WHY})."
    cells = recap_blueprint(report).sheet("Ringkasan").cells
    assert told in {one.content for one in cells if one.column == CATATAN}


def test_data_says_so_of_the_figure_and_of_the_very_component() -> None:
    first = [row for row in DataPlan(rejected()).rows if row.piece.standing.unit.kode == NORTH]
    states = {row.field: row.status for row in first if row.kode}
    assert states == {
        "penerima": DITOLAK_VERIFIKASI,
        "rt": "Terhitung",
        "(realisasi)": DITOLAK_VERIFIKASI,
        "(capaian)": DITOLAK_VERIFIKASI,
    }


def test_the_regency_figure_of_nothing_but_rejections_is_one_that_cannot_be_computed() -> None:
    report = rejected(alone=True)
    values = formula_values(recap_blueprint(report))
    shown = values[CellRef("Ringkasan", HEADER_ROW + 1, REALISASI)]
    assert shown == report.aggregation.figure("A1", "TAHUN").realisasi.state.value


def test_the_page_says_so_in_the_cell_and_why_below() -> None:
    page = regency_page(rejected())
    assert f">{DITOLAK_VERIFIKASI}</td>" in page
    assert f"{DITOLAK_VERIFIKASI}: Utara, A1: {WHY}." in page
