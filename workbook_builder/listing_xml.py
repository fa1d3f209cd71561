"""The rows of a listing as XML: there are so many that each text is written out only once."""

from collections.abc import Iterator
from itertools import islice

from iku.address import column_letters
from iku.blueprint import Access, BlueprintSheet, Constant, Listing, ListingColumn
from workbook_builder.styles import StyleBook
from workbook_builder.value_xml import constant_xml

_TOGETHER = 512  # rows, about a quarter of a megabyte


def listed_rows(sheet: BlueprintSheet, styles: StyleBook, *, after: int) -> list[bytes]:
    """Return the rows of a sheet's listing, many of them together; nothing where it has none.

    ``after`` is the last row of the cells above it. Raises ValueError where the listing begins
    among these, or naming the cell that holds what no workbook can hold.
    """
    if sheet.listing is None:
        return []
    if sheet.listing.first_row <= after:
        message = f"{sheet.name}: the listing begins above row {after}, which has cells"
        raise ValueError(message)
    rows = _rows(sheet.name, sheet.listing, styles)
    return list(iter(lambda: "".join(islice(rows, _TOGETHER)).encode(), b""))


def _rows(sheet: str, listing: Listing, styles: StyleBook) -> Iterator[str]:
    columns = [_Column(sheet, n, look, styles) for n, look in enumerate(listing.columns, 1)]
    for row, contents in enumerate(listing.rows, listing.first_row):
        cells = [
            column.cell(row, content)
            for column, content in zip(columns, contents, strict=True)
            if content is not None
        ]
        yield f'<row r="{row}">{"".join(cells)}</row>'


class _Column:
    """What the cells of one column have in common."""

    def __init__(self, sheet: str, number: int, look: ListingColumn, styles: StyleBook) -> None:
        self._sheet, self._letters, self._look = sheet, column_letters(number), look
        self._styles = styles
        self._texts: dict[str, str] = {}

    def cell(self, row: int, content: Constant) -> str:
        if not isinstance(content, str):
            return f'<c r="{self._letters}{row}"{self._end(row, content, self._look.number_format)}'
        end = self._texts.get(content)
        if end is None:
            end = self._texts[content] = self._end(row, content, "General")
        return f'<c r="{self._letters}{row}"{end}'

    def _end(self, row: int, content: Constant, number_format: str) -> str:
        """Return a cell from its style on."""
        style = self._styles.index(self._look.style, number_format, Access.LOCKED)
        kind, inside = constant_xml(f"{self._sheet}!{self._letters}{row}", content, "")
        return f' s="{style}"{kind}>{inside}</c>' if inside else f' s="{style}"/>'
