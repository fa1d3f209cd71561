"""Cells of a sheet written down column by column, neighbours together without their addresses.

Thousands of addresses would weigh more than what is said about the cells.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from iku.address import column_letters, split_a1

Piece = TypeVar("Piece", str, list[Any])
Runs = dict[str, list[list[Any]]]


def runs_of(cells: Mapping[str, Piece]) -> Runs:
    """Return, by column, stretches of rows: the first row, and the pieces of its cells joined.

    >>> runs_of({"B2": "ab", "B3": "cd", "B9": "ef", "C2": "gh"})
    {'B': [[2, 'abcd'], [9, 'ef']], 'C': [[2, 'gh']]}
    """
    placed = sorted(
        (column, row, piece)
        for address, piece in cells.items()
        for row, column in [split_a1(address)]
    )
    runs: Runs = {}
    before = (0, 0)
    for column, row, piece in placed:
        if before == (column, row - 1):
            runs[column_letters(column)][-1][1] += piece
        else:
            runs.setdefault(column_letters(column), []).append([row, piece])
        before = column, row
    return runs


def cells_of(runs: Mapping[str, Any], size: int) -> dict[str, Any]:
    """Return the pieces by address; each is ``size`` characters or items long.

    >>> cells_of({"B": [[2, "abcd"]]}, 2)
    {'B2': 'ab', 'B3': 'cd'}
    """
    return {
        f"{letters}{row + n // size}": joined[n : n + size]
        for letters, stretches in runs.items()
        for row, joined in stretches
        for n in range(0, len(joined), size)
    }
