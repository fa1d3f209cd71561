"""The skeleton of a formula: what it does, without the cells, texts and numbers it does it with.

A form holds thousands of formulas and a few hundred skeletons. What is worked out from a skeleton
serves every formula that has it, in this workbook and in the next.
"""

import re
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from iku.address import split_a1

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

# What a formula works with: a cell by row and column, a range by its rows and columns, a text
# or a number.
Slot: TypeAlias = tuple[int, int] | tuple[range, range] | str | float

# Zero stays in place: it switches what functions do (MATCH), as decimals and powers may.
WHOLE_NUMBER = r"[1-9][0-9]{0,14}"
_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_PART = re.compile(
    rf"""
    "(?P<text>(?:[^"]|"")*)"
  | (?P<sheet>'(?:[^']|'')+'!|[^\W\d][\w.]*!)
  | (?<![\w.$])(?P<first>{_CELL})(?![\w.(!])(?::(?P<last>{_CELL})(?![\w.(!]))?
  | (?<![\w.$])(?P<number>{WHOLE_NUMBER})(?![\w.])
    """,
    re.VERBOSE,
)
_PLACES_KEPT = 16_384
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
    slots: list[Slot] = []
    pieces: list[str] = []
    position = 0
    for part in _PART.finditer(formula):
        text, sheet, first, last, number = part.groups()
        if sheet is not None:
            continue
        start, end = part.span()
        if text is not None:
            slot: Slot | None = text.replace('""', '"')
            left = _A_TEXT
        elif number is not None:
            slot, left = float(number), _A_NUMBER
        else:
            slot, left = _place(first, last)
        if slot is None:
            return None
        pieces += (formula[position:start], left)
        slots.append(slot)
        position = end
    pieces.append(formula[position:])
    return Skeleton("".join(pieces), tuple(slots))


@lru_cache(maxsize=_PLACES_KEPT)
def _place(first: str, last: str | None) -> tuple[Slot | None, str]:
    """Return a cell or a range, and what is left of it; None where no sheet has it.

    An address that no sheet has is a name, or a fault to be named.
    """
    row, column = split_a1(first.upper())
    other_row, other_column = (row, column) if last is None else split_a1(last.upper())
    if max(row, other_row) > LAST_ROW or max(column, other_column) > LAST_COLUMN:
        return None, ""
    if last is None:
        return (row, column), _A_CELL
    top, bottom = sorted((row, other_row))
    left, right = sorted((column, other_column))
    rows, columns = range(top, bottom + 1), range(left, right + 1)
    return (rows, columns), f"{_A_RANGE}{len(rows)}x{len(columns)}"
