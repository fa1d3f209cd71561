"""New values for cells of one sheet part, everything around them left byte for byte as it is."""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from iku.address import a1, split_a1
from iku.cells import Value
from workbook_builder.row_heights import USUAL_WIDTH, spans_of, typed_height
from workbook_builder.sheet_tags import (
    attribute_span,
    attributes,
    attributes_without,
    cells,
    column_styles,
    column_widths,
    merges,
    readable,
    rows,
    sheet_data,
    tags,
)
from workbook_builder.value_xml import ValueXml, cached_xml, constant_xml

# LibreOffice saves these constants as formulas; replacing one takes no formula away.
_CONSTANT = re.compile(rb"(?:TRUE|FALSE)\(\)|#[A-Z0-9/_]+[!?]?")
_ONE_LINE = typed_height("", USUAL_WIDTH)  # what every row has room for
_BLOCK_KINDS = (b"array", b"dataTable")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class CellChange(NamedTuple):
    """The new value of one cell; ``cached`` if it is the result of the formula that stays."""

    row: int
    column: int
    value: Value
    cached: bool

    @property
    def a1(self) -> str:
        """The address without its sheet."""
        return a1(self.row, self.column)


def patched_sheet(name: str, xml: bytes, changes: Sequence[CellChange]) -> bytes:
    """Return a sheet part in which cells have new values; ``name`` is for messages.

    Raises ValueError naming the cell whose formula would be lost or is missing, or whose value no
    cell can hold.
    """
    return _SheetPatch(name, xml).applied(sorted(changes, key=lambda each: (each.row, each.column)))


