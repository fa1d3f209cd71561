"""Both source documents, case by case: what an inspector found in them, the audit says as well.

G and H number the faults and doubts that were found by hand in the report of Jambi Timur (2017) and
in the definitions of Jemaja Barat (2024); some of the numbers turned out to be right on inspection.
"""

from functools import cache
from pathlib import Path

import pytest

from iku.finding import Finding, Severity
from iku.messages import explain

from .reports import JAMBI, JEMAJA, TELUK, found

# case, code, line, what the sentence must say (parted by "|")
GOLDEN_JAMBI = [
    ("G01", "AUD-002", 51, "98,87|98,8777|98,88|dipotong, bukan dibulatkan"),
    ("G04", "AUD-005", 51, "2.584|18|2.570/2.602 = 98,77|109,74"),
    ("G06", "AUD-001", 52, "tertulis 91,80|48/52|92,31|56/61"),
    ("G07", "AUD-001", 52, "capaiannya 102,56|102,00, berasal dari hasil yang keliru"),
    ("G09", "AUD-012", 27, "104,21|105,00|0,208424"),
    ("G10", "AUD-061", 53, "197|52|baris 52"),
    ("G10", "AUD-062", 53, "(lembaga)|(orang)"),
    ("G11", "AUD-019", 27, "0,20 persen|20,00"),
    ("G13", "AUD-006", 55, "lokasi, RT|31,77 dan 18,23|182,29"),
    ("G14", "AUD-013", 28, "250,00|Target 2018 tetap 10"),
    ("G15", "AUD-063", 55, "dibangun|terlayani"),
    ("G16", "AUD-001", 56, "tertulis 7,69|9,09|200/2.602|2.602 = 2.584 + 18 (baris 51)"),
    ("G17", "AUD-001", 56, "tertulis 46,12|54,55|1.200/2.602"),
    ("G18", "AUD-001", 56, "tertulis 30,75|36,36|800/2.602"),
    ("G19", "AUD-004", 56, "84,55|84,56|21,14|25,00|2.200/2.602"),
    ("G20", "AUD-060", 56, "surat tepat waktu|2.200|2.570|2.602|85,60"),
    ("G21", "AUD-059", 56, "9 unsur|3,2727|81,82 (mutu B)|102,27"),
    ("G21", "AUD-069", 56, "Kurang mudah|90,91|2.000/2.602 = 76,86|96,08|80 jadi tidak tercapai"),
    ("G24", "AUD-012", 31, "176,84|177,00"),
    ("G24", "AUD-013", 31, "176,84|Target 2018 tetap 2"),
    ("G24", "AUD-066", 31, "rastra|23,16|56,55|ditetapkan pemerintah pusat"),
    ("G25", "AUD-034", 31, "yang penerima"),
    ("G25", "AUD-032", 59, "Persentase masyarakat|Persentase Masyarakat|baris 31"),
    ("G25", "AUD-065", 59, "Kasi PMK|Kasi Kesos"),
    ("G25", "AUD-072", 59, "keluarga (KPM)|orang|masyarakat penerima rastra|penduduk"),
    ("G27", "AUD-007", 60, "mengikuti penilaian|3,65|91,15|4 jadi tidak tercapai"),
    ("G28", "AUD-012", 32, "130,21|130,25"),
    ("G29", "AUD-016", 34, "B (61,70)"),
    ("G29", "AUD-018", 34, "B (61,70)|Target (%)"),
    ("G29", "AUD-018", 61, '"B"|Target (%)'),
    ("G29", "AUD-021", 61, '"B"|"B (61,70)"|baris 34'),
    ("G29", "AUD-025", 34, '2018 hanya predikat "B"'),
    ("G29", "AUD-052", 61, "B (61,70)"),
    ("G32", "AUD-006", 62, "rupiah, temuan|74,79 dan 82,19"),
    ("G33", "AUD-012", 35, "120,76|120,75"),
    ("G34", "AUD-057", 62, "terbalik|133,71 dan 121,67"),
    ("G35", "AUD-015", 36, "129,09|109,31|125,98"),
    ("G36", "AUD-030", 29, "1., 1., (tanpa nomor)|1., 2., 3."),
    ("G36", "AUD-030", 56, "1., 1., 1.|1., 2., 3."),
    ("G37", "AUD-037", 45, "LAPORAN CAPAIAN TARGET"),
    ("G38", "AUD-036", 24, "Satuan|polaritas"),
    ("G38", "AUD-024", 29, "Tingkat Survey Kepuasan Masyarakat|Target (%)"),
    ("G38", "AUD-024", 56, "Tingkat Survey Kepuasan Masyarakat|Target (%)"),
    ("G39", "AUD-017", 25, "9 dari 10|2018"),
    ("G40", "AUD-008", 51, "94519|94.519|91,11 dan 100"),
    ("G41", "AUD-034", 9, "didalam"),
    ("G41", "AUD-034", 23, "public"),
    ("G41", "AUD-034", 29, "survey"),
    ("G41", "AUD-034", 62, "ditindak lanjuti"),
    ("G41", "AUD-043", 6, "Kecamatan Jambi timur"),
    ("G43", "AUD-044", 23, "Meningkatnya"),
]
GOLDEN_JEMAJA = [
    ("H01", "AUD-036", 20, "Satuan|polaritas|Target|Kondisi awal|Periode"),
    ("H01", "AUD-038", 3, "tidak menyebutkan tahun"),
    ("H02", "AUD-054", 21, "bernama indeks"),
    ("H02", "AUD-058", 21, "tanpa kali 100"),
    ("H03", "AUD-050", 22, "tanpa cara menghitung"),
    ("H04", "AUD-051", 23, "mengulang sasaran"),
    ("H06", "AUD-067", 23, "desa maju|IDM|2025"),
    ("H07", "AUD-055", 24, "targetnya sendiri"),
    ("H08", "AUD-056", 24, "orang, kegiatan, atau dokumen"),
    ("H09", "AUD-031", 41, "1., (tanpa nomor), 2., (tanpa nomor)|nomor sasarannya|baris 20"),
    *(("H10", "AUD-053", line, "sama persis dengan rumus") for line in (40, 41, 42, 43)),
    ("H11", "AUD-033", 24, "Kccamatan"),
    ("H11", "AUD-034", 20, "penganggung jawab"),
    ("H11", "AUD-034", 26, "pt.camat|Plt. Camat"),
    ("H11", "AUD-035", 49, "S.A.g|S. Ag"),
    ("H11", "AUD-035", 51, "TK.I|Tk.I"),
    ("H11", "AUD-035", 53, "NIP.1969|NIP. 1969"),
    *(("H12", "AUD-064", line, "Hasil dokumen pelayanan") for line in (21, 22)),
    *(("H12", "AUD-064", line, "Laporan pelaksanaan kegiatan") for line in (23, 24)),
    ("H13", "AUD-039", 20, "Keterangan kosong"),
    ("H13", "AUD-040", 33, "tempat dan tanggal"),
    ("H15", "AUD-068", 21, "kepuasan"),
    ("H15", "AUD-068", 23, "partisipasi"),
]
# A made-up report with the same kinds of fault in other words and figures: no rule knows a document.
GOLDEN_TELUK = [
    ("T01", "AUD-044", 3, "Terwujudnya"),
    ("T02", "AUD-036", 4, "Satuan|polaritas"),
    ("T03", "AUD-012", 5, "103,02|103,01|87,564103"),
    ("T04", "AUD-017", 5, "4 dari 5"),
    ("T05", "AUD-024", 6, "Indeks Kepuasan Pengguna Layanan"),
    ("T06", "AUD-054", 6, "bernama indeks"),
    ("T07", "AUD-024", 7, "Jumlah pelanggaran perda"),
    ("T08", "AUD-030", 7, "1, 1, 2"),
    ("T09", "AUD-066", 7, "pelanggaran|50,00|66,67"),
    ("T10", "AUD-014", 10, "122,94|121,94"),
    ("T11", "AUD-002", 17, "86,66|86,6667|86,67"),
    ("T12", "AUD-005", 17, "1.300|300|1.410/1.600 = 88,13|103,68"),
    ("T13", "AUD-001", 18, "31,25|33,33|500/1.600|1.600 = 1.300 + 300 (baris 17)"),
    ("T14", "AUD-001", 18, "43,75|46,67|700/1.600"),
    ("T15", "AUD-001", 18, "12,50|13,33|200/1.600"),
    ("T16", "AUD-001", 18, "6,25|6,67|100/1.600"),
    ("T17", "AUD-004", 18, "93,75|23,44|25,00|1.500/1.600"),
    ("T18", "AUD-008", 18, "1500|1.500|87,56 dan 30"),
    ("T19", "AUD-069", 18, "Kurang puas, Tidak puas|80,00|1.200/1.600 = 75,00|96,15|78 jadi tidak"),
    ("T20", "AUD-059", 18, "3,0667|76,67 (mutu B)|98,29"),
    ("T21", "AUD-072", 20, "BLT diberikan|Jumlah warga penerima BLT|Jumlah penduduk"),
    ("T22", "AUD-057", 21, "Jumlah BUMDes|222,22"),
]
# Right on inspection, or right at the time: nothing may be said about these figures.
SOUND = {
    "G02": (51, "83,33"),  # 15/18
    "G03": (51, "tertulis 91,11"),  # the mean, of unrounded parts
    "G05": (25, "101,23"),
    "G08": (53, "0,21"),  # 197/94.519
    "G12": (55, "tertulis 31,77"),
    "G22": (57, "100"),
    "G23": (59, "3,54"),
    "G26": (60, "6,77"),
    "G30": (62, "tertulis 74,79"),
    "G31": (62, "tertulis 82,19"),
    "G42": (8, "Nomor 19 Tahun 2008"),  # replaced in May 2018, after the report was signed
    "G44": (43, "19800423"),  # a NIP with spaces
    "H14": (34, "1969"),  # appointed at 44
}
# Told with the regency's definition, which knows the three villages (test_rules); and what only
# somebody who knows the kecamatan can say: duties that no indicator serves.
OUTSIDE = {"H05", "H16"}
CASES = [
    *((JAMBI, *row) for row in GOLDEN_JAMBI),
    *((JEMAJA, *row) for row in GOLDEN_JEMAJA),
    *((TELUK, *row) for row in GOLDEN_TELUK),
]


