"""A target that is a grade alone is reached or not by rank; its capaian is no number."""

import pytest

from iku.cells import Value
from tests.calculation.live import Twice
from tests.calculation.reports import quarterly, yearly

REACHED = "Tercapai (menurut peringkat predikat)"
MISSED = "Belum tercapai (menurut peringkat predikat)"
AKIP = "{kode: K, nama: AKIP, satuan: nilai, polaritas: maksimasi, target: {'2025': BB}, nilai: {jenis: predikat}}"


@pytest.mark.parametrize(
    ("entries", "kategori"),
    [
        ({"isian.K.predikat.TAHUN": "A"}, REACHED),
        ({"isian.K.predikat.TAHUN": "BB"}, REACHED),
        ({"isian.K.predikat.TAHUN": "B"}, MISSED),
        ({"isian.K.nilai.TAHUN": 70.01}, REACHED),
        ({"isian.K.nilai.TAHUN": 70.0}, MISSED),
        ({"isian.K.predikat.TAHUN": "Z"}, ""),
        ({}, ""),
    ],
)
def test_a_grade_is_measured_by_its_rank(entries: dict[str, Value], kategori: str) -> None:
    twice = Twice(yearly(AKIP), entries)

    assert twice.live("kategori.K.TAHUN") == kategori
    assert not isinstance(twice.live("capaian.K.TAHUN"), float)
    assert twice.differing() == []


@pytest.mark.parametrize("target", ["", "target: {TW2: {predikat: B, nilai: 65}},"])
def test_it_holds_for_targets_typed_by_the_unit_and_gives_way_to_a_number(target: str) -> None:
    definition = quarterly(AKIP.replace("target: {'2025': BB},", target))
    typed: dict[str, Value] = {} if target else {"target_predikat.K.TW2": "CC"}
    twice = Twice(definition, {**typed, "isian.K.nilai.TW2": 58.5}, "TW2")

    assert twice.live("kategori.K.TW2") == ("Tinggi" if target else REACHED)
    assert twice.differing() == []