class _SheetPatch:
    """The replacements to make in one part; its bytes are cut only once, at the end."""

    def __init__(self, name: str, xml: bytes) -> None:
        self._name = name
        self._xml = xml
        self._seen = readable(xml)
        opening = sheet_data(self._seen)
        if opening is None:
            message = f"{name}: this sheet has no cells"
            raise ValueError(message)
        self._opening = opening
        self._prefix = opening[1] or b""
        self._tags = tags(self._prefix)
        self._edits: list[tuple[int, int, bytes]] = []
        self._added: list[CellChange] = []
        self._column_styles: list[tuple[int, int, bytes]] | None = None
        self._column_widths: list[tuple[int, int, float]] | None = None
        self._spans: dict[tuple[int, int], tuple[int, int]] | None = None

    def applied(self, changes: Sequence[CellChange]) -> bytes:
        """Return the part with all changes made; they come sorted by row and column."""
        self._refuse_inside_blocks(changes)
        start = self._opening.end()
        end = start if self._opening[2] else self._end_of(self._tags.rows_end, start)[0]
        present = rows(self._seen, start, end, self._tags)
        numbers = sorted(present)
        new_rows = []
        for number, group in groupby(changes, key=lambda change: change.row):
            if number in present:
                self._change_row(present[number], list(group))
            elif row := self._new_row(number, list(group)):
                after = bisect(numbers, number)
                place = present[numbers[after]].start() if after < len(numbers) else end
                new_rows.append((place, row))
        self._insert(self._opening, "sheetData", new_rows)
        self._widen_dimension()
        return self._joined()

    def _change_row(self, tag: re.Match[bytes], changes: Sequence[CellChange]) -> None:
        start = tag.end()
        end = start if tag["closed"] else self._end_of(self._tags.row_end, start)[0]
        present = cells(self._seen, start, end, self._tags)
        columns = sorted(present)
        new_cells = []
        for change in changes:
            if change.column in present:
                self._change_cell(present[change.column], change)
            elif cell := self._new_cell(change, tag):
                after = bisect(columns, change.column)
                place = present[columns[after]].start() if after < len(columns) else end
                new_cells.append((place, cell))
        self._widen_spans(tag, changes)
        self._let_grow(tag, changes)
        self._insert(tag, "row", new_cells)

    def _change_cell(self, tag: re.Match[bytes], change: CellChange) -> None:
        end, formula = tag.end(), None
        if not tag["closed"]:
            inner_end, end = self._end_of(self._tags.cell_end, end)
            formula = self._tags.formula.search(self._seen, tag.end(), inner_end)
        if change.cached:
            text = self._recomputed_cell(tag, formula, change)
        elif formula is None or _CONSTANT.fullmatch(formula["text"] or b""):
            given = attributes_without(tag, b"t", b"cm", b"vm")
            text = self._cell(given, constant_xml(self._place(change), change.value, self._p))
        else:
            message = f"{self._place(change)}: holds a formula, which an entry must not replace"
            raise ValueError(message)
        self._edits.append((tag.start(), end, text))

    def _recomputed_cell(
        self, tag: re.Match[bytes], formula: re.Match[bytes] | None, change: CellChange
    ) -> bytes:
        if formula is None:
            raise self._no_formula(change)
        kept = self._xml[formula.start() : formula.end()]
        value = cached_xml(self._place(change), change.value, self._p)
        return self._cell(attributes_without(tag, b"t", b"vm"), value, kept)

    def _new_row(self, number: int, changes: Sequence[CellChange]) -> bytes:
        content = b"".join(self._new_cell(change, None) for change in changes)
        needed = self._needed(changes)
        height = f' ht="{needed:g}"' if needed > _ONE_LINE else ""
        opening = f'<{self._p}row r="{number}"{height}>'.encode()
        return opening + content + self._closing("row") if content else b""

    def _new_cell(self, change: CellChange, row: re.Match[bytes] | None) -> bytes:
        """Return a cell that was not there, dressed like its row or column; nothing for a blank."""
        if change.cached:
            raise self._no_formula(change)
        if change.row > _LAST_ROW or change.column > _LAST_COLUMN:
            message = f"{self._place(change)}: no sheet reaches that far"
            raise ValueError(message)
        value = constant_xml(self._place(change), change.value, self._p)
        if not value.content:
            return b""
        self._added.append(change)
        style = self._style(row, change.column)
        given = b' r="%s"' % change.a1.encode() + (b' s="%s"' % style if style else b"")
        return self._cell(given, value)

    def _style(self, row: re.Match[bytes] | None, column: int) -> bytes | None:
        """Return the style that an absent cell shows: that of its row, else of its column."""
        given = attributes(row) if row is not None else {}
        if given.get(b"customFormat") in {b"1", b"true"}:
            return given.get(b"s")
        if self._column_styles is None:
            before = self._opening.start()
            self._column_styles = list(column_styles(self._seen, before, self._tags))
        found = (style for first, last, style in self._column_styles if first <= column <= last)
        return next(found, None)

    def _cell(self, given: bytes, value: ValueXml, formula: bytes = b"") -> bytes:
        opening = b"<%sc%s%s" % (self._prefix, given, value.kind.encode())
        content = formula + value.content.encode()
        return opening + b">" + content + self._closing("c") if content else opening + b"/>"

    def _insert(
        self, parent: re.Match[bytes], name: str, children: Sequence[tuple[int, bytes]]
    ) -> None:
        """Put new elements where they belong; a closed parent is opened for them."""
        if children and self._seen.endswith(b"/>", parent.start(), parent.end()):
            content = b"".join(child for _, child in children)
            slash = parent.end() - len(b"/>")
            self._edits.append((slash, parent.end(), b">" + content + self._closing(name)))
        else:
            self._edits.extend((place, place, child) for place, child in children)

    def _widen_spans(self, row: re.Match[bytes], changes: Sequence[CellChange]) -> None:
        """Let the hint about a row's columns, where there is one, still hold for all of them."""
        spans = attributes(row).get(b"spans")
        if not spans:
            return
        covered = [int(column) for column in re.findall(rb"[0-9]+", spans)]
        reached = [*covered, *(change.column for change in changes)]
        if min(reached) < min(covered) or max(reached) > max(covered):
            span = b"%d:%d" % (min(reached), max(reached))
            self._edits.append((*attribute_span(row, b"spans"), span))

    def _let_grow(self, row: re.Match[bytes], changes: Sequence[CellChange]) -> None:
        """Make a row that may grow as high as its new texts: no program does on opening a file."""
        given = attributes(row)
        if given.get(b"customHeight") in {b"1", b"true"}:
            return
        needed = self._needed(changes)
        if b"ht" in given:
            if needed > float(given[b"ht"]):
                self._edits.append((*attribute_span(row, b"ht"), b"%g" % needed))
        elif needed > _ONE_LINE:
            place = row.start() + len(b"<%srow" % self._prefix)
            self._edits.append((place, place, b' ht="%g"' % needed))

    def _needed(self, changes: Sequence[CellChange]) -> float:
        """Return the height in points that new texts need; 0 where there are none.

        Texts of formulas are left out: titles among them run on over their neighbours.
        """
        texts = [one for one in changes if isinstance(one.value, str) and not one.cached]
        return max((self._height(one, str(one.value)) for one in texts), default=0.0)

    def _height(self, change: CellChange, text: str) -> float:
        if self._spans is None:
            self._spans = spans_of(merges(self._seen, self._tags))
        rows, columns = self._spans.get((change.row, change.column), (1, 1))
        width = sum(self._width(change.column + n) for n in range(columns))
        return typed_height(text, width) - (rows - 1) * _ONE_LINE

    def _width(self, column: int) -> float:
        if self._column_widths is None:
            before = self._opening.start()
            self._column_widths = list(column_widths(self._seen, before, self._tags))
        widths = (width for first, last, width in self._column_widths if first <= column <= last)
        return next(widths, USUAL_WIDTH)

    def _widen_dimension(self) -> None:
        tag = self._tags.dimension.search(self._seen, 0, self._opening.start())
        if tag is None or not self._added:
            return
        first, _, last = attributes(tag)[b"ref"].decode().partition(":")
        corners = [split_a1(first), split_a1(last or first)]
        corners += [(change.row, change.column) for change in self._added]
        top, left = (min(ends) for ends in zip(*corners, strict=True))
        bottom, right = (max(ends) for ends in zip(*corners, strict=True))
        if [(top, left), (bottom, right)] != corners[:2]:
            covered = f"{a1(top, left)}:{a1(bottom, right)}"
            self._edits.append((*attribute_span(tag, b"ref"), covered.encode()))

    def _refuse_inside_blocks(self, changes: Sequence[CellChange]) -> None:
        """Refuse an entry in a range that one formula fills: only its first cell shows it."""
        if not any(kind in self._seen for kind in _BLOCK_KINDS):
            return
        for top, left, bottom, right in self._blocks():
            for change in changes:
                inside = top <= change.row <= bottom and left <= change.column <= right
                if inside and not change.cached:
                    message = f"{self._place(change)}: lies in a range filled by one formula"
                    raise ValueError(message)

    def _blocks(self) -> Iterator[tuple[int, int, int, int]]:
        for formula in self._tags.formula.finditer(self._seen, self._opening.end()):
            given = attributes(formula)
            if given.get(b"t") in _BLOCK_KINDS and b"ref" in given:
                first, _, last = given[b"ref"].decode().partition(":")
                yield (*split_a1(first), *split_a1(last or first))

    def _joined(self) -> bytes:
        pieces = []
        position = 0
        # By both ends: what is inserted before a cell comes before the change of that cell.
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [self._xml[position:start], text]
            position = end
        return b"".join([*pieces, self._xml[position:]])

    def _end_of(self, closing: re.Pattern[bytes], position: int) -> tuple[int, int]:
        found = closing.search(self._seen, position)
        if found is None:
            message = f"{self._name}: the part of this sheet is damaged"
            raise ValueError(message)
        return found.span()

    def _closing(self, name: str) -> bytes:
        return f"</{self._p}{name}>".encode()

    @property
    def _p(self) -> str:
        return self._prefix.decode()

    def _place(self, change: CellChange) -> str:
        return f"{self._name}!{change.a1}"

    def _no_formula(self, change: CellChange) -> ValueError:
        return ValueError(f"{self._place(change)}: holds no formula whose value could be renewed")
