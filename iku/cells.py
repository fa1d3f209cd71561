"""Cells: what a received workbook really holds, whatever program saved it.

A snapshot is filled by `workbook_reader` in one pass and read by everything else. Addresses are A1
text without ``$`` exactly as the file writes them, so that reading costs no conversion per cell.
"""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """An error that a cell shows, such as ``#DIV/0!``; never the same as a blank."""

    code: str


Value: TypeAlias = float | str | bool | ErrorValue | None


class StyleFacts(NamedTuple):
    """What matters of a cell style: its lock and its number format code (``General`` if none)."""

    locked: bool = True
    number_format: str = "General"


class ValidationFacts(NamedTuple):
    """A data validation by meaning, so that two producers' spellings of it are equal.

    ``operator`` is ``between`` where the file is silent and for kinds that have none; ``formula2``
    is None unless the operator is ``between`` or ``notBetween`` of a kind that compares.
    """

    kind: str
    operator: str
    formula1: str | None
    formula2: str | None


class SeriesFacts(NamedTuple):
    """One series of a chart: references as `plain_reference` spells them, empty if there is none.

    A name taken from a cell is its reference after ``=``.
    """

    name: str
    categories: str
    values: str


class ChartFacts(NamedTuple):
    """A chart by what it shows; ``place`` is the cell below its top left corner, empty if unknown.

    ``kinds`` are the names of OOXML (``barChart``); a title taken from a cell is like a name.
    """

    kinds: tuple[str, ...]
    title: str
    series: tuple[SeriesFacts, ...]
    place: str


DEFAULT_STYLE = StyleFacts()


@dataclass(slots=True)
class SheetSnapshot:
    """One sheet as stored in a file."""

    name: str
    state: str = "visible"  # visible, hidden or veryHidden
    values: dict[str, Value] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    uncomputed: set[str] = field(default_factory=set)  # formula cells without any cached value
    styles: dict[str, StyleFacts] = field(default_factory=dict)
    column_styles: dict[int, StyleFacts] = field(default_factory=dict)
    validations: dict[str, ValidationFacts] = field(default_factory=dict)  # by single address
    wide_validations: list[tuple[str, ValidationFacts]] = field(default_factory=list)  # > 5,000
    unenforced: set[str] = field(default_factory=set)  # cells whose validation lets all pass
    protection: dict[str, str] = field(default_factory=dict)  # empty where there is none
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    autofilter: str | None = None
    filtered: bool = False  # the autofilter hides something
    conditional_formats: int = 0  # rules, whatever they do
    drawings: int = 0  # parts with pictures, shapes or charts; comments are none
    charts: list[ChartFacts] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)  # where one, or anything but a chart, stands

    @property
    def protected(self) -> bool:
        """Whether sheet protection is switched on."""
        return self.protection.get("sheet", "0") in {"1", "true"}


@dataclass(slots=True)
class WorkbookSnapshot:
    """A workbook as stored in a file: sheets in order, names, protection, where it came from."""

    path: str
    sha256: str
    sheets: dict[str, SheetSnapshot] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # workbook scope: name -> reference
    local_names: dict[tuple[str, str], str] = field(default_factory=dict)  # (sheet, name)
    protection: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)  # custom document properties
    producer: str = ""  # "Microsoft Excel 16.03", "LibreOffice 7.4", "openpyxl", ...
    modified: str = ""  # dcterms:modified as written, ISO 8601
    external_links: list[str] = field(default_factory=list)
    has_macros: bool = False  # VBA, macro sheets of Excel 4 or ActiveX controls
    date1904: bool = False
    renamed: dict[str, str] = field(default_factory=dict)  # name as issued -> name in the file

    def name_in_file(self, sheet: str) -> str:
        """Return the name that a sheet has in the file, where it is read under another one."""
        return self.renamed.get(sheet, sheet)
