"""Which strokes of a printed rumus divide."""

import pytest

from iku.definition.lint.ratio_text import RatioText, ratio_in


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
