"""The body of Catatan Pemeriksaan: what Validasi writes, and the reasons that staff add to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iku.address import a1
from iku.cells import ErrorValue, Value, WorkbookSnapshot
from iku.finding import Finding, Severity
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_LAST, CATATAN_ROWS
from iku.messages import CONFIRMED, place
from iku.submission import Submission

Row = tuple[str, ...]
CLEAN = "Tidak ada catatan"
_WIDTH = len(CATATAN_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Note:
    """One row that an earlier check wrote: the value then, and the reason given since."""

    nilai: str
    alasan: str


def confirmed(submission: Submission, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings in which a warning that was confirmed with a reason has become information.

    A reason holds for its code and cells as long as every one of the values is still what it was
    when it was checked. The reason stands in ``facts["alasan"]``.
    """
    notes = _notes(submission.snapshot)
    return [_confirmed(submission, finding, notes) for finding in findings]


def _confirmed(
    submission: Submission, finding: Finding, notes: dict[tuple[str, str], _Note]
) -> Finding:
    if finding.severity is not Severity.WARNING:
        return finding
    alasan = ""
    for where in _places(finding):
        note = notes.get((finding.code, where))
        if note is None or note.nilai != value_at(submission.snapshot, where):
            return finding
        alasan = alasan or note.alasan
    if not alasan:
        return finding
    return replace(finding, severity=Severity.INFO, facts={**finding.facts, CONFIRMED: alasan})


def catatan_rows(findings: Sequence[Finding], submission: Submission) -> list[Row]:
    """Return the rows that Validasi writes: code, place, message, remedy, value now, reason.

    One row for each finding and cell, at most 500; the last then tells how many more there are.
    A reason is carried over by code, cell and value.
    """
    notes = _notes(submission.snapshot)
    rows = [row for finding in findings for row in _rows(finding, submission, notes)]
    if not rows:
        return [_row(penjelasan=CLEAN)]
    if len(rows) <= CATATAN_ROWS:
        return rows
    more = len(rows) - CATATAN_ROWS + 1
    last = _row(
        penjelasan=f"Masih ada {more} catatan lain yang tidak muat di lembar ini.",
        perbaikan="Perbaiki dahulu yang tertulis di atas, lalu periksa lagi.",
    )
    return [*rows[: CATATAN_ROWS - 1], last]


def _rows(
    finding: Finding, submission: Submission, notes: dict[tuple[str, str], _Note]
) -> Iterator[Row]:
    for where in _places(finding):
        nilai = value_at(submission.snapshot, where)
        note = notes.get((finding.code, where))
        yield _row(
            kode=finding.code,
            tempat=where,
            penjelasan=finding.message,
            perbaikan=finding.fix,
            nilai=nilai,
            alasan=note.alasan if note is not None and note.nilai == nilai else "",
        )


def _row(**texts: str) -> Row:
    return tuple(texts.get(column, "") for column in CATATAN_COLUMNS)


def cleared_rows(snapshot: WorkbookSnapshot) -> list[Row]:
    """Return the rows that Hapus Penanda leaves standing: those with a reason."""
    return [row for row in _written(snapshot) if row[CATATAN_COLUMNS["alasan"] - 1]]


def value_at(snapshot: WorkbookSnapshot, where: str) -> str:
    """Return what a cell holds as the column "Nilai saat diperiksa" shows it.

    Text stands in quotation marks, so that it can never be taken for a number or a formula.
    """
    sheet, _, address = where.rpartition("!")
    found = snapshot.sheets.get(sheet)
    return "" if found is None else _shown(found.values.get(address))


def _shown(value: Value) -> str:
    match value:
        case None | "":
            return "(kosong)"
        case bool():
            return "TRUE" if value else "FALSE"
        case ErrorValue():
            return f"“{value.code}”"
        case float():
            return f"{value:.15g}".replace(".", ",")
        case _:
            return f"“{value}”"


def _places(finding: Finding) -> tuple[str, ...]:
    return finding.cells or (place(finding),)


def _notes(snapshot: WorkbookSnapshot) -> dict[tuple[str, str], _Note]:
    kode, tempat, nilai, alasan = (
        CATATAN_COLUMNS[name] - 1 for name in ("kode", "tempat", "nilai", "alasan")
    )
    return {
        (row[kode], row[tempat]): _Note(row[nilai], row[alasan])
        for row in _written(snapshot)
        if row[kode]
    }


def _written(snapshot: WorkbookSnapshot) -> Iterator[Row]:
    """Yield the rows of the body that hold anything, as texts."""
    sheet = snapshot.sheets.get(CATATAN)
    if sheet is None:
        return
    for number in range(CATATAN_FIRST, CATATAN_LAST + 1):
        values = (sheet.values.get(a1(number, column)) for column in range(1, _WIDTH + 1))
        row = tuple(_read(value) for value in values)
        if any(row):
            yield row


def _read(value: Value) -> str:
    """Return a written text; a number that a program made of one reads as we write numbers."""
    if value is None or isinstance(value, bool | ErrorValue):
        return ""
    return _shown(value) if isinstance(value, float) else value.strip()
