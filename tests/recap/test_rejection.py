"""A figure that verification rejected is told as such wherever it is missing, with its reason."""

from iku.address import CellRef
from iku.cells import Value
from iku.consolidation import RegencyReport
from iku.consolidation.standing import DITOLAK_VERIFIKASI
from iku.entry_workbook import formula_values
from iku.recap import recap_blueprint
from iku.recap.data_plan import DataPlan
from iku.recap.ringkasan_columns import CATATAN, HEADER_ROW, REALISASI
from iku.recap.words import WHOLE_TARGET, notes
from reporting.regency_page import regency_page
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio, with_agregasi
from tests.decisions.sample import NORTH, SOUTH, report_of, verification
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


def test_a_sum_without_all_kecamatan_says_that_its_target_is_that_of_all() -> None:
    definition = definition_of(with_agregasi(RATIO, "jumlah"))
    files = [candidate(definition, unit.kode, ratio(3.0, 12.0)) for unit in definition.unit]
    reports = [report_of(definition, some) for some in (files, files[:2])]
    told = [notes(one, one.aggregation.figure("A1", "TAHUN")) for one in reports]

    assert told == ["Jumlah kecamatan.", f"Jumlah kecamatan. {WHOLE_TARGET}"]


def test_a_rejection_of_an_earlier_quarter_is_no_reason_why_a_unit_has_not_reported() -> None:
    definition = definition_of(RATIO, pengaturan="{periode: triwulanan}")
    entered: dict[str, Value] = {
        "isian.A1.penerima.TW1": 30.0,
        "isian.A1.rt.TW1": 100.0,
        "isian.A1.penerima.TW2": 5.0,
        "isian.A1.rt.TW2": 100.0,
    }
    report = report_of(
        definition,
        [
            candidate(definition, NORTH, entered, periode="TW1"),
            candidate(definition, SOUTH, entered, periode="TW2"),
        ],
        verification=verification(
            (NORTH, "A1", "penerima", "TW1", None, "Ditolak", None, "cek SK", "Tim", "", "")
        ),
    )

    assert notes(report, report.aggregation.figure("A1", "TW2")) == "Belum melapor: Utara."
