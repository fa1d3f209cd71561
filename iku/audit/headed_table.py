"""Headed tables: which column holds what, and one row for each indicator."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from iku.audit.document import Document, Passage, Row
from iku.audit.measure_columns import MEASURES, Column, measured_in, next_target

# The first pattern that fits says what a column is for.
_ROLES = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        ("nomor", r"^(no|nomor)\.?$"),
        ("definisi_operasional", r"definisi"),
        ("rumus", r"formula|rumus|perhitungan"),
        ("penanggung_jawab", r"pen\w*gung\s*-?\s*jawab"),
        ("sumber_data", r"^sumber\b"),
        ("keterangan", r"^keterangan|^ket\.?$"),
        ("satuan", r"^satuan"),
        ("polaritas", r"polaritas|^arah\b|^jenis indikator|^sifat\b"),
        ("baseline", r"kondisi awal|baseline|data awal"),
        ("periode", r"periode|frekuensi|waktu pengukuran"),
        ("capaian", r"capaian"),
        ("realisasi", r"realisasi"),
        ("target", r"target"),
        ("indikator", r"indikator|^iku\b|^iks\b"),
        ("sasaran", r"sasaran"),
    )
)
_LONGEST_HEAD = 60  # characters
_YEAR = re.compile(r"\b20\d\d\b")
_NUMBERED = re.compile(
    r"^\s*(?P<nomor>(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]|\d{1,2}(?:\.\d{1,2})+)\s+(?P<nama>\S.*)$",
    re.DOTALL,
)
_MEAN = re.compile(r"^\W*(?:rata\s*[-–]?\s*rata|rerata)\b", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_REGULATION = re.compile(r"nomor\s*:?\s*\S+\s+tahun\s+\d{4}", re.IGNORECASE)
DATED = re.compile(
    r"\b(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober"
    r"|november|nopember|desember)\s+\d{4}\b",
    re.IGNORECASE,
)
_NAMES = {"nomor", "sasaran", "indikator"}


@dataclass(frozen=True, slots=True)
class Named:
    """A numbered name: ``1. Persentase …`` as ``1.`` and the name."""

    nomor: str
    nama: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator as one table prints it; ``sasaran`` counts the sasaran of the table from 0."""

    sasaran: int
    name: Named
    cells: Mapping[str, Passage]
    measured: tuple[Mapping[str, Passage], ...]
    next_target: tuple[int, Passage] | None


