"""Do with the cells of a protected workbook what a clerk does, look, and undo it.

`watch` first, then `handle` as often as wanted. Clipboard and filling go through the program's own
commands, so that its protection is asked as it is for a person.
"""

from collections.abc import Callable
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.table import TableSortField
from com.sun.star.util import URL

FOREIGN = ((61.7, "dari buku lain", 7.0), ("12,5", 1e6, "Nihil"), (3.0, "", "Ya"))

_watched: dict[str, dict[str, Any]] = {}  # by the document's own identity


def watch(document: Any, formulas: list[Any], entries: list[Any]) -> None:
    """Remember every formula's text; ``formulas`` and ``entries`` list (sheet, column, row)."""
    document.UndoManager.clear()
    foreign = document.CurrentController.Frame.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, (_property("Hidden", True),)
    )
    _furnish(foreign)
    known = {"formulas": formulas, "entries": entries, "foreign": foreign}
    _watched[document.RuntimeUID] = known
    known["texts"] = _texts(document, formulas)


def forget(document: Any) -> None:
    """Close what `watch` opened."""
    _watched.pop(document.RuntimeUID)["foreign"].close(True)


def look(document: Any) -> dict[str, Any]:
    """Return what formula and entry cells show now, and which formulas have another text."""
    known = _watched[document.RuntimeUID]
    texts = _texts(document, known["formulas"])
    return {
        "results": _values(document, known["formulas"]),
        "entries": _values(document, known["entries"]),
        "rewritten": [
            [*place, before, now]
            for place, before, now in zip(known["formulas"], known["texts"], texts, strict=True)
            if before != now
        ],
    }


def handle(document: Any, kind: str, arguments: list[Any]) -> dict[str, Any]:
    """Do one thing, look, and undo it; ``steps`` tells whether the program let it through."""
    undo = document.UndoManager
    _KINDS[kind](document, *arguments)
    steps = len(undo.getAllUndoActionTitles())
    seen = {**look(document), "steps": steps}
    while undo.isUndoPossible():
        undo.undo()
    undo.clear()
    if kind in {"cut", "drag"}:
        document.calculateAll()  # undoing a move leaves some results as they were
    return seen


def _cut(document: Any, sheet: str, source: str, onto: str, target: str) -> None:
    _on_selection(document, sheet, source, "Cut")
    _on_selection(document, onto, target, "Paste")


def _copy(document: Any, sheet: str, source: str, onto: str, target: str) -> None:
    _on_selection(document, sheet, source, "Copy")
    _on_selection(document, onto, target, "Paste")


def _drag(document: Any, sheet: str, source: str, onto: str, target: str) -> None:
    to = document.Sheets.getByName(onto).getCellRangeByName(target)
    page = document.Sheets.getByName(sheet)
    corner = to.getCellByPosition(0, 0).CellAddress
    page.moveRange(corner, page.getCellRangeByName(source).RangeAddress)


def _fill_down(document: Any, sheet: str, cells: str) -> None:
    _on_selection(document, sheet, cells, "FillDown")


def _fill_auto(document: Any, sheet: str, cells: str) -> None:
    document.Sheets.getByName(sheet).getCellRangeByName(cells).fillAuto(TO_BOTTOM, 1)


def _sort(document: Any, sheet: str, cells: str, *, ascending: bool) -> None:
    field = TableSortField()
    field.Field, field.IsAscending = 0, ascending
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    document.Sheets.getByName(sheet).getCellRangeByName(cells).sort(
        (_property("SortFields", fields), _property("ContainsHeader", False))
    )


def _clear(document: Any, sheet: str, cells: str) -> None:
    _on_selection(document, sheet, cells, "ClearContents")


def _from_another_book(document: Any, sheet: str, target: str, copied: str) -> None:
    foreign = _watched[document.RuntimeUID]["foreign"]
    _on_selection(foreign, foreign.Sheets.getByIndex(0).Name, copied, "Copy")
    _on_selection(document, sheet, target, "Paste")


_KINDS: dict[str, Callable[..., None]] = {
    "cut": _cut,
    "copy": _copy,
    "drag": _drag,
    "fill down": _fill_down,
    "fill series": _fill_auto,
    "sort up": lambda *given: _sort(*given, ascending=True),
    "sort down": lambda *given: _sort(*given, ascending=False),
    "clear": _clear,
    "from another book": _from_another_book,
}


def _on_selection(document: Any, sheet: str, cells: str, command: str) -> None:
    page = document.Sheets.getByName(sheet)
    document.CurrentController.setActiveSheet(page)
    document.CurrentController.select(page.getCellRangeByName(cells))
    url = URL()
    url.Complete = url.Main = f".uno:{command}"
    url.Protocol, url.Path = ".uno:", command
    dispatcher = document.CurrentController.Frame.queryDispatch(url, "", 0)
    dispatcher.dispatch(url, (_property("SynchronMode", True),))


def _furnish(foreign: Any) -> None:
    """A book with cells of its own look: locked, coloured, with a format and a formula."""
    block = foreign.Sheets.getByIndex(0).getCellRangeByName("A1:C3")
    block.setDataArray(FOREIGN)
    block.CellBackColor, block.CharWeight = 0xFFCC00, 150.0
    block.getCellByPosition(1, 2).setFormula("=1/3")


def _texts(document: Any, places: list[Any]) -> list[str]:
    return _gathered(document, places, lambda block: block.getFormulaArray())


def _values(document: Any, places: list[Any]) -> list[Any]:
    values = _gathered(document, places, lambda block: block.getDataArray())
    return [
        _shown(document, place) if value is None else value
        for place, value in zip(places, values, strict=True)
    ]


def _shown(document: Any, place: list[Any]) -> dict[str, str]:
    sheet, column, row = place
    return {"error": document.Sheets.getByName(sheet).getCellByPosition(column, row).String}


def _gathered(document: Any, places: list[Any], read: Any) -> list[Any]:
    """Read whole sheets, one call for each, and pick the places."""
    corners: dict[str, tuple[int, int]] = {}
    for sheet, column, row in places:
        right, bottom = corners.get(sheet, (0, 0))
        corners[sheet] = (max(right, column), max(bottom, row))
    blocks = {
        sheet: read(document.Sheets.getByName(sheet).getCellRangeByPosition(0, 0, *corner))
        for sheet, corner in corners.items()
    }
    return [blocks[sheet][row][column] for sheet, column, row in places]


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made
