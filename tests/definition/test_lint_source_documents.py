"""What `iku definition check` says about the shipped definitions; H and G are golden cases."""

from collections import Counter
from pathlib import Path

import pytest

from iku.definition.lint import lint_file
from iku.finding import Finding

from .sample import TEMPLATES

ANAMBAS = {
    ("DEF-101", ""): 4,  # H01: target, baseline, polaritas, periode
    ("DEF-101", "J1"): 1,  # H01: satuan
    ("DEF-101", "J2"): 1,
    ("DEF-101", "J3"): 1,
    ("DEF-101", "J4"): 1,
    ("DEF-103", ""): 2,  # H13: keterangan empty, no place of signing
    ("DEF-105", ""): 4,  # H11: Penganggung, Pt., S.A.g, TK.I
    ("DEF-110", "J2"): 1,  # H03: prose without a way to compute
    ("DEF-111", "J3"): 1,  # H04: copied from the sasaran
    ("DEF-113", "J1"): 1,  # H10: definition = rumus
    ("DEF-113", "J2"): 1,
    ("DEF-113", "J3"): 1,
    ("DEF-113", "J4"): 1,
    ("DEF-114", "J1"): 1,  # H02: called an index, computed as a ratio
    ("DEF-115", "J4"): 1,  # H07: the denominator is the target
    ("DEF-116", "J4"): 1,  # H08: what is one "partisipasi"?
    ("DEF-118", "J1"): 1,  # H02: no times 100
    ("DEF-130", "J1"): 1,  # H12: general data sources
    ("DEF-130", "J2"): 1,
    ("DEF-130", "J3"): 1,
    ("DEF-130", "J4"): 1,
    ("DEF-141", ""): 1,  # H09: two of four indicators without a number
    ("DEF-142", "J4"): 1,  # H11: Kccamatan
    ("DEF-155", "J3"): 1,  # H06: berkembang to mandiri leaves out maju
}
JAMBI = {
    ("DEF-101", ""): 3,  # G38: no satuan, polaritas, baseline
    ("DEF-103", ""): 1,  # no definisi operasional
    ("DEF-104", "R7"): 1,  # G25: Masyarakat / masyarakat
    ("DEF-105", ""): 1,  # G41: Jambi timur
    ("DEF-112", "R9"): 1,  # G29: a result in the column of formulas
    ("DEF-117", "R10"): 1,  # G34: inverted
    ("DEF-119", "R5"): 1,  # G21: not the standard SKM
    ("DEF-120", "R5"): 1,  # G20: surat tepat waktu against respondents
    ("DEF-121", "R5"): 1,  # G19: a sum called a mean
    ("DEF-122", "R1"): 1,  # G04: 2584 letters weigh as much as 18
    ("DEF-123", "R4"): 1,  # G13: lokasi and RT
    ("DEF-123", "R10"): 1,  # G32: rupiah and counts
    ("DEF-124", "R8"): 1,  # G27: participants averaged with winners
    ("DEF-125", "R3"): 1,  # G10: lembaga over penduduk
    ("DEF-126", "R4"): 1,  # G15: dibangun against terlayani
    ("DEF-131", "R7"): 1,  # G25: Kasi PMK answers, Kasi Kesos holds the data
    ("DEF-140", ""): 1,  # G36: sasaran 1., 1., none
    ("DEF-143", ""): 2,  # G41: public, didalam
    ("DEF-143", "R5"): 1,  # survey
    ("DEF-143", "R10"): 1,  # ditindak lanjuti
    ("DEF-144", ""): 1,  # G43: misi worded as a sasaran
    ("DEF-150", "R7"): 1,  # G24: direction
    ("DEF-152", ""): 1,  # G39: nine of ten targets stay
    ("DEF-153", "R3"): 1,  # G11: 0,20 percent
}


def found(name: str) -> list[Finding]:
    return lint_file(TEMPLATES / f"{name}.yaml")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kepulauan_anambas_2024", ANAMBAS),
        ("kota_jambi_2017", JAMBI),
        ("jambi_timur_2017_triwulanan", {**JAMBI, ("DEF-162", ""): 1}),
        ("contoh_triwulanan_2025", {}),
    ],
)
def test_the_check_finds_exactly_the_known_cases(
    name: str, expected: dict[tuple[str, str], int]
) -> None:
    assert Counter((one.code, one.indicator) for one in found(name)) == expected


@pytest.mark.parametrize(
    ("name", "code", "indicator", "words"),
    [
        ("kepulauan_anambas_2024", "DEF-111", "J3", "rumus: Peningkatan partisipasi masyarakat"),
        ("kepulauan_anambas_2024", "DEF-142", "J4", "penanggung_jawab: Kccamatan Jemaja Barat"),
        ("kota_jambi_2017", "DEF-117", "R10", "rumus: |-"),
        ("kota_jambi_2017", "DEF-125", "R3", "nilai: {rumus: hadir/penduduk*100}"),
        ("kota_jambi_2017", "DEF-153", "R3", "target: {2017: 0.20, 2018: 0.20}"),
    ],
)
def test_a_finding_points_to_the_line_it_is_about(
    name: str, code: str, indicator: str, words: str
) -> None:
    (one,) = (one for one in found(name) if (one.code, one.indicator) == (code, indicator))
    lines = (TEMPLATES / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert one.line is not None
    assert lines[one.line - 1].strip() == words
    assert one.path.endswith(f"{name}.yaml")


def test_a_case_outside_the_definition_points_to_its_note() -> None:
    (one,) = (one for one in found("kepulauan_anambas_2024") if "Penganggung" in str(one.facts))
    lines = (TEMPLATES / "kepulauan_anambas_2024.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[(one.line or 0) - 1].strip() == "- kunci: dokumen.judul_kolom"


def test_a_file_that_cannot_be_loaded_gives_the_faults_of_loading(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.yaml"
    broken.write_text("tahun: 2025\ntahun: 2026\n", encoding="utf-8")
    codes = {one.code for one in lint_file(broken)}
    assert {"DEF-003", "DEF-005"} <= codes
    assert [one.code for one in lint_file(tmp_path / "tidak_ada.yaml")] == ["BRK-001"]
