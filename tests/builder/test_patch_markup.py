"""The many ways in which the standard lets a sheet be written, each patched by hand-made bytes."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest

from iku.cells import Value, WorkbookSnapshot
from tests.reader.handmade import MAIN, arrows, packed, parts_of, workbook, worksheet
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes

SHEET = "xl/worksheets/sheet1.xml"


def patched(sheet: str, changes: Mapping[str, Value], computed: Mapping[str, Value]) -> str:
    """Return the sheet part after the change of cells of its only sheet."""
    data = patch_cells(workbook(sheet), in_isian(changes), computed=in_isian(computed))
    assert isinstance(read_snapshot_bytes(data, "uji.xlsx"), WorkbookSnapshot)
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(SHEET).decode()


def in_isian(values: Mapping[str, Value]) -> dict[tuple[str, str], Value]:
    return {("Isian", address): value for address, value in values.items()}


def rows_after(rows: str, changes: Mapping[str, Value], computed: Mapping[str, Value]) -> str:
    return inside(patched(worksheet(f"<sheetData>{rows}</sheetData>"), changes, computed))


def inside(sheet: str) -> str:
    found = re.search("(?s)<sheetData>(.*)</sheetData>", sheet)
    assert found is not None
    return found[1]


TEXT = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
CHANGED: dict[str, tuple[str, Mapping[str, Value], str]] = {
    "a closed cell": ('<row r="1"><c r="A1" s="3"/></row>', {"A1": 1}, '<c r="A1" s="3"><v>1</v>'),
    "a closed row": (
        '<row r="1" ht="20"/><row r="2"/>',
        {"A1": 1, "C1": 2},
        '<row r="1" ht="20"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2"/>',
    ),
    "an empty row": ('<row r="1"></row>', {"A1": 1}, '<row r="1"><c r="A1"><v>1</v></c></row>'),
    "another order of attributes": (
        "<row r='1'><c t='s' s='2' r = 'B1' ><v>0</v></c></row>",
        {"B1": 1.5},
        "<c s='2' r = 'B1'><v>1.5</v></c>",
    ),
    "signs that end tags elsewhere": (
        '<row r="1" x="/>"><c x=">" r="A1" y="/" s="1"/></row>',
        {"A1": True},
        '<c x=">" r="A1" y="/" s="1" t="b"><v>1</v></c>',
    ),
    "metadata of the old value": (
        '<row r="1"><c r="A1" s="1" vm="4" cm="2" t="e"><v>#VALUE!</v></c></row>',
        {"A1": 3},
        '<c r="A1" s="1"><v>3</v></c>',
    ),
    "rich text with a colour": (
        (
            '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><color></color></rPr><t>a</t></r></is></c>'
            '<c r="B1"/></row>'
        ),
        {"A1": None},
        '<row r="1"><c r="A1"/><c r="B1"/></row>',
    ),
    "cells without addresses": (
        "<row><c/></row><row><c><v>1</v></c><c><v>2</v></c></row>",
        {"B2": 7, "D2": 8, "A1": 9},
        '<row><c><v>9</v></c></row><row><c><v>1</v></c><c><v>7</v></c><c r="D2"><v>8</v></c></row>',
    ),
    "cells between, before and behind": (
        '<row r="3"><c r="B3"/><c r="D3"/></row>',
        {"E3": 5, "A3": 1, "C3": 3, "B3": 2},
        (
            '<c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c><c r="D3"/>'
            '<c r="E3"><v>5</v></c></row>'
        ),
    ),
    "columns by number, not by letter": (
        '<row r="1"><c r="Z1"/><c r="AB1"/></row>',
        {"AA1": 1},
        '<c r="Z1"/><c r="AA1"><v>1</v></c><c r="AB1"/>',
    ),
    "rows between, before and behind": (
        '<row r="2"/><row r="10"/>',
        {"A1": 1, "A9": 9, "A11": 11},
        (
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="9"><c r="A9"><v>9</v></c></row>'
            '<row r="10"/><row r="11"><c r="A11"><v>11</v></c></row>'
        ),
    ),
    "a cell that hides in a comment": (
        '<!-- <row r="1"><c r="A1"/></row> --><row r="1"><!--<c r="A1"/>--><c r="A1"/></row>',
        {"A1": 1},
        '--><row r="1"><!--<c r="A1"/>--><c r="A1"><v>1</v></c></row>',
    ),
    "tags that are literal text": (
        (
            '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</t></is></c><c r="B1"/>]]></t></is></c>'
            '<c r="B1"/></row>'
        ),
        {"B1": 1},
        ']]></t></is></c><c r="B1"><v>1</v></c></row>',
    ),
    "a style of the row": (
        '<row r="1" s="5" customFormat="1"/><row r="2" s="5"/>',
        {"A1": 1, "A2": 2},
        '<c r="A1" s="5"><v>1</v></c></row><row r="2" s="5"><c r="A2"><v>2</v></c></row>',
    ),
    "the hint about columns": (
        '<row r="1" spans="2:3"><c r="B1"/></row><row r="2" spans="1:9"/>',
        {"E1": 1, "C2": 2},
        '<row r="1" spans="2:5"><c r="B1"/><c r="E1"><v>1</v></c></row><row r="2" spans="1:9">',
    ),
    "a truth value as LibreOffice saves it": (
        '<row r="1"><c r="A1" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>',
        {"A1": "Tidak"},
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Tidak</t></is></c></row>',
    ),
    "nothing where nothing is": ('<row r="1"/>', {"A1": None, "B2": "", "C1": ""}, '<row r="1"/>'),
    "space in front": (
        f'<row r="1">{TEXT}</row>',
        {"A1": " x"},
        '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> x</t></is></c>',
    ),
    "the standard's escapes": (
        f'<row r="1">{TEXT}</row>',
        {"A1": "_x0041_\r<&>_x00\x07_"},
        "<t>_x005F_x0041__x000D_&lt;&amp;&gt;_x00_x0007__</t>",
    ),
}


@pytest.mark.parametrize("case", CHANGED)
def test_constants_are_written_into(case: str) -> None:
    rows, changes, wanted = CHANGED[case]

    assert wanted in rows_after(rows, changes, {})


COMPUTED: dict[str, tuple[str, Value, str]] = {
    "a number": (
        '<c r="A1" s="1"><f>1+1</f><v>2</v></c>',
        3,
        '<c r="A1" s="1"><f>1+1</f><v>3</v></c>',
    ),
    "a text in place of an error": (
        '<c r="A1" t="e" vm="1" cm="2"><f t="array" ref="A1">B1&amp;C1</f><v>#N/A</v></c>',
        "<a>",
        '<c r="A1" cm="2" t="str"><f t="array" ref="A1">B1&amp;C1</f><v>&lt;a&gt;</v></c>',
    ),
    "a value where there was none": (
        '<c r="A1"><f>B1</f></c>',
        "",
        '<c r="A1" t="str"><f>B1</f><v></v></c>',
    ),
    "no value any more": (
        '<c r="A1" t="b"><f>B1</f><v>1</v></c>',
        None,
        '<c r="A1"><f>B1</f></c>',
    ),
    "a dependant of a shared formula": (
        '<c r="A1"><f t="shared" si="0"/><v>1</v></c>',
        5,
        '<c r="A1"><f t="shared" si="0"/><v>5</v></c>',
    ),
    "a formula in literal text": (
        '<c r="A1"><f><![CDATA[B1<"</f>"]]></f><v>1</v></c>',
        5,
        '<c r="A1"><f><![CDATA[B1<"</f>"]]></f><v>5</v></c>',
    ),
}


@pytest.mark.parametrize("case", COMPUTED)
def test_formulas_stay_as_they_are_written(case: str) -> None:
    cell, value, wanted = COMPUTED[case]
    # The shared formula that a dependant needs stands below it, as the standard allows.
    row = f'<row r="1">{cell}</row>'
    master = '<row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="0">B2</f><v>0</v></c></row>'

    assert rows_after(row + master, {}, {"A1": value}) == f'<row r="1">{wanted}</row>{master}'


@pytest.mark.parametrize("address", ["A1", "A2"])
def test_neither_a_shared_formula_nor_its_dependant_is_replaced(address: str) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>0</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>0</v></c></row>'
    )

    with pytest.raises(ValueError, match=f"Isian!{address}: holds a formula"):
        rows_after(rows, {address: 1}, {})


def test_a_cell_of_a_data_table_is_refused() -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" r1="D1" r2="E1"/></c></row>'
        '<row r="2"><c r="B2"><v>4</v></c></row>'
    )

    with pytest.raises(ValueError, match="Isian!B2: lies in a range"):
        rows_after(rows, {"B2": 1}, {})


def test_a_prefix_is_kept_and_taken_over() -> None:
    sheet = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:dimension ref="B2"/><x:cols><x:col min="1" max="3" '
        'style="4"/></x:cols><x:sheetData><x:row r="2"><x:c r="B2"><x:f>1</x:f><x:v>1</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )

    assert patched(sheet, {"C2": "a", "A4": 1}, {"B2": 2}) == (
        f'<x:worksheet xmlns:x="{MAIN}"><x:dimension ref="A2:C4"/><x:cols><x:col min="1" max="3" '
        'style="4"/></x:cols><x:sheetData><x:row r="2"><x:c r="B2"><x:f>1</x:f><x:v>2</x:v></x:c>'
        '<x:c r="C2" s="4" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>'
        '<x:row r="4"><x:c r="A4" s="4"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )


@pytest.mark.parametrize("empty", ["<sheetData/>", "<sheetData />", "<sheetData></sheetData>"])
def test_an_empty_sheet_gets_its_first_rows(empty: str) -> None:
    sheet = patched(worksheet(f'<dimension ref="A1"/>{empty}'), {"B5": 5, "A2": 2}, {})

    assert '<dimension ref="A1:B5"/>' in sheet
    assert re.sub("sheetData >", "sheetData>", sheet).endswith(
        '<sheetData><row r="2"><c r="A2"><v>2</v></c></row><row r="5"><c r="B5"><v>5</v></c></row>'
        "</sheetData></worksheet>"
    )


def test_a_dimension_that_covers_the_change_stays() -> None:
    sheet = '<dimension ref="A1:C9"/><sheetData><row r="1"><c r="A1"/></row></sheetData>'

    assert '<dimension ref="A1:C9"/>' in patched(worksheet(sheet), {"A1": 1, "C8": 2}, {})


def test_a_chart_sheet_has_no_cells_to_change() -> None:
    with pytest.raises(ValueError, match="Isian: this sheet has no cells"):
        patched(f'<chartsheet xmlns="{MAIN}"/>', {"A1": 1}, {})


def test_a_sheet_cut_short_is_refused() -> None:
    with pytest.raises(ValueError, match="Isian: the part of this sheet is damaged"):
        patched('<worksheet><sheetData><row r="1"><c r="A1">', {"A1": 1}, {})


def test_sheets_are_found_wherever_the_file_keeps_them() -> None:
    parts = parts_of("")
    del parts["xl/workbook.xml"], parts["xl/_rels/workbook.xml.rels"], parts[SHEET]
    book = (
        f'<b:workbook xmlns:b="{MAIN}" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/'
        'relationships"><b:sheets><b:sheet q:id="r1" sheetId="1" name="A &amp; B"/></b:sheets>'
        "</b:workbook>"
    )
    parts |= {
        "_rels/.rels": arrows(("officeDocument", "/Buku.xml")),
        "buku.xml": book,
        "_rels/Buku.xml.rels": arrows(("worksheet", "bagian/../Lembar.xml")),
        "LEMBAR.xml": worksheet("<sheetData/>"),
    }

    after = read_snapshot_bytes(patch_cells(packed(parts), {("A & B", "A1"): 1}), "uji.xlsx")

    assert isinstance(after, WorkbookSnapshot)
    assert after.sheets["A & B"].values == {"A1": 1.0}


def test_a_workbook_without_its_main_part_is_refused() -> None:
    with pytest.raises(ValueError, match=r"has no xl/workbook\.xml"):
        patch_cells(packed({"_rels/.rels": arrows()}), {("Isian", "A1"): 1})


def test_a_workbook_without_its_root_arrows_is_filled_like_any_other() -> None:
    with ZipFile(BytesIO(workbook(worksheet("<sheetData/>")))) as archive:
        parts: dict[str, str | bytes] = {
            name: archive.read(name) for name in archive.namelist() if name != "_rels/.rels"
        }
    book = read_snapshot_bytes(patch_cells(packed(parts), in_isian({"A1": 7})), "uji.xlsx")
    assert isinstance(book, WorkbookSnapshot)
    assert book.sheets["Isian"].values == {"A1": 7}


@pytest.mark.parametrize(
    ("row", "grown"),
    [
        ('<row r="1"><c r="A1"/></row>', True),
        ("", True),
        ('<row r="1" ht="15" customHeight="1"><c r="A1"/></row>', False),
    ],
)
def test_a_long_text_makes_its_row_high_enough_where_nobody_fixed_it(row: str, grown: bool) -> None:
    short = rows_after(row, {"A1": "Ya"}, {})
    long = rows_after(row, {"A1": "realisasi yang tercetak berbeda dari hitungannya " * 5}, {})

    assert ' ht="' not in short.replace(' ht="15"', "")
    assert (' ht="' in long.replace(' ht="15"', "")) is grown


def test_a_long_text_of_a_formula_leaves_the_row_as_high_as_it_was() -> None:
    row = '<row r="1"><c r="A1" t="str"><f>B1</f><v>x</v></c></row>'
    assert ' ht="' not in rows_after(row, {}, {"A1": "Kecamatan Jambi Timur, Kota Jambi " * 5})


def test_a_text_in_merged_cells_has_all_their_width() -> None:
    row = '<row r="1"><c r="A1"/><c r="B1"/></row>'
    text = {"A1": "realisasi yang tercetak berbeda"}
    alone = patched(worksheet(f"<sheetData>{row}</sheetData>"), text, {})
    merged = f'<sheetData>{row}</sheetData><mergeCells><mergeCell ref="A1:J1"/></mergeCells>'
    assert ' ht="' in alone
    assert ' ht="' not in patched(worksheet(merged), text, {})


def test_a_merge_that_is_no_range_is_passed_over() -> None:
    row = '<row r="1"><c r="A1"/></row>'
    damaged = f'<sheetData>{row}</sheetData><mergeCells><mergeCell ref="lama"/></mergeCells>'
    assert "tepat" in patched(worksheet(damaged), {"A1": "tepat"}, {})
