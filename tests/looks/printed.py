"""What LibreOffice prints of a workbook: the text of each page, by sheet."""

import subprocess
from collections import defaultdict
from pathlib import Path

from iku.address import split_a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from scripts.render_sheets import sheet_names, sheets_of_pages
from tests.judges.libreoffice import to_pdf


def printed_pages(book: Path, into: Path) -> dict[str, list[str]]:
    """The pages of each sheet, their text without any blanks: columns break lines anywhere."""
    pdf = to_pdf(book, into)
    command = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for sheet, page in zip(
        sheets_of_pages(pdf, sheet_names(book)), text.removesuffix("\f").split("\f"), strict=True
    ):
        pages[sheet].append(unbroken(page))
    return dict(pages)


def unbroken(text: str) -> str:
    """A text without blanks and line ends."""
    return "".join(text.split())


def in_print(sheet: BlueprintSheet, cell: BlueprintCell) -> bool:
    """Whether a cell lies in what the sheet prints."""
    if (spec := sheet.columns.get(cell.column)) is not None and spec.hidden:
        return False
    if sheet.page.print_area is None:
        return True
    for area in sheet.page.print_area.split(","):
        (top, left), (bottom, right) = (split_a1(corner) for corner in area.split(":"))
        if top <= cell.row <= bottom and left <= cell.column <= right:
            return True
    return False
