"""The rows of a listing as XML: there are so many that each text is written out only once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from math import isfinite

from iku.address import column_letters
from iku.blueprint import Access, BlueprintSheet, Constant, Listing, ListingColumn
from workbook_builder.packing import Piece, piece
from workbook_builder.styles import StyleBook
from workbook_builder.value_xml import constant_xml

_TOGETHER = 512  # rows, about a quarter of a megabyte
_LEVEL = 6  # of compression: twice as fast as the usual one, and a tenth larger


def listed_rows(sheet: BlueprintSheet, styles: StyleBook, *, after: int) -> list[Piece]:
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
    texts = iter(lambda: "".join(islice(rows, _TOGETHER)).encode(), b"")
    # Compression lets other threads run: it takes the other processor while rows are written.
    with ThreadPoolExecutor(1) as packer:
        return list(packer.map(partial(piece, level=_LEVEL), texts))


def _rows(sheet: str, listing: Listing, styles: StyleBook) -> Iterator[str]:
    columns = [_Column(sheet, n, look, styles) for n, look in enumerate(listing.columns, 1)]
    parts = [(f'<c r="{one.letters}', one.texts, one.end) for one in columns]
    for row, contents in enumerate(listing.rows, listing.first_row):
        cells = [
            f'{opening}{row}"{texts.get(content) or end(row, content)}'
            for (opening, texts, end), content in zip(parts, contents, strict=True)
            if content is not None
        ]
        yield f'<row r="{row}">{"".join(cells)}</row>'


class _Column:
    """What the cells of one column have in common; ``texts`` are the ends of cells with a text."""

    def __init__(self, sheet: str, number: int, look: ListingColumn, styles: StyleBook) -> None:
        self._sheet, self.letters, self._look = sheet, column_letters(number), look
        self._styles = styles
        self._number = ""
        self.texts: dict[Constant, str] = {}

    def end(self, row: int, content: Constant) -> str:
        """Return a cell from its style on."""
        if isinstance(content, str):
            end = self.texts[content] = self._end(row, content, "General")
            return end
        if type(content) is not float or not isfinite(content):
            return self._end(row, content, self._look.number_format)
        if not self._number:
            self._number = f' s="{self._style(self._look.number_format)}"><v>'
        return f"{self._number}{content!r}</v></c>"

    def _end(self, row: int, content: Constant, number_format: str) -> str:
        style = self._style(number_format)
        kind, inside = constant_xml(f"{self._sheet}!{self.letters}{row}", content, "")
        return f' s="{style}"{kind}>{inside}</c>' if inside else f' s="{style}"/>'

    def _style(self, number_format: str) -> int:
        return self._styles.index(self._look.style, number_format, Access.LOCKED)
