"""A real .xlsx as texts of its parts, small enough in code that damage is one line."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from iku.address import CellRef, a1, split_a1
from iku.cells import WorkbookSnapshot
from iku.layout.layout import Layout

_ROW = re.compile(r'<row r="(\d+)"')
_CELL = re.compile(r'<c r="([A-Z]+)(\d+)"')
_REFERENCE = re.compile(
    r"""("[^"]*")|(?:('[^']+'|\w+)!)?(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?(?![\w(])"""
)
_EMPTIED = re.compile(
    r'<mergeCell ref="" ?/>|<(dataValidation|conditionalFormatting) sqref="".*?</\1>', re.DOTALL
)
_FORMULA = re.compile(r"(<f[^>]*>|<formula>|<definedName [^>]*>)([^<]*)")


T = TypeVar("T")


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class NoPlaceError(Exception):
    """A workbook has no place for a kind of damage."""


@dataclass
class Book:
    """A workbook whose parts can be rewritten; ``seen`` is what it held before any damage."""

    parts: dict[str, bytes]
    layout: Layout
    seen: WorkbookSnapshot
    rng: random.Random

    def data(self) -> bytes:
        """The package as it is now."""
        return zipped(self.parts)

    def text(self, part: str) -> str:
        """The text of a part."""
        return self.parts[part].decode("utf-8")

    def edit(self, part: str, change: Callable[[str], str]) -> None:
        """Rewrite a part; a change that changes nothing would prove nothing."""
        before = self.text(part)
        after = change(before)
        assert after != before, part
        self.parts[part] = after.encode("utf-8")

    def swap(self, part: str, old: str, new: str) -> None:
        """Replace the first occurrence of a text in a part."""
        self.edit(part, lambda text: text.replace(old, new, 1))

    def sheet_part(self, name: str) -> str:
        """The part of a sheet; ours stand in the order of the workbook."""
        return f"xl/worksheets/sheet{list(self.seen.sheets).index(name) + 1}.xml"

    def cell_xml(self, ref: CellRef) -> str:
        """A cell as it stands in its part; empty where there is none."""
        text = self.text(self.sheet_part(ref.sheet))
        match = re.search(rf'<c r="{ref.a1}"[^>]*?(?:/>|>.*?</c>)', text, re.DOTALL)
        return match[0] if match else ""

    def style_of(self, ref: CellRef) -> str:
        """The style number of a cell."""
        match = re.search(r' s="(\d+)"', self.cell_xml(ref).split(">", 1)[0])
        return match[1] if match else "0"

    def put(self, ref: CellRef, inside: str, kind: str = "", style: str | None = None) -> None:
        """Let a cell hold something else: its inner XML, its type, its style number."""
        style = self.style_of(ref) if style is None else style
        attributes = f' s="{style}"' + (f' t="{kind}"' if kind else "")
        new = (
            f'<c r="{ref.a1}"{attributes}>{inside}</c>'
            if inside
            else f'<c r="{ref.a1}"{attributes}/>'
        )
        old = self.cell_xml(ref)
        if old:
            self.swap(self.sheet_part(ref.sheet), old, new)
        else:
            self.edit(self.sheet_part(ref.sheet), lambda text: _with_cell(text, ref, new))

    def text_cell(self, ref: CellRef, text: str, style: str | None = None) -> None:
        """Let a cell hold a text."""
        self.put(ref, f"<is><t>{_escaped(text)}</t></is>", "inlineStr", style)

    def number_cell(self, ref: CellRef, number: float, style: str | None = None) -> None:
        """Let a cell hold a number."""
        self.put(ref, f"<v>{number!r}</v>", "", style)

    def formula_cell(self, ref: CellRef, formula: str, stored: str = "") -> None:
        """Let a cell hold a formula, with a stored number or none."""
        self.put(ref, f"<f>{_escaped(formula)}</f>" + (f"<v>{stored}</v>" if stored else ""))

    def style(self, ref: CellRef, *, locked: bool, code: str) -> str:
        """Return a new style: that of a cell with another lock and number format."""
        number = int(self.style_of(ref))
        styles = self.text("xl/styles.xml")
        table = re.search(r"<cellXfs[^>]*>(.*?)</cellXfs>", styles, re.DOTALL)
        assert table is not None
        forms = re.findall(r"<xf [^>]*?/>|<xf .*?</xf>", table[1], re.DOTALL)
        opening = re.match(r"<xf ([^>]*?)/?>", forms[number])
        assert opening is not None
        kept = re.sub(r'numFmtId="\d+"|applyProtection="\w+"', "", opening[1])
        new = f'<xf {kept} numFmtId="900" applyProtection="1"><protection locked="{int(locked)}"/></xf>'
        new_format = f'<numFmt numFmtId="900" formatCode="{_escaped(code)}"/>'
        styles = styles.replace(table[0], table[0].replace("</cellXfs>", f"{new}</cellXfs>"))
        if "<numFmts" in styles:
            styles = re.sub(r"(<numFmts[^>]*>)", lambda one: one[1] + new_format, styles, count=1)
        else:
            styles = re.sub(
                r"(<styleSheet[^>]*>)",
                lambda one: f"{one[1]}<numFmts>{new_format}</numFmts>",
                styles,
            )
        self.parts["xl/styles.xml"] = styles.encode("utf-8")
        return str(len(forms))

    def restyle(self, ref: CellRef, style: str) -> None:
        """Give a cell another style and leave what it holds."""
        old = self.cell_xml(ref)
        head, end, rest = re.split(r"(/?>)", old, maxsplit=1)
        new = (
            re.sub(r' s="\d+"', "", head).replace(ref.a1 + '"', f'{ref.a1}" s="{style}"')
            + end
            + rest
        )
        self.swap(self.sheet_part(ref.sheet), old, new)

    # What there is to damage.

    @cached_property
    def formulas(self) -> list[CellRef]:
        """Formula cells, counters of notes left out."""
        return [
            ref
            for ref in self._cells("formulas")
            if not self.seen.sheets[ref.sheet].formulas[ref.a1].startswith("COUNTIF(")
        ]

    @cached_property
    def texts(self) -> list[CellRef]:
        """Locked cells with a text."""
        return [ref for ref in self._locked if isinstance(self.value(ref), str)]

    @cached_property
    def numbers(self) -> list[CellRef]:
        """Locked cells with a number."""
        return [ref for ref in self._locked if type(self.value(ref)) is float]

    @cached_property
    def blanks(self) -> list[CellRef]:
        """Locked cells that hold nothing."""
        return [
            ref
            for ref in self._cells("styles")
            if ref not in self._entry_places
            and self.value(ref) in {None, ""}
            and ref.a1 not in self.seen.sheets[ref.sheet].formulas
            and ref.sheet != "Catatan Pemeriksaan"
        ]

    @cached_property
    def entries(self) -> list[CellRef]:
        """Entry cells."""
        return sorted(self._entry_places)

    @cached_property
    def number_entries(self) -> list[CellRef]:
        """Entry cells for numbers."""
        return [one.ref for one in self.layout.entries.values() if one.kind == "number"]

    def value(self, ref: CellRef) -> object:
        """What a cell held."""
        return self.seen.sheets[ref.sheet].values.get(ref.a1)

    def formula(self, ref: CellRef) -> str:
        """The formula a cell held."""
        return self.seen.sheets[ref.sheet].formulas[ref.a1]

    def pick(self, places: list[CellRef]) -> CellRef:
        """One of some places, at random; `NoPlaceError` if there is none."""
        return self.choice(places)

    def choice(self, things: Sequence[T]) -> T:
        """One of some things, at random; `NoPlaceError` if there is none."""
        if not things:
            raise NoPlaceError
        return self.rng.choice(things)

    @cached_property
    def _entry_places(self) -> set[CellRef]:
        return {entry.ref for entry in self.layout.entries.values()}

    @cached_property
    def _locked(self) -> list[CellRef]:
        return [
            ref
            for ref in self._cells("values")
            if ref not in self._entry_places
            and ref.a1 not in self.seen.sheets[ref.sheet].formulas
            and self.value(ref) != ""
        ]

    def _cells(self, kind: str) -> list[CellRef]:
        return [
            CellRef(name, *split_a1(address))
            for name, sheet in self.seen.sheets.items()
            if name != "_iku"
            for address in getattr(sheet, kind)
        ]


