"""What stands in each entry of a salvaged workbook, and what keeps it from being taken as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from iku.address import CellRef
from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, Value
from iku.checks.pointing import as_typed
from iku.dates_as_typed import serial_in_full
from iku.finding import Fact
from iku.layout.entry import Entry
from iku.number_formats import bare, shows_date
from iku.submission import Submission
from iku.tamper.names import parse_reference

GONE, NO_VALUE = "STR-110", "STR-107"
AS_DATE, AS_PERCENT = "STR-108", "STR-109"
FROM_FORMULA, FROM_DATE, CUT = "STR-124", "STR-125", "STR-123"


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of the workbook as it came: its cell now, its value, and what to say of it.

    ``trouble`` is the code of why its value cannot be taken, ``remark`` the code of what was done
    to take it; both are empty for an ordinary entry. ``place`` is None where the cell is gone.
    """

    entry: Entry
    place: CellRef | None
    value: Value = None
    trouble: str = ""
    remark: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def blank(self) -> bool:
        """Whether the cell was read and holds nothing."""
        return self.value is None and not self.trouble


def found_entries(submission: Submission) -> dict[str, Found]:
    """Return every entry of the source by name, in reading order."""
    cut = _cut_places(submission)
    taken = set(submission.places.values())
    found = {
        entry.name: _found(submission, entry, cut.get(entry.name), taken)
        for entry in submission.layout.entries.values()
    }
    pasted = {there: submission.places[name] for name, there in cut.items() if there in taken}
    return {name: _pasted_over(one, pasted) for name, one in found.items()}


def _pasted_over(found: Found, pasted: dict[CellRef, CellRef]) -> Found:
    """Return an entry with the remark that its value was cut from another one, where it was."""
    if found.place not in pasted or found.blank or found.trouble or found.remark:
        return found
    facts = (("semula", str(pasted[found.place])), ("sekarang", str(found.place)))
    return replace(found, remark=CUT, facts=facts)


def _cut_places(submission: Submission) -> dict[str, CellRef]:
    """Return where entries went that were cut: the tamper check tells by their names."""
    places = {}
    for finding in submission.findings:
        if finding.code == "STR-008" and finding.cells:
            place = parse_reference(finding.cells[-1])
            if place is not None and finding.facts.get("nama") in submission.places:
                places[str(finding.facts.get("nama"))] = place
    return places


def _found(submission: Submission, entry: Entry, cut: CellRef | None, taken: set[CellRef]) -> Found:
    place = submission.places.get(entry.name)
    sheet = submission.snapshot.sheets.get(place.sheet) if place is not None else None
    if place is None or sheet is None:
        return Found(entry, None, trouble=GONE)
    found = _read(submission, entry, sheet, place)
    there = None if cut is None else submission.snapshot.sheets.get(cut.sheet)
    if cut is None or there is None or cut in taken or not found.blank:
        return found
    moved = _read(submission, entry, there, cut)
    if moved.blank:
        return found
    if moved.trouble or moved.remark:
        return moved
    facts: tuple[tuple[str, Fact], ...] = (("semula", str(place)), ("sekarang", str(cut)))
    return Found(entry, cut, moved.value, remark=CUT, facts=facts)


def _read(submission: Submission, entry: Entry, sheet: SheetSnapshot, place: CellRef) -> Found:
    value, formula = sheet.values.get(place.a1), sheet.formulas.get(place.a1)
    if isinstance(value, str) and not value.strip():
        value = None
    if isinstance(value, ErrorValue):
        return Found(entry, place, value, trouble=NO_VALUE, facts=(("nilai", value.code),))
    if formula is not None and value is None:
        return Found(entry, place, trouble=NO_VALUE, facts=(("nilai", f"={formula}"),))
    style = sheet.styles.get(place.a1, StyleFacts())
    if isinstance(value, float):
        for disguised in _disguises(submission, entry, value, style):
            return Found(entry, place, *disguised)
    if formula is not None:
        return Found(entry, place, value, remark=FROM_FORMULA, facts=(("rumus", f"={formula}"),))
    return Found(entry, place, value)


def _disguises(
    submission: Submission, entry: Entry, value: float, style: StyleFacts
) -> Iterator[tuple[Value, str, str, tuple[tuple[str, Fact], ...]]]:
    """Yield what a number really is where its format says so: in a plain cell nobody would see it."""
    if entry.kind == "choice":
        return
    if shows_date(style.number_format):
        words = serial_in_full(value, date1904=submission.snapshot.date1904)
        if words is None:
            return
        if entry.kind == "number":
            yield value, AS_DATE, "", (("tanggal", words),)
        else:
            yield words, "", FROM_DATE, (("tanggal", words),)
    elif "%" in bare(style.number_format) and value and entry.kind == "number":
        yield value, AS_PERCENT, "", (("tampil", f"{as_typed(value * 100)} %"),)
