"""Values of cells as XML content, with every character that a received text may hold."""

import math
import re
from typing import NamedTuple
from xml.sax.saxutils import escape

from iku.cells import ErrorValue, Value

_CELL_LIMIT = 32_767
_CONTROL = "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]"
# What XML cannot hold is written _x0007_, and an underscore that would be taken for the beginning
# of such a sign hides itself the same way.
_ESCAPED = re.compile(f"{_CONTROL}|_(?=x[0-9A-Fa-f]{{4}}(?:_|{_CONTROL}))")


class ValueXml(NamedTuple):
    """The type attribute of a cell (empty for numbers and blanks) and what stands inside it."""

    kind: str
    content: str


_BLANK = ValueXml("", "")


def constant_xml(place: str, value: Value, prefix: str) -> ValueXml:
    """Return a constant; a text is stored as text even where it looks like a formula.

    ``place`` names the cell in the ValueError raised for what no cell can hold, and ``prefix`` is
    that of the sheet's elements, such as ``x:``.
    """
    if value is None or value == "":
        return _BLANK
    if not isinstance(value, str):
        return cached_xml(place, value, prefix)
    kept = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    text = f"<{prefix}t{kept}>{text_xml(place, value)}</{prefix}t>"
    return ValueXml(' t="inlineStr"', f"<{prefix}is>{text}</{prefix}is>")


def cached_xml(place: str, value: Value, prefix: str) -> ValueXml:
    """Return the computed value of a formula; None leaves the formula without one."""
    match value:
        case None:
            return _BLANK
        case bool():
            kind, text = ' t="b"', "1" if value else "0"
        case int() | float():
            kind, text = "", _number(place, value)
        case ErrorValue(code):
            kind, text = ' t="e"', text_xml(place, code)
        case _:
            kind, text = ' t="str"', text_xml(place, value)
    return ValueXml(kind, f"<{prefix}v>{text}</{prefix}v>")


def _number(place: str, value: float) -> str:
    if not math.isfinite(value):
        message = f"{place}: {value!r} is not a number that a cell can hold"
        raise ValueError(message)
    return repr(value)


def text_xml(place: str, text: str) -> str:
    """Return a text as XML writes it; ValueError naming the cell for one that no cell can hold."""
    if len(text) > _CELL_LIMIT:
        message = f"{place}: {len(text)} characters, a cell holds {_CELL_LIMIT}"
        raise ValueError(message)
    # What can be printed holds nothing to escape but a sign that looks like an escaped one.
    if not text.isprintable() or "_x" in text:
        text = _ESCAPED.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return escape(text)
