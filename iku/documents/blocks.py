"""What official papers are made of: paragraphs, tables and signatures, as plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["kiri", "tengah", "kanan"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; ``corrected`` marks what differs from a document printed before."""

    text: str
    bold: bool = False
    italic: bool = False
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style of the template, such as ``teks``, ``judul`` or ``butir``."""

    runs: tuple[Run, ...]
    style: str = "teks"

    @property
    def text(self) -> str:
        """The paragraph without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what stands above it, its share of the width, and its alignment."""

    head: str
    share: float
    align: Align = "kiri"


@dataclass(frozen=True, slots=True)
class Cell:
    """Paragraphs in a table; ``across`` and ``down`` count the columns and rows it covers."""

    lines: tuple[tuple[Run, ...], ...]
    across: int = 1
    down: int = 1
    align: Align | None = None
    shaded: bool = False

    @property
    def text(self) -> str:
        """The cell without its looks, one line a paragraph."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``above`` are head rows over the columns' own, repeated with them on each page.

    A row has one cell for each column that no wider or taller cell covers.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[tuple[Cell, ...], ...] = ()
    numbered: tuple[str, ...] = ()
    """The row under the heads that numbers the columns, such as ``(1)``; empty for none."""


@dataclass(frozen=True, slots=True)
class Party:
    """One who signs: the lines above the room to sign, the name, and the lines under it."""

    above: tuple[str, ...]
    name: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, from left to right; a single party stands on the right."""

    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart: one group of bars for each label; a missing value leaves a gap."""

    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page."""


Block: TypeAlias = Paragraph | Table | Signatures | Bars | NewPage
Field: TypeAlias = str | tuple[Block, ...]
Fields: TypeAlias = Mapping[str, Field]
"""What a template may name: text that stands within a line, or blocks that take a line's place."""


@dataclass(frozen=True)
class Paper:
    """One document to be written: its kind, the stem of its file, and what its template names."""

    kind: str
    stem: str
    fields: Fields = field(repr=False)

    def blocks(self) -> Iterator[Block]:
        """Yield every block of every field, for those who read figures back."""
        for value in self.fields.values():
            if not isinstance(value, str):
                yield from value


def plain(text: str, *, bold: bool = False) -> tuple[tuple[Run, ...], ...]:
    r"""Return a text as the lines of a cell.

    >>> len(plain("satu\ndua"))
    2
    """
    return tuple((Run(line, bold=bold),) for line in text.split("\n"))


def cell(text: str, **looks: object) -> Cell:
    """Return a cell of plain text; ``looks`` are the other fields of `Cell`."""
    return Cell(plain(text), **looks)  # type: ignore[arg-type]


def paragraph(text: str, style: str = "teks") -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph((Run(text),), style)
