"""Ask LibreOffice how high rows would have to be, and which blank cells anybody may fill."""

from typing import Any

TOLERANCE = 40  # hundredths of a millimetre: one point and a bit
BESIDE = 3  # rows and columns beyond the used ones


def edit(document: Any) -> dict[str, list[Any]]:
    """Return the rows too low for their own texts, and the open blank cells around each sheet.

    A row is [sheet, row, height, height needed] in hundredths of a millimetre; LibreOffice does not
    look at merged cells here.
    """
    found: dict[str, list[Any]] = {"low": [], "open": [], "free": []}
    for sheet in document.Sheets:
        if not sheet.IsVisible:
            continue
        if not sheet.isProtected():
            found["free"].append(sheet.Name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        found["open"] += _open(sheet, end.EndRow + BESIDE, end.EndColumn + BESIDE)
        sheet.unprotect("sandi")
        found["low"] += _low(sheet, end.EndRow)
    return found


def _open(sheet: Any, row: int, column: int) -> list[Any]:
    around = [(0, column), (row, column), *((row, n) for n in range(column))]
    return [
        [sheet.Name, row + 1, column + 1]
        for row, column in around
        if not sheet.getCellByPosition(column, row).CellProtection.IsLocked
    ]


def _low(sheet: Any, last: int) -> list[Any]:
    rows = sheet.getCellRangeByPosition(0, 0, 0, last).Rows
    given = [rows.getByIndex(n).Height for n in range(rows.Count)]
    rows.OptimalHeight = True
    needed = [rows.getByIndex(n).Height for n in range(rows.Count)]
    return [
        [sheet.Name, number, height, wanted]
        for number, (height, wanted) in enumerate(zip(given, needed, strict=True), 1)
        if wanted > height + TOLERANCE
    ]
