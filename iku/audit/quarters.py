"""Rules on the quarters of a year that a table prints side by side, counted since January."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from iku.audit.grid import Grid, GridRow
from iku.audit.report import Report
from iku.finding import Fact, Finding

_QUARTER = re.compile(r"(?:\btw|\btriwulan|\btriw\.?)\s*[-.]?\s*(iv|i{1,3}|[1-4])\b", re.IGNORECASE)
_OTHER_TIME = re.compile(r"semester|bulan|januari|desember|capaian", re.IGNORECASE)
_NUMBER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FIRST_SHARE = Fraction(3, 5)  # of the year, that the first quarter of a gathered figure aims at
_YEAR = 5  # stands behind the four quarters
_NAMES = {1: "TW I", 2: "TW II", 3: "TW III", 4: "TW IV", _YEAR: "setahun"}


@dataclass(frozen=True)
class _Columns:
    """The columns of target and of realisasi, by quarter (1 to 4) and year."""

    target: Mapping[int, int]
    realisasi: Mapping[int, int]


def quarters_run_on(report: Report) -> Iterator[Finding]:
    """AUD-077, AUD-078: figures counted since January that fall, or end other than the year."""
    for grid in report.grids:
        columns = _Columns(_of(grid, "target"), _of(grid, "realisasi"))
        if len(columns.target) < 4 and len(columns.realisasi) < 4:
            continue
        for row in grid.rows:
            yield from _row(grid.name(row), row, columns)


def _of(grid: Grid, role: str) -> dict[int, int]:
    """Return the columns of a role: the first for each quarter, and the one of the year."""
    found: dict[int, int] = {}
    for n, head in enumerate(grid.heads):
        if role not in head.lower() or _OTHER_TIME.search(head):
            continue
        quarter = _QUARTER.search(head)
        number = quarter[1].lower() if quarter else ""
        found.setdefault(_NUMBER.get(number) or int(number or _YEAR), n)
    return found if {1, 2, 3, 4} & found.keys() else {}


def _row(name: str, row: GridRow, columns: _Columns) -> Iterator[Finding]:
    target, reached = (_values(row, one) for one in (columns.target, columns.realisasi))
    yearly, last = target.get(_YEAR), target.get(4)
    since_january = last is not None and last in {yearly, max(target.values())} and _grows(target)
    if since_january:
        yield from _falls(name, row, columns.target, "target")
        yield from _falls(name, row, columns.realisasi, "realisasi")
    year = reached.pop(_YEAR, None)
    if year is None or len(reached) < 4:
        return
    values = list(reached.values())
    ends = {reached[4]} if since_january else _ends(values)
    if all(abs(year - one) >= Fraction(1, 100) for one in ends):
        cell = row.cells[columns.realisasi[_YEAR]]
        facts: dict[str, Fact] = {"nama_baris": name, "tertulis": cell.text}
        facts["lain"] = row.cells[columns.realisasi[4]].text
        facts |= {} if since_january else {"jumlah_pun": "ya"}
        yield cell.place.finding("AUD-078", **facts)


def _grows(target: Mapping[int, Fraction]) -> bool:
    """Whether targets are those of something gathered from January on, not a level to be kept."""
    return 1 in target and target[1] <= target[4] * _FIRST_SHARE


def _ends(values: list[Fraction]) -> set[Fraction]:
    total = sum(values, Fraction(0))
    return {values[-1], total, total / len(values), max(values), min(values)}


def _values(row: GridRow, columns: Mapping[int, int]) -> dict[int, Fraction]:
    found = {quarter: row.number(n) for quarter, n in sorted(columns.items())}
    return {quarter: one.value for quarter, one in found.items() if one is not None}


def _falls(name: str, row: GridRow, columns: Mapping[int, int], role: str) -> Iterator[Finding]:
    values = _values(row, columns)
    quarters = [one for one in sorted(values) if one != _YEAR]
    for before, after in pairwise(quarters):
        if values[after] < values[before]:
            yield row.cells[columns[after]].place.finding(
                "AUD-077",
                nama_baris=name,
                kolom=role,
                triwulan=_NAMES[after],
                tertulis=row.cells[columns[after]].text,
                sebelumnya=_NAMES[before],
                lain=row.cells[columns[before]].text,
            )
