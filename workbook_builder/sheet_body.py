"""The rows of a sheet as XML, and the rows that change where some of its cells do."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from iku.address import CellRef, a1, split_a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.cell_xml import cell_xml, links_xml
from workbook_builder.listing_xml import listed_rows
from workbook_builder.row_heights import RowHeights, growing_rows
from workbook_builder.styles import StyleBook

Rows: TypeAlias = dict[int, str]


class Change(NamedTuple):
    """A cell with its new content, and what it shows: its content or its formula's value."""

    cell: BlueprintCell
    shown: Value | int


class SheetBody:
    """The cells of one sheet; formulas come with the values they were computed to."""

    def __init__(
        self, sheet: BlueprintSheet, styles: StyleBook, values: Mapping[CellRef, Value]
    ) -> None:
        """Write every cell.

        Raises ValueError naming the cell that occurs twice, holds what no workbook can hold, or
        has a formula without a computed value.
        """
        self.sheet = sheet
        self._style_of: dict[tuple[int, int], int] = {}
        self._cells: dict[int, dict[int, str]] = {row: {} for row in sheet.row_heights}
        for cell in sheet.cells:
            self._write(cell, styles, values)
        self._cover_merged()
        self._heights = RowHeights(sheet, values)
        self._growing = growing_rows(sheet)
        self.heights = self._heights.heights
        self.links = links_xml(sheet)
        self.rows: Rows = {
            row: self._row(row, self._cells[row], self.heights) for row in self._order()
        }
        self.listed = listed_rows(sheet, styles, after=max(self._cells, default=0))

    @property
    def dimension(self) -> str:
        """The range that the cells cover."""
        columns = {column for cells in self._cells.values() for column in cells}
        used = [row for row, cells in self._cells.items() if cells]
        listing = self.sheet.listing
        if listing is not None and listing.rows:
            columns |= {1, len(listing.columns)}
            used.append(listing.last_row)
        if not columns:
            return "A1"
        return f"{a1(min(used), min(columns))}:{a1(max(used), max(columns))}"

    def varied(self, changes: Iterable[Change]) -> tuple[Rows, dict[int, float]]:
        """Return the rows that differ where cells change, and the heights of all rows."""
        cells: dict[int, dict[int, str]] = {}
        changes = list(changes)
        for cell, shown in changes:
            if cell.row not in cells:
                cells[cell.row] = dict(self._cells[cell.row])
            style = self._style_of[cell.row, cell.column]
            cells[cell.row][cell.column] = cell_xml(self.sheet.name, cell, style, shown)
        heights = self._heights.with_texts(
            (cell, shown if isinstance(shown, str) else None) for cell, shown in changes
        )
        for row in _moved(self.heights, heights):
            cells.setdefault(row, self._cells[row])
        return {row: self._row(row, found, heights) for row, found in cells.items()}, heights

    def _write(
        self, cell: BlueprintCell, styles: StyleBook, values: Mapping[CellRef, Value]
    ) -> None:
        columns = self._cells.setdefault(cell.row, {})
        if cell.column in columns:
            message = f"{self.sheet.name}!{cell.a1}: the blueprint has this cell twice"
            raise ValueError(message)
        style = styles.index(cell.style, cell.number_format, cell.access)
        shown: Value | int = cell.content
        if cell.formula is not None:
            shown = values.get(CellRef(self.sheet.name, cell.row, cell.column))
        columns[cell.column] = cell_xml(self.sheet.name, cell, style, shown)
        self._style_of[cell.row, cell.column] = style

    def _cover_merged(self) -> None:
        """Style the cells under a merged one like it: Excel takes border and lock from each."""
        for merge in self.sheet.merges:
            first, _, last = merge.partition(":")
            top, left = split_a1(first)
            style = self._style_of.get((top, left))
            if style is None:
                continue
            bottom, right = split_a1(last or first)
            for row in range(top, bottom + 1):
                columns = self._cells.setdefault(row, {})
                for column in range(left, right + 1):
                    if column not in columns:
                        columns[column] = f'<c r="{a1(row, column)}" s="{style}"/>'

    def _order(self) -> list[int]:
        return sorted(self._cells)

    def _row(self, row: int, columns: Mapping[int, str], heights: Mapping[int, float]) -> str:
        """Write a row; it stays as high as it is unless text may be typed into it."""
        size = ""
        if (height := heights.get(row)) is not None:
            size = f' ht="{height:g}"' + ("" if row in self._growing else ' customHeight="1"')
        cells = "".join(columns[column] for column in sorted(columns))
        return f'<row r="{row}"{size}>{cells}</row>'


def _moved(before: Mapping[int, float], after: Mapping[int, float]) -> list[int]:
    if before is after:
        return []
    return [row for row in before.keys() | after.keys() if before.get(row) != after.get(row)]
