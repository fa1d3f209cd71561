"""Dates as people write them: "5 Januari 2018", "Januari 2018", "05/01/2018", a cell's serial."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MONTHS: Final = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_SPELT: Final = {"pebruari": 2, "nopember": 11, "augustus": 8}
_SHORTEST = 3  # letters of a month that are enough to know it
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([a-z]+)\.?\s+(\d{4})")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SERIALS = (1, 2_958_465)  # up to 31 December 9999


def in_full(iso: str) -> str:
    """Return an ISO date as papers print it; what is none stays as it is.

    >>> in_full("2026-04-15"), in_full("minggu lalu")
    ('15 April 2026', 'minggu lalu')
    """
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date can mean: one day, or a whole month where no day is written."""

    first: date
    last: date


def date_as_typed(value: object, *, date1904: bool = False) -> Span | None:
    """Return the days that a text or a cell's serial number means; None where it is no date.

    >>> date_as_typed("Januari 2018")
    Span(first=datetime.date(2018, 1, 1), last=datetime.date(2018, 1, 31))
    >>> date_as_typed("05/01/2018").first, date_as_typed(43105.0).first
    (datetime.date(2018, 1, 5), datetime.date(2018, 1, 5))
    >>> date_as_typed("31 Februari 2018")
    """
    if isinstance(value, float):
        epoch = _EPOCH_1904 if date1904 else _EPOCH
        known = _SERIALS[0] <= value <= _SERIALS[1] - (epoch - _EPOCH).days
        return _day(epoch + timedelta(days=int(value))) if known else None
    return _read(value.strip().casefold()) if isinstance(value, str) else None


def serial_in_full(value: float, *, date1904: bool = False) -> str | None:
    """Return the day that a cell's serial number means, as papers print it; None if it means none.

    >>> serial_in_full(42835.0), serial_in_full(-1.0)
    ('10 April 2017', None)
    """
    span = date_as_typed(value, date1904=date1904)
    return None if span is None else in_full(span.first.isoformat())


def _read(text: str) -> Span | None:
    if (match := _WORDS.fullmatch(text)) is not None:
        return _span(int(match[3]), _month(match[2]), match[1])
    if (match := _FIGURES.fullmatch(text)) is not None:
        return _span(int(match[3]), int(match[2]), match[1])
    if (match := _ISO.fullmatch(text)) is not None:
        return _span(int(match[1]), int(match[2]), match[3])
    return None


def _month(word: str) -> int:
    if word in _SPELT:
        return _SPELT[word]
    known = [n for n, name in enumerate(MONTHS, start=1) if name.startswith(word)]
    return known[0] if len(word) >= _SHORTEST and len(known) == 1 else 0


def _span(year: int, month: int, day: str | None) -> Span | None:
    try:
        if day is not None:
            return _day(date(year, month, int(day)))
        first = date(year, month, 1)
    except ValueError:
        return None
    return Span(first, first.replace(day=monthrange(year, month)[1]))


def _day(day: date) -> Span:
    return Span(day, day)
