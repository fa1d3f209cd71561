"""Sheets and ranges: values in and out, locks, selection."""

from copy import copy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

from openpyxl.cell.cell import Cell
from openpyxl.styles.styleable import StyleableObject
from openpyxl.utils import absolute_coordinate, get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet
from xlwings import base_classes

from iku.cells import ErrorValue
from tests.addin.engine.excel_error import ExcelError
from tests.addin.engine.typing_in import take_in

if TYPE_CHECKING:
    from tests.addin.engine.book import Book

Place: TypeAlias = "str | tuple[int, int] | Range"


class Sheet(base_classes.Sheet):
    """One sheet of an open book."""

    def __init__(self, book: "Book", worksheet: Worksheet) -> None:
        self._book = book
        self.worksheet = worksheet

    @property
    def book(self) -> "Book":
        return self._book

    @property
    def name(self) -> str:
        return str(self.worksheet.title)

    @name.setter
    def name(self, value: str) -> None:
        self._book.require_open_structure()
        self.worksheet.title = value

    @property
    def visible(self) -> bool:
        return bool(self.worksheet.sheet_state == "visible")

    @visible.setter
    def visible(self, value: bool) -> None:
        self._book.require_open_structure()
        self.worksheet.sheet_state = "visible" if value else "hidden"

    @property
    def api(self) -> SimpleNamespace:
        """Excel's own object, as far as it is used."""
        return SimpleNamespace(
            ProtectContents=self.is_protected, ExportAsFixedFormat=self._print_to_file
        )

    @property
    def is_protected(self) -> bool:
        return bool(self.worksheet.protection.sheet)

    def activate(self) -> None:
        if not self.visible:
            message = f"the sheet {self.name} is hidden"
            raise ExcelError(message)
        self.book.workbook.active = self.worksheet

    def _print_to_file(self, **how: object) -> None:
        """Make a file where Excel would make the PDF; what it shows is not worked out here."""
        if not self.visible:
            message = f"the sheet {self.name} is hidden"
            raise ExcelError(message)
        Path(str(how["Filename"])).write_bytes(b"%PDF-1.7\n")
        self.book.app.calls.append(f"print {self.name}")

    def range(self, arg1: Place, arg2: "Place | None" = None) -> "Range":
        first = _corners(arg1)
        last = first if arg2 is None else _corners(arg2)
        return Range(self, (first[0], first[1], last[2], last[3]))

    def is_locked(self, row: int, column: int) -> bool:
        """Return the lock of a cell: its own, or where it is not stored that of its column."""
        return bool(self._style_of(row, column).protection.locked)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell to be written; a new one takes the style of its column, as in Excel."""
        known = (row, column) in self.worksheet._cells
        style = copy(self._style_of(row, column)._style)  # type: ignore[attr-defined]  # not in the stubs
        cell = self.worksheet.cell(row, column)
        if not isinstance(cell, Cell):
            message = f"{self.name}!{cell.coordinate} lies inside a merged cell"
            raise ExcelError(message)
        if not known:
            cell._style = style  # type: ignore[attr-defined]  # not in the stubs
        return cell

    def _style_of(self, row: int, column: int) -> StyleableObject:
        stored = self.worksheet._cells.get((row, column))
        if stored is not None:
            return stored
        for dimension in self.worksheet.column_dimensions.values():
            if (dimension.min or 0) <= column <= (dimension.max or 0):
                return dimension
        return StyleableObject(self.worksheet)


class Range(base_classes.Range):
    """A rectangle of cells, by its corners: top, left, bottom, right."""

    has_array = False
    formula_array = None

    def __init__(self, sheet: Sheet, corners: tuple[int, int, int, int]) -> None:
        self._sheet = sheet
        self.corners = corners
        self.options: dict[str, Any] = {}

    def __len__(self) -> int:
        rows, columns = self.shape
        return rows * columns

    def __call__(self, arg1: int, arg2: int = 1) -> "Range":
        return self.sheet.range((self.row + arg1 - 1, self.column + arg2 - 1))

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    @property
    def api(self) -> "Range":
        return self

    @property
    def row(self) -> int:
        return self.corners[0]

    @property
    def column(self) -> int:
        return self.corners[1]

    @property
    def shape(self) -> tuple[int, int]:
        top, left, bottom, right = self.corners
        return bottom - top + 1, right - left + 1

    @property
    def address(self) -> str:
        return absolute_coordinate(self.plain_address)

    @property
    def plain_address(self) -> str:
        """The address as people read it, such as ``E12`` or ``A7:F506``."""
        top, left, bottom, right = self.corners
        first, last = f"{get_column_letter(left)}{top}", f"{get_column_letter(right)}{bottom}"
        return first if first == last else f"{first}:{last}"

    @property
    def raw_value(self) -> list[list[Any]]:
        top, left, bottom, right = self.corners
        return [
            [self._shown(row, column) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]

    @raw_value.setter
    def raw_value(self, data: Any) -> None:
        """Put values in, all or none; a single value goes into every cell."""
        top, left, bottom, right = self.corners
        rows = data if isinstance(data, list | tuple) else [[data] * self.shape[1]] * self.shape[0]
        places = [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
        if self.sheet.is_protected and any(self.sheet.is_locked(*place) for place in places):
            message = f"{self.sheet.name}!{self.plain_address} is protected"
            raise ExcelError(message)
        for row, column in places:
            self._put(row, column, rows[row - top][column - left])
        self.sheet.book.touch()
        self.sheet.book.app.calls.append(f"write {self.sheet.name}!{self.plain_address}")

    def select(self) -> None:
        self.sheet.activate()
        self.sheet.book.activate()
        self.sheet.book.app.selected = self

    def _put(self, row: int, column: int, value: object) -> None:
        cell = self.sheet.cell(row, column)
        taken = take_in(value)
        cell.value = taken.content
        if isinstance(taken.content, str):
            cell.data_type = "f" if taken.is_formula else "s"
            cell.quotePrefix = taken.quoted

    def _shown(self, row: int, column: int) -> object:
        cell = self.sheet.worksheet._cells.get((row, column))
        if cell is None:
            return None
        if cell.data_type == "f":
            value = self.sheet.book.result(self.sheet.name, cell.coordinate)
            return value.code if isinstance(value, ErrorValue) else value
        return take_in(cell.value).content if cell.data_type == "d" else _as_float(cell.value)


def _as_float(value: object) -> object:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _corners(place: Place) -> tuple[int, int, int, int]:
    if isinstance(place, Range):
        return place.corners
    if isinstance(place, tuple):
        return (*place, *place)
    left, top, right, bottom = range_boundaries(place.replace("$", ""))
    return int(top or 0), int(left or 0), int(bottom or 0), int(right or 0)
