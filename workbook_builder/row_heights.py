"""Heights of rows that hold wrapped text, so that no line of a sentence is hidden.

Excel fits such rows when it opens a file, LibreOffice and most previews do not. The heights are
estimates from the number of characters; a row keeps fitting itself once somebody types into it.
"""

from collections.abc import Mapping

from iku.address import CellRef, split_a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.theme import Look, look

DEFAULT_HEIGHT = 15.0  # points
_HIGHEST = 409.0  # points; Excel allows no more
_DEFAULT_WIDTH = 8.43  # characters
_WIDTH_SIZE = 11  # column widths count digits of the workbook's default font, in points
_LINE_HEIGHT = 1.3  # of the font size
_BOLD_WIDTH = 1.08  # of a plain letter


def fitted_heights(sheet: BlueprintSheet, values: Mapping[CellRef, Value]) -> dict[int, float]:
    """Return heights in points of the rows that need more than one line and have no height yet."""
    spans = _horizontal_spans(sheet)
    heights: dict[int, float] = {}
    for cell in sheet.cells:
        if cell.row in sheet.row_heights or (text := _shown(sheet.name, cell, values)) is None:
            continue
        style = look(cell.style)
        if not style.wrap or (columns := spans.get((cell.row, cell.column), 1)) == 0:
            continue
        width = sum(_width(sheet, cell.column + offset) for offset in range(columns))
        height = _height(text, width, style)
        if height > heights.get(cell.row, DEFAULT_HEIGHT):
            heights[cell.row] = height
    return heights


def line_count(text: str, capacity: float) -> int:
    r"""Return how many lines a text takes where one line holds ``capacity`` characters.

    >>> line_count("tepat waktu", 6), line_count("satu\ndua", 20)
    (2, 2)
    """
    lines = 0
    for paragraph in text.split("\n"):
        lines += 1
        if len(paragraph) <= capacity:
            continue
        used = 0
        for word in paragraph.split(" "):
            if used and used + 1 + len(word) > capacity:
                lines += 1
                used = 0
            used += len(word) + (1 if used else 0)
            while used > capacity:  # a word longer than the line is broken
                lines += 1
                used -= max(int(capacity), 1)
    return lines


def _horizontal_spans(sheet: BlueprintSheet) -> dict[tuple[int, int], int]:
    """Return over how many columns a cell is merged; 0 where it spans rows and needs no height."""
    spans: dict[tuple[int, int], int] = {}
    for merge in sheet.merges:
        first, _, last = merge.partition(":")
        (row, column), (end_row, end_column) = split_a1(first), split_a1(last or first)
        spans[row, column] = end_column - column + 1 if row == end_row else 0
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


def _height(text: str, width: float, style: Look) -> float:
    letter = style.size / _WIDTH_SIZE * (_BOLD_WIDTH if style.bold else 1)
    lines = line_count(text, max(width / letter, 1))
    return min(round(lines * style.size * _LINE_HEIGHT + 2, 2), _HIGHEST)
