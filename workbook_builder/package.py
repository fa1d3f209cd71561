"""The parts of a workbook file, mended where openpyxl falls short, ready to be packed."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from workbook_builder.charts import with_own_formats
from workbook_builder.document_parts import APPLICATION, APPLICATION_PART
from workbook_builder.packing import Member, member, piece
from workbook_builder.sheet_body import SheetBody
from workbook_builder.sheet_part import SheetPart

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
        self.sheets = {
            name: SheetPart(drawn[path].decode(), bodies[name])
            for name, path in self.path_of.items()
        }
        self.members = {name: packed(drawn[name]) for name in _in_order(drawn)}
        for name, sheet in self.sheets.items():
            self.members[self.path_of[name]] = sheet.member()


def packed(content: bytes) -> Member:
    """Return a part that is compressed in one piece."""
    return member([piece(content)])


def _in_order(names: Mapping[str, object]) -> list[str]:
    return [*_FIRST_PARTS, *(name for name in names if name not in _FIRST_PARTS)]


def _drawn_parts(book: Workbook) -> dict[str, bytes]:
    stream = BytesIO()
    # Workbook.save would overwrite the modification time with that of the clock.
    ExcelWriter(book, ZipFile(stream, "w", ZIP_STORED)).save()
    with ZipFile(stream) as drawn:
        return {name: drawn.read(name) for name in drawn.namelist()}


def _with_ordered_fonts(styles: str) -> str:
    """Put the children of every font in the order that Microsoft's schema demands."""
    return _FONT.sub(lambda font: _ordered(font[0]), styles)


def _ordered(children: str) -> str:
    found = sorted(_FONT_CHILD.finditer(children), key=lambda child: _FONT_ORDER.index(child[1]))
    return "".join(child[0] for child in found)
