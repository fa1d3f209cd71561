"""Capaian by polarity, its zero target, limits and categories."""

from decimal import Decimal
from fractions import Fraction

import pytest

from iku.calculation.capaian import Rule, capaian, kategori, limited, rule_of
from iku.calculation.figure import NIHIL, counted
from iku.definition.scales import named_scale
from tests.calculation.reports import results, yearly

VALUE = "{kode: K, nama: Indeks, satuan: indeks, polaritas: POLARITAS, nilai: {jenis: langsung}}"


def rule(polaritas: str, capaian_settings: str = "") -> Rule:
    definition = yearly(VALUE.replace("POLARITAS", polaritas), capaian_settings)
    return rule_of(definition, definition.indikator[0])


@pytest.mark.parametrize(
    ("polaritas", "settings", "realisasi", "target", "shown"),
    [
        ("maksimasi", "", 92, 80, 115.0),
        ("minimasi", "rumus_minimasi: A", 5, 10, 150.0),
        ("minimasi", "rumus_minimasi: A", 10, 10, 100.0),
        ("minimasi", "rumus_minimasi: A", 15, 10, 50.0),
        ("minimasi", "rumus_minimasi: A", 30, 10, -100.0),
        ("minimasi", "rumus_minimasi: A", 0, 10, 200.0),
        ("minimasi", "rumus_minimasi: B", 5, 10, 200.0),
        ("minimasi", "rumus_minimasi: B", 20, 10, 50.0),
        ("minimasi", "rumus_minimasi: B", 0, 10, "Tidak dapat dihitung"),
        ("maksimasi", "", 5, 0, "Tidak dapat dihitung"),
        ("minimasi", "target_nol: terpenuhi_bila_nol", 0, 0, 100.0),
        ("minimasi", "target_nol: terpenuhi_bila_nol", 3, 0, 0.0),
        ("{rentang: {bawah: 80, atas: 90}}", "", 85, None, 100.0),
        ("{rentang: {bawah: 80, atas: 90}}", "", 40, None, 50.0),
        ("{rentang: {bawah: 80, atas: 90}}", "", 135, None, 50.0),
        ("{rentang: {bawah: 80, atas: 90}}", "", 500, None, 0.0),
    ],
)
def test_capaian_follows_polarity_formula_and_zero_target(
    polaritas: str, settings: str, realisasi: int, target: int | None, shown: float | str
) -> None:
    wanted = None if target is None else Fraction(target)

    assert capaian(rule(polaritas, settings), counted(realisasi), wanted).shown() == shown


def test_a_state_is_passed_on() -> None:
    assert capaian(rule("maksimasi"), NIHIL, Fraction(1)) == NIHIL


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("91.00", "Sangat Tinggi"),
        ("90.995", "Sangat Tinggi"),
        ("90.99", "Tinggi"),
        ("90.50", "Tinggi"),
        ("76.00", "Tinggi"),
        ("75.99", "Sedang"),
        ("66.00", "Sedang"),
        ("65.99", "Rendah"),
        ("51.00", "Rendah"),
        ("50.99", "Sangat Rendah"),
        ("250", "Sangat Tinggi"),
        ("-24.65", "Sangat Rendah"),
    ],
)
def test_categories_are_continuous(value: str, label: str) -> None:
    assert kategori(rule("maksimasi"), counted(Fraction(value))) == label


@pytest.mark.parametrize(
    ("nilai", "grade"),
    [
        ("60.00", "CC"),
        ("60.01", "B"),
        ("61.70", "B"),
        ("70.00", "B"),
        ("70.01", "BB"),
        ("90.00", "A"),
        ("30.00", "D"),
        ("60.005", "B"),
    ],
)
def test_akip_grades_exclude_their_lower_bound(nilai: str, grade: str) -> None:
    assert named_scale("akip").label(Decimal(nilai)) == grade


@pytest.mark.parametrize(("value", "shown"), [(250, 120), (100, 100), (-30, 0)])
def test_the_mean_has_a_floor_and_a_cap(value: int, shown: int) -> None:
    assert limited(rule("maksimasi"), Fraction(value)) == shown


def test_the_cap_can_be_switched_off() -> None:
    assert limited(rule("maksimasi", "batas_rata_rata: tidak"), Fraction(250)) == 250


def test_one_indicator_overrides_the_regency() -> None:
    own = VALUE.replace("POLARITAS", "minimasi").replace("nilai:", "rumus_minimasi: B, nilai:")
    definition = yearly(own, "rumus_minimasi: A")

    assert rule_of(definition, definition.indikator[0]).rumus_minimasi == "B"


def test_a_grade_alone_gives_no_capaian() -> None:
    grade = "{kode: K, nama: AKIP, satuan: nilai, polaritas: maksimasi, target: {'2025': {predikat: B}}, nilai: {jenis: predikat}}"

    result = results(yearly(grade), {"isian.K.predikat.TAHUN": "BB"}).result("K", "TAHUN")

    assert (result.predikat, result.capaian.shown()) == ("BB", "Tidak dapat dihitung")


def test_a_grade_follows_from_its_number() -> None:
    grade = "{kode: K, nama: AKIP, satuan: nilai, polaritas: maksimasi, target: {'2025': {predikat: B, nilai: 61.70}}, nilai: {jenis: predikat}}"

    result = results(yearly(grade), {"isian.K.nilai.TAHUN": 61.7}).result("K", "TAHUN")

    assert (result.predikat, result.capaian.shown()) == ("B", 100.0)


def test_means_can_be_weighted() -> None:
    heavy = VALUE.replace("POLARITAS", "maksimasi, target: {'2025': 100}, bobot: 3")
    light = heavy.replace("kode: K", "kode: L").replace("bobot: 3", "bobot: 1")
    entries = {"isian.K.nilai.TAHUN": 100.0, "isian.L.nilai.TAHUN": 20.0}

    assert (
        results(yearly(f"{heavy}\n{light}", "rata_rata: berbobot"), dict(entries))
        .means("TAHUN")
        .rata_rata.shown()
        == 80.0
    )
    assert (
        results(yearly(f"{heavy}\n{light}"), dict(entries)).means("TAHUN").rata_rata.shown() == 60.0
    )