def shift_rows(book: Book, sheet: str, at: int, by: int, *, as_excel: bool) -> None:
    """Insert (by=1) or delete (by=-1) a row; Excel lets everything follow, other tools nothing."""
    _shift(book, sheet, (at, 0), by, as_excel=as_excel)


def shift_columns(book: Book, sheet: str, at: int, by: int) -> None:
    """Insert or delete a column as Excel does."""
    _shift(book, sheet, (0, at), by, as_excel=True)


def rename_in_formulas(book: Book, old: str, new: str) -> None:
    """Let formulas and names point to a sheet under another name; quoted text stays."""

    def renamed(match: re.Match[str]) -> str:
        pieces = match[2].replace("&quot;", '"').split('"')
        pieces[::2] = [piece.replace(old, new) for piece in pieces[::2]]
        return match[1] + "&quot;".join(pieces)

    charts = [name for name in book.parts if name.startswith("xl/charts/")]
    for name in [*map(book.sheet_part, book.seen.sheets), *charts, "xl/workbook.xml"]:
        book.parts[name] = _FORMULA.sub(renamed, book.text(name)).encode("utf-8")


def _shift(book: Book, sheet: str, at: tuple[int, int], by: int, *, as_excel: bool) -> None:
    def moved(address: str) -> str | None:
        row, column = split_a1(address)
        for_rows = at[0] > 0
        line, first = (row, at[0]) if for_rows else (column, at[1])
        if by < 0 and line == first:
            return None
        step = by if line >= first else 0
        return a1(row + step, column) if for_rows else a1(row, column + step)

    def cells(text: str) -> str:
        body = text.index("<sheetData>"), text.index("</sheetData>")
        kept = re.sub(
            r'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)',
            lambda one: (
                "" if moved(one[1]) is None else one[0].replace(one[1], moved(one[1]) or "", 1)
            ),
            text[body[0] : body[1]],
            flags=re.DOTALL,
        )
        if at[0]:
            kept = re.sub(
                r'<row r="(\d+)"', lambda one: f'<row r="{_line(int(one[1]), at[0], by)}"', kept
            )
            kept = re.sub(r'<row r="0"[^>]*?(/>|>.*?</row>)', "", kept, flags=re.DOTALL)
        return text[: body[0]] + kept + text[body[1] :]

    def pointing(text: str, home: str) -> str:
        return _FORMULA.sub(lambda one: one[1] + _pointing(one[2], home, sheet, moved), text)

    book.edit(book.sheet_part(sheet), cells)
    if not as_excel:
        return
    for name in book.seen.sheets:
        part = book.sheet_part(name)
        book.parts[part] = pointing(book.text(part), name).encode("utf-8")
    for part in [one for one in book.parts if one.startswith("xl/charts/")] + ["xl/workbook.xml"]:
        book.parts[part] = pointing(book.text(part), "").encode("utf-8")

    def areas(text: str) -> str:
        tail = text.index("</sheetData>")
        after = re.sub(
            r'(sqref|mergeCell ref)="([^"]+)"',
            lambda one: f'{one[1]}="{" ".join(_area(area, moved) for area in one[2].split())}"',
            text[tail:],
        )
        return text[:tail] + _EMPTIED.sub("", after)

    part = book.sheet_part(sheet)
    book.parts[part] = areas(book.text(part)).encode("utf-8")


