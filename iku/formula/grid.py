"""Where formulas get the values of cells from."""

from typing import Protocol

from iku.cells import Value


class Grid(Protocol):
    """Cells by place; numbers are always ``float``, never ``int``, and None is a blank cell."""

    def value(self, sheet: str, row: int, column: int) -> Value:
        """Return what a cell holds or shows; row and column count from 1."""
        ...
