"""Defined names: gone, broken, moved with a cut cell, pointed elsewhere, or not ours."""

from collections.abc import Iterator

from iku.address import CellRef, split_a1
from iku.cells import DEFAULT_STYLE
from iku.finding import Finding
from iku.names import normal
from iku.tamper.compared import Compared

_BUILT_IN = ("_xlnm.", "_xlfn.", "_xlpm.", "Excel_BuiltIn_")


def parse_reference(reference: str) -> CellRef | None:
    """Return the cell that a defined name refers to, or None where it is no single cell.

    >>> parse_reference("'Bukti Dukung'!$B$2")
    CellRef(sheet='Bukti Dukung', row=2, column=2)
    """
    sheet, _, address = reference.rpartition("!")
    try:
        row, column = split_a1(address)
    except ValueError:
        return None
    return CellRef(sheet.strip("'").replace("''", "'").removeprefix("$"), row, column)


def name_findings(book: Compared) -> Iterator[Finding]:
    """Yield what differs between the names of the issued and of the returned workbook."""
    if book.manifest.names == book.snapshot.names and not book.moved:
        return
    found, foreign = _paired(book)
    for name, reference in book.manifest.names.items():
        now = found.get(name)
        if now is None:
            yield Finding("STR-009", {"nama": name})
        elif now != reference or book.moved:
            yield from _pointing(book, name, reference, now)
    for name in foreign:
        yield Finding("STR-020", {"nama": name})


def _paired(book: Compared) -> tuple[dict[str, str], list[str]]:
    """Return each of our names with what it refers to now, and the names that are not ours.

    An exact spelling comes first; where there is none, ``_`` stands for ``.`` (an ``.xls`` trip).
    """
    ours, names = book.manifest.names, book.snapshot.names
    found = {name: names[name] for name in ours.keys() & names.keys()}
    others = {normal(name): name for name in names.keys() - ours.keys()}
    for name in ours.keys() - found.keys():
        other = others.pop(normal(name), None)
        if other is not None:
            found[name] = names[other]
    return found, sorted(name for name in others.values() if not name.startswith(_BUILT_IN))


def _pointing(book: Compared, name: str, reference: str, now: str) -> Iterator[Finding]:
    issued, place_now = parse_reference(reference), parse_reference(now)
    if issued is None or (issued == place_now and issued.sheet not in book.moved):
        return
    move = book.moves.get(issued.sheet)
    place = issued if move is None else move.now(issued)
    if place is None or place == place_now:
        return  # its cell is gone, or it went along: told with what moved
    if place_now == issued:
        book.follow(issued.sheet, str(place))  # the cell moved, the name stayed behind
        return
    facts = {"nama": name, "semula": str(place), "sekarang": str(place_now or now)}
    if place_now is None:
        yield Finding("STR-017", dict(facts), sheet=place.sheet, cells=(str(place),))
        return
    code = "STR-008" if _was_cut(book, name, place, place_now) else "STR-018"
    cells = (str(place), str(place_now))
    yield Finding(code, dict(facts), sheet=place.sheet, cells=cells)


def _was_cut(book: Compared, name: str, source: CellRef, target: CellRef) -> bool:
    """Whether an entry itself went where its name points: its own cell has nothing any more."""
    if name not in book.layout.entries:
        return False
    sheet, there = (book.snapshot.sheets.get(one.sheet) for one in (source, target))
    if sheet is None or there is None or sheet.values.get(source.a1) is not None:
        return False
    carried = there.values.get(target.a1) is not None
    return carried or sheet.styles.get(source.a1, DEFAULT_STYLE).locked
