"""From a Blueprint and computed values to the bytes of an Excel workbook, and of many alike."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.worksheet import Worksheet

from iku.address import CellRef
from iku.blueprint import Blueprint, BlueprintCell, Variant
from iku.cells import Value
from workbook_builder.document_parts import CORE, CUSTOM, core_part, custom_part
from workbook_builder.package import Package, packed
from workbook_builder.packing import Member, archive
from workbook_builder.protection import Lock
from workbook_builder.sheet_body import Change, SheetBody
from workbook_builder.sheet_writer import draw_sheet
from workbook_builder.styles import StyleBook

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
    return MasterWorkbook(
        blueprint, values, password=password, salt=salt, modified=modified
    ).workbook()


class MasterWorkbook:
    """A finished workbook from which others are made that differ in a few cells."""

    def __init__(
        self,
        blueprint: Blueprint,
        values: Mapping[CellRef, Value],
        *,
        password: str | None,
        salt: bytes,
        modified: datetime,
    ) -> None:
        """Draw the workbook; arguments and errors are those of `write_workbook`."""
        book = Workbook()
        book.remove(book.worksheets[0])
        lock = Lock(password, salt)
        worksheets = {sheet.name: book.create_sheet(sheet.name) for sheet in blueprint.sheets}
        styles = StyleBook(next(iter(worksheets.values())))
        bodies = {}
        for sheet in blueprint.sheets:
            draw_sheet(worksheets[sheet.name], sheet, lock)
            bodies[sheet.name] = SheetBody(sheet, styles, values)
        _mark_as_ours(book, blueprint)
        _define_names(book, blueprint)
        _open_at(book, worksheets, blueprint)
        if blueprint.structure_locked:
            book.security = lock.structure_protection()
        self._modified = modified
        self._package = Package(book, bodies)
        self._package.members.update(self._about(blueprint.title, blueprint.properties))
        self._cells: dict[str, dict[tuple[int, int], BlueprintCell]] = {}
        self._blueprint = blueprint

    def workbook(self) -> bytes:
        """Return the workbook itself."""
        return archive(self._package.members)

    def variant(self, variant: Variant) -> bytes:
        """Return the workbook that `write_workbook` would make of the varied Blueprint.

        Raises KeyError for a cell that the master does not have.
        """
        members = dict(self._package.members)
        members.update(self._about(variant.title, variant.properties))
        for sheet, changes in self._changes(variant).items():
            part = self._package.sheets[sheet]
            members[self._package.path_of[sheet]] = part.varied(*part.body.varied(changes))
        return archive(members)

    def _changes(self, variant: Variant) -> dict[str, list[Change]]:
        by_sheet: dict[str, list[Change]] = {}
        for ref, content in variant.contents.items():
            cell = replace(self._cell(ref), content=content)
            by_sheet.setdefault(ref.sheet, []).append(Change(cell, content))
        for ref, value in variant.values.items():
            by_sheet.setdefault(ref.sheet, []).append(Change(self._cell(ref), value))
        return by_sheet

    def _cell(self, ref: CellRef) -> BlueprintCell:
        if ref.sheet not in self._cells:
            cells = self._blueprint.sheet(ref.sheet).cells
            self._cells[ref.sheet] = {(cell.row, cell.column): cell for cell in cells}
        return self._cells[ref.sheet][ref.row, ref.column]

    def _about(self, title: str, properties: Mapping[str, str]) -> Iterator[tuple[str, Member]]:
        yield CORE, packed(core_part(title, self._modified).encode())
        if properties:
            yield CUSTOM, packed(custom_part(properties).encode())


def _mark_as_ours(book: Workbook, blueprint: Blueprint) -> None:
    """Let openpyxl make room for our properties, whose part is written later."""
    for name, text in blueprint.properties.items():
        properties = book.custom_doc_props  # type: ignore[attr-defined]  # missing in the stub
        properties.append(StringProperty(name=name, value=text))
    book.calculation = CalcProperties(calcId=_CALCULATION_ENGINE, fullCalcOnLoad=None)


def _define_names(book: Workbook, blueprint: Blueprint) -> None:
    seen: dict[str, str] = {}
    # In the order of the alphabet neighbours are most alike, and weigh least.
    for name, place in sorted(blueprint.names.items()):
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
