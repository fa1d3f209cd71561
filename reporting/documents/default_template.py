"""The template of each paper as it comes with the product, drawn from its layout in a data file.

A regency takes it as a Word file, puts its own letterhead and wording into it, and gives it back.
"""

from functools import cache
from io import BytesIO
from typing import Any, Literal

import docx
import yaml
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from iku.resources import template_path
from reporting.documents.package import packed
from reporting.documents.styles import STYLES, ensure_styles

Paper = Literal["A4", "F4"]
SIZES: dict[str, tuple[float, float]] = {"A4": (210, 297), "F4": (215.9, 330.2)}
"""Width and height in millimetres; F4 is what OOXML calls Folio."""
MARGINS = {"left": 25, "right": 20, "top": 20, "bottom": 20}
_PAGE_FIELDS = {"{{halaman}}": "PAGE", "{{jumlah_halaman}}": "NUMPAGES"}
_NEW_PAGE = "halaman_baru"


def layout_of(kind: str) -> dict[str, Any]:
    """Return the layout of a paper: ``judul``, ``orientasi``, ``isi`` and ``kaki``."""
    text = template_path("dokumen", f"{kind}.yaml").read_text(encoding="utf-8")
    layout: dict[str, Any] = yaml.safe_load(text)
    return layout


@cache  # one regency prints the same paper for many units
def default_template(kind: str, kertas: Paper = "A4") -> bytes:
    """Return the template of a paper as a Word file with named fields; the same bytes each time."""
    layout = layout_of(kind)
    document = docx.Document()
    _set_page(document, kertas, layout.get("orientasi", "tegak"))
    ensure_styles(document)
    for line in layout["isi"]:
        _add(document, line)
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["IKU Catatan"]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _with_page_numbers(footer, layout.get("kaki", "Halaman {{halaman}} dari {{jumlah_halaman}}"))
    document.core_properties.title = layout["judul"]
    stream = BytesIO()
    document.save(stream)
    return packed(stream.getvalue())


def _set_page(document: Document, kertas: Paper, orientation: str) -> None:
    section = document.sections[0]
    width, height = SIZES[kertas]
    if orientation == "mendatar":
        width, height = height, width
        section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(MARGINS["left"]), Mm(MARGINS["right"])
    section.top_margin, section.bottom_margin = Mm(MARGINS["top"]), Mm(MARGINS["bottom"])


def _add(document: Document, line: str | dict[str, str]) -> None:
    """Add one line of a layout: a new page, or a style and its text (a block is its field)."""
    if line == _NEW_PAGE:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        return
    if not isinstance(line, dict):
        message = f"a line of a layout is '{_NEW_PAGE}' or a style and its text, not {line!r}"
        raise TypeError(message)
    ((style, text),) = line.items()
    if style == "blok":
        style, text = "teks", f"{{{{{text}}}}}"
    paragraph = document.add_paragraph(text)
    paragraph.style = next(one for one in document.styles if one.style_id == STYLES[style])


def _with_page_numbers(paragraph: Paragraph, text: str) -> None:
    """Write a footer, its page numbers as fields that Word keeps up to date."""
    for part in _pieces(text):
        run = paragraph.add_run()
        if part in _PAGE_FIELDS:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), _PAGE_FIELDS[part])
            number = OxmlElement("w:r")
            shown = OxmlElement("w:t")
            shown.text = "1"
            number.append(shown)
            field.append(number)
            run._r.addnext(field)  # noqa: SLF001  python-docx offers no fields
        else:
            run.text = part


def _pieces(text: str) -> list[str]:
    pieces = [text]
    for field in _PAGE_FIELDS:
        pieces = [
            part
            for piece in pieces
            for n, split in enumerate(piece.split(field))
            for part in ([field, split] if n else [split])
        ]
    return [piece for piece in pieces if piece]
