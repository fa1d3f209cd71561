"""Translation: a formula as it reads when it is filled from one cell into another."""

import re

from iku.address import column_letters, column_number

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_LONGEST_FORMULA = 8_192  # characters, of all programs; nothing longer is worth the search

_TOKEN = re.compile(
    r"""
      "(?:[^"]|"")*"                                      # text
    | '(?:[^']|'')*'                                      # a quoted sheet name
    | \[(?:[^\[\]]|\[[^\[\]]*\])*\]                       # a table column or an outer workbook
    | (?P<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.$(!])
    | (?P<rows>\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.$(!])
    | (?P<cell>\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6})(?![\w.$?\\(!])
    | [\w.$?\\]+                                          # a name, a function, a number
    """,
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z]+)(\$?)([0-9]+)")


def translate(formula: str, rows: int, columns: int) -> str:
    """Return a formula (without ``=``) moved down and right; a reference off the sheet is #REF!.

    Raise ValueError for a formula longer than any program allows.

    >>> translate("A1*$B$2+SUM('TW1'!C3:D$4)", 1, 2)
    "C2*$B$2+SUM('TW1'!E4:F$4)"
    """

    def moved(match: re.Match[str]) -> str:
        kind = match.lastgroup
        if kind == "cell":
            return _moved_cell(match[0], rows, columns)
        if kind is None:
            return match[0]
        step = columns if kind == "columns" else rows
        ends = [_moved_end(end, step) for end in match[0].split(":")]
        return "#REF!" if None in ends else ":".join(filter(None, ends))

    if len(formula) > _LONGEST_FORMULA:
        raise ValueError("formula too long")
    return _TOKEN.sub(moved, formula)


def _moved_cell(text: str, rows: int, columns: int) -> str:
    parts = _CELL.fullmatch(text)
    if parts is None or column_number(parts[2].upper()) > _LAST_COLUMN:
        return text  # a defined name that only looks like an address
    column = _moved_end(parts[1] + parts[2], columns)
    row = _moved_end(parts[3] + parts[4], rows)
    return "#REF!" if column is None or row is None else column + row


def _moved_end(text: str, step: int) -> str | None:
    """Return a column or row moved by ``step`` unless ``$`` holds it; None off the sheet."""
    if text[0] == "$" or step == 0:
        return text
    if text.isdecimal():
        row = int(text) + step
        return str(row) if 1 <= row <= _LAST_ROW else None
    column = column_number(text.upper()) + step
    return column_letters(column) if 1 <= column <= _LAST_COLUMN else None
