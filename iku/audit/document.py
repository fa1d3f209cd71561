"""Document: a report as texts with their places, the same for text, Word and Excel files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from iku.finding import Fact, Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: a line of a text file, a cell, or words such as ``Paragraf 12``.

    ``cell`` is written ``Sheet1!D12`` and, in Word documents, ``Tabel 1!D12``.
    """

    line: int | None = None
    cell: str = ""
    words: str = ""

    def finding(self, code: str, indicator: str = "", /, **facts: Fact) -> Finding:
        """Return a finding at this place."""
        return Finding(
            code,
            facts,
            line=self.line,
            sheet=self.cell.rpartition("!")[0] or self.words,
            cells=(self.cell,) if self.cell else (),
            indicator=indicator,
        )

    def __str__(self) -> str:
        """Return the place as a sentence names it."""
        return self.cell or self.words or f"baris {self.line}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its place: a paragraph, or a cell of a table."""

    text: str
    place: Place

    @property
    def blank(self) -> bool:
        """Whether nothing is written here."""
        return not self.text.strip()


Row: TypeAlias = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as printed; rows may differ in length."""

    rows: tuple[Row, ...]


Block: TypeAlias = Passage | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A report in reading order; ``producer`` is the program that saved it, where it says so."""

    blocks: tuple[Block, ...]
    producer: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def paragraphs(self) -> tuple[Passage, ...]:
        """What stands outside tables and is not blank, in reading order."""
        return tuple(
            block for block in self.blocks if isinstance(block, Passage) and not block.blank
        )

    def passages(self) -> Iterator[Passage]:
        """Yield every text that is not blank, in reading order."""
        for block in self.blocks:
            cells = (
                [block]
                if isinstance(block, Passage)
                else [one for row in block.rows for one in row]
            )
            yield from (one for one in cells if not one.blank)
