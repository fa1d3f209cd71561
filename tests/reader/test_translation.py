"""A shared formula is written once; every other cell reads it moved."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from iku.address import a1
from workbook_reader.translation import translate


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("A1+$A1+A$1+$A$1", "C2+$A2+C$1+$A$1"),
        ("SUM(B2:C3,D:E,4:5,$F:G)", "SUM(D3:E4,F:G,5:6,$F:I)"),
        ('\'TW1 A1\'!B2&"A1 ""B2"""', '\'TW1 A1\'!D3&"A1 ""B2"""'),
        ("'Jum''at A1'!B2", "'Jum''at A1'!D3"),
        ("TW1!A1+Lembar2!A1", "TW1!C2+Lembar2!C2"),
        ("LOG10(A1)+ATAN2(B1,1E5)", "LOG10(C2)+ATAN2(D2,1E5)"),
        ("isian.a1.TW1+_A1+A1.b+x.B2", "isian.a1.TW1+_A1+A1.b+x.B2"),
        ("IKU2026+XFE1+ZZZ9", "IKW2027+XFE1+ZZZ9"),
        ("Tabel[[#This Row],[A1]]+[1]Isian!A1", "Tabel[[#This Row],[A1]]+[1]Isian!C2"),
        ("IF(A1=#N/A,#REF!,{1,2;3,4})", "IF(C2=#N/A,#REF!,{1,2;3,4})"),
        ("a1*-B2%", "C2*-D3%"),
        ("A1048576+XFD1", "#REF!+#REF!"),
        ("XFC1:XFD2", "#REF!:#REF!"),
        ("WFD:XFD", "#REF!"),
        ("nilai_é1+Ä1", "nilai_é1+Ä1"),
    ],
)
def test_a_formula_moved_one_row_down_and_two_columns_right(formula: str, moved: str) -> None:
    assert translate(formula, 1, 2) == moved


def test_nothing_moves_up_or_left_of_the_sheet() -> None:
    assert translate("A1+B2+$A2", -1, -1) == "#REF!+A1+$A1"


REFERENCE = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "$"]),
    st.sampled_from(["C", "Z", "AA", "BZ", "IKU"]),
    st.sampled_from(["", "$"]),
    st.integers(10, 5000),
)
PIECE = st.one_of(
    REFERENCE,
    st.builds("{}:{}".format, REFERENCE, REFERENCE),
    st.sampled_from(['"A1 ""B2"', "'TW1 C3'!D14", "SUM(E15,1.5)", "kunci.a1", "LOG10(12)", "$C:E"]),
)
FORMULAS = st.lists(PIECE, min_size=1, max_size=6).map("+".join)


@given(FORMULAS, st.integers(-5, 50), st.integers(-2, 40))
def test_it_agrees_with_openpyxl(formula: str, rows: int, columns: int) -> None:
    theirs = Translator("=" + formula, "D20").translate_formula(a1(20 + rows, 4 + columns))

    assert translate(formula, rows, columns) == theirs[1:]


@given(FORMULAS, st.integers(0, 50), st.integers(0, 40))
def test_there_and_back_is_where_it_was(formula: str, rows: int, columns: int) -> None:
    assert translate(translate(formula, rows, columns), -rows, -columns) == formula


@given(st.text(alphabet="A1$:'\"[]!.+(é", max_size=30))
def test_no_text_whatever_makes_it_stumble(formula: str) -> None:
    moved = translate(formula, 1, 1)

    assert re.sub(r"[A-Z0-9#RF!]", "", moved) == re.sub(r"[A-Z0-9#RF!]", "", formula)
