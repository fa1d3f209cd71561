"""Functions of single values. Each may also stand over a range inside SUMPRODUCT."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula.coercion import (
    DIVISION_BY_ZERO,
    LONGEST_CELL_TEXT,
    NOT_A_NUMBER,
    NOT_A_VALUE,
    condition,
    number,
    text,
    whole,
)
from iku.formula.operators import join
from iku.formula.rounding import fixed_text, round_half_up

Coercion: TypeAlias = Callable[[Value], Value]

MOST_ARGUMENTS = 255  # of any function, in Excel
_MOST_PLACES = 127
_CHARACTER_CODES = range(1, 256)


@dataclass(frozen=True, slots=True)
class ScalarFunction:
    """A function of values, and how many it takes."""

    run: Callable[..., Value]
    fewest: int
    most: int


def _taking(*coercions: Coercion, optional: int = 0) -> Callable[..., ScalarFunction]:
    """Return a decorator that coerces the arguments, where the first error is the answer."""

    def declare(function: Callable[..., Value]) -> ScalarFunction:
        def run(*values: Value) -> Value:
            taken = []
            for coerce, value in zip(coercions, values, strict=False):
                found = coerce(value)
                if isinstance(found, ErrorValue):
                    return found
                taken.append(found)
            return function(*taken)

        return ScalarFunction(run, len(coercions) - optional, len(coercions))

    return declare


@_taking(number, number)
def _remainder(dividend: float, divisor: float) -> Value:
    if divisor == 0:
        return DIVISION_BY_ZERO
    quotient = dividend / divisor
    if not math.isfinite(quotient):
        return NOT_A_NUMBER
    return dividend - divisor * math.floor(quotient)


@_taking(number, whole, condition, optional=2)
def _fixed(value: float, places: int = 2, no_commas: bool = False) -> Value:  # noqa: FBT001, FBT002
    if places > _MOST_PLACES:
        return NOT_A_VALUE
    return fixed_text(value, places, grouped=not no_commas)


@_taking(text, text, text, whole, optional=1)
def _substitute(value: str, old: str, new: str, instance: int | None = None) -> Value:
    if instance is not None and instance < 1:
        return NOT_A_VALUE
    if not old:
        return value
    if instance is None:
        return value.replace(old, new)
    pieces = value.split(old)
    if len(pieces) <= instance:
        return value
    return old.join(pieces[:instance]) + new + old.join(pieces[instance:])


@_taking(text, whole, optional=1)
def _left(value: str, count: int = 1) -> Value:
    return NOT_A_VALUE if count < 0 else value[:count]


@_taking(text, whole, optional=1)
def _right(value: str, count: int = 1) -> Value:
    return NOT_A_VALUE if count < 0 else value[max(len(value) - count, 0) :]


@_taking(text, whole, whole)
def _middle(value: str, start: int, count: int) -> Value:
    return NOT_A_VALUE if start < 1 or count < 0 else value[start - 1 : start - 1 + count]


@_taking(text, whole)
def _repeat(value: str, count: int) -> Value:
    if count < 0 or len(value) * count > LONGEST_CELL_TEXT:
        return NOT_A_VALUE
    return value * count if value else ""


@_taking(whole)
def _character(code: int) -> Value:
    if code not in _CHARACTER_CODES:
        return NOT_A_VALUE
    return bytes([code]).decode("cp1252", errors="replace")


def _concatenate(*values: Value) -> Value:
    empty: Value = ""
    return reduce(join, values, empty)


def _trim(value: str) -> Value:
    return re.sub(" +", " ", value).strip(" ")


SCALAR_FUNCTIONS: dict[str, ScalarFunction] = {
    "ABS": _taking(number)(abs),
    "CHAR": _character,
    "CONCATENATE": ScalarFunction(_concatenate, 1, MOST_ARGUMENTS),
    "FIXED": _fixed,
    "INT": _taking(number)(lambda value: float(math.floor(value))),
    "ISBLANK": ScalarFunction(lambda value: value is None, 1, 1),
    "ISERROR": ScalarFunction(lambda value: isinstance(value, ErrorValue), 1, 1),
    "ISNUMBER": ScalarFunction(lambda value: type(value) is float, 1, 1),
    "ISTEXT": ScalarFunction(lambda value: isinstance(value, str), 1, 1),
    "LEFT": _left,
    "LEN": _taking(text)(lambda value: float(len(value))),
    "LOWER": _taking(text)(str.lower),
    "MID": _middle,
    "MOD": _remainder,
    "NOT": _taking(condition)(lambda value: not value),
    "REPT": _repeat,
    "RIGHT": _right,
    "ROUND": _taking(number, whole)(round_half_up),
    "SUBSTITUTE": _substitute,
    "TRIM": _taking(text)(_trim),
    "UPPER": _taking(text)(str.upper),
}
