"""Drawings: what the charts of a sheet show, and where anything else is drawn on it."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from iku.address import a1
from iku.cells import ChartFacts, SheetSnapshot
from workbook_reader.chart import read_chart
from workbook_reader.markup import parse_part, plain
from workbook_reader.package import Package
from workbook_reader.refusal import RefusalError, damaged

_ANCHORS = {"oneCellAnchor", "twoCellAnchor", "absoluteAnchor"}
_DRAWN = {"pic", "sp", "cxnSp", "contentPart"}
_MOST = 2_000  # things in one workbook; what comes after them is told, but not looked at
_LONGEST_KEPT = 65_536  # bytes of a part that is remembered
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_UNREADABLE = ChartFacts((), "", (), "")

Facts = TypeVar("Facts")


class Anchored(NamedTuple):
    """One thing on a sheet: its cell, the relationships of its charts, and whether it has more."""

    place: str
    charts: tuple[str, ...]
    more: bool


class Drawings:
    """Reads the drawings of one workbook, each part once and no more things than anybody draws."""

    def __init__(self, package: Package) -> None:
        """Prepare to read drawings of ``package``."""
        self._package = package
        self._things: dict[str, tuple[Anchored, ...]] = {}
        self._charts: dict[str, ChartFacts] = {}
        self._left = _MOST

    def add_to(self, sheet: SheetSnapshot, part: str) -> None:
        """Add the charts and the places of everything else that is drawn on the sheet in ``part``.

        What cannot be read is a picture nobody knows, or a chart that shows nothing: the cells of
        a workbook do not hang on its drawings.
        """
        self._left -= 1
        try:
            drawings = self._drawings_of(part) if self._left > 0 else []
            for drawing in drawings:
                self._add(sheet, drawing)
        except RefusalError:
            drawings = []
        if not drawings:
            sheet.pictures.append("")

    def _drawings_of(self, part: str) -> list[str]:
        arrows = self._package.relationships(part).values()
        return [one.target for one in arrows if one.kind == "drawing" and not one.external]

    def _add(self, sheet: SheetSnapshot, part: str) -> None:
        if part not in self._things:
            content = self._package.part(part)
            self._things[part] = _remembered(_known_drawing, read_drawing, part, content)
        things = self._things[part]
        arrows = self._package.relationships(part) if any(one.charts for one in things) else {}
        for thing in things:
            self._left -= max(1, len(thing.charts))
            if self._left <= 0:
                raise damaged(part, "berisi terlalu banyak gambar")
            for key in thing.charts:
                target = arrows[key].target if key in arrows else ""
                sheet.charts.append(self._chart(target)._replace(place=thing.place))
            if thing.more:
                sheet.pictures.append(thing.place)

    def _chart(self, part: str) -> ChartFacts:
        if part not in self._charts:
            try:
                content = self._package.part(part)
                self._charts[part] = _remembered(_known_chart, read_chart, part, content)
            except RefusalError:
                self._charts[part] = _UNREADABLE
        return self._charts[part]


def _remembered(
    known: Callable[[str, bytes], Facts],
    read: Callable[[str, bytes], Facts],
    part: str,
    content: bytes,
) -> Facts:
    """Read a part, or take what it was: the workbooks of a regency share their charts."""
    return (known if len(content) <= _LONGEST_KEPT else read)(part, content)


def read_drawing(part: str, content: bytes) -> tuple[Anchored, ...]:
    """Return what a drawing part holds; raise `RefusalError` where it is damaged."""
    events = _DrawingEvents()
    parse_part(part, content, events.start, events.end, events.text.append)
    return tuple(events.things)


_known_chart = lru_cache(maxsize=128)(read_chart)
_known_drawing = lru_cache(maxsize=64)(read_drawing)


class _DrawingEvents:
    """Takes in one drawing part."""

    def __init__(self) -> None:
        self.things: list[Anchored] = []
        self.text: list[str] = []
        self._charts: list[str] = []
        self._drawn = False
        self._from: dict[str, int] = {}
        self._at_start = False  # inside <from>; <to> has columns and rows too

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _ANCHORS:
            self._charts, self._drawn, self._from = [], False, {}
        elif name == "chart":
            self._charts.append(plain(attributes).get("id", ""))
        elif name in _DRAWN:
            self._drawn = True
        elif name == "from":
            self._at_start = True
        self.text.clear()

    def end(self, name: str) -> None:
        if name == "from":
            self._at_start = False
        elif self._at_start and name in {"col", "row"}:
            self._from[name] = int("".join(self.text)) + 1
        elif name in _ANCHORS:
            charts = tuple(self._charts)
            self.things.append(Anchored(self._place(), charts, more=self._drawn or not charts))

    def _place(self) -> str:
        row, column = self._from.get("row", 0), self._from.get("col", 0)
        return a1(row, column) if 0 < row <= _LAST_ROW and 0 < column <= _LAST_COLUMN else ""
