"""New values in a finished workbook, whatever program saved it; all else stays as it is."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TypeAlias
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from iku.address import split_a1
from iku.cells import Value
from workbook_builder.raw_archive import with_members
from workbook_builder.sheet_links import linked_sheet
from workbook_builder.sheet_members import sheet_members
from workbook_builder.sheet_patch import CellChange, patched_sheet

SheetValues: TypeAlias = Mapping[tuple[str, str], Value]
SheetLinks: TypeAlias = Mapping[tuple[str, str], str]


def patch_cells(
    data: bytes,
    changes: SheetValues,
    *,
    computed: SheetValues | None = None,
    links: SheetLinks | None = None,
) -> bytes:
    """Return a copy of a workbook file in which cells have new values, and lead elsewhere.

    All mappings go by (sheet name, A1 address). ``changes`` holds constants: a text stays text
    even where it looks like a formula, None empties a cell and keeps its style, a cell that did not
    exist takes the style of its row or column. ``computed`` holds the values that formula cells are
    to show; the formulas stay. ``links`` holds the place that a cell leads to, or nothing where it
    is to lead nowhere any more; it looks as before. Everything else is copied byte for byte, and
    the same arguments give the same bytes.

    Raises KeyError naming a sheet that the workbook does not have, and ValueError naming the cell
    where a change would replace a formula, a computed value finds none, or a value cannot be
    stored; ValueError too where the file is no workbook.
    """
    by_sheet: dict[str, list[CellChange]] = {}
    for sheet, change in (*_changes(changes, cached=False), *_changes(computed or {}, cached=True)):
        by_sheet.setdefault(sheet, []).append(change)
    ways: dict[str, dict[str, str]] = {}
    for (sheet, at), to in (links or {}).items():
        ways.setdefault(sheet, {})[at] = to
    if not by_sheet and not ways:
        return data
    try:
        with ZipFile(BytesIO(data)) as archive:
            return with_members(data, archive, _patched_members(archive, by_sheet, ways))
    except (BadZipFile, ExpatError) as error:
        message = "not a workbook, or a damaged one"
        raise ValueError(message) from error


def _changes(values: SheetValues, *, cached: bool) -> Iterator[tuple[str, CellChange]]:
    for (sheet, address), value in values.items():
        yield sheet, CellChange(*split_a1(address), value, cached)


def _patched_members(
    archive: ZipFile,
    by_sheet: Mapping[str, list[CellChange]],
    ways: Mapping[str, Mapping[str, str]],
) -> dict[str, bytes]:
    members = sheet_members(archive)
    if unknown := next((sheet for sheet in (*by_sheet, *ways) if sheet not in members), None):
        message = f"the workbook has no sheet {unknown}"
        raise KeyError(message)
    patched = {
        sheet: patched_sheet(sheet, archive.read(members[sheet]), changes)
        for sheet, changes in by_sheet.items()
    }
    for sheet, links in ways.items():
        xml = patched.get(sheet) or archive.read(members[sheet])
        patched[sheet] = linked_sheet(sheet, xml, links)
    return {members[sheet]: xml for sheet, xml in patched.items()}
