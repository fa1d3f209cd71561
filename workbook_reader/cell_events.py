"""Cell events: the inner loop of reading, one call per tag of the rows of a sheet.

Written for speed where it shows: attributes instead of small functions, the commonest tag first.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

from iku.address import a1, split_a1
from iku.cells import DEFAULT_STYLE, ErrorValue, StyleFacts, Value
from workbook_reader.limits import Limits
from workbook_reader.refusal import separated, too_large
from workbook_reader.strings import cell_text
from workbook_reader.translation import translate

_ERRORS = (
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
)
# LibreOffice writes constants of these kinds as formulas.
_CONSTANTS: dict[str, Value] = {
    "TRUE()": True,
    "FALSE()": False,
    **{code: ErrorValue(code) for code in _ERRORS},
}
_NO_HEIGHT = {"0", "0.0"}  # a row without height is as hidden as one that says so
ADDRESSES = re.compile(r"(?:[A-Z]{1,3}[1-9][0-9]{0,6}\n)*")


class Cells(Protocol):
    """What cells are taken into: those of a sheet, or of one row."""

    styles: dict[str, StyleFacts]
    values: dict[str, Value]
    formulas: dict[str, str]
    uncomputed: set[str]
    hidden_rows: set[int]


@dataclass(slots=True)
class Spent:
    """What the sheets of one workbook took so far of what they may take together.

    ``formulas`` counts the characters of shared formulas written out, ``ranges`` those of
    validations, ``validated`` the cells for which a validation was recorded.
    """

    formulas: int = 0
    ranges: int = 0
    validated: int = 0

    def go_back_to(self, before: "Spent") -> None:
        """Forget what was taken since, because it is read once more."""
        self.formulas, self.ranges = before.formulas, before.ranges
        self.validated = before.validated


@dataclass(frozen=True, slots=True)
class SharedParts:
    """What the sheets of one workbook have in common."""

    strings: list[str]
    style_of: dict[str, StyleFacts]
    date1904: bool
    limits: Limits
    spent: Spent = field(default_factory=Spent)


class CellEvents:
    """Turns the events between ``<sheetData>`` and its end into values, formulas and styles."""

    __slots__ = (
        "address",
        "date1904",
        "formula",
        "implied",
        "kind",
        "leave",
        "limits",
        "masters",
        "most_cells",
        "most_characters",
        "orphans",
        "phonetic",
        "row",
        "runs",
        "sheet",
        "spent",
        "strings",
        "style_of",
        "text",
        "texts",
    )

    def __init__(self, sheet: Cells, shared: SharedParts, leave: Callable[[], None]) -> None:
        """Prepare to fill ``sheet``; ``leave`` is called at the end of its rows."""
        self.sheet = sheet
        self.strings = shared.strings
        self.style_of = shared.style_of
        self.limits = shared.limits
        self.spent = shared.spent
        self.most_cells = shared.limits.cells_per_sheet
        self.most_characters = shared.limits.characters
        self.date1904 = shared.date1904
        self.leave = leave
        self.text: list[str] = []  # pieces of the text being read
        self.runs: list[str] = []  # finished runs of an inline string
        self.masters: dict[str, tuple[str, str]] = {}  # of shared formulas: (text, address)
        self.orphans: list[tuple[str, str]] = []  # (address, id) met before their master
        self.address = ""
        self.kind = "n"
        self.formula: dict[str, str] | None = None  # attributes of the cell's formula, if any
        self.texts: list[tuple[str, int]] = []  # (address, number) of shared strings
        self.implied = False  # whether a place followed from the one before it
        self.phonetic = False
        self.row = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a cell, or a piece of one."""
        if name == "c":
            address = attributes.get("r") or self._next_address()
            styles = self.sheet.styles
            if address in styles:
                raise ValueError(address)
            if len(styles) >= self.most_cells:
                raise too_large(
                    "sel_per_lembar",
                    limit=f"{separated(self.most_cells)} sel",
                    value="lebih banyak sel dalam satu lembar",
                )
            styles[address] = self.style_of.get(attributes.get("s", "0"), DEFAULT_STYLE)
            self.address = address
            self.kind = attributes.get("t", "n")
            self.formula = None
        elif name in {"v", "t"}:
            self.text.clear()
        elif name == "f":
            self.formula = attributes
            self.text.clear()
        else:
            self._start_rare(name, attributes)

    def _start_rare(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._start_row(attributes)
        elif name == "is":
            self.runs.clear()
        elif name == "rPh":
            self.phonetic = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        if number is None:
            self.implied = True
        self.row = self.row + 1 if number is None else int(number)
        self.address = ""
        if attributes.get("hidden") in {"1", "true"} or attributes.get("ht") in _NO_HEIGHT:
            self.sheet.hidden_rows.add(self.row)

    def end(self, name: str) -> None:
        """Take in what stood between a tag and its end."""
        if name == "c":
            return
        if name == "v":
            self._take_value("".join(self.text))
        elif name == "f":
            self._take_formula("".join(self.text))
        elif name == "t":
            if not self.phonetic:
                self.runs.extend(self.text)
        elif name == "is":
            self.sheet.values[self.address] = cell_text("".join(self.runs), self.most_characters)
        elif name == "rPh":
            self.phonetic = False
        elif name == "sheetData":
            self._finish()
            self.leave()

    def _take_value(self, text: str) -> None:
        kind = self.kind
        values = self.sheet.values
        if kind == "s":
            if text:
                number = int(text)
                values[self.address] = self.strings[number]
                self.texts.append((self.address, number))
        elif kind == "n":
            if not text:
                return
            amount = float(text)
            values[self.address] = amount if math.isfinite(amount) else ErrorValue("#NUM!")
        elif kind != "constant":
            self._take_rare(kind, text)
        if self.formula is not None:
            self.sheet.uncomputed.discard(self.address)

    def _take_rare(self, kind: str, text: str) -> None:
        value: Value
        if kind in {"str", "inlineStr"}:
            value = cell_text(text, self.most_characters)
        elif kind == "b":
            value = text.strip() in {"1", "true"}
        elif kind == "e":
            value = ErrorValue(text)
        elif kind == "d":
            value = _serial_number(text, date1904=self.date1904)
        else:
            raise ValueError(kind)
        self.sheet.values[self.address] = value

    def _take_formula(self, text: str) -> None:
        attributes = self.formula or {}
        shared = attributes.get("si") if attributes.get("t") == "shared" else None
        if shared is not None and text:
            self.masters[shared] = (text, self.address)
        elif shared is not None:
            if shared not in self.masters:
                self.orphans.append((self.address, shared))
                text = "?"
            else:
                text = self._expanded(shared, self.address)
        elif attributes.get("t") == "dataTable":
            text = f"TABLE({attributes.get('r1', '')},{attributes.get('r2', '')})"
        if text in _CONSTANTS:
            self.sheet.values[self.address] = _CONSTANTS[text]
            self.kind = "constant"
            self.formula = None
        elif text:
            self.sheet.formulas[self.address] = cell_text(text, self.most_characters)
            self.sheet.uncomputed.add(self.address)

    def _expanded(self, shared: str, address: str) -> str:
        text, origin = self.masters[shared]
        self.spent.formulas += len(text)
        limit = self.limits.expanded_text
        if self.spent.formulas > limit:
            raise too_large(
                "rumus_bersama",
                limit=f"{separated(limit)} huruf",
                value="lebih banyak huruf rumus",
            )
        row, column = split_a1(address)
        first_row, first_column = split_a1(origin)
        return translate(text, row - first_row, column - first_column)

    def _next_address(self) -> str:
        """Return the place of a cell without address: right of the one before it."""
        self.implied = True
        column = split_a1(self.address)[1] + 1 if self.address else 1
        return a1(self.row, column)

    def _finish(self) -> None:
        """Settle what had to wait for the last cell; raise ValueError for impossible addresses."""
        for address, shared in self.orphans:
            self.sheet.formulas[address] = self._expanded(shared, address)
        if ADDRESSES.fullmatch("".join(f"{address}\n" for address in self.sheet.styles)) is None:
            raise ValueError("not a cell address")
        if has_homeless(self.sheet):
            raise ValueError("a value outside of any cell")


def has_homeless(cells: Cells) -> bool:
    """Whether a value or a formula stood in a row before its first cell."""
    return "" in cells.values or "" in cells.formulas


def _serial_number(text: str, *, date1904: bool) -> float:
    """Return an ISO 8601 date as the day number that all other cells use."""
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    first = datetime(1904, 1, 1, tzinfo=UTC) if date1904 else datetime(1899, 12, 30, tzinfo=UTC)
    return (moment - first).total_seconds() / 86_400
