"""What one formula works with: where its cells lie, its texts, and the grid that holds the values."""

from typing import Any, NamedTuple

from iku.formula.grid import Grid


class Frame(NamedTuple):
    """A grid, and the slots of a formula's skeleton (see `iku.formula.skeleton`)."""

    grid: Grid
    slots: tuple[Any, ...]  # of `Slot`; which kind each one is, the skeleton says

    def constant(self, slot: int) -> str | float:
        """Return a text or a number."""
        constant: str | float = self.slots[slot]
        return constant

    def area(self, slot: int) -> tuple[range, range]:
        """Return the rows and columns of a range; a single cell is one too."""
        rows, columns = self.slots[slot]
        if isinstance(rows, range):
            return rows, columns
        return range(rows, rows + 1), range(columns, columns + 1)

    def corner(self, slot: int) -> tuple[int, int]:
        """Return the first row and the first column of a range."""
        rows, columns = self.slots[slot]
        return rows.start, columns.start
