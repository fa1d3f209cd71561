"""A received Kamus → its rows: what the cells of each table say, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from iku.address import a1, column_letters, split_a1
from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from iku.kamus.cell_text import number_text, read_key
from iku.kamus.column import FIRST_ROW, HEAD_ROW, Column, Table
from iku.kamus.contents import period_key
from iku.kamus.source import KamusSource, Spot
from iku.kamus.tables import UMUM, umum_fields
from iku.number_formats import bare

_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_LAST_DAY = 2_958_465  # 31 December 9999


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its texts by column key, blanks left out, and the place of every column."""

    sheet: str
    number: int
    texts: dict[str, str]
    heads: dict[str, tuple[str, str]] = field(repr=False)  # key -> (column letters, head)

    def spot(self, key: str) -> Spot:
        """Return the place of a column in this row."""
        letters, head = self.heads[key]
        return Spot(self.sheet, f"{letters}{self.number}", head)


@dataclass
class Sheet:
    """The cells of one received sheet as text."""

    snapshot: SheetSnapshot
    source: KamusSource
    date1904: bool
    grid: dict[int, dict[int, str]] = field(default_factory=dict)  # row -> column -> address

    def __post_init__(self) -> None:
        for address in self.snapshot.values.keys() | self.snapshot.uncomputed:
            row, column = split_a1(address)
            self.grid.setdefault(row, {})[column] = address

    def text(self, row: int, column: int, head: str) -> str:
        """Return what a cell says, empty where it says nothing; what it cannot say is a fault."""
        address = self.grid.get(row, {}).get(column)
        if address is None:
            return ""
        value = self.snapshot.values.get(address)
        spot = Spot(self.snapshot.name, address, head)
        if address in self.snapshot.uncomputed:
            self.source.fault("DEF-004", spot, alasan="rumus Excel ini belum dihitung")
            return ""
        if isinstance(value, ErrorValue):
            self.source.fault("DEF-004", spot, alasan=f"sel ini menampilkan {value.code}")
            return ""
        style = self.snapshot.styles.get(address, StyleFacts())
        return said(value, style.number_format, date1904=self.date1904)

    def used(self, row: int) -> list[int]:
        """Return the columns of a row that hold something."""
        return sorted(self.grid.get(row, {}))


def said(value: Value, number_format: str, *, date1904: bool = False) -> str:
    """Return what a cell says, as it would have been typed into a text cell.

    >>> said(61.7, "General"), said(0.9, "0%"), said(45667.0, "dd/mm/yyyy"), said(True, "General")
    ('61.7', '90%', '2025-01-10', 'ya')
    """
    match value:
        case bool():
            return "ya" if value else "tidak"
        case float() | int():
            return _number_said(float(value), bare(number_format), date1904=date1904)
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n").strip()
        case _:
            return ""


def _number_said(value: float, code: str, *, date1904: bool) -> str:
    if "%" in code:
        return f"{number_text(round(value * 100, 10))}%"
    if re.search("[dy]", code, re.IGNORECASE) and 0 <= value <= _LAST_DAY:
        first = _EPOCH_1904 if date1904 else _EPOCH
        return (first + timedelta(days=int(value))).isoformat()
    return number_text(value)


def received_sheet(snapshot: WorkbookSnapshot, name: str, source: KamusSource) -> Sheet:
    """Return a sheet of a received Kamus; KeyError where it has none of that name."""
    return Sheet(snapshot.sheets[name], source, snapshot.date1904)


def table_rows(sheet: Sheet, described: Table, *, periods: bool = False) -> list[Row]:
    """Return the rows of a table that say something; ``periods`` allows further heads.

    Columns are found by their heads, wherever they stand; without one of them there are no rows.
    """
    heads = dict(_heads(sheet, described, periods=periods))
    if _lacks_heads(sheet, described, set(heads.values())):
        return []
    places = {column.key: (column_letters(n), column.head) for n, column in heads.items()}
    rows = []
    for number in sorted(row for row in sheet.grid if row >= FIRST_ROW):
        texts = _row_texts(sheet, number, heads)
        if texts:
            rows.append(Row(described.name, number, texts, places))
    return rows


def _heads(sheet: Sheet, described: Table, *, periods: bool) -> Iterator[tuple[int, Column]]:
    waiting = {column.head: column for column in described.columns}
    seen: set[str] = set()
    for n in sheet.used(HEAD_ROW):
        head = sheet.text(HEAD_ROW, n, "judul kolom")
        spot = Spot(described.name, a1(HEAD_ROW, n), head)
        if head in waiting:
            yield n, waiting.pop(head)
        elif not head:
            continue
        elif not periods:
            sheet.source.fault("DEF-002", spot)
        elif (key := read_key(head)) in seen:
            sheet.source.fault("DEF-005", spot)
        else:
            seen.add(key)
            yield n, Column(period_key(key), head)


def _lacks_heads(sheet: Sheet, described: Table, found: set[Column]) -> bool:
    missing = [
        column
        for column in described.columns
        if column not in found and not column.optional and column.kind != "looked_up"
    ]
    for column in missing:
        sheet.source.fault("DEF-003", Spot(described.name, a1(HEAD_ROW, 1), column.head))
    return bool(missing)


def _row_texts(sheet: Sheet, number: int, heads: dict[int, Column]) -> dict[str, str]:
    """Return the texts of a row; what stands below no head would be lost, so it is a fault."""
    texts = {}
    for n in sheet.used(number):
        column = heads.get(n)
        if column is not None and column.kind in {"looked_up", "counter"}:
            continue
        text = sheet.text(number, n, column.head if column else "")
        if text and column is None:
            spot = Spot(sheet.snapshot.name, a1(number, n), f'"{text}" (tanpa judul kolom)')
            sheet.source.fault("DEF-002", spot)
        elif text and column is not None:
            texts[column.key] = text
    return texts


def umum_rows(sheet: Sheet) -> dict[str, list[tuple[Spot, str]]]:
    """Return the texts of each field of Umum with their places, blank ones included."""
    fields = {column.head: column for column in umum_fields()}
    found: dict[str, list[tuple[Spot, str]]] = {}
    for number in sorted(row for row in sheet.grid if row >= FIRST_ROW):
        head = sheet.text(number, 1, "judul baris")
        column = fields.get(re.sub(" [0-9]+$", "", head)) or fields.get(head)
        spot = Spot(UMUM, a1(number, 2), head)
        text = sheet.text(number, 2, head)
        if column is not None:
            found.setdefault(column.key, []).append((spot, text))
        elif text:
            sheet.source.fault("DEF-002", spot)
    return found
