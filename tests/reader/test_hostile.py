"""Whatever bytes arrive, the answer is a snapshot or one finding, never an exception."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from tests.reader.handmade import arrows, packed, parts_of, rows
from workbook_reader.snapshot import read_snapshot_bytes

PARTS = parts_of(
    rows(
        '<c r="A1" s="1"><f t="shared" ref="A1" si="0">B1</f><v>1</v></c><c r="B1" t="s"><v>0</v></c>'
    )
) | {
    "xl/_rels/workbook.xml.rels": arrows(
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    ),
    "xl/sharedStrings.xml": "<sst><si><t>satu</t></si></sst>",
    "xl/styles.xml": '<s><cellXfs><xf/><xf numFmtId="2"><protection locked="0"/></xf></cellXfs></s>',
}
WHOLE = packed(PARTS)


def test_the_undamaged_file_is_read() -> None:
    assert isinstance(read_snapshot_bytes(WHOLE, "a.xlsx"), WorkbookSnapshot)


@given(st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_off_anywhere_is_refused(length: int) -> None:
    answer = read_snapshot_bytes(WHOLE[:length], "a.xlsx")

    assert isinstance(answer, Finding)
    assert answer.code in {"BRK-002", "BRK-003", "BRK-008"}


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_one_wrong_byte_gives_an_answer(place: int, byte: int) -> None:
    data = bytearray(WHOLE)
    data[place] = byte

    answer = read_snapshot_bytes(bytes(data), "a.xlsx")

    assert isinstance(answer, WorkbookSnapshot | Finding)


@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_part_cut_off_anywhere_is_refused(part: str, data: st.DataObject) -> None:
    content = str(PARTS[part]).encode()
    length = data.draw(st.integers(0, len(content) - 1))

    answer = read_snapshot_bytes(packed(PARTS | {part: content[:length]}), "a.xlsx")

    assert isinstance(answer, Finding) or part == "[Content_Types].xml"


ATTRIBUTE = re.compile(r'="[^"]*"')


@given(
    st.sampled_from(sorted(PARTS)),
    st.integers(0, 30),
    st.sampled_from(["", "-1", "1e9", "99999999999999999999", "kata", "../../../etc/passwd", "A0"]),
)
def test_a_nonsense_attribute_gives_an_answer(part: str, number: int, nonsense: str) -> None:
    text = str(PARTS[part])
    places = list(ATTRIBUTE.finditer(text))
    place = places[number % len(places)] if places else None
    if place is not None:
        text = f'{text[: place.start()]}="{nonsense}"{text[place.end() :]}'

    answer = read_snapshot_bytes(packed(PARTS | {part: text}), "a.xlsx")

    assert isinstance(answer, WorkbookSnapshot | Finding)


@pytest.mark.parametrize(
    "sheet",
    [
        b'<?xml version="1.0" encoding="entah"?><worksheet/>',
        b'<?xml version="1.0" encoding="utf-7"?><worksheet/>',
        b'<?xml version="1.0" encoding="big5"?><worksheet/>',
        b"\xff\xfe<\0w\0",
        b"<worksheet><sheetData><row><c r='A1'><v>\xff</v></c></row></sheetData></worksheet>",
        b"<a>" * 5000 + b"</a>" * 5000,
        b"<worksheet>" + b"<row r='9'>" * 3 + b"</row>" * 3 + b"</worksheet>",
        b"<worksheet><sheetData/><sheetData/></worksheet>",
    ],
)
def test_strange_xml_gives_an_answer(sheet: bytes) -> None:
    answer = read_snapshot_bytes(packed(PARTS | {"xl/worksheets/sheet1.xml": sheet}), "a.xlsx")

    assert isinstance(answer, WorkbookSnapshot | Finding)
