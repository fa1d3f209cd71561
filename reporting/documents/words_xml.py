"""Paragraphs, tables and signatures as the text of WordprocessingML elements."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from iku.documents.blocks import (
    NewPage,
    Paragraph,
    Party,
    Run,
    Signatures,
)
from reporting.documents.styles import SIGNATURE, STYLES

TWIPS = 56.6929  # in a millimetre
NAMESPACE = nsdecls("w")
_MARKED = "FFF2CC"
ROOM_TO_SIGN = 3  # lines


def paragraph_xml(block: Paragraph) -> str:
    """Return a paragraph in its named style."""
    return paragraph_of(block.runs, STYLES[block.style])


def new_page_xml(block: NewPage) -> str:
    """Return a page break."""
    del block
    return f'<w:p {NAMESPACE}><w:r><w:br w:type="page"/></w:r></w:p>'


def signatures_xml(block: Signatures, width: float) -> str:
    """Return who signs side by side; one alone stands on the right. Never parted by a page."""
    parties: list[Party | None] = list(block.parties)
    if len(parties) == 1:
        parties.insert(0, None)
    each = round(width * TWIPS / len(parties))
    tall = max(len(party.above) for party in block.parties)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>{_party(party, tall)}</w:tc>'
        for party in parties
    )
    grid = f'<w:gridCol w:w="{each}"/>' * len(parties)
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{each * len(parties)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _party(party: Party | None, tall: int) -> str:
    if party is None:
        return "<w:p/>"
    # Offices end on one line, however many lines stand above each of them.
    above = ("",) * (tall - len(party.above)) + party.above
    lines = [*((Run(line),) for line in above), *[(Run(""),)] * ROOM_TO_SIGN]
    lines.append((Run(party.name or "." * 40, bold=True),))
    lines += [(Run(line),) for line in party.below]
    return "".join(paragraph_of(line, SIGNATURE, keep=True) for line in lines)


def paragraph_of(
    runs: Sequence[Run], style: str, *, align: str | None = None, keep: bool = False
) -> str:
    """Return a paragraph in the style of an id; ``keep`` leaves no page between it and the next."""
    keeps = "<w:keepNext/><w:keepLines/>" if keep else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    return (
        f'<w:p {NAMESPACE}><w:pPr><w:pStyle w:val="{style}"/>{keeps}{aligned}</w:pPr>'
        f"{''.join(map(_run, runs))}</w:p>"
    )


def _run(run: Run) -> str:
    if not run.text:
        return ""
    looks = "<w:b/>" if run.bold or run.corrected else ""
    looks += "<w:i/>" if run.italic else ""
    if run.corrected:
        looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{_MARKED}"/>'
    # What is corrected is marked for those who print in grey, too.
    text = f"{run.text}*" if run.corrected else run.text
    parts = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\n")
    )
    return f"<w:r><w:rPr>{looks}</w:rPr>{parts}</w:r>"
