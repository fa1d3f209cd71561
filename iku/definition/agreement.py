"""Perjanjian Kinerja: from which period on the targets of one are in force."""

from iku.dates_as_typed import date_as_typed
from iku.definition.model import PerjanjianKinerja
from iku.periods import PERIODS


def first_period(agreement: PerjanjianKinerja, tahun: int) -> str | None:
    """Return the first period whose targets an agreement sets; None where it cannot be told.

    A PK murni speaks for the whole year. A perubahan speaks from ``berlaku_mulai`` on, a period or
    a date, else from its own date: the quarter in which that day lies is the first not reported.
    """
    start = agreement.berlaku_mulai
    if agreement.jenis == "murni":
        return PERIODS[0]
    return period_of(start or agreement.tanggal, tahun)


def period_of(start: str, tahun: int) -> str | None:
    """Return the period that a text names, or in which its date lies; None outside the year.

    >>> period_of("TW3", 2025), period_of("2025-08-01", 2025), period_of("12 Agustus 2025", 2025)
    ('TW3', 'TW3', 'TW3')
    >>> period_of("2024-08-01", 2025), period_of("segera", 2025)
    (None, None)
    """
    if start in PERIODS:
        return start
    days = date_as_typed(start)
    if days is None or days.first.year != tahun:
        return None
    return PERIODS[(days.first.month - 1) // 3]
