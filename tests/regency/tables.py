"""Tables on sheets as programs that know nothing of ours read them, and how figures are compared."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, Self

import openpyxl

Rows = Sequence[Sequence[Any]]


class Proof(StrEnum):
    """How a number of the recap is shown to be right."""

    CELL = "found in the named cell of the named file"
    ADDED = "added up again from figures that were found"
    TARGET = "set by the definition"
    COUNTED = "counted again"
    NUMBERED = "the number of its own row"


class Shown(float):
    """A number on a sheet, with the place that it stands in."""

    place: str

    @classmethod
    def at(cls, value: float, place: str) -> Self:
        """A number at a place such as ``Ringkasan!E25``."""
        shown = cls(value)
        shown.place = place
        return shown


@dataclass
class Traced:
    """What was looked at, and everything that is not as the recap says.

    ``numbers`` are the places of all numbers of the recap, ``proofs`` what became of them.
    """

    cells: int = 0
    figures: int = 0
    faults: list[str] = field(default_factory=list)
    numbers: tuple[str, ...] = ()
    proofs: dict[str, Proof] = field(default_factory=dict)

    @property
    def unproven(self) -> list[str]:
        """The places of the numbers that nobody looked at."""
        return [one for one in self.numbers if one not in self.proofs]

    @property
    def by_proof(self) -> Counter[Proof]:
        """How many numbers were proven in which way."""
        return Counter(self.proofs.values())

    def compare(
        self, what: str, shown: Any, added: Fraction | None, proof: Proof = Proof.ADDED
    ) -> None:
        """Compare a figure of the recap with what re-adding gives."""
        if not isinstance(shown, int | float):
            if added is not None:
                self.faults.append(f"{what}: shows {shown!r}, re-adding gives {float(added)}")
            return
        self.figures += 1
        self._prove(shown, proof)
        if added is None or not same(shown, added):
            again = None if added is None else float(added)
            self._fault(what, shown, f"re-adding gives {again}")

    def equal(self, what: str, shown: Any, true: Any, proof: Proof = Proof.COUNTED) -> None:
        """Compare a count, or words with a count in them, with counting again."""
        self.figures += 1
        self._prove(shown, proof)
        number = isinstance(shown, int | float) and isinstance(true, Fraction)
        if not (same(shown, true) if number else shown == true):
            self._fault(what, shown, f"counting again gives {true!r}")

    def numbered(self, what: str, shown: Any, number: int) -> None:
        """Compare the number that a row carries."""
        self.equal(what, shown, number, Proof.NUMBERED)

    def _fault(self, what: str, shown: Any, true: str) -> None:
        place = f"{shown.place}, " if isinstance(shown, Shown) else ""
        self.faults.append(f"{place}{what}: shows {shown!r}, {true}")

    def _prove(self, shown: Any, proof: Proof) -> None:
        if isinstance(shown, Shown):
            self.proofs[shown.place] = proof


def read(path: Path) -> dict[str, Rows]:
    """Every sheet of a workbook by its name, the values stored in its cells."""
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    return {
        sheet.title: [[_cell(cell, sheet.title) for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def _cell(cell: Any, sheet: str) -> Any:
    """The value of a cell; a number knows where it stands."""
    value = cell.value
    assert not isinstance(value, date), "no date of the recap is a number so far"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Shown.at(value, f"{sheet}!{cell.coordinate}")
    return value


def numbers(sheets: dict[str, Rows]) -> tuple[str, ...]:
    """The places of all numbers."""
    return tuple(
        cell.place
        for rows in sheets.values()
        for row in rows
        for cell in row
        if isinstance(cell, Shown)
    )


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
