"""The parts of a workbook file, mended where openpyxl falls short, in an archive of fixed bytes."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from workbook_builder.cell_xml import SheetCells

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")
_EMPTY_CELLS = re.compile("<sheetData>\\s*</sheetData>|<sheetData ?/>")
_PAGE = re.compile("(?=<printOptions )")
_DIMENSION = re.compile('(?<=<dimension ref=")[^"]*')
_FONT = re.compile("(?<=<font>).*?(?=</font>)")
_FONT_CHILD = re.compile("<([A-Za-z]+)[^>]*/>")
_FONT_ORDER = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>iku-kecamatan</Application></Properties>"
)


def package(book: Workbook, cells: Mapping[str, SheetCells]) -> bytes:
    """Return the file of a drawn workbook, filled with the cells of each of its sheets."""
    parts = _drawn_parts(book)
    for number, name in enumerate(book.sheetnames, 1):
        path = f"xl/worksheets/sheet{number}.xml"
        parts[path] = _filled(parts[path].decode(), cells[name]).encode()
    parts["xl/styles.xml"] = _with_ordered_fonts(parts["xl/styles.xml"].decode()).encode()
    parts["docProps/app.xml"] = _APPLICATION.encode()
    return archive(parts)


def archive(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip archive whose bytes depend on nothing but the parts and their order."""
    stream = BytesIO()
    with ZipFile(stream, "w") as target:
        for name in (*_FIRST_PARTS, *(name for name in parts if name not in _FIRST_PARTS)):
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # otherwise it tells the operating system of the builder
            entry.external_attr = 0
            target.writestr(entry, parts[name])
    return stream.getvalue()


def _drawn_parts(book: Workbook) -> dict[str, bytes]:
    stream = BytesIO()
    # Workbook.save would overwrite the modification time with that of the clock.
    ExcelWriter(book, ZipFile(stream, "w", ZIP_STORED)).save()
    with ZipFile(stream) as drawn:
        return {name: drawn.read(name) for name in drawn.namelist()}


def _filled(xml: str, cells: SheetCells) -> str:
    """Put cells and links where the schema wants them: links stand before the print options."""
    top, rest = _divided(_EMPTY_CELLS, xml)
    rules, page = _divided(_PAGE, rest)
    top = _DIMENSION.sub(cells.dimension, top, count=1)
    return f"{top}{cells.xml}{rules}{cells.links}{page}"


def _divided(place: re.Pattern[str], xml: str) -> tuple[str, str]:
    before, *after = place.split(xml)
    if len(after) != 1:
        message = f"the drawn sheet has {len(after)} places that look like {place.pattern}"
        raise ValueError(message)
    return before, after[0]


def _with_ordered_fonts(styles: str) -> str:
    """Put the children of every font in the order that Microsoft's schema demands."""
    return _FONT.sub(lambda font: _ordered(font[0]), styles)


def _ordered(children: str) -> str:
    found = sorted(_FONT_CHILD.finditer(children), key=lambda child: _FONT_ORDER.index(child[1]))
    return "".join(child[0] for child in found)
