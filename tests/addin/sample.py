"""What is entered into open books, and what is read back from them."""

import re
from pathlib import Path

import xlwings

from addin.xlwings_host import XlwingsHost
from iku.address import CellRef
from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.finding import Severity
from iku.layout.extras import CATATAN
from workbook_reader.snapshot import read_snapshot
from workflow.validate import Checked, checked

BODY = f"{CATATAN}!A7:F506"
ALASAN = "Angka sudah dicocokkan dengan berita acara."
CLEAN = {
    "identitas.periode_lapor": "TW1",
    "identitas.status_laporan": "Final",
    "identitas.penyusun": "Siti Aminah",
    "identitas.camat.TW1": "RAHMAD SUGIHARTO, S.STP",
    "identitas.nip.TW1": "'198004231999121001",
    "isian.K1.rt_dibina.TW1": 3,
    "isian.K1.rt.TW1": 10,
}
WRONG = {
    "identitas.periode_lapor": "TW1",
    "isian.K1.rt_dibina.TW1": "dua belas",
    "isian.K1.rt.TW1": -4,
}


def host_of(book: xlwings.Book) -> XlwingsHost:
    return XlwingsHost(book.app, book)


def enter(book: xlwings.Book, values: dict[str, object]) -> None:
    for name, value in values.items():
        book.names[name].refers_to_range.value = value


def saved(book: xlwings.Book, folder: Path) -> Path:
    """Return the file that Excel would write now, made by no code of the add-in."""
    folder.mkdir(exist_ok=True)
    path = folder / book.name
    book.api.SaveCopyAs(str(path))
    book.app.impl.calls.clear()
    return path


def read(path: Path) -> WorkbookSnapshot:
    found = read_snapshot(path)
    assert isinstance(found, WorkbookSnapshot)
    return found


def notes(book: xlwings.Book) -> list[tuple[str, ...]]:
    rows = book.sheets[CATATAN].range("A7:F506").value
    texts = [tuple(cell or "" for cell in row) for row in rows]
    return [row for row in texts if any(row)]


def notes_in(path: Path) -> list[tuple[str, ...]]:
    values = read(path).sheets[CATATAN].values
    rows = [
        tuple(str(values.get(f"{column}{row}") or "") for column in "ABCDEF")
        for row in range(7, 507)
    ]
    return [row for row in rows if any(row)]


def first_error(result: Checked) -> str:
    return next(
        finding.cells[0]
        for finding in result.findings
        if finding.severity is Severity.ERROR and finding.cells
    )


def first_warning(book: xlwings.Book) -> tuple[int, str]:
    """Return row and code of a note that may be confirmed, as the notes themselves stand."""
    result = checked(saved(book, Path(book.fullname).parent / "untuk_dibaca"))
    code, cell = next(
        (finding.code, finding.cells[0])
        for finding in result.findings
        if finding.severity is Severity.WARNING and finding.cells
    )
    rows = [row[:2] for row in notes(book)]
    return 7 + rows.index((code, cell)), code


def mark_counter(path: Path, name: str) -> CellRef:
    """Return the hidden cell whose number paints the mark of an entry."""
    submission = checked(path).submission
    assert submission is not None
    return submission.layout.note_counter(submission.layout.entries[name])


def reasons(book: xlwings.Book, code: str, cell: str) -> list[str]:
    return [note[-1] for note in notes(book) if note[:2] == (code, cell)]


def unconfirmed(message: str) -> int:
    found = re.search(r"(\d+) perlu konfirmasi", message)
    return int(found[1]) if found else 0


def outside_the_notes(sheet: SheetSnapshot) -> dict[str, object]:
    """Return what a sheet holds that is typed, not computed, the body of notes left out."""
    return {
        address: value
        for address, value in sheet.values.items()
        if address not in sheet.formulas
        and not (sheet.name == CATATAN and int(address.lstrip("ABCDEF")) > 6)
    }
