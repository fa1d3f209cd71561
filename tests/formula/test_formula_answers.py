"""Every function and rule with the answer that Excel documents, judged again by LibreOffice."""

import math
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell

from iku.cells import ErrorValue, Value
from iku.formula import ALLOWED_FUNCTIONS, Recalculation, functions_in, parse

COLUMNS: dict[str, list[Value]] = {
    "A": [48.0, 52.0, None, "kosong", True, 0.0, -2.5, 92.355],
    "B": ["x", "y", "X", None, "z*", "x", "yy", None],
    "C": [10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0],
    "D": [None, 3.0, 4.0],
}
CONSTANTS: Mapping[tuple[str, int, int], Value] = {
    ("Isian", row, column): value
    for column, values in enumerate(COLUMNS.values(), 1)
    for row, value in enumerate(values, 1)
    if value is not None
} | {
    ("Bukti Dukung", 2, 2): "SK 12",
    **{("Bukti Dukung", 3, column): 5.0 * column for column in range(1, 5)},
}
FORMULAS = {("Isian", 4, 2): '""', ("Isian", 1, 4): "1/0"}

DIV, VALUE, REF = ErrorValue("#DIV/0!"), ErrorValue("#VALUE!"), ErrorValue("#REF!")
NUM, NA = ErrorValue("#NUM!"), ErrorValue("#N/A")

