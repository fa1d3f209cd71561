"""Read a Word file back: its words in order, and which of them are marked as corrected."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def document_text(path: Path | bytes) -> str:
    """All text of the body, paragraph by paragraph, tables included, merged cells once."""
    return "\n".join(_lines(path))


def corrected(path: Path) -> list[str]:
    """The texts that carry the mark of a correction, without it."""
    body = docx.Document(str(path)).element.body
    marked = (run for run in body.iter(qn("w:r")) if run.find(f".//{qn('w:shd')}") is not None)
    texts = ("".join(text.text or "" for text in run.iter(qn("w:t"))) for run in marked)
    return [text.removesuffix("*").removesuffix("%") for text in texts]


def words(text: str) -> Counter[str]:
    """Words and figures, as often as they stand there; 2.584 and 2584 are one figure."""
    return Counter(_plain(found) for found in _TOKEN.findall(text.replace("-", " ")))


def _plain(token: str) -> str:
    """Return 2.584 as 2584 and 100,00 as 100: how a figure is written is not what it says."""
    whole = re.sub(r"\.(?=\d{3}(?:\D|$))", "", token).casefold()
    return whole.rstrip("0").rstrip(",") if "," in whole else whole


def _lines(path: Path | bytes) -> Iterator[str]:
    document = docx.Document(BytesIO(path) if isinstance(path, bytes) else str(path))
    for paragraph in document.element.body.iter(qn("w:p")):
        yield "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == qn("w:t"):
            yield element.text or ""
        elif element.tag == qn("w:br"):
            yield "\n"
