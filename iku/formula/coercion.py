"""How Excel takes a value for a number, a text or a condition, and how it compares two of them.

One rule of Excel is left out on purpose: arithmetic on text that looks like a number. Excel takes
"7" for 7, and "7,5" for 7.5 or for an error, depending on the language of the computer. Our
templates never do it, so every text in arithmetic, and every text as a condition, is #VALUE! here.
"""

from decimal import Decimal
from typing import TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula.rounding import fifteen_digits

DIVISION_BY_ZERO = ErrorValue("#DIV/0!")
NOT_A_VALUE = ErrorValue("#VALUE!")
NO_REFERENCE = ErrorValue("#REF!")
NOT_A_NUMBER = ErrorValue("#NUM!")
NOT_AVAILABLE = ErrorValue("#N/A")

# A cell holds no longer text; Excel answers #VALUE! to a formula that would make one.
LONGEST_CELL_TEXT = 32_767

# General style writes powers of ten where a number written out would be longer than this.
_WIDEST_WRITTEN_OUT = 21

Key: TypeAlias = tuple[int, float | str]


def number(value: Value) -> float | ErrorValue:
    """Return the number that arithmetic sees: a blank is 0, TRUE is 1, a text is #VALUE!."""
    if type(value) is float:
        return value
    if isinstance(value, ErrorValue):
        return value
    if isinstance(value, str):
        return NOT_A_VALUE
    return float(value or 0)


def whole(value: Value) -> int | ErrorValue:
    """Return the number without its fraction, as Excel takes counts, places and positions."""
    found = number(value)
    return found if isinstance(found, ErrorValue) else int(found)


def condition(value: Value) -> bool | ErrorValue:
    """Return whether a value counts as true: a number other than 0; a text is #VALUE!."""
    if isinstance(value, bool | ErrorValue):
        return value
    if isinstance(value, str):
        return NOT_A_VALUE
    return bool(value)


def text(value: Value) -> str | ErrorValue:
    """Return the text that ``&`` sees: a blank is empty, a number in General style."""
    if isinstance(value, str | ErrorValue):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return general(value)


def general(value: float) -> str:
    """Return a number in General style with at most 15 significant digits.

    >>> general(1 / 3), general(95.50), general(0.1 + 0.2), general(1e21)
    ('0.333333333333333', '95.5', '0.3', '1E+21')
    """
    written = format(value, ".15g")
    if "e" not in written:
        return written
    in_full = format(Decimal(written), "f")
    return in_full if len(in_full) <= _WIDEST_WRITTEN_OUT else written.upper()


def equal(left: Value, right: Value) -> bool:
    """Return whether two values are equal: a blank equals 0, "" and FALSE; capitals do not matter.

    Numbers are equal when their 15 significant digits are, so that 0.1+0.2 equals 0.3.
    """
    if type(left) is float and type(right) is float:
        return left == right or (
            abs(left - right) <= 1e-14 * abs(left) and fifteen_digits(left) == fifteen_digits(right)
        )
    return sort_key(left, right) == sort_key(right, left)


def less(left: Value, right: Value) -> bool:
    """Return whether ``left`` comes first: every number before every text before FALSE, TRUE."""
    if type(left) is float and type(right) is float:
        return left < right and not equal(left, right)
    return sort_key(left, right) < sort_key(right, left)


def sort_key(value: Value, other: Value) -> Key:
    """Return what a value is compared by; a blank takes the type of the ``other`` value."""
    if value is None:
        if isinstance(other, str):
            return 1, ""
        return (2, 0.0) if isinstance(other, bool) else (0, 0.0)
    if isinstance(value, bool):
        return 2, float(value)
    if isinstance(value, str):
        return 1, value.casefold()
    return 0, value if isinstance(value, float) else 0.0
