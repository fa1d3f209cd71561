"""What a clerk may do with every entry column: cut, drag, copy, fill down, sort, clear, paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from iku.address import a1
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST
from iku.layout.layout import Layout

LONGEST_BLOCK = 3  # cells moved or filled at once
FOREIGN_TEXT = ("Cek Kesiapan", "B6")  # a locked cell with a look of its own
ELSEWHERE = (CATATAN, a1(CATATAN_FIRST, CATATAN_COLUMNS["alasan"]))


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a clerk does; ``kind`` and ``arguments`` as `inside_calc.handling` takes them."""

    kind: str
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind} {' '.join(self.arguments)}"


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """The entry cells of one column of one table, as unbroken runs of rows."""

    sheet: str
    column: int
    runs: tuple[range, ...]

    def block(self, rows: Sequence[int], wide: int = 1) -> str:
        """The address of some rows that follow each other."""
        first, last = a1(rows[0], self.column), a1(rows[-1], self.column + wide - 1)
        return first if first == last else f"{first}:{last}"


def entry_columns(of: Layout) -> list[EntryColumn]:
    """Every entry column of a workbook, Beranda to Bukti Dukung."""
    tables: dict[tuple[str, int, tuple[int, int]], list[int]] = {}
    for entry in of.entries.values():
        tables.setdefault((entry.ref.sheet, entry.ref.column, entry.span), []).append(entry.ref.row)
    return [
        EntryColumn(sheet, column, tuple(_runs(sorted(rows))))
        for (sheet, column, _), rows in tables.items()
    ]


def operations(of: Layout) -> dict[EntryColumn, list[Operation]]:
    """Everything that is done with each entry column."""
    columns = entry_columns(of)
    return {
        one: [
            *_moves(one),
            *_across(one, columns),
            *_fills(one),
            *_pastes(one),
        ]
        for one in columns
    }


def a_share(of: Layout, each: int) -> list[Operation]:
    """A few operations of every entry column, so chosen that every kind comes by turns."""
    chosen: list[Operation] = []
    for turn, all_of_it in enumerate(operations(of).values()):
        step = max(1, len(all_of_it) // each)
        chosen += all_of_it[turn % step :: step][:each]
    return chosen


def _runs(rows: list[int]) -> Iterator[range]:
    for _, group in groupby(enumerate(rows), lambda place: place[1] - place[0]):
        run = [row for _, row in group]
        yield range(run[0], run[-1] + 1)


def _moves(one: EntryColumn) -> Iterator[Operation]:
    """A cell and a block, to other places of the same column."""
    first, last = one.block([one.runs[0][0]]), one.block([one.runs[-1][-1]])
    for kind in ("cut", "drag", "copy"):
        if first != last:
            yield Operation(kind, (one.sheet, first, one.sheet, last))
            yield Operation(kind, (one.sheet, last, one.sheet, first))
        for source, target in _block_moves(one):
            yield Operation(kind, (one.sheet, source, one.sheet, target))


def _block_moves(one: EntryColumn) -> Iterator[tuple[str, str]]:
    """The longest run's block, to where another fits, overlapping itself if need be."""
    longest = max(one.runs, key=len)
    size = min(len(longest), LONGEST_BLOCK)
    if size == 1:
        return
    source = longest[:size]
    others = [run[-size:] for run in one.runs if len(run) >= size and run[-size:] != source]
    for target in others[:1] or [longest[1:size]]:
        if len(target) == size:
            yield one.block(source), one.block(target[:1])
            yield one.block(target), one.block(source[:1])


def _across(one: EntryColumn, columns: list[EntryColumn]) -> Iterator[Operation]:
    """A cell to the other columns and sheets, and back."""
    own = one.block([one.runs[0][-1]])
    others = [other for other in columns if other.sheet == one.sheet and other is not one]
    for other in others[:2]:
        there = other.block([other.runs[-1][0]])
        yield Operation("cut", (one.sheet, own, other.sheet, there))
        yield Operation("drag", (one.sheet, own, other.sheet, there))
    elsewhere = next((other for other in columns if other.sheet != one.sheet), None)
    if elsewhere is not None:
        there = elsewhere.block([elsewhere.runs[0][0]])
        yield Operation("cut", (one.sheet, own, elsewhere.sheet, there))
        yield Operation("copy", (elsewhere.sheet, there, one.sheet, own))
    yield Operation("cut", (one.sheet, own, *ELSEWHERE))
    yield Operation("cut", (*ELSEWHERE, one.sheet, own))
    wide = [other for other in others if _beside(one, other)]
    for other in wide:
        rows = max(one.runs, key=len)
        both = f"{a1(rows[0], one.column)}:{a1(rows[-1], other.column)}"
        yield Operation("sort down", (one.sheet, both))
        yield Operation("sort up", (one.sheet, both))


def _beside(one: EntryColumn, other: EntryColumn) -> bool:
    rows = max(one.runs, key=len)
    return other.column == one.column + 1 and any(
        rows[0] in run and rows[-1] in run for run in other.runs
    )


def _fills(one: EntryColumn) -> Iterator[Operation]:
    for run in one.runs[:2]:
        cells = one.block(run)
        yield Operation("clear", (one.sheet, cells))
        if len(run) > 1:
            for kind in ("fill down", "fill series", "sort up", "sort down"):
                yield Operation(kind, (one.sheet, cells))
            yield Operation("copy", (one.sheet, one.block(run[-1:]), one.sheet, cells))


def _pastes(one: EntryColumn) -> Iterator[Operation]:
    """What comes from elsewhere with a look, a lock and a formula of its own."""
    run = max(one.runs, key=len)
    target = one.block(run[:1])
    yield Operation("copy", (*FOREIGN_TEXT, one.sheet, target))
    yield Operation("from another book", (one.sheet, target, "A1"))
    yield Operation("from another book", (one.sheet, target, "B3"))
    if len(run) >= LONGEST_BLOCK:
        yield Operation("from another book", (one.sheet, target, "A1:A3"))
