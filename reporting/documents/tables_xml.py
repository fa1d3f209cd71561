"""A table as the text of WordprocessingML: heads on every page, rows that no page parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from iku.documents.blocks import Align, Cell, Column, Run, Table
from reporting.documents.styles import BODY, HEAD
from reporting.documents.words_xml import NAMESPACE, TWIPS, paragraph_of

_ALIGN: dict[Align, str] = {"kiri": "left", "tengah": "center", "kanan": "right"}
_BAND = "D9E2F3"
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@dataclass(frozen=True, slots=True)
class _Place:
    """How the cells of a row are written: in a head or not, and kept with the next row or not."""

    head: bool
    keep: bool

    @property
    def style(self) -> str:
        return HEAD if self.head else BODY


def table_xml(table: Table, width: float) -> str:
    """Return a table of a width in millimetres; its heads stand on every page it covers."""
    total = sum(column.share for column in table.columns)
    widths = [round(width * TWIPS * column.share / total) for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    heads = "".join(_rows(_heads(table), table.columns, widths, head=True))
    rows = "".join(_rows(table.rows, table.columns, widths, head=False))
    return (
        f"<w:tbl {NAMESPACE}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_EDGES}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{heads}{rows}</w:tbl>"
    )


def _heads(table: Table) -> list[tuple[Cell, ...]]:
    own = tuple(
        Cell(((Run(one.head, bold=True),),), align="tengah", shaded=True) for one in table.columns
    )
    above = [
        tuple(Cell(one.lines, one.across, one.down, "tengah", shaded=True) for one in row)
        for row in table.above
    ]
    taken = _covered_below(above, len(table.columns))
    heads = [*above, tuple(one for n, one in enumerate(own) if n not in taken)]
    if table.numbered:
        heads.append(
            tuple(Cell(((Run(one, italic=True),),), align="tengah") for one in table.numbered)
        )
    return heads


def _covered_below(rows: Sequence[Sequence[Cell]], columns: int) -> set[int]:
    """Return the columns whose own head is covered by a taller cell above it."""
    open_rows = [0] * columns
    for n, row in enumerate(rows):
        at = 0
        for one in row:
            while at < columns and open_rows[at] > n:
                at += 1
            for column in range(at, min(at + one.across, columns)):
                open_rows[column] = n + one.down
            at += one.across
    return {column for column, until in enumerate(open_rows) if until > len(rows)}


def _rows(
    rows: Sequence[Sequence[Cell]], columns: Sequence[Column], widths: list[int], *, head: bool
) -> Iterator[str]:
    """Yield the rows; a cell covered from above is written as the continuation of its own.

    Heads go with the row below them, the last row with what follows: nobody signs an empty page.
    """
    down: dict[int, tuple[int, int]] = {}
    for n, row in enumerate(rows):
        place = _Place(head, keep=head or n == len(rows) - 1)
        cells = "".join(_cells_of(row, columns, widths, down, place))
        repeat = "<w:tblHeader/>" if head else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{cells}</w:tr>"


def _cells_of(
    row: Sequence[Cell],
    columns: Sequence[Column],
    widths: list[int],
    down: dict[int, tuple[int, int]],
    place: _Place,
) -> Iterator[str]:
    """Yield the cells of a row; ``down`` says which columns are covered, for how many rows more."""
    waiting = list(row)
    at = 0
    while at < len(widths):
        left, across = down.get(at, (0, 1))
        if left:
            down[at] = (left - 1, across)
            yield _covered(sum(widths[at : at + across]), across, place)
        else:
            one = waiting.pop(0) if waiting else Cell(((Run(""),),))
            across = one.across
            down[at] = (one.down - 1, across)
            align = _ALIGN[one.align or columns[at].align]
            yield _cell(one, sum(widths[at : at + across]), align, place)
        at += across


def _covered(width: int, across: int, place: _Place) -> str:
    line = paragraph_of((), place.style, keep=place.keep)
    return f"<w:tc><w:tcPr>{_width(width, across)}<w:vMerge/></w:tcPr>{line}</w:tc>"


def _cell(one: Cell, width: int, align: str, place: _Place) -> str:
    looks = _width(width, one.across)
    if one.down > 1:
        looks += '<w:vMerge w:val="restart"/>'
    if one.shaded:
        looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{_BAND}"/>'
    if place.head:
        looks += '<w:vAlign w:val="center"/>'
    lines = (paragraph_of(line, place.style, align=align, keep=place.keep) for line in one.lines)
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{''.join(lines)}</w:tc>"


def _width(width: int, across: int) -> str:
    spans = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f'<w:tcW w:w="{width}" w:type="dxa"/>{spans}'
