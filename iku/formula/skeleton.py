"""The skeleton of a formula: what it does, without the cells, texts and numbers it does it with.

A form holds thousands of formulas and a few hundred skeletons. What is worked out from a skeleton
serves every formula that has it, in this workbook and in the next.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from iku.address import column_number

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

# What a formula works with: a cell by row and column, a range by its rows and columns, a text
# or a number.
Slot: TypeAlias = tuple[int, int] | tuple[range, range] | str | float

# Zero stays in place: it switches what functions do (MATCH), as decimals and powers may.
WHOLE_NUMBER = r"[1-9][0-9]{0,14}"
_CELL = r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})(?![\w.(!$])"
# What lies between two parts is taken along with the second one, and whatever else is a word or a
# number is a part that stays: a search that begins anew at every character would take twice as long.
_PART = re.compile(
    rf"""
    ((?:[A-Za-z]++[(!] | [-+*/^&=<>(),:!\ ])*+)
    (?: {_CELL}(?::{_CELL})?
      | "([^"]*(?:""[^"]*)*)"
      | ({WHOLE_NUMBER})(?![\w.$])
      | ('(?:[^']|'')+'! | [\w.$]+)
    )
    """,
    re.VERBOSE,
)
_CUT = 9  # pieces that `split` makes for every part: what it skipped, and the groups
_AREAS_KEPT = 16_384
_A_TEXT = "\0t"
_A_CELL = "\0c"
_A_RANGE = "\0r"
_A_NUMBER = "\0n"


class Skeleton(NamedTuple):
    """What is left of a formula, and what was taken out of it from left to right."""

    text: str
    slots: tuple[Slot, ...]


def skeleton(formula: str) -> Skeleton | None:
    """Take cells, ranges, texts and whole numbers out of a formula; None where that would not be safe.

    The shape of a range stays, because what a function does may hang on it.
    """
    if "\0" in formula:
        return None
    cut = _PART.split(formula)
    slots: list[Slot] = []
    pieces: list[str] = []
    found = [iter(cut)] * _CUT
    for skipped, before, left, top, right, bottom, text, number, kept in zip(*found, strict=False):
        if skipped:
            pieces.append(skipped)
        pieces.append(before)
        if top is not None:
            place, sign = _cell(left, top) if bottom is None else _area(left, top, right, bottom)
            if place is None:
                return None
            slots.append(place)
            pieces.append(sign)
        elif kept is not None:
            pieces.append(kept)
        elif number is not None:
            slots.append(float(number))
            pieces.append(_A_NUMBER)
        else:
            slots.append(text.replace('""', '"'))
            pieces.append(_A_TEXT)
    pieces.append(cut[-1])
    return Skeleton("".join(pieces), tuple(slots))


@cache
def _column(letters: str) -> int:
    return column_number(letters.upper())


@lru_cache(maxsize=_AREAS_KEPT)
def _cell(letters: str, row: str) -> tuple[Slot | None, str]:
    """Return a cell and what is left of it; None where no sheet has it.

    An address that no sheet has is a name, or a fault to be named.
    """
    place = int(row), _column(letters)
    return (place, _A_CELL) if _on_sheet(*place) else (None, "")


@lru_cache(maxsize=_AREAS_KEPT)
def _area(left: str, top: str, right: str, bottom: str) -> tuple[Slot | None, str]:
    """Return a range, and what is left of it; None where no sheet has it."""
    first, last = sorted((int(top), int(bottom)))
    start, end = sorted((_column(left), _column(right)))
    if not _on_sheet(last, end):
        return None, ""
    rows, columns = range(first, last + 1), range(start, end + 1)
    return (rows, columns), f"{_A_RANGE}{len(rows)}x{len(columns)}"


def _on_sheet(row: int, column: int) -> bool:
    return row <= LAST_ROW and column <= LAST_COLUMN
