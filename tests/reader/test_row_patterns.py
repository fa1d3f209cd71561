"""A row that is like a known one but for its values is what the parser makes of it."""

import random
import re

import pytest

from iku.cells import StyleFacts
from tests.reader.test_known_rows import CLOSE, OPEN, as_read
from tests.workbooks import layout, workbook_bytes
from workbook_reader.cell_events import SharedParts
from workbook_reader.container import open_package
from workbook_reader.limits import Limits
from workbook_reader.package import Package
from workbook_reader.row_patterns import RowCells, RowPattern, cut, filled
from workbook_reader.worksheet import parsed_sheet, read_sheet

SHARED = SharedParts(
    ["nol", "satu"],
    {"0": StyleFacts(), "1": StyleFacts(locked=False)},
    date1904=False,
    limits=Limits(characters=30),
)
HEAD = '<row r="1"><c r="A1" s="1"/></row>'
ODD = (
    *("", "0", "1", "-2.5", "1e999", " 7 ", "1_0", "x", "true", "#N/A", "9", "\u0661", "\n3"),
    *(
        "Nihil",
        "a &amp; b",
        "&nbsp;",
        "a_x000A_b",
        "\u2013 \u20ac",
        "]]&gt;",
        "]]>",
        "\x01",
        "\uffff",
    ),
    *("x" * 31, "<![CDATA[5]]>", "<!-- -->", "</v><v>6", "&#57;", "\x0b4"),
)
ROWS = {
    "numbers": '<row r="2" ht="0"><c r="A2" s="1"><v>{}</v></c><c r="B2"/><c r="C2"><v>{}</v></c></row>',
    "texts": '<row r="2"><c r="A2" t="str"><f>B1</f><v>{}</v></c><c r="B2" t="s"><v>{}</v></c></row>',
    "kinds": '<row r="2"><c r="A2" t="b"><v>{}</v></c><c r="B2" s="1" t="e"><v>{}</v></c></row>',
    "formulas": (
        '<row r="2"><c r="A2"><f>B1*2</f><v>{}</v></c><c r="B2"><f>IF(A1&gt;1,1,"")</f></c>'
        '<c r="C2" t="str"><f aca="false">A2</f><v>{}</v></c></row>'
    ),
    "constants written as formulas": (
        '<row r="2"><c r="A2" t="b"><f>TRUE()</f><v>{}</v></c><c r="B2"><v>{}</v></c></row>'
    ),
    "formulas of another kind": (
        '<row r="2"><c r="A2"><f t="shared" si="0" ref="A2:A3">B1</f><v>{}</v></c>'
        '<c r="B2"><f t="dataTable" r1="C1"/><v>{}</v></c></row>'
    ),
    "texts in place": (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="str"><v>{}</v></c>'
        '<c r="C2" t="inlineStr"><v>{}</v></c></row>'
    ),
    "attributes in another order": (
        '<row r="2"><c t="b" r="A2"><v>{}</v></c><c r="B2" cm="1"><v>{}</v></c></row>'
    ),
    "no addresses": "<row><c><v>{}</v></c><c><v>{}</v></c></row>",
    "two values in a cell": '<row r="2"><c r="A2"><v>{}</v><v>{}</v></c></row>',
    "a value outside of cells": '<row r="2"><v>{}</v><c r="A2"><v>{}</v></c></row>',
    "the same cell twice": '<row r="2"><c r="A2"><v>{}</v></c><c r="A2"><v>{}</v></c></row>',
}


@pytest.mark.parametrize("kind", ROWS)
def test_values_are_read_as_the_parser_reads_them(kind: str) -> None:
    rng = random.Random(kind)  # noqa: S311
    known = [("1", "1"), ("0", "1"), ("2", "0")]
    for values in (*known, *(tuple(rng.choices(ODD, k=2)) for _ in range(250))):
        content = f"{OPEN}{HEAD}{ROWS[kind].format(*values)}{CLOSE}".encode()

        assert as_read(read_sheet, content, SHARED) == as_read(parsed_sheet, content, SHARED), (
            values
        )


def test_a_form_with_other_figures_is_read_as_the_parser_reads_it() -> None:
    package = open_package(workbook_bytes(layout("kota_jambi_2017"), {}), "IKU.xlsx")
    assert isinstance(package, Package)
    content, rng = package.part("xl/worksheets/sheet5.xml"), random.Random(1)  # noqa: S311
    shared = SharedParts([], SHARED.style_of, date1904=False, limits=Limits())

    for _ in range(6):
        other = re.sub(rb"<v>[0-9.]*</v>", lambda _: b"<v>%d</v>" % rng.randrange(10**6), content)

        assert as_read(read_sheet, other, shared) == as_read(parsed_sheet, other, shared)


def test_a_row_is_not_changed_by_those_that_are_like_it() -> None:
    row = RowCells(values={"A2": 1.0})
    taken = cut(b'<row r="2"><c r="A2"><v>5</v></c>')

    assert taken is not None
    assert filled(RowPattern(row, (("A2", "n"),)), taken.values, SHARED) == RowCells(
        values={"A2": 5.0}
    )
    assert row.values == {"A2": 1.0}
