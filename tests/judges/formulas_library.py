"""The Python library `formulas` as a judge, with four of its faults mended.

Its ROUND and FIXED round the binary number, so 92.355 becomes 92.35; Excel and LibreOffice round
what they show, the 15 significant digits, and give 92.36. Its ISNUMBER takes the text "1.500" in a
cell for a number, and its INT has no answer to 1E+300; Excel, LibreOffice and ironcalc agree on both.
They must be replaced before a workbook is loaded, because loading binds the functions.
"""

import io
from collections.abc import Mapping
from contextlib import redirect_stderr
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from numbers import Real
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import formulas
import schedula
from formulas.functions import wrap_ranges_func, wrap_ufunc
from formulas.functions.info import FalseArray, iserror
from formulas.functions.text import xfixed
from formulas.tokens.operand import XlError

from tests.judges.values import Key, Value, Values, formula_cells, plain, with_entries

SIGNIFICANT_DIGITS = 15


def half_up(number: float, digits: float) -> float:
    """Round as Excel's ROUND does: half away from zero, on 15 significant digits."""
    shown = Decimal(f"{number:.{SIGNIFICANT_DIGITS}g}")
    step = Decimal(1).scaleb(-int(digits))
    return float((shown / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step)


def _fixed(number: object, decimals: object = 2.0, no_commas: object = 0.0) -> object:
    if isinstance(number, int | float) and isinstance(decimals, int | float):
        number = half_up(number, decimals)
    return xfixed(number, decimals, no_commas)


def _is_number(cells: Any) -> Any:
    return iserror(cells, check=_is_real, array=FalseArray)


def _is_real(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


formulas.get_functions()["ISNUMBER"] = wrap_ranges_func(_is_number)
formulas.get_functions()["INT"] = wrap_ufunc(lambda number: float(floor(number)))
formulas.get_functions()["ROUND"] = wrap_ufunc(half_up)
formulas.get_functions()["FIXED"] = wrap_ufunc(
    _fixed, input_parser=lambda *arguments: arguments, args_parser=lambda *arguments: arguments
)


class LoadedWorkbook:
    """A workbook loaded once, to be calculated with many sets of entries.

    ``entries`` names the cells that calls may change, with the values they have otherwise. A blank
    cell is no part of the library's graph, so while loading those cells hold a number.
    """

    def __init__(self, path: Path, entries: Mapping[Key, Value] | None = None) -> None:
        self._entries = dict(entries or {})
        self._results = formula_cells(path)
        with TemporaryDirectory() as folder, redirect_stderr(io.StringIO()):  # a progress bar
            numbers = dict.fromkeys(self._entries, 1.0)
            loaded = with_entries(path, Path(folder) / "loaded.xlsx", numbers)
            self._model = formulas.ExcelModel().loads(str(loaded)).finish()
        self._nodes = _nodes(self._model)

    def computed_values(self, entries: Mapping[Key, Value] | None = None) -> Values:
        """Return the value of each formula cell, given these entries; None leaves a cell blank."""
        inputs = {
            self._nodes[_upper(key)]: [[schedula.EMPTY if value is None else value]]
            for key, value in {**self._entries, **(entries or {})}.items()
        }
        solution = self._model.calculate(inputs=inputs)
        return {key: _answer(solution.get(self._nodes.get(_upper(key)))) for key in self._results}


def computed_values(path: Path, entries: Mapping[Key, Value] | None = None) -> Values:
    """Recalculate a workbook, with other entries if any, and return each formula cell's value."""
    return LoadedWorkbook(path, entries).computed_values()


def _upper(key: Key) -> Key:
    sheet, address = key
    return sheet.upper(), address


def _nodes(model: formulas.ExcelModel) -> dict[Key, str]:
    """Return the graph's own name of each cell; it writes sheet names in capitals."""
    return {
        (place["sheet"].upper(), place["ref"]): name
        for name, cell in model.cells.items()
        if cell.range is not None
        for place in cell.range.ranges[:1]
    }


def _answer(found: Any) -> Value:
    if found is None:
        return "not computed"  # equal to no value, so that a comparison shows the cell
    value = getattr(found, "value", found)[0, 0]
    if value is schedula.EMPTY:
        return None
    return str(value) if isinstance(value, XlError) else plain(value)
