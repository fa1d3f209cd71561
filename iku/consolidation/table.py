"""A table that the regency keeps, as its file holds it: rows under a head, each cell with its place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from iku.address import CellRef
from iku.cells import ErrorValue, Value
from iku.consolidation.decisions import Origin
from iku.dates_as_typed import date_as_typed
from iku.finding import Fact, Finding

_OTHER = re.compile(r"[^a-z0-9]+")
_SEARCHED = 30  # rows above the head: a title, how to fill the table in


@dataclass(frozen=True)
class Table:
    """The cells of one sheet or CSV file, row 1 first; ``sheet`` of a CSV is the file's name."""

    path: str
    sha256: str
    sheet: str
    rows: tuple[tuple[Value, ...], ...]
    date1904: bool = False

    @property
    def file(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.path).name


@dataclass(frozen=True)
class Columns:
    """The columns of a kind of table; ``others`` maps further spellings to the usual one."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict)

    def key(self, head: Value) -> str:
        """Return the column that a head names, empty for none of them."""
        plain = _plain(head)
        name = self.others.get(plain, plain)
        return name if name in (*self.required, *self.optional) else ""


@dataclass(frozen=True)
class Row:
    """One row below the head; ``at`` gives the position (from 0) of each known column."""

    table: Table
    number: int
    at: Mapping[str, int]

    def value(self, key: str) -> Value:
        """Return a cell; None where the table has no such column."""
        cells = self.table.rows[self.number - 1]
        position = self.at.get(key, len(cells))
        return cells[position] if position < len(cells) else None

    def text(self, key: str) -> str:
        """Return a cell as trimmed text; a whole number without decimals."""
        return as_text(self.value(key))

    def day(self, key: str) -> str:
        """Return a date as ISO text, empty for a blank; ValueError for what is no date."""
        if not self.text(key):
            return ""
        span = date_as_typed(self.value(key), date1904=self.table.date1904)
        if span is None:
            raise ValueError(self.text(key))
        return span.last.isoformat()

    def day_or_text(self, key: str) -> str:
        """Return a date as ISO text, and what is no date as it was typed."""
        try:
            return self.day(key)
        except ValueError:
            return self.text(key)

    def place(self, key: str) -> CellRef:
        """Return the cell of a column (the row's first cell where there is no such column)."""
        return CellRef(self.table.sheet, self.number, self.at.get(key, 0) + 1)

    def origin(self, key: str) -> Origin:
        """Return where a cell stands, with its file."""
        return Origin(self.table.path, self.table.sha256, self.place(key))

    def finding(self, code: str, key: str, **facts: Fact) -> Finding:
        """Return a finding about one cell of this row, naming file, row and column."""
        where: dict[str, Fact] = {"berkas": self.table.file, "baris": self.number, "kolom": key}
        cells = (str(self.place(key)),)
        return Finding(code, {**where, **facts}, path=self.table.path, cells=cells)


def rows_of(table: Table, columns: Columns) -> tuple[list[Row], list[Finding]]:
    """Return the rows that hold anything, and what is wrong with the head."""
    number, at = _head(table, columns)
    missing = [name for name in columns.required if name not in at]
    if missing:
        facts: dict[str, Fact] = {"berkas": table.file, "kolom": missing}
        return [], [Finding("KON-030", facts, path=table.path, sheet=table.sheet)]
    rows = [Row(table, n, at) for n in range(number + 1, len(table.rows) + 1)]
    held = [row for row in rows if any(row.text(key) for key in at)]
    return held, list(_unknown(Row(table, number, at), columns))


def _unknown(head: Row, columns: Columns) -> Iterable[Finding]:
    """Tell of columns that nobody reads: a misspelt head must not lose its column silently."""
    for position, cell in enumerate(head.table.rows[head.number - 1]):
        name = as_text(cell)
        if name and not columns.key(cell):
            known: list[str] = [*columns.required, *columns.optional]
            at = Row(head.table, head.number, {name: position})
            yield at.finding("KON-048", name, pilihan=known)


def _head(table: Table, columns: Columns) -> tuple[int, dict[str, int]]:
    """Return the row with the most of the columns, the topmost of equals, and where they stand."""
    found: tuple[int, dict[str, int]] = (1, {})
    for number, cells in enumerate(table.rows[:_SEARCHED], 1):
        at = _positions(cells, columns)
        if len(at) > len(found[1]):
            found = number, at
    return found


def _positions(cells: Sequence[Value], columns: Columns) -> dict[str, int]:
    at: dict[str, int] = {}
    for position, cell in enumerate(cells):
        key = columns.key(cell)
        if key:
            at.setdefault(key, position)
    return at


def _plain(head: Value) -> str:
    return _OTHER.sub("_", as_text(head).casefold()).strip("_")


def as_text(value: Value) -> str:
    """Return a cell as trimmed text; blank is empty.

    >>> as_text(2.0), as_text(" Ya "), as_text(None)
    ('2', 'Ya', '')
    """
    if value is None:
        return ""
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return f"{value:.15g}" if isinstance(value, float) else value.strip()


def fit(table: Table, columns: Columns) -> int:
    """Return how many of the columns a table has."""
    return len(_head(table, columns)[1])
