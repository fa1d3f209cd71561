"""Where the pages of a printed sheet begin, so that what belongs together is read together.

Left to themselves, spreadsheet programs cut a sheet wherever the paper ends: between an indicator
and its target, or through a merged cell, whose text then stands on neither page. LibreOffice keeps
to breaks of ours beside "fit to one page wide"; a program that does not just falls back to that.
"""

from collections.abc import Iterator, Mapping

from iku.address import split_a1
from iku.blueprint import BlueprintSheet
from workbook_builder.row_heights import DEFAULT_HEIGHT, column_points

MARGINS_IN_INCHES = {
    "left": 0.5,
    "right": 0.5,
    "top": 0.6,
    "bottom": 0.75,
    "header": 0.3,
    "footer": 0.35,
}
_POINTS = 72  # per inch
_PAPER = {9: (595.28, 841.89), 14: (612.0, 936.0)}  # points: A4, Folio (8.5 x 13 inch)
_COUNTED_ON = 0.94  # of the height: other programs and printers need a little more room


def page_breaks(sheet: BlueprintSheet, heights: Mapping[int, float]) -> tuple[int, ...]:
    """Return the rows, after the first, that begin a page; none where the sheet asks for nothing.

    ``heights`` are in points; rows without one have the usual height.
    """
    page = sheet.page
    if page.fit_height or not (page.breaks or page.keep):
        return ()
    return tuple(row for area in _areas(sheet) for row in _starts(sheet, area, heights))


def _starts(
    sheet: BlueprintSheet, area: tuple[int, int, int, int], heights: Mapping[int, float]
) -> Iterator[int]:
    first, left, last, right = area
    height = _page_height(sheet, left, right)
    repeated = _repeated_height(sheet, heights)
    titled = sheet.page.title_rows is not None and first > sheet.page.title_rows[1]
    room, used = height - (repeated if titled else 0.0), 0.0
    for row in range(first, last + 1):
        needed = _needed(sheet, heights, row, height - repeated)
        if used and (row in sheet.page.breaks or used + needed > room):
            yield row
            room, used = height - repeated, 0.0
        used += heights.get(row, DEFAULT_HEIGHT)


def _needed(
    sheet: BlueprintSheet, heights: Mapping[int, float], row: int, page_height: float
) -> float:
    """Return the height of the largest stretch from this row on that fits on a page of its own."""
    stretches = [last for first, last in sheet.page.keep if first == row]
    sizes = (_height(heights, row, last) for last in [row, *stretches])
    return max((size for size in sizes if size <= page_height), default=0.0)


def _height(heights: Mapping[int, float], first: int, last: int) -> float:
    return sum(heights.get(row, DEFAULT_HEIGHT) for row in range(first, last + 1))


def _areas(sheet: BlueprintSheet) -> Iterator[tuple[int, int, int, int]]:
    """Yield top, left, bottom and right of what is printed."""
    if sheet.page.print_area is None:
        bottom = max((cell.row for cell in sheet.cells), default=1)
        yield 1, 1, bottom, max((cell.column for cell in sheet.cells), default=1)
        return
    for area in sheet.page.print_area.split(","):
        first, _, last = area.partition(":")
        yield (*split_a1(first), *split_a1(last or first))


def _repeated_height(sheet: BlueprintSheet, heights: Mapping[int, float]) -> float:
    return 0.0 if sheet.page.title_rows is None else _height(heights, *sheet.page.title_rows)


def _page_height(sheet: BlueprintSheet, left: int, right: int) -> float:
    """Return how many points of rows stand on a page, shrunk as the width of columns demands."""
    short, long = _PAPER[sheet.page.paper]
    width, height = (long, short) if sheet.page.landscape else (short, long)
    inner_width = width - (MARGINS_IN_INCHES["left"] + MARGINS_IN_INCHES["right"]) * _POINTS
    inner_height = height - (MARGINS_IN_INCHES["top"] + MARGINS_IN_INCHES["bottom"]) * _POINTS
    printed = sum(column_points(sheet, column) for column in range(left, right + 1))
    return inner_height / min(1.0, inner_width / printed) * _COUNTED_ON
