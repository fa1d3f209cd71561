"""Cell addresses: the one place that knows how columns become letters."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

_PLAIN_SHEET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_A1 = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")


@cache
def column_letters(column: int) -> str:
    """Return the letters of a 1-based column number.

    >>> column_letters(1), column_letters(27)
    ('A', 'AA')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """Return the 1-based number of a column given in letters.

    >>> column_number("AA")
    27
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def split_a1(a1: str) -> tuple[int, int]:
    """Return (row, column) of an A1 address, ``$`` allowed; raise ValueError for anything else.

    >>> split_a1("$E$12")
    (12, 5)
    """
    match = _A1.fullmatch(a1)
    if match is None:
        message = f"not a cell address: {a1!r}"
        raise ValueError(message)
    return int(match[2]), column_number(match[1])


def is_a1(text: str) -> bool:
    """Return whether a text is the address of one cell, ``$`` allowed.

    >>> is_a1("$E$12"), is_a1("E12:F12")
    (True, False)
    """
    return _A1.fullmatch(text) is not None


def a1(row: int, column: int) -> str:
    """Return the A1 address of a 1-based row and column.

    >>> a1(12, 5)
    'E12'
    """
    return f"{column_letters(column)}{row}"


def quoted(sheet: str) -> str:
    """Return a sheet name as formulas write it; our sheet names hold no apostrophe.

    >>> quoted("_iku"), quoted("Bukti Dukung")
    ('_iku', "'Bukti Dukung'")
    """
    return sheet if _PLAIN_SHEET.fullmatch(sheet) else f"'{sheet}'"


def plain_reference(text: str) -> str:
    """Return a reference as it is spelt without ``$``, quotes, or one cell as a range.

    >>> plain_reference("'Perhitungan'!$G$43:$G$43")
    'Perhitungan!G43'
    """
    sheet, separator, cells = text.replace("$", "").replace("'", "").rpartition("!")
    first, _, last = cells.partition(":")
    return f"{sheet}{separator}{first if first == last else cells}"


known_a1 = lru_cache(maxsize=65_536)(a1)
"""The same for the cells of forms, which are asked for in every file."""


class CellRef(NamedTuple):
    """One cell of one sheet, 1-based."""

    sheet: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        """The address without its sheet, such as ``E12``."""
        return a1(self.row, self.column)

    @property
    def absolute(self) -> str:
        """The address as formulas and defined names write it, such as ``Isian!$E$12``."""
        return f"{quoted(self.sheet)}!${column_letters(self.column)}${self.row}"

    def __str__(self) -> str:
        """Return the address as people read it, such as ``Isian!E12``."""
        return f"{self.sheet}!{self.a1}"
