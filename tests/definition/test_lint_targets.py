"""Targets that ask for nothing or for the impossible, weights that are missing, stocks added up."""

import pytest

from iku.definition.lint import lint
from iku.definition.load import parse_definition
from iku.finding import Finding, Severity
from iku.messages import explain

from .sample import CLEAN, changed
from .weaknesses import (
    ARRIVING,
    RISING,
    STANDING,
    TARGET,
    quarterly,
    started_at,
    typed_percentage,
    villages,
    weighted,
)


def findings(text: str) -> list[Finding]:
    return lint(parse_definition(text))


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code, one.indicator) for one in findings(text)]


def codes(text: str) -> set[str]:
    return {code for code, _ in found(text)}


def test_an_empty_satuan_is_told() -> None:
    assert found(changed("satuan: menit\n", 'satuan: ""\n')) == [("DEF-107", "A2")]


def test_a_percentage_without_its_parts_is_told() -> None:
    assert found(typed_percentage()) == [("DEF-127", "A1")]


def test_a_percentage_of_another_office_has_its_parts_there() -> None:
    text = changed(TARGET, f"{TARGET}        instansi_sumber: Dinas PMD\n", typed_percentage())
    assert found(text) == []


def test_indicators_without_weight_are_told_once() -> None:
    (one,) = findings(weighted(bobot=40))
    assert (one.code, one.facts["daftar_indikator"]) == ("DEF-145", ["A2", "B1", "B2"])


def test_a_plain_mean_needs_no_weights() -> None:
    assert "DEF-145" not in codes(CLEAN)


def test_texts_that_are_missing_are_told_once_for_all_indicators() -> None:
    text = changed("sumber_data: Buku mutasi Kasi Trantib", 'sumber_data: ""')
    text = changed("sumber_data: Laporan Hasil Evaluasi AKIP", 'sumber_data: ""', text)
    (one,) = findings(text)
    assert (one.code, one.facts["daftar_indikator"]) == ("DEF-106", ["B1", "B2"])


@pytest.mark.parametrize(
    ("baseline", "target", "told"),
    [
        ("{tahun: 2024, nilai: 92}", "{2025: 90}", True),  # lower than what was reached
        ("{tahun: 2024, nilai: 90}", "{2024: 90, 2025: 90}", True),  # the same, and reached
        ("{tahun: 2024, nilai: 88}", "{2024: 90, 2025: 90}", False),  # the same, not reached yet
        ("{tahun: 2024, nilai: 88}", "{2025: 90}", False),
        ("{tahun: 2024, nilai: 100}", "{2025: 100}", False),  # more than all there is not
        ("{tahun: 2024}", "{2025: 90}", False),
        ("{tahun: 2024, nilai: 92}", "{2026: 90}", False),
    ],
)
def test_a_target_that_was_reached_before_the_year_is_told(
    baseline: str, target: str, told: bool
) -> None:
    assert ("DEF-157" in codes(started_at(baseline, target))) == told


def test_the_same_target_as_last_year_is_named() -> None:
    (one,) = findings(started_at("{tahun: 2024, nilai: 92}", "{2024: 90, 2025: 90}"))
    assert one.facts["tambahan"] == ", dan target tahun 2024 juga 90"


def test_a_unit_whose_own_target_was_reached_is_named() -> None:
    unit = "    nama: Bersih Utara\n"
    own = "    target: {A1: {2025: 85}}\n    baseline: {A1: {tahun: 2024, nilai: 86}}\n"
    (one,) = findings(changed(unit, unit + own))
    assert (one.code, one.facts["unit"], one.facts["target"]) == ("DEF-157", ["Bersih Utara"], "85")


def test_a_unit_that_has_still_to_reach_its_target_is_left_in_peace() -> None:
    unit = "    nama: Bersih Utara\n"
    own = "    target: {A1: {2025: 88}}\n    baseline: {A1: {tahun: 2024, nilai: 86}}\n"
    assert found(changed(unit, unit + own)) == []


def test_a_number_written_with_a_comma_is_no_spelling() -> None:
    note = '  - {kunci: x.y, tertulis: "23,52", dipakai: "23.52", alasan: dipotong}\n'
    assert found(f"{CLEAN}catatan_sumber:\n{note}") == []


def test_seratus_is_a_hundred() -> None:
    assert found(changed("diterima x 100", "diterima dikalikan seratus")) == []


