"""What Excel and others write, and no library here does: made by hand, read all the same."""

import pytest

from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, ValidationFacts, WorkbookSnapshot
from iku.finding import Finding
from tests.reader.handmade import HEAD, MAIN, OFFICE, arrows, packed, parts_of, rows, worksheet
from workbook_reader.snapshot import read_snapshot_bytes

Parts = dict[str, str | bytes]


def snapshot(parts: Parts) -> WorkbookSnapshot:
    answer = read_snapshot_bytes(packed(parts), "a.xlsx")
    assert isinstance(answer, WorkbookSnapshot), answer
    return answer


def sheet(content: str, extra: Parts | None = None) -> SheetSnapshot:
    return snapshot(parts_of(content) | (extra or {})).sheets["Isian"]


def with_strings_and_styles(content: str, strings: str, styles: str) -> SheetSnapshot:
    return sheet(
        content,
        {
            "xl/_rels/workbook.xml.rels": arrows(
                ("worksheet", "/xl/worksheets/sheet1.xml"),
                ("sharedStrings", "/xl/sharedStrings.xml"),
                ("styles", "styles.xml"),
            ),
            "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>',
            "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        },
    )


def test_shared_formulas_are_expanded_to_each_cell() -> None:
    master = '<f t="shared" ref="B1:C3" si="0">A1*$A$9&amp;"A1"</f>'
    content = worksheet(
        f'<sheetData><row r="1"><c r="B1">{master}<v>1</v></c>'
        '<c r="C1"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/></c></row></sheetData>'
    )

    assert sheet(content).formulas == {
        "B1": 'A1*$A$9&"A1"',
        "C1": 'B1*$A$9&"A1"',
        "B3": 'A3*$A$9&"A1"',
    }
    assert sheet(content).uncomputed == {"B3"}


def test_a_shared_formula_may_come_after_the_cell_that_uses_it() -> None:
    content = rows(
        '<c r="A1"><f t="shared" si="4"/><v>1</v></c>'
        '<c r="B1"><f t="shared" ref="A1:B1" si="4">C2</f><v>1</v></c>'
    )

    assert sheet(content).formulas == {"A1": "B2", "B1": "C2"}


def test_a_number_of_a_shared_formula_may_be_used_again() -> None:
    content = rows(
        '<c r="A1"><f t="shared" ref="A1" si="0">D1</f></c><c r="B1"><f t="shared" si="0"/></c>'
        '<c r="C1"><f t="shared" ref="C1" si="0">A9</f></c><c r="D1"><f t="shared" si="0"/></c>'
    )

    assert sheet(content).formulas == {"A1": "D1", "B1": "E1", "C1": "A9", "D1": "B9"}


def test_strings_join_their_runs_and_leave_phonetic_hints_out() -> None:
    strings = (
        "<si><t>satu</t></si>"
        '<si><r><t xml:space="preserve">dua </t></r><r><rPr><b/></rPr><t>tiga</t></r>'
        '<rPh sb="0" eb="1"><t>BUKAN</t></rPh></si><si/><si><t>a_x000A_b_x005F_</t></si>'
    )
    content = rows(
        "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("ABCD"))
        + '<c r="E1" t="inlineStr"><is><r><t>em</t></r><r><t>pat</t></r>'
        '<rPh sb="0" eb="1"><t>BUKAN</t></rPh></is></c><c r="F1" t="s"/>'
        '<c r="G1" t="inlineStr"><is><t>c_x000A_d</t></is></c>'
    )

    assert with_strings_and_styles(content, strings, "<cellXfs><xf/></cellXfs>").values == {
        "A1": "satu",
        "B1": "dua tiga",
        "C1": "",
        "D1": "a\nb_",
        "E1": "empat",
        "G1": "c\nd",
    }


def test_values_of_every_type() -> None:
    content = rows(
        '<c r="A1" t="b"><v>0</v></c><c r="B1" t="e"><v>#REF!</v></c>'
        '<c r="C1" t="str"><v>x </v></c><c r="D1" t="n"><v>1.5E-3</v></c><c r="E1"><v/></c>'
        '<c r="F1" t="d"><v>2026-01-31T12:00:00</v></c><c r="G1"><v>NaN</v></c><c r="H1" s="99"/>'
        '<c r="I1" t="b"><f aca="false">TRUE()</f><v>1</v></c>'
        '<c r="J1" t="e"><f aca="false">#DIV/0!</f><v>#DIV/0!</v></c>'
        '<c r="K1" t="str"><f>IF(1,"")</f><v></v></c><c r="L1"><f>1+1</f><v></v></c>'
    )

    answer = sheet(content)

    assert answer.values == {
        "A1": False,
        "B1": ErrorValue("#REF!"),
        "C1": "x ",
        "D1": 0.0015,
        "F1": 46053.5,
        "G1": ErrorValue("#NUM!"),
        "I1": True,
        "J1": ErrorValue("#DIV/0!"),
        "K1": "",
    }
    assert answer.formulas == {"K1": 'IF(1,"")', "L1": "1+1"}
    assert answer.uncomputed == {"L1"}


def test_cells_without_an_address_stand_beside_each_other() -> None:
    content = worksheet(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>'
    )

    assert sheet(content).values == {"A1": 1, "B1": 2, "C5": 3, "D5": 4, "A6": 5}


def test_a_prefix_on_every_element_changes_nothing() -> None:
    content = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols>'
        '<x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>'
    )
    book = (
        f'{HEAD}<x:workbook xmlns:x="{MAIN}" xmlns:r="{OFFICE}"><x:workbookPr date1904="true"/>'
        '<x:sheets><x:sheet name="Isian" sheetId="1" state="hidden" r:id="r1"/></x:sheets></x:workbook>'
    )

    answer = snapshot(parts_of(content) | {"xl/workbook.xml": book})

    assert answer.date1904
    assert answer.sheets["Isian"] == SheetSnapshot(
        "Isian",
        state="hidden",
        values={"A1": 2.0},
        formulas={"A1": "1+1"},
        styles={"A1": StyleFacts()},
        merged=["A1:B1"],
        hidden_columns={2, 3},
    )


