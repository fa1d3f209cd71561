"""What others need for the same work."""

import io
from collections.abc import Mapping

import openpyxl
import xlsxwriter

from iku.address import CellRef
from iku.blueprint import Access, Blueprint
from iku.cells import Value


def read_with_openpyxl(data: bytes) -> object:
    """What it costs to see formulas and values with openpyxl: two loads and a walk."""
    books = [openpyxl.load_workbook(io.BytesIO(data), data_only=one) for one in (False, True)]
    return [
        cell.value for book in books for sheet in book for row in sheet.iter_rows() for cell in row
    ]


def written_with_openpyxl(blueprint: Blueprint) -> bytes:
    """Write the same cells with openpyxl: contents and number formats, no values of formulas."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in blueprint.sheets:
        page = book.create_sheet(sheet.name)
        page.protection.enable()
        for cell in sheet.cells:
            content = cell.content if cell.formula is None else f"={cell.formula}"
            drawn = page.cell(cell.row, cell.column, content)
            drawn.number_format = cell.number_format
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def written_with_xlsxwriter(blueprint: Blueprint, computed: Mapping[CellRef, Value]) -> bytes:
    """Write the same cells with XlsxWriter, formats and values included, without validations."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    formats: dict[tuple[str, str, bool], object] = {}
    for sheet in blueprint.sheets:
        page = book.add_worksheet(sheet.name)
        page.protect("x")
        for cell in sheet.cells:
            key = (cell.style, cell.number_format, cell.access is Access.LOCKED)
            if key not in formats:
                look = {"num_format": key[1], "locked": key[2], "border": 1}
                formats[key] = book.add_format(look)
            place = (cell.row - 1, cell.column - 1)
            if cell.formula is not None:
                value = computed[CellRef(sheet.name, cell.row, cell.column)]
                page.write_formula(*place, "=" + cell.formula, formats[key], value)
            else:
                page.write(*place, cell.content, formats[key])
    book.close()
    return stream.getvalue()
