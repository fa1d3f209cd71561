"""The buttons: Validasi and Hapus Penanda, the same for every host."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from addin.host import Host, HostError
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
from workflow.receive import open_one
from workflow.refusal import FileRefusedError
from workflow.validate import checked

COUNTED = {
    Severity.ERROR: "wajib diperbaiki",
    Severity.WARNING: "perlu konfirmasi",
    Severity.INFO: "informasi",
}


def validasi(host: Host) -> None:
    """Check the open workbook, write the outcome into Catatan Pemeriksaan, go to the first problem.

    The findings are those of the file path, because it is the file path that runs, on a copy. A
    workbook that is none of ours is told so and stays as it is.
    """
    _press(host, "Validasi", "Memeriksa isian…", _check)


def hapus_penanda(host: Host) -> None:
    """Remove the rows of Catatan Pemeriksaan that have no Alasan, and with them the marks."""
    _press(host, "Hapus Penanda", "Menghapus penanda…", _clear)


def summary(findings: Sequence[Finding], start: str | None) -> str:
    """Return the outcome as one sentence; ``start`` is the cell to begin with.

    >>> summary([], None)
    'Tidak ada yang perlu diperbaiki.'
    """
    counts = Counter(finding.severity for finding in findings)
    parts = [
        f"{counts[severity]} {words}" for severity, words in COUNTED.items() if counts[severity]
    ]
    if not parts:
        return "Tidak ada yang perlu diperbaiki."
    where = f"rinciannya di lembar {CATATAN}"
    begin = f", mulailah dari {start}" if start else ""
    return f"Hasil pemeriksaan: {', '.join(parts)}; {where}{begin}."


def _press(host: Host, title: str, doing: str, work: Callable[[Host, Path], str]) -> None:
    """Do the work of a button in a folder of its own; it always ends in one message."""
    host.progress(doing)
    try:
        # A virus scanner may still hold the copy when it is to be removed.
        with TemporaryDirectory(prefix="iku_", ignore_cleanup_errors=True) as folder:
            message = work(host, Path(folder))
    except (HostError, FileRefusedError) as error:
        message = str(error)
    finally:
        host.progress(None)
    host.alert(title, message)


def _check(host: Host, folder: Path) -> str:
    result = checked(host.save_copy(folder))
    if result.submission is None:
        refusal = result.findings[0]
        return f"{refusal.message} {refusal.fix}"
    snapshot = result.submission.snapshot
    _require_open_body(snapshot)
    host.write_notes(_body(result.rows))
    place = _first_problem(result.findings, snapshot)
    if place is not None:
        host.select(*place)
    told = summary(result.findings, None if place is None else "!".join(place))
    return " ".join([told, *progress_words(result.progress)])


def _clear(host: Host, folder: Path) -> str:
    snapshot = open_one(host.save_copy(folder)).snapshot
    _require_open_body(snapshot)
    kept = cleared_rows(snapshot)
    host.write_notes(_body(kept))
    if kept:
        return (
            f"Penanda sudah dihapus; {len(kept)} catatan yang sudah diberi alasan tetap disimpan."
        )
    return "Penanda sudah dihapus."


def _body(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the whole body, blank where there is nothing to say; ValueError if it is too small."""
    blank = ("",) * len(CATATAN_COLUMNS)
    missing = CATATAN_ROWS - len(rows)
    if missing < 0:
        message = f"{len(rows)} rows do not fit into {CATATAN_ROWS}"
        raise ValueError(message)
    return [*(tuple(row) for row in rows), *[blank] * missing]


def _require_open_body(snapshot: WorkbookSnapshot) -> None:
    """Raise HostError where the body cannot be written without touching something locked."""
    sheet = snapshot.sheets.get(CATATAN)
    if sheet is None:
        message = (
            f"Lembar {CATATAN} tidak ada dalam buku kerja ini, jadi hasilnya tidak dapat ditulis; "
            "mintalah formulir baru kepada kabupaten/kota."
        )
        raise HostError(message)
    if sheet.protected and (locked := next(_locked_cells(sheet), None)):
        message = (
            f"Hasilnya tidak dapat ditulis karena sel {locked} di lembar {CATATAN} terkunci, "
            "biasanya akibat tempelan dari buku kerja lain; buka lagi simpanan sebelumnya, lalu "
            "tempelkan alasan dengan Tempel Khusus > Nilai."
        )
        raise HostError(message)


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
                return name, address
    return (CATATAN, a1(CATATAN_FIRST, 1)) if problems else None
