"""Dates as people type them: words, figures, months alone, and the serial numbers of cells."""

from datetime import date

import pytest

from iku.dates_as_typed import Span, date_as_typed

LAST_SERIAL = 2_958_465  # 31 December 9999, counted from 1900
BETWEEN_EPOCHS = 1_462  # days from the one to the other


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5 Januari 2018", date(2018, 1, 5), date(2018, 1, 5)),
        ("05-01-2018", date(2018, 1, 5), date(2018, 1, 5)),
        ("5/1/2018", date(2018, 1, 5), date(2018, 1, 5)),
        ("2018-01-05", date(2018, 1, 5), date(2018, 1, 5)),
        ("  31 desember 2025 ", date(2025, 12, 31), date(2025, 12, 31)),
        ("29 Februari 2024", date(2024, 2, 29), date(2024, 2, 29)),
        ("Februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("Desember 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
        ("Desember 9999", date(9999, 12, 1), date(9999, 12, 31)),  # the last month there is
    ],
)
def test_a_date_means_its_day_or_its_month(text: str, first: date, last: date) -> None:
    assert date_as_typed(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["", "2018", "29 Februari 2025", "32/1/2018", "5/13/2018", "besok", "5 Ju 2018"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_as_typed(text) is None


@pytest.mark.parametrize(
    ("serial", "date1904", "day"),
    [
        (43105.0, False, date(2018, 1, 5)),
        (43105.75, False, date(2018, 1, 5)),  # with an hour
        (43105.0 - BETWEEN_EPOCHS, True, date(2018, 1, 5)),
        (1.0, False, date(1899, 12, 31)),
        (float(LAST_SERIAL), False, date(9999, 12, 31)),
        (float(LAST_SERIAL - BETWEEN_EPOCHS), True, date(9999, 12, 31)),
    ],
)
def test_a_cell_holds_a_date_as_a_number_of_days(
    serial: float, day: date, *, date1904: bool
) -> None:
    assert date_as_typed(serial, date1904=date1904) == Span(day, day)


@pytest.mark.parametrize(
    ("serial", "date1904"),
    [
        (0.0, False),
        (-1.0, False),
        (LAST_SERIAL + 1.0, False),
        (LAST_SERIAL - BETWEEN_EPOCHS + 1.0, True),
    ],
)
def test_beyond_the_calendar_of_spreadsheets_there_is_no_date(
    serial: float, *, date1904: bool
) -> None:
    assert date_as_typed(serial, date1904=date1904) is None


def test_anything_else_is_no_date() -> None:
    assert date_as_typed(None) is None
    assert date_as_typed(True) is None
