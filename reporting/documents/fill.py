"""Fill a template: named fields in double braces become text, or blocks in their line's place."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.section import Section
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from iku.documents.blocks import Bars, Block, Fields, NewPage, Paragraph, Signatures, Table
from reporting.documents.bars_xml import add_bars
from reporting.documents.package import packed
from reporting.documents.styles import ensure_styles
from reporting.documents.tables_xml import table_xml
from reporting.documents.words_xml import (
    new_page_xml,
    paragraph_xml,
    signatures_xml,
)

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template: the field, where it stands, and the sentence to show."""

    field: str
    place: str
    message: str


class TemplateError(ValueError):
    """A template cannot be filled; ``faults`` names every field and its place."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults."""
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Spot:
    paragraph: WordParagraph
    place: str
    width: float


def filled(template: bytes, fields: Fields, required: Collection[str] = ()) -> bytes:
    """Return the template with its fields filled; the same input gives the same bytes.

    ``required`` are the fields without which the paper would not say what it must. Raises
    TemplateError, all faults at once, for a field that is not known, a block that stands within a
    line, or a required field that stands nowhere; ValueError for what is no Word file.
    """
    document = docx.Document(BytesIO(template))
    ensure_styles(document)
    spots = list(_spots(document))
    faults = [*_faults(spots, fields), *_absent(spots, required)]
    if faults:
        raise TemplateError(faults)
    for spot in spots:
        _fill_spot(document, spot, fields)
    stream = BytesIO()
    document.save(stream)
    return packed(stream.getvalue())


def _spots(document: Document) -> Iterator[_Spot]:
    """Yield every paragraph in which a field may stand, with the place that a person knows."""
    section = document.sections[0]
    width = _text_width(section)
    for n, paragraph in enumerate(document.paragraphs, 1):
        yield _Spot(paragraph, f"isi, paragraf {n}", width)
    for n, table in enumerate(document.tables, 1):
        yield from _in_table(table, f"tabel {n}", width)
    for n, one in enumerate(document.sections, 1):
        for word, part in (("kepala", one.header), ("kaki", one.footer)):
            for line, paragraph in enumerate(part.paragraphs, 1):
                yield _Spot(paragraph, f"{word} halaman bagian {n}, paragraf {line}", width)
            for m, table in enumerate(part.tables, 1):
                yield from _in_table(table, f"{word} halaman bagian {n}, tabel {m}", width)


def _in_table(table: WordTable, place: str, width: float) -> Iterator[_Spot]:
    for row, line in enumerate(table.rows, 1):
        for column, cell in enumerate(line.cells, 1):
            where = f"{place}, baris {row}, kolom {column}"
            for paragraph in cell.paragraphs:
                yield _Spot(paragraph, where, width / max(1, len(line.cells)))


def _text_width(section: Section) -> float:
    """Return the width between the margins in millimetres."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return ((page or 0) - (left or 0) - (right or 0)) / 36_000


def _faults(spots: list[_Spot], fields: Fields) -> Iterator[Fault]:
    for spot in spots:
        text = spot.paragraph.text
        for name in FIELD.findall(text):
            if name not in fields:
                yield Fault(name, spot.place, _unknown(name, spot.place, fields))
            elif not isinstance(fields[name], str) and FIELD.sub("", text).strip():
                sentence = (
                    f"Bidang {{{{{name}}}}} ({spot.place}) berisi tabel atau beberapa alinea, "
                    "jadi harus berdiri sendiri dalam satu alinea."
                )
                yield Fault(name, spot.place, sentence)


def _unknown(name: str, place: str, fields: Fields) -> str:
    known = ", ".join(sorted(fields))
    return f"Bidang {{{{{name}}}}} ({place}) tidak dikenal; yang tersedia: {known}."


def _absent(spots: list[_Spot], required: Collection[str]) -> Iterator[Fault]:
    present = {name for spot in spots for name in FIELD.findall(spot.paragraph.text)}
    for name in sorted(set(required) - present):
        sentence = (
            f"Bidang {{{{{name}}}}} tidak ada di dalam templat, padahal dokumen ini harus "
            "memuatnya; tambahkan dalam satu alinea tersendiri."
        )
        yield Fault(name, "", sentence)


def _fill_spot(document: Document, spot: _Spot, fields: Fields) -> None:
    names = FIELD.findall(spot.paragraph.text)
    if not names:
        return
    value = fields[names[0]]
    if isinstance(value, str):
        _replace_text(spot.paragraph, fields)
        return
    _insert(document, spot, value)


def _replace_text(paragraph: WordParagraph, fields: Fields) -> None:
    """Replace each field by its text, in the look of the letter with which the field begins.

    From the last field to the first: what was put in is never looked at again, and the places of
    the fields before it stay as they were.
    """
    for found in reversed(list(FIELD.finditer(paragraph.text))):
        value = fields[found[1]]
        start, end = found.span()
        at = 0
        for run in paragraph.runs:
            begin, text = at, run.text
            at += len(text)
            if at <= start or begin >= end:
                continue
            opens = value if begin <= start and isinstance(value, str) else ""
            run.text = f"{text[: max(0, start - begin)]}{opens}{text[max(0, end - begin) :]}"


def _insert(document: Document, spot: _Spot, blocks: tuple[Block, ...]) -> None:
    element = spot.paragraph._p  # noqa: SLF001  python-docx inserts at the end only
    for block in blocks:
        if isinstance(block, Bars) and not block.labels:
            continue  # nothing to draw yet
        if isinstance(block, Bars):
            element.addprevious(add_bars(document, block, spot.width))
        else:
            element.addprevious(parse_xml(_xml(block, spot.width)))
        if isinstance(block, Table | Signatures):
            # Word joins tables that touch.
            element.addprevious(parse_xml(paragraph_xml(Paragraph((), "jarak"))))
    element.getparent().remove(element)


def _xml(block: Paragraph | Table | Signatures | NewPage, width: float) -> str:
    match block:
        case Paragraph():
            return paragraph_xml(block)
        case Table():
            return table_xml(block, width)
        case Signatures():
            return signatures_xml(block, width)
        case NewPage():
            return new_page_xml(block)
