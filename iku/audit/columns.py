"""Rules on columns that are computed from other columns: shares, differences, sums."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations, product

from iku.audit.calculations import shown
from iku.audit.direction import falls
from iku.audit.grid import Grid, GridRow
from iku.audit.report import Report
from iku.audit.sums import wrong_sum
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import in_indonesian
from iku.finding import Fact, Finding
from iku.printed import Printed

_SHARE = re.compile(r"%|perse|prose|serapan|rasio", re.IGNORECASE)
_GAP = re.compile(
    r"selisih|\bsisa\b|kenaikan|penurunan|\bnaik|\bturun|perubahan|peningkatan|deviasi|\bgap\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\bsisa\b", re.IGNORECASE)
_SUM = re.compile(r"^\W*(?:jumlah|total)\b", re.IGNORECASE)
_AIMED = re.compile(r"target|rencana|capaian", re.IGNORECASE)
_INDICATORS = re.compile(r"indikator|\biku\b", re.IGNORECASE)
_MOST_ROWS, _MOST_COLUMNS = 15, 8  # that tell how a column is computed: the first, the nearest
_MOSTLY = Fraction(3, 5)  # of the rows that a rule of a column holds in


@dataclass(frozen=True)
class _Computed:
    """A column and what most of its rows say it is computed from."""

    column: int
    sources: tuple[int, ...]
    value: Callable[[list[Fraction]], Fraction | None]
    words: str
    share: bool = False
    sure: bool = False

    def of(self, row: GridRow) -> Fraction | None:
        """Return what a row should print, or None where it cannot be told."""
        numbers = [row.number(one) for one in self.sources]
        known = [one.value for one in numbers if one is not None]
        return self.value(known) if len(known) == len(numbers) else None

    def holds(self, row: GridRow) -> bool | None:
        """Whether a row keeps to it; None where a figure is missing."""
        printed, value = row.number(self.column), self.of(row)
        return None if printed is None or value is None else self.fits(printed, value, row)

    def fits(self, printed: Printed, value: Fraction, row: GridRow) -> bool:
        """Whether a printed number is the value, up to the rounding of its sources."""
        if printed.is_rounded(value) or self.column in self.sources:
            return True
        typed = [one for n in self.sources if (one := row.number(n)) is not None]
        ends = product(*(one.bounds if one.decimals else (one.value,) for one in typed))
        values = [end for numbers in ends if (end := self.value(list(numbers))) is not None]
        low, high = printed.bounds if printed.decimals else (printed.value, printed.value)
        return bool(values) and min(values) <= high and low <= max(values)


def computed_columns_are_right(report: Report) -> Iterator[Finding]:
    """AUD-082, AUD-083: a row breaks what the other rows compute; a part exceeds its whole."""
    for grid in report.grids:
        for column in grid.columns:
            found = _computed(grid, column)
            if found is None:
                continue
            for row in (*grid.rows, *grid.totals):
                if found.holds(row) is False and not _excused(report, grid, found, row):
                    yield _broken(grid, found, row)
            if found.share and not _AIMED.search(found.words):
                yield from _too_large(grid, found)


def _computed(grid: Grid, column: int) -> _Computed | None:
    rows = [*grid.rows[:_MOST_ROWS], *grid.totals]
    best: tuple[int, int, _Computed] | None = None
    for one in _candidates(grid, column):
        judged = [(row, fits) for row in rows if (fits := one.holds(row)) is not None]
        right = [row for row, fits in judged if fits]
        telling = {number.value for row in right if (number := row.number(column))}
        mostly = bool(judged) and Fraction(len(right), len(judged)) >= _MOSTLY
        if not (mostly and len(telling) > 1) and not (one.sure and telling):
            continue
        distance = sum(abs(column - source) for source in one.sources)
        if best is None or (-len(right), distance) < best[:2]:
            best = (-len(right), distance, one)
    return best[2] if best else None


def _candidates(grid: Grid, column: int) -> Iterator[_Computed]:
    """Yield what the head of a column lets it be: a share, a difference, or a sum."""
    head = grid.heads[column]
    others = sorted(grid.columns, key=lambda one: abs(one - column))[1 : _MOST_COLUMNS + 1]
    indicators = any(_INDICATORS.search(one) for one in grid.heads)
    if _SHARE.search(head) and not _AIMED.search(head) and not indicators:
        for top, bottom in permutations(others, 2):
            words = f"{grid.heads[top]} / {grid.heads[bottom]} × 100"
            sure = _spent(grid, top, bottom)
            yield _Computed(column, (top, bottom), _share, words, share=True, sure=sure)
    if _GAP.search(head):
        for one, other in permutations(others, 2):
            words = f"{grid.heads[one]} − {grid.heads[other]}"
            sure = bool(_LEFT.search(head)) and _spent(grid, other, one)
            yield _Computed(column, (one, other), _gap, words, sure=sure)
            yield _Computed(column, (one, other), _growth, f"({words}) / {grid.heads[other]} × 100")
    before = sorted(one for one in others if one < column)
    if _SUM.match(head) and not indicators:
        for start in range(len(before) - 1):
            words = " + ".join(grid.heads[one] for one in before[start:])
            yield _Computed(column, tuple(before[start:]), _added, words)


def _spent(grid: Grid, top: int, bottom: int) -> bool:
    """Whether two columns are what was spent and what was given, so that heads tell the rest."""
    heads = grid.heads[top].lower(), grid.heads[bottom].lower()
    return "realisasi" in heads[0] and bool(re.search(r"pagu|anggaran", heads[1]))


def _share(numbers: list[Fraction]) -> Fraction | None:
    return numbers[0] / numbers[1] * HUNDRED if numbers[1] else None


def _added(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


def _gap(numbers: list[Fraction]) -> Fraction:
    return numbers[0] - numbers[1]


def _growth(numbers: list[Fraction]) -> Fraction | None:
    return (numbers[0] - numbers[1]) / numbers[1] * HUNDRED if numbers[1] else None


def _excused(report: Report, grid: Grid, found: _Computed, row: GridRow) -> bool:
    """Whether a wrong row was told of before, as a wrong total, or only its sign differs."""
    cells = (found.column, *found.sources)
    return any(wrong_sum(grid, row, one) is not None for one in cells) or _other_direction(
        report, found, row
    )


def _other_direction(report: Report, found: _Computed, row: GridRow) -> bool:
    """Whether only the sign differs and lower may be better: a fall is then called progress."""
    printed, value = row.number(found.column), found.of(row)
    if printed is None or value is None or not printed.is_rounded(-value):
        return False
    texts = {" ".join(cell.text.lower().split()) for cell in row.cells}
    entry = next((one for one in report.entries if one.nama.lower() in texts), None)
    return entry is None or falls(entry) is not False


def _broken(grid: Grid, found: _Computed, row: GridRow) -> Finding:
    printed, value = row.number(found.column), found.of(row) or Fraction(0)
    facts: dict[str, Fact] = {
        "kolom": grid.heads[found.column],
        "nama_baris": grid.name(row),
        "tertulis": shown(printed) if printed else "",
        "rumus": found.words,
        "hitungan": in_indonesian(value, max(printed.decimals, 2 if found.share else 0))
        if printed
        else "",
    }
    if printed is not None and row in grid.totals and found.share:
        shares = [one.value for each in grid.rows if (one := each.number(found.column))]
        mean = sum(shares, Fraction(0)) / max(1, len(shares))
        facts |= {"rata_rata": "ya"} if printed.is_rounded(mean) else {}
    return row.cells[found.column].place.finding("AUD-082", **facts)


def _too_large(grid: Grid, found: _Computed) -> Iterator[Finding]:
    """Yield the rows in which a part is more than its whole, where it is not so in the others."""
    top, bottom = found.sources
    pairs = [
        (row, part, whole)
        for row in grid.rows
        if (part := row.number(top)) is not None and (whole := row.number(bottom)) is not None
    ]
    beyond = [(row, part, whole) for row, part, whole in pairs if part.value > whole.value]
    for row, part, whole in beyond if len(beyond) * 3 <= len(pairs) else ():
        yield row.cells[top].place.finding(
            "AUD-083",
            nama_baris=grid.name(row),
            bagian=grid.heads[top],
            nilai_bagian=shown(part),
            keseluruhan=grid.heads[bottom],
            nilai_keseluruhan=shown(whole),
        )
