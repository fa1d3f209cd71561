"""Drawings as programs write them, and as nobody should."""

import pytest

from iku.cells import ChartFacts, SeriesFacts, SheetSnapshot, WorkbookSnapshot
from tests.reader.handmade import HEAD, OFFICE, arrows, workbook, worksheet
from workbook_reader.snapshot import read_snapshot_bytes

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SHEET = worksheet(f'<sheetData/><drawing xmlns:r="{OFFICE}" r:id="r1"/>')
OURS = ChartFacts(
    ("barChart",),
    "Capaian (%)",
    (SeriesFacts("Triwulan I", "Perhitungan!A43", "Lain!G4:G9"),),
    "B3",
)


def sheet_with(things: str, chart: str = "<chartSpace/>", **others: str) -> SheetSnapshot:
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": arrows(("drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": f'{HEAD}<wsDr xmlns="{DRAWN}/spreadsheetDrawing">{things}</wsDr>',
        "xl/drawings/_rels/drawing1.xml.rels": arrows(("chart", "../charts/chart1.xml")),
        "xl/charts/chart1.xml": chart,
    }
    seen = read_snapshot_bytes(workbook(SHEET, **(parts | others)), "uji.xlsx")
    assert isinstance(seen, WorkbookSnapshot)
    return seen.sheets["Isian"]


def anchored(thing: str, column: str = "1", row: str = "2") -> str:
    return (
        f"<twoCellAnchor><from><col>{column}</col><row>{row}</row></from>"
        f"<to><col>9</col><row>20</row></to>{thing}</twoCellAnchor>"
    )


CHART = anchored('<graphicFrame><chart r:id="r1" xmlns:r="r"/></graphicFrame>')
NAMES = {
    "as text": "<v>Triwulan I</v>",
    "as LibreOffice writes it": '<strRef><f>"Triwulan I"</f><strCache><v>lama</v></strCache></strRef>',
}


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_is_known_by_what_it_shows(name: str) -> None:
    title = "<title><tx><rich><p><r><t>Capaian</t></r><r><t> (%)</t></r></p></rich></tx></title>"
    series = (
        f"<ser><tx>{NAMES[name]}</tx><dLbls><txPr><t>label</t></txPr></dLbls>"
        "<cat><strRef><f>'Perhitungan'!$A$43:$A$43</f><strCache><v>K1</v></strCache></strRef></cat>"
        "<val><numRef><f>Lain!$G$4:$G$9</f><numCache><v>98</v></numCache></numRef></val></ser>"
    )
    axis = "<valAx><title><tx><rich><t>Sumbu</t></rich></tx></title></valAx>"
    chart = f"<chart>{title}<plotArea><barChart>{series}</barChart>{axis}</plotArea></chart>"

    found = sheet_with(CHART, f"<chartSpace>{chart}</chartSpace>")

    assert found.charts == [OURS]
    assert found.pictures == []


def test_what_is_no_chart_is_a_picture_at_its_cell() -> None:
    found = sheet_with(anchored("<pic/>") + anchored("<grpSp><sp/></grpSp>", "4", "0"))

    assert (found.charts, found.pictures) == ([], ["B3", "E1"])


@pytest.mark.parametrize("place", ["-5", "99999999", "16384"])
def test_an_impossible_place_is_no_place(place: str) -> None:
    assert sheet_with(anchored("<pic/>", column=place)).pictures == [""]


@pytest.mark.parametrize(
    "others",
    [
        {"xl/drawings/drawing1.xml": "<wsDr>"},
        {"xl/drawings/drawing1.xml": "<!DOCTYPE a><wsDr/>"},
        {"xl/drawings/drawing1.xml": f"<wsDr>{anchored('<pic/>', column='x')}</wsDr>"},
        {"xl/worksheets/_rels/sheet1.xml.rels": arrows(("drawing", "../hilang.xml"))},
        {"xl/worksheets/_rels/sheet1.xml.rels": arrows()},
        {"xl/worksheets/_rels/sheet1.xml.rels": "<Relationships>"},
    ],
    ids=["torn", "doctype", "no number", "no part", "no arrow", "torn arrows"],
)
def test_an_unreadable_drawing_is_something_drawn_and_the_cells_are_read(
    others: dict[str, str],
) -> None:
    assert sheet_with(CHART, **others).pictures == [""]


@pytest.mark.parametrize("chart", ["<chartSpace>", "<!DOCTYPE a><chartSpace/>"])
def test_an_unreadable_chart_shows_nothing(chart: str) -> None:
    assert sheet_with(CHART, chart).charts == [ChartFacts((), "", (), "B3")]


def test_thousands_of_things_are_told_but_not_looked_at() -> None:
    chart = '<chart r:id="r1" xmlns:r="r"/>'
    found = sheet_with(CHART + anchored(chart * 100_000))

    assert (len(found.charts), found.pictures) == (1, [""])


def test_what_was_remembered_is_of_no_account_to_another_sheet() -> None:
    first, second = sheet_with(CHART), sheet_with(CHART)
    first.charts.clear()

    assert len(second.charts) == len(sheet_with(CHART).charts) == 1
