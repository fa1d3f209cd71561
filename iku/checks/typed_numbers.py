"""ANG: numbers that a cell holds as text, as a date or as a percent."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from iku.address import known_a1
from iku.cells import DEFAULT_STYLE, StyleFacts
from iku.checks.pointing import as_typed, indikator_of, on_entries, words_of
from iku.definition.model import Indikator
from iku.finding import Fact, Finding
from iku.layout.entry import Entry
from iku.number_formats import bare, shows_date
from iku.numbers_as_typed import readings
from iku.submission import Submission

_ANNOUNCED = re.compile(r"belum|menyusul|proses|rilis|[tn]unggu", re.IGNORECASE)
_NOTHING = re.compile(r"nihil|tidak ada|kosong", re.IGNORECASE)
_PERCENT = re.compile(r"(?:%|persen)\s*$", re.IGNORECASE)
_ANY = "Nihil atau Data belum tersedia"
_FITS_WITHIN = 3  # a reading fits where it is within a third and three times of what it should be
_OWN_VALUE = {"nilai", "dilaporkan", "target"}  # fields that hold the indicator's own value
_EPOCH = datetime(1899, 12, 30, tzinfo=UTC)
_EPOCH_1904 = datetime(1904, 1, 1, tzinfo=UTC)
_LAST_DAY = 2_958_465  # 31 December 9999


def numbers_are_numbers(submission: Submission) -> Iterator[Finding]:
    """ANG-001 to ANG-003, and ANG-008 for money: text where a number belongs."""
    for entry, value in submission.entered:
        if entry.kind == "number" and isinstance(value, str):
            yield _text(submission, entry, value.strip())


def _text(submission: Submission, entry: Entry, text: str) -> Finding:
    if _PERCENT.search(text) and (satuan := _counted_in(submission, entry)):
        return _on(submission, "ANG-003", entry, tertulis=text, status=_ANY, jumlah=satuan)
    found = [one for one in readings(text, entry.label) if _possible(entry, one)]
    if len(found) == 1:
        return _on(submission, "ANG-001", entry, tertulis=text, dibaca=_unmarked(found[0]))
    if found:
        facts: dict[str, Fact] = {"bacaan": [_unmarked(one) for one in found]}
        fitting, reference = _fitting(submission, entry, found)
        if fitting is not None:
            facts |= {"cocok": _unmarked(fitting), "acuan": as_typed(reference)}
        return _on(submission, "ANG-002", entry, tertulis=text, **facts)
    if entry.name.startswith("anggaran."):  # money has no status beside it
        return _on(submission, "ANG-008", entry, tertulis=text)
    return _on(submission, "ANG-003", entry, tertulis=text, status=_advice(text))


def _counted_in(submission: Submission, entry: Entry) -> str:
    """Return in what a component is counted; empty for percents and for what has no unit."""
    definition = submission.report.terbitan.definisi
    indikator = indikator_of(submission, entry)
    parts = indikator.komponen if indikator else definition.data_bersama
    satuan = next((one.satuan for one in parts if one.kode == entry.field), "")
    return "" if satuan in {"%", "persen"} else satuan


def _possible(entry: Entry, number: Decimal) -> bool:
    """Whether a reading is one that this entry can hold."""
    if entry.bulat and number != number.to_integral_value():
        return False
    too_small = entry.minimum is not None and number < entry.minimum
    return not too_small and (entry.maximum is None or number <= entry.maximum)


def _unmarked(number: Decimal) -> str:
    """Write a reading without thousands marks, so that the two readings cannot be mixed up."""
    return as_typed(number).replace(".", "")


def _fitting(
    submission: Submission, entry: Entry, found: list[Decimal]
) -> tuple[Decimal | None, Fraction]:
    """Return the only reading that fits target, last year or the computed realisasi."""
    indikator = indikator_of(submission, entry)
    for reference in _references(submission, entry, indikator) if indikator else ():
        fitting = [
            one
            for one in found
            if reference / _FITS_WITHIN <= Fraction(one) <= reference * _FITS_WITHIN
        ]
        if len(fitting) == 1:
            return fitting[0], reference
    return None, Fraction(0)


def _references(submission: Submission, entry: Entry, indikator: Indikator) -> Iterator[Fraction]:
    """Yield what a value of the indicator itself may be compared with, the closest first."""
    if entry.field not in _OWN_VALUE:
        return
    results = submission.results
    if entry.field == "dilaporkan":
        realisasi = results.realisasi(indikator, entry.periode)
        yield from [realisasi.number] if realisasi.counted else []
    target = results.target(indikator, entry.periode)
    yield from [] if target is None else [target]
    terbitan = submission.report.terbitan
    for year in terbitan.previous_years:
        earlier = terbitan.sebelumnya.get(indikator.kode, {}).get(year)
        if earlier is not None and earlier.nilai is not None:
            yield Fraction(earlier.nilai)


def _advice(text: str) -> str:
    if _NOTHING.search(text):
        return "Nihil"
    if _ANNOUNCED.search(text) or text.casefold() in {"n/a", "na"}:
        return "Data belum tersedia"
    return _ANY


def numbers_are_no_dates(submission: Submission) -> Iterator[Finding]:
    """ANG-004: Excel took what was typed for a date."""
    for entry, value, style in styled_numbers(submission):
        if shows_date(style.number_format):
            shown = _as_date(value, date1904=submission.snapshot.date1904)
            yield _on(submission, "ANG-004", entry, tanggal=shown, nilai=as_typed(value))


def _as_date(value: float, *, date1904: bool) -> str:
    if not 0 <= value <= _LAST_DAY:
        return as_typed(value)
    day = (_EPOCH_1904 if date1904 else _EPOCH) + timedelta(days=int(value))
    return day.strftime("%d/%m/%Y")


def numbers_are_no_percents(submission: Submission) -> Iterator[Finding]:
    """ANG-005: a percent format shows a hundred times what the cell holds."""
    for entry, value, style in styled_numbers(submission):
        if value and "%" in style.number_format and "%" in bare(style.number_format):
            shown = f"{as_typed(Decimal(repr(value)) * 100)}%"
            indikator = indikator_of(submission, entry)
            facts = {"nilai": as_typed(value), "tampil": shown}
            if entry.field in _OWN_VALUE and indikator and indikator.satuan == "%":
                facts["maksud"] = shown.rstrip("%")
            yield _on(submission, "ANG-005", entry, **facts)


def styled_numbers(submission: Submission) -> Iterator[tuple[Entry, float, StyleFacts]]:
    """Yield the numbers that were entered, each with the look of its cell."""
    for entry, value in submission.entered:
        place = submission.places.get(entry.name)
        if entry.kind == "number" and isinstance(value, float) and place is not None:
            sheet = submission.snapshot.sheets[place.sheet]
            yield entry, value, sheet.styles.get(known_a1(place.row, place.column), DEFAULT_STYLE)


def _on(submission: Submission, code: str, entry: Entry, **facts: Fact) -> Finding:
    indikator = indikator_of(submission, entry)
    about = words_of(submission, entry)
    return on_entries(
        submission, code, [entry.name], indikator, entry.periode, isian=about, **facts
    )
