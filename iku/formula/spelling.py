"""How the parts of a formula are spelt in Python, for `iku.formula.straight`, and what they may be."""

from dataclasses import dataclass
from typing import TypeAlias

from iku.cells import ErrorValue
from iku.formula import coercion, operators, range_functions
from iku.formula.criteria import criterion
from iku.formula.scalar_functions import SCALAR_FUNCTIONS
from iku.formula.tree import Binary, Call, Node

Kinds: TypeAlias = frozenset[str]

BLANK = frozenset({"blank"})
ERROR = frozenset({"error"})
NUMBER = frozenset({"number"})
TEXT = frozenset({"text"})
TRUTH = frozenset({"truth"})
FULL = ERROR | NUMBER | TEXT | TRUTH

OPERATIONS = {"+": "add", "-": "subtract", "*": "times", "/": "divide", "^": "power", "&": "join"}
SIGNS = {"=": "==", "<>": "!=", "<": "<", ">": ">", "<=": "<=", ">=": ">="}
# Numbers that differ beyond their 15th digit are equal; most differ before, or not at all.
_NUMBERS = {
    "=": "{0} == {1} or equal({0}, {1})",
    "<>": "{0} != {1} and not equal({0}, {1})",
    "<": "{0} < {1} and not equal({0}, {1})",
    ">": "{1} < {0} and not equal({1}, {0})",
    "<=": "not ({1} < {0} and not equal({1}, {0}))",
    ">=": "not ({0} < {1} and not equal({0}, {1}))",
}
_VALUES = {
    "=": "equal({0}, {1})",
    "<>": "not equal({0}, {1})",
    "<": "less({0}, {1})",
    ">": "less({1}, {0})",
    "<=": "not less({1}, {0})",
    ">=": "not less({0}, {1})",
}
ASKED = {
    "ISBLANK": "{} is None",
    "ISERROR": "type({}) is ErrorValue",
    "ISNUMBER": "type({}) is float",
    "ISTEXT": "type({}) is str",
}
JOINED = {"AND": " and ", "OR": " or "}
REDUCED = {
    "AVERAGE": (range_functions.mean, NUMBER | ERROR),
    "COUNT": (range_functions.count_numbers, NUMBER),
    "COUNTA": (range_functions.count_filled, NUMBER),
    "MAX": (range_functions.largest, NUMBER | ERROR),
    "MIN": (range_functions.smallest, NUMBER | ERROR),
    "SUM": (range_functions.total, NUMBER | ERROR),
}
CALLED: dict[str, object] = {
    "ErrorValue": ErrorValue,
    "NOT_A_VALUE": coercion.NOT_A_VALUE,
    "NO_REFERENCE": coercion.NO_REFERENCE,
    "criterion": criterion,
    "condition": coercion.condition,
    "equal": coercion.equal,
    "less": coercion.less,
    "negate": operators.negate,
    "number": coercion.number,
    "whole": coercion.whole,
    **{name: operators.OPERATIONS[sign] for sign, name in OPERATIONS.items()},
    **{f"of_{name}": function.run for name, function in SCALAR_FUNCTIONS.items()},
    **{f"of_{name}": reduce for name, (reduce, _) in REDUCED.items()},
}
"""What the functions that are written call by name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value in a variable, and what it may be; ``small`` is a whole number, and no large one."""

    code: str
    kinds: Kinds
    small: bool = False


def compared(sign: str, left: Term, right: Term, folded: str | None) -> str:
    """Return the condition that two values stand in this relation; neither is an error.

    ``folded`` is the variable of the right one in small letters, where that is a text.
    """
    pair = left.code, right.code
    if left.small and right.small:
        return f"{left.code} {SIGNS[sign]} {right.code}"
    if left.kinds == right.kinds == NUMBER:
        return _NUMBERS[sign].format(*pair)
    if sign in {"=", "<>"} and folded is not None:
        same = _same_text(left.code, folded)
        return same if sign == "=" else f"not ({same})"
    values = _VALUES[sign].format(*pair)
    if right.kinds != NUMBER or "number" not in left.kinds:
        return values
    return f"({_NUMBERS[sign].format(*pair)}) if type({left.code}) is float else {values}"


def _same_text(value: str, folded: str) -> str:
    text = f"{value}.casefold() == {folded}"
    return f"{text} if type({value}) is str else {value} is None and not {folded}"


def is_test(node: Node) -> bool:
    """Whether a part is true or false, or an error, whatever its cells hold."""
    match node:
        case Binary(sign):
            return sign in SIGNS
        case Call("AND" | "OR", arguments):
            return all(map(is_test, arguments))
        case Call(function):
            return function in ASKED
    return False
