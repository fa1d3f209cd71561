"""Validations: one meaning per cell, however a producer groups and spells them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap

from iku.address import a1, column_number, split_a1
from iku.cells import SheetSnapshot, ValidationFacts
from workbook_reader.cell_events import Spent
from workbook_reader.refusal import separated, too_large
from workbook_reader.translation import translate

_COMPARING = {"whole", "decimal", "date", "time", "textLength"}
_TWO_SIDED = {"between", "notBetween"}
_WIDE = 5_000  # cells of one range
_EXPANDED = 400_000  # cells of all ranges of a workbook; beyond it ranges stay ranges
_TRANSLATION_COST = 10  # a translated cell takes the time of about ten others
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_WHOLE_COLUMNS = re.compile(r"([A-Z]{1,3}):([A-Z]{1,3})")
_WHOLE_ROWS = re.compile(r"([0-9]+):([0-9]+)")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, 1-based, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def size(self) -> int:
        """The number of cells."""
        rows = self.last_row - self.first_row + 1
        return rows * (self.last_column - self.first_column + 1)

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield (row, column) in reading order."""
        for row in range(self.first_row, self.last_row + 1):
            for column in range(self.first_column, self.last_column + 1):
                yield row, column


def parse_area(text: str) -> Area:
    """Return the area of ``A1``, ``A1:B3``, ``A:B`` or ``1:3``; raise ValueError otherwise.

    >>> parse_area("B3:A1")
    Area(first_row=1, first_column=1, last_row=3, last_column=2)
    """
    if columns := _WHOLE_COLUMNS.fullmatch(text):
        first, last = sorted(map(column_number, columns.groups()))
        return Area(1, first, _LAST_ROW, last)
    if rows := _WHOLE_ROWS.fullmatch(text):
        first, last = sorted(map(int, rows.groups()))
        return Area(first, 1, last, _LAST_COLUMN)
    start, _, end = text.partition(":")
    (row_a, column_a), (row_b, column_b) = split_a1(start), split_a1(end or start)
    return Area(
        min(row_a, row_b), min(column_a, column_b), max(row_a, row_b), max(column_a, column_b)
    )


def normalised(attributes: dict[str, str], formulas: dict[str, str]) -> ValidationFacts:
    """Return a validation by meaning; ``formulas`` holds ``formula1`` and ``formula2`` if given.

    A kind that compares nothing has no operator and no second formula, whatever was written:
    LibreOffice gives a list ``operator="between"`` and a second formula of 0.
    """
    kind = attributes.get("type", "none")
    if kind == "none":
        return ValidationFacts("any", "between", None, None)
    comparing = kind in _COMPARING
    operator = attributes.get("operator", "between") if comparing else "between"
    second = formulas.get("formula2") if comparing and operator in _TWO_SIDED else None
    return ValidationFacts(kind, operator, formulas.get("formula1"), second)


class ValidationCells:
    """Records the validations of one sheet at each cell they hold for.

    Relative references in their formulas are meant from the first cell, so each other cell gets
    them translated: two producers that group cells differently then agree.
    """

    def __init__(self, sheet: SheetSnapshot, most: int, spent: Spent) -> None:
        """Prepare to fill the validations of ``sheet``; so many ranges may the workbook have."""
        self.sheet = sheet
        self.most = most
        self.spent = spent

    def add(self, ranges: str, facts: ValidationFacts, *, enforced: bool = True) -> None:
        """Record a validation for ``ranges``; raise ValueError for an impossible range.

        `RefusalError` where there are more ranges than a workbook may have.
        One that is not ``enforced`` only prompts: whatever is typed is taken.
        """
        self.spent.ranges += ranges.count(" ") + 1
        if self.spent.ranges > self.most:
            limit = f"{separated(self.most)} kisaran validasi"
            raise too_large("kisaran_validasi", limit=limit, value="lebih banyak kisaran")
        areas = [(text, parse_area(text)) for text in ranges.split()]
        relative = _relative(facts)
        for text, area in areas:
            wide = area.size > _WIDE or not self._room_for(area.size, relative=relative)
            if wide:
                self.sheet.wide_validations.append((text, facts))
            elif relative:
                self._add_translated(area, areas[0][1], facts)
            else:
                self.sheet.validations.update(dict.fromkeys(starmap(a1, area.cells()), facts))
            if not (enforced or wide):
                self.sheet.unenforced.update(starmap(a1, area.cells()))

    def _room_for(self, cells: int, *, relative: bool) -> bool:
        self.spent.validated += cells * (_TRANSLATION_COST if relative else 1)
        return self.spent.validated <= _EXPANDED

    def _add_translated(self, area: Area, origin: Area, facts: ValidationFacts) -> None:
        for row, column in area.cells():
            here = _moved(facts, row - origin.first_row, column - origin.first_column)
            self.sheet.validations[a1(row, column)] = here


@lru_cache(maxsize=1_024)
def _relative(facts: ValidationFacts) -> bool:
    """Whether a validation means another thing in another cell."""
    return _moved(facts, 1, 1) != facts


def _moved(facts: ValidationFacts, rows: int, columns: int) -> ValidationFacts:
    first, second = (
        None if formula is None else translate(formula, rows, columns)
        for formula in (facts.formula1, facts.formula2)
    )
    return facts._replace(formula1=first, formula2=second)
