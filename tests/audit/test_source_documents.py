"""Both source documents, finding by finding; G and H are the golden cases of the domain."""

from collections import Counter
from pathlib import Path

import pytest

from iku.finding import Finding, Severity
from iku.messages import explain

from .reports import JAMBI, JEMAJA, found, places

JAMBI_FINDINGS = [
    ("AUD-043", 6),  # G41: Jambi timur
    ("AUD-034", 9),  # G41: didalam
    ("AUD-044", 23),  # G43: the misi is worded as a sasaran
    ("AUD-034", 23),  # G41: public
    ("AUD-036", 24),  # G38: no satuan, no polaritas (G24)
    ("AUD-017", 25),  # G39: nine of ten targets stay
    ("AUD-012", 27),  # G09: 104,21 follows from the unrounded realisasi
    ("AUD-019", 27),  # G11: a target of 0,20 percent
    ("AUD-013", 28),  # G14: 250,00
    ("AUD-034", 29),  # G41: survey
    ("AUD-030", 29),  # G36: sasaran 1., 1., none
    ("AUD-012", 31),  # G24: 176,84 from the unrounded realisasi
    ("AUD-013", 31),  # G24: above 150
    ("AUD-034", 31),  # G25: "yang Penerima"
    ("AUD-066", 31),  # G24: fewer recipients would be better
    ("AUD-012", 32),  # G28
    ("AUD-016", 34),  # G29: target and realisasi are 61,70
    ("AUD-018", 34),  # G29: a grade below "Target (%)"
    ("AUD-012", 35),  # G33
    ("AUD-015", 36),  # G35: right, but four capaian are above 120
    ("AUD-037", 45),  # G37: the title promises capaian
    ("AUD-002", 51),  # G01: cut off
    ("AUD-005", 51),  # G04: 2584 letters weigh as much as 18
    ("AUD-008", 51),  # G40: 94519 and 94.519
    ("AUD-001", 52),  # G06: 48/52
    ("AUD-061", 53),  # G10: 197 present of 52
    ("AUD-062", 53),  # G10: lembaga over penduduk
    ("AUD-006", 55),  # G13: lokasi and RT
    ("AUD-063", 55),  # G15: dibangun, terlayani
    ("AUD-001", 56),  # G16
    ("AUD-001", 56),  # G17
    ("AUD-001", 56),  # G18
    ("AUD-004", 56),  # G19: a sum
    ("AUD-030", 56),  # G36: sasaran 1., 1., 1.
    ("AUD-059", 56),  # G21: not the standard SKM
    ("AUD-060", 56),  # G20: "surat tepat waktu" are 2.570
    ("AUD-032", 59),  # G25: Masyarakat, masyarakat
    ("AUD-065", 59),  # G25: Kasi PMK, Kasi Kesos
    ("AUD-007", 60),  # G27: participants averaged with winners
    ("AUD-018", 61),  # G29
    ("AUD-021", 61),  # G29: "B (61,70)" and "B"
    ("AUD-052", 61),  # G29: a result in place of a rumus
    ("AUD-006", 62),  # G32: rupiah and temuan
    ("AUD-034", 62),  # G41: ditindak lanjuti
    ("AUD-057", 62),  # G34: inverted
]
JEMAJA_FINDINGS = [
    ("AUD-038", 3),  # H01: no year
    ("AUD-034", 20),  # H11: Penganggung Jawab
    ("AUD-036", 20),  # H01: satuan, target, baseline, polaritas, periode
    ("AUD-039", 20),  # H13: keterangan empty
    ("AUD-054", 21),  # H02: an index that is a ratio
    ("AUD-058", 21),  # H02: no times 100
    ("AUD-064", 21),  # H12
    ("AUD-068", 21),  # H15: kepuasan measured by reformasi birokrasi
    ("AUD-050", 22),  # H03: prose
    ("AUD-064", 22),  # H12
    ("AUD-051", 23),  # H04: copied from the sasaran
    ("AUD-064", 23),  # H12
    ("AUD-067", 23),  # H06: maju is left out
    ("AUD-068", 23),  # H15: partisipasi measured by desa mandiri
    ("AUD-033", 24),  # H11: Kccamatan
    ("AUD-055", 24),  # H07: divides by its target
    ("AUD-056", 24),  # H08: what is one partisipasi?
    ("AUD-064", 24),  # H12
    ("AUD-034", 26),  # H11: Pt.
    ("AUD-040", 33),  # H13: no place and date
    ("AUD-053", 40),  # H10
    ("AUD-031", 41),  # H09: two of four without a number
    ("AUD-053", 41),  # H10
    ("AUD-053", 42),  # H10
    ("AUD-053", 43),  # H10
    ("AUD-035", 49),  # H11: S. Ag, S.A.g
    ("AUD-035", 51),  # H11: Tk.I, TK.I
    ("AUD-035", 53),  # H11: "NIP. ", "NIP."
]


def read(path: Path) -> list[Finding]:
    return found(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "expected"), [(JAMBI, JAMBI_FINDINGS), (JEMAJA, JEMAJA_FINDINGS)])
def test_a_source_document_has_exactly_the_golden_cases(
    path: Path, expected: list[tuple[str, int]]
) -> None:
    assert Counter(places(read(path))) == Counter(expected)


def test_findings_come_in_reading_order() -> None:
    lines = [one.line or 0 for one in read(JAMBI)]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("code", "line", "words"),
    [
        ("AUD-001", 52, ["91,80", "92,31", "56/61", "102,56"]),
        ("AUD-001", 56, ["7,69", "9,09", "2.602 = 2.584 + 18", "baris 51"]),
        ("AUD-002", 51, ["98,87", "98,8777", "98,88"]),
        ("AUD-004", 56, ["84,55", "84,56", "21,14", "2.200/2.602"]),
        ("AUD-005", 51, ["2.570/2.602 = 98,77", "109,74"]),
        ("AUD-006", 62, ["rupiah", "temuan"]),
        ("AUD-007", 60, ["Yang mengikuti penilaian"]),
        ("AUD-012", 27, ["104,21", "105,00", "0,208424"]),
        ("AUD-015", 36, ["129,09", "109,31"]),
        ("AUD-060", 56, ["2.200", "2.570", "2.602"]),
        ("AUD-061", 53, ["197", "52"]),
    ],
)
def test_a_finding_tells_printed_and_computed_figures_and_where_they_may_come_from(
    code: str, line: int, words: list[str]
) -> None:
    one = next(one for one in read(JAMBI) if (one.code, one.line) == (code, line))
    message = explain(one).message
    assert [word for word in words if word not in message] == []


@pytest.mark.parametrize("path", [JAMBI, JEMAJA])
def test_a_valid_nip_is_never_an_error(path: Path) -> None:
    nips = [one for one in read(path) if "nip" in str(one.facts).lower()]
    assert {explain(one).severity for one in nips} <= {Severity.INFO}
