"""A whole workbook recalculated: what is refused, circles, long chains, speed."""

import time

import pytest

from iku.cells import Value
from iku.formula import (
    ALLOWED_FUNCTIONS,
    CircularReferenceError,
    FormulaError,
    Place,
    Recalculation,
    compile_formula,
)


def test_formulas_see_constants_and_each_other_whatever_their_order() -> None:
    book = Recalculation(
        {("Isian", 1, 1): 48, ("Isian", 2, 1): 52},
        {("Capaian", 1, 2): "ROUND(A1,2)", ("Capaian", 1, 1): "Isian!A1/Isian!A2*100"},
    )
    assert book.all_formula_values() == {
        ("Capaian", 1, 2): 92.31,
        ("Capaian", 1, 1): 48 / 52 * 100,
    }
    assert book.value("Isian", 1, 1) == 48.0
    assert book.value("Isian", 9, 9) is None


def test_a_formula_wins_over_a_constant_of_the_same_cell() -> None:
    book = Recalculation({("S", 1, 1): 5.0}, {("S", 1, 1): "1+1"})
    assert book.value("S", 1, 1) == 2.0


def test_whole_numbers_count_as_numbers() -> None:
    book = Recalculation({("S", 1, 1): 5, ("S", 2, 1): True}, {("S", 1, 2): "COUNT(A1:A2)"})
    assert book.value("S", 1, 2) == 1.0
    assert type(book.value("S", 1, 1)) is float
    assert book.value("S", 2, 1) is True


@pytest.mark.parametrize(
    "formula",
    [
        'TEXT(S!A1,"0")',
        'INDIRECT("A1")',
        "batas+1",
        "S!A1:A3+1",
        "IF(S!A1:A3=1,1,2)",
        "SUM((S!A1:A3=1)*S!B1:B3)",
        "SUMPRODUCT(S!A1:A3*S!B1:B2)",
        "SUMPRODUCT(S!A1:A3,S!B1:B2)",
        "SUMIF(S!A1:A3,1,S!B1:B2)",
        "SUMIFS(S!A1:A3,S!A1:A3)",
        "COUNTIF(1,1)",
        'COUNTBLANK("")',
        "SUM(S!A1:Z9999)",
        "INDEX(S!A1:B3,2)",
        "INDEX(S!A1,1)",
        "MATCH(1,S!A1:A3,1)",
        "MATCH(1,S!A1:B3,0)",
        "1E999",
        "A1",
        "ROUND(1)",
    ],
)
def test_what_excel_might_take_another_way_is_refused_when_compiled(formula: str) -> None:
    with pytest.raises(FormulaError):
        compile_formula(formula)


def test_an_unknown_function_anywhere_in_a_workbook_is_refused_before_anything_is_computed() -> (
    None
):
    with pytest.raises(FormulaError, match="HYPERLINK"):
        Recalculation({}, {("S", 1, 1): "IF(TRUE,1,HYPERLINK(1))"})


def test_a_sheet_that_does_not_exist_is_refused() -> None:
    with pytest.raises(FormulaError, match="Iisan"):
        Recalculation({("Isian", 1, 1): 1.0}, {("Isian", 2, 1): "Iisan!A1"})


def test_the_allowed_functions_are_all_upper_case_and_hold_none_that_moves() -> None:
    assert all(name == name.upper() for name in ALLOWED_FUNCTIONS)
    assert not ALLOWED_FUNCTIONS & {"INDIRECT", "OFFSET", "NOW", "TODAY", "TEXT"}


def test_a_compiled_formula_is_remembered_by_its_text_and_sheet() -> None:
    assert compile_formula("A1+1", "S") is compile_formula("A1+1", "S")
    assert compile_formula("A1+1", "S") is not compile_formula("A1+1", "T")
    assert compile_formula("A1+SUM(Isian!B2:B9)", "S").sheets == {"S", "Isian"}


def test_a_circle_is_named() -> None:
    book = Recalculation({}, {("S", 1, 1): "A2", ("S", 2, 1): "A3", ("S", 3, 1): "A2+1"})
    with pytest.raises(CircularReferenceError) as caught:
        book.value("S", 1, 1)
    assert caught.value.cells == (("S", 2, 1), ("S", 3, 1), ("S", 2, 1))


def test_a_formula_that_reads_itself_is_a_circle() -> None:
    with pytest.raises(CircularReferenceError):
        Recalculation({}, {("S", 1, 1): "SUM(A1:A3)"}).all_formula_values()


def test_a_branch_that_is_not_taken_makes_no_circle() -> None:
    book = Recalculation({}, {("S", 1, 1): "IF(TRUE,5,A2)", ("S", 2, 1): "A1"})
    assert book.value("S", 2, 1) == 5.0


@pytest.mark.parametrize("length", [50, 700, 3000])
def test_a_chain_of_any_length_is_computed(length: int) -> None:
    chain = {("S", row, 1): f"IF(A{row + 1}>=0,A{row + 1}+1,0)" for row in range(1, length)}
    book = Recalculation({("S", length, 1): 1.0}, chain)
    assert book.value("S", 1, 1) == length


def test_a_long_circle_is_still_a_circle() -> None:
    circle = {("S", row, 1): f"A{row % 500 + 1}+1" for row in range(1, 501)}
    with pytest.raises(CircularReferenceError):
        Recalculation({}, circle).value("S", 1, 1)


def test_a_book_answers_again_after_a_circle() -> None:
    book = Recalculation({}, {("S", 1, 1): "A1", ("S", 2, 1): "1+1"})
    with pytest.raises(CircularReferenceError):
        book.value("S", 1, 1)
    assert book.value("S", 2, 1) == 2.0


def test_a_thousand_simple_formulas_take_no_time_that_anyone_notices() -> None:
    constants: dict[Place, Value] = {("Isian", row, 5): float(row) for row in range(1, 1001)}
    formulas = {
        ("Capaian", row, 1): (
            f'IF(ISBLANK(INDEX(Isian!$E$1:$E$1000,{row})),"",INDEX(Isian!$E$1:$E$1000,{row})/2)'
        )
        for row in range(1, 1001)
    }
    Recalculation(constants, formulas)
    started = time.process_time()
    values = Recalculation(constants, formulas).all_formula_values()
    elapsed = time.process_time() - started
    assert sum(value for value in values.values() if isinstance(value, float)) == 250_250.0
    assert elapsed < 0.15, elapsed  # about 0.01 s on an idle machine
