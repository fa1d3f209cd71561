"""ISI: what stands in an entry and cannot be what belongs there."""

from collections.abc import Iterator
from decimal import Decimal

from iku.calculation.figure import LARGEST_ENTRY
from iku.cells import ErrorValue
from iku.checks.identity import PERIODE_LAPOR
from iku.checks.pointing import as_typed, indikator_of, on_entries, words_of
from iku.finding import Fact, Finding
from iku.layout.entry import Entry
from iku.submission import Submission


def choices_are_listed(submission: Submission) -> Iterator[Finding]:
    """ISI-006: a choice that is not in its list (statuses and the period have rules of their own)."""
    for entry, value in submission.entered:
        if not entry.strict or not entry.choices or isinstance(value, ErrorValue):
            continue
        if entry.field == "status" or entry.name == PERIODE_LAPOR:
            continue
        written = submission.report.text(entry.name) or str(value)
        if written in entry.choices:
            continue
        if written.casefold() not in {choice.casefold() for choice in entry.choices}:
            yield _on(submission, "ISI-006", entry, tertulis=written, pilihan=list(entry.choices))


def entries_hold_no_errors(submission: Submission) -> Iterator[Finding]:
    """ISI-007: an entry shows an error such as ``#DIV/0!``."""
    for entry, value in submission.entered:
        if isinstance(value, ErrorValue):
            yield _on(submission, "ISI-007", entry, galat=value.code)


def numbers_are_possible(submission: Submission) -> Iterator[Finding]:
    """ISI-008 to ISI-010: a number outside its limits, with decimals, or no number but TRUE."""
    for entry, value in submission.entered:
        if entry.kind != "number":
            continue
        if isinstance(value, bool):
            yield _on(submission, "ISI-010", entry, tertulis="TRUE" if value else "FALSE")
        elif isinstance(value, float):
            yield from _number(submission, entry, value)


def _number(submission: Submission, entry: Entry, value: float) -> Iterator[Finding]:
    limits: dict[str, Fact] = {}
    if entry.minimum is not None and Decimal(repr(value)) < entry.minimum:
        limits["minimum"] = as_typed(entry.minimum)
    most = Decimal(LARGEST_ENTRY) if entry.maximum is None else entry.maximum
    if Decimal(repr(value)) > most:
        limits["maksimum"] = as_typed(most)
    if limits:
        yield _on(submission, "ISI-008", entry, nilai=as_typed(value), **limits)
    elif entry.bulat and not value.is_integer():
        yield _on(submission, "ISI-009", entry, nilai=as_typed(value))


def _on(submission: Submission, code: str, entry: Entry, **facts: Fact) -> Finding:
    indikator = indikator_of(submission, entry)
    about = words_of(submission, entry)
    return on_entries(
        submission, code, [entry.name], indikator, entry.periode, isian=about, **facts
    )
