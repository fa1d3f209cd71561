"""Which strokes of a printed rumus divide; where a nesting too deep is; no titles in the schema."""

from typing import Any

import pytest

from iku.definition import limits
from iku.definition.lint.ratio_text import RatioText, ratio_in
from iku.definition.schema import definition_schema
from iku.messages import explain

from .sample import CLEAN, faults


@pytest.mark.parametrize(
    ("text", "above", "below"),
    [
        ("Surat selesai / Surat masuk x 100%", "surat selesai", "surat masuk"),
        ("Lokasi/RT / Jumlah RT", "lokasi/rt", "jumlah rt"),
        ("Nilai seluruh unsur / 9", "nilai seluruh unsur", "9"),
    ],
)
def test_a_division_has_words_or_a_whole_number_on_both_sides(
    text: str, above: str, below: str
) -> None:
    assert ratio_in(text) == RatioText(above, below)


@pytest.mark.parametrize("text", ["Surat selesai /", "/ Surat masuk", "Surat selesai / %", "Surat"])
def test_a_stroke_with_nothing_on_one_side_divides_nothing(text: str) -> None:
    assert ratio_in(text) is None


def test_a_nesting_too_deep_is_told_with_the_line_where_it_begins() -> None:
    deep = "[" * (limits.DEPTH + 1)
    before = CLEAN.count("\n") + 1

    (one,) = faults(f"{CLEAN}\ncatatan: {deep}{']' * len(deep)}\n")

    assert one.line == before + 1
    assert f"lebih dari {limits.DEPTH} tingkat" in explain(one).message


def test_no_part_of_the_schema_repeats_its_key_as_a_title() -> None:
    assert list(titles(definition_schema()["$defs"])) == []


def titles(part: Any) -> list[str]:
    """Titles of properties, wherever they stand."""
    if isinstance(part, list):
        return [one for each in part for one in titles(each)]
    if not isinstance(part, dict):
        return []
    own = [
        key
        for key, one in part.get("properties", {}).items()
        if isinstance(one, dict) and "title" in one
    ]
    return own + [one for each in part.values() for one in titles(each)]
