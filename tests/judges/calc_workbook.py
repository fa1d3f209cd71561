"""A workbook kept open in LibreOffice, to be calculated with many sets of entries."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple

from tests.judges.calc_session import INSIDE_CALC, OpenDocument
from tests.judges.values import Key, Value, Values, formula_cells

SCRIPT = INSIDE_CALC / "sheet_values.py"


class OpenWorkbook:
    """The open document of the file ``path``, with the entries that calls may change."""

    def __init__(
        self, document: OpenDocument, path: Path, entries: Mapping[Key, Value] | None = None
    ) -> None:
        self._document = document
        self._entries = dict(entries or {})
        self._results = formula_cells(path)
        self._areas = _areas(self._results)

    def computed_values(self, entries: Mapping[Key, Value] | None = None) -> Values:
        """Return the value of each formula cell, given these entries; None leaves a cell blank."""
        typed = _runs({**self._entries, **(entries or {})})
        found = self._document.call(SCRIPT, "answers", typed, self._areas)
        pages = {sheet: page for (sheet, *_), page in zip(self._areas, found, strict=True)}
        return {key: _shown(pages, key) for key in self._results}


def _areas(cells: set[Key]) -> list[tuple[str, int, int]]:
    """Return for each sheet how many rows and columns from A1 hold all these cells."""
    places: dict[str, list[tuple[int, int]]] = {}
    for sheet, address in cells:
        places.setdefault(sheet, []).append(coordinate_to_tuple(address))
    return [
        (sheet, max(row for row, _ in held), max(column for _, column in held))
        for sheet, held in places.items()
    ]


def _runs(entries: Mapping[Key, Value]) -> list[tuple[str, int, int, list[Value]]]:
    """Return the entries as unbroken runs down a column: (sheet, column, first row, values)."""
    placed = sorted(
        (sheet, column, row, value)
        for (sheet, address), value in entries.items()
        for row, column in [coordinate_to_tuple(address)]
    )
    runs = []
    for (sheet, column, _), group in groupby(
        enumerate(placed), lambda one: (one[1][0], one[1][1], one[1][2] - one[0])
    ):
        run = [place for _, place in group]
        runs.append((sheet, column - 1, run[0][2] - 1, [_typed(value) for *_, value in run]))
    return runs


def _typed(value: Value) -> Value:
    """Return a value as the script takes it, where nothing at all stands for #N/A."""
    return "" if value is None else None if value == "#N/A" else value


def _shown(pages: Mapping[str, list[list[Any]]], key: Key) -> Value:
    row, column = coordinate_to_tuple(key[1])
    value = pages[key[0]][row - 1][column - 1]
    return str(value["error"]) if isinstance(value, dict) else value
