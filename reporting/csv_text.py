"""CSV as an Indonesian Excel opens it with a double click (docs/decisions/0014)."""

import csv
import io
from decimal import Decimal

from reporting.tidy import Cell, Table

ENCODING = "utf-8-sig"  # without the mark Excel takes the file for an old code page
_ACTS = tuple("=+-@\t\r\n")  # what a spreadsheet takes for a formula, or strips before one
_MARK = "'"


def csv_bytes(table: Table) -> bytes:
    """Return a table as semicolon-separated text with decimal commas."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([csv_cell(one) for one in row] for row in table.rows)
    return stream.getvalue().encode(ENCODING, errors="replace")


def csv_cell(value: Cell) -> str:
    """Return a cell: a number with all its digits, a text that can never act as a formula.

    >>> csv_cell(91.25), csv_cell(-5), csv_cell(1e16), csv_cell(None)
    ('91,25', '-5', '10000000000000000', '')
    >>> csv_cell("=1+1"), csv_cell(" @SUM(A1)"), csv_cell("15.71.03 Jambi Timur")
    ("'=1+1", "' @SUM(A1)", '15.71.03 Jambi Timur')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        acts = value.lstrip(" \N{NO-BREAK SPACE}").startswith(_ACTS)
        return _MARK + value if acts else value
    digits = f"{Decimal(repr(value)):f}"
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits.replace(".", ",")
