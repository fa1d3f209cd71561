"""How the tags of a sheet's rows and cells are found in its bytes, without taking it apart."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from iku.address import column_number

# Attribute values may hold anything but their own quotes, even > and /.
_ATTRIBUTES = rb"""[^>"'/]*+(?:(?:"[^"]*"|'[^']*')[^>"'/]*+)*+"""
_ATTRIBUTE = re.compile(rb"""\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
_RANGE = re.compile(rb"[A-Z]{1,3}[1-9][0-9]{0,6}:[A-Z]{1,3}[1-9][0-9]{0,6}")
_SHEET_DATA = re.compile(rb"""<([^\s<>/:"'=]+:)?sheetData(?=[\s/>])""" + _ATTRIBUTES + rb"(/?)>")
# Comments, literal sections and instructions, which may hold what looks like a tag.
_OPAQUE = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)


class Tags(NamedTuple):
    """Patterns of the tags of one sheet, all of which share a prefix.

    Opening tags have the groups ``at`` (an address that stands first, or None), ``attributes`` and
    ``closed`` (a slash, or nothing).
    """

    row: re.Pattern[bytes]
    row_end: re.Pattern[bytes]
    cell: re.Pattern[bytes]
    cell_end: re.Pattern[bytes]
    formula: re.Pattern[bytes]  # the whole element; groups attributes and text
    column: re.Pattern[bytes]
    dimension: re.Pattern[bytes]
    merge: re.Pattern[bytes]
    rows_end: re.Pattern[bytes]


@lru_cache(maxsize=16)
def tags(prefix: bytes) -> Tags:
    """Return the patterns for elements with this prefix, such as ``x:`` or nothing."""
    own = re.escape(prefix)
    return Tags(
        row=_opening(own + b"row", rb'(?=\s+r="(?P<at>[0-9]+)")?'),
        row_end=_closing(own + b"row"),
        cell=_opening(own + b"c", rb'(?=\s+r="(?P<at>[A-Z]+)[0-9]+")?'),
        cell_end=_closing(own + b"c"),
        formula=re.compile(
            _opening(own + b"f").pattern + rb"(?(closed)|(?P<text>[^<]*)</" + own + rb"f\s*>)"
        ),
        column=_opening(own + b"col"),
        dimension=_opening(own + b"dimension"),
        merge=_opening(own + b"mergeCell"),
        rows_end=_closing(own + b"sheetData"),
    )


@lru_cache(maxsize=16)
def elements(name: bytes) -> re.Pattern[bytes]:
    """Return the pattern of whole elements of this name with its prefix, none within another."""
    own = re.escape(name)
    return re.compile(
        _opening(own).pattern + rb"(?(closed)|.*?" + _closing(own).pattern + b")", re.DOTALL
    )


def _opening(name: bytes, address: bytes = b"") -> re.Pattern[bytes]:
    attributes = b"(?P<attributes>" + _ATTRIBUTES + b")"
    return re.compile(b"<" + name + rb"(?=[\s/>])" + address + attributes + rb"(?P<closed>/)?>")


def _closing(name: bytes) -> re.Pattern[bytes]:
    return re.compile(b"</" + name + rb"\s*>")


def readable(xml: bytes) -> bytes:
    """Return a sheet of the same length in which only real tags look like tags."""
    if b"<!" not in xml and xml.rfind(b"<?") <= len(b"\xef\xbb\xbf"):
        return xml
    return _OPAQUE.sub(lambda part: b" " * len(part[0]), xml)


def sheet_data(seen: bytes) -> re.Match[bytes] | None:
    """Return the tag that opens the rows: its prefix is group 1, a closing slash group 2."""
    return _SHEET_DATA.search(seen)


def attributes(tag: re.Match[bytes]) -> dict[bytes, bytes]:
    """Return the attributes of an opening tag, without their quotes."""
    return {name: value[1:-1] for name, value in _ATTRIBUTE.findall(tag["attributes"])}


def attributes_without(tag: re.Match[bytes], *dropped: bytes) -> bytes:
    """Return the attributes of an opening tag as they stand, some left out."""
    found = _ATTRIBUTE.finditer(tag["attributes"])
    return b"".join(attribute[0] for attribute in found if attribute[1] not in dropped)


def attribute_span(tag: re.Match[bytes], name: bytes) -> tuple[int, int]:
    """Return from where to where the value of an attribute stands in the sheet."""
    start = tag.start("attributes")
    return next(
        (start + found.start(2) + 1, start + found.end(2) - 1)
        for found in _ATTRIBUTE.finditer(tag["attributes"])
        if found[1] == name
    )


def rows(seen: bytes, start: int, end: int, own: Tags) -> dict[int, re.Match[bytes]]:
    """Return the opening tags of rows by row number; a row without one follows its neighbour."""
    found: dict[int, re.Match[bytes]] = {}
    number = 0
    for tag in own.row.finditer(seen, start, end):
        number = int(tag["at"] or attributes(tag).get(b"r", number + 1))
        found[number] = tag
    return found


def cells(seen: bytes, start: int, end: int, own: Tags) -> dict[int, re.Match[bytes]]:
    """Return the opening tags of a row's cells by column; one without is its neighbour's next."""
    found: dict[int, re.Match[bytes]] = {}
    column = 0
    for tag in own.cell.finditer(seen, start, end):
        letters = tag["at"] or attributes(tag).get(b"r", b"").rstrip(b"0123456789")
        column = _column(letters) if letters else column + 1
        found[column] = tag
    return found


def column_styles(seen: bytes, end: int, own: Tags) -> Iterator[tuple[int, int, bytes]]:
    """Yield (first column, last column, style) of the columns that have a style."""
    for tag in own.column.finditer(seen, 0, end):
        given = attributes(tag)
        if b"style" in given:
            yield int(given[b"min"]), int(given[b"max"]), given[b"style"]


def column_widths(seen: bytes, end: int, own: Tags) -> Iterator[tuple[int, int, float]]:
    """Yield (first column, last column, width in characters) of the columns that have a width."""
    for tag in own.column.finditer(seen, 0, end):
        given = attributes(tag)
        if b"width" in given:
            yield int(given[b"min"]), int(given[b"max"]), float(given[b"width"])


def merges(seen: bytes, own: Tags) -> Iterator[str]:
    """Yield the ranges of merged cells; what is none, in a damaged file, is passed over."""
    for tag in own.merge.finditer(seen):
        found = attributes(tag).get(b"ref", b"")
        if _RANGE.fullmatch(found):
            yield found.decode("ascii")


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    return column_number(letters.decode())
