"""What the regency fills in waits quietly: nothing is asked of the kecamatan."""

import pytest

from iku.cells import Value
from iku.sheets.isian_words import words_of
from tests.calculation.live import Twice
from tests.calculation.reports import quarterly, yearly

TERSEDIA = "Data belum tersedia"
VALUE = "{kode: K, nama: AKIP, satuan: nilai, polaritas: maksimasi, pengisi: kabupaten, instansi_sumber: Inspektorat, target: {'2025': 70}, nilai: {jenis: predikat}}"
STOCK = "{kode: K, nama: Desa maju, satuan: '%', polaritas: maksimasi, pengisi: kabupaten, target: {'2025': 70}, komponen: [{kode: maju, nama: Desa maju}, {kode: desa, nama: Desa, sifat: posisi}, {kode: lain, nama: Lain, wajib: tidak}], nilai: {rumus: (maju+lain)/desa*100}}"
COMBINED = STOCK.replace("satuan: '%',", "satuan: '%', triwulan: rata_rata,")


@pytest.mark.parametrize("indikator", [VALUE, STOCK])
def test_a_blank_is_not_yet_available_rather_than_not_filled_in(indikator: str) -> None:
    twice = Twice(yearly(indikator), {})

    assert twice.live("realisasi.K.TAHUN") == TERSEDIA
    assert twice.live("rata_rata.TAHUN") == TERSEDIA
    assert "Belum diisi" not in twice.texts("Perhitungan")
    assert twice.differing() == []


@pytest.mark.parametrize(
    ("indikator", "entries", "shown"),
    [
        (STOCK, {}, [TERSEDIA, TERSEDIA]),
        (STOCK, {"isian.K.maju.TW1": 3.0, "isian.K.desa.TW1": 10.0}, [30.0, TERSEDIA]),
        (
            STOCK,
            {"isian.K.maju.TW1": 3.0, "isian.K.desa.TW1": 10.0, "isian.K.maju.TW2": 2.0},
            [30.0, 50.0],
        ),
        (STOCK, {"isian.K.maju.TW1": 3.0, "isian.K.maju.TW2": 2.0}, [TERSEDIA, TERSEDIA]),
        (
            STOCK,
            {"isian.K.maju.TW1": "tiga", "isian.K.desa.TW1": 10.0},
            ["Tidak dapat dihitung", TERSEDIA],
        ),
        (COMBINED, {"isian.K.maju.TW1": 3.0, "isian.K.desa.TW1": 10.0}, [30.0, TERSEDIA]),
        (VALUE, {"isian.K.nilai.TW1": 66.0}, [66.0, TERSEDIA]),
        (VALUE, {"isian.K.predikat.TW1": "B"}, ["Tidak dapat dihitung", TERSEDIA]),
    ],
)
def test_quarters_wait_one_by_one(
    indikator: str, entries: dict[str, Value], shown: list[Value]
) -> None:
    twice = Twice(quarterly(indikator), entries, "TW2")

    assert [twice.live(f"realisasi.K.{periode}") for periode in ("TW1", "TW2")] == shown
    assert twice.differing() == []


def test_the_form_says_in_words_who_fills_it_in_and_when() -> None:
    deadline = "batas_waktu: {TAHUN: 31 Maret 2026}"
    once = VALUE.replace("kode: K,", "kode: K, periode_ukur: [TAHUN],")
    layout = Twice(quarterly(once, deadline), {}, "TW1").layout

    row = next(row for row in layout.isian.rows if row.key == "K")

    who = "Diisi kabupaten/kota (Inspektorat); kecamatan tidak perlu mengisi"
    assert words_of(layout, row).petunjuk.splitlines() == [
        "Semakin tinggi semakin baik",
        f"{who}. Perkiraan tersedia: 31 Maret 2026",
    ]
    assert "biarkan kosong" in layout.entries["isian.K.nilai.TAHUN"].prompt
