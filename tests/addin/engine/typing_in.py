"""How Excel takes in a value that a program puts into a cell: as if someone had typed it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

Content: TypeAlias = float | str | bool | None

_EPOCH = date(1899, 12, 30)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})")
_THIS_YEAR = 2026


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a cell holds after something was put into it."""

    content: Content
    is_formula: bool = False
    quoted: bool = False  # an apostrophe was typed before it; that is no part of the content


def take_in(value: object) -> TakenIn:
    """Return what Excel makes of a value.

    >>> take_in("48"), take_in("'48").content, take_in("1/2").content
    (TakenIn(content=48.0, is_formula=False, quoted=False), '48', 46054.0)
    """
    match value:
        case None | "":
            return TakenIn(None)
        case bool():
            return TakenIn(value)
        case int() | float():
            return TakenIn(float(value))
        case datetime():
            return TakenIn((value - datetime.combine(_EPOCH, value.min.time())) / timedelta(days=1))
        case str():
            return _typed(value)
    message = f"Excel knows no {type(value).__name__}"
    raise TypeError(message)


def _typed(text: str) -> TakenIn:
    if text.startswith("'"):
        return TakenIn(text[1:], quoted=True)
    if _NUMBER.fullmatch(text):
        return TakenIn(float(text))
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
        return TakenIn(float(text[:-1]) / 100)
    if text.upper() in {"TRUE", "FALSE"}:
        return TakenIn(text.upper() == "TRUE")
    if text[0] in "=+-@":
        return TakenIn(f"={text.removeprefix('=')}", is_formula=True)
    return TakenIn(_day(text) or text)


def _day(text: str) -> float | None:
    """Return a day of this year, the day first as in Indonesia."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(_THIS_YEAR, int(found[2]), int(found[1]))
    except ValueError:
        return None
    return float((day - _EPOCH).days)
