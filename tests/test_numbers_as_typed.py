"""What people type where a number belongs, and what it can mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.numbers_as_typed import read_number, readings


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("48", "48"),
        ("007", "7"),
        (" 48 ", "48"),
        ("'48", "48"),
        ("’48", "48"),
        ("４８", "48"),
        ("４８，５", "48.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("91.11", "91.11"),
        ("0,125", "0.125"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("20.198.106", "20198106"),
        ("20,198,106", "20198106"),
        ("94 519", "94519"),
        ("94\u00a0519", "94519"),
        ("1 234,5", "1234.5"),
        ("94519.5", "94519.5"),
        ("1234.567", "1234.567"),
        ("98,87 %", "98.87"),
        ("98,87\u00a0%", "98.87"),
        ("98,87 persen", "98.87"),
        ("Rp. 20.198.106", "20198106"),
        ("Rp20.198.106,-", "20198106"),
        ("IDR 20.198.106,50", "20198106.50"),
        ("B (61,70)", "61.70"),
        ("61,70 (B)", "61.70"),
        ("-1,5", "-1.5"),
        ("−1,5", "-1.5"),
        ("+2", "2"),
    ],
)
def test_an_unambiguous_text_has_one_reading(text: str, meant: str) -> None:
    assert readings(text) == (Decimal(meant),)
    assert read_number(text) == Decimal(meant)


@pytest.mark.parametrize(
    ("text", "thousands", "decimals"),
    [
        ("1.234", "1234", "1.234"),
        ("1.500", "1500", "1.5"),
        ("94,519", "94519", "94.519"),
        ("Rp 2.500", "2500", "2.5"),
    ],
)
def test_three_digits_after_one_mark_can_mean_two_things(
    text: str, thousands: str, decimals: str
) -> None:
    assert readings(text) == (Decimal(thousands), Decimal(decimals))
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "–", "Belum Rilis", "n/a", "48/52", "10-20", "1.23.4", "1,2,3", "0.123.456"),
        *("1e5", "5 juta", "48 atau 52", "B", "1 2", "12 34", "..", "1.", ",5", "Rp", "%"),
        *("(61,70)", "5²"),
    ],
)
def test_a_text_without_a_number_has_no_reading(text: str) -> None:
    assert readings(text) == ()
    assert read_number(text) is None


def test_the_unit_of_measurement_may_follow_the_number() -> None:
    assert readings("48 lembaga", "lembaga") == (Decimal(48),)
    assert readings("48 Lembaga", "lembaga") == (Decimal(48),)
    assert readings("192 RT", "RT") == (Decimal(192),)
    assert readings("48 orang", "lembaga") == ()


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_indonesians_write_with_two_decimals_is_read_back(number: Decimal) -> None:
    written = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert read_number(written) == number


@given(st.text(max_size=20))
def test_no_text_is_ever_too_strange(text: str) -> None:
    assert len(readings(text)) in {0, 1, 2}
