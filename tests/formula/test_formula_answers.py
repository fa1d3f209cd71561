"""Every function and rule with the answer that Excel documents, judged again by LibreOffice."""

import math
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell

from iku.cells import ErrorValue, Value
from iku.formula import ALLOWED_FUNCTIONS, Recalculation, functions_in, parse
from tests.formula.cases import CASES, CONSTANTS, FORMULAS
from tests.judges.libreoffice import recalculate

LIBREOFFICE_DIFFERS = {
    "0^0": "1",
    "0^-1": "#NUM!",
    "TRUE>9": "its truth values are numbers",
    'FALSE>"z"': "its truth values are numbers",
    'TRUE&""': "its truth values are numbers",
    'CONCATENATE("a",1,TRUE,Isian!A3)': "its truth values are numbers",
    "ISNUMBER(Isian!A5)": "its truth values are numbers",
    "SUM(Isian!A1:A8)": "its truth values are numbers",
    "SUM(Isian!A5)": "its truth values are numbers",
    "SUM(INDEX(Isian!A1:A8,5),1)": "its truth values are numbers",
    "SUM(IF(TRUE,Isian!A5,Isian!A1),1)": "its truth values are numbers",
    "COUNT(Isian!A1:A8)": "its truth values are numbers",
    "COUNT(1,TRUE,Isian!A5)": "its truth values are numbers",
    "AVERAGE(Isian!A1:A5)": "its truth values are numbers",
    "SUMPRODUCT(Isian!A1:A8)": "its truth values are numbers",
    "SUMPRODUCT(ISNUMBER(Isian!A1:A8)*Isian!C1:C8)": "its truth values are numbers",
    "83.57-76.5=7.07": "it takes numbers for equal a digit earlier",
    '1E+20&""': "1E+020",
    '1/3000000&""': "it never writes small numbers with a power of ten",
    "CHAR(0)": "a character",
    "FIXED(1.005,2)": "its FIXED rounds the binary number, its ROUND the decimal one",
    "FIXED(66945/1000,2)": "its FIXED rounds the binary number, its ROUND the decimal one",
    "INDEX(Isian!C1:C8,9)": "#VALUE!",
}


@pytest.fixture(scope="module")
def answers() -> dict[str, Value]:
    places = {("Hasil", row, 1): text for row, text in enumerate(CASES, 1)}
    book = Recalculation(CONSTANTS, {**FORMULAS, **places})
    return {text: book.value(*place) for place, text in places.items()}


def same(left: Value, right: Value) -> bool:
    if type(left) is float and type(right) is float:
        return math.isclose(left, right, rel_tol=1e-12, abs_tol=1e-12)
    return type(left) is type(right) and left == right


@pytest.mark.parametrize(("formula", "expected"), CASES.items(), ids=list(CASES))
def test_a_formula_has_the_answer_that_excel_documents(
    formula: str, expected: Value, answers: dict[str, Value]
) -> None:
    assert same(answers[formula], expected), answers[formula]


def test_a_difference_that_is_only_binary_dust_is_nothing(answers: dict[str, Value]) -> None:
    assert answers["0.1+0.2-0.3"] == 0.0


def test_every_allowed_function_has_a_documented_answer() -> None:
    used = {name for formula in CASES for name in functions_in(parse(formula))}
    assert used == ALLOWED_FUNCTIONS


@pytest.fixture(scope="module")
def libreoffice_answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Value]:
    folder = tmp_path_factory.mktemp("judge")
    write_cases(folder / "kasus.xlsx")
    return read_cases(recalculate([folder / "kasus.xlsx"], folder / "out")[0])


def write_cases(path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in ("Isian", "Bukti Dukung", "Hasil"):
        book.create_sheet(name)
    for (sheet, row, column), value in CONSTANTS.items():
        book[sheet].cell(row, column).value = None if isinstance(value, ErrorValue) else value
    for (sheet, row, column), text in FORMULAS.items():
        book[sheet].cell(row, column).value = f"={text}"
    for row, text in enumerate(CASES, 1):
        book["Hasil"].cell(row, 1).value = f"={text}"
    book.save(path)


def read_cases(path: Path) -> dict[str, Value]:
    sheet = load_workbook(path, data_only=True)["Hasil"]
    return {text: seen(sheet.cell(row, 1)) for row, text in enumerate(CASES, 1)}


def seen(cell: Cell | MergedCell) -> Value:
    value: object = cell.value
    if cell.data_type == "e":
        return ErrorValue(str(value))
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, bool) else str(value)


def test_libreoffice_computes_the_same_values(
    answers: dict[str, Value], libreoffice_answers: dict[str, Value]
) -> None:
    different = {
        formula: (answers[formula], judged)
        for formula, judged in libreoffice_answers.items()
        if not same(answers[formula], judged)
    }
    assert len(libreoffice_answers) >= 150
    assert different.keys() == LIBREOFFICE_DIFFERS.keys(), different
