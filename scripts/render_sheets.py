"""Draw workbooks sheet by sheet as PNG, the way LibreOffice prints them.

    python scripts/render_sheets.py laporan.xlsx --into docs/images --sheet Isian --sheet Capaian

writes ``laporan-isian.png`` and so on; further pages of a sheet become ``laporan-isian-2.png``.
Which page belongs to which sheet is read from the page footer, which begins with its name.
"""

import argparse
import re
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from tests.judges.libreoffice import to_pdf

LARGEST = 150_000  # bytes of a picture, so that the pages of docs/ stay light
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}sheet"


def render(book: Path, into: Path, wanted: frozenset[str], dpi: int) -> Iterator[Path]:
    """Draw the wanted sheets of a workbook (none named: all) and yield the pictures."""
    into.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        pdf = to_pdf(book, Path(folder))
        pages: Counter[str] = Counter()
        for number, sheet in enumerate(sheets_of_pages(pdf, sheet_names(book)), 1):
            pages[sheet] += 1
            if wanted and sheet not in wanted:
                continue
            part = "" if pages[sheet] == 1 else f"-{pages[sheet]}"
            name = f"{book.stem}-{sheet.lower().replace(' ', '_').strip('_')}{part}"
            yield draw_page(pdf, number, into / name, dpi)


def sheet_names(book: Path) -> list[str]:
    """Return the names of all sheets of a workbook of ours."""
    with zipfile.ZipFile(book) as package:
        tree = ET.fromstring(package.read("xl/workbook.xml"))  # noqa: S314  a file built here
    return [sheet.attrib["name"] for sheet in tree.iter(_SHEET)]


def sheets_of_pages(pdf: Path, sheets: list[str]) -> list[str]:
    """Return the sheet of each page; ValueError where a footer names none of them."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = []
    for number, page in enumerate(text.removesuffix("\f").split("\f"), 1):
        lines = [line.strip() for line in page.splitlines()]
        paged = re.compile(rf"(Halaman|Page) {number} (dari|of) ")
        footer = next((line for line in lines if paged.search(line)), "")
        named = [sheet for sheet in sheets if footer.startswith(sheet)]
        if not named:
            message = f"{pdf.name}, page {number}: no sheet is called {footer!r}"
            raise ValueError(message)
        found.append(max(named, key=len))
    return found


def draw_page(pdf: Path, number: int, target: Path, dpi: int) -> Path:
    """Draw one page as PNG, in a lower resolution where it would weigh too much."""
    picture = target.with_name(f"{target.name}.png")
    while True:
        page = ["-f", str(number), "-l", str(number), "-singlefile", "-r", str(dpi), "-png"]
        subprocess.run(["pdftoppm", *page, str(pdf), str(target)], check=True)  # noqa: S607
        if picture.stat().st_size <= LARGEST:
            return picture
        dpi = dpi * 9 // 10


def main() -> None:
    """Read the command line and print the name of every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("books", nargs="+", type=Path)
    parser.add_argument("--into", type=Path, default=Path())
    parser.add_argument("--sheet", action="append", default=[], help="draw only this sheet")
    parser.add_argument("--dpi", type=int, default=96)
    options = parser.parse_args()
    for book in options.books:
        for picture in render(book, options.into, frozenset(options.sheet), options.dpi):
            print(picture)


if __name__ == "__main__":
    main()
