"""IDN, ISI, ANG: the day of signing, that of late data, and days that a cell keeps as a number."""

from collections.abc import Iterator
from datetime import date

from iku.cells import DEFAULT_STYLE
from iku.checks.pointing import as_typed, indikator_of, on_entries
from iku.dates_as_typed import Span, date_as_typed, serial_in_full
from iku.finding import Finding
from iku.layout.entry import Entry
from iku.number_formats import shows_date
from iku.periods import PERIODS, QUARTERS, in_words
from iku.submission import Submission

# What a formula joins to other words: it prints the number, whatever the cell itself looks like.
_JOINED = ("identitas.tanggal.", "analisis.")
_YEARS_LATER = 2  # a report signed later than that carries a mistyped year


def signing_day_is_plausible(submission: Submission) -> Iterator[Finding]:
    """IDN-011 and IDN-012: the day of signing cannot be read, or lies outside its time."""
    report = submission.report
    if report.periode_lapor not in PERIODS:
        return
    periode, tahun = report.periode_lapor, int(report.terbitan.definisi.tahun)
    name = f"identitas.tanggal.{periode}"
    value = report.entries.get(name)
    if value is None:
        return
    written = as_typed(value) if isinstance(value, float) else str(value)
    day = _day(submission, name)
    if day is None:
        yield on_entries(submission, "IDN-012", [name], None, periode, tertulis=written)
    elif day.last < _begins(periode, tahun) or day.first.year > tahun + _YEARS_LATER:
        facts = {"tertulis": written, "periode_lapor": in_words(periode, tahun)}
        yield on_entries(submission, "IDN-011", [name], None, periode, **facts)


def expected_days_lie_ahead(submission: Submission) -> Iterator[Finding]:
    """ISI-012: late data were expected on a day before the report was signed.

    Nothing is told where either day is blank or cannot be read.
    """
    if not any(name.startswith("perkiraan.") for name in submission.report.entries):
        return
    signed = _day(submission, f"identitas.tanggal.{submission.report.periode_lapor}")
    for row in submission.layout.isian.absence_rows if signed else ():
        name = ".".join(("perkiraan", *row.subject, row.periode))
        expected = _day(submission, name)
        if signed and expected and expected.last < signed.first:
            tertulis = submission.report.text(name)
            yield on_entries(
                submission, "ISI-012", [name], row.indikator, row.periode, tertulis=tertulis
            )


def dates_are_words(submission: Submission) -> Iterator[Finding]:
    """ANG-009: a date that its cell keeps as a number of days, where somebody will read the number."""
    for entry, _ in submission.entered:
        stored = _stored(submission, entry) if entry.is_date else None
        if stored is None:
            continue
        value, number_format = stored
        words = serial_in_full(value, date1904=submission.snapshot.date1904)
        if words and (entry.name.startswith(_JOINED) or not shows_date(number_format)):
            facts = {"isian": entry.label, "tanggal": words, "tertulis": f"{value:.15g}"}
            indikator = indikator_of(submission, entry)
            yield on_entries(submission, "ANG-009", [entry.name], indikator, entry.periode, **facts)


def _stored(submission: Submission, entry: Entry) -> tuple[float, str] | None:
    """Return the number that the cell of an entry holds and its format; None where it holds none."""
    place = submission.places.get(entry.name)
    sheet = submission.snapshot.sheets.get(place.sheet) if place else None
    value = sheet.values.get(place.a1) if place and sheet else None
    if place is None or sheet is None or not isinstance(value, float):
        return None
    return value, sheet.styles.get(place.a1, DEFAULT_STYLE).number_format


def _day(submission: Submission, name: str) -> Span | None:
    value = submission.report.entries.get(name)
    return date_as_typed(value, date1904=submission.snapshot.date1904)


def _begins(periode: str, tahun: int) -> date:
    """Return the first day on which a report of a period can have been signed: in its last month."""
    last = 3 * (QUARTERS.index(periode) + 1) if periode in QUARTERS else 12
    return date(tahun, last, 1)
