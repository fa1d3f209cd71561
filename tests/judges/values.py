"""What every judge returns: a value for each formula cell, in plain Python types."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

Value: TypeAlias = float | str | bool | None
Key: TypeAlias = tuple[str, str]  # (sheet, A1 address)
Values: TypeAlias = dict[Key, Value]


def plain(value: object) -> Value:
    """Return a cell value as a number, text, boolean or None; dates become their serial number."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, date | datetime | time | timedelta):
        return float(to_excel(value))  # type: ignore[no-untyped-call]  # its stubs
    return str(value)


def formula_cells(path: Path) -> set[Key]:
    """Return the places of all formulas of a workbook, as openpyxl sees them."""
    return {
        (sheet, cell.coordinate) for sheet, cell in _cells(path, cached=False) if _is_formula(cell)
    }


def cached_values(path: Path) -> Values:
    """Return the values of all filled cells that the file carries, nothing recalculated."""
    return {
        (sheet, cell.coordinate): plain(cell.value) for sheet, cell in _cells(path, cached=True)
    }


def cached_results(path: Path) -> Values:
    """Return the value that the file itself carries for each of its formula cells."""
    cached = cached_values(path)
    return {key: cached.get(key) for key in formula_cells(path)}


def with_entries(path: Path, into: Path, entries: Mapping[Key, Value]) -> Path:
    """Save a copy of a workbook with other entries; openpyxl writes it without cached values."""
    book = load_workbook(path)
    for (sheet, address), value in entries.items():
        book[sheet][address].value = value
    book.save(into)
    return into


def _cells(path: Path, *, cached: bool) -> Iterator[tuple[str, Cell]]:
    book = load_workbook(path, data_only=cached)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell, MergedCell) and cell.value is not None:
                    yield sheet.title, cell


def _is_formula(cell: Cell) -> bool:
    return cell.data_type == "f" or isinstance(cell.value, ArrayFormula | DataTableFormula)
