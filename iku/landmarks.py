"""Landmarks: locked constants that stand once on a sheet tell where its rows and columns went."""

from collections import Counter
from dataclasses import dataclass, field

from iku.address import CellRef, a1, split_a1
from iku.cells import ErrorValue, SheetSnapshot
from iku.manifest import SheetManifest, mark_of


@dataclass(frozen=True, slots=True)
class Movement:
    """Where rows and columns of a sheet stand now; empty maps mean that nothing moved."""

    rows: dict[int, int] = field(default_factory=dict)
    columns: dict[int, int] = field(default_factory=dict)
    lost: bool = False  # the sheet itself is gone

    @property
    def still(self) -> bool:
        """Whether everything stands where it was issued."""
        return not self.lost and not self.rows and not self.columns

    def now(self, issued: CellRef) -> CellRef | None:
        """Return where a cell stands now, or None where its row, column or sheet is gone."""
        if self.lost:
            return None
        row = self.rows.get(issued.row) if self.rows else issued.row
        column = self.columns.get(issued.column, issued.column) if self.columns else issued.column
        return None if row is None else CellRef(issued.sheet, row, column)


STILL = Movement()


def movement(issued: SheetManifest, found: SheetSnapshot | None) -> Movement:
    """Return how the rows and columns of a sheet have moved since it was issued.

    Constants whose text stands once on the sheet as issued and as found vote for their row and
    column; a row without any is placed by the nearest one above it.
    """
    if found is None:
        return Movement(lost=True)
    marks = _constant_marks(found)
    landmarks = {mark: address for address, mark in issued.locked.items()}
    count = Counter(issued.locked.values())
    if all(
        marks.get(address) == mark
        for mark, address in landmarks.items()
        if count[mark] == 1 and address not in found.formulas
    ):
        return STILL
    where: dict[str, list[str]] = {}
    for address, mark in marks.items():
        where.setdefault(mark, []).append(address)
    row_votes: dict[int, Counter[int]] = {}
    column_votes: dict[int, Counter[int]] = {}
    for mark, address in landmarks.items():
        if count[mark] == 1 and len(where.get(mark, ())) == 1:
            (row, column), (row_now, column_now) = split_a1(address), split_a1(where[mark][0])
            row_votes.setdefault(row, Counter())[row_now] += 1
            column_votes.setdefault(column, Counter())[column_now] += 1
    rows, columns = _decided(row_votes), _decided(column_votes)
    if all(row == now for row, now in rows.items()) and all(c == now for c, now in columns.items()):
        return STILL
    issued_rows = sorted({split_a1(address)[0] for address in (*issued.locked, *issued.entries)})
    return Movement(_completed(rows, issued_rows), columns)


def _constant_marks(sheet: SheetSnapshot) -> dict[str, str]:
    """Return the mark of every constant on a sheet, as the manifest would write it."""
    return {
        address: mark_of(value, None)
        for address, value in sheet.values.items()
        if address not in sheet.formulas and not isinstance(value, ErrorValue)
    }


def _decided(votes: dict[int, Counter[int]]) -> dict[int, int]:
    return {place: counter.most_common(1)[0][0] for place, counter in votes.items()}


def _completed(rows: dict[int, int], issued_rows: list[int]) -> dict[int, int]:
    """Place rows without a landmark by the shift of the nearest landmark above them."""
    complete, shift = {}, 0
    for row in issued_rows:
        shift = rows[row] - row if row in rows else shift
        complete[row] = row + shift
    return complete


def moved_address(move: Movement, sheet: str, address: str) -> str | None:
    """Return where a cell given by A1 stands now, or None where it is gone."""
    if move.still:
        return address
    now = move.now(CellRef(sheet, *split_a1(address)))
    return None if now is None else a1(now.row, now.column)
