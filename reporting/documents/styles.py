"""The paragraph styles of official papers: a template that lacks one gets it as drawn here."""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor

FONT = "Calibri"
_NAVY = "1F3864"


@dataclass(frozen=True, slots=True)
class _Look:
    """Size and space in points, indent in millimetres."""

    name: str
    size: float = 11
    bold: bool = False
    italic: bool = False
    centred: bool = False
    colour: str = "000000"
    before: float = 0
    after: float = 6
    indent: float = 0
    hanging: float = 0
    keep_next: bool = False


_LOOKS = {
    "teks": _Look("IKU Teks"),
    "penutup": _Look("IKU Penutup", before=4, keep_next=True),
    "rapat": _Look("IKU Teks Rapat", 10.5, after=0),
    "judul": _Look("IKU Judul", 13, bold=True, centred=True, colour=_NAVY, after=0, keep_next=True),
    "subjudul": _Look("IKU Subjudul", 11, bold=True, before=10, after=4, keep_next=True),
    "tengah": _Look("IKU Tengah", centred=True),
    "butir": _Look("IKU Butir", 10.5, after=0, indent=12, hanging=6),
    "catatan": _Look(
        "IKU Catatan", 9, italic=True, colour="595959", before=3, after=3, keep_next=True
    ),
    "tabel": _Look("IKU Isi Tabel", 9, after=0),
    "kepala": _Look("IKU Kepala Tabel", 9, bold=True, after=0),
    "tanda_tangan": _Look("IKU Tanda Tangan", centred=True, after=0, keep_next=True),
    "jarak": _Look("IKU Jarak", 4, after=0, keep_next=True),
}
STYLES = {word: look.name.replace(" ", "") for word, look in _LOOKS.items()}
"""The id of each style by the word that layouts and blocks use for it."""
BODY, HEAD, SIGNATURE = STYLES["tabel"], STYLES["kepala"], STYLES["tanda_tangan"]


def ensure_styles(document: Document) -> None:
    """Add each style that the document lacks; those that it has stay as they are."""
    present = {style.style_id for style in document.styles}
    for look in _LOOKS.values():
        if look.name.replace(" ", "") not in present:
            _add(document, look)


def _add(document: Document, look: _Look) -> None:
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = None  # independent of the template's Normal
    style.font.name = FONT
    style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.bold, look.italic
    style.font.color.rgb = RGBColor.from_string(look.colour)
    space = style.paragraph_format
    space.space_before, space.space_after = Pt(look.before), Pt(look.after)
    space.line_spacing = 1.0
    space.keep_with_next = look.keep_next
    if look.centred:
        space.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.indent:
        space.left_indent, space.first_line_indent = Mm(look.indent), Mm(-look.hanging)
