"""IronCalc, a spreadsheet engine written in Rust, as a judge."""

from collections.abc import Mapping
from pathlib import Path

import ironcalc
from openpyxl.utils.cell import coordinate_to_tuple

from tests.judges.values import Key, Value, Values, formula_cells, plain


class LoadedWorkbook:
    """A workbook loaded once, to be calculated with many sets of entries.

    ``entries`` names the cells that calls may change, with the values they have otherwise.
    """

    def __init__(self, path: Path, entries: Mapping[Key, Value] | None = None) -> None:
        self._model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
        sheets = self._model.get_worksheets_properties()
        self._sheets = {sheet["name"]: number for number, sheet in enumerate(sheets)}
        self._entries = dict(entries or {})
        self._places = {key: self._place(key) for key in formula_cells(path)}

    def computed_values(self, entries: Mapping[Key, Value] | None = None) -> Values:
        """Return the value of each formula cell, given these entries; None leaves a cell blank."""
        for key, value in {**self._entries, **(entries or {})}.items():
            self._type(self._place(key), value)
        self._model.evaluate()
        return {
            key: plain(self._model.get_cell_value(*place)) for key, place in self._places.items()
        }

    def _place(self, key: Key) -> tuple[int, int, int]:
        sheet, address = key
        return (self._sheets[sheet], *coordinate_to_tuple(address))

    def _type(self, place: tuple[int, int, int], value: Value) -> None:
        if value is None:
            self._model.clear_cell_contents(*place)
        elif isinstance(value, float | int):
            self._model.update_cell_with_number(*place, value)
        elif value == "#N/A":
            self._model.set_user_input(*place, value)
        else:
            self._model.update_cell_with_text(*place, value)


def computed_values(path: Path) -> Values:
    """Recalculate a workbook and return the value of each of its formula cells."""
    return LoadedWorkbook(path).computed_values()
