"""Heights of rows that hold wrapped text, so that no line of a sentence is hidden.

Excel fits such rows when somebody types into them, LibreOffice when it opens a file, and neither
looks at merged cells; most previews never do.
"""

from collections.abc import Iterator, Mapping

from iku.address import CellRef, split_a1
from iku.blueprint import Access, BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.letters import text_width
from workbook_builder.theme import Look, look

DEFAULT_HEIGHT = 15.0  # points
_HIGHEST = 409.0  # points; Excel allows no more
_DEFAULT_WIDTH = 8.43  # characters
_DIGIT = 5.25  # points: a column is as many digits wide as it says, 7 pixels each
_EDGES = 5.0  # points left free at both sides of a cell together
_INDENT = 7.0  # points of one step
_LINE_HEIGHT = 1.28  # of the font size
_PADDING = 4.0  # points above and below together
_ROOM = 0.97  # of the width is counted on: not every PC has Calibri


def fitted_heights(sheet: BlueprintSheet, values: Mapping[CellRef, Value]) -> dict[int, float]:
    """Return heights in points of the rows that need more room than they were given.

    The heights of the sheet itself are what its rows have at least. Where a cell is merged over
    rows, its first row gets what the others lack.
    """
    spans = _spans(sheet)
    needs = list(_needs(sheet, values, spans))
    heights: dict[int, float] = {}
    for row, rows, needed in sorted(needs, key=lambda need: need[1]):
        others = sum(_given(sheet, heights, row + n) for n in range(1, rows))
        if needed - others > _given(sheet, heights, row):
            heights[row] = min(round(needed - others, 2), _HIGHEST)
    return heights


def _needs(
    sheet: BlueprintSheet,
    values: Mapping[CellRef, Value],
    spans: dict[tuple[int, int], tuple[int, int]],
) -> Iterator[tuple[int, int, float]]:
    """Yield (first row, number of rows, height they need together) of cells that wrap."""
    for cell in sheet.cells:
        text, style = _shown(sheet.name, cell, values), look(cell.style)
        if text is None or not style.wrap:
            continue
        rows, columns = spans.get((cell.row, cell.column), (1, 1))
        width = sum(_width(sheet, cell.column + offset) for offset in range(columns))
        lines = line_count(text, _room(width, style), style)
        if lines > 1:
            yield cell.row, rows, lines * style.size * _LINE_HEIGHT + _PADDING


def _given(sheet: BlueprintSheet, heights: dict[int, float], row: int) -> float:
    return heights.get(row, sheet.row_heights.get(row, DEFAULT_HEIGHT))


def growing_rows(sheet: BlueprintSheet) -> frozenset[int]:
    """Return the rows in which somebody may write text that takes more lines than there are."""
    return frozenset(
        cell.row
        for cell in sheet.cells
        if cell.access is not Access.LOCKED and look(cell.style).wrap
    )


def line_count(text: str, width: float, style: Look) -> int:
    r"""Return how many lines a text takes where a line is so many points wide.

    >>> line_count("tepat waktu", 40, Look()), line_count("satu\ndua", 90, Look())
    (2, 2)
    """
    lines = 0
    space = text_width(" ", style.size, bold=style.bold)
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            length = text_width(word, style.size, bold=style.bold)
            if used and used + space + length > width:
                lines += 1
                used = 0.0
            used += length + (space if used else 0.0)
            while used > width:  # a word longer than the line is broken
                lines += 1
                used -= width
    return lines


def _spans(sheet: BlueprintSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Return over how many rows and columns a cell is merged."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in sheet.merges:
        first, _, last = merge.partition(":")
        (row, column), (end_row, end_column) = split_a1(first), split_a1(last or first)
        spans[row, column] = (end_row - row + 1, end_column - column + 1)
    return spans


def _shown(sheet: str, cell: BlueprintCell, values: Mapping[CellRef, Value]) -> str | None:
    if cell.formula is None:
        return cell.content if isinstance(cell.content, str) else None
    value = values.get(CellRef(sheet, cell.row, cell.column))
    return value if isinstance(value, str) else None


def _width(sheet: BlueprintSheet, column: int) -> float:
    spec = sheet.columns.get(column)
    if spec is None:
        return _DEFAULT_WIDTH
    return 0.0 if spec.hidden else spec.width


def _room(columns_width: float, style: Look) -> float:
    """Return how many points of a line there are for text."""
    width = (columns_width * _DIGIT - _EDGES - style.indent * _INDENT) * _ROOM
    return max(width, style.size)
