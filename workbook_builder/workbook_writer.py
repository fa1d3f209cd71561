"""From a Blueprint and computed values to the bytes of an Excel workbook."""

from collections.abc import Mapping
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.worksheet import Worksheet

from iku.address import CellRef
from iku.blueprint import Blueprint
from iku.cells import Value
from workbook_builder.cell_xml import sheet_cells
from workbook_builder.package import package
from workbook_builder.protection import Lock
from workbook_builder.sheet_writer import draw_sheet
from workbook_builder.styles import StyleBook

_CREATOR = "IKU Kecamatan"
# The calculation engine of Excel 2019 and newer: an older number would make Excel recalculate an
# untouched file and ask to save it.
_CALCULATION_ENGINE = 191029


def write_workbook(
    blueprint: Blueprint,
    values: Mapping[CellRef, Value],
    *,
    password: str | None,
    salt: bytes,
    modified: datetime,
) -> bytes:
    """Return a workbook file; the same arguments give the same bytes.

    ``values`` holds the computed value of every formula cell. ``password`` protects sheets and
    structure, None protects them without one. ``modified`` becomes the time of creation and of
    modification; without a time zone it is taken for UTC.

    Raises ValueError naming the cell, sheet or name that a workbook cannot hold, and KeyError
    naming a style role that the theme does not have.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    lock = Lock(password, salt)
    worksheets = {sheet.name: book.create_sheet(sheet.name) for sheet in blueprint.sheets}
    styles = StyleBook(next(iter(worksheets.values())))
    cells = {}
    for sheet in blueprint.sheets:
        draw_sheet(worksheets[sheet.name], sheet, lock)
        cells[sheet.name] = sheet_cells(sheet, styles, values)
    _describe(book, blueprint, modified)
    _define_names(book, blueprint)
    _open_at(book, worksheets, blueprint)
    if blueprint.structure_locked:
        book.security = lock.structure_protection()
    return package(book, cells)


def _describe(book: Workbook, blueprint: Blueprint, modified: datetime) -> None:
    moment = modified if modified.tzinfo is None else modified.astimezone(UTC).replace(tzinfo=None)
    book.properties = DocumentProperties(
        title=blueprint.title, creator=_CREATOR, created=moment, modified=moment
    )
    for name, text in blueprint.properties.items():
        properties = book.custom_doc_props  # type: ignore[attr-defined]  # missing in the stub
        properties.append(StringProperty(name=name, value=text))
    book.calculation = CalcProperties(calcId=_CALCULATION_ENGINE, fullCalcOnLoad=None)


def _define_names(book: Workbook, blueprint: Blueprint) -> None:
    seen: dict[str, str] = {}
    for name, place in blueprint.names.items():
        # Excel repairs a file with two names that differ only in case; no validator notices.
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            message = f"{name}: Excel takes it for the same name as {other}"
            raise ValueError(message)
        if place.sheet not in book.sheetnames:
            message = f"{name}: there is no sheet {place.sheet}"
            raise ValueError(message)
        book.defined_names[name] = DefinedName(name, attr_text=place.absolute)


def _open_at(book: Workbook, worksheets: Mapping[str, Worksheet], blueprint: Blueprint) -> None:
    visible = [sheet.name for sheet in blueprint.sheets if not sheet.hidden]
    chosen = blueprint.active_sheet or visible[0]
    book.active = worksheets[chosen]
    for name, worksheet in worksheets.items():
        # Two selected sheets would be a group, and typing in one would write in both.
        worksheet.sheet_view.tabSelected = name == chosen
