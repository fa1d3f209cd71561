"""Blueprint: every cell of a workbook as plain data, without any Excel library.

The builder prints a Blueprint, the tamper check compares a returned file with it, and tests pin it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal, NamedTuple, TypeAlias

from iku.address import CellRef, column_letters
from iku.cells import Value
from iku.terbitan import Terbitan

Constant: TypeAlias = str | float | int | bool | None
Maker: TypeAlias = Callable[[Terbitan], Constant]


class Access(Enum):
    """What someone who fills in the workbook may do with a cell."""

    LOCKED = "locked"  # text or formula of ours; compared with the manifest
    ENTRY = "entry"  # filled in by staff; the manifest keeps its lock, validation and format
    OPEN = "open"  # free space (Catatan Pemeriksaan); outside the manifest


@dataclass(frozen=True, slots=True)
class Validation:
    """A data validation of one cell, with the words that Excel shows (title 32, text 255)."""

    kind: Literal["list", "decimal", "whole", "textLength", "custom", "any"]
    operator: Literal[
        "between", "greaterThanOrEqual", "lessThanOrEqual", "greaterThan", "equal"
    ] = "between"
    formula1: str | None = None
    formula2: str | None = None
    prompt_title: str = ""
    prompt: str = ""
    error_title: str = ""
    error: str = ""
    style: Literal["stop", "warning", "information"] = "stop"


@dataclass(frozen=True, slots=True)
class BlueprintCell:
    """One cell: a constant or a formula (without ``=``), its look and its lock.

    ``style`` names a role of the theme; ``number_format`` is a US-English format code.
    ``link`` is a place inside the workbook, such as ``Isian!E12``.
    """

    row: int
    column: int
    content: Constant = None
    formula: str | None = None
    style: str = "text"
    number_format: str = "General"
    access: Access = Access.LOCKED
    validation: Validation | None = None
    link: str | None = None

    @property
    def a1(self) -> str:
        """The address inside its sheet."""
        return f"{column_letters(self.column)}{self.row}"  # without a further call: see `a1`


class ListingColumn(NamedTuple):
    """How a column of a listing looks: a role that does not wrap, and the format of its numbers."""

    style: str
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Listing:
    """A long table of locked constants below all other cells of its sheet, as plain rows.

    The same as cells, and much lighter where there are hundreds of thousands. None is no cell at
    all; a row has as many contents as there are columns, beginning with the sheet's first.
    """

    first_row: int
    columns: tuple[ListingColumn, ...]
    rows: tuple[tuple[Constant, ...], ...]

    @property
    def last_row(self) -> int:
        """The row of its last line, or the one above it where it has none."""
        return self.first_row + len(self.rows) - 1

    def content(self, row: int, column: int) -> Constant:
        """Return what stands in a cell, None where there is none."""
        n = row - self.first_row
        inside = 0 <= n < len(self.rows) and column <= len(self.columns)
        return self.rows[n][column - 1] if inside else None

    def cells(self) -> Iterator["BlueprintCell"]:
        """Yield its cells in reading order."""
        for row, contents in enumerate(self.rows, self.first_row):
            looks = zip(contents, self.columns, strict=True)
            for column, (content, (style, of_numbers)) in enumerate(looks, 1):
                if content is not None:
                    fmt = "General" if isinstance(content, str) else of_numbers
                    yield BlueprintCell(row, column, content, style=style, number_format=fmt)


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column: width in characters, and the role of its cells that hold nothing yet."""

    width: float
    hidden: bool = False
    style: str | None = None
    access: Access = Access.LOCKED


@dataclass(frozen=True, slots=True)
class ConditionalFormat:
    """A rule on a range of the same sheet: ``formula`` without ``=``; ``style`` names a theme mark."""

    ranges: str
    formula: str
    style: str


@dataclass(frozen=True, slots=True)
class PageSetup:
    """How a sheet prints: paper size code of OOXML (9 = A4, 14 = Folio/F4), fit to its width.

    A print area may be several ranges, parted by commas, each on pages of its own.
    ``title_rows`` and ``title_columns`` are repeated on every page. A row of ``breaks`` begins a
    page, and a stretch of rows of ``keep`` stands on one page where it fits on one. ``footer``
    stands below every page, on the right of the sheet's name, as OOXML writes a footer.
    """

    paper: int = 9
    landscape: bool = True
    print_area: str | None = None
    title_rows: tuple[int, int] | None = None
    title_columns: tuple[int, int] | None = None
    fit_height: bool = False
    pages_wide: int = 1
    breaks: tuple[int, ...] = ()
    keep: tuple[tuple[int, int], ...] = ()
    footer: str = "Halaman &P dari &N"


