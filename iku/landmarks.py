"""Landmarks: locked constants that stand once on a sheet tell where its rows and columns went."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from iku.address import CellRef, a1, column_letters, split_a1
from iku.alignment import LARGEST, aligned
from iku.cells import ErrorValue, SheetSnapshot
from iku.manifest import SheetManifest, mark_of

Votes: TypeAlias = dict[int, Counter[int]]
Lines: TypeAlias = dict[int, list[str]]  # the marks of each row or of each column

# What a change of shift costs, in votes: one lone text that moved is no inserted row.
_CHANGE = 0.9
# Lines below the last one issued that are still looked at: a stray cell far down says nothing.
_REACH = 500
_OTHER = "?"  # stands for a formula, and for a text that is nowhere any more


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
        column = self.columns.get(issued.column) if self.columns else issued.column
        return None if row is None or column is None else CellRef(issued.sheet, row, column)

    def changes(self) -> Iterator[tuple[str, str]]:
        """Yield what happened in words, and an address that shows where, first rows, then columns.

        A line that is gone is named as it was issued, one that came in as it stands now.
        """
        for line, kind in _changed_lines(self.rows):
            yield f"baris {line} {kind}", a1(line, 1)
        for line, kind in _changed_lines(self.columns):
            yield f"kolom {column_letters(line)} {kind}", a1(1, line)


STILL = Movement()


def movement(issued: SheetManifest, found: SheetSnapshot | None) -> Movement:
    """Return how the rows and columns of a sheet have moved since it was issued.

    Constants whose text stands once on the sheet as issued and as found vote for their row and
    column; what lies between two such lines is matched by what else it holds. A line that nothing
    answers for has been deleted.
    """
    if found is None:
        return Movement(lost=True)
    marks = _constant_marks(found)
    landmarks = _landmarks(issued)
    if _all_in_place(issued, marks, landmarks):
        return STILL
    count = Counter(marks.values())
    where = {mark: address for address, mark in marks.items() if count[mark] == 1}
    row_votes, column_votes = _votes(landmarks, where)
    held = {one: mark if mark in count else _OTHER for one, mark in issued.locked.items()}
    held |= dict.fromkeys((*issued.entries, *_corners(issued)), "")
    ours = set(issued.locked.values())  # what was typed answers for no line
    seen = {address: mark if mark in ours else "" for address, mark in marks.items()}
    seen |= dict.fromkeys(found.formulas, _OTHER)
    rows = _placed(row_votes, _lines(held, 0), _lines(seen, 0))
    columns = _placed(column_votes, _lines(held, 1), _lines(seen, 1))
    if all(line == now for line, now in (*rows.items(), *columns.items())):
        return STILL
    return Movement(rows, columns)


def _corners(issued: SheetManifest) -> Iterator[str]:
    """Yield the corners of merged cells, which lie where nothing else does at times."""
    for area in issued.merged:
        for corner in area.split(":"):
            if corner not in issued.locked:
                yield corner


def _all_in_place(issued: SheetManifest, marks: dict[str, str], landmarks: dict[str, str]) -> bool:
    """Whether every landmark stands where it did, and what stands below the last one too."""
    if any(marks.get(address) != mark for mark, address in landmarks.items()):
        return False
    last = max((split_a1(address)[0] for address in landmarks.values()), default=0)
    known = set(marks.values())
    return all(
        marks.get(address) == mark
        for address, mark in issued.locked.items()
        if mark in known and split_a1(address)[0] > last
    )


def likeness(issued: SheetManifest, found: SheetSnapshot) -> float:
    """Return how much (0 to 1) a found sheet is the one that was issued.

    It is the share of the issued landmarks that it shows, or the share of its own constants that
    are landmarks, whichever is larger: moved formulas read differently, and entries come in.
    """
    landmarks = _landmarks(issued).keys()
    constants = set(_constant_marks(found).values())
    formulas = {mark_of(None, formula) for formula in found.formulas.values()}
    shown = len(landmarks & (constants | formulas)) / max(1, len(landmarks))
    return max(shown, len(landmarks & constants) / max(1, len(constants)))


def moved_address(move: Movement, sheet: str, address: str) -> str | None:
    """Return where a cell given by A1 stands now, or None where it is gone."""
    if move.still:
        return address
    now = move.now(CellRef(sheet, *split_a1(address)))
    return None if now is None else a1(now.row, now.column)


def _constant_marks(sheet: SheetSnapshot) -> dict[str, str]:
    """Return the mark of every constant on a sheet, as the manifest would write it."""
    return {
        address: mark_of(value, None)
        for address, value in sheet.values.items()
        if address not in sheet.formulas and not isinstance(value, ErrorValue)
    }


def _landmarks(issued: SheetManifest) -> dict[str, str]:
    """Return the address of every mark that stands once on the sheet as issued."""
    count = Counter(issued.locked.values())
    return {mark: address for address, mark in issued.locked.items() if count[mark] == 1}


def _votes(landmarks: dict[str, str], where: dict[str, str]) -> tuple[Votes, Votes]:
    rows: Votes = {}
    columns: Votes = {}
    for mark, address in landmarks.items():
        if mark in where:
            (row, column), (row_now, column_now) = split_a1(address), split_a1(where[mark])
            rows.setdefault(row, Counter())[row_now] += 1
            columns.setdefault(column, Counter())[column_now] += 1
    return rows, columns


def _lines(marks: dict[str, str], axis: int) -> Lines:
    """Return the marks of each row (axis 0) or column (1), in reading order."""
    lines: Lines = {}
    for address in sorted(marks, key=split_a1):
        marked = lines.setdefault(split_a1(address)[axis], [])
        if marks[address]:
            marked.append(marks[address])
    return lines


def _placed(votes: Votes, issued: Lines, found: Lines) -> dict[int, int]:
    """Return where each line stands now; one that is gone is left out."""
    anchors = _chain(votes)
    placed = dict(anchors)
    last = max(issued, default=0)
    last_found = max((line for line in found if line <= last + _REACH), default=0)
    ends = [(0, 0), *sorted(anchors.items()), (last + 1, 0)]
    for (before, before_now), (after, after_now) in pairwise(ends):
        until = after_now or max(last_found, before_now + last - before) + 1
        lines, places = (before, after), (before_now, until)
        placed.update(_between(lines, places, issued, found, open_end=not after_now))
    placed.update(_carried_off(votes, placed, set(anchors.values())))
    return {line: now for line, now in placed.items() if 1 <= line <= last}


class _Vote(NamedTuple):
    line: int
    now: int
    weight: float

    @property
    def shift(self) -> int:
        return self.now - self.line


def _chain(votes: Votes) -> dict[int, int]:
    """Return the best votes that keep the order of lines and change the shift seldom."""
    given = [_Vote(line, now, n) for line in sorted(votes) for now, n in votes[line].items()]
    best: list[tuple[float, int]] = []  # the worth of a chain that ends here, and what came before
    for n, vote in enumerate(given):
        worth, before = -_CHANGE * (vote.shift != 0), -1
        for m in range(n):
            other = given[m]
            if other.line < vote.line and other.now < vote.now:
                joined = best[m][0] - _CHANGE * (other.shift != vote.shift)
                if joined > worth:
                    worth, before = joined, m
        best.append((worth + vote.weight, before))
    chain = {}
    n = max(range(len(best)), key=lambda one: best[one][0], default=-1)
    while n >= 0:
        chain[given[n].line] = given[n].now
        n = best[n][1]
    return chain


def _between(
    lines: tuple[int, int],
    places: tuple[int, int],
    issued: Lines,
    found: Lines,
    *,
    open_end: bool,
) -> Iterator[tuple[int, int]]:
    """Match the lines between two anchors with those that stand between them now."""
    here, there = range(lines[0] + 1, lines[1]), range(places[0] + 1, places[1])
    if len(here) == len(there) and not open_end:
        yield from zip(here, there, strict=True)
        return
    if len(here) * len(there) > LARGEST:  # before anything is made for each of a million lines
        yield from zip(here, there, strict=False)
        return
    texts = [Counter(issued.get(line, ())) for line in here]
    texts_now = [Counter(found.get(line, ())) for line in there]
    yield from ((here[a], there[b]) for a, b in aligned(texts, texts_now))


def _carried_off(
    votes: Votes, placed: dict[int, int], taken: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the lines that went elsewhere as a whole, as sorting does, with all they hold."""
    for line, counter in votes.items():
        (now, n), *others = counter.most_common()
        if n > 1 and not others and now not in taken and placed.get(line) != now:
            yield line, now


def _changed_lines(lines: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Yield the lines that came in, went away, or changed their order."""
    if not lines:
        return
    there = set(lines.values())
    first, last = min(lines), max(lines)
    shift = 0
    for line in range(first, last + 1):
        if line not in lines:
            continue
        for new in range(line + shift, lines[line]):
            if new not in there:
                yield new, "disisipkan"
        shift = lines[line] - line
    for line in range(first, last + 1):
        if line not in lines:
            yield line, "dihapus"
