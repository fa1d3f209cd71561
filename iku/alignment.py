"""Alignment: two sequences of lines matched in their order, by how much of their texts they share."""

from collections import Counter
from collections.abc import Sequence

LARGEST = 40_000  # pairs; beyond, lines are matched one after the other
_STAYS = 0.01  # lines of which nothing tells are matched rather than left out, blank with blank


def aligned(before: Sequence[Counter[str]], now: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Return the numbers of the lines that belong together, both rising.

    Alike is not equal: a line may have lost a text, and what was typed may look like one.

    >>> aligned([Counter("ab"), Counter("c"), Counter("d")], [Counter("ab"), Counter("dx")])
    [(0, 0), (2, 1)]
    """
    if len(before) * len(now) > LARGEST:
        return list(zip(range(len(before)), range(len(now)), strict=False))
    worth = _worths(before, now)
    pairs = []
    a, b = 0, 0
    while a < len(before) and b < len(now):
        if worth[a][b] == worth[a + 1][b + 1] + _alike(before[a], now[b]):
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif worth[a][b] == worth[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _worths(before: Sequence[Counter[str]], now: Sequence[Counter[str]]) -> list[list[float]]:
    """Return what the best match of the lines from each pair of numbers on is worth."""
    worth = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for a in range(len(before) - 1, -1, -1):
        for b in range(len(now) - 1, -1, -1):
            together = worth[a + 1][b + 1] + _alike(before[a], now[b])
            worth[a][b] = max(together, worth[a + 1][b], worth[a][b + 1])
    return worth


def _alike(before: Counter[str], now: Counter[str]) -> float:
    """Return the share of texts that two lines have in common, and what speaks for them besides."""
    if not before and not now:
        return 2 * _STAYS
    if not before or not now:
        return _STAYS / 2
    return 2 * (before & now).total() / (before.total() + now.total()) + _STAYS
