"""Where formulas get the values of cells from."""

from collections import Counter
from typing import Protocol

from iku.cells import Value


class BlockValues(list[Value]):
    """The values of a range, row after row; a form's formulas read the same ranges many times."""

    __slots__ = ("_counted",)

    def counted(self) -> list[tuple[Value, int]]:
        """Return each different value once, with how often it stands there."""
        try:
            return self._counted
        except AttributeError:
            # TRUE and 1 are equal in Python, and not in a sheet.
            counts = Counter((type(value), value) for value in self)
            self._counted: list[tuple[Value, int]] = [
                (value, count) for (_, value), count in counts.items()
            ]
        return self._counted


class Grid(Protocol):
    """Cells by place; numbers are always ``float``, never ``int``, and None is a blank cell."""

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what a cell holds or shows; row and column count from 1."""
        ...

    def block(self, sheet: str, rows: range, columns: range) -> BlockValues:
        """Return what the cells of a range hold or show."""
        ...
