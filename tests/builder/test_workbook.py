"""The sample workbook, reopened by openpyxl, read as raw XML, and judged by Microsoft's validator."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET  # it reads only what we have just written
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from iku.address import CellRef
from iku.blueprint import BlueprintCell
from tests.builder.sample import ISIAN, SAMPLE, VALUES, built, with_cell
from tests.judges.openxml import validate
from workbook_builder.theme import ROLES

Book: TypeAlias = Any  # the stub misses much of what openpyxl reads
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data() -> bytes:
    return built()


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture(scope="module")
def book(data: bytes) -> Book:
    return load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def shown(data: bytes) -> Book:
    return load_workbook(BytesIO(data), data_only=True)


def element(xml: str, name: str) -> Mapping[str, str]:
    """Return the attributes of the only element of that name."""
    (start,) = re.findall(rf"<{name}( [^>]*?)?/?>", xml)
    return dict(re.findall(r'([\w:]+)="([^"]*)"', start))


def test_microsofts_validator_is_silent(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "contoh.xlsx"
    path.write_bytes(data)

    assert validate([path]) == []


def test_two_builds_are_byte_identical(data: bytes) -> None:
    assert built() == data


def test_bytes_do_not_depend_on_the_process(data: bytes) -> None:
    code = "import sys; from tests.builder.sample import built; sys.stdout.buffer.write(built())"
    for seed in ("1", "2"):
        run = subprocess.run(
            (sys.executable, "-c", code),
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert run.stdout == data


def test_archive_tells_neither_the_clock_nor_the_machine(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()

    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_every_part_is_well_formed(parts: dict[str, str]) -> None:
    assert len(parts) > 15
    for xml in parts.values():
        ET.fromstring(xml.encode())  # noqa: S314  # it reads only what we have just written


def test_sheets_keep_order_state_and_the_open_one(book: Book) -> None:
    assert book.sheetnames == [sheet.name for sheet in SAMPLE.sheets]
    assert [sheet.sheet_state for sheet in book.worksheets].index("hidden") == 3
    assert book.active is book["Hasil Capaian"]
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets].count(True) == 1


def test_every_constant_returns_as_it_was_given(shown: Book) -> None:
    for sheet, cell in SAMPLE.all_cells():
        if cell.formula is None and "_x0041_" not in str(cell.content):
            found = shown[sheet][cell.a1]
            assert (found.value, type(found.value)) == (cell.content, type(cell.content))


def test_text_that_looks_like_an_escape_hides_its_underscore(parts: dict[str, str]) -> None:
    assert "<t>_x005F_x0041_ tetap</t>" in parts["xl/worksheets/sheet1.xml"]


def test_text_that_looks_like_a_formula_stays_text(book: Book) -> None:
    assert book["Isian"]["A4"].data_type == "s"


def test_every_formula_stands_with_its_computed_value(book: Book, shown: Book) -> None:
    formulas = {
        (sheet, cell.a1): cell.formula for sheet, cell in SAMPLE.all_cells() if cell.formula
    }
    values = [shown["Hasil Capaian"][f"B{row}"].value for row in range(2, 8)]

    assert len(formulas) == 6
    for (sheet, address), formula in formulas.items():
        assert book[sheet][address].value == f"={formula}"
    assert values == [48 / 52.5 * 100, "Belum diisi <&> ", True, None, "#DIV/0!", 91]


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("B3", 't="str"><f>IF(Isian!C4="","Belum diisi",Isian!C4&amp;" &lt;&amp;&gt; ")</f>'),
        ("B4", 't="b"><f>Isian!B4&lt;Isian!B5</f><v>1</v>'),
        ("B5", 't="str"><f>IF(TRUE,"","x")</f><v></v>'),
        ("B6", 't="e"><f>1/0</f><v>#DIV/0!</v>'),
        ("B7", "><f>ROUND(B2,0)</f><v>91.0</v>"),
    ],
)
def test_computed_values_carry_their_type(
    parts: dict[str, str], address: str, written: str
) -> None:
    cell = re.search(rf'<c r="{address}" s="\d+" ?(.*?)</c>', parts["xl/worksheets/sheet2.xml"])

    assert cell is not None
    assert cell[1].startswith(written)


def test_excel_has_no_reason_to_recalculate(parts: dict[str, str]) -> None:
    assert element(parts["xl/workbook.xml"], "calcPr") == {"calcId": "191029"}
    assert not [name for name in parts if "calcChain" in name]


def test_a_formula_without_a_value_is_refused_by_name() -> None:
    cell = BlueprintCell(7, 3, formula="1+1")

    with pytest.raises(ValueError, match=r"Isian!C7: the formula has no computed value"):
        built(with_cell(cell))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        (BlueprintCell(2, 2, "x" * 32_768), "32768 characters"),
        (BlueprintCell(2, 2, float("nan")), "nan is not a number"),
    ],
)
def test_content_that_a_cell_cannot_hold_is_refused(cell: BlueprintCell, reason: str) -> None:
    with pytest.raises(ValueError, match=f"Isian!B2: .*{reason}"):
        built(with_cell(cell))


def test_a_character_that_xml_cannot_hold_is_written_as_its_sign() -> None:
    with ZipFile(BytesIO(built(with_cell(BlueprintCell(2, 2, "bel\x07 \ud800"))))) as package:
        sheets = [package.read(name) for name in package.namelist() if "worksheets/" in name]

    assert b"bel_x0007_ _xD800_" in b"".join(sheets)


def test_a_cell_given_twice_is_refused() -> None:
    twice = replace(ISIAN, cells=(*ISIAN.cells, ISIAN.cells[0]))

    with pytest.raises(ValueError, match=r"Isian!A1: the blueprint has this cell twice"):
        built(replace(SAMPLE, sheets=(twice,), names={}, active_sheet=None))


def test_an_unknown_role_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="pelangi"):
        built(with_cell(BlueprintCell(1, 1, "x", style="pelangi")))


def test_only_entries_and_open_cells_are_unlocked(book: Book) -> None:
    for sheet, cell in SAMPLE.all_cells():
        locked = cell.access.value == "locked"
        assert book[sheet][cell.a1].protection.locked is locked


def test_empty_cells_take_lock_and_look_of_their_column(book: Book) -> None:
    columns = book["Catatan Pemeriksaan"].column_dimensions

    assert [columns[name].protection.locked for name in "ABC"] == [False, False, True]
    assert columns["A"].border.left.style == "thin"


def test_cells_under_a_merged_one_look_like_it(parts: dict[str, str]) -> None:
    xml = parts["xl/worksheets/sheet1.xml"]
    styles = re.findall(r'<c r="[A-C]1" s="(\d+)"', xml)

    assert re.findall('<mergeCell ref="(.*?)"', xml) == ["A1:C1", "A8:B8", "A9:C9"]
    assert len(styles) == 3
    assert len(set(styles)) == 1


def test_roles_look_as_the_theme_says(book: Book) -> None:
    sheet = book["_iku"]
    for row, (role, look) in enumerate(ROLES.items(), 1):
        cell = sheet.cell(row, 1)
        found = (cell.value, cell.font.size, bool(cell.font.b), cell.font.color.rgb)
        assert found == (role, look.size, look.bold, f"FF{look.colour}")
        assert bool(cell.alignment.wrap_text) == look.wrap
        assert cell.fill.fill_type == ("solid" if look.fill else None)
        assert (cell.border.left.style == "thin") == (look.border == "thin")


def test_number_formats_are_kept(book: Book) -> None:
    assert book["Isian"]["B4"].number_format == "#,##0.0"
    assert book["Hasil Capaian"]["B2"].number_format == "#,##0.00"


def test_widths_heights_panes_grid_and_tab_are_kept(book: Book) -> None:
    sheet = book["Isian"]

    assert sheet.column_dimensions["A"].width == 30
    assert sheet.column_dimensions["D"].hidden
    assert (sheet.row_dimensions[1].height, sheet.row_dimensions[9].height) == (24, 6.5)
    assert sheet.freeze_panes == "B4"
    assert not sheet.sheet_view.showGridLines
    assert book["Catatan Pemeriksaan"].sheet_view.showGridLines
    assert sheet.sheet_properties.tabColor.rgb == "FF1F3864"
    assert book["Hasil Capaian"].auto_filter.ref == "A1:B7"


def test_rows_of_wrapped_text_are_high_enough(parts: dict[str, str]) -> None:
    assert '<row r="5" ht="29.6" customHeight="1">' in parts["xl/worksheets/sheet1.xml"]


def test_page_is_set_up_for_folio_and_a4(book: Book) -> None:
    wide, tall = book["Isian"], book["Hasil Capaian"]

    assert (wide.page_setup.paperSize, wide.page_setup.orientation) == (14, "landscape")
    assert (tall.page_setup.paperSize, tall.page_setup.orientation) == (9, "portrait")
    assert (wide.page_setup.fitToWidth, wide.page_setup.fitToHeight) == (1, 0)
    assert (tall.page_setup.fitToWidth, tall.page_setup.fitToHeight) == (1, 1)
    assert wide.sheet_properties.pageSetUpPr.fitToPage
    assert wide.print_area == "'Isian'!$A$1:$C$7"
    assert wide.print_title_rows == "$3:$3"
    assert wide.oddFooter.left.text == "&A"
    assert wide.oddFooter.right.text == "Halaman &P dari &N"


def test_names_links_and_properties_are_kept(book: Book) -> None:
    links = {
        cell.coordinate: (cell.hyperlink.location, cell.hyperlink.target)
        for (cell,) in book["Hasil Capaian"]["A8:A9"]
    }

    assert {name: defined.attr_text for name, defined in book.defined_names.items()} == {
        "isian.r1.masuk.TAHUN": "Isian!$B$5",
        "capaian.r1.TAHUN": "'Hasil Capaian'!$B$2",
    }
    assert links == {"A8": ("Isian!B4", None), "A9": ("'Catatan Pemeriksaan'!A2", None)}
    assert {item.name: item.value for item in book.custom_doc_props.props} == SAMPLE.properties


def test_nothing_points_outside_the_file(parts: dict[str, str]) -> None:
    assert not [name for name, xml in parts.items() if 'TargetMode="External"' in xml]


def test_two_names_that_differ_in_case_only_are_refused() -> None:
    names = {"Target.r1": CellRef("Isian", 1, 1), "target.R1": CellRef("Isian", 2, 1)}

    with pytest.raises(ValueError, match=r"target\.R1: .*Target\.r1"):
        built(replace(SAMPLE, names=names))


def test_conditional_formats_keep_range_formula_and_mark(book: Book) -> None:
    rules = [
        (str(area.sqref), rule.formula, rule.priority, rule.dxf.fill.bgColor.rgb)
        for area in book["Isian"].conditional_formatting
        for rule in area.rules
    ]

    assert rules == [
        ("B4:B5 C4:C5", ["D4>0"], 1, "FFFFC000"),
        ("B4:C5", ["ISBLANK(B4)"], 2, "FFFFEFC6"),
    ]


def test_charts_point_at_their_cells(parts: dict[str, str]) -> None:
    found = [re.findall("<f>(.*?)</f>", parts[f"xl/charts/chart{n}.xml"]) for n in (1, 2)]

    assert found == [
        ["'Hasil Capaian'!$A$2:$A$3", "'Hasil Capaian'!$B$2:$B$3"],
        ["Isian!$A$4:$A$5", "'Isian'!$B$4:$B$5"],
    ]


def test_the_documents_facts_are_those_given(book: Book, parts: dict[str, str]) -> None:
    facts = book.properties

    assert (facts.title, facts.creator) == ("IKU Kecamatan Contoh 2026", "IKU Kecamatan")
    assert facts.created == facts.modified == datetime(2026, 1, 5, 8, 30)  # UTC
    assert "<Application>iku-kecamatan</Application>" in parts["docProps/app.xml"]


def test_values_of_the_sample_are_all_used() -> None:
    formulas = [cell for _, cell in SAMPLE.all_cells() if cell.formula]

    assert len(formulas) == len(VALUES)
