"""Cut a range and paste it elsewhere on its sheet, as a clerk does with Ctrl+X and Ctrl+V."""

from typing import Any


def edit(document: Any, sheet: str, source: str, target: str) -> None:
    """Move the range ``source`` so that its first cell lands on ``target``."""
    page = document.Sheets.getByName(sheet)
    page.moveRange(
        page.getCellRangeByName(target).CellAddress,
        page.getCellRangeByName(source).RangeAddress,
    )
