"""The skeleton of a formula: what it does, without the cells, texts and numbers it does it with.

A form holds thousands of formulas and a few hundred skeletons. What is worked out from a skeleton
serves every formula that has it, in this workbook and in the next.
"""

import re
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
        if part.lastgroup == "sheet":
            continue
        slot = _slot(part)
        if slot is None:
            return None
        pieces += (formula[position : part.start()], _left_in_place(slot))
        slots.append(slot)
        position = part.end()
    pieces.append(formula[position:])
    return Skeleton("".join(pieces), tuple(slots))


def _slot(part: re.Match[str]) -> Slot | None:
    text, first, last = part["text"], part["first"], part["last"]
    if text is not None:
        return text.replace('""', '"')
    if part["number"] is not None:
        return float(part["number"])
    row, column = split_a1(first.upper())
    if row > LAST_ROW or column > LAST_COLUMN:
        return None  # an address that no sheet has is a name, or a fault to be named
    if last is None:
        return row, column
    other_row, other_column = split_a1(last.upper())
    if other_row > LAST_ROW or other_column > LAST_COLUMN:
        return None
    top, bottom = sorted((row, other_row))
    left, right = sorted((column, other_column))
    return range(top, bottom + 1), range(left, right + 1)


def _left_in_place(slot: Slot) -> str:
    if isinstance(slot, str):
        return _A_TEXT
    if isinstance(slot, float):
        return _A_NUMBER
    rows, columns = slot
    if isinstance(rows, range) and isinstance(columns, range):
        return f"{_A_RANGE}{len(rows)}x{len(columns)}"
    return _A_CELL
