"""Word documents read in one pass: paragraphs and tables, in reading order."""

from dataclasses import dataclass, field

from iku.address import a1
from iku.audit.document import Block, Document, Passage, Place, Table
from iku.audit.markup import without_markup
from iku.finding import Finding
from workbook_reader.archive import Archive
from workbook_reader.document_properties import producer, read_texts
from workbook_reader.limits import Limits
from workbook_reader.markup import local, parse_part
from workbook_reader.package import Package
from workbook_reader.refusal import RefusalError, too_large

_DEFAULT = Limits()
_MAIN = "word/document.xml"
# A fraction of the equation editor, written on one line.
_OPENED = {"num": "(", "den": "("}
_CLOSED = {"num": ")/", "den": ")"}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
# Changes that were struck out, and what stands in headers of fields, is not in the document.
_LEFT_OUT = {"del", "moveFrom", "instrText", "Fallback"}
_WIDEST = 1000  # columns; Word itself allows 63


def is_docx(data: bytes, limits: Limits = _DEFAULT) -> bool:
    """Return whether a zip holds the text of a Word document."""
    try:
        return Package(Archive(data, limits), limits).has(_MAIN)
    except RefusalError:
        return False


def read_docx_bytes(data: bytes, path: str, *, limits: Limits = _DEFAULT) -> Document | Finding:
    """Return what a Word document held in memory contains; ``path`` is how findings name it."""
    try:
        return _document(Package(Archive(data, limits), limits), limits)
    except RefusalError as error:
        return error.finding.at(path)


def _document(package: Package, limits: Limits) -> Document:
    events = _DocumentEvents(limits)
    parse_part(_MAIN, package.part(_MAIN), events.start, events.end, events.text)
    return Document(tuple(events.blocks), _producer(package))


def _producer(package: Package) -> str:
    content = package.optional_part("docProps/app.xml")
    if content is None:
        return ""
    texts = read_texts("docProps/app.xml", content)
    return producer(texts.get("Application", ""), texts.get("AppVersion", ""))


@dataclass
class _OpenTable:
    """A table while it is read; ``column`` is where the next cell begins, from 1."""

    number: int
    rows: list[list[Passage]] = field(default_factory=list)
    column: int = 1
    span: int = 1
    lines: list[str] = field(default_factory=list)


class _DocumentEvents:
    """Collects paragraphs; those inside a cell become the cell's text, tables in tables too."""

    def __init__(self, limits: Limits) -> None:
        self.blocks: list[Block] = []
        self._limits = limits
        self._tables: list[_OpenTable] = []
        self._counts = {"tables": 0, "paragraphs": 0, "cells": 0}
        self._runs: list[str] = []
        self._skipped = 0
        self._reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        if name in _LEFT_OUT:
            self._skipped += 1
        elif name == "tbl":
            self._counts["tables"] += 1
            self._tables.append(_OpenTable(self._counts["tables"]))
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
            self._tables[-1].column = 1
        elif name == "tc" and self._tables:
            self._begin_cell()
        elif name in {"gridSpan", "gridBefore"} and self._tables:
            self._widen(name, _value(attributes))
        elif not self._skipped:
            self._runs += filter(None, (_BREAKS.get(name), _OPENED.get(name)))
        self._reading = name == "t" and not self._skipped

    def text(self, text: str) -> None:
        """Take characters; only those of text runs are printed."""
        if self._reading:
            self._runs.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._reading = False
        if name in _LEFT_OUT:
            self._skipped -= 1
        elif name == "p":
            self._end_paragraph()
        elif name == "tc" and self._tables:
            self._end_cell(self._tables[-1])
        elif name == "tbl" and self._tables:
            self._end_table()
        elif name in _CLOSED and not self._skipped:
            self._runs.append(_CLOSED[name])

    def _begin_cell(self) -> None:
        self._counts["cells"] += 1
        if self._counts["cells"] > self._limits.cells_per_sheet:
            raise too_large(
                "sel_per_lembar",
                limit=f"{self._limits.cells_per_sheet} sel",
                value=f"{self._counts['cells']} sel",
            )
        self._tables[-1].span = 1
        self._tables[-1].lines = []

    def _widen(self, name: str, columns: int) -> None:
        table = self._tables[-1]
        if name == "gridSpan":
            table.span = columns
        elif table.rows:
            for _ in range(columns):
                self._add_cell(table, "")

    def _end_paragraph(self) -> None:
        text = without_markup("".join(self._runs)).strip()
        self._runs = []
        if self._tables:
            self._tables[-1].lines.append(text)
            return
        self._counts["paragraphs"] += 1
        if text:
            place = Place(words=f"Paragraf {self._counts['paragraphs']}")
            self.blocks.append(Passage(text, place))

    def _end_cell(self, table: _OpenTable) -> None:
        self._add_cell(table, " ".join(line for line in table.lines if line))
        for _ in range(table.span - 1):  # a wide cell, then the columns that it covers
            self._add_cell(table, "")

    def _add_cell(self, table: _OpenTable, text: str) -> None:
        address = a1(len(table.rows), table.column)
        place = Place(cell=f"Tabel {table.number}!{address}")
        table.rows[-1].append(Passage(text, place))
        table.column += 1

    def _end_table(self) -> None:
        table = self._tables.pop()
        if self._tables:  # a table inside a cell is part of that cell's text
            outer = self._tables[-1]
            outer.lines += [one.text for row in table.rows for one in row]
        elif table.rows:
            self.blocks.append(Table(tuple(map(tuple, table.rows))))


def _value(attributes: dict[str, str]) -> int:
    """Return the number that a property element states, within what Word allows."""
    stated = next((value for key, value in attributes.items() if local(key) == "val"), "1")
    return min(max(int(stated), 0), _WIDEST)
