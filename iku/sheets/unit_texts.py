"""Texts that name the unit, as formulas: its name stands once, on Beranda, and all else refers to it.

The workbooks of a definition then differ in a handful of locked cells, and a name is never spelled
two ways in one of them.
"""

from iku.address import CellRef
from iku.layout import beranda
from iku.layout.layout import Layout
from iku.sheets.formulas import quoted_text

UNIT_NAME = CellRef(beranda.SHEET, beranda.IDENTITY_ROWS["nama"], beranda.FIRST_VALUE)


def around_unit(before: str = "", after: str = "", *, capitals: bool = False) -> str:
    """Return the formula of a text around the unit's name.

    >>> print(around_unit("Camat di ", ", Jambi"))
    "Camat di "&Beranda!$C$6&", Jambi"
    """
    name = UNIT_NAME.absolute
    name = f"UPPER({name})" if capitals else name
    return "&".join(
        [*_quoted(before), name, *_quoted(after)],
    )


def bare_unit_name(layout: Layout) -> str:
    """Return the formula of the unit's name without its kind: ``Jambi Timur``."""
    name = UNIT_NAME.absolute
    return f"RIGHT({name},LEN({name})-{len(layout.definition.jenis_unit) + 1})"


def _quoted(text: str) -> list[str]:
    return [quoted_text(text)] if text else []
