"""Someone at a desk who has the workbook and one sentence, and does what the sentence says."""

import re

from iku.address import a1
from iku.cells import DEFAULT_STYLE, SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from iku.checks import catatan_rows, check_submission, confirmed
from iku.finding import Finding
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST
from iku.messages import explain
from iku.reading import read_submission
from iku.submission import Submission

_CELL = re.compile(r"(?:(\w[\w ]*)!)?([A-Z]{1,3}[0-9]+)")
_EXAMPLE = re.compile(r"Contoh[^:]*: (.*)$")
_NUMBER = r"-?\d[\d.]*(?:,\d+)?"


def look(seen: WorkbookSnapshot) -> list[Finding]:
    """What Validasi says of a workbook now."""
    read = read_submission(seen)
    if not isinstance(read, Submission):
        return [explain(read)]
    return [explain(one) for one in confirmed(read, check_submission(read))]


class Desk:
    """The workbook as it lies there, and the text that was read aloud; nothing else is known."""

    def __init__(self, seen: WorkbookSnapshot, text: str) -> None:
        self.seen = seen
        self.text = text

    @property
    def cells(self) -> list[tuple[SheetSnapshot, str]]:
        """The cells that the sentence begins with: ``Isian!E11, E12: …``."""
        place = self.text.partition(": ")[0]
        found, sheet = [], ""
        for piece in place.split(", "):
            match = _CELL.match(piece)
            assert match is not None, place
            sheet = match[1] or sheet
            found.append((self.seen.sheets[sheet], match[2]))
        return found

    @property
    def example(self) -> str:
        """What stands behind ``Contoh:``."""
        match = _EXAMPLE.search(self.text)
        assert match is not None, self.text
        return match[1].rstrip(".")

    def told(self, pattern: str) -> str:
        """The part of the text that a reader finds where the sentence leads him."""
        match = re.search(pattern, self.text)
        assert match is not None, (pattern, self.text)
        return match[1].strip()

    def choices(self, after: str) -> list[str]:
        """The choices that are listed behind some words."""
        return self.told(rf"{after}([^.:()]+)").split(", ")

    def number(self, pattern: str) -> float:
        """A number of the text, as an Indonesian reads it."""
        return as_number(self.told(pattern.replace("#", f"({_NUMBER})")))

    def content(self, at: int = 0) -> Value:
        sheet, address = self.cells[at]
        return sheet.values.get(address)

    def type(self, value: Value, at: int = 0) -> None:
        """Type into the n-th cell that the sentence names."""
        sheet, address = self.cells[at]
        self.type_at(sheet, address, value)

    def type_at(self, sheet: SheetSnapshot, address: str, value: Value) -> None:
        sheet.formulas.pop(address, None)
        if value is None:
            sheet.values.pop(address, None)
        else:
            sheet.values[address] = value

    def type_where(self, holds: str, value: Value) -> None:
        """Type into that one of the named cells which holds this text."""
        (one,) = [(s, at) for s, at in self.cells if s.values.get(at) == holds]
        self.type_at(*one, value)

    def type_into_blanks(self, value: Value) -> None:
        for sheet, address in self.cells:
            if sheet.values.get(address) is None:
                sheet.values[address] = value

    def format_as_number(self) -> None:
        for sheet, address in self.cells:
            locked = sheet.styles.get(address, DEFAULT_STYLE).locked
            sheet.styles[address] = StyleFacts(locked=locked, number_format="0")

    def write_reason(self, code: str) -> None:
        """Press Validasi, and write a reason beside the rows of the code."""
        read = read_submission(self.seen)
        assert isinstance(read, Submission)
        home = self.seen.sheets[CATATAN]
        for n, row in enumerate(catatan_rows(look(self.seen), read)):
            texts = [*row[:-1], "Sudah dicocokkan dengan buku register"] if row[0] == code else row
            for column, text in zip(CATATAN_COLUMNS.values(), texts, strict=True):
                self.type_at(home, a1(CATATAN_FIRST + n, column), text or None)


def as_number(text: str) -> float:
    """Return a number written in Indonesian."""
    return float(text.rstrip(".").replace(".", "").replace(",", "."))
