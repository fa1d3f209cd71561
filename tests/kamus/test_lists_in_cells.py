"""Lists in a cell of the Kamus: one item a line where items are sentences, else by signs."""

import pytest

from iku.kamus.column import Column, Kind


@pytest.mark.parametrize(
    ("kind", "cell", "items"),
    [
        (
            "lines",
            "Register, berita acara; foto\nLaporan",
            ["Register, berita acara; foto", "Laporan"],
        ),
        ("words", "TW2; TW4", ["TW2", "TW4"]),
    ],
)
def test_a_sentence_keeps_its_signs_and_words_are_parted_by_them(
    kind: Kind, cell: str, items: list[str]
) -> None:
    column = Column("daftar", "Daftar", kind=kind)

    assert column.read(cell) == items
    assert column.read(str(column.written(items))) == items
