"""Row patterns: rows that are the same but for the values in their cells.

Every unit has its own figures in the same cells with the same formulas. A row that differs from a
known one in what stands between ``<v>`` and ``</v>`` only takes everything else from it.
"""

import math
import re
from dataclasses import dataclass, field

from iku.cells import ErrorValue, StyleFacts, Value
from workbook_reader.cell_events import SharedParts
from workbook_reader.strings import cell_text

_VALUE = re.compile(rb"<v>([^<]*)</v>")
_CELL = re.compile(
    rb'.*<c r="([A-Z]{1,3}[1-9][0-9]{0,6})"(?: s="[0-9]+")?(?: t="(n|s|b|e|str)")?>'
    rb'(?:<f(?: aca="false")?>[^<]*</f>)?',
    re.DOTALL,
)
# What a parser passes on as it is; the bytes left out begin the two characters that XML has not.
_AS_IT_IS = re.compile(rb"[ -%'-;=?-~\x80-\xee\xf0-\xff]*")
_FORMULA = b"<f"


@dataclass(slots=True)
class RowCells:
    """What a row holds, by address; ``texts`` are its cells with a shared string, by number."""

    styles: dict[str, StyleFacts] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    uncomputed: set[str] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    texts: list[tuple[str, int]] = field(default_factory=list)
    number: int = 0


@dataclass(frozen=True, slots=True)
class RowPattern:
    """A known row, and the addresses and kinds of its values in the order of the text."""

    row: RowCells
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CutRow:
    """The text of a row without its values, and these."""

    rest: bytes
    pieces: list[bytes]
    values: list[bytes]


def cut(text: bytes) -> CutRow | None:
    """Take the values out of the text of a row; None where there are none, or that is not safe."""
    parts = _VALUE.split(text)
    pieces, values = parts[::2], parts[1::2]
    rest = b"<v>".join(pieces)
    if not values or rest.count(b"<v>") != len(values):
        return None
    return CutRow(rest, pieces, values) if _AS_IT_IS.fullmatch(b"".join(values)) else None


def pattern_of(cut_row: CutRow, row: RowCells, shared: SharedParts) -> RowPattern | None:
    """Return what a parsed row has in common with others; None where that is not certain."""
    places = []
    for piece in cut_row.pieces[:-1]:
        cell = _CELL.fullmatch(piece)
        if cell is None:
            return None
        places.append((cell[1].decode(), (cell[2] or b"n").decode()))
    # Some formulas are constants to us (`CellEvents`), whatever stands beside them.
    if cut_row.rest.count(_FORMULA) != len(row.formulas):
        return None
    pattern = RowPattern(row, tuple(places))
    return pattern if filled(pattern, cut_row.values, shared) == row else None


def filled(pattern: RowPattern, values: list[bytes], shared: SharedParts) -> RowCells | None:
    """Return the row with other values; None where the parser must say what one of them is.

    Raise ValueError, LookupError or `RefusalError` as the parser would.
    """
    row = pattern.row
    found, texts = dict(row.values), []
    for (address, kind), value in zip(pattern.places, values, strict=True):
        if kind == "str":
            found[address] = cell_text(value.decode(), shared.limits.characters)
        elif not value:
            return None
        elif kind == "n":
            amount = float(value)
            found[address] = amount if math.isfinite(amount) else ErrorValue("#NUM!")
        elif kind == "s":
            texts.append((address, int(value)))
            found[address] = shared.strings[texts[-1][1]]
        elif kind == "b":
            found[address] = value.strip() in {b"1", b"true"}
        else:
            found[address] = ErrorValue(value.decode())
    return RowCells(
        row.styles, found, row.formulas, row.uncomputed, row.hidden_rows, texts, row.number
    )
