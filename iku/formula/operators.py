"""What the operators of a formula do with two values."""

import math
from collections.abc import Callable
from typing import TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula.coercion import (
    DIVISION_BY_ZERO,
    LONGEST_CELL_TEXT,
    NOT_A_NUMBER,
    NOT_A_VALUE,
    equal,
    less,
    number,
    text,
)

Operation: TypeAlias = Callable[[Value, Value], Value]

# Two numbers that agree this far leave no remainder when one is taken from the other. Excel looks
# at the last operation of a formula only, LibreOffice at all; the rest is below any rounding.
_NEGLIGIBLE = 2.0**-48


def arithmetic(calculate: Callable[[float, float], float | ErrorValue]) -> Operation:
    """Return the operation on any two values: errors pass through, too large is #NUM!."""

    def operate(left: Value, right: Value) -> Value:
        first = left if type(left) is float else number(left)
        if isinstance(first, ErrorValue):
            return first
        second = right if type(right) is float else number(right)
        if isinstance(second, ErrorValue):
            return second
        result = calculate(first, second)
        if isinstance(result, ErrorValue):
            return result
        return result + 0.0 if math.isfinite(result) else NOT_A_NUMBER  # never minus zero

    return operate


def comparison(decide: Callable[[Value, Value], bool]) -> Operation:
    """Return the operation on any two values: errors pass through."""

    def operate(left: Value, right: Value) -> Value:
        if isinstance(left, ErrorValue):
            return left
        if isinstance(right, ErrorValue):
            return right
        return decide(left, right)

    return operate


def negate(value: Value) -> Value:
    """Return the value of a minus sign before ``value``."""
    found = number(value)
    return found if isinstance(found, ErrorValue) else 0.0 - found


def join(left: Value, right: Value) -> Value:
    """Return the two values as one text."""
    first, second = text(left), text(right)
    if isinstance(first, ErrorValue):
        return first
    if isinstance(second, ErrorValue):
        return second
    joined = first + second
    return joined if len(joined) <= LONGEST_CELL_TEXT else NOT_A_VALUE


def _add(left: float, right: float) -> float:
    total = left + right
    return 0.0 if abs(total) < _NEGLIGIBLE * abs(left) else total


def _subtract(left: float, right: float) -> float:
    return _add(left, -right)


def _divide(left: float, right: float) -> float | ErrorValue:
    return left / right if right else DIVISION_BY_ZERO


def _power(base: float, exponent: float) -> float | ErrorValue:
    if base == 0 and exponent <= 0:
        return DIVISION_BY_ZERO if exponent else NOT_A_NUMBER
    if base < 0 and not exponent.is_integer():
        return NOT_A_NUMBER
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return NOT_A_NUMBER


OPERATIONS: dict[str, Operation] = {
    "+": arithmetic(_add),
    "-": arithmetic(_subtract),
    "*": arithmetic(lambda left, right: left * right),
    "/": arithmetic(_divide),
    "^": arithmetic(_power),
    "&": join,
    "=": comparison(equal),
    "<>": comparison(lambda left, right: not equal(left, right)),
    "<": comparison(less),
    ">": comparison(lambda left, right: less(right, left)),
    "<=": comparison(lambda left, right: not less(right, left)),
    ">=": comparison(lambda left, right: not less(left, right)),
}
