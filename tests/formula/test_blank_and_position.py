"""What a blank criterion means, the first fault of a function, and where a node stands."""

import pytest

from iku.cells import ErrorValue, Value
from iku.formula import Recalculation, parse
from iku.formula.criteria import criterion
from iku.formula.rounding import round_half_up
from iku.formula.skeleton import skeleton

COLUMN: dict[tuple[str, int, int], Value] = {
    ("Isian", 1, 1): 0.0,
    ("Isian", 2, 1): 1.0,
    ("Isian", 3, 1): 1.0,
    ("Isian", 4, 1): "",
}


def value(formula: str) -> Value:
    return Recalculation(COLUMN, {("Hasil", 1, 1): formula}).value("Hasil", 1, 1)


def test_a_criterion_that_is_a_blank_cell_counts_zeros() -> None:
    assert value("COUNTIF(Isian!A1:A4,Isian!A9)") == 1.0
    assert [criterion(None)(one) for one in (0.0, 1.0, "", None)] == [True, False, False, False]


@pytest.mark.parametrize(
    ("formula", "answer"),
    [
        ("TRUE=1<2", False),  # from the left: FALSE is not below 2
        ("ROUND(2.345,1)", 2.3),
        ("ROUND(1/0,1)", ErrorValue("#DIV/0!")),
        ('ROUND("a",1/0)', ErrorValue("#VALUE!")),  # the first fault is the answer
    ],
)
def test_a_function_answers_with_its_result_or_the_first_fault(formula: str, answer: Value) -> None:
    assert value(formula) == answer


def test_where_a_part_stands_tells_its_place_and_plays_no_part_in_what_it_is() -> None:
    close, apart = parse("1+2"), parse("1   +   2")

    assert (close.position, apart.position) == (1, 4)
    assert close == apart
    assert repr(close) == repr(apart)
    assert "position" not in repr(close)


@pytest.mark.parametrize(
    ("address", "there"),
    [("XFD1", True), ("A1048576", True), ("XFE1", False), ("A1048577", False), ("A1:XFE1", False)],
)
def test_a_cell_beyond_the_last_row_or_column_of_a_sheet_is_none(
    address: str, *, there: bool
) -> None:
    assert (skeleton(address) is not None) == there


@pytest.mark.parametrize("places", [0, 1, 2])
def test_a_whole_number_is_rounded_to_itself_however_many_digits_it_has(places: int) -> None:
    assert round_half_up(2.0**53, places) == 2.0**53
