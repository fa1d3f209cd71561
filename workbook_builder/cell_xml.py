"""The cells of a sheet and their links as XML, formulas with the values they were computed to.

openpyxl writes formulas without values, so that Protected View, a phone's preview and most readers
would show nothing. It is also the slowest part of writing; cells are therefore written here.
"""

from collections.abc import Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from iku.address import CellRef, a1, quoted, split_a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.row_heights import fitted_heights, growing_rows
from workbook_builder.styles import StyleBook
from workbook_builder.value_xml import cached_xml, constant_xml, text_xml

_FORMULA_LIMIT = 8_192


class SheetCells(NamedTuple):
    """The ``sheetData`` element of one sheet, its links, and the range that it covers."""

    xml: str
    links: str
    dimension: str


def sheet_cells(
    sheet: BlueprintSheet, styles: StyleBook, values: Mapping[CellRef, Value]
) -> SheetCells:
    """Return a sheet's cells as XML.

    Raises ValueError naming the cell that occurs twice, holds what no workbook can hold, or has a
    formula without a computed value.
    """
    rows: dict[int, dict[int, str]] = {row: {} for row in sheet.row_heights}
    for cell in sheet.cells:
        columns = rows.setdefault(cell.row, {})
        if cell.column in columns:
            message = f"{sheet.name}!{cell.a1}: the blueprint has this cell twice"
            raise ValueError(message)
        columns[cell.column] = _cell(sheet.name, cell, _style(styles, cell), values)
    _cover_merged(sheet, styles, rows)
    sizes = _row_sizes(sheet, values)
    body = "".join(_row(row, sizes.get(row, ""), rows[row]) for row in sorted(rows))
    return SheetCells(f"<sheetData>{body}</sheetData>", _links(sheet), _dimension(rows))


def _style(styles: StyleBook, cell: BlueprintCell) -> int:
    return styles.index(cell.style, cell.number_format, cell.access)


def _cover_merged(
    sheet: BlueprintSheet, styles: StyleBook, rows: dict[int, dict[int, str]]
) -> None:
    """Style the cells under a merged one like it: Excel takes border and lock from each of them."""
    anchors = {cell.a1: cell for cell in sheet.cells} if sheet.merges else {}
    for merge in sheet.merges:
        first, _, last = merge.partition(":")
        anchor = anchors.get(first)
        if anchor is None:
            continue
        style = _style(styles, anchor)
        end_row, end_column = split_a1(last or first)
        for row in range(anchor.row, end_row + 1):
            for column in range(anchor.column, end_column + 1):
                blank = f'<c r="{a1(row, column)}" s="{style}"/>'
                rows.setdefault(row, {}).setdefault(column, blank)


def _row_sizes(sheet: BlueprintSheet, values: Mapping[CellRef, Value]) -> dict[int, str]:
    """Return attributes of rows: a row stays as high as it is unless text may be typed into it."""
    heights = sheet.row_heights | fitted_heights(sheet, values)
    growing = growing_rows(sheet)
    return {
        row: f' ht="{height:g}"' + ("" if row in growing else ' customHeight="1"')
        for row, height in heights.items()
    }


def _row(row: int, size: str, columns: dict[int, str]) -> str:
    cells = "".join(columns[column] for column in sorted(columns))
    return f'<row r="{row}"{size}>{cells}</row>'


def _links(sheet: BlueprintSheet) -> str:
    """Return links to places inside the workbook: a location, no relation to anything outside."""
    links = "".join(
        f'<hyperlink ref="{cell.a1}" location={quoteattr(_location(cell.link))}/>'
        for cell in sheet.cells
        if cell.link is not None
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _location(link: str) -> str:
    sheet, _, cells = link.rpartition("!")
    place = quoted(sheet.strip("'"))
    return f"{place}!{cells}"


def _dimension(rows: dict[int, dict[int, str]]) -> str:
    columns = {column for cells in rows.values() for column in cells}
    if not columns:
        return "A1"
    used = [row for row, cells in rows.items() if cells]
    return f"{a1(min(used), min(columns))}:{a1(max(used), max(columns))}"


def _cell(sheet: str, cell: BlueprintCell, style: int, values: Mapping[CellRef, Value]) -> str:
    address = cell.a1
    place = f"{sheet}!{address}"
    if cell.formula is None:
        constant = constant_xml(place, cell.content, "")
        attributes = f'r="{address}" s="{style}"{constant.kind}'
        return (
            f"<c {attributes}>{constant.content}</c>" if constant.content else f"<c {attributes}/>"
        )
    value = values.get(CellRef(sheet, cell.row, cell.column))
    if value is None:
        message = f"{place}: the formula has no computed value"
        raise ValueError(message)
    if cell.formula.startswith("=") or len(cell.formula) > _FORMULA_LIMIT:
        message = f"{place}: a formula has no leading = and at most {_FORMULA_LIMIT} signs"
        raise ValueError(message)
    stored = cached_xml(place, value, "")
    formula = text_xml(place, cell.formula)
    return f'<c r="{address}" s="{style}"{stored.kind}><f>{formula}</f>{stored.content}</c>'
