"""Rules on the totals and means that a table prints below its columns."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product

from iku.audit.calculations import shown
from iku.audit.grid import Grid, GridRow, nested, tolerance
from iku.audit.report import Report
from iku.calculation.figure import in_indonesian
from iku.finding import Fact, Finding
from iku.printed import Printed

# What is not added up: shares, marks, means, ranks; what stands against a target.
_NOT_ADDED = re.compile(
    r"^(?!.*tertimbang).*(?:%|perse|prose|capaian|rata|indeks|nilai|skor|rasio|serapan|peringkat|rang?king|tingkat|bobot"
    r"|target|realisasi(?!\s*\(?(?:rp|anggaran|belanja|keuangan|dana))|predikat|kategori|harga|menit"
    r"|umur|usia|luas rata|ipm|pertumbuhan|laju)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\brp\b|rupiah|anggaran|pagu|belanja", re.IGNORECASE)
_MOST_READINGS = 64


def columns_add_up(report: Report) -> Iterator[Finding]:
    """AUD-080, AUD-081: a total or a mean below a column is not that of the column."""
    for grid in report.grids:
        for row in grid.totals:
            yield from _totals(grid, row)
        for row in grid.means:
            yield from _means(grid, row)


def _totals(grid: Grid, total: GridRow) -> Iterator[Finding]:
    for column in grid.columns:
        printed, value = total.number(column), wrong_sum(grid, total, column)
        if printed is not None and value is not None:
            yield _difference("AUD-080", total, column, grid.heads[column], printed, value)


def wrong_sum(grid: Grid, total: GridRow, column: int) -> Fraction | None:
    """Return what a column adds up to, where a row is its total and prints something else."""
    printed = total.number(column)
    if printed is None or total not in grid.totals or "%" in total.cells[column].text:
        return None
    head = grid.heads[column]
    spent = any(_MONEY.search(one) for one in grid.heads) and head.lower().startswith("realisasi")
    if _NOT_ADDED.search(head) and not spent:
        return None
    sums = [_sum(rows, column, printed) for rows in _covered(grid, total)]
    return None if not sums or any(fits for _, fits in sums) else sums[0][0]


def _difference(  # noqa: PLR0913, PLR0917  a finding names all of it
    code: str, row: GridRow, column: int, head: str, printed: Printed, value: Fraction
) -> Finding:
    label = row.label
    facts: dict[str, Fact] = {
        "nama_baris": label.text.strip(" :.") if label else "",
        "kolom": head,
        "tertulis": shown(printed),
        "hitungan": in_indonesian(value, printed.decimals),
    }
    return row.cells[column].place.finding(code, **facts)


def _covered(grid: Grid, total: GridRow) -> list[list[GridRow]]:
    """Return the rows that a total may be of: since the last total, all of them, or subtotals."""
    above = list(grid.body[: grid.body.index(total)])
    totals = [n for n, row in enumerate(above) if row in grid.totals]
    rows = [row for row in above if row in grid.rows]
    since = [row for row in above[totals[-1] + 1 :] if row in grid.rows] if totals else rows
    tried = [since, rows, [above[n] for n in totals]]
    if nested(rows):
        return []
    return [one for n, one in enumerate(tried) if len(one) > 1 and one not in tried[:n]]


def _sum(rows: list[GridRow], column: int, printed: Printed) -> tuple[Fraction, bool]:
    """Return what a column adds up to, and whether some reading of its cells gives the total."""
    cells = [found for row in rows if (found := row.numbers(column))]
    sums = []
    for combination in islice(product(*cells), _MOST_READINGS):
        value = sum((one.value for one in combination), Fraction(0))
        slack = tolerance(list(combination), printed)
        sums.append((value, abs(value - printed.value) <= slack))
    return next((one for one in sums if one[1]), sums[-1] if sums else (Fraction(0), True))


def _means(grid: Grid, row: GridRow) -> Iterator[Finding]:
    for column in grid.columns:
        head = grid.heads[column]
        printed = row.number(column)
        values = [one for each in grid.rows if (one := each.number(column)) is not None]
        if printed is None or len(values) < 2 or _is_capaian(grid, head):
            continue
        mean = sum((one.value for one in values), Fraction(0)) / len(values)
        slack = Fraction(1, 10**printed.decimals)
        if abs(mean - printed.value) > slack and not _of_totals(grid, column, printed):
            yield _difference("AUD-081", row, column, head, printed, mean)


def _is_capaian(grid: Grid, head: str) -> bool:
    """Whether AUD-014 looks after a mean: that of capaian in a table of indicators."""
    indicators = any(re.search(r"indikator|\biku\b", one, re.IGNORECASE) for one in grid.heads)
    return indicators or "capaian" in head.lower()


def _of_totals(grid: Grid, column: int, printed: Printed) -> bool:
    """Whether a mean comes from two totals of the table, as a pooled share does."""
    for total in grid.totals:
        numbers = [one.value for n in grid.columns if n != column and (one := total.number(n))]
        shares = (a / b * scale for a, b in product(numbers, repeat=2) if b for scale in (1, 100))
        if any(printed.is_rounded(share) for share in shares):
            return True
    return False
