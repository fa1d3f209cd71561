"""Grids: any printed table with heads and numbers, whether or not it lists indicators."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from iku.audit.document import Document, Passage, Row, Table
from iku.audit.figures import printed_numbers
from iku.printed import Printed

_TOTAL = re.compile(
    r"^\W*(?:(?:sub|grand)\s*-?\s*)?(?:jumlah|total)(?:\s+(?:total|seluruh(?:nya)?|keseluruhan|semua"
    r"|akhir|kecamatan|kabupaten|kota|belanja|anggaran|pagu|desa|kelurahan))*\s*[:.]?\s*$",
    re.IGNORECASE,
)
_MEAN = re.compile(
    r"^\W*(?:(?:nilai|jumlah)\s+)?(?:rata\s*[-–]?\s*rata|rerata)(?:\s+(?:nilai|capaian|realisasi|skor"
    r"|kecamatan|kabupaten|kota|desa|keseluruhan|total))*\s*(?:\(%\))?\s*[:.]?\s*$",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"^(?:indikator|iku\b|kecamatan|desa|kelurahan|program|kegiatan|uraian|nama|unit|unsur)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONEY = re.compile(r"^(?:rp\.?|idr)\s*(?=\d)", re.IGNORECASE)
_ENCLOSED = re.compile(r"^\((\d[\d.,]*)\)$")  # bookkeepers write a negative number in brackets
_BLANK = re.compile(r"^[\s\-–—.]*$")
_COLUMN_NUMBER = re.compile(r"^\(?\d{1,2}\)?(?:\s*=.*)?$")
_NUMBERING = (r"(?:\d+\.)+\d+\.?", r"\d{1,3}[.)]?", r"[IVX]+[.)]?", r"[A-Z][.)]?", r"[a-z][.)]")
_NUMBERED = re.compile(r"^(?:no|nomor)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row whose cells stand under the heads, also where cells of its label were merged."""

    cells: Row

    @property
    def label(self) -> Passage | None:
        """The first cell with words."""
        return next((one for one in self.cells if re.search(r"[^\W\d_]{2}", one.text)), None)

    def number(self, column: int) -> Printed | None:
        """Return the number of a column; ``12.500`` counts thousands, ``12,500`` does not."""
        found = self.numbers(column)
        if not found:
            return None
        return found[-1] if "," in self.cells[column].text else found[0]

    def numbers(self, column: int) -> tuple[Printed, ...]:
        """Return every number that the cell of a column can mean."""
        return cell_numbers(self.cells[column].text) if column < len(self.cells) else ()

    def blank(self, column: int) -> bool:
        """Whether nothing, or a dash, stands in a column."""
        return column >= len(self.cells) or bool(_BLANK.match(self.cells[column].text))


