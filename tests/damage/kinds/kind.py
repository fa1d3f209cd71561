"""A kind of damage: what it does to a workbook, and what must be found of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from iku.address import CellRef
from tests.damage.package import Book

WORKBOOK = "xl/workbook.xml"
FILLED = ("Isian", "Perhitungan", "Capaian", "Beranda", "Definisi IKU", "Petunjuk")


@dataclass(frozen=True)
class Expected:
    """One of these codes at one of these cells (anywhere if none); no codes: it is harmless."""

    codes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    alone: bool = False  # nothing else above information is told: the rest follows from it


HARMLESS = Expected()
Damage = Callable[[Book], Expected | None]  # None: this workbook has no such place
KINDS: dict[str, Damage] = {}


def kind(damage: Damage) -> Damage:
    """Take a kind of damage into the list, under its own name."""
    KINDS[damage.__name__] = damage
    return damage


def at(codes: str, *refs: CellRef) -> Expected:
    return Expected(tuple(codes.split()), tuple(map(str, refs)))


def some_sheet(book: Book, names: Iterable[str] = FILLED) -> str:
    return book.choice([name for name in names if name in book.seen.sheets])
