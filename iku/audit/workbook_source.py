"""Workbooks of others as documents: every sheet that people see is a table."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from iku.address import a1, split_a1
from iku.audit.document import Block, Document, Passage, Place, Row, Table
from iku.audit.markup import without_markup
from iku.calculation.figure import in_indonesian
from iku.cells import ErrorValue, SheetSnapshot, Value, WorkbookSnapshot
from iku.number_formats import bare

_DECIMALS = re.compile(r"[0#?](?:\.([0#?]+))?")
_MOST_DECIMALS = 6  # of a cell whose format does not say how many it shows


def workbook_document(snapshot: WorkbookSnapshot) -> Document:
    """Return the document that a workbook shows: visible sheets, numbers as they are displayed.

    A row with a single text belongs to a table where it stands between two of its rows, as the
    name of a sasaran does; elsewhere it is a paragraph.
    """
    blocks: list[Block] = []
    for sheet in snapshot.sheets.values():
        if sheet.state == "visible":
            blocks += _blocks(sheet)
    return Document(tuple(blocks), snapshot.producer)


def _blocks(sheet: SheetSnapshot) -> Iterator[Block]:
    rows = list(_rows(sheet))
    table: list[Row] = []
    for n, row in enumerate(rows):
        between = bool(table) and n + 1 < len(rows) and len(_written(rows[n + 1])) > 1
        if len(_written(row)) > 1 or (between and _line(row) == _line(rows[n - 1]) + 1):
            table.append(row)
            continue
        if table:
            yield Table(tuple(table))
            table = []
        yield _written(row)[0]
    if table:
        yield Table(tuple(table))


def _line(row: Row) -> int:
    return split_a1(row[0].place.cell.rpartition("!")[2])[0]


def _written(row: Row) -> list[Passage]:
    return [one for one in row if not one.blank]


def _rows(sheet: SheetSnapshot) -> Iterator[Row]:
    texts = {split_a1(address): _shown(sheet, address) for address in sheet.values}
    texts = {place: text for place, text in texts.items() if text}
    if not texts:
        return
    last = max(column for _, column in texts)
    for line in sorted({line for line, _ in texts}):
        yield tuple(
            Passage(texts.get((line, column), ""), Place(cell=f"{sheet.name}!{a1(line, column)}"))
            for column in range(1, last + 1)
        )


def _shown(sheet: SheetSnapshot, address: str) -> str:
    value: Value = sheet.values[address]
    if value is None or isinstance(value, ErrorValue):
        return "" if value is None else value.code
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return without_markup(value).strip()
    style = sheet.styles.get(address)
    return number_shown(value, "General" if style is None else style.number_format)


def number_shown(value: float, number_format: str) -> str:
    """Return a number as its cell displays it, in Indonesian.

    >>> number_shown(91.1055, "0.00"), number_shown(0.9231, "0.00%"), number_shown(94519.0, "#,##0")
    ('91,11', '92,31%', '94.519')
    >>> number_shown(91.80, "General")
    '91,8'
    """
    exact = Fraction(Decimal(repr(value)))
    code = bare(number_format.split(";", maxsplit=1)[0])
    percent = "%" if "%" in code else ""
    if percent:
        exact *= 100
    digits = _DECIMALS.findall(code)
    if not digits:
        text = in_indonesian(exact, _MOST_DECIMALS)
        return text.rstrip("0").rstrip(",").replace(".", "") + percent
    text = in_indonesian(exact, len(digits[-1]))
    return (text if "," in code else text.replace(".", "")) + percent
