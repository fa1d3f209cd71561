"""What three programs save is read as openpyxl reads it, and as the same workbook."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

from iku.cells import (
    ErrorValue,
    SheetSnapshot,
    StyleFacts,
    ValidationFacts,
    Value,
    WorkbookSnapshot,
)
from tests.judges.libreoffice import recalculate
from tests.reader.sample import FORMATS, save_sample
from workbook_reader.snapshot import read_snapshot


def read(path: Path) -> WorkbookSnapshot:
    snapshot = read_snapshot(path)
    assert isinstance(snapshot, WorkbookSnapshot)
    return snapshot


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_sample(tmp_path_factory.mktemp("openpyxl") / "sampel.xlsx")


@pytest.fixture(scope="module")
def resaved(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recalculate([own], tmp_path_factory.mktemp("libreoffice"))[0]


@pytest.fixture(scope="module")
def xlsxwritten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlsxwriter") / "sampel.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Isian")
        free = book.add_format({"locked": False, "num_format": "0.00"})
        sheet.write_number("A1", 48, free)
        sheet.write_rich_string("A2", "tebal ", book.add_format({"bold": True}), "sekali")
        sheet.write_boolean("A3", boolean=True)
        sheet.write_blank("A4", None, free)
        sheet.write_formula("B1", "=A1/52*100", None, 92.3)
        sheet.write_formula("B2", "=A1/0", None, "#DIV/0!")
        sheet.write_array_formula("B3:B4", "{=A1:A2}", None, 48)
        sheet.data_validation("A1:B2", {"validate": "integer", "criteria": ">", "value": 1})
        sheet.set_column("D:F", None, free, {"hidden": True})
        sheet.protect("sandi")
        sheet.autofilter("A1:B2")
        sheet.filter_column("A", "x > 20")
        book.define_name("isian.kode", "=Isian!$A$1")
        book.define_name("Isian!setempat", "=Isian!$A$2")
        book.set_custom_property("iku.versi", 3)
    return path


def openpyxl_values(path: Path) -> dict[tuple[str, str], Value]:
    def plain(value: object, kind: str) -> Value:
        if kind == "e":
            return ErrorValue(str(value))
        if isinstance(value, datetime | timedelta):
            return float(to_excel(value))  # type: ignore[no-untyped-call]  # its stubs lack it
        assert isinstance(value, str | int | float | bool)
        return float(value) if type(value) is int else value

    return {
        (sheet.title, cell.coordinate): plain(cell.value, cell.data_type)
        for sheet in load_workbook(path, data_only=True)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def openpyxl_formulas(path: Path) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): (
            str(cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value)
        ).removeprefix("=")
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


CONSTANTS_OF_LIBREOFFICE = {("Isian", "A5"), ("Isian", "A6")}  # written as =TRUE() and =#N/A


@pytest.mark.parametrize("source", ["own", "resaved", "xlsxwritten"])
def test_values_formulas_and_locks_are_those_of_openpyxl(
    source: str, request: pytest.FixtureRequest
) -> None:
    path = request.getfixturevalue(source)
    sheets = read(path).sheets.values()
    values = {(s.name, a): v for s in sheets for a, v in s.values.items() if v != ""}
    formulas = {(s.name, a): f for s in sheets for a, f in s.formulas.items()}
    reference = load_workbook(path)
    theirs = openpyxl_formulas(path)
    if source == "resaved":
        theirs = {key: text for key, text in theirs.items() if key not in CONSTANTS_OF_LIBREOFFICE}

    assert values == openpyxl_values(path)
    assert formulas == theirs
    assert {(s.name, a): f.locked for s in sheets for a, f in s.styles.items()} == {
        (s.name, a): reference[s.name][a].protection.locked for s in sheets for a in s.styles
    }
    assert len(formulas) >= 3


def test_a_libreoffice_resave_is_the_same_workbook(own: Path, resaved: Path) -> None:
    before, after = read(own), read(resaved)
    ours, theirs = before.sheets["Isian"], after.sheets["Isian"]

    for what in ("formulas", "validations", "merged", "hidden_rows", "hidden_columns"):
        assert getattr(theirs, what) == getattr(ours, what), what
    assert ours.formulas
    assert len(ours.validations) == 15
    assert {a: theirs.styles.get(a) for a in ours.styles} == ours.styles
    assert {a: theirs.values[a] for a in ours.values} == ours.values
    assert (theirs.autofilter, theirs.filtered, theirs.protected) == ("A7:I8", False, True)
    assert after.names == before.names == {"isian.kode.surat.TAHUN": "Isian!$A$1"}
    assert after.properties == before.properties == {"iku.sidik": "ab12"}


def test_values_are_typed_by_meaning(own: Path) -> None:
    assert read(own).sheets["Isian"].values == {
        "A1": 48.0,
        "A2": -0.1,
        "A3": "007",
        "A4": "dua\nbaris  & <tanda> ü ",
        "A5": True,
        "A6": ErrorValue("#N/A"),
    } | {f"{letter}8": 1.5 for letter in "ABCDEFGHI"}


def test_results_come_with_the_programs_that_compute(own: Path, resaved: Path) -> None:
    formulas = {"B1", "B2", "B3", "B4", "B5", "B6"}
    computed = read(resaved).sheets["Isian"]

    assert read(own).sheets["Isian"].uncomputed == formulas
    assert computed.uncomputed == set()
    assert {a: computed.values[a] for a in formulas} == {
        "B1": pytest.approx(92.3076923),
        "B2": ErrorValue("#DIV/0!"),
        "B3": "",
        "B4": "96 surat",
        "B5": True,
        "B6": pytest.approx(2304.01),
    }


@pytest.mark.parametrize("source", ["own", "resaved"])
def test_formats_and_locks_survive_the_spelling_of_producers(
    source: str, request: pytest.FixtureRequest
) -> None:
    sheet = read(request.getfixturevalue(source)).sheets["Isian"]

    assert [sheet.styles[f"{letter}8"] for letter in "ABCDEFGHI"] == [
        StyleFacts(number % 2 == 0, code) for number, code in enumerate(FORMATS)
    ]


@pytest.mark.parametrize("source", ["own", "resaved"])
def test_validations_are_spread_over_single_addresses(
    source: str, request: pytest.FixtureRequest
) -> None:
    number = ValidationFacts("decimal", "greaterThanOrEqual", "0", None)
    choice = ValidationFacts("list", "between", '"Ya,Tidak"', None)

    assert read(request.getfixturevalue(source)).sheets["Isian"].validations == {
        "A1": number,
        "A2": number,
        **dict.fromkeys(("A3", "C1", "C2", "D1", "D2"), choice),
        "E1": ValidationFacts("decimal", "between", "0", "100.5"),
        "F1": ValidationFacts("whole", "notBetween", "0", "5"),
        **{
            f"G{n}": ValidationFacts("custom", "between", f"ISNUMBER($A{n})", None)
            for n in (1, 2, 3)
        },
        "H1": ValidationFacts("list", "between", "'Bukti Dukung'!$A$1:$A$3", None),
        "I1": ValidationFacts("textLength", "lessThanOrEqual", "100", None),
        "J1": ValidationFacts("any", "between", None, None),
    }


def test_the_workbook_around_the_sheets(own: Path, resaved: Path) -> None:
    snapshot = read(own)

    assert [(s.name, s.state) for s in snapshot.sheets.values()] == [
        ("Isian", "visible"),
        ("Bukti Dukung", "veryHidden"),
    ]
    assert snapshot.local_names["Bukti Dukung", "setempat"] == "'Bukti Dukung'!$A$1"
    assert snapshot.protection["lockStructure"] == "1"
    assert snapshot.producer.startswith("openpyxl 3.1")
    assert read(resaved).producer == "LibreOffice 7.4"
    assert not snapshot.has_macros
    assert not snapshot.date1904
    assert len(snapshot.sha256) == 64


def test_the_moment_of_saving_is_given_as_written(xlsxwritten: Path) -> None:
    reference = load_workbook(xlsxwritten).properties.modified
    assert reference is not None

    assert read(xlsxwritten).modified == reference.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_xlsxwriter_saves_is_read_too(xlsxwritten: Path) -> None:
    snapshot = read(xlsxwritten)
    sheet: SheetSnapshot = snapshot.sheets["Isian"]
    free = StyleFacts(locked=False, number_format="0.00")

    assert sheet.values["A2"] == "tebal sekali"
    assert "A4" not in sheet.values
    assert sheet.styles["A4"] == free
    assert sheet.values["B2"] == ErrorValue("#DIV/0!")
    assert sheet.column_styles == dict.fromkeys((4, 5, 6), free)
    assert sheet.hidden_columns == {4, 5, 6}
    assert set(sheet.validations) == {"A1", "A2", "B1", "B2"}
    assert (sheet.autofilter, sheet.filtered) == ("A1:B2", True)
    assert sheet.protected
    assert snapshot.names == {"isian.kode": "Isian!$A$1"}
    assert snapshot.local_names["Isian", "setempat"] == "Isian!$A$2"
    assert snapshot.properties == {"iku.versi": "3"}