def _line(line: int, at: int, by: int) -> int:
    return 0 if by < 0 and line == at else line + by if line >= at else line


def _area(area: str, moved: Callable[[str], str | None]) -> str:
    ends = [moved(end) for end in area.split(":")]
    return ":".join(end for end in ends if end) if all(ends) else ""


def _pointing(formula: str, home: str, sheet: str, moved: Callable[[str], str | None]) -> str:
    def one(match: re.Match[str]) -> str:
        if match[1] or (match[2] or home).strip("'") != sheet:
            return match[0]
        prefix = f"{match[2]}!" if match[2] else ""
        first = _end(match[3], match[4], moved)
        if match[5] is None:
            return prefix + (first or "#REF!")
        last = _end(match[5], match[6], moved)
        return prefix + (f"{first}:{last}" if first and last else match[0].rpartition("!")[2])

    return _REFERENCE.sub(one, formula.replace("&quot;", '"')).replace('"', "&quot;")


def _end(letters: str, digits: str, moved: Callable[[str], str | None]) -> str | None:
    now = moved(letters.replace("$", "") + digits)
    if now is None:
        return None
    row, column = split_a1(now)
    plain = a1(row, column).rstrip("0123456789")
    return f"{'$' if letters[0] == '$' else ''}{plain}{'$' if letters[-1] == '$' else ''}{row}"


def _with_cell(text: str, ref: CellRef, cell: str) -> str:
    """Write a cell where there was none, in a row of its own if need be."""
    row = re.search(rf'(<row r="{ref.row}"[^>]*?)(/>|>(.*?)</row>)', text, re.DOTALL)
    if row is None:
        later = next((one for one in _ROW.finditer(text) if int(one[1]) > ref.row), None)
        place = later.start() if later else text.index("</sheetData>")
        return f'{text[:place]}<row r="{ref.row}">{cell}</row>{text[place:]}'
    inside = row[3] or ""
    after = next(
        (one for one in _CELL.finditer(inside) if split_a1(one[1] + one[2])[1] > ref.column), None
    )
    place = after.start() if after else len(inside)
    new = f"{row[1]}>{inside[:place]}{cell}{inside[place:]}</row>"
    return text[: row.start()] + new + text[row.end() :]


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
