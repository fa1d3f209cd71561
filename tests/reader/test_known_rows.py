"""What was parsed before is taken as it was then: never otherwise than the parser would read it now."""

import random
from dataclasses import fields

import pytest

from iku.cells import SheetSnapshot, StyleFacts
from iku.finding import Finding
from tests.workbooks import layout, workbook_bytes
from workbook_reader.cell_events import SharedParts
from workbook_reader.container import open_package
from workbook_reader.limits import Limits
from workbook_reader.package import Package
from workbook_reader.refusal import RefusalError
from workbook_reader.worksheet import parsed_sheet, read_sheet

SHARED = SharedParts(
    ["nol", "satu", "dua"],
    {"0": StyleFacts(), "1": StyleFacts(locked=False), "2": StyleFacts(number_format="0.00")},
    date1904=False,
    limits=Limits(cells_per_sheet=40),
)
OPEN, CLOSE = '<worksheet xmlns="x"><cols/><sheetData>', "</sheetData><mergeCells/></worksheet>"
ROWS = '<row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
TRICKY = {
    "plain": ROWS,
    "a row that stands twice": ROWS + '<row r="1"><c r="A1" s="1"><v>1</v></c></row>',
    "a row that comes before": '<row r="9"><c r="B9"/></row>' + ROWS,
    "a row without number": ROWS + "<row><c><v>3</v></c></row>",
    "rows without numbers, alike": "<row><c><v>3</v></c></row><row><c><v>3</v></c></row>" + ROWS,
    "cells without addresses": '<row r="5"><c><v>1</v></c><c r="D5"/><c/></row>' + ROWS,
    "empty rows": '<row r="1"/><row r="2" hidden="1"/>' + '<row r="7" ht="0"><c r="A7"/></row>',
    "an empty row at the end": ROWS + '<row r="8" hidden="true"/>',
    "a comment around a row": f'<row r="3"><c r="A3"/><!-- </row>{ROWS} --></row>',
    "a comment around the end": f"{ROWS}<!-- </sheetData> -->",
    "a comment over known rows": (
        f'<row r="3"><c r="A3"/><!-- </row>{ROWS}<row r="4"><c r="A4"/> --></row>'
    ),
    "a row without number, elsewhere": '<row r="8"><c r="B8"/></row><row><c><v>3</v></c></row>',
    "a section": '<row r="3"><c r="A3" t="str"><v><![CDATA[</row>]]></v></c></row>',
    "an instruction": f'<row r="3"><?x </row>?></row>{ROWS}',
    "a row in a row": '<row r="3"><row r="4"></row><c r="A3"/></row>',
    "a cell outside of rows": '<c r="A1"/>' + ROWS,
    "a larger sign in an attribute": '<row r="3" x=">"><c r="A3"/></row>',
    "not closed": '<row r="3"><c r="A3"></row>',
    "closed twice": ROWS + "</row>",
    "no address": '<row r="3"><c r="A0"/></row>',
    "no number": '<row r="3"><c r="A3"><v>x</v></c></row>',
    "no such string": '<row r="3"><c r="A3" t="s"><v>7</v></c></row>',
    "shared formula": (
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">B1*2</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>'
    ),
    "shared formula before its master": (
        '<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0" ref="A1:A2">B2*2</f></c></row>'
    ),
    "too many cells": "".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(1, 60)),
    "text in place": '<row r="3"><c r="A3" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
    "entities": '<row r="3"><c r="A3"><f>IF(B1&gt;1,&quot;&#65;&quot;,1)</f><v>1</v></c></row>',
    "an entity nobody knows": '<row r="3"><c r="A3" t="str"><v>&nbsp;</v></c></row>',
}


def as_read(how: object, content: bytes, shared: SharedParts = SHARED) -> object:
    """Return everything of a sheet in its order, or why it is refused."""
    try:
        sheet = how("Isian", "visible", shared, "sheet1.xml", content)  # type: ignore[operator]
    except RefusalError as error:
        return error.finding
    assert isinstance(sheet, SheetSnapshot)
    return [_ordered(getattr(sheet, one.name)) for one in fields(sheet)]


def _ordered(value: object) -> object:
    return list(value.items()) if isinstance(value, dict) else value


@pytest.mark.parametrize("name", TRICKY)
def test_what_is_odd_is_read_as_the_parser_reads_it(name: str) -> None:
    content = f"{OPEN}{TRICKY[name]}{CLOSE}".encode()
    known = ROWS + TRICKY["a row without number"]
    as_read(read_sheet, f"{OPEN}{known}{CLOSE}".encode())  # rows of another sheet

    expected = as_read(parsed_sheet, content)

    assert [as_read(read_sheet, content) for _ in range(2)] == [expected, expected]


@pytest.mark.parametrize(
    "opening",
    [
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
        "<!-- <sheetData> -->",
        "<?x <sheetData>?>",
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    ],
)
def test_what_stands_before_the_sheet_counts(opening: str) -> None:
    rows = '<row r="3"><c r="A3" t="str"><v>Rp\u00a05</v></c></row>'
    content = f"{opening}{OPEN}{rows}{CLOSE}".encode()
    as_read(read_sheet, f"{OPEN}{rows}{CLOSE}".encode())

    assert as_read(read_sheet, content) == as_read(parsed_sheet, content)


def test_shared_strings_are_those_of_the_own_workbook() -> None:
    content = f"{OPEN}{ROWS}{CLOSE}".encode()
    other = SharedParts(["x", "y"], SHARED.style_of, date1904=False, limits=Limits())
    as_read(read_sheet, content)

    assert as_read(read_sheet, content, other) == as_read(parsed_sheet, content, other)


def test_styles_are_those_of_the_own_workbook() -> None:
    content = f"{OPEN}{ROWS}{CLOSE}".encode()
    other = SharedParts(SHARED.strings, {"1": StyleFacts()}, date1904=False, limits=Limits())
    as_read(read_sheet, content)

    assert as_read(read_sheet, content, other) == as_read(parsed_sheet, content, other)


def test_a_snapshot_may_be_changed_without_changing_the_next() -> None:
    content = f"{OPEN}{ROWS}{CLOSE}".encode()
    first = read_sheet("Isian", "visible", SHARED, "sheet1.xml", content)
    for one in fields(first):
        if isinstance(held := getattr(first, one.name), dict | set | list):
            held.clear()

    assert as_read(read_sheet, content) == as_read(parsed_sheet, content)


def test_damage_anywhere_is_met_by_the_parser() -> None:
    content = _isian()
    rng = random.Random(5)  # noqa: S311
    as_read(read_sheet, content, LARGE)
    for _ in range(40):
        damaged = _damaged(content, rng)
        expected = as_read(parsed_sheet, damaged, LARGE)
        assert as_read(read_sheet, damaged, LARGE) == expected


LARGE = SharedParts([], SHARED.style_of, date1904=False, limits=Limits())


def _isian() -> bytes:
    package = open_package(workbook_bytes(layout("kota_jambi_2017"), {}), "IKU.xlsx")
    assert isinstance(package, Package)
    assert not isinstance(package, Finding)
    return package.part("xl/worksheets/sheet4.xml")


def _damaged(content: bytes, rng: random.Random) -> bytes:
    """Take a few pieces out of a part, or put them in elsewhere."""
    for _ in range(rng.randint(1, 2)):
        start = rng.randrange(len(content))
        piece = content[start : start + rng.choice((1, 3, 6, 30, 200))]
        place = rng.randrange(len(content))
        if rng.random() < 0.5:
            content = content[:start] + content[start + len(piece) :]
        else:
            content = content[:place] + piece + content[place:]
    return content
