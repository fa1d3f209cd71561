"""The parts of a workbook file, mended where openpyxl falls short, ready to be packed."""

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from workbook_builder.charts import with_own_formats
from workbook_builder.document_parts import APPLICATION, APPLICATION_PART
from workbook_builder.packing import (
    QUICK,
    QUICK_TEXTS,
    ROUGH,
    TIGHT,
    Member,
    Tightness,
    member,
    piece,
)
from workbook_builder.sheet_body import SheetBody
from workbook_builder.sheet_part import SheetPart

_LARGE = 600  # rows of a workbook: about ten indicators by quarters
_HUGE = 6_000  # more than a form of a hundred indicators by quarters has
_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")
_FONT = re.compile("(?<=<font>).*?(?=</font>)")
_FONT_CHILD = re.compile("<([A-Za-z]+)[^>]*/>")
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)


class Package:
    """The parts of a drawn workbook: its sheets filled with their cells, and everything else."""

    def __init__(self, book: Workbook, bodies: Mapping[str, SheetBody]) -> None:
        """Let openpyxl write the workbook, and put the cells of each sheet into it."""
        drawn = _drawn_parts(book)
        drawn["xl/styles.xml"] = _with_ordered_fonts(drawn["xl/styles.xml"].decode()).encode()
        for name in drawn:
            if name.startswith("xl/charts/"):
                drawn[name] = with_own_formats(drawn[name])
        drawn[APPLICATION] = APPLICATION_PART.encode()
        self.path_of = {
            name: f"xl/worksheets/sheet{number}.xml"
            for number, name in enumerate(book.sheetnames, 1)
        }
        rows = sum(len(body.rows) for body in bodies.values())
        self.sheets = {
            name: SheetPart(drawn[path].decode(), bodies[name], _tightness(bodies[name], rows))
            for name, path in self.path_of.items()
        }
        self.members = {name: packed(drawn[name]) for name in _in_order(drawn)}
        for name, sheet in self.sheets.items():
            self.members[self.path_of[name]] = sheet.member()


class _Writer(ExcelWriter):
    """The writer of openpyxl, without a temporary file for every sheet."""

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401  the stubs know none of this
        """Write what surrounds the cells of a sheet into the archive."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001  as openpyxl itself does here
        ws._drawing.charts = ws._charts  # noqa: SLF001
        writer: Any = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        archive: ZipFile = vars(self)["_archive"]
        archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def _tightness(body: SheetBody, rows: int) -> Tightness:
    """Return how to pack a sheet of a workbook with so many rows: alike for all of one shape."""
    if rows > _LARGE:
        return ROUGH if rows > _HUGE else TIGHT
    return QUICK_TEXTS if body.sheet.hidden else QUICK


def packed(content: bytes) -> Member:
    """Return a part that is compressed in one piece."""
    return member([piece(content)])


def _in_order(names: Mapping[str, object]) -> list[str]:
    return [*_FIRST_PARTS, *(name for name in names if name not in _FIRST_PARTS)]


def _drawn_parts(book: Workbook) -> dict[str, bytes]:
    stream = BytesIO()
    # Workbook.save would overwrite the modification time with that of the clock.
    _Writer(book, ZipFile(stream, "w", ZIP_STORED)).save()
    with ZipFile(stream) as drawn:
        return {name: drawn.read(name) for name in drawn.namelist()}


def _with_ordered_fonts(styles: str) -> str:
    """Put the children of every font in the order that Microsoft's schema demands."""
    return _FONT.sub(lambda font: _ordered(font[0]), styles)


def _ordered(children: str) -> str:
    found = sorted(_FONT_CHILD.finditer(children), key=lambda child: _FONT_ORDER.index(child[1]))
    return "".join(child[0] for child in found)
