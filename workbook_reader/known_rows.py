"""Known rows: rows that were parsed before, in this workbook or another, are not parsed again.

What a row means hangs on its own bytes and on the styles of its workbook, and on nothing else once
it names its addresses and shares no formula; shared strings are kept by their number.
"""

import re
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from iku.cells import SheetSnapshot
from workbook_reader.cell_events import ADDRESSES, CellEvents, SharedParts, has_homeless
from workbook_reader.markup import new_parser
from workbook_reader.row_patterns import RowCells, RowPattern, cut, filled, pattern_of
from workbook_reader.spans import is_plain

Kept = TypeVar("Kept")

# The rows of three large workbooks; twice as many are held at most, some 2 KB each.
_ROWS_KEPT = 8_192
_FRAMES_KEPT = 64
_LONGEST_ROW = 4_096  # bytes; nothing longer is the same in two workbooks
_LONGEST_PATTERN = 16_384  # bytes; what no unit changes is the longest of a row
_TABLES_KEPT = 4
_OPENING = re.compile(rb"\s*(?:<row(?: [^<>]*)?/>\s*)*<row(?: [^<>]*)?>")
_EMPTY_ROWS = re.compile(rb"\s*(?:<row(?: [^<>]*)?/>\s*)*")


class Memory(Generic[Kept]):
    """What was met lately, by its bytes: one generation is filled, the one before it fades."""

    def __init__(self, size: int) -> None:
        """Prepare to remember between ``size`` and twice as many."""
        self._size = size
        self._young: dict[bytes, Kept] = {}
        self._old: dict[bytes, Kept] = {}

    def find(self, content: bytes) -> Kept | None:
        """Return what these bytes were, None where they are not known any more."""
        found = self._young.get(content)
        if found is None:
            found = self._old.get(content)
            if found is not None:
                self.keep(content, found)
        return found

    def keep(self, content: bytes, found: Kept) -> None:
        """Remember what these bytes are."""
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[content] = found


@dataclass(frozen=True)
class Known:
    """What was met in the sheets of workbooks with the same styles."""

    rows: Memory[RowCells] = field(default_factory=lambda: Memory(_ROWS_KEPT))
    patterns: Memory[RowPattern] = field(default_factory=lambda: Memory(_ROWS_KEPT))
    frames: Memory[SheetSnapshot] = field(default_factory=lambda: Memory(_FRAMES_KEPT))


def known_with(shared: SharedParts) -> Known:
    """Return what was met in workbooks with the same styles and the same first day."""
    return _known((tuple(shared.style_of.items()), shared.date1904))


@lru_cache(maxsize=_TABLES_KEPT)
def _known(styles: Hashable) -> Known:
    del styles
    return Known()


def add_rows(sheet: SheetSnapshot, content: bytes, shared: SharedParts, known: Known) -> None:
    """Add the rows that stand in ``<sheetData>`` to a sheet.

    Raise ValueError, LookupError, ExpatError or `RefusalError` where that is not certain to be
    right, or something is wrong with them; the sheet is then to be read anew as a whole.
    """
    *rows, rest = content.split(b"</row>")
    reader = _RowReader(shared)
    met = False  # whether such a sheet was read before
    for text in rows:
        row = known.rows.find(text)
        if row is None:
            row = _much_like(text, known, reader) if met else _new(text, known, reader)
        else:
            met = True
            reader.events.row = row.number
        _add(sheet, row, shared)
    reader.finish(rest, sheet)


def _new(text: bytes, known: Known, reader: "_RowReader") -> RowCells:
    """Parse a row, and remember it."""
    row = reader.read(text)
    if reader.lasting and len(text) <= _LONGEST_ROW:
        known.rows.keep(text, row)
    return row


def _much_like(text: bytes, known: Known, reader: "_RowReader") -> RowCells:
    """Return a row like a known one with other values, or parse it, so that the next one is known."""
    taken = cut(text)
    if taken is None:
        return _new(text, known, reader)
    pattern = known.patterns.find(taken.rest)
    row = None if pattern is None else filled(pattern, taken.values, reader.shared)
    if row is not None:
        reader.events.row = row.number
        return row
    row = _new(text, known, reader)
    if pattern is None and reader.lasting and len(taken.rest) <= _LONGEST_PATTERN:
        made = pattern_of(taken, row, reader.shared)
        if made is not None:
            known.patterns.keep(taken.rest, made)
    return row


def _add(sheet: SheetSnapshot, row: RowCells, shared: SharedParts) -> None:
    styles = sheet.styles
    expected = len(styles) + len(row.styles)
    styles.update(row.styles)
    if len(styles) != expected or expected > shared.limits.cells_per_sheet:
        raise ValueError(expected)
    if row.values:
        sheet.values.update(row.values)
    for address, number in row.texts:
        sheet.values[address] = shared.strings[number]
    if row.formulas:
        sheet.formulas.update(row.formulas)
    if row.uncomputed:
        sheet.uncomputed |= row.uncomputed
    if row.hidden_rows:
        sheet.hidden_rows |= row.hidden_rows


class _RowReader:
    """Parses rows one by one."""

    def __init__(self, shared: SharedParts) -> None:
        self.shared = shared
        self.events = CellEvents(RowCells(), shared, lambda: None)
        self.lasting = False  # whether the row read last means the same wherever it stands
        self._parser = new_parser()
        self._parser.StartElementHandler = self.events.start
        self._parser.EndElementHandler = self.events.end
        self._parser.CharacterDataHandler = self.events.text.append
        self._parser.Parse(b"<sheetData>", False)

    def read(self, text: bytes) -> RowCells:
        """Return the row that stands alone in ``text``, but for its closing tag."""
        opening = _OPENING.match(text)
        if (
            opening is None
            or opening[0].count(b"<row") != text.count(b"<row")
            or not is_plain(text)
        ):
            raise ValueError(text)
        events = self.events
        events.sheet = row = RowCells()
        events.texts, events.implied = row.texts, False
        self._parser.Parse(text + b"</row>", False)
        addresses = "".join(f"{address}\n" for address in row.styles)
        if ADDRESSES.fullmatch(addresses) is None or has_homeless(row):
            raise ValueError(text)
        row.number = events.row
        self.lasting = not events.implied and b'"shared"' not in text
        return row

    def finish(self, rest: bytes, sheet: SheetSnapshot) -> None:
        """Read what follows the last closing tag, and what waited for the last cell."""
        if _EMPTY_ROWS.fullmatch(rest) is None:
            raise ValueError(rest)
        last = self.events.sheet = RowCells(formulas=sheet.formulas)
        self._parser.Parse(rest + b"</sheetData>", True)
        sheet.hidden_rows |= last.hidden_rows
