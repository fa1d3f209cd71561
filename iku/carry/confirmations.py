"""Catatan Pemeriksaan: the reasons that staff gave, carried to where their cells stand now."""

from collections.abc import Iterator, Mapping

from iku.address import a1, split_a1
from iku.carry.pairing import Pairing
from iku.cells import ErrorValue, SheetSnapshot, Value
from iku.checks.pointing import as_typed
from iku.finding import Finding, Severity
from iku.landmarks import movement
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_HEADER
from iku.messages import all_codes
from iku.names import safe
from iku.submission import Submission
from iku.tamper.names import parse_reference

Row = tuple[str, ...]
_PLACE = {name: n for n, name in enumerate(CATATAN_COLUMNS)}
_KODE, _TEMPAT, _ALASAN = _PLACE["kode"], _PLACE["tempat"], _PLACE["alasan"]
_PENJELASAN, _PERBAIKAN = _PLACE["penjelasan"], _PLACE["perbaikan"]
_OF_DAMAGE = ("STR-", "KCI-", "BRK-")
"""Families of notes about the file itself: in a fresh workbook there is nothing left to confirm."""


def carried_rows(
    submission: Submission, pairing: Pairing, places: Mapping[str, str]
) -> tuple[list[Row], list[Finding]]:
    """Return the rows that travel along, and findings on reasons that cannot.

    ``places`` tells for each cell that was carried where it stands in the fresh workbook. A row
    with a reason travels if its cell does, and with it the rows of that note's other cells: a
    reason holds only while every one of the values is known. What staff wrote there on their own
    always travels.
    """
    known = {**_locked_places(submission, pairing), **places}
    rows, lost = [], []
    for row in _written(submission):
        place = known.get(row[_TEMPAT])
        if _is_own(row):
            rows.append(row)
        elif place is not None:
            rows.append((*row[:_TEMPAT], place, *row[_TEMPAT + 1 :]))
        elif row[_ALASAN]:
            lost.append(_lost(row))
    return rows, lost


def _lost(row: Row) -> Finding:
    moot = row[_KODE].startswith(_OF_DAMAGE)
    facts = {"kode": row[_KODE], "asal": row[_TEMPAT], "nilai": row[_ALASAN]}
    return Finding(
        "STR-114", dict(facts), severity=Severity.INFO if moot else None, cells=(row[_TEMPAT],)
    )


def _locked_places(submission: Submission, pairing: Pairing) -> dict[str, str]:
    """Return where named cells that are no entries (results, identity) stand in the fresh workbook."""
    codes = {old: new for new, old in pairing.origin.items()}
    places = {}
    for name, reference in submission.manifest.names.items():
        if name in submission.layout.entries:
            continue
        place = parse_reference(reference)
        new = pairing.new.names.get(_renamed(name, codes))
        if place is not None and new is not None:
            places[str(place)] = str(new)
    return places


def _renamed(name: str, codes: Mapping[str, str]) -> str:
    family, _, rest = name.partition(".")
    for old, new in codes.items():
        if rest.startswith(f"{safe(old)}."):
            return f"{family}.{safe(new)}.{rest.removeprefix(f'{safe(old)}.')}"
    return name


def _written(submission: Submission) -> Iterator[Row]:
    """Yield the rows of notes with a reason, and those that staff wrote on their own."""
    rows = list(_body(submission))
    answered = {(row[_KODE], row[_PENJELASAN]) for row in rows if row[_KODE] and row[_ALASAN]}
    for row in rows:
        if _is_own(row) or row[_ALASAN] or (row[_KODE], row[_PENJELASAN]) in answered:
            yield row


def _body(submission: Submission) -> Iterator[Row]:
    sheet = submission.snapshot.sheets.get(CATATAN)
    if sheet is None:
        return
    first = CATATAN_FIRST + _shift(submission, sheet)
    last = max((split_a1(address)[0] for address in sheet.values), default=0)
    for number in range(first, last + 1):
        values = (sheet.values.get(a1(number, column)) for column in CATATAN_COLUMNS.values())
        yield tuple(_text(value) for value in values)


def _is_own(row: Row) -> bool:
    """Whether staff wrote a row themselves: no note of ours has it."""
    beside = [text for n, text in enumerate(row) if n not in {_KODE, _PENJELASAN} and text]
    if row[_KODE]:
        return row[_KODE] not in all_codes()
    return bool(beside) and not row[_PERBAIKAN]


def _shift(submission: Submission, sheet: SheetSnapshot) -> int:
    """Return by how many rows the body has moved: as many as its heads."""
    issued = next(one for one in submission.manifest.sheets if one.name == CATATAN)
    return movement(issued, sheet).rows.get(CATATAN_HEADER, CATATAN_HEADER) - CATATAN_HEADER


def _text(value: Value) -> str:
    match value:
        case None | bool() | ErrorValue():
            return ""
        case float():
            return as_typed(value).replace(".", "")
        case _:
            return value.strip()
