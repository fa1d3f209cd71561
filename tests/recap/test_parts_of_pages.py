"""What pages of the recap hold beside the figures: sums, rules, labels of charts, who reported."""

import re

import pytest

from iku.blueprint import BarChart
from iku.consolidation import RegencyReport, consolidate
from iku.definition.model import Unit
from iku.documents.akip import akip_fields
from iku.documents.material import Material
from iku.recap import recap_blueprint
from iku.recap.data_plan import DataPlan
from iku.recap.indikator_page import HEADER_ROW, IndikatorPage
from iku.recap.peringkat import Peringkat
from iku.sheets.charts import DECIMALS, WHOLE
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio
from tests.decisions.sample import report_of
from tests.decisions.sample import table as sheet_of
from tests.recap.test_pages import table

SMALL = definition_of(RATIO)


def units(many: int, silent: int = 0) -> RegencyReport:
    """A regency of so many units of 100 RT, the last of which sent nothing."""
    known = tuple(Unit(kode=f"99.01.{n:02}", nama=f"Unit {n}") for n in range(many))
    of = SMALL.model_copy(update={"unit": known})
    sent = known[: many - silent]
    files = [candidate(of, one.kode, ratio(20.0 + n % 5, 100.0)) for n, one in enumerate(sent)]
    return consolidate(of, files)


def shown(report: RegencyReport, sheet: str) -> set[str]:
    return {str(cell.content) for cell in recap_blueprint(report).sheet(sheet).all_cells()}


def test_the_page_of_an_indicator_ends_with_the_sums_of_its_components() -> None:
    report = units(3)
    page = IndikatorPage(DataPlan(report), SMALL.indikator[0], "IKU A1")

    rows = table(recap_blueprint(report), "IKU A1", page.sums.header_row)

    assert [(row["Kode komponen"], row["Uraian"], row["Jumlah"]) for row in rows] == [
        ("penerima", "RT penerima", 63.0),
        ("rt", "Jumlah RT", 300.0),
    ]
    assert [row["Banyaknya kecamatan yang dihitung"] for row in rows] == [3.0, 3.0]


@pytest.mark.parametrize(
    ("many", "labels"), [(20, DECIMALS), (21, WHOLE), (40, WHOLE), (41, ";;;")]
)
def test_the_more_kecamatan_the_fewer_digits_over_the_bars(many: int, labels: str) -> None:
    sheet = IndikatorPage(DataPlan(units(many)), SMALL.indikator[0], "IKU A1").draw()

    (chart,) = sheet.charts

    assert isinstance(chart, BarChart)
    assert chart.label_format == labels


@pytest.mark.parametrize(("silent", "drawn"), [(0, 5), (2, 3), (5, 5)])
def test_the_chart_of_ranks_shows_who_has_one_or_everybody_where_nobody_has(
    silent: int, drawn: int
) -> None:
    (chart,) = Peringkat(DataPlan(units(5, silent))).draw().charts

    assert isinstance(chart, BarChart)
    assert (chart.categories, chart.values) == (
        f"C{HEADER_ROW + 1}:C{HEADER_ROW + drawn}",
        f"D{HEADER_ROW + 1}:D{HEADER_ROW + drawn}",
    )


def test_the_rules_of_the_ranking_stand_above_it() -> None:
    assert any(
        one.startswith("Dasar: ") and "Kelengkapan paling sedikit" in one
        for one in shown(units(3), "Peringkat")
    )


def test_the_first_page_says_how_many_kecamatan_reported_and_who_did_not() -> None:
    assert {"kecamatan yang melapor", "2 dari 3", "Unit 2"} <= {
        one.replace("Kecamatan", "kecamatan") for one in shown(units(3, 1), "Ringkasan")
    }


@pytest.mark.parametrize(
    ("day", "remark", "told"),
    [
        (
            "2018-01-15",
            "Diterima 15/01/2018, 5 hari setelah batas waktu 10/01/2018.",
            "1 terlambat",
        ),
        ("2018-01-09", "Diterima 09/01/2018.", "0 terlambat"),
        ("", "", "tanggal terima 1 unit belum dicatat"),
    ],
)
def test_who_came_late_stands_beside_the_file_and_in_the_proof(
    day: str, remark: str, told: str
) -> None:
    definition = definition_of(RATIO, pengaturan="{batas_waktu: {TAHUN: 10 Januari 2018}}")
    file = candidate(definition, "99.01.01", ratio(1.0, 2.0))
    waived = sheet_of("kode_unit diterima", ("99.01.01", day or None))
    report = report_of(definition, [file], waivers=waived if day else None)
    said = {one for one in shown(report, "Kelengkapan") if re.match(r"Diterima \d", one)}
    assert said == ({remark} if remark else set())
    assert told in str(akip_fields(Material(definition, report)))
    free = definition_of(RATIO)
    report = consolidate(free, [candidate(free, "99.01.01", ratio(1.0, 2.0))])
    assert "batas waktu Tahun 2017 tidak ditetapkan" in str(akip_fields(Material(free, report)))
