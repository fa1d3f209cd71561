"""Validasi and Hapus Penanda: the notes of the open workbook, and nothing besides them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from addin.buttons.press import press
from addin.host import Host, HostError
from addin.sentences import say
from iku.address import a1
from iku.cells import DEFAULT_STYLE, SheetSnapshot, WorkbookSnapshot
from iku.checks import cleared_rows, progress_words
from iku.finding import Finding, Severity
from iku.layout.extras import (
    CATATAN,
    CATATAN_COLUMNS,
    CATATAN_FIRST,
    CATATAN_LAST,
    CATATAN_ROWS,
)
from iku.messages import explain
from iku.messages.terms import Language
from workflow.receive import open_one
from workflow.validate import checked


def validasi(host: Host) -> None:
    """Check the open workbook, write the outcome into Catatan Pemeriksaan, go to the first problem.

    The findings are those of the file path, because it is the file path that runs, on a copy. A
    workbook that is none of ours is told so and stays as it is.
    """
    press(host, "validasi", _check)


def hapus_penanda(host: Host) -> None:
    """Remove the rows of Catatan Pemeriksaan that have no Alasan, and with them the marks."""
    press(host, "hapus_penanda", _clear)


def summary(findings: Sequence[Finding], start: str | None, language: Language = "id") -> str:
    """Return the outcome as one sentence; ``start`` is the cell to begin with.

    What is only information is told as such: nobody should look for a fault that is none.

    >>> summary([], None)
    'Tidak ada yang perlu diperbaiki.'
    """
    counts = Counter(finding.severity for finding in findings)
    parts = [
        say(f"count_{severity}", language, n=counts[severity])
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
        if counts[severity]
    ]
    if not parts:
        return say("nothing_found", language)
    if set(counts) == {Severity.INFO}:
        return say("only_information", language, counts=parts[0], sheet=CATATAN)
    begin = say("begin", language, cell=start) if start else ""
    return say("found", language, counts=", ".join(parts), sheet=CATATAN, begin=begin)


def _check(host: Host, folder: Path) -> str:
    """Write the notes in the form's own language, and tell the outcome in that of the program.

    Many offices run an English Excel over an Indonesian form; the regency reads the notes too.
    """
    language = host.language
    result = checked(host.save_copy(folder))
    if result.submission is None:
        refusal = explain(result.findings[0], language)
        return f"{refusal.message} {refusal.fix}"
    snapshot = result.submission.snapshot
    _require_open_body(host, snapshot)
    host.write_notes(snapshot.name_in_file(CATATAN), _body(result.rows))
    place = _first_problem(result.findings, snapshot)
    if place is not None:
        host.select(*place)
    told = summary(result.findings, None if place is None else "!".join(place), language)
    return " ".join([told, *progress_words(result.progress, language)])


def _clear(host: Host, folder: Path) -> str:
    language = host.language
    snapshot = open_one(host.save_copy(folder), language).snapshot
    _require_open_body(host, snapshot)
    kept = cleared_rows(snapshot)
    host.write_notes(snapshot.name_in_file(CATATAN), _body(kept))
    reasons = sum(bool(row[CATATAN_COLUMNS["alasan"] - 1]) for row in kept)
    return say("cleared_kept", language, n=reasons) if kept else say("cleared", language)


def _body(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the whole body, blank where there is nothing to say; ValueError if it is too small."""
    blank = ("",) * len(CATATAN_COLUMNS)
    missing = CATATAN_ROWS - len(rows)
    if missing < 0:
        message = f"{len(rows)} rows do not fit into {CATATAN_ROWS}"
        raise ValueError(message)
    return [*(tuple(row) for row in rows), *[blank] * missing]


def _require_open_body(host: Host, snapshot: WorkbookSnapshot) -> None:
    """Raise HostError where the body cannot be written, not be kept, or not without a locked cell."""
    sheet = snapshot.sheets.get(CATATAN)
    if sheet is None:
        raise HostError("no_notes_sheet", sheet=CATATAN)
    if sheet.protected and (locked := next(_locked_cells(sheet), None)):
        raise HostError("notes_locked", cell=locked, sheet=CATATAN)
    if host.read_only:
        raise HostError("read_only")


def _locked_cells(sheet: SheetSnapshot) -> Iterator[str]:
    for row in range(CATATAN_FIRST, CATATAN_LAST + 1):
        for column in CATATAN_COLUMNS.values():
            address = a1(row, column)
            column_style = sheet.column_styles.get(column, DEFAULT_STYLE)
            if sheet.styles.get(address, column_style).locked:
                yield address


def _first_problem(
    findings: Sequence[Finding], snapshot: WorkbookSnapshot
) -> tuple[str, str] | None:
    """Return sheet and cell to begin with; the notes themselves where no problem has a cell.

    A renamed sheet is called what the user sees on its tab.
    What must be mended comes before what must be confirmed; information is no problem.
    """
    problems = [
        finding
        for severity in (Severity.ERROR, Severity.WARNING)
        for finding in findings
        if finding.severity is severity
    ]
    for finding in problems:
        for cell in finding.cells:
            name, _, address = cell.rpartition("!")
            sheet = snapshot.sheets.get(name)
            if sheet is not None and sheet.state == "visible":
                return snapshot.name_in_file(name), address
    return (snapshot.name_in_file(CATATAN), a1(CATATAN_FIRST, 1)) if problems else None
