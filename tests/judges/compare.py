"""How two judges' answers are compared: strictly, except for the last bits of a number."""

from collections.abc import Mapping
from math import isclose

from tests.judges.values import Key, Value


def differences(
    expected: Mapping[Key, Value], actual: Mapping[Key, Value], tolerance: float = 1e-9
) -> list[str]:
    """Return one line for each cell in which two answers differ.

    Numbers may differ by ``tolerance``, relatively or absolutely; text, booleans and errors are
    exact; a blank and an empty text are equal, and so is a cell that one side does not name.
    """
    return [
        f"{sheet}!{address}: expected {expected.get((sheet, address))!r}, "
        f"got {actual.get((sheet, address))!r}"
        for sheet, address in sorted(expected.keys() | actual.keys())
        if not _same(
            expected.get((sheet, address)), actual.get((sheet, address)), tolerance=tolerance
        )
    ]


def _same(one: Value, other: Value, *, tolerance: float) -> bool:
    one, other = ("" if value is None else value for value in (one, other))
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    return type(one) is type(other) and one == other