@pytest.mark.parametrize(("nilai", "told"), [("11", True), ("12", True), ("13", False)])
def test_fewer_disturbances_than_the_target_is_reached_too(nilai: str, told: bool) -> None:
    text = changed(
        "target: {2025: 12, 2026: 10}", f"target: {{2025: 12}}\n        baseline: {nilai}"
    )
    assert ("DEF-157" in codes(text)) == told


def test_none_is_the_end_where_less_is_better() -> None:
    text = changed("target: {2025: 12, 2026: 10}", "target: {2025: 0}\n        baseline: 0")
    assert "DEF-157" not in codes(text)


@pytest.mark.parametrize(
    ("target", "number", "told"),
    [
        ("80", 3, True),
        ("67", 3, True),
        ("66.67", 3, False),
        ("66.66", 3, False),  # cut instead of rounded, as documents do
        ("100", 3, False),
        ("44.44", 9, False),
        ("80", 40, False),  # with forty villages nobody means a count
        ("80", 0, False),  # villages unknown
    ],
)
def test_a_share_of_few_villages_takes_few_values(target: str, number: int, told: bool) -> None:
    text = (
        villages(target, number) if number else villages(target, 1).replace("desa}", "kelurahan}")
    )
    assert ("DEF-158" in codes(text)) == told


def test_the_values_that_are_possible_are_said() -> None:
    (one,) = (one for one in findings(villages(80)) if one.code == "DEF-158")
    assert one.facts["mungkin"] == "0; 33,33; 66,67; 100"
    assert one.facts["unit"] == ["Bersih Utara"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("target: {2025: 90, 2026: 95}", "target: {2025: 110}", True),
        ("target: {2025: 90, 2026: 95}", "target: {2025: 100}", False),
        ("predikat: B, nilai: 65", "predikat: AA, nilai: 165", True),
        ("target: {2025: 12, 2026: 10}", "target: {2025: 120}", False),  # a count has no end
    ],
)
def test_a_target_beyond_what_is_possible_is_told(before: str, after: str, told: bool) -> None:
    assert ("DEF-159" in codes(changed(before, after))) == told


def test_a_part_of_the_whole_may_exceed_it_where_money_is_collected() -> None:
    text = changed("target: {2025: 90, 2026: 95}", "target: {2025: 110}")
    assert "DEF-159" not in codes(text.replace("satuan: keluhan", "satuan: Rp"))


@pytest.mark.parametrize(
    ("part", "triwulan", "told"),
    [
        ("{kode: terima, nama: Jumlah lembaga, satuan: keluhan", "komponen", True),
        ("{kode: terima, nama: Jumlah penduduk, satuan: keluhan", "komponen", True),
        ("{kode: terima, sifat: posisi, nama: Jumlah lembaga, satuan: keluhan", "komponen", False),
        ("{kode: terima, nama: Lembaga yang dibina, satuan: keluhan", "komponen", False),
        (
            "{kode: terima, cara_isi: sd_triwulan, nama: Jumlah RT, satuan: keluhan",
            "komponen",
            False,
        ),
        ("{kode: terima, nama: Jumlah lembaga, satuan: keluhan", "akhir", False),
        ("{kode: terima, nama: Keluhan yang diterima, satuan: keluhan", "jumlah", True),
    ],
)
def test_stocks_are_not_added_up_over_quarters(part: str, triwulan: str, told: bool) -> None:
    assert ("DEF-160" in codes(quarterly(part, triwulan))) == told


@pytest.mark.parametrize(("top", "told"), [("sifat: posisi, ", True), ("", False)])
def test_what_divides_a_stock_is_a_stock_too(top: str, told: bool) -> None:
    part = "{kode: terima, nama: Posyandu, satuan: keluhan"
    text = quarterly(part, "komponen").replace("{kode: tindak, ", f"{{kode: tindak, {top}")
    assert ("DEF-160" in codes(text)) == told


def test_in_a_year_nothing_is_added_up() -> None:
    assert "DEF-160" not in codes(changed("Keluhan yang diterima", "Jumlah lembaga"))


def test_a_range_is_its_own_target() -> None:
    text = changed("polaritas: maksimasi", "polaritas: {rentang: {bawah: 80, atas: 100}}")
    assert "DEF-102" not in codes(changed("target: {2025: 90, 2026: 95}", "target: {}", text))


def test_numbers_that_repeat_are_a_matter_to_confirm() -> None:
    (one,) = findings(changed('nomor: "1.2"', 'nomor: "1.1"'))
    assert (one.code, explain(one).severity) == ("DEF-141", Severity.WARNING)


