"""What holds for every formula and every number."""

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from iku.formula import (
    Binary,
    Call,
    FormulaError,
    Name,
    Node,
    Number,
    Recalculation,
    Unary,
    names_in,
    parse,
    round_half_up,
)

NAMES = st.sampled_from(["tepat", "masuk", "jumlah_rt", "a_1"])
NUMBERS = st.decimals(min_value=0, max_value=10**6, places=2).map(lambda number: f"{number:f}")
LEAVES: st.SearchStrategy[Node] = st.one_of(NAMES.map(Name), NUMBERS.map(Number))


def larger(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    calls = st.tuples(
        st.sampled_from(["SUM", "AVERAGE", "MIN", "MAX"]),
        st.lists(parts, min_size=1, max_size=3).map(tuple),
    )
    return st.one_of(
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/"]), parts, parts),
        st.builds(Unary, st.just("-"), parts),
        calls.map(lambda call: Call(call[0], call[1])),
    )


TREES = st.recursive(LEAVES, larger, max_leaves=12)


def written(node: Node) -> str:
    """Write a tree with every parenthesis that could be needed."""
    match node:
        case Number(text):
            return text
        case Name(name):
            return name
        case Unary(operator, operand):
            return f"{operator}({written(operand)})"
        case Binary(operator, left, right):
            return f"({written(left)}) {operator} ({written(right)})"
        case Call(function, arguments):
            return f"{function}({', '.join(map(written, arguments))})"
        case _:
            raise AssertionError(node)


def exact(node: Node) -> Fraction:
    match node:
        case Number(text):
            return Fraction(text)
        case Unary(_, operand):
            return -exact(operand)
        case Binary(operator, left, right):
            first, second = exact(left), exact(right)
            return {
                "+": lambda: first + second,
                "-": lambda: first - second,
                "*": lambda: first * second,
                "/": lambda: first / second,
            }[operator]()
        case _:
            raise AssertionError(node)


@given(TREES)
@settings(max_examples=150, deadline=None)
def test_a_written_tree_is_read_back_as_itself(tree: Node) -> None:
    assert parse(written(tree)) == tree
    assert set(names_in(tree)) <= {"tepat", "masuk", "jumlah_rt", "a_1"}


@given(st.text(alphabet="ab1E$!:'\"().,+-*/^&=<> ;%_", max_size=25))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    assert 0 <= place_of_fault(text) <= len(text)


def place_of_fault(text: str) -> int:
    try:
        parse(text)
    except FormulaError as error:
        return error.position
    return 0


POSITIVE = st.integers(1, 10**6).map(lambda number: Number(str(number)))
SUMS = st.recursive(
    POSITIVE,
    lambda parts: st.builds(Binary, st.sampled_from(["+", "*", "/"]), parts, parts),
    max_leaves=8,
)


@given(SUMS)
@settings(max_examples=150, deadline=None)
def test_arithmetic_agrees_with_exact_fractions(tree: Node) -> None:
    value = Recalculation({}, {("S", 1, 1): written(tree)}).value("S", 1, 1)
    assert isinstance(value, float)
    assert math.isclose(value, float(exact(tree)), rel_tol=1e-12)


@given(st.integers(-(10**9), 10**9), st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=200, deadline=None)
def test_rounding_a_decimal_number_is_rounding_its_digits(
    digits: int, scale: int, places: int
) -> None:
    decimal = Decimal(digits).scaleb(-scale)
    expected = decimal.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert round_half_up(float(decimal), places) == float(expected)
