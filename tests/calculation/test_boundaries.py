"""Where a rule begins and ends: zero targets, empty ranges, the largest figures, nothing at all."""

from fractions import Fraction

import pytest

from iku.calculation.capaian import capaian
from iku.calculation.figure import (
    BELUM_DIISI,
    LARGEST_ENTRY,
    LARGEST_NUMBER,
    NIHIL,
    TIDAK_DAPAT,
    counted,
    half_up,
)
from iku.calculation.rumus import rumus_value
from iku.cells import Value
from tests.calculation.reports import quarterly, results, yearly
from tests.calculation.test_capaian import VALUE, rule

MET = "target_nol: terpenuhi_bila_nol"


@pytest.mark.parametrize(
    ("polaritas", "realisasi", "shown"),
    [
        ("maksimasi", 0, 100.0),
        ("maksimasi", 1, 100.0),
        ("maksimasi", -1, 0.0),
        ("minimasi", 0, 100.0),
        ("minimasi", 1, 0.0),
        ("minimasi", -1, 0.0),
    ],
)
def test_a_zero_target_is_met_from_the_good_side(
    polaritas: str, realisasi: int, shown: float
) -> None:
    assert capaian(rule(polaritas, MET), counted(realisasi), Fraction(0)).shown() == shown


@pytest.mark.parametrize(
    ("bawah", "atas", "realisasi", "shown"),
    [
        (80, 90, 80, 100.0),
        (80, 90, 90, 100.0),
        (80, 90, 99, 90.0),
        (80, 90, 180, 0.0),
        (80, 90, 181, 0.0),
        (0, 10, -1, "Tidak dapat dihitung"),
        (-10, 0, 1, "Tidak dapat dihitung"),
    ],
)
def test_a_range_is_met_at_both_ends_and_judged_outside_where_it_can_be(
    bawah: int, atas: int, realisasi: int, shown: float | str
) -> None:
    polaritas = f"{{rentang: {{bawah: {bawah}, atas: {atas}}}}}"

    assert capaian(rule(polaritas), counted(realisasi), None).shown() == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (float(LARGEST_ENTRY), float(LARGEST_ENTRY)),
        (-float(LARGEST_ENTRY), -float(LARGEST_ENTRY)),
        (float(LARGEST_ENTRY + 1), "Tidak dapat dihitung"),
        (-float(LARGEST_ENTRY + 1), "Tidak dapat dihitung"),
    ],
)
def test_an_entry_has_at_most_15_digits(typed: float, shown: float | str) -> None:
    definition = yearly(VALUE.replace("POLARITAS", "maksimasi"))
    worked = results(definition, {"isian.K.nilai.TAHUN": typed})

    assert worked.result("K", "TAHUN").realisasi.shown() == shown


def test_a_result_is_a_number_as_long_as_a_cell_can_hold_it() -> None:
    assert counted(LARGEST_NUMBER).value == LARGEST_NUMBER
    assert counted(-LARGEST_NUMBER).value == -LARGEST_NUMBER
    assert counted(LARGEST_NUMBER + 1) == TIDAK_DAPAT
    assert counted(-LARGEST_NUMBER - 1) == TIDAK_DAPAT


@pytest.mark.parametrize(
    ("rumus", "value"),
    [
        ("-(a-b)", 4),
        ("a-b", -4),
        ("MIN(a, b, c)", 3),
        ("MAX(a, b, c)", 7),
        ("SUM(a, b, c)", 15),
        ("AVERAGE(a, b, c)", 5),
        ("ROUND(b/a, 1)", Fraction(23, 10)),
        ("ROUND(a/2, 0)", 2),
        ("a*b/c", Fraction(21, 5)),
    ],
)
def test_a_rumus_means_what_it_says(rumus: str, value: Fraction | int) -> None:
    figures = {"a": counted(3), "b": counted(7), "c": counted(5)}

    assert rumus_value(rumus, figures).value == value


def test_a_denominator_of_zero_or_a_mean_of_nothing_cannot_be_computed() -> None:
    assert rumus_value("a/b", {"a": counted(3), "b": counted(0)}) == TIDAK_DAPAT
    assert rumus_value("AVERAGE(a, b)", {"a": NIHIL, "b": NIHIL}) == TIDAK_DAPAT


def test_half_is_rounded_away_from_zero_and_zero_has_no_sign() -> None:
    told = [str(half_up(Fraction(n, 1000))) for n in (5, 4, -5, -4, 994, 995, 0)]

    assert told == ["0.01", "0.00", "-0.01", "0.00", "0.99", "1.00", "0.00"]


TYPED = "{kode: K, nama: Indeks, satuan: indeks, polaritas: maksimasi, target: {'2025': 80}, nilai: {jenis: langsung}, triwulan: HOW}"
EACH: dict[str, Value] = {f"isian.K.nilai.TW{n}": float(10 * n) for n in (1, 2, 3, 4)}


@pytest.mark.parametrize(
    ("how", "shown"),
    [
        ("jumlah", [10.0, 30.0, 60.0, 100.0, 100.0]),
        ("rata_rata", [10.0, 15.0, 20.0, 25.0, 25.0]),
        ("akhir", [10.0, 20.0, 30.0, 40.0, 40.0]),
    ],
)
def test_quarters_make_a_year_as_the_definition_says(how: str, shown: list[float]) -> None:
    worked = results(quarterly(TYPED.replace("HOW", how)), EACH)

    assert [worked.result("K", p).realisasi.shown() for p in worked.definition.periods] == shown


def test_quarters_of_a_ratio_are_combined_as_results_or_as_components() -> None:
    ratio = "{kode: K, nama: Tepat, satuan: '%', polaritas: maksimasi, target: {'2025': 90}, komponen: [{kode: tepat, nama: Tepat}, {kode: masuk, nama: Masuk}], nilai: {rumus: tepat/masuk*100}, triwulan: HOW}"
    entries: dict[str, Value] = {
        "isian.K.tepat.TW1": 10.0,
        "isian.K.masuk.TW1": 100.0,
        "isian.K.tepat.TW2": 30.0,
        "isian.K.masuk.TW2": 50.0,
    }
    year = {
        how: results(quarterly(ratio.replace("HOW", how)), entries, "TW2")
        .result("K", "TW2")
        .realisasi.value
        for how in ("komponen", "rata_rata", "jumlah", "akhir")
    }

    assert year == {
        "komponen": Fraction(4000, 150),
        "rata_rata": 35,
        "jumlah": 70,
        "akhir": 60,
    }


def test_without_any_capaian_a_mean_says_what_is_awaited_most() -> None:
    definition = yearly(VALUE.replace("POLARITAS", "maksimasi, target: {'2025': 100}"))
    means = results(definition, {}).means("TAHUN")

    assert means.rata_rata == means.rata_rata_batas == means.rata_rata_sasaran == BELUM_DIISI
    assert (means.included, means.total) == (0, 1)
