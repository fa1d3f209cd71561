"""Workbook part: the sheets in order, the defined names, the protection of the structure."""

from dataclasses import dataclass, field
from typing import NamedTuple

from workbook_reader.markup import is_true, parse_part, plain


class SheetEntry(NamedTuple):
    """One line of the list of sheets; ``relationship`` leads to its part."""

    name: str
    state: str
    relationship: str


@dataclass(slots=True)
class WorkbookPart:
    """What ``workbook.xml`` says."""

    sheets: list[SheetEntry] = field(default_factory=list)
    names: list[tuple[str, str | None, str]] = field(default_factory=list)  # name, sheet no., text
    protection: dict[str, str] = field(default_factory=dict)
    date1904: bool = False


def read_workbook_part(part: str, content: bytes) -> WorkbookPart:
    """Return the content of the workbook part; raise `RefusalError` where it is malformed."""
    workbook = WorkbookPart()
    text: list[str] = []
    name: tuple[str, str | None] = ("", None)

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if element == "sheet":
            workbook.sheets.append(_sheet_entry(attributes))
        elif element == "definedName":
            name = (attributes["name"], attributes.get("localSheetId"))
            text.clear()
        elif element == "workbookProtection":
            workbook.protection = plain(attributes)
        elif element == "workbookPr":
            workbook.date1904 = is_true(attributes.get("date1904"))

    def end(element: str) -> None:
        if element == "definedName":
            workbook.names.append((*name, "".join(text)))

    parse_part(part, content, start, end, text.append)
    return workbook


def _sheet_entry(attributes: dict[str, str]) -> SheetEntry:
    given = plain(attributes)
    return SheetEntry(given["name"], given.get("state", "visible"), given["id"])
