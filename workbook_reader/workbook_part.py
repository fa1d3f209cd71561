"""Workbook part: the sheets in order, the defined names, the protection of the structure."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from workbook_reader.markup import is_true, parse_part, plain
from workbook_reader.refusal import RefusalError
from workbook_reader.spans import is_plain, span_of

DefinedName: TypeAlias = tuple[str, str | None, str]
"""A name, the number of its sheet or None, and what it stands for."""

_NONE = b"<definedNames></definedNames>"
_REMEMBERED = 8


class SheetEntry(NamedTuple):
    """One line of the list of sheets; ``relationship`` leads to its part."""

    name: str
    state: str
    relationship: str


@dataclass(slots=True)
class WorkbookPart:
    """What ``workbook.xml`` says."""

    sheets: list[SheetEntry] = field(default_factory=list)
    names: list[DefinedName] = field(default_factory=list)
    protection: dict[str, str] = field(default_factory=dict)
    date1904: bool = False


def read_workbook_part(part: str, content: bytes) -> WorkbookPart:
    """Return the content of the workbook part; raise `RefusalError` where it is malformed."""
    span = span_of(content, b"definedNames")
    if span is not None and is_plain(span.inside):
        try:
            workbook = _parsed(part, span.before + _NONE + span.after)
            names = _names_in(span.inside)
        except RefusalError:  # told below, with the line as it is in the file
            pass
        else:
            workbook.names = list(names)
            return workbook
    return _parsed(part, content)


@lru_cache(maxsize=_REMEMBERED)
def _names_in(content: bytes) -> tuple[DefinedName, ...]:
    """Return the names in their list; all workbooks of a definition have the same thousands."""
    return tuple(_parsed("", b"<definedNames>%b</definedNames>" % content).names)


def _parsed(part: str, content: bytes) -> WorkbookPart:
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
