"""The theme as data: how every role of a cell looks, without any Excel library.

Colours carry no meaning alone: whatever a colour says is also said by words, weight or a border,
so that a sheet printed in black and white reads the same.
"""

from dataclasses import dataclass, replace
from typing import Literal

FONT = "Calibri"

_INK = "000000"
_NAVY = "1F3864"
_WHITE = "FFFFFF"
_BAND = "D9E2F3"
_PALE_BAND = "EEF2F9"
_LOCKED_GREY = "F2F2F2"
_NOT_USED_GREY = "E7E6E6"
_ENTRY_YELLOW = "FFF9DB"
_QUIET = "7F7F7F"
_RED = "9C0006"
_GREEN = "1E6B2E"


@dataclass(frozen=True, slots=True)
class Look:
    """Font, fill, border and alignment of one role; size in points, colours as RRGGBB."""

    size: float = 10
    colour: str = _INK
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    fill: str | None = None
    border: Literal["none", "thin", "bottom"] = "none"
    horizontal: Literal["general", "left", "center", "right"] = "general"
    vertical: Literal["top", "center", "bottom"] = "center"
    wrap: bool = False
    shrink: bool = False  # write smaller what is wider than the cell; not together with wrap
    indent: int = 0  # steps of about three spaces away from the border


@dataclass(frozen=True, slots=True)
class Mark:
    """What a conditional format lays over a cell; colours as RRGGBB, None leaves it as it is."""

    colour: str
    bold: bool = False
    italic: bool = False
    fill: str | None = None
    border: str | None = None


_TABLE = Look(border="thin")
_LEFT = replace(_TABLE, horizontal="left", wrap=True, indent=1)
_CENTRED = replace(_TABLE, horizontal="center", wrap=True)
# LibreOffice forgets the indent of numbers side by side, so columns of them stand centred.
# A number that is wider than its column would be shown as ###, so it is written smaller instead.
_NUMBER = replace(_TABLE, horizontal="center", shrink=True)
_HEADER = Look(
    size=10,
    colour=_WHITE,
    bold=True,
    fill=_NAVY,
    border="thin",
    horizontal="center",
    wrap=True,
)
_RESULT = replace(_TABLE, horizontal="right", bold=True, shrink=True, indent=1, fill=_LOCKED_GREY)
_ENTRY = Look(fill=_ENTRY_YELLOW, border="thin", horizontal="center", shrink=True)
_TITLE = Look(size=14, colour=_NAVY, bold=True)
_SUBTITLE = Look(size=11, colour=_NAVY, bold=True)
_NOTE = Look(size=9, colour="595959", italic=True)

ROLES: dict[str, Look] = {
    "text": Look(),
    "title": _TITLE,
    "title_centred": replace(_TITLE, horizontal="center"),
    "subtitle": _SUBTITLE,
    "subtitle_centred": replace(_SUBTITLE, horizontal="center"),
    "header": _HEADER,
    "header_small": replace(_HEADER, size=9),
    "header_left": replace(_HEADER, size=9, horizontal="left", indent=1),
    "column_number": Look(size=8, italic=True, fill=_BAND, border="thin", horizontal="center"),
    "note": _NOTE,
    "note_wrapped": replace(_NOTE, horizontal="left", vertical="top", wrap=True),
    "hint": replace(_NOTE, border="thin", horizontal="left", wrap=True, indent=1),
    "paragraph": Look(vertical="top", horizontal="left", wrap=True, indent=1),
    "paragraph_flush": Look(vertical="top", horizontal="left", wrap=True),
    "label": replace(_LEFT, bold=True, fill=_PALE_BAND),
    "label_top": replace(_LEFT, bold=True, fill=_PALE_BAND, vertical="top"),
    "value": _LEFT,
    "table_text": _LEFT,
    "table_text_centred": _CENTRED,
    "table_text_top": replace(_LEFT, vertical="top"),
    "table_part": replace(_LEFT, indent=3),
    "table_number": _NUMBER,
    "table_bold": replace(_LEFT, bold=True),
    "table_bold_number": replace(_NUMBER, bold=True),
    # Cells of many lines begin at the top, all those of a row alike.
    "long_text": replace(_LEFT, vertical="top"),
    "long_text_centred": replace(_CENTRED, vertical="top"),
    "long_number": replace(_NUMBER, vertical="top"),
    "long_result": replace(_LEFT, vertical="top", fill=_LOCKED_GREY),
    "group": replace(_LEFT, bold=True, fill=_PALE_BAND),
    "group_period": replace(_CENTRED, size=9, italic=True, fill=_PALE_BAND),
    "group_centred": replace(_CENTRED, bold=True, fill=_PALE_BAND),
    "mean": replace(_LEFT, bold=True, fill=_PALE_BAND),
    "mean_number": replace(_NUMBER, bold=True, fill=_PALE_BAND),
    "result": _RESULT,
    "result_text": replace(_LEFT, fill=_LOCKED_GREY),
    "figure": replace(_TABLE, horizontal="right", shrink=True, fill=_LOCKED_GREY),
    "entry": _ENTRY,
    "entry_text": replace(_LEFT, fill=_ENTRY_YELLOW),
    "entry_unasked": replace(_ENTRY, fill=_NOT_USED_GREY),
    "example_right": replace(_ENTRY, bold=True),
    "example_wrong": replace(_ENTRY, colour=_QUIET, fill=None, strike=True),
    "entry_choice": replace(_ENTRY, wrap=True, shrink=False),
    "entry_na": Look(
        colour=_QUIET, italic=True, fill=_NOT_USED_GREY, border="thin", horizontal="center"
    ),
    "section": replace(_LEFT, size=11, colour=_NAVY, bold=True, fill=_BAND),
    "key": Look(size=7, colour=_QUIET),
    "signature": Look(horizontal="center"),
    "signature_name": Look(bold=True, underline=True, horizontal="center"),
    "link": replace(_LEFT, colour="0563C1", underline=True),
    "answer": replace(_CENTRED, bold=True, fill=_LOCKED_GREY),
    "open": Look(border="thin", horizontal="left", vertical="top", wrap=True),
    "hidden_helper": Look(size=8, colour=_QUIET),
}

MARKS: dict[str, Mark] = {
    "mark_finding": Mark(colour=_RED, bold=True, fill="FFC000", border=_RED),
    "mark_empty": Mark(colour=_RED, italic=True, fill="FFEFC6"),
    "mark_ok": Mark(colour=_GREEN, fill="E2F0D9"),
    "mark_almost": Mark(colour="7F6000", bold=True, fill="FFF2CC"),
    "mark_bad": Mark(colour=_RED, bold=True, fill="FFC7CE"),
    "mark_answer": Mark(colour="000000", fill=_ENTRY_YELLOW),
    "mark_wait": Mark(colour="595959", italic=True, fill="EDEDED"),
}


def look(role: str) -> Look:
    """Return the look of a style role; KeyError naming the role where the theme has none.

    >>> look("header").colour
    'FFFFFF'
    """
    try:
        return ROLES[role]
    except KeyError:
        message = f"the theme has no style role {role!r}"
        raise KeyError(message) from None


def mark(role: str) -> Mark:
    """Return the look of a conditional mark; KeyError naming the mark where the theme has none.

    >>> mark("mark_finding").bold
    True
    """
    try:
        return MARKS[role]
    except KeyError:
        message = f"the theme has no conditional mark {role!r}"
        raise KeyError(message) from None
