"""The recap workbook as plain data, drawn from a regency's report."""

from iku.blueprint import Blueprint
from iku.consolidation.regency_report import RegencyReport
from iku.recap.asal_angka import draw_asal_angka
from iku.recap.catatan import draw_catatan
from iku.recap.data import draw_data
from iku.recap.data_plan import DataPlan
from iku.recap.kelengkapan import draw_kelengkapan
from iku.recap.matriks import Matriks
from iku.recap.ringkasan import SHEET, Ringkasan


def recap_blueprint(report: RegencyReport) -> Blueprint:
    """Return the Blueprint of the recap: six open sheets whose figures are live formulas."""
    plan = DataPlan(report)
    ringkasan = Ringkasan(plan)
    definition = report.definition
    return Blueprint(
        title=f"Rekap IKU {definition.kabupaten.nama} {report.period_words}",
        sheets=(
            ringkasan.draw(),
            Matriks(plan, ringkasan).draw(),
            draw_kelengkapan(report),
            draw_catatan(report),
            draw_asal_angka(report),
            draw_data(plan),
        ),
        properties={
            "iku.rekap": definition.kode,
            "iku.versi": definition.versi,
            "iku.periode": report.period,
        },
        structure_locked=False,
        active_sheet=SHEET,
    )
