"""Links from cells of one sheet part to other cells of its workbook; all else stays as it is."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from workbook_builder.sheet_tags import attributes, elements, readable, sheet_data

# What may come after the links of a sheet, in the order of the standard (ECMA-376, 18.3.1.99).
_AFTER = (
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
    *("legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
    *("webPublishItems", "tableParts", "extLst"),
)


def linked_sheet(name: str, xml: bytes, links: Mapping[str, str]) -> bytes:
    """Return a sheet part in which cells, by address, lead to places such as ``'Isian'!D12``.

    A cell whose place is empty leads nowhere any more; links of other cells stay. ``name`` is for
    the ValueError of a damaged part.
    """
    seen = readable(xml)
    opening = sheet_data(seen)
    if opening is None:
        message = f"{name}: this sheet has no cells"
        raise ValueError(message)
    prefix = opening[1] or b""
    block = elements(prefix + b"hyperlinks").search(seen, opening.end())
    kept = _kept(seen, block, prefix, links)
    ours = [_link(prefix.decode(), at, to) for at, to in links.items() if to]
    inside = b"".join([*kept, *ours])
    tag = prefix + b"hyperlinks"
    text = b"<%s>%s</%s>" % (tag, inside, tag) if inside else b""
    start, end = block.span() if block else (_place(name, seen, opening.end(), prefix),) * 2
    return xml[:start] + text + xml[end:]


def _kept(
    seen: bytes, block: re.Match[bytes] | None, prefix: bytes, links: Mapping[str, str]
) -> list[bytes]:
    """Return the links that stand there and are none of these cells'."""
    if block is None:
        return []
    present = elements(prefix + b"hyperlink").finditer(seen, block.start(), block.end())
    return [one[0] for one in present if attributes(one).get(b"ref", b"").decode() not in links]


def _link(prefix: str, at: str, to: str) -> bytes:
    return f'<{prefix}hyperlink ref="{at}" location={quoteattr(to)}/>'.encode()


def _place(name: str, seen: bytes, start: int, prefix: bytes) -> int:
    """Return where the links of a sheet that has none belong."""
    own = re.escape(prefix)
    after = "|".join(_AFTER).encode()
    found = re.compile(rb"<%s(?:%s)(?=[\s/>])|</%sworksheet\s*>" % (own, after, own)).search(
        seen, start
    )
    if found is None:
        message = f"{name}: the part of this sheet is damaged"
        raise ValueError(message)
    return found.start()