CASES: dict[str, Value] = {
    # operators
    "1+2*3": 7.0,
    "(1+2)*3": 9.0,
    "7-2-1": 4.0,
    "8/4/2": 1.0,
    "2^3^2": 64.0,
    "-2^2": 4.0,
    "2^-1": 0.5,
    "--3": 3.0,
    "1-2<3": True,
    '1+1&"x"': "2x",
    "Isian!A1/Isian!A2*100": 48 / 52 * 100,
    "Isian!$A$1+Isian!C1": 58.0,
    "'Bukti Dukung'!B2": "SK 12",
    "TRUE+1": 2.0,
    "Isian!A5*2": 2.0,
    "1/0": DIV,
    "0/0": DIV,
    "0^0": NUM,
    "0^-1": DIV,
    "(-8)^0.5": NUM,
    "1E+300*1E+300": NUM,
    "Isian!D1+1": DIV,
    'Isian!D1&"x"': DIV,
    "Isian!D1=1": DIV,
    '"abc"*1': VALUE,
    "Isian!A4+1": VALUE,
    "-Isian!A4": VALUE,
    "0.1+0.2-0.3": 0.0,
    "1.1-1": 0.1,
    "83.57-76.5=7.07": False,
    "ROUND(83.57-76.5,2)=7.07": True,
    # blanks
    "Isian!A3": 0.0,
    "Isian!A3+1": 1.0,
    'Isian!A3&"z"': "z",
    "Isian!A3=0": True,
    'Isian!A3=""': True,
    "Isian!A3=FALSE": True,
    "Isian!A3=Isian!B8": True,
    "Isian!A3<1": True,
    'Isian!A3<"a"': True,
    "IF(TRUE,Isian!A3,9)": 0.0,
    'IF(Isian!A3,"t","f")': "f",
    "INDEX(Isian!A1:A8,3)": 0.0,
    'INDEX(Isian!A1:A8,3)&""': "",
    "LEN(Isian!A3)": 0.0,
    # comparison
    "0.1+0.2=0.3": True,
    "(43.1-43.2)+1<1": True,
    '"kecamatan"="KECAMATAN"': True,
    '"a"<"b"': True,
    '"abc">5': True,
    "TRUE>9": True,
    'FALSE>"z"': True,
    '"5"=5': False,
    "1<>2": True,
    "2>=2": True,
    "2<=1": False,
    # text
    '1/3&""': "0.333333333333333",
    '(0.1+0.2)&""': "0.3",
    '95.5&"%"': "95.5%",
    '100&""': "100",
    '-0.5&""': "-0.5",
    '(0*-5)&""': "0",
    '0.00001&""': "0.00001",
    '1/3000000&""': "3.33333333333333E-07",
    '1E+20&""': "100000000000000000000",
    '12345678.25&""': "12345678.25",
    'TRUE&""': "TRUE",
    '"kata ""kutip"""': 'kata "kutip"',
    'CONCATENATE("a",1,TRUE,Isian!A3)': "a1TRUE",
    'SUBSTITUTE("a.b.c",".",",")': "a,b,c",
    'SUBSTITUTE("a.b.c",".",",",2)': "a.b,c",
    'SUBSTITUTE("a.b.c",".",",",3)': "a.b.c",
    'SUBSTITUTE("aA","a","x")': "xA",
    'LEFT("Ende",2)': "En",
    'LEFT("Ende")': "E",
    'LEFT("Ende",9)': "Ende",
    'LEFT("Ende",-1)': VALUE,
    'RIGHT("Ende",3)': "nde",
    'RIGHT("Ende",0)': "",
    'MID("kecamatan",3,2)': "ca",
    'MID("kecamatan",20,2)': "",
    'MID("kecamatan",0,2)': VALUE,
    'LEN("a b ")': 4.0,
    "LEN(Isian!A1)": 2.0,
    'TRIM("  a   b ")': "a b",
    'UPPER("Camat 1")': "CAMAT 1",
    'LOWER("Camat")': "camat",
    "CHAR(65)": "A",
    '"a"&CHAR(10)&"b"': "a\nb",
    "CHAR(0)": VALUE,
    'REPT("ab",3)': "ababab",
    'REPT("ab",2.9)': "abab",
    'REPT("",5)': "",
    'REPT("x",-1)': VALUE,
    "FIXED(20198106.4,0,FALSE)": "20,198,106",
    "FIXED(1234.567,2,TRUE)": "1234.57",
    "FIXED(1234.567)": "1,234.57",
    "FIXED(92.355,2)": "92.36",
    "FIXED(1.005,2)": "1.01",
    "FIXED(-1234.565,2)": "-1,234.57",
    "FIXED(0.5,0)": "1",
    "FIXED(5,3)": "5.000",
    "FIXED(-0.001,2)": "0.00",
    "FIXED(66945/1000,2)": "66.95",
    "FIXED(ROUND(66945/1000,2),2)": "66.95",
    "FIXED(1250,-2)": "1,300",
    'SUBSTITUTE(FIXED(27006382,0,FALSE),",",".")': "27.006.382",
    # rounding
    "ROUND(2.5,0)": 3.0,
    "ROUND(-2.5,0)": -3.0,
    "ROUND(1.005,2)": 1.01,
    "ROUND(2.675,2)": 2.68,
    "ROUND(92.355,2)": 92.36,
    "ROUND(Isian!A8,2)": 92.36,
    "ROUND(5.015,2)": 5.02,
    "ROUND(0.285,2)": 0.29,
    "ROUND(1250,-2)": 1300.0,
    "ROUND(149,-2)": 100.0,
    "ROUND(5,-3)": 0.0,
    "ROUND(1.23456789,20)": 1.23456789,
    "ROUND(AVERAGE(92.35,92.36),2)": 92.36,
    "ROUND(48/52*100,2)": 92.31,
    "ABS(-3.5)": 3.5,
    "INT(2.9)": 2.0,
    "INT(-2.5)": -3.0,
    "MOD(-3,2)": 1.0,
    "MOD(3,-2)": -1.0,
    "MOD(5.5,2)": 1.5,
    "MOD(1,0)": DIV,
    # conditions
    "IF(FALSE,1)": False,
    "IF(2,1,0)": 1.0,
    "IF(TRUE,1,Isian!D1)": 1.0,
    "IF(Isian!D1>1,1,2)": DIV,
    'IF("teks",1,2)': VALUE,
    'IF(Isian!A3=0,IF(Isian!A1>40,"ya","tidak"),"?")': "ya",
    "AND(TRUE,1,Isian!A1)": True,
    "AND(TRUE,0)": False,
    'AND("a",TRUE)': VALUE,
    "AND(Isian!A1:A8)": False,
    "AND(Isian!B1:B3)": VALUE,
    "OR(FALSE,0)": False,
    "OR(Isian!A1:A8)": True,
    "OR(TRUE,Isian!D1>1)": DIV,
    "NOT(Isian!A3)": True,
    "NOT(5)": False,
    'CHOOSE(2,"a","b")': "b",
    "CHOOSE(1,5,Isian!D1)": 5.0,
    "CHOOSE(3,1,2)": VALUE,
    'IFERROR(1/0,"-")': "-",
    'IFERROR(7,"-")': 7.0,
    "IFERROR(Isian!A3,9)": 0.0,
    "ISNUMBER(Isian!A1)": True,
    "ISNUMBER(Isian!A3)": False,
    "ISNUMBER(Isian!A5)": False,
    "ISTEXT(Isian!A4)": True,
    "ISTEXT(Isian!B4)": True,
    "ISTEXT(Isian!A3)": False,
    "ISBLANK(Isian!A3)": True,
    "ISBLANK(Isian!B4)": False,
    "ISBLANK(INDEX(Isian!A1:A8,3))": True,
    "ISBLANK(Isian!A6)": False,
    "ISERROR(Isian!D1)": True,
    "ISERROR(Isian!A4)": False,
    # many values
    "SUM(Isian!A1:A8)": 48 + 52 - 2.5 + 92.355,
    "SUM(Isian!A5)": 0.0,
    "SUM(TRUE,1)": 2.0,
    "SUM(Isian!A1,Isian!A4,3)": 51.0,
    "SUM(Isian!B1:B8)": 0.0,
    "SUM(Isian!D1:D3)": DIV,
    "SUM(INDEX(Isian!A1:A8,5),1)": 1.0,
    "SUM(IF(TRUE,Isian!A5,Isian!A1),1)": 1.0,
    "SUM(IF(TRUE,Isian!A4,0),1)": 1.0,
    "MIN(IF(TRUE,Isian!A3,0),5)": 5.0,
    "MIN(CHOOSE(2,Isian!A3,7),9)": 7.0,
    "SUM(CHOOSE(1,Isian!C1:C2),1)": 31.0,
    'SUM("a",1)': VALUE,
    "SUM(IF(Isian!D1,1,2))": DIV,
    "COUNT(Isian!A1:A8)": 5.0,
    "COUNT(Isian!D1:D3)": 2.0,
    "COUNT(1,TRUE,Isian!A5)": 2.0,
    "COUNTA(Isian!A1:A8)": 7.0,
    "COUNTA(Isian!B1:B8)": 7.0,
    "COUNTA(Isian!D1:D8)": 3.0,
    "COUNTBLANK(Isian!A1:A8)": 1.0,
    "COUNTBLANK(Isian!B1:B8)": 2.0,
    "AVERAGE(Isian!C1:C8)": 45.0,
    "AVERAGE(Isian!A1:A5)": 50.0,
    "AVERAGE(Isian!B1:B8)": DIV,
    "AVERAGE(48/52,1)": (48 / 52 + 1) / 2,
    "MIN(Isian!A1:A8)": -2.5,
    "MAX(Isian!A1:A8)": 92.355,
    "MAX(Isian!B1:B8)": 0.0,
    "MIN(Isian!A3)": 0.0,
    "MIN(120,Isian!A8)": 92.355,
    "MAX(Isian!D1:D3)": DIV,
    # criteria
    'COUNTIF(Isian!B1:B8,"x")': 3.0,
    'COUNTIF(Isian!B1:B8,"<>")': 7.0,
    'COUNTIF(Isian!A1:A8,"<>")': 7.0,
    'COUNTIF(Isian!B1:B8,"")': 2.0,
    'COUNTIF(Isian!A1:A8,"")': 1.0,
    'COUNTIF(Isian!B1:B8,"=")': 1.0,
    'COUNTIF(Isian!B1:B8,"<>x")': 5.0,
    'COUNTIF(Isian!B1:B8,"y*")': 2.0,
    'COUNTIF(Isian!B1:B8,"y?")': 1.0,
    'COUNTIF(Isian!B1:B8,"z~*")': 1.0,
    "COUNTIF(Isian!A1:A8,0)": 1.0,
    "COUNTIF(Isian!A1:A8,48)": 1.0,
    "COUNTIF(Isian!A1:A8,Isian!A3)": 1.0,
    "COUNTIF(Isian!A1:A8,TRUE)": 1.0,
    'COUNTIF(Isian!A1:A8,">5")': 3.0,
    'COUNTIF(Isian!A1:A8,">="&Isian!A2)': 2.0,
    'COUNTIF(Isian!A1:A8,"<0")': 1.0,
    'COUNTIF(Isian!A1:A8,"<=0")': 2.0,
    'COUNTIF(Isian!A1:A8,"<>0")': 7.0,
    'COUNTIF(Isian!D1:D3,">0")': 2.0,
    'SUMIF(Isian!B1:B8,"x",Isian!C1:C8)': 100.0,
    'SUMIF(Isian!C1:C8,">50")': 210.0,
    'SUMIF(Isian!B1:B8,"x",Isian!A1:A8)': 48.0,
    'SUMIF(Isian!B1:B3,"x",Isian!D1:D3)': DIV,
    'SUMIF(Isian!B1:B3,"y",Isian!D1:D3)': 3.0,
    'SUMIFS(Isian!C1:C8,Isian!B1:B8,"x",Isian!C1:C8,">10")': 90.0,
    'SUMIFS(Isian!C1:C8,Isian!B1:B8,"tidak ada")': 0.0,
    'AVERAGEIF(Isian!B1:B8,"x",Isian!C1:C8)': 100 / 3,
    'AVERAGEIF(Isian!B1:B8,"x",Isian!A1:A8)': 24.0,
    'AVERAGEIF(Isian!B1:B8,"q",Isian!C1:C8)': DIV,
    'AVERAGEIF(Isian!C1:C8,">=70")': 75.0,
    # column by column
    'SUMPRODUCT((Isian!B1:B8="x")*Isian!C1:C8)': 100.0,
    "SUMPRODUCT(Isian!C1:C2,Isian!C3:C4)": 1100.0,
    "SUMPRODUCT(Isian!A1:A8)": 48 + 52 - 2.5 + 92.355,
    'SUMPRODUCT((Isian!B1:B8="x")*Isian!A1:A8)': VALUE,
    'SUMPRODUCT((Isian!B1:B3="x")*Isian!A1:A3)': 48.0,
    "SUMPRODUCT(Isian!A1:A8*1)": VALUE,
    'SUMPRODUCT((Isian!B1:B8="x")*1,Isian!A1:A8)': 48.0,
    "SUMPRODUCT(ISNUMBER(Isian!A1:A8)*Isian!C1:C8)": 10 + 20 + 60 + 70 + 80.0,
    "SUMPRODUCT(ISTEXT(Isian!A1:A8)*1)": 1.0,
    "SUMPRODUCT(ABS(Isian!D2:D3-Isian!C1:C2))": 23.0,
    "SUMPRODUCT((Isian!C1:C8>20)*(Isian!C1:C8<60)*Isian!C1:C8)": 120.0,
    "SUMPRODUCT(-Isian!C1:C2)": -30.0,
    "SUMPRODUCT(Isian!D1:D3*2)": DIV,
    "SUMPRODUCT((Isian!C1:C8+SUM(Isian!D2:D3))*1)": 416.0,
    "SUMPRODUCT(3,4)": 12.0,
    # places
    "INDEX(Isian!C1:C8,5)": 50.0,
    "INDEX(Isian!C1:C8,2.9)": 20.0,
    "INDEX(Isian!A1:C8,2,3)": 20.0,
    "INDEX('Bukti Dukung'!A3:D3,3)": 15.0,
    "INDEX(Isian!C1:C8,9)": REF,
    "INDEX(Isian!C1:C8,-1)": VALUE,
    "INDEX(Isian!C1:C8,Isian!D1)": DIV,
    "INDEX(Isian!C1:C8,Isian!D2)": 30.0,
    'MATCH("Y",Isian!B1:B8,0)': 2.0,
    'MATCH("y?",Isian!B1:B8,0)': 7.0,
    "MATCH(40,Isian!C1:C8,0)": 4.0,
    "MATCH(41,Isian!C1:C8,0)": NA,
    "MATCH(10,'Bukti Dukung'!A3:D3,0)": 2.0,
    'INDEX(Isian!C1:C8,MATCH("yy",Isian!B1:B8,0))': 70.0,
}

# LibreOffice 7.4 answers these differently from what Excel documents.
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
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("judge")
    written = folder / "kasus.xlsx"
    write_cases(written)
    recalculating_profile(folder / "profile")
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML"),
            *("--outdir", str(folder / "out")),
            str(written),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return read_cases(folder / "out" / "kasus.xlsx")


def recalculating_profile(profile: Path) -> None:
    """LibreOffice trusts the values it finds in a file unless its profile says otherwise."""
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
        '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'
        '<item oor:path="/org.openoffice.Setup/L10N">'
        '<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>'
        "</oor:items>",
        encoding="utf-8",
    )


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
