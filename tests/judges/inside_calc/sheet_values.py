"""Type values into cells and read whole areas, many cells in each call."""

from typing import Any


def answers(document: Any, typed: list[Any], areas: list[Any]) -> list[Any]:
    """Type values, recalculate everything, and return the values of areas.

    ``typed`` lists (sheet, column, first row, values downwards), counted from 0, where an empty
    text leaves a cell blank and None makes it #N/A; ``areas`` lists (sheet, rows, columns) from A1.
    An error is answered as {"error": what the cell shows}.
    """
    document.enableAutomaticCalculation(False)
    document.addActionLock()
    for sheet, column, first, values in typed:
        page = document.Sheets.getByName(sheet)
        cells = page.getCellRangeByPosition(column, first, column, first + len(values) - 1)
        cells.setDataArray(tuple((value,) for value in values))
    document.calculateAll()
    document.removeActionLock()
    return [area(document.Sheets.getByName(sheet), rows, columns) for sheet, rows, columns in areas]


def area(page: Any, rows: int, columns: int) -> list[list[Any]]:
    """Return the values of the first rows and columns of a sheet."""
    found = page.getCellRangeByPosition(0, 0, columns - 1, rows - 1).getDataArray()
    return [
        [
            {"error": page.getCellByPosition(column, row).String} if value is None else value
            for column, value in enumerate(line)
        ]
        for row, line in enumerate(found)
    ]