def test_styles_take_lock_and_format_from_the_cell_style_alone() -> None:
    styles = (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"><protection locked="0"/></xf></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyProtection="0"><protection locked="0"/></xf>'
        '<xf numFmtId="10"><protection hidden="1"/></xf></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="BUKAN"/><protection locked="0"/></dxf></dxfs>'
    )
    content = rows('<c r="A1"/><c r="B1" s="1"/><c r="C1" s="2"/>')

    assert with_strings_and_styles(content, "", styles).styles == {
        "A1": StyleFacts(),
        "B1": StyleFacts(locked=False, number_format="0.000"),
        "C1": StyleFacts(locked=True, number_format="0.00%"),
    }


def test_validations_of_the_extension_list_are_seen() -> None:
    content = worksheet(
        "<sheetData/><extLst><ext><x14:sparklineGroups xmlns:x14='a' xmlns:xm='b'>"
        "<x14:sparkline><xm:f>Isian!A1</xm:f><xm:sqref>Z9</xm:sqref></x14:sparkline>"
        "</x14:sparklineGroups><x14:dataValidations xmlns:x14='a' xmlns:xm='b'>"
        "<x14:dataValidation type='list'><x14:formula1><xm:f>Rujukan!$A$1:$A$3</xm:f></x14:formula1>"
        "<xm:sqref>B2 D4:D5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    choice = ValidationFacts("list", "between", "Rujukan!$A$1:$A$3", None)

    assert sheet(content).validations == dict.fromkeys(("B2", "D4", "D5"), choice)


def test_a_validation_without_a_formula_has_none_of_the_one_before_it() -> None:
    content = worksheet(
        '<sheetData/><dataValidations><dataValidation type="whole" sqref="A1"><formula1>1</formula1>'
        '<formula2>2</formula2></dataValidation><dataValidation type="list" sqref="A2"/>'
        "</dataValidations>"
    )

    assert sheet(content).validations["A2"] == ValidationFacts("list", "between", None, None)


def test_a_validation_of_thousands_of_cells_stays_a_range() -> None:
    content = worksheet(
        '<sheetData/><dataValidations><dataValidation type="whole" sqref="A1:A5001 C1 E:E 7:8">'
        "<formula1>1</formula1><formula2>2</formula2></dataValidation></dataValidations>"
    )
    whole = ValidationFacts("whole", "between", "1", "2")

    assert sheet(content).wide_validations == [("A1:A5001", whole), ("E:E", whole), ("7:8", whole)]
    assert sheet(content).validations == {"C1": whole}


def test_validations_that_would_fill_the_memory_stay_ranges() -> None:
    one = '<dataValidation type="custom" sqref="A1:A4999"><formula1>B1&gt;0</formula1></dataValidation>'
    body = f"<sheetData/><dataValidations>{one * 30}</dataValidations>"

    answer = sheet(worksheet(body))

    assert len(answer.validations) == 4999
    assert answer.validations["A4999"].formula1 == "B4999>0"
    assert len(answer.wide_validations) > 20


def test_a_formula_longer_than_any_program_allows_is_damage() -> None:
    long = "A1+" * 2_700 + "A1"
    cells = (
        f'<c><f t="shared" si="0" ref="A1:ZZ1">{long}</f></c>'
        + '<c><f t="shared" si="0"/></c>' * 40
    )
    row = f"<row>{cells}</row>"

    read = read_snapshot_bytes(
        packed(parts_of(worksheet(f"<sheetData>{row}</sheetData>"))), "a.xlsx"
    )
    refused = read_snapshot_bytes(
        packed(parts_of(worksheet(f"<sheetData>{row.replace(long, long * 2)}</sheetData>"))),
        "a.xlsx",
    )

    assert isinstance(read, WorkbookSnapshot)
    assert isinstance(refused, Finding)
    assert refused.code == "BRK-008"


def test_what_surrounds_the_cells() -> None:
    content = worksheet(
        '<sheetPr filterMode="1"/><cols><col min="2" max="2" style="0"/></cols>'
        '<sheetData><row r="4" hidden="1"/><row r="6" hidden="true"/></sheetData>'
        '<sheetProtection sheet="1" objects="1"/>'
        '<autoFilter ref="A1:C3"><filterColumn colId="0" hiddenButton="1"/></autoFilter>'
    )

    answer = sheet(content)

    assert answer.hidden_rows == {4, 6}
    assert answer.column_styles == {2: StyleFacts()}
    assert answer.protection == {"sheet": "1", "objects": "1"}
    assert (answer.autofilter, answer.filtered) == ("A1:C3", True)


def test_saved_views_say_nothing_about_the_sheet_itself() -> None:
    view = '<autoFilter ref="Z1:Z9"><filterColumn colId="0"><filters/></filterColumn></autoFilter>'
    body = f"<customSheetViews><customSheetView>{view}</customSheetView></customSheetViews>"

    answer = sheet(
        worksheet(f"<sheetData/>{body}<mergeCells><mergeCell ref='A1:B1'/></mergeCells>")
    )

    assert (answer.autofilter, answer.filtered) == (None, False)
    assert answer.merged == ["A1:B1"]


def test_a_filter_button_alone_hides_nothing() -> None:
    body = (
        '<sheetData/><autoFilter ref="A1:C3"><filterColumn colId="0">{}</filterColumn></autoFilter>'
    )

    assert not sheet(worksheet(body.format(""))).filtered
    assert sheet(worksheet(body.format("<filters><filter val='1'/></filters>"))).filtered


def test_macros_external_links_and_chart_sheets_are_noticed() -> None:
    parts = parts_of(rows("")) | {
        "xl/vbaProject.bin": b"\0",
        "xl/_rels/workbook.xml.rels": arrows(
            ("worksheet", "worksheets/sheet1.xml"),
            ("externalLink", "externalLinks/externalLink1.xml"),
            ("chartsheet", "chartsheets/sheet1.xml"),
        ),
        "xl/externalLinks/_rels/externalLink1.xml.rels": arrows(
            ("externalLinkPath", "file:///D:/lain.xlsx"), mode=' TargetMode="External"'
        ),
    }
    chart = '<sheet name="Grafik" sheetId="2" r:id="r3"/></sheets>'
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("</sheets>", chart)

    answer = snapshot(parts)

    assert answer.has_macros
    assert answer.external_links == ["file:///D:/lain.xlsx"]
    assert list(answer.sheets) == ["Isian", "Grafik"]


def test_a_zip_packed_with_backslashes_and_other_capitals_is_read() -> None:
    parts = {name.replace("/", "\\").upper(): text for name, text in parts_of(rows("<c/>")).items()}

    assert set(snapshot(parts).sheets["Isian"].styles) == {"A1"}


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="A1"/><c r="A1"/>',
        '<c r="bukan"/>',
        '<c r="$A$1"/>',
        '<c r="A1"><v>satu</v></c>',
        '<c r="A1" t="s"><v>7</v></c>',
        '<c r="A1" t="z"><v>7</v></c>',
        '<c r="A1"><f t="shared" si="0"/></c>',
        '<c r="A1" t="d"><v>kemarin</v></c>',
    ],
)
def test_cells_that_cannot_be_are_damage_never_a_guess(cells: str) -> None:
    answer = read_snapshot_bytes(packed(parts_of(rows(cells))), "a.xlsx")

    assert isinstance(answer, Finding)
    assert answer.code == "BRK-008"
    assert answer.facts["bagian"] == "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "body",
    [
        '<cols><col min="1" max="16385"/></cols>',
        '<cols><col min="a" max="2"/></cols>',
        "<mergeCells><mergeCell/></mergeCells>",
        '<dataValidations><dataValidation sqref="entah"/></dataValidations>',
    ],
)
def test_surroundings_that_cannot_be_are_damage(body: str) -> None:
    answer = read_snapshot_bytes(packed(parts_of(worksheet(body))), "a.xlsx")

    assert isinstance(answer, Finding)
    assert answer.code == "BRK-008"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_missing_part_is_named(part: str) -> None:
    parts = parts_of(rows("<c/>"))
    del parts[part]

    answer = read_snapshot_bytes(packed(parts), "a.xlsx")

    assert isinstance(answer, Finding)
    assert answer.facts == {"bagian": part, "sebab": "bagian ini tidak ada"}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (' r:id="r1"', ""),
        ("r1", "r9"),
        (' name="Isian"', ""),
        ("</sheets>", '<sheet name="Isian" r:id="r1"/></sheets>'),
        ("</sheets>", '</sheets><definedName name="a" localSheetId="7">Isian!A1</definedName>'),
        ("</sheets>", "</sheets><definedName>Isian!A1</definedName>"),
    ],
)
def test_a_list_of_sheets_that_leads_nowhere_is_damage(written: str, instead: str) -> None:
    parts = parts_of(rows("<c/>"))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(written, instead, 1)

    answer = read_snapshot_bytes(packed(parts), "a.xlsx")

    assert isinstance(answer, Finding)
    assert answer.code == "BRK-008"
