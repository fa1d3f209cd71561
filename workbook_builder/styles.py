"""From roles of the theme to styles of one openpyxl workbook."""

from functools import cache

from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.styleable import StyleableObject
from openpyxl.worksheet.worksheet import Worksheet

from iku.blueprint import Access
from workbook_builder.theme import FONT, Look, look, mark

_UNLOCKED = Protection(locked=False)
_FRAME = Side(style="thin", color="FFA6A6A6")
_SWISS = 2  # the font family number of faces without serifs


@cache
def _font(look: Look) -> Font:
    return Font(
        name=FONT,
        size=look.size,
        family=_SWISS,
        bold=look.bold,
        italic=look.italic,
        underline="single" if look.underline else None,
        strike=look.strike or None,
        color=f"FF{look.colour}",
    )


@cache
def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=f"FF{colour}")


@cache
def _border(kind: str) -> Border:
    if kind == "bottom":
        return Border(bottom=_FRAME)
    return Border(left=_FRAME, right=_FRAME, top=_FRAME, bottom=_FRAME)


@cache
def _alignment(look: Look) -> Alignment:
    return Alignment(
        horizontal=None if look.horizontal == "general" else look.horizontal,
        vertical=look.vertical,
        wrap_text=look.wrap or None,
        shrink_to_fit=look.shrink or None,
        indent=look.indent,
    )


@cache
def differential(name: str) -> DifferentialStyle:
    """Return what a conditional mark of the theme lays over a cell; KeyError if unknown."""
    look = mark(name)
    side = Side(style="thin", color=f"FF{look.border}") if look.border else None
    return DifferentialStyle(
        font=Font(bold=look.bold or None, italic=look.italic or None, color=f"FF{look.colour}"),
        # Excel reads the colour of a solid differential fill from its background.
        fill=PatternFill(bgColor=Color(rgb=f"FF{look.fill}")) if look.fill else None,
        border=Border(left=side, right=side, top=side, bottom=side) if side else None,
    )


def dress(target: StyleableObject, role: str, number_format: str, access: Access) -> None:
    """Give a cell or column the look of a role, a number format code, and its lock."""
    appearance = look(role)
    target.font = _font(appearance)
    target.alignment = _alignment(appearance)
    if appearance.fill:
        target.fill = _fill(appearance.fill)
    if appearance.border != "none":
        target.border = _border(appearance.border)
    target.number_format = number_format
    if access is not Access.LOCKED:
        target.protection = _UNLOCKED


class StyleBook:
    """The cell styles of one workbook: each pair of look and lock is stored once."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._indices: dict[tuple[str, str, bool], int] = {}

    def index(self, role: str, number_format: str, access: Access) -> int:
        """Return the number that cells write in their ``s`` attribute."""
        key = (role, number_format, access is Access.LOCKED)
        found = self._indices.get(key)
        if found is None:
            pattern = StyleableObject(self._sheet)
            dress(pattern, role, number_format, access)
            found = self._indices[key] = pattern.style_id
        return found
