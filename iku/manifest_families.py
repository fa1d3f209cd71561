"""Formulas that are the same in every row but for the row's own number, written down once.

A counter beside each entry, a result in each indicator's row: thousands of cells, a few dozen
texts. Their marks follow from the text and need not travel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

from iku.address import column_letters

OWN_ROW: Final = "#"  # which no formula of ours holds
_WORTH: Final = 4  # cells; below, a text weighs more than their marks
_ROW = re.compile(r"(?<=[A-Z])[1-9][0-9]*(?![0-9])")


class Family(NamedTuple):
    """A column, the formula with ``#`` for the own row, and the rows that have it."""

    column: str
    formula: str
    rows: tuple[int, ...]


def families_in(formulas: Iterable[tuple[int, int, str]]) -> tuple[Family, ...]:
    """Return the families among formulas given with row and column.

    >>> families_in((row, 2, f"A{row}+1") for row in (3, 4, 5, 9))
    (Family(column='B', formula='A#+1', rows=(3, 4, 5, 9)),)
    """
    found: dict[tuple[int, str], list[int]] = {}
    for row, column, formula in formulas:
        if OWN_ROW not in formula and str(row) in formula:
            found.setdefault((column, _without_row(formula, str(row))), []).append(row)
    return tuple(
        Family(column_letters(column), formula, tuple(sorted(rows)))
        for (column, formula), rows in sorted(found.items())
        if OWN_ROW in formula and len(rows) >= _WORTH
    )


def _without_row(formula: str, row: str) -> str:
    return _ROW.sub(lambda found: OWN_ROW if found[0] == row else found[0], formula)


def written(families: Iterable[Family]) -> list[list[Any]]:
    """Return families as the manifest holds them: with the steps from row to row."""
    return [[one.column, one.formula, steps_of(one.rows)] for one in families]


def read(families: Iterable[Any]) -> Iterator[Family]:
    """Return the families that the manifest holds."""
    for column, formula, steps in families:
        yield Family(column, formula, tuple(accumulate(steps)))


def steps_of(rows: Iterable[int]) -> list[int]:
    """Return the first row, and from each row how far it is to the next.

    >>> steps_of([8, 9, 12])
    [8, 1, 3]
    """
    return [row - before for before, row in pairwise((0, *rows))]


def apart(locked: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Return the marks that do not follow from a family."""
    return {place: mark for place, mark in locked.items() if known.get(place) != mark}
