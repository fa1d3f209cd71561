"""One cell, and the links of a sheet, as XML; formulas with the values they were computed to.

openpyxl writes formulas without values, so that Protected View, a phone's preview and most readers
would show nothing. It is also the slowest part of writing; cells are therefore written here.
"""

from xml.sax.saxutils import quoteattr

from iku.address import quoted
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.cells import Value
from workbook_builder.value_xml import cached_xml, constant_xml, text_xml

_FORMULA_LIMIT = 8_192


def cell_xml(sheet: str, cell: BlueprintCell, style: int, shown: Value | int) -> str:
    """Return a cell; ``shown`` is its constant or, for a formula, the computed value.

    Raises ValueError naming the cell that holds what no workbook can hold, or has a formula
    without a computed value.
    """
    address = cell.a1
    place = f"{sheet}!{address}"
    if cell.formula is None:
        constant = constant_xml(place, shown, "")
        attributes = f'r="{address}" s="{style}"{constant.kind}'
        return (
            f"<c {attributes}>{constant.content}</c>" if constant.content else f"<c {attributes}/>"
        )
    if shown is None:
        message = f"{place}: the formula has no computed value"
        raise ValueError(message)
    if cell.formula.startswith("=") or len(cell.formula) > _FORMULA_LIMIT:
        message = f"{place}: a formula has no leading = and at most {_FORMULA_LIMIT} signs"
        raise ValueError(message)
    stored = cached_xml(place, shown, "")
    formula = text_xml(place, cell.formula)
    return f'<c r="{address}" s="{style}"{stored.kind}><f>{formula}</f>{stored.content}</c>'


def links_xml(sheet: BlueprintSheet) -> str:
    """Return links to places inside the workbook: a location, no relation to anything outside."""
    links = "".join(
        f'<hyperlink ref="{cell.a1}" location={quoteattr(_location(cell.link))}/>'
        for cell in sheet.cells
        if cell.link is not None
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _location(link: str) -> str:
    sheet, _, cells = link.rpartition("!")
    place = quoted(sheet.strip("'"))
    return f"{place}!{cells}"
