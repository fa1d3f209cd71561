"""The part of one sheet: what openpyxl drew around its cells, the rows, and the pieces they make."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

from workbook_builder.packing import Member, Piece, Tightness, member, piece
from workbook_builder.page_breaks import page_breaks
from workbook_builder.sheet_body import Rows, SheetBody

_HEAD = 2  # pieces: what stands before the rows, and the first few rows
_LONG_ROW = 4_000  # characters; such a row is a piece by itself
_EMPTY_CELLS = re.compile("<sheetData>\\s*</sheetData>|<sheetData ?/>")
_PAGE = re.compile("(?=<printOptions )")
_END_OF_PAGE = re.compile("(?<=</headerFooter>)")
_DIMENSION = re.compile('(?<=<dimension ref=")[^"]*')
_LAST_COLUMN = 16_383


class SheetPart:
    """A finished sheet, and what it becomes where some of its rows do."""

    def __init__(self, drawn: str, body: SheetBody, tightness: Tightness) -> None:
        """Take what was drawn around the cells; ValueError where it looks unlike a drawn sheet."""
        self.body = body
        self._level, self._window, self._height = tightness
        top, rest = _divided(_EMPTY_CELLS, drawn)
        rules, page = _divided(_PAGE, rest)
        self._page, self._after = _divided(_END_OF_PAGE, page)
        self._page = f"</sheetData>{rules}{body.links}{self._page}"
        self._top = (_DIMENSION.sub(body.dimension, top, count=1) + "<sheetData>").encode()
        self._bottom = self._end(body.heights)
        blocks = [
            (number, list(rows)) for number, rows in groupby(body.rows.items(), key=self._block)
        ]
        self._blocks = {number: list(_texts(rows)) for number, rows in blocks}
        self._numbers = {number: [row for row, _ in rows] for number, rows in blocks}
        self._pieces: dict[int, Piece] = {}
        whole = self._whole(self._blocks, self._bottom)
        self._pieces = {id(one.content): one for one in whole}

    def member(self) -> Member:
        """Return the part as it is."""
        return member(self._pieces.values())

    def varied(self, rows: Rows, heights: Mapping[int, float]) -> Member:
        """Return the part with other rows, which make the sheet's rows as high as ``heights``."""
        blocks = dict(self._blocks)
        known = self.body.rows
        for number in {self._block(row) for row in rows.items()}:
            renewed = ((row, rows.get(row) or known[row]) for row in self._numbers[number])
            blocks[number] = list(_texts(renewed))
        bottom = self._bottom if heights is self.body.heights else self._end(heights)
        return member(self._whole(blocks, bottom))

    def _block(self, row: tuple[int, str]) -> int:
        return row[0] // self._height

    def _whole(self, blocks: Mapping[int, list[bytes]], bottom: bytes) -> Iterator[Piece]:
        """Yield the sheet from top to bottom; a listing is compressed once, and by itself."""
        texts = [self._top, *chain.from_iterable(blocks.values())]
        if not self.body.listed:
            yield from self._packed([*texts, bottom])
            return
        yield from self._packed(texts)
        yield from self.body.listed
        yield piece(bottom, level=self._level)

    def _packed(self, texts: list[bytes]) -> Iterator[Piece]:
        """Compress texts one after the other, or take over what the master has compressed.

        That is the same where the text is the master's and so is all that it may refer back to.
        """
        same = self._window
        for place, text in enumerate(texts):
            found = self._pieces.get(id(text))
            changed = found is None
            if found is None or same < self._window:
                found = piece(text, self._before(texts, place), self._level)
            if place >= _HEAD:
                same = 0 if changed else same + len(text)
            yield found

    def _before(self, texts: list[bytes], place: int) -> bytes:
        """Return what a text may refer back to: not the head of a sheet, which names the unit."""
        before: list[bytes] = []
        size = 0
        while place > _HEAD and size < self._window:
            place -= 1
            before.append(texts[place])
            size += len(texts[place])
        return b"".join(reversed(before))[-self._window :]

    def _end(self, heights: Mapping[int, float]) -> bytes:
        breaks = page_breaks(self.body.sheet, heights)
        drawn = ""
        if breaks:
            count = f'count="{len(breaks)}" manualBreakCount="{len(breaks)}"'
            rows = (f'<brk id="{row - 1}" max="{_LAST_COLUMN}" man="1"/>' for row in breaks)
            drawn = f"<rowBreaks {count}>{''.join(rows)}</rowBreaks>"
        return f"{self._page}{drawn}{self._after}".encode()


def _texts(rows: Iterable[tuple[int, str]]) -> Iterator[bytes]:
    """Join the rows of a block, but leave a long one by itself."""
    for _, group in groupby(rows, key=lambda row: row[0] if len(row[1]) > _LONG_ROW else 0):
        yield "".join(xml for _, xml in group).encode()


def _divided(place: re.Pattern[str], xml: str) -> tuple[str, str]:
    before, *after = place.split(xml)
    if len(after) != 1:
        message = f"the drawn sheet has {len(after)} places that look like {place.pattern}"
        raise ValueError(message)
    return before, after[0]
