"""A text report written as the other kinds of file that people send."""

import io
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

from iku.numbers_as_typed import read_number
from tests.reader.handmade import HEAD, packed

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(text: str, extra: str = "", head: str = HEAD) -> bytes:
    """Return a Word document: lines with tabs are rows of a table, the others paragraphs."""
    body, rows = "", ""
    for line in [*text.splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) > 1:
            rows += f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"
            continue
        body += (f"<w:tbl>{rows}</w:tbl>" if rows else "") + paragraph(line)
        rows = ""
    content = f'{head}<w:document xmlns:w="{WORD}"><w:body>{body}{extra}</w:body></w:document>'
    return packed({"[Content_Types].xml": f"{HEAD}<Types/>", "word/document.xml": content})


def paragraph(text: str) -> str:
    half = len(text) // 2  # Word cuts its runs anywhere
    runs = (f"<w:r><w:t>{escape(part)}</w:t></w:r>" for part in (text[:half], text[half:]))
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{''.join(runs)}</w:p>"


def xlsx(text: str) -> bytes:
    """Return a workbook with a line in each row; short numbers are real numbers."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Laporan"
    for row, line in enumerate(text.splitlines(), start=1):
        for column, content in enumerate(line.split("\t"), start=1):
            number = read_number(content) if content.replace(",", "").isdigit() else None
            if number is None:
                sheet.cell(row, column, content or None)
                continue
            cell = sheet.cell(row, column, float(number))
            cell.number_format = "0.00" if "," in content else "0"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def saved(data: bytes, path: Path) -> Path:
    path.write_bytes(data)
    return path
