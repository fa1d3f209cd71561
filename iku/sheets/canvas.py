"""Canvas: collects the cells of one sheet while it is drawn."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from iku.address import CellRef
from iku.blueprint import (
    Access,
    BarChart,
    BlueprintCell,
    BlueprintSheet,
    ColumnSpec,
    ConditionalFormat,
    Constant,
    Maker,
    PageSetup,
    Validation,
)
from iku.definition.model import Definition
from iku.layout.entry import Entry
from iku.terbitan import Terbitan

PAPER = {"A4": 9, "F4": 14}  # OOXML has no F4: Folio (8.5 x 13 inch) is its size
BROKEN = "*"  # beside an earlier value that was measured by another definition
LARGEST = "999999999999999"  # what a double holds exactly in 15 digits


def paper(definition: Definition) -> int:
    """Return the paper size code on which a regency prints."""
    return PAPER[definition.pengaturan.kertas]


def number_format(desimal: int) -> str:
    """Return the format of a number; files store it US-English, Excel shows it as the PC does.

    >>> number_format(0), number_format(2)
    ('#,##0', '#,##0.00')
    """
    return "#,##0." + "0" * desimal if desimal else "#,##0"


def broken_format(desimal: int) -> str:
    """Return the format of a number that cannot be compared: an asterisk says so beside it.

    >>> print(broken_format(0))
    #,##0" *";-#,##0" *";#,##0" *";@" *"
    """
    digits, mark = number_format(desimal), f'" {BROKEN}"'
    return f"{digits}{mark};-{digits}{mark};{digits}{mark};@{mark}"


@dataclass
class Canvas:
    """A sheet under construction; places already taken are an error of ours."""

    name: str
    cells: dict[tuple[int, int], BlueprintCell] = field(default_factory=dict)
    columns: dict[int, ColumnSpec] = field(default_factory=dict)
    row_heights: dict[int, float] = field(default_factory=dict)
    merges: list[str] = field(default_factory=list)
    formats: list[ConditionalFormat] = field(default_factory=list)
    charts: list[BarChart] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    makers: dict[tuple[int, int], Maker] = field(default_factory=dict)

    def put(  # noqa: PLR0913  where, what, and how it looks
        self,
        row: int,
        column: int,
        content: Constant = None,
        style: str = "text",
        *,
        fmt: str = "General",
        link: str | None = None,
    ) -> None:
        """Write a constant; a Decimal has been made a float by the caller."""
        self._add(BlueprintCell(row, column, content, style=style, number_format=fmt, link=link))

    def put_issued(  # noqa: PLR0913  where, what, and how it looks
        self,
        terbitan: Terbitan,
        row: int,
        column: int,
        make: Maker,
        style: str = "text",
        *,
        fmt: str = "General",
    ) -> None:
        """Write a constant that differs from unit to unit, and keep what makes it."""
        self.put(row, column, make(terbitan), style, fmt=fmt)
        self.makers[row, column] = make

    def formula(  # noqa: PLR0913  where, what, and how it looks
        self,
        row: int,
        column: int,
        formula: str,
        style: str = "result",
        *,
        fmt: str = "General",
        link: str | None = None,
    ) -> None:
        """Write a live formula, without its equals sign."""
        self._add(
            BlueprintCell(row, column, formula=formula, style=style, number_format=fmt, link=link)
        )

    def entry(self, entry: Entry, style: str | None = None) -> None:
        """Write an open cell with its prompt and validation; its kind gives the style if none."""
        text = entry.kind != "number"
        self._add(
            BlueprintCell(
                entry.ref.row,
                entry.ref.column,
                entry.default,
                style=style or ("entry_text" if text else "entry"),
                number_format="@" if text else number_format(entry.desimal),
                access=Access.ENTRY,
                validation=validation_of(entry),
            )
        )

    def open(self, row: int, column: int, style: str = "open") -> None:
        """Write a cell that is free to use and outside the manifest."""
        self._add(BlueprintCell(row, column, style=style, access=Access.OPEN, number_format="@"))

    def merge(self, row: int, first: int, last: int, bottom: int | None = None) -> None:
        """Merge a stretch of a row; the cells it covers take the look of its first."""
        top = self.cells[(row, first)]
        for r in range(row, (bottom or row) + 1):
            for column in range(first, last + 1):
                if (r, column) != (row, first):
                    self._add(_as_blank_as(top, r, column))
        corner = CellRef(self.name, bottom or row, last)
        if corner.a1 != top.a1:  # a merge of one cell is none, and no program keeps it
            self.merges.append(f"{top.a1}:{corner.a1}")

    def widths(self, widths: dict[int, float]) -> None:
        """Set the widths of columns, in characters."""
        self.columns.update({column: ColumnSpec(width) for column, width in widths.items()})

    def at_least(self, height: float, *rows: int) -> None:
        """Give rows a least height in points; wrapped text may make them higher."""
        for row in rows:
            self.row_heights[row] = max(self.row_heights.get(row, 0.0), height)

    def across(self, row: int, first: int, last: int, text: str, style: str) -> None:
        """Write a text over a stretch of a row."""
        self.put(row, first, text, style)
        self.merge(row, first, last)

    def together(self, first: int, last: int) -> None:
        """Ask that a stretch of rows is printed on one page."""
        self.kept.append((first, last))

    def new_page(self, row: int) -> None:
        """Let a row begin a page."""
        self.breaks.append(row)

    def heads(self, row: int, heads: dict[int, str], style: str = "header") -> None:
        """Write the heads of columns."""
        for column, head in heads.items():
            self.put(row, column, head, style)

    def sheet(
        self,
        page: PageSetup,
        *,
        freeze: str | None = None,
        hidden: bool = False,
        tab_colour: str | None = None,
        cursor: str | None = None,
    ) -> BlueprintSheet:
        """Return the finished sheet, cells in reading order."""
        return BlueprintSheet(
            name=self.name,
            cells=tuple(self.cells[key] for key in sorted(self.cells)),
            columns=self.columns,
            row_heights=self.row_heights,
            merges=tuple(self.merges),
            conditional_formats=tuple(self.formats),
            charts=tuple(self.charts),
            page=replace(page, breaks=tuple(self.breaks), keep=tuple(self.kept)),
            freeze=freeze,
            hidden=hidden,
            tab_colour=tab_colour,
            cursor=cursor,
            makers=self.makers,
        )

    def _add(self, cell: BlueprintCell) -> None:
        key = (cell.row, cell.column)
        if key in self.cells:
            message = f"{self.name}!{cell.a1} is drawn twice"
            raise ValueError(message)
        self.cells[key] = cell


def _as_blank_as(cell: BlueprintCell, row: int, column: int) -> BlueprintCell:
    """Return a cell that holds nothing and looks like another; a thousand are made for a form."""
    return BlueprintCell(
        row,
        column,
        style=cell.style,
        number_format=cell.number_format,
        access=cell.access,
        validation=cell.validation,
    )


def plain(value: Decimal | None) -> float | None:
    """Return a number of a definition as a cell stores it."""
    return None if value is None else float(value)


def validation_of(entry: Entry) -> Validation:
    """Return the data validation of an entry, with the words that Excel shows."""
    prompt = entry.prompt[:255]
    title = entry.label[:32]
    if entry.kind == "choice":
        return _choice(entry, title, prompt)
    if entry.kind == "text":
        return Validation(
            "textLength",
            "lessThanOrEqual",
            "500",
            prompt_title=title,
            prompt=prompt,
            error_title="Terlalu panjang",
            error="Tuliskan paling banyak 500 huruf.",
        )
    lower = "-" + LARGEST if entry.minimum is None else format(entry.minimum, "f")
    upper = LARGEST if entry.maximum is None else format(entry.maximum, "f")
    example = "12" if entry.bulat else "12 atau 12,5"
    sign = "" if entry.bulat else " Desimal memakai tanda komputer ini, biasanya koma."
    bounds = "" if entry.minimum is None else f" mulai dari {lower.replace('.', ',')}"
    bounds += "" if entry.maximum is None else f" sampai {upper.replace('.', ',')}"
    kind = "bilangan bulat" if entry.bulat else "angka"
    return Validation(
        "whole" if entry.bulat else "decimal",
        "between",
        lower,
        upper,
        prompt_title=title,
        prompt=prompt,
        error_title="Periksa angka",
        error=f"Isilah {kind}{bounds}, tanpa huruf dan tanpa tanda %.{sign} Contoh: {example}.",
    )


def _choice(entry: Entry, title: str, prompt: str) -> Validation:
    listed = '"' + ",".join(entry.choices).replace('"', '""') + '"'
    return Validation(
        "list",
        formula1=listed,
        prompt_title=title,
        prompt=prompt,
        error_title="Pilih dari daftar",
        error=f"Pilihlah salah satu: {', '.join(entry.choices)}."[:255],
        style="stop" if entry.strict else "information",
    )


def mark_notes(canvas: Canvas, entries: list[Entry], counters: list[CellRef], notes: str) -> None:
    """Write the hidden counters beside entries and paint the entries that have notes.

    ``notes`` is the range of Catatan Pemeriksaan that holds the places.
    """
    for entry, counter in zip(entries, counters, strict=True):
        formula = f'COUNTIF({notes},"{entry.ref}")'
        canvas.formula(counter.row, counter.column, formula, "hidden_helper")
        canvas.columns.setdefault(counter.column, ColumnSpec(4, hidden=True))
    if not entries:
        return
    rows = [entry.ref.row for entry in entries]
    columns = [entry.ref.column for entry in entries]
    first = CellRef(canvas.name, min(rows), min(columns))
    last = CellRef(canvas.name, max(rows), max(columns))
    offset = counters[0].column - entries[0].ref.column
    watched = first._replace(column=first.column + offset)
    canvas.formats.append(
        ConditionalFormat(f"{first.a1}:{last.a1}", f"{watched.a1}>0", "mark_finding")
    )
