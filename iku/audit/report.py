"""Report: a document with what the rules look at already found in it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from iku.audit.arithmetic import Statement, statements, verbal
from iku.audit.document import Document, Passage
from iku.audit.figures import number_in
from iku.audit.grid import Grid, cell_numbers, grids
from iku.audit.headed_table import HeadedTable, IndicatorRow, headed_tables, named, year_in
from iku.audit.vocabulary import units
from iku.definition.lint.ratio_text import RatioText, ratio_in
from iku.definition.lint.wording import likeness, plain, same, words
from iku.definition.model import Definition
from iku.printed import Printed

PERCENT = re.compile(r"%|perse|prose", re.IGNORECASE)
_SAME_NAME = 0.6  # share of common words from which two names mean the same indicator
_CAMAT = re.compile(r"\bcamat\s+([A-Z][A-Z' ]*[A-Z])\s*,?\s*$")
_OF_UNIT = re.compile(r"\bKecamatan\s+((?:[A-Z][a-z']+\s?){1,3})")
_END_OF_UNIT = re.compile(r"\s+(?:Kabupaten|Kota|Provinsi|Tahun|Di)\b.*")
_COUNTED = re.compile(r"\bjumlah\s+(?:seluruh\s+|total\s+)?(\w+)", re.IGNORECASE)


@dataclass(frozen=True)
class Group:
    """The calculations of one passage that belong together, and the mean drawn from them."""

    passage: Passage
    parts: tuple[Statement, ...]
    mean: Statement | None

    @property
    def computed(self) -> list[Fraction]:
        """The exact values of the parts."""
        return [part.value for part in self.parts if part.value is not None]


@dataclass(frozen=True)
class Entry:
    """One indicator, gathered from the tables that mention it."""

    kode: str
    rows: tuple[tuple[HeadedTable, IndicatorRow], ...]

    @property
    def nama(self) -> str:
        """Its name as printed first."""
        return self.rows[0][1].name.nama

    @property
    def name(self) -> Passage:
        """Where its name is printed first."""
        return self.rows[0][1].name.passage

    @property
    def sasaran(self) -> str:
        """The name of the sasaran that it serves, where a table tells."""
        for table, row in self.rows:
            if table.sasaran:
                return table.sasaran[row.sasaran].nama
        return ""

    def cell(self, role: str) -> Passage | None:
        """Return what the first table that has it says, or None."""
        return next((row.cells[role] for _, row in self.rows if role in row.cells), None)

    def text(self, role: str) -> str:
        """Return what the first table that has it says, or nothing."""
        cell = self.cell(role)
        return "" if cell is None else cell.text

    @cached_property
    def rumus(self) -> str:
        """The rumus in words, without the figures that follow it."""
        return verbal(self.text("rumus"))

    @cached_property
    def ratio(self) -> RatioText | None:
        """What the rumus divides by what, in words."""
        return ratio_in(self.rumus)

    def as_printed(self, words: str) -> str:
        """Return words taken from its rumus in small letters as the rumus itself writes them."""
        rumus = " ".join(self.rumus.split())
        start = rumus.lower().find(words)
        return words if start < 0 else rumus[start : start + len(words)]

    @cached_property
    def group(self) -> Group | None:
        """The calculations in its rumus, the last group if there are several."""
        cell = self.cell("rumus")
        found = [] if cell is None else list(groups_in(cell))
        return found[-1] if found else None

    @cached_property
    def result(self) -> Statement | None:
        """The printed result of its calculations: the mean, else the only part."""
        group = self.group
        if group is None:
            return None
        if group.mean is not None:
            return group.mean
        return group.parts[0] if len(group.parts) == 1 else None

    @cached_property
    def exact(self) -> Fraction | None:
        """The unrounded result, where the printed one follows from the calculations."""
        group, result = self.group, self.result
        if group is None or result is None or len(group.computed) < len(group.parts):
            return None
        value = sum(group.computed, Fraction(0)) / len(group.parts)
        return value if result.printed.is_rounded(value) else None

    @property
    def is_percentage(self) -> bool:
        """Whether its unit, else its name, says that it is measured in percent."""
        return bool(PERCENT.search(self.text("satuan") or self.nama))

    @property
    def realisasi(self) -> Fraction | None:
        """The realisasi as exactly as the report tells it: unrounded, else as printed."""
        if self.exact is not None:
            return self.exact
        printed = (number_in(cell) for cell in self.realisasi_cells)
        return next((one for one in printed if one is not None), None)

    @property
    def realisasi_cells(self) -> list[Passage]:
        """The realisasi, wherever a table prints it beside target and capaian."""
        cells = [one["realisasi"] for one in self.measured]
        return [cell for n, cell in enumerate(cells) if not any(cell is one for one in cells[:n])]

    @property
    def measured(self) -> Iterator[dict[str, Passage]]:
        """Target, realisasi and capaian, wherever a table prints all three."""
        for _, row in self.rows:
            yield from map(dict, row.measured)

    @property
    def target(self) -> Fraction | None:
        """The target as a number: the one that realisasi stands beside, else the first."""
        beside = (number_in(measured["target"]) for measured in self.measured)
        return next((one for one in beside if one is not None), number_in(self.cell("target")))


def unit_counted(text: str) -> str:
    """Return the unit of what a text counts, if it is a known one.

    >>> unit_counted("Jumlah RT yang dibina"), unit_counted("Jumlah juara")
    ('RT', '')
    """
    return units().get(counted_thing(text), "")


def counted_thing(text: str) -> str:
    """Return the word for what a text counts: ``lembaga`` in "Jumlah lembaga yang aktif"."""
    found = _COUNTED.search(text)
    word = found[1] if found else next(iter(re.findall(r"\w+", text)), "")
    return word.lower()


def groups_in(passage: Passage) -> Iterator[Group]:
    """Yield the calculations of a passage; a mean closes the group that it is drawn from."""
    parts: list[Statement] = []
    for one in statements(passage.text):
        if one.written:
            parts.append(one)
        if one.is_mean and len(parts) > 1:
            listed = tuple(part for part in parts if part is not one)
            yield Group(passage, listed, one)
            parts = []
    if parts:
        yield Group(passage, tuple(parts), None)


@dataclass(frozen=True)
class Report:
    """A document, the indicators found in it, and the regency's definition where it is given."""

    document: Document
    definition: Definition | None = None

    @cached_property
    def tables(self) -> tuple[HeadedTable, ...]:
        """The tables that list indicators."""
        return tuple(headed_tables(self.document))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables with columns of numbers, whatever they are about."""
        return tuple(grids(self.document))

    @cached_property
    def _numbers(self) -> dict[str, list[Printed]]:
        """The numbers of every row of a table, by each text of the row."""
        found: dict[str, list[Printed]] = {}
        for row in (row for table in self.document.tables for row in table.rows):
            numbers = [one for cell in row for one in cell_numbers(cell.text)]
            for cell in row if numbers else ():
                found.setdefault(plain(named(cell).nama), []).extend(numbers)
        return found

    def numbers_of(self, entry: Entry) -> list[Printed]:
        """Return every number that some table prints in a row of an indicator."""
        names = {plain(row.name.nama) for _, row in entry.rows}
        return [one for name in names for one in self._numbers.get(name, ())]

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All calculations of the document."""
        return tuple(one for text in self.document.passages() for one in groups_in(text))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The indicators, each once, in the order in which they first appear."""
        gathered: list[list[tuple[HeadedTable, IndicatorRow]]] = []
        for table in self.tables:
            for row in table.rows:
                known = next((one for one in gathered if _means_same(one, table, row)), None)
                if known is None:
                    gathered.append([(table, row)])
                else:
                    known.append((table, row))
        return tuple(Entry(self._kode(n, rows), tuple(rows)) for n, rows in enumerate(gathered, 1))

    def _kode(self, n: int, rows: list[tuple[HeadedTable, IndicatorRow]]) -> str:
        """Return the code that the regency uses; else the place in the document."""
        nama = rows[0][1].name.nama
        for indikator in self.definition.indikator if self.definition else ():
            if _alike(indikator.nama, nama):
                return indikator.kode
        return str(n)

    def entry_at(self, passage: Passage) -> Entry | None:
        """Return the indicator that a cell belongs to."""
        return next(
            (
                entry
                for entry in self.entries
                for _, row in entry.rows
                if any(cell is passage for cell in row.cells.values())
            ),
            None,
        )

    @cached_property
    def year(self) -> int | None:
        """The year that most titles speak of."""
        titled = [table.year for table in self.tables if table.year]
        plain = [year for one in self.document.paragraphs if (year := year_in(one.text))]
        common = Counter(titled or plain).most_common(1)
        return common[0][0] if common else None

    @cached_property
    def unit(self) -> str:
        """The name of the kecamatan, from who signs, else from how the text names it."""
        for one in self.document.paragraphs:
            found = _CAMAT.search(one.text.replace("CAMAT", "camat").replace("Camat", "camat"))
            if found:
                return found[1].title()
        named = Counter(
            _END_OF_UNIT.sub("", found[1].strip())
            for one in self.document.passages()
            if (found := _OF_UNIT.search(one.text))
        )
        return named.most_common(1)[0][0] if named else ""


def _means_same(
    known: list[tuple[HeadedTable, IndicatorRow]], table: HeadedTable, row: IndicatorRow
) -> bool:
    if any(one is table for one, _ in known):
        return False
    return _alike(known[0][1].name.nama, row.name.nama)


def _alike(one: str, other: str) -> bool:
    return same(one, other) or likeness(words(one), words(other)) >= _SAME_NAME
