"""Tables on sheets as programs that know nothing of ours read them, and how figures are compared."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

Rows = Sequence[Sequence[Any]]


@dataclass
class Traced:
    """What was looked at, and everything that is not as the recap says."""

    cells: int = 0
    figures: int = 0
    faults: list[str] = field(default_factory=list)

    def compare(self, what: str, shown: Any, added: Fraction | None) -> None:
        """Compare a figure of the recap with what re-adding gives."""
        if not isinstance(shown, int | float):
            if added is not None:
                self.faults.append(f"{what}: shows {shown!r}, re-adding gives {float(added)}")
            return
        self.figures += 1
        if added is None or not same(shown, added):
            again = None if added is None else float(added)
            self.faults.append(f"{what}: shows {shown}, re-adding gives {again}")


def same(shown: float, added: Fraction) -> bool:
    """Whether two figures are equal to the last digit that a cell can show (15 of them)."""
    return math.isclose(shown, float(added), rel_tol=1e-14, abs_tol=1e-14)


def table(rows: Rows, *heads: str) -> Iterator[dict[str, Any]]:
    """The rows of a table below the row that has all these heads."""
    at: dict[str, int] = {}
    for row in rows:
        if at:
            yield {head: row[n] for head, n in at.items()}
        elif all(head in row for head in heads):
            at = {str(cell): n for n, cell in enumerate(row) if cell is not None}
