"""Every formula of a workbook computed from its constants, as Excel would on opening it."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Protocol, TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula.error import CircularReferenceError, FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.grid import BlockValues

Place: TypeAlias = tuple[str, int, int]
BlockPlace: TypeAlias = tuple[str, range, range]

# A cell computed inside another nests Python calls: about two for each level of its formula, and
# a few for itself. This many levels stay well inside Python's recursion limit of 1,000.
_DEEPEST = 120
_LEVELS_OF_A_CELL = 3


class Table(Protocol):
    """A long table of constants on one sheet."""

    def content(self, row: int, column: int) -> Value:
        """Return what stands in a cell, None where the table has none."""
        ...


class _PostponedError(Exception):
    """A cell that must be computed first, because computing it here would nest too deep."""

    def __init__(self, place: Place) -> None:
        self.place = place


class Recalculation:
    """The cells of a workbook by (sheet, row, column); formulas are computed when asked for.

    ``constants`` holds what is typed or printed, ``formulas`` the texts of the formulas without
    ``=``; where a cell has both, the formula counts. ``tables`` are long ones of constants by sheet,
    which are looked into where a formula asks. ``sheets`` are those that may hold nothing at all.
    One object serves one thread.
    """

    def __init__(
        self,
        constants: Mapping[Place, Value],
        formulas: Mapping[Place, str],
        tables: Mapping[str, Table] | None = None,
        *,
        sheets: Iterable[str] = (),
    ) -> None:
        """Compile every formula; raise FormulaError for one that must not be used."""
        self._formulas = {
            place: compile_formula(text, place[0]) for place, text in formulas.items()
        }
        self._known: dict[Place, Value] = {
            place: _as_float(value)
            for place, value in constants.items()
            if place not in self._formulas
        }
        self._tables = tables or {}
        self._blocks: dict[BlockPlace, BlockValues] = {}
        self._running: dict[Place, None] = {}
        self._depth = 0
        self._check_sheets(sheets)

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what a cell shows, None where it is blank.

        Raise CircularReferenceError where formulas wait for each other.
        """
        place = (sheet, row, column)
        try:
            return self._known[place]
        except KeyError:
            return self._find(place)

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        """Return what the cells of a range show, row after row; worked out once."""
        key = (sheet, rows, columns)
        known = self._blocks.get(key)
        if known is None:
            value = self.value
            known = BlockValues([value(sheet, row, column) for row in rows for column in columns])
            self._blocks[key] = known
        return known

    def all_formula_values(self) -> dict[Place, Value]:
        """Return the value of every formula cell, in the order in which they were given."""
        return {place: self.value(*place) for place in self._formulas}

    def _find(self, place: Place) -> Value:
        compiled = self._formulas.get(place)
        if compiled is None:
            # Blank, mostly; a form's ranges are read many times.
            self._known[place] = value = self._tabled(place)
            return value
        return self._compute(place, compiled) if self._running else self._settle(place)

    def _tabled(self, place: Place) -> Value:
        sheet, row, column = place
        table = self._tables.get(sheet)
        return None if table is None else _as_float(table.content(row, column))

    def _settle(self, place: Place) -> Value:
        """Compute a cell, and first what it had to postpone: a chain may have any length."""
        waiting = [place]
        while waiting:
            current = waiting[-1]
            try:
                self._compute(current, self._formulas[current])
            except _PostponedError as postponed:
                if postponed.place in waiting:
                    raise CircularReferenceError(_circle(waiting, postponed.place)) from None
                waiting.append(postponed.place)
            else:
                waiting.pop()
        return self._known[place]

    def _compute(self, place: Place, compiled: Compiled) -> Value:
        if place in self._running:
            raise CircularReferenceError(_circle(list(self._running), place))
        levels = compiled.height + _LEVELS_OF_A_CELL
        if self._running and self._depth + levels > _DEEPEST:
            raise _PostponedError(place)
        self._running[place] = None
        self._depth += levels
        try:
            value = compiled.evaluate(self)
        finally:
            del self._running[place]
            self._depth -= levels
        self._known[place] = value
        return value

    def _check_sheets(self, blank: Iterable[str]) -> None:
        places = chain(self._known, self._formulas)
        known = self._tables.keys() | {place[0] for place in places} | set(blank)
        for place, compiled in self._formulas.items():
            unknown = compiled.sheets - known
            if unknown:
                message = f"sheet {min(unknown)!r} pada rumus {place} tidak ada"
                raise FormulaError(message, 0)


def _as_float(value: Value) -> Value:
    return value if isinstance(value, bool | str | ErrorValue | None) else float(value)


def _circle(path: list[Place], place: Place) -> tuple[Place, ...]:
    return (*path[path.index(place) :], place)
