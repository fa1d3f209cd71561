"""How values stand in cells, and what a cell says that was not typed as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iku.cells import Value
from iku.kamus.cell_text import (
    LINES,
    WORDS,
    read_key,
    read_list,
    read_target,
    read_text,
    write_key,
    write_list,
    write_target,
    write_text,
)
from iku.kamus.rows import said

from .definitions import ANYTHING, NUMBER, TEXT

TRIMMED = TEXT.map(str.strip)


@given(TEXT)
def test_texts_and_keys_come_back(text: str) -> None:
    assert read_text(write_text(text)) == text
    assert read_key(write_key(text)) == text
    assert write_text(text).strip()


@given(st.lists(st.one_of(TRIMMED, ANYTHING), max_size=4), st.sampled_from((LINES, WORDS)))
def test_lists_come_back(items: list[str], separators: str) -> None:
    assert read_list(write_list(items, separators), separators) == items


@given(
    st.fixed_dictionaries({}, optional={"predikat": TRIMMED, "nilai": NUMBER}),
)
def test_targets_come_back(target: dict[str, str]) -> None:
    assert read_target(write_target(target)) == target


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("90", {"nilai": "90"}),
        ("61,70", {"nilai": "61,70"}),
        ("90 %", {"nilai": "90 %"}),
        ("Rp 5.000", {"nilai": "Rp 5.000"}),
        ("BB", {"predikat": "BB"}),
        ("Sangat Baik", {"predikat": "Sangat Baik"}),
        ("B(61.70)", {"predikat": "B", "nilai": "61.70"}),
        ("B ( 61,70 )", {"predikat": "B", "nilai": "61,70"}),
    ],
)
def test_targets_as_people_type_them(typed: str, target: dict[str, str]) -> None:
    assert read_target(typed) == target


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        ("012", "@", "012"),
        ("12:30", "@", "12:30"),
        ("  satu\r\ndua ", "@", "satu\ndua"),
        (90.0, "General", "90"),
        (61.7, "0.00", "61.7"),
        (0.1 + 0.2, "General", "0.30000000000000004"),
        (1e21, "General", "1" + "0" * 21),
        (-0.0, "General", "0"),
        (0.9, "0%", "90%"),
        (45667.0, "d-mmm-yy", "2025-01-10"),
        (5.0, '0" hari"', "5"),
        (True, "General", "ya"),
        (None, "General", ""),
    ],
)
def test_a_cell_says_what_was_typed(value: Value, number_format: str, text: str) -> None:
    assert said(value, number_format) == text
