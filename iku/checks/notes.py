"""The body of Catatan Pemeriksaan: what Validasi writes, and the reasons that staff add to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from iku.address import a1, split_a1
from iku.cells import ErrorValue, SheetSnapshot, Value, WorkbookSnapshot
from iku.checks.progress import Progress, progress_words
from iku.checks.reasons import explains
from iku.finding import Finding, Severity
from iku.languages.spoken import Spoken
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_LAST, CATATAN_ROWS
from iku.messages import CONFIRMED, Language, all_codes, entry
from iku.messages.levels import only_informs, with_level
from iku.submission import Submission

Row = tuple[str, ...]
WHOLE_BOOK = "Buku kerja"
_WIDTH = len(CATATAN_COLUMNS)
_FOUND = ("tautan", "urutan", "nama", "rincian", "lembar", "sel", "bagian", "ditemukan")
_LONGEST_VALUE = 200
_BETWEEN = re.compile(r"[\s!]+")
_TOLD: Spoken[str] = Spoken(
    "pemeriksaan",
    {
        "clean": "Tidak ada catatan",
        "more": "Masih ada {more} catatan lain yang tidak muat di lembar ini.",
        "first": "Perbaiki dahulu yang tertulis di atas, lalu periksa lagi.",
    },
)


@dataclass(frozen=True, slots=True)
class _Note:
    """One row: the value when it was checked, and the reason given since.

    Where no button wrote it there is no value: then the reason is about what stands there. A row
    that a button wrote has a sentence; where its value is gone, nobody knows what was confirmed.
    """

    penjelasan: str
    nilai: str
    alasan: str

    @property
    def by_hand(self) -> bool:
        """Whether somebody wrote code, place and reason into an empty row."""
        return bool(self.alasan) and not self.nilai and not self.penjelasan

    def about(self, value: str) -> bool:
        """Return whether its reason is about this value."""
        return self.by_hand or self.nilai == value


Key = tuple[str, str]
"""Code and place: what a row is found by."""
Notes = dict[Key, _Note]


def confirmed(submission: Submission, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings in which a warning that was confirmed with a reason has become information.

    A reason holds for its code and cells as long as every one of the values is still what it was
    when it was checked; written by hand without any value, beside one of the cells, it holds for
    what stands there. It stands in ``facts["alasan"]``. A reason that explains nothing stands in
    ``facts["alasan_singkat"]``, one whose value has changed in ``facts["alasan_lama"]`` with
    ``sel_berubah``, ``nilai_lama`` and ``nilai_baru``.
    """
    notes = _notes(submission.snapshot)
    return [_confirmed(submission, finding, notes) for finding in findings]


def _confirmed(submission: Submission, finding: Finding, notes: Notes) -> Finding:
    if finding.severity is not Severity.WARNING:
        return finding
    places = places_of(finding)
    known = {where: note for where in places if (note := notes.get(_key(finding.code, where)))}
    alasan = next((note.alasan for note in known.values() if note.alasan), "")
    if not alasan:
        return finding
    if not explains(alasan):
        return _with(finding, alasan_singkat=alasan)
    for where, note in known.items():
        now = _value(finding, submission.snapshot, where)
        if not note.about(now):
            changed = {"sel_berubah": where, "nilai_lama": note.nilai, "nilai_baru": now}
            return _with(finding, alasan_lama=alasan, **changed)
    if len(known) < len(places) and not any(note.by_hand for note in known.values()):
        return finding
    return replace(_with(finding, **{CONFIRMED: alasan}), severity=Severity.INFO)


def _with(finding: Finding, **facts: str) -> Finding:
    return replace(finding, facts={**finding.facts, **facts})


def catatan_rows(
    findings: Sequence[Finding], submission: Submission, language: Language = "id"
) -> list[Row]:
    """Return the rows that Validasi writes: code, place, message, remedy, value now, reason.

    One row for each finding and cell, at most 500; the last then tells how many more there are.
    What an earlier check wrote is summed up in a first row. A reason is carried over by code, cell
    and value.
    """
    notes = _notes(submission.snapshot)
    head = [
        _row(penjelasan=text) for text in progress_words(progress(submission, findings), language)
    ]
    rows = [row for one in findings for row in _rows(one, submission, notes, language)]
    if not rows:
        return [*head, _row(penjelasan=_TOLD[language]["clean"])]
    room = CATATAN_ROWS - len(head)
    if len(rows) <= room:
        return [*head, *rows]
    more = str(len(rows) - room + 1)
    last = _row(
        penjelasan=_TOLD[language]["more"].format(more=more), perbaikan=_TOLD[language]["first"]
    )
    return [*head, *rows[: room - 1], last]


