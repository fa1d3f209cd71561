"""Compared: the returned and the issued workbook side by side, and what moved between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.landmarks import Movement
from iku.layout.layout import Layout
from iku.manifest import Manifest, SheetManifest
from iku.tamper.issued import Issued, IssuedSheet


@dataclass(frozen=True)
class Compared:
    """Both sides; ``issued`` is None where the layout version is one no longer made.

    ``followed`` collects by sheet the places that only went along with rows, columns or sheets
    that moved or vanished: they are told inside that cause.
    """

    snapshot: WorkbookSnapshot
    layout: Layout
    manifest: Manifest
    moves: Mapping[str, Movement]
    issued: Issued | None
    changed: Mapping[str, list[str]]  # by sheet that stood still: locked cells that differ
    followed: dict[str, dict[str, None]] = field(default_factory=dict)

    @cached_property
    def moved(self) -> list[str]:
        """The sheets that are gone or whose rows or columns moved."""
        return [name for name, move in self.moves.items() if not move.still]

    @cached_property
    def dated(self) -> frozenset[str]:
        """The entries into which dates are written, as issued."""
        return frozenset(str(one.ref) for one in self.layout.entries.values() if one.is_date)

    def expected(self, sheet: str, address: str) -> str:
        """Return what a cell held when issued, where that is still known."""
        return "" if self.issued is None else self.issued.content(sheet, address)

    def follow(self, sheet: str, place: str) -> None:
        """Note a place that went along with a sheet: with its own where that one moved."""
        moved = self.moved
        home = sheet if sheet in moved or not moved else moved[0]
        self.followed.setdefault(home, {})[place] = None


@dataclass(frozen=True)
class Page:
    """One sheet of both sides."""

    book: Compared
    issued: SheetManifest
    found: SheetSnapshot
    move: Movement

    @property
    def name(self) -> str:
        """The name under which the sheet was issued."""
        return self.issued.name

    @property
    def contents(self) -> IssuedSheet | None:
        """The issued contents, where they are still known."""
        return None if self.book.issued is None else self.book.issued.sheets[self.name]

    @cached_property
    def styled_as_issued(self) -> bool:
        """Whether every cell has the lock and the number format it was issued with."""
        return self.contents is not None and self.found.styles == self.contents.styles

    def asks_date(self, address: str) -> bool:
        """Return whether a date was to be written into an entry, by the address of its issue."""
        return self.cell(address) in self.book.dated

    def cell(self, address: str) -> str:
        """Return a cell as findings name it."""
        return f"{self.name}!{address}"
