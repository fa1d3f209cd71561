"""Draw the sheets of the Kamus: heads locked, rows open, free rows below."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from iku.address import CellRef, a1, column_letters, quoted
from iku.blueprint import Access, BlueprintCell, BlueprintSheet, ColumnSpec, PageSetup, Validation
from iku.kamus.column import (
    FIRST_ROW,
    GROUP_ROW,
    HEAD_ROW,
    LEAD_ROW,
    NOTE_ROW,
    TITLE_ROW,
    Column,
    Table,
)
from iku.kamus.contents import Texts
from iku.sheets.canvas import Canvas

HEAD_HEIGHT: Final = 30.0  # points: two lines
ROW_HEIGHT: Final = 18.0
READABLE: Final = 200.0  # characters of columns that a page shows in print of 7 points or more
_PROMPT = 255
_PROMPT_TITLE = 32
_CENTRED = 15  # characters: narrower columns hold codes and numbers, which stand centred


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet and the computed values of its formulas."""

    sheet: BlueprintSheet
    values: dict[CellRef, str]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where the rows of a table stand that others choose from."""

    sheet: str
    columns: dict[str, int]
    last: int

    def range(self, key: str) -> str:
        """Return the range of one column, free rows included."""
        letters = column_letters(self.columns[key])
        return f"{quoted(self.sheet)}!${letters}${FIRST_ROW}:${letters}${self.last}"


def extent(described: Table, rows: int) -> Extent:
    """Return where the table of that many rows stands."""
    columns = {column.key: n for n, column in enumerate(described.columns, 1)}
    return Extent(described.name, columns, FIRST_ROW + rows + described.spare - 1)


class TableDrawing:
    """Draws one table."""

    def __init__(
        self, described: Table, extents: dict[str, Extent], names: dict[str, Texts]
    ) -> None:
        """Take the table, where the others stand, and the names behind codes by sheet."""
        self._table = described
        self._extents = extents
        self._names = names
        self._canvas = Canvas(described.name)
        self._values: dict[CellRef, str] = {}
        widths = [column.width for column in described.columns]
        self._wide = _pages_wide(widths, described.frozen)

    def draw(self, rows: list[Texts], paper: int) -> Drawn:
        """Return the sheet with its rows and the free rows below them."""
        canvas, columns = self._canvas, self._table.columns
        canvas.put(TITLE_ROW, 1, self._table.title, "title")
        if self._wide > 1:  # what does not fit into the repeated columns would be cut off there
            canvas.across(LEAD_ROW, 1, self._table.frozen, self._table.lead, "note_wrapped")
        else:
            canvas.put(LEAD_ROW, 1, self._table.lead, "note")
        self._groups()
        for n, column in enumerate(columns, 1):
            self._head(n, column)
        canvas.at_least(HEAD_HEIGHT, HEAD_ROW)
        blank: Texts = {}
        spare = [blank] * self._table.spare
        for row, texts in enumerate([*rows, *spare], FIRST_ROW):
            for n, column in enumerate(columns, 1):
                self._cell(row, n, column, texts)
            canvas.at_least(ROW_HEIGHT, row)
        return Drawn(self._sheet(paper), self._values)

    def _groups(self) -> None:
        columns = self._table.columns
        first = 1
        for n, column in enumerate(columns, 1):
            if n == len(columns) or columns[n].group != column.group:
                if column.group:
                    self._canvas.across(GROUP_ROW, first, n, column.group, "group_centred")
                first = n + 1

    def _head(self, n: int, column: Column) -> None:
        canvas = self._canvas
        canvas.columns[n] = ColumnSpec(column.width)
        if column.head:
            canvas.put(HEAD_ROW, n, column.head, "header")
            canvas.put(NOTE_ROW, n, column.note, "hint")
            return
        # A head that people may write themselves: a further year of targets.
        canvas.cells[HEAD_ROW, n] = replace(
            entry_cell(HEAD_ROW, n, None, column), style="entry_choice"
        )
        canvas.put(NOTE_ROW, n, column.note, "hint")

    def _cell(self, row: int, n: int, column: Column, texts: Texts) -> None:
        match column.kind:
            case "counter":
                self._canvas.put(row, n, row - FIRST_ROW + 1, "table_text_centred")
            case "looked_up":
                self._look_up(row, n, column, texts)
            case _:
                choices = self._choices(column)
                cell = entry_cell(row, n, texts.get(column.key), column, choices)
                self._canvas.cells[row, n] = cell

    def _choices(self, column: Column) -> str | None:
        if column.points_at is None or column.kind == "scale":
            return None
        sheet, key = column.points_at
        return self._extents[sheet].range(key)

    def _look_up(self, row: int, n: int, column: Column, texts: Texts) -> None:
        """Show the name behind the code of the same row, as soon as somebody types the code."""
        sheet, key = column.points_at or ("", "")
        code = sheet.lower()
        at = self._table.columns.index(self._table.column(code)) + 1
        there = self._extents[sheet]
        unknown = f"belum ada di lembar {sheet}"
        found = f"INDEX({there.range(key)},MATCH({a1(row, at)},{there.range('kode')},0))"
        formula = f'IF({a1(row, at)}="","",IFERROR({found}&"","{unknown}"))'
        written = texts.get(code)
        name = self._names[sheet].get(written, unknown) if written else ""
        self._canvas.formula(row, n, formula, "result_text")
        self._values[CellRef(self._table.name, row, n)] = name

    def _sheet(self, paper: int) -> BlueprintSheet:
        page = PageSetup(
            paper,
            title_rows=(HEAD_ROW, NOTE_ROW),
            title_columns=(1, self._table.frozen) if self._wide > 1 else None,
            pages_wide=self._wide,
        )
        freeze = a1(FIRST_ROW, self._table.frozen + 1)
        return self._canvas.sheet(page, freeze=freeze)


def _pages_wide(widths: list[float], frozen: int) -> int:
    """Return on how many pages side by side a table is readable; the frozen columns are repeated.

    >>> _pages_wide([20.0, 40.0, 40.0], 1), _pages_wide([20.0] * 30, 2)
    (1, 4)
    """
    repeated, total = sum(widths[:frozen]), sum(widths)
    return 1 if total <= READABLE else ceil((total - repeated) / (READABLE - repeated))


def entry_cell(
    row: int, column: int, text: str | None, described: Column, choices: str | None = None
) -> BlueprintCell:
    """Return an open cell that keeps what is typed as text; ``choices`` is a range of them."""
    centred = described.width <= _CENTRED and described.kind not in {"lines", "rows"}
    return BlueprintCell(
        row,
        column,
        text,
        style="entry_choice" if centred else "entry_text",
        number_format="@",
        access=Access.ENTRY,
        validation=validation(described, choices),
    )


def validation(described: Column, choices: str | None = None) -> Validation | None:
    """Return the prompt of a cell and, where there are any, the choices it offers."""
    prompt, title = described.hint[:_PROMPT], described.head[:_PROMPT_TITLE]
    listed = choices or _listed(described.choices)
    if listed is None:
        return Validation("any", prompt_title=title, prompt=prompt) if prompt else None
    error = "Pilihlah dari daftar."
    if described.choices:
        error = f"Pilihlah salah satu: {', '.join(described.choices)}."
    return Validation(
        "list",
        formula1=listed,
        prompt_title=title if prompt else "",
        prompt=prompt,
        error_title="Pilih dari daftar",
        error=error[:_PROMPT],
    )


def _listed(choices: Iterable[str]) -> str | None:
    joined = ",".join(choices)
    return f'"{joined}"' if joined else None
