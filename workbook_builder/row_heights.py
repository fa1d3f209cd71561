"""Heights of rows that hold wrapped text, so that no line of a sentence is hidden.

Excel fits such rows when somebody types into them, LibreOffice when it opens a file, and neither
looks at merged cells; most previews never do.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from iku.address import CellRef, split_a1
from iku.blueprint import Access, BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.letters import text_width
from workbook_builder.theme import Look, look

DEFAULT_HEIGHT = 15.0  # points
_HIGHEST = 409.0  # points; Excel allows no more
USUAL_WIDTH = 8.43  # characters
_DIGIT = 5.25  # points: a column is as many digits wide as it says, 7 pixels each
_EDGES = 5.0  # points left free at both sides of a cell together
_INDENT = 7.0  # points of one step
_LINE_HEIGHT = 1.28  # of the font size
_PADDING = 4.0  # points above and below together
_ROOM = 0.97  # of the width is counted on: not every PC has Calibri


Shown: TypeAlias = tuple[BlueprintCell, str | None]


class Need(NamedTuple):
    """How high rows must be together, in points, to show all of a text."""

    row: int
    rows: int
    height: float


class RowHeights:
    """The heights that the texts of a sheet need, and those that other texts in it would need."""

    def __init__(self, sheet: BlueprintSheet, values: Mapping[CellRef, Value]) -> None:
        """Measure every text that wraps."""
        self._sheet = sheet
        self._spans = spans_of(sheet.merges)
        self._needs = self._needs_of(
            (cell, _shown(sheet.name, cell, values)) for cell in sheet.cells
        )
        self.heights = sheet.row_heights | self.fitted

    @property
    def fitted(self) -> dict[int, float]:
        """The heights in points of the rows that need more room than they were given.

        The heights of the sheet itself are what its rows have at least.
        """
        return self._fitted(self._needs)

    def with_texts(self, shown: Iterable[Shown]) -> dict[int, float]:
        """Return the heights of all rows that have one, if these cells showed these texts."""
        changed = self._needs_of(shown)
        if all(self._needs[place] == need for place, need in changed.items()):
            return self.heights
        return self._sheet.row_heights | self._fitted(self._needs | changed)

    def _needs_of(self, shown: Iterable[Shown]) -> dict[tuple[int, int], Need | None]:
        """Return what each cell that wraps needs; None where its usual height does."""
        return {
            (cell.row, cell.column): self._need(cell, text, style)
            for cell, text in shown
            if (style := look(cell.style)).wrap
        }

    def _need(self, cell: BlueprintCell, text: str | None, style: Look) -> Need | None:
        if text is None:
            return None
        rows, columns = self._spans.get((cell.row, cell.column), (1, 1))
        width = sum(_width(self._sheet, cell.column + offset) for offset in range(columns))
        lines = line_count(text, _room(width, style), style)
        height = lines * style.size * _LINE_HEIGHT + _PADDING
        return Need(cell.row, rows, height) if lines > 1 else None

    def _fitted(self, needs: Mapping[tuple[int, int], Need | None]) -> dict[int, float]:
        """Fit the rows; of a cell merged over rows, the first row gets what the others lack."""
        sheet, heights = self._sheet, dict[int, float]()
        for need in sorted(filter(None, needs.values()), key=lambda need: need.rows):
            others = sum(_given(sheet, heights, need.row + n) for n in range(1, need.rows))
            if need.height - others > _given(sheet, heights, need.row):
                heights[need.row] = min(round(need.height - others, 2), _HIGHEST)
        return heights


def _given(sheet: BlueprintSheet, heights: dict[int, float], row: int) -> float:
    return heights.get(row, sheet.row_heights.get(row, DEFAULT_HEIGHT))


def typed_height(text: str, width: float) -> float:
    """Return how high, in points, a row must be to show a text typed in a column that wide.

    ``width`` is in characters; the text is taken for one of an entry.
    """
    style = look("entry_text")
    lines = line_count(text, _room(width, style), style)
    return min(lines * style.size * _LINE_HEIGHT + _PADDING, _HIGHEST)


def column_points(sheet: BlueprintSheet, column: int) -> float:
    """Return the width of a column in points; nothing for a hidden one."""
    return _width(sheet, column) * _DIGIT


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
    space = _word_width(" ", style.size, bold=style.bold)
    for paragraph in text.split("\n"):
        lines += 1
        used = 0.0
        for word in paragraph.split(" "):
            length = _word_width(word, style.size, bold=style.bold)
            if used and used + space + length > width:
                lines += 1
                used = 0.0
            used += length + (space if used else 0.0)
            while used > width:  # a word longer than the line is broken
                lines += 1
                used -= width
    return lines


@lru_cache(maxsize=32_768)
def _word_width(word: str, size: float, *, bold: bool) -> float:
    """Return the width of a word; the same ones come again and again."""
    return text_width(word, size, bold=bold)


def spans_of(merges: Iterable[str]) -> dict[tuple[int, int], tuple[int, int]]:
    """Return over how many rows and columns a cell is merged, by its row and column.

    >>> spans_of(["B2:D3"])
    {(2, 2): (2, 3)}
    """
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in merges:
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
        return USUAL_WIDTH
    return 0.0 if spec.hidden else spec.width


def _room(columns_width: float, style: Look) -> float:
    """Return how many points of a line there are for text."""
    width = (columns_width * _DIGIT - _EDGES - style.indent * _INDENT) * _ROOM
    return max(width, style.size)