@dataclass(frozen=True)
class HeadedTable:
    """A table of indicators; ``titles`` are the paragraphs between it and the table before."""

    titles: tuple[Passage, ...]
    before: tuple[Row, ...]
    columns: tuple[Column, ...]
    sasaran: tuple[Named, ...]
    rows: tuple[IndicatorRow, ...]
    means: tuple[Row, ...]

    @cached_property
    def roles(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(column.role for column in self.columns)

    @property
    def head(self) -> Passage:
        """The first head, to point at the table as a whole."""
        return self.columns[0].head

    def column(self, role: str) -> Column | None:
        """Return the first column that holds something, or None."""
        return next((one for one in self.columns if one.role == role), None)

    @property
    def year(self) -> int | None:
        """The year that title or heads speak of."""
        texts = [one.text for one in self.titles]
        texts += [cell.text for row in self.before for cell in row]
        texts += [column.head.text for column in self.columns]
        return next((year for text in texts if (year := year_in(text))), None)


def year_in(text: str) -> int | None:
    """Return the year that a text is about; that of a regulation or of a date is none.

    >>> year_in("IKU TAHUN 2017"), year_in("Peraturan Pemerintah Nomor 19 Tahun 2008")
    (2017, None)
    >>> year_in("Jambi, Januari 2018") is None
    True
    """
    found = _YEAR.search(DATED.sub("", _REGULATION.sub("", text)))
    return int(found[0]) if found else None


def headed_tables(document: Document) -> Iterator[HeadedTable]:
    """Yield the tables of a document that list indicators.

    A table of the same width without a head of its own continues the one before it.
    """
    titles: list[Passage] = []
    found: list[tuple[tuple[Passage, ...], list[Row]]] = []
    for block in document.blocks:
        if isinstance(block, Passage):
            titles.append(block)
            continue
        for rows in _between_heads(block.rows):
            if any(_is_head(row) for row in rows):
                found.append((tuple(titles), rows))
                titles = []
            elif found and not _is_other_head(rows[0]) and _width(rows) >= _width(found[-1][1]):
                found[-1][1].extend(rows)
        titles = []
    return (_headed(rows, above) for above, rows in found)


def _between_heads(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Yield the parts of a table that have a head each, of indicators or of other things.

    A head repeated on every page is left out.
    """
    part: list[Row] = []
    head: list[str] = []
    for row in rows:
        if _is_head(row) or _is_other_head(row):
            texts = [cell.text for cell in row]
            if texts == head:
                continue
            if head or (part and _is_other_head(row)):
                yield part
                part = []
            head = texts
        part.append(row)
    if part:
        yield part


def _width(rows: Iterable[Row]) -> int:
    return max(map(len, rows))


def _headed(printed: list[Row], titles: tuple[Passage, ...]) -> HeadedTable:
    start = next(n for n, row in enumerate(printed) if _is_head(row))
    before, rows = tuple(printed[:start]), printed[start:]
    head = rows.pop(0)
    below = rows.pop(0) if rows and _is_second_head(rows[0]) else ()
    columns = tuple(_columns(before[-1] if before else (), head, below))
    rows = [row for row in rows if not _numbers_columns(row)]
    means = tuple(row for row in rows if _is_mean(columns, row))
    sasaran, entries = _entries(columns, [row for row in rows if row not in means])
    return HeadedTable(titles, before, columns, tuple(sasaran), tuple(entries), means)


def _is_mean(columns: tuple[Column, ...], row: Row) -> bool:
    """Whether a row gives the mean of capaian; "Rata-rata waktu pelayanan" is an indicator."""
    said = any(_MEAN.match(cell.text) for cell in row)
    return said and _cells(columns, row).keys() - _NAMES <= {"capaian", "keterangan"}


def _role(head: str) -> str:
    if len(head) > _LONGEST_HEAD:
        return ""
    return next((role for role, pattern in _ROLES if pattern.search(head.strip())), "")


def _is_head(row: Row) -> bool:
    roles = {_role(cell.text) for cell in row} - {""}
    return "indikator" in roles and len(roles - {"nomor", "keterangan"}) > 1


def _is_other_head(row: Row) -> bool:
    """Whether a row heads a table of other things, such as programs and their budget."""
    return (
        not _is_head(row)
        and sum(not cell.blank for cell in row) > 1
        and "nomor" in {_role(cell.text) for cell in row}
    )


def _is_second_head(row: Row) -> bool:
    roles = [_role(cell.text) for cell in row if not cell.blank]
    return len(roles) > 1 and all(role in MEASURES for role in roles)


def _numbers_columns(row: Row) -> bool:
    """Whether a row is the customary one of column numbers, ``(1) (2) (3)``."""
    written = [cell.text.strip() for cell in row if not cell.blank]
    numbers = [re.sub(r"\D.*", "", text.lstrip("(")) for text in written]
    plain = all(_COLUMN_NUMBER.fullmatch(text) for text in written)
    return plain and numbers[:2] == ["1", "2"]


def _columns(above: Row, head: Row, below: Row) -> Iterator[Column]:
    width = max(len(head), len(below))
    for index in range(width):
        own = [row[index] for row in (below, head) if index < len(row) and not row[index].blank]
        if not own or not (role := _role(own[0].text) or _role(own[-1].text)):
            continue
        over = [row[: index + 1] for row in (head, above) if row]
        groups = [cells[-1] for row in over if (cells := [one for one in row if not one.blank])]
        year = next((found for one in (*own, *groups) if (found := year_in(one.text))), None)
        yield Column(role, index, own[0], year)


def named(passage: Passage, nomor: str = "") -> Named:
    """Return a name without the number before it, which a column of numbers may give instead."""
    found = _NUMBERED.match(passage.text)
    if found is None or nomor:
        return Named(nomor, " ".join(passage.text.split()), passage)
    return Named(found["nomor"], " ".join(found["nama"].split()), passage)


def _entries(
    columns: tuple[Column, ...], rows: list[Row]
) -> tuple[list[Named], list[IndicatorRow]]:
    sasaran: list[Named] = []
    entries: list[IndicatorRow] = []
    has_sasaran = any(column.role == "sasaran" for column in columns)
    waiting: Named | None = None
    for row in rows:
        cells = _cells(columns, row)
        nomor = cells["nomor"].text.strip() if "nomor" in cells else ""
        if "sasaran" in cells:
            waiting = named(cells["sasaran"], nomor)
        if "indikator" not in cells or not cells.keys() - _NAMES:
            continue  # a signature, or the name of a sasaran on a row of its own
        sasaran += [] if waiting is None else [waiting]
        waiting = None
        name = named(cells["indikator"], "" if has_sasaran else nomor)
        target = next_target(columns, row)
        measured = tuple(measured_in(columns, row))
        entries.append(IndicatorRow(max(0, len(sasaran) - 1), name, cells, measured, target))
    return sasaran, entries


def _cells(columns: tuple[Column, ...], row: Row) -> dict[str, Passage]:
    """Return what a row holds, one column of each kind; blank cells are left out.

    Where years stand side by side, it is the latest that has a realisasi.
    """
    now = max((one.year for one in columns if one.role == "realisasi" and one.year), default=None)
    years = {(one.role, one.year) for one in columns}
    cells: dict[str, Passage] = {}
    for column in columns:
        other = now is not None and column.year not in {None, now}
        if other and (column.role == "target" or (column.role, now) in years):
            continue
        if column.index < len(row) and not row[column.index].blank:
            cells.setdefault(column.role, row[column.index])
    return cells
