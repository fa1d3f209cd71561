"""Formulas that remember what they read, so that a few new constants cost a few computations."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from iku.cells import Value
from iku.formula.evaluate import Compiled
from iku.formula.grid import BlockValues
from iku.formula.recalculation import BlockPlace, Place, Recalculation

_Read: TypeAlias = Place | BlockPlace


class TracedRecalculation(Recalculation):
    """A computed workbook that can say what it would show with other constants in some cells.

    What was really read counts, not what a formula mentions: an IF that answered without its last
    argument does not hang on it.
    """

    def __init__(self, constants: Mapping[Place, Value], formulas: Mapping[Place, str]) -> None:
        """Compute every formula; raise FormulaError for one that must not be used."""
        super().__init__(constants, formulas)
        self._readers: dict[_Read, set[_Read]] = {}
        self._reading: list[_Read] = []
        self.values = self.all_formula_values()

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what a cell shows, and note who asked."""
        place = (sheet, row, column)
        self._note(place)
        try:
            return self._known[place]
        except KeyError:
            return self._find(place)

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        """Return what the cells of a range show, and note who asked."""
        key = (sheet, rows, columns)
        self._note(key)
        self._reading.append(key)
        try:
            return super().block(sheet, rows, columns)
        finally:
            self._reading.pop()

    def with_constants(self, constants: Mapping[Place, Value]) -> dict[Place, Value]:
        """Return the values of all formulas that these constants can have changed."""
        stale = self._all_readers(constants)
        renewed = _Renewed(self, constants, stale)
        return {place: renewed.value(*place) for place in self.values if place in stale}

    def _compute(self, place: Place, compiled: Compiled) -> Value:
        self._reading.append(place)
        try:
            return super()._compute(place, compiled)
        finally:
            self._reading.pop()

    def _note(self, read: _Read) -> None:
        if self._reading:
            self._readers.setdefault(read, set()).add(self._reading[-1])

    def _all_readers(self, read: Iterable[_Read]) -> set[_Read]:
        """Return what has read one of these, or something that has."""
        found: set[_Read] = set()
        waiting = list(read)
        while waiting:
            new = self._readers.get(waiting.pop(), set()) - found
            found |= new
            waiting.extend(new)
        return found


class _Renewed(Recalculation):
    """The same workbook with other constants; what they cannot have changed is taken over."""

    def __init__(
        self, before: TracedRecalculation, constants: Mapping[Place, Value], stale: set[_Read]
    ) -> None:
        super().__init__(constants, {})
        self._formulas = before._formulas  # noqa: SLF001  of our own kind
        known: dict[Any, Value] = dict(before._known)  # noqa: SLF001
        blocks: dict[Any, BlockValues] = dict(before._blocks)  # noqa: SLF001
        for read in stale:  # a cell or a range: one of the two holds it
            known.pop(read, None)
            blocks.pop(read, None)
        self._known = known | self._known
        self._blocks = blocks
