"""Rule on ranks: they follow the figures that they rank."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from iku.audit.grid import Grid, GridRow
from iku.audit.report import Report
from iku.calculation.figure import in_indonesian
from iku.finding import Fact, Finding

_RANK = re.compile(r"peringkat|rang?king|\brank\b", re.IGNORECASE)
_CONCORDANT = Fraction(3, 5)  # of the pairs of rows, from which a column is what was ranked

Ranked = tuple[GridRow, Fraction, Fraction]  # row, rank, value; higher is better


def ranks_follow(report: Report) -> Iterator[Finding]:
    """AUD-084: a rank that its figure does not have, or two ranks for one figure."""
    for grid in report.grids:
        for column in (n for n in grid.columns if _RANK.search(grid.heads[n])):
            found = _ranked(grid, column)
            if found is not None:
                yield from _wrong(grid, column, *found)


def _ranked(grid: Grid, column: int) -> tuple[int, list[Ranked]] | None:
    """Return the column that was ranked, and its rows, where ranks run from 1."""
    best: tuple[Fraction, int, list[Ranked]] | None = None
    for other in (n for n in grid.columns if n != column and not _RANK.search(grid.heads[n])):
        for sign in (1, -1):
            rows = list(_rows(grid, column, other, sign))
            share = _concordance(rows)
            if share is not None and share >= _CONCORDANT and (best is None or share > best[0]):
                best = (share, other, rows)
    if best is None:
        return None
    ranks = [rank for _, rank, _ in best[2]]
    return (best[1], best[2]) if min(ranks) == 1 and max(ranks) <= len(ranks) else None


def _rows(grid: Grid, column: int, other: int, sign: int) -> Iterator[Ranked]:
    for row in grid.rows:
        rank, value = row.number(column), row.number(other)
        if rank is not None and value is not None and rank.value.denominator == 1:
            yield row, rank.value, sign * value.value


def _concordance(rows: list[Ranked]) -> Fraction | None:
    pairs = [(a, b) for a, b in combinations(rows, 2) if a[2] != b[2]]
    right = sum((a[1] < b[1]) == (a[2] > b[2]) and a[1] != b[1] for a, b in pairs)
    return Fraction(right, len(pairs)) if len(rows) > 2 and pairs else None


def _wrong(grid: Grid, column: int, other: int, rows: list[Ranked]) -> Iterator[Finding]:
    for row, rank, value in rows:
        better = [one for _, _, one in rows if one > value]
        alike = [one for one in rows if one[2] == value]
        expected = {1 + len(better), 1 + len(set(better))}
        shared = len({one[1] for one in alike}) == 1
        within = rank <= len(better) + len(alike) and rank > len(better)
        if (shared and rank in expected) or (not shared and within and row is alike[0][0]):
            continue
        facts: dict[str, Fact] = {
            "nama_baris": grid.name(row),
            "tertulis": in_indonesian(rank, 0),
            "kolom": grid.heads[other],
            "nilai": row.cells[other].text,
            "seharusnya": in_indonesian(Fraction(1 + len(better)), 0),
        }
        if not shared and within:
            same = next(one for one in alike if one[0] is not row)
            facts |= {"sama": grid.name(same[0])}
            facts["seharusnya"] = ""
        yield row.cells[column].place.finding("AUD-084", **facts)
