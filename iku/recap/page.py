"""What the sheets of the recap share: their heads, their paper, and texts from received files."""

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import PurePath

from iku.address import a1
from iku.blueprint import BlueprintSheet, PageSetup
from iku.consolidation.regency_report import RegencyReport
from iku.sheets.canvas import Canvas, paper

NOTE_ROW = 4
DIGITS = 12  # of a SHA-256 that a page shows; Asal Angka has all of them
LISTED_NUMBER = "#,##0.00##_)"  # Excel shows "479," where no decimal is asked for; _) keeps a gap
_LONGEST = 32_000  # a cell holds 32,767
_NOT_PRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=4096)
def received(text: str) -> str:
    r"""Return a text from a received file as a cell can hold it; it is never a formula there.

    Line ends become one kind, signs that no workbook can store are shown as a question mark.

    >>> received("\r=1+1"), received("a\x01b")
    ('\n=1+1', 'a�b')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _NOT_PRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


@lru_cache(maxsize=4096)
def file_name(path: str) -> str:
    """Return the name of a file without its folders, as a cell can hold it."""
    return received(PurePath(path).name)


@lru_cache(maxsize=4096)
def moment(text: str) -> str:
    """Return the time stored in a document as people write it; what is no time as it stands."""
    try:
        return f"{datetime.fromisoformat(text):%d-%m-%Y %H.%M}"
    except ValueError:
        return received(text)


def draw_head(
    canvas: Canvas, report: RegencyReport, title: str, note: str, *, columns: int = 0
) -> None:
    """Write the rows that every page repeats, and the note below them.

    ``columns`` is how many columns stand on every page, where a sheet is wider than one: the note
    stays within them, so that no page shows a part of it.
    """
    definition = report.definition
    canvas.put(1, 1, title, "title")
    canvas.put(2, 1, f"{definition.kabupaten.nama}, {report.period_words}", "subtitle")
    canvas.put(3, 1, report.completeness, "subtitle")
    if columns:
        canvas.across(NOTE_ROW, 1, columns, note, "note_wrapped")
    else:
        canvas.put(NOTE_ROW, 1, note, "note")


def finished(
    canvas: Canvas,
    report: RegencyReport,
    last: tuple[int, int],
    *,
    freeze: str,
    header_row: int = 3,
) -> BlueprintSheet:
    """Return a locked, printable sheet; ``last`` is the last printed row and column.

    Rows down to ``header_row`` are repeated on every page. The lock has no password: it keeps a
    figure from being typed over by accident.
    """
    page = PageSetup(
        paper(report.definition),
        print_area=f"A1:{a1(*last)}",
        title_rows=(1, header_row),
    )
    return canvas.sheet(page, freeze=freeze)


def filtered(sheet: BlueprintSheet, header_row: int, last: tuple[int, int]) -> BlueprintSheet:
    """Return a sheet with a filter over its table."""
    row, column = last
    return replace(sheet, autofilter=f"{a1(header_row, 1)}:{a1(max(row, header_row + 1), column)}")