def _rows(
    finding: Finding, submission: Submission, notes: Notes, language: Language
) -> Iterator[Row]:
    message = with_level(finding.severity, finding.message, language)
    for where in places_of(finding):
        nilai = _value(finding, submission.snapshot, where)
        note = notes.get(_key(finding.code, where))
        yield _row(
            kode=finding.code,
            tempat=where,
            penjelasan=message,
            perbaikan=finding.fix,
            nilai=nilai,
            alasan=note.alasan if note is not None and note.about(nilai) else "",
        )


def _row(**texts: str) -> Row:
    return tuple(texts.get(column, "") for column in CATATAN_COLUMNS)


def progress(submission: Submission, findings: Sequence[Finding]) -> Progress:
    """Return how many notes of the check before are settled: mended, or confirmed since.

    Only what had to be mended or confirmed is counted, each note once, however many its cells.
    """
    before = _open_before(submission.snapshot)
    now = [
        {_key(finding.code, where) for where in places_of(finding)}
        for finding in findings
        if finding.severity is not Severity.INFO
    ]
    still, known = set[Key]().union(*now), set[Key]().union(*before)
    return Progress(
        before=len(before),
        settled=sum(note.isdisjoint(still) for note in before),
        new=sum(note.isdisjoint(known) for note in now),
    )


def _open_before(snapshot: WorkbookSnapshot) -> list[set[Key]]:
    """Return the rows of every note that the check before asked to mend or to confirm."""
    kode, tempat, penjelasan = (
        CATATAN_COLUMNS[name] - 1 for name in ("kode", "tempat", "penjelasan")
    )
    notes: dict[tuple[str, str], set[Key]] = {}
    for row in _written(snapshot):
        if _severity(row[kode].upper()) is not Severity.INFO and not only_informs(row[penjelasan]):
            note = notes.setdefault((row[kode], row[penjelasan]), set())
            note.add(_key(row[kode], row[tempat]))
    return list(notes.values())


def _severity(code: str) -> Severity:
    """Return the severity of a code that was read from a sheet; an unknown one is not counted."""
    return Severity(entry(code)["severity"]) if code in all_codes() else Severity.INFO


def cleared_rows(snapshot: WorkbookSnapshot) -> list[Row]:
    """Return the rows that Hapus Penanda leaves standing: those of notes with a reason.

    A note of several cells has a row for each, and its reason holds only beside all their values.
    """
    kode, penjelasan, alasan = (
        CATATAN_COLUMNS[name] - 1 for name in ("kode", "penjelasan", "alasan")
    )
    rows = list(_written(snapshot))
    answered = {(row[kode], row[penjelasan]) for row in rows if row[alasan]}
    return [row for row in rows if (row[kode], row[penjelasan]) in answered]


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


def _value(finding: Finding, snapshot: WorkbookSnapshot, where: str) -> str:
    """Return what a reason is about: the content of the cell, or what was found without one."""
    if finding.cells:
        return value_at(snapshot, where)
    known = (finding.facts.get(fact) for fact in _FOUND)
    texts = (", ".join(one) if isinstance(one, list) else str(one) for one in known if one)
    return "; ".join(texts)[:_LONGEST_VALUE]


def places_of(finding: Finding) -> tuple[str, ...]:
    """Return where the rows of a finding point; never the name of the file, which may change."""
    return finding.cells or (finding.sheet or WHOLE_BOOK,)


def _notes(snapshot: WorkbookSnapshot) -> Notes:
    kode, tempat, penjelasan, nilai, alasan = (
        CATATAN_COLUMNS[name] - 1 for name in ("kode", "tempat", "penjelasan", "nilai", "alasan")
    )
    return {
        _key(row[kode], row[tempat]): _Note(row[penjelasan], row[nilai], row[alasan])
        for row in _written(snapshot)
        if row[kode]
    }


def _key(kode: str, where: str) -> Key:
    """Return what a row is found by; whoever types it may write ``isian e12`` for ``Isian!E12``."""
    return kode.upper(), _BETWEEN.sub("!", where.replace("$", "").strip()).casefold()


def _written(snapshot: WorkbookSnapshot) -> Iterator[Row]:
    """Yield the rows of the body that hold anything, as texts."""
    sheet = snapshot.sheets.get(CATATAN)
    if sheet is None:
        return
    for number in _filled_rows(sheet):
        values = (sheet.values.get(a1(number, column)) for column in range(1, _WIDTH + 1))
        row = tuple(_read(value) for value in values)
        if any(row):
            yield row


def _filled_rows(sheet: SheetSnapshot) -> list[int]:
    """Return the rows of the body in which any cell holds something; mostly none does."""
    rows = {split_a1(address)[0] for address in sheet.values}
    return sorted(row for row in rows if CATATAN_FIRST <= row <= CATATAN_LAST)


def _read(value: Value) -> str:
    """Return a written text; a number that a program made of one reads as we write numbers."""
    if value is None or isinstance(value, bool | ErrorValue):
        return ""
    return _shown(value) if isinstance(value, float) else value.strip()
