"""Periods of a performance year and their order: TW1 < TW2 < TW3 < TW4 < TAHUN."""

from functools import cache, lru_cache
from typing import Final

TAHUN: Final = "TAHUN"
QUARTERS: Final = ("TW1", "TW2", "TW3", "TW4")
PERIODS: Final = (*QUARTERS, TAHUN)

ROMAN: Final = {"TW1": "I", "TW2": "II", "TW3": "III", "TW4": "IV"}
QUARTER_ENDS: Final = {
    "TW1": "31 Maret",
    "TW2": "30 Juni",
    "TW3": "30 September",
    "TW4": "31 Desember",
    TAHUN: "31 Desember",
}

QUARTER_MONTHS: Final = {
    "TW1": "Januari–Maret",
    "TW2": "April–Juni",
    "TW3": "Juli–September",
    "TW4": "Oktober–Desember",
    TAHUN: "Januari–Desember",
}


@cache
def up_to(period: str) -> tuple[str, ...]:
    """Return every period not later than ``period``, earliest first.

    >>> up_to("TW2")
    ('TW1', 'TW2')
    """
    return PERIODS[: PERIODS.index(period) + 1]


@lru_cache(maxsize=256)
def is_due(period: str, reported: str) -> bool:
    """Whether a period is due in a report that speaks for ``reported``.

    Never looks at a clock; an empty or unknown ``reported`` makes nothing due.

    >>> is_due("TW2", "TW3"), is_due("TAHUN", "TW4"), is_due("TW1", "")
    (True, False, False)
    """
    return reported in PERIODS and PERIODS.index(period) <= PERIODS.index(reported)


def in_words(period: str, tahun: int) -> str:
    """Return a period as people read it.

    >>> in_words("TW2", 2025), in_words("TAHUN", 2025)
    ('Triwulan II Tahun 2025', 'Tahun 2025')
    """
    if period in ROMAN:
        return f"Triwulan {ROMAN[period]} Tahun {tahun}"
    return f"Tahun {tahun}"
