"""Text files as documents: lines with tabs are rows of a table."""

from collections.abc import Iterable

from iku.audit.document import Block, Document, Passage, Place, Table
from iku.audit.markup import without_markup


def text_document(text: str) -> Document:
    r"""Return the document that a tab-separated text holds; lines count from 1.

    A blank line inside a table does not end it.

    >>> [len(table.rows) for table in text_document("Judul\na\tb\n\nc\td\nakhir").tables]
    [2]
    """
    blocks: list[Block] = []
    rows: list[tuple[Passage, ...]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        place = Place(line=number)
        cells = tuple(Passage(without_markup(cell).strip(), place) for cell in line.split("\t"))
        if len(cells) > 1:
            rows.append(cells)
        elif not cells[0].blank:
            blocks += _table(rows)
            rows = []
            blocks.append(cells[0])
    return Document((*blocks, *_table(rows)))


def _table(rows: Iterable[tuple[Passage, ...]]) -> list[Block]:
    kept = tuple(rows)
    return [Table(kept)] if kept else []
