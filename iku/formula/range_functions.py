"""Functions that reduce many values to one. Text, truth values and blanks of cells do not count."""

import math
from collections.abc import Callable, Iterable, Sequence

from iku.cells import ErrorValue, Value
from iku.formula.coercion import DIVISION_BY_ZERO, NOT_A_NUMBER, NOT_A_VALUE
from iku.formula.criteria import Criterion


def numbers(values: Iterable[Value]) -> list[float] | ErrorValue:
    """Return the numbers among the values, or the first error."""
    found: list[float] = []
    for value in values:
        if type(value) is float:
            found.append(value)
        elif isinstance(value, ErrorValue):
            return value
    return found


def total(values: Iterable[Value]) -> Value:
    """Return SUM; added exactly, so that no Python version or order gives another last digit."""
    found = numbers(values)
    return found if isinstance(found, ErrorValue) else _sum(found)


def mean(values: Iterable[Value]) -> Value:
    """Return AVERAGE, #DIV/0! where there is no number."""
    found = numbers(values)
    if isinstance(found, ErrorValue):
        return found
    if not found:
        return DIVISION_BY_ZERO
    added = _sum(found)
    return added if isinstance(added, ErrorValue) else added / len(found)


def smallest(values: Iterable[Value]) -> Value:
    """Return MIN, 0 where there is no number."""
    found = numbers(values)
    return found if isinstance(found, ErrorValue) else min(found, default=0.0)


def largest(values: Iterable[Value]) -> Value:
    """Return MAX, 0 where there is no number."""
    found = numbers(values)
    return found if isinstance(found, ErrorValue) else max(found, default=0.0)


def count_numbers(values: Iterable[Value]) -> Value:
    """Return COUNT; errors do not count."""
    return float(sum(type(value) is float for value in values))


def count_filled(values: Iterable[Value]) -> Value:
    """Return COUNTA: everything but blanks, so errors and empty texts too."""
    return float(sum(value is not None for value in values))


def count_blank(values: Iterable[Value]) -> Value:
    """Return COUNTBLANK: blanks and empty texts."""
    return float(sum(value is None or value == "" for value in values))


def every(values: Iterable[Value]) -> Value:
    """Return AND of the numbers and truth values; #VALUE! where there is none."""
    return _decided(values, all)


def some(values: Iterable[Value]) -> Value:
    """Return OR of the numbers and truth values; #VALUE! where there is none."""
    return _decided(values, any)


def sum_of_products(columns: Sequence[Sequence[Value]]) -> Value:
    """Return SUMPRODUCT of columns of one length; what is no number counts as 0."""
    products: list[float] = []
    for row in zip(*columns, strict=True):
        product = 1.0
        for value in row:
            if isinstance(value, ErrorValue):
                return value
            product *= value if type(value) is float else 0.0
        products.append(product)
    return _sum(products)


def matching(
    values: Sequence[Value], tests: Sequence[tuple[Sequence[Value], Criterion]]
) -> list[Value]:
    """Return the values at whose places every tested column passes its test."""
    places: Iterable[int] = range(len(values))
    for column, passes in tests:
        places = [place for place in places if passes(column[place])]
    return [values[place] for place in places]


def _sum(found: Sequence[float]) -> float | ErrorValue:
    if not all(map(math.isfinite, found)):
        return NOT_A_NUMBER
    try:
        return math.fsum(found)
    except OverflowError:
        return NOT_A_NUMBER


def _decided(values: Iterable[Value], decide: Callable[[list[bool]], bool]) -> Value:
    found: list[bool] = []
    for value in values:
        if isinstance(value, ErrorValue):
            return value
        if isinstance(value, float | bool):
            found.append(bool(value))
    return decide(found) if found else NOT_A_VALUE
