"""The recap workbook as plain data, drawn from a regency's report."""

from collections.abc import Iterator

from iku.blueprint import Blueprint, BlueprintSheet
from iku.consolidation.regency_report import RegencyReport
from iku.languages import SOURCE, Language
from iku.languages.drawn import blueprint_in
from iku.languages.wordings import recap_wording
from iku.recap.asal_angka import draw_asal_angka
from iku.recap.catatan import draw_catatan
from iku.recap.data import draw_data
from iku.recap.data_plan import DataPlan
from iku.recap.indikator_page import IndikatorPage
from iku.recap.kelengkapan import draw_kelengkapan
from iku.recap.keputusan import draw_keputusan
from iku.recap.matriks import Matriks
from iku.recap.peringkat import Peringkat
from iku.recap.perubahan import draw_perubahan
from iku.recap.ringkasan import Ringkasan
from iku.recap.ringkasan_columns import SHEET
from iku.recap.sheet_names import indikator_sheets
from iku.recap.triwulan import Triwulan


def recap_blueprint(report: RegencyReport, language: Language = SOURCE) -> Blueprint:
    """Return the Blueprint of the recap: locked sheets whose figures are live formulas.

    ``language`` is the one in which the report's findings are told already.
    """
    drawn = _drawn(report, language)
    if language == SOURCE:
        return drawn
    return blueprint_in(drawn, recap_wording(language, report.definition))


def _drawn(report: RegencyReport, language: Language) -> Blueprint:
    definition = report.definition
    return Blueprint(
        title=f"Rekap IKU {definition.kabupaten.nama} {report.period_words}",
        sheets=tuple(_sheets(report, language)),
        properties={
            "iku.rekap": definition.kode,
            "iku.versi": definition.versi,
            "iku.periode": report.period,
        },
        structure_locked=False,
        active_sheet=SHEET,
    )


def _sheets(report: RegencyReport, language: Language) -> Iterator[BlueprintSheet]:
    """Yield the sheets; what a report has nothing for stays out."""
    plan = DataPlan(report)
    pages = indikator_pages(plan)
    ringkasan = Ringkasan(plan, {kode: page.sums for kode, page in pages.items()})
    yield ringkasan.draw()
    yield Matriks(plan, ringkasan).draw()
    if plan.units > 1:
        yield Peringkat(plan).draw()
    if len(report.periods) > 1:
        yield Triwulan(plan).draw()
    if plan.units:
        yield from (page.draw() for page in pages.values())
    yield draw_kelengkapan(report, language)
    yield from draw_catatan(report, language)
    if report.changes:
        yield draw_perubahan(report)
    decided = report.decisions
    if decided.central or decided.verification or decided.waivers:
        yield draw_keputusan(report)
    yield draw_asal_angka(report)
    yield draw_data(plan)


def indikator_pages(plan: DataPlan) -> dict[str, IndikatorPage]:
    """Return the page of every indicator, by code."""
    names = indikator_sheets(plan.report.definition)
    return {
        one.kode: IndikatorPage(plan, one, names[one.kode])
        for one in plan.report.definition.indikator
    }