@dataclass(frozen=True)
class Grid:
    """The heads of a table, one text for each column, and its rows apart from totals and means."""

    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    totals: tuple[GridRow, ...]
    means: tuple[GridRow, ...]
    body: tuple[GridRow, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns of numbers, those that number rows or name codes and years left out."""
        return tuple(n for n in range(len(self.heads)) if self._measures(n))

    def _measures(self, column: int) -> bool:
        if re.match(
            r"^\W*(?:no|nomor|nip|kode|tahun\s*$|ket)\b", self.heads[column], re.IGNORECASE
        ):
            return False
        filled = [row for row in self.rows if not row.blank(column)]
        numbers = [row for row in filled if row.number(column) is not None]
        return len(numbers) > 1 and len(numbers) * 4 >= len(filled) * 3

    def name(self, row: GridRow) -> str:
        """Return what a row is about: its indicator, kecamatan or program, else its first words."""
        for column, head in enumerate(self.heads):
            if _NAMING.search(head) and column < len(row.cells) and not row.blank(column):
                return " ".join(row.cells[column].text.split())
        return " ".join(row.label.text.split()).strip(" :.") if row.label else ""


def nested(rows: list[GridRow]) -> bool:
    """Whether some rows are parts of other rows, as activities are of a program."""
    kinds = {_numbering(row) for row in rows} - {""}
    return len(kinds) > 1 or any(row.cells[0].blank for row in rows if row.cells)


def cell_numbers(text: str) -> tuple[Printed, ...]:
    """Return every number that a cell can mean, money and negative ones too.

    >>> [str(cell_numbers(text)[0].number) for text in ("Rp 1.250.000,-", "(2,50)")]
    ['1250000', '-2.50']
    """
    text = _MONEY.sub("", text.strip()).removesuffix(",-").removesuffix(",–")
    enclosed = _ENCLOSED.match(text)
    return printed_numbers(f"-{enclosed[1]}" if enclosed else text)


def grids(document: Document) -> Iterator[Grid]:
    """Yield the tables of a document that hold columns of numbers under heads."""
    for table in document.tables:
        for rows in _parts(table):
            grid = _grid(rows)
            if grid is not None and grid.columns:
                yield grid


def _parts(table: Table) -> Iterator[list[Row]]:
    """Yield the parts of a table that have heads of their own: each has a column of numbers."""
    part: list[Row] = []
    for row in table.rows:
        if all(cell.blank for cell in row):
            continue
        if part and any(_NUMBERED.match(cell.text.strip()) for cell in row):
            yield part
            part = []
        part.append(row)
    yield part


def _grid(rows: list[Row]) -> Grid | None:
    start = next((n for n, row in enumerate(rows) if _is_body(row)), 0)
    heads = _heads(rows[:start])
    if not heads:
        return None
    body = [_aligned(row, len(heads)) for row in rows[start:] if not _numbers_columns(row)]
    totals = tuple(row for row in body if _says(row, _TOTAL))
    means = tuple(row for row in body if _says(row, _MEAN))
    named = tuple(row for row in body if row not in totals and row not in means and row.label)
    return Grid(heads, named, totals, means, tuple(body))


def _is_body(row: Row) -> bool:
    """Whether a row gives figures: a number that is no year, besides the one that counts rows."""
    numbers = [cell for cell in row[1:] if cell_numbers(cell.text)]
    years = all(_YEAR.fullmatch(cell.text.strip()) for cell in numbers)
    return bool(numbers) and not years and not _numbers_columns(row)


def _numbers_columns(row: Row) -> bool:
    written = [cell.text.strip() for cell in row if not cell.blank]
    numbers = [re.sub(r"\D.*", "", text.lstrip("(")) for text in written]
    return numbers[:2] == ["1", "2"] and all(_COLUMN_NUMBER.match(text) for text in written)


def _heads(rows: list[Row]) -> tuple[str, ...]:
    """Return what stands over each column; a group's name counts for the columns below it."""
    width = max(map(len, rows), default=0)
    parts: list[list[str]] = [[] for _ in range(width)]
    for n, row in enumerate(rows):
        over = ""
        for column in range(width):
            text = " ".join(row[column].text.split()) if column < len(row) else ""
            over = text or (over if n + 1 < len(rows) else "")
            if over and over not in parts[column]:
                parts[column].append(over)
    return tuple(" ".join(one) for one in parts)


def _aligned(row: Row, width: int) -> GridRow:
    """Put a row under its heads: where cells were merged into its label, figures stand right.

    Such a row begins with its label and has no blank cell; else its last cells are missing.
    """
    missing = width - len(row)
    merged = missing > 0 and len(row) > 1 and not any(cell.blank for cell in row)
    merged = merged and not cell_numbers(row[0].text)
    return GridRow((row[0],) * (missing + 1) + row[1:] if merged else row)


def _says(row: GridRow, pattern: re.Pattern[str]) -> bool:
    return row.label is not None and bool(pattern.match(row.label.text))


def _numbering(row: GridRow) -> str:
    text = row.cells[0].text.strip() if row.cells else ""
    first = text.split()[0] if text else ""
    for pattern in _NUMBERING:
        if re.fullmatch(pattern, first):
            return pattern + str(first.strip(".").count("."))
    return ""


def tolerance(numbers: list[Printed], result: Printed) -> Fraction:
    """Return how far rounded numbers may lie from their printed sum."""
    half = sum((Fraction(1, 2 * 10**one.decimals) for one in numbers if one.decimals), Fraction(0))
    return half + (Fraction(1, 2 * 10**result.decimals) if half or result.decimals else 0)