def test_a_grade_on_a_scale_of_ones_own_is_read_in_any_case() -> None:
    bands = "[{label: Sangat Baik, di_atas: 80}, {label: Cukup}]"
    own = f"nilai: {{jenis: predikat, skala: {{nama: Kategori, tingkat: {bands}}}}}"
    text = changed("nilai: {jenis: predikat}", own)
    text = changed("predikat: B, nilai: 61.70", "predikat: sangat baik, nilai: 85", text)
    assert "DEF-154" not in codes(changed("predikat: B, nilai: 65", "predikat: Cukup", text))
    wrong = changed("nilai: 85", "nilai: 75", text)
    assert "DEF-154" in codes(changed("predikat: B, nilai: 65", "predikat: Cukup", wrong))


@pytest.mark.parametrize(
    ("target", "setting", "told"),
    [("{2025: 0}", "", True), ("{2025: 0}", "terpenuhi_bila_nol", False), ("{2025: 1}", "", False)],
)
def test_a_target_of_none_needs_a_rule(target: str, setting: str, told: bool) -> None:
    text = changed("target: {2025: 30, 2026: 28}", f"target: {target}")
    if setting:
        text = changed(
            "polaritas: minimasi", f"target_nol: {setting}\n        polaritas: minimasi", text
        )
    assert ("DEF-161" in codes(text)) == told


@pytest.mark.parametrize(
    ("target", "triwulan", "told"),
    [
        (TARGET, "komponen", True),
        (TARGET, "tetap", False),
        ("        target: {TW1: 20, TW2: 40, 2025: 90}\n", "komponen", False),
    ],
)
def test_quarters_want_targets(target: str, triwulan: str, told: bool) -> None:
    text = quarterly("{kode: terima, nama: Keluhan yang diterima, satuan: keluhan", triwulan)
    found = [one for one in findings(changed(TARGET, target, text)) if one.code == "DEF-162"]
    assert bool(found and "A1" in str(found[0].facts["daftar_indikator"])) == told


def above_the_year(text: str) -> list[Finding]:
    return [one for one in findings(text) if one.code == "DEF-165"]


@pytest.mark.parametrize(
    ("part", "triwulan", "told"),
    [
        (STANDING, "komponen", True),  # handled ones add up over a stock that stays
        (ARRIVING, "komponen", False),  # the share of what came in goes up and down
        (ARRIVING, "jumlah", True),
        (ARRIVING, "akhir", False),  # each quarter on its own
        (ARRIVING, "rata_rata", False),
        (ARRIVING, "tetap", False),
    ],
)
def test_no_quarter_asks_for_more_than_the_year(part: str, triwulan: str, told: bool) -> None:
    text = changed(TARGET, RISING, quarterly(part, triwulan))
    assert [one.facts["periode"] for one in above_the_year(text)] == ["TW2"] * told


@pytest.mark.parametrize(("polaritas", "told"), [("maksimasi", True), ("minimasi", False)])
def test_a_position_may_come_down_where_less_is_better(polaritas: str, told: bool) -> None:
    text = changed("polaritas: maksimasi", f"polaritas: {polaritas}", quarterly(STANDING, "akhir"))
    text = text.replace("{kode: tindak, ", "{kode: tindak, sifat: posisi, ")
    assert bool(above_the_year(changed(TARGET, RISING, text))) == told


def test_a_unit_whose_quarter_is_above_its_own_year_is_named() -> None:
    text = changed(TARGET, RISING.replace("95, TW3", "40, TW3"), quarterly(STANDING, "komponen"))
    assert above_the_year(text) == []
    own = "nama: Bersih Utara\n    target: {A1: {2025: 70}}"
    (told,) = above_the_year(changed("nama: Bersih Utara", own, text))
    assert (told.facts["unit"], told.facts["periode"]) == (["Bersih Utara"], "TW4")


def test_a_change_of_the_year_leaves_the_quarters_before_it() -> None:
    text = changed(TARGET, RISING.replace("95, TW3", "40, TW3"), quarterly(STANDING, "komponen"))
    own = (
        "nama: Bersih Utara\n    pk: [{nomor: '7', tanggal: 4 Oktober 2025, jenis: perubahan,"
        " berlaku_mulai: TW4, target: {A1: {TW4: 50, 2025: 50}}}]"
    )
    assert above_the_year(changed("nama: Bersih Utara", own, text)) == []
