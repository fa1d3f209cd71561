"""The criteria of COUNTIF and its relatives, and what MATCH takes for equal."""

import operator
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

from iku.cells import Value

Criterion: TypeAlias = Callable[[Value], bool]

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}
_OPERATOR = re.compile(r"<>|>=|<=|=|>|<|")
_NUMBER = re.compile(r"\s*[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*")


@lru_cache(maxsize=1024, typed=True)
def criterion(wanted: Value) -> Criterion:
    """Return the test that a criterion stands for.

    A number or text asks for equality (capitals do not matter, ``*`` and ``?`` are wildcards); a
    text may begin with an operator, as in ``">5"``; ``"<>"`` alone means not blank. A criterion
    that is a blank cell means 0. As in Excel, a text cell that reads like the number equals it.
    """
    if not isinstance(wanted, str):
        return _same(0.0 if wanted is None else wanted)
    match = _OPERATOR.match(wanted)
    sign = match[0] if match else ""
    operand = _read(wanted[len(sign) :])
    if sign in _COMPARISONS:
        return _ordered(_COMPARISONS[sign], operand)
    same = _blank(explicit=sign != "") if operand == "" else _same(operand)
    return (lambda value: not same(value)) if sign == "<>" else same


@lru_cache(maxsize=1024, typed=True)
def exactly(wanted: Value) -> Criterion:
    """Return the test of MATCH: the same type and value; wildcards count in a text."""
    if isinstance(wanted, str):
        return _like(wanted)
    sought = 0.0 if wanted is None else wanted
    return lambda value: type(value) is type(sought) and value == sought


def _read(operand: str) -> float | bool | str:
    if _NUMBER.fullmatch(operand):
        return float(operand)
    return {"TRUE": True, "FALSE": False}.get(operand.upper(), operand)


def _blank(*, explicit: bool) -> Criterion:
    if explicit:
        return lambda value: value is None
    return lambda value: value is None or value == ""


def _same(wanted: Value) -> Criterion:
    if isinstance(wanted, str):
        return _like(wanted)
    if type(wanted) is float:
        return lambda value: _number_in(value) == wanted
    return lambda value: type(value) is type(wanted) and value == wanted


def _number_in(value: Value) -> float | None:
    if type(value) is float:
        return value
    return float(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else None


def _like(pattern: str) -> Criterion:
    if not re.search("[*?~]", pattern):
        folded = pattern.casefold()
        return lambda value: isinstance(value, str) and value.casefold() == folded
    expression = re.compile(_expression(pattern), re.IGNORECASE | re.DOTALL)
    return lambda value: isinstance(value, str) and expression.fullmatch(value) is not None


def _expression(pattern: str) -> str:
    wildcards = {"*": ".*", "?": "."}
    parts = re.findall(r"~[*?~]|.", pattern, re.DOTALL)
    return "".join(wildcards.get(part) or re.escape(part[-1]) for part in parts)


def _ordered(compare: Callable[[Any, Any], bool], bound: float | str) -> Criterion:
    """Return the test of ``>`` and the like, which only values of the bound's own type can pass."""
    if isinstance(bound, str):
        folded = bound.casefold()
        return lambda value: isinstance(value, str) and compare(value.casefold(), folded)
    kind = type(bound)
    return lambda value: type(value) is kind and compare(value, bound)
