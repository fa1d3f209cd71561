"""Write the guides of docs/panduan as Word files, to be printed or edited: `make panduan`.

    python -m scripts.guide_documents out/panduan

Those of another language, docs/<code>/panduan, go into a folder of that code.

Knows the Markdown that the guides use: headings, paragraphs, lists of two depths, tables, pictures,
fenced commands, and bold, code and links within a line.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

DOCS = Path(__file__).resolve().parents[1] / "docs"
GUIDES = DOCS / "panduan"
A4 = (Cm(21), Cm(29.7))
MARGIN = Cm(1.8)
PICTURE_HEIGHT = Cm(4.6)  # so that two pages hold all pictures of the clerk's guide
_PICTURE = re.compile(r"^!\[([^\]]*)\]\(([^)]+)\)$")
_ITEM = re.compile(r"^( *)(?:-|(\d+)\.) (.*)$")
_INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|`(?P<code>[^`]+)`|\*(?P<italic>[^*]+)\*")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def shelves() -> dict[str, Path]:
    """Return the folder of the guides by language: "" for Indonesian, else the code.

    >>> list(shelves())
    ['', 'en']
    """
    return {"": GUIDES} | {path.parent.name: path for path in sorted(DOCS.glob("*/panduan"))}


def guide_document(page: Path) -> DocumentType:
    """Return a guide as a Word document on A4."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = A4
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, MARGIN)
    for style in ("Normal", "List Bullet", "List Number"):
        document.styles[style].font.size = Pt(9.5)
        document.styles[style].paragraph_format.space_after = Pt(2)
    for block in _blocks(page.read_text(encoding="utf-8").splitlines()):
        _write(document, block, page.parent)
    return document


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield runs of lines that belong together: a table, a fenced block, or one line."""
    block: list[str] = []
    fenced = False
    for line in lines:
        if line.strip().startswith("```"):
            fenced = not fenced
            if not fenced:
                yield ["```", *block]
                block = []
        elif fenced:
            block.append(line.strip())
        elif line.startswith("|"):
            block.append(line)
        else:
            if block:
                yield block
                block = []
            if line.strip():
                yield [line]
    if block:
        yield block


def _write(document: DocumentType, block: list[str], folder: Path) -> None:
    first = block[0]
    if first == "```":
        for line in block[1:]:
            document.add_paragraph().add_run(line).font.name = "Consolas"
    elif first.startswith("|"):
        _table(document, [_cells(line) for line in block if not set(line) <= set("|-: ")])
    elif first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        heading = document.add_heading(_plain(first.lstrip("# ")), level)
        heading.paragraph_format.space_before = Pt(6)
    elif picture := _PICTURE.match(first.strip()):
        document.add_picture(str(folder / picture[2]), height=PICTURE_HEIGHT)
    elif item := _ITEM.match(first):
        _item(document, item[2], item[3])
    else:
        _inline(document.add_paragraph(), first.strip())


def _item(document: DocumentType, number: str | None, words: str) -> None:
    # Numbers are written out: Word's own would go on counting across the sections of a guide.
    style = "Normal" if number else "List Bullet"
    _inline(document.add_paragraph(style=style), f"{number}. {words}" if number else words)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(document: DocumentType, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for number, row in enumerate(rows):
        added = table.add_row()
        whole = added._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no word for it
        whole.append(OxmlElement("w:cantSplit"))
        for cell, words in zip(added.cells, row, strict=True):
            _inline(cell.paragraphs[0], f"**{words}**" if number == 0 and words else words)


def _inline(paragraph: Paragraph, words: str) -> None:
    rest = 0
    text = _LINK.sub(r"\1", words)
    for found in _INLINE.finditer(text):
        paragraph.add_run(text[rest : found.start()])
        run = paragraph.add_run(found["bold"] or found["code"] or found["italic"])
        run.bold = found["bold"] is not None
        run.italic = found["italic"] is not None
        if found["code"]:
            run.font.name = "Consolas"
        rest = found.end()
    paragraph.add_run(text[rest:])


def _plain(words: str) -> str:
    return _LINK.sub(r"\1", words).replace("`", "").replace("**", "")


def main(folder: Path) -> None:
    """Write every guide below the folder and print its name."""
    for language, shelf in shelves().items():
        for page in sorted(shelf.rglob("*.md")):
            target = folder / language / page.relative_to(shelf).with_suffix(".docx")
            target.parent.mkdir(parents=True, exist_ok=True)
            guide_document(page).save(str(target))
            print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/panduan"))