CLAIMED = {JAMBI: GOLDEN_JAMBI, JEMAJA: GOLDEN_JEMAJA, TELUK: GOLDEN_TELUK}


@cache
def told(path: Path) -> tuple[Finding, ...]:
    return tuple(map(explain, found(path.read_text(encoding="utf-8"))))


def says(one: Finding, code: str, line: int, words: str) -> bool:
    if (one.code, one.line) != (code, line):
        return False
    return all(word in one.message for word in words.split("|"))


def test_no_case_is_forgotten() -> None:
    told_of = {case for _, case, *_ in CASES if not case.startswith("T")}
    listed = told_of | SOUND.keys() | OUTSIDE
    assert listed == {f"G{n:02}" for n in range(1, 45)} | {f"H{n:02}" for n in range(1, 17)}


@pytest.mark.parametrize(("path", "case", "code", "line", "words"), CASES)
def test_a_case_is_told_at_its_line_with_its_figures(
    path: Path, case: str, code: str, line: int, words: str
) -> None:
    at_line = [one.message for one in told(path) if one.line == line]
    assert any(says(one, code, line, words) for one in told(path)), (case, at_line)


@pytest.mark.parametrize("path", CLAIMED)
def test_nothing_is_told_that_is_no_case(path: Path) -> None:
    strangers = [
        one.message
        for one in told(path)
        if not any(says(one, code, line, words) for _, code, line, words in CLAIMED[path])
    ]
    assert strangers == []
    assert len({(one.code, one.line, one.message) for one in told(path)}) == len(told(path))


@pytest.mark.parametrize("case", SOUND)
def test_what_is_right_is_left_alone(case: str) -> None:
    line, figure = SOUND[case]
    path = JEMAJA if case.startswith("H") else JAMBI
    blamed = [one.message for one in told(path) if one.line == line and figure in one.message]
    assert blamed == []


def test_findings_come_in_reading_order() -> None:
    lines = [one.line or 0 for one in told(JAMBI)]
    assert lines == sorted(lines)


@pytest.mark.parametrize("path", [JAMBI, JEMAJA])
def test_a_valid_nip_is_never_an_error(path: Path) -> None:
    nips = [one for one in told(path) if "nip" in str(one.facts).lower()]
    assert {one.severity for one in nips} <= {Severity.INFO}