@dataclass(frozen=True, slots=True)
class Bars:
    """Further bars of a chart: what they are called, and the range of their values."""

    name: str
    values: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart over ranges of one sheet, drawn with its top left corner at ``anchor``.

    ``name`` is that of the first bars where ``further`` ones stand beside them; ``label_format``
    is a number format code.
    """

    title: str
    anchor: str
    categories: str
    values: str
    value_title: str
    width_cm: float = 24.0
    height_cm: float = 9.0
    name: str = ""
    further: tuple[Bars, ...] = ()
    label_format: str = "#,##0.00"


@dataclass(frozen=True, slots=True)
class BlueprintSheet:
    """One sheet: cells in reading order, a listing below them, and everything that surrounds them.

    ``makers`` say what the constants that differ from unit to unit are in any unit's workbook,
    ``cursor`` in which cell the cursor is at first.
    """

    name: str
    cells: tuple[BlueprintCell, ...]
    columns: dict[int, ColumnSpec] = field(default_factory=dict)
    row_heights: dict[int, float] = field(default_factory=dict)
    merges: tuple[str, ...] = ()
    conditional_formats: tuple[ConditionalFormat, ...] = ()
    charts: tuple[BarChart, ...] = ()
    page: PageSetup = PageSetup()
    freeze: str | None = None
    hidden: bool = False
    protected: bool = True
    show_grid: bool = False
    autofilter: str | None = None
    tab_colour: str | None = None
    listing: Listing | None = None
    makers: dict[tuple[int, int], Maker] = field(default_factory=dict, repr=False, compare=False)
    cursor: str | None = None

    def with_contents(self, contents: Mapping[tuple[int, int], Constant]) -> "BlueprintSheet":
        """Return the sheet with other constants in cells given by row and column."""
        return replace(
            self,
            cells=tuple(
                replace(cell, content=contents[cell.row, cell.column])
                if (cell.row, cell.column) in contents
                else cell
                for cell in self.cells
            ),
        )

    def cell(self, address: str) -> BlueprintCell | None:
        """Return the cell at an A1 address, or None where the sheet has none."""
        return next((cell for cell in self.all_cells() if cell.a1 == address), None)

    def all_cells(self) -> Iterator[BlueprintCell]:
        """Yield every cell in reading order, those of the listing included."""
        yield from self.cells
        if self.listing is not None:
            yield from self.listing.cells()


@dataclass(frozen=True, slots=True)
class Variant:
    """What a workbook has otherwise than another one of the same definition and shape.

    ``contents`` holds constants, ``values`` the results of formulas; all else is the same.
    """

    title: str
    properties: Mapping[str, str]
    contents: Mapping[CellRef, Constant]
    values: Mapping[CellRef, Value]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A whole workbook: sheets in order, workbook-scope names, custom document properties."""

    title: str
    sheets: tuple[BlueprintSheet, ...]
    names: dict[str, CellRef] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)
    structure_locked: bool = True
    active_sheet: str | None = None

    def sheet(self, name: str) -> BlueprintSheet:
        """Return the sheet of that name; KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)

    def varied(self, variant: Variant) -> "Blueprint":
        """Return the Blueprint of another unit's workbook of the same shape."""
        changed: dict[str, dict[tuple[int, int], Constant]] = {}
        for ref, content in variant.contents.items():
            changed.setdefault(ref.sheet, {})[ref.row, ref.column] = content
        sheets = tuple(
            sheet.with_contents(changed[sheet.name]) if sheet.name in changed else sheet
            for sheet in self.sheets
        )
        properties = dict(variant.properties)
        return replace(self, title=variant.title, sheets=sheets, properties=properties)

    def all_cells(self) -> Iterator[tuple[str, BlueprintCell]]:
        """Yield (sheet name, cell) over the whole workbook in reading order."""
        for sheet in self.sheets:
            for cell in sheet.all_cells():
                yield sheet.name, cell
