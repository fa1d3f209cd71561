"""Workbooks written by hand, for what no library at hand would ever write."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def arrows(*targets: tuple[str, str], mode: str = "") -> str:
    lines = (
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{"".join(lines)}</Relationships>'


def worksheet(body: str) -> str:
    return f'{HEAD}<worksheet xmlns="{MAIN}">{body}</worksheet>'


def rows(cells: str) -> str:
    return worksheet(f'<sheetData><row r="1">{cells}</row></sheetData>')


def parts_of(sheet: str, **others: str | bytes) -> dict[str, str | bytes]:
    """Return the parts of a workbook with one sheet, ``Isian``, whose part is given in full."""
    book = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Isian" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{RELATIONSHIPS[:-13]}content-types"/>',
        "_rels/.rels": arrows(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": arrows(("worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return parts | others


def workbook(sheet: str, **others: str | bytes) -> bytes:
    return packed(parts_of(sheet, **others))
