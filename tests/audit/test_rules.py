"""One change of a sound report, and the one finding that it makes."""

import re

import pytest

from iku.definition.load import parse_definition
from iku.finding import Finding
from iku.messages import all_codes, entry, explain, placeholders, told_in
from tests import workbooks

from .lkjip import faulty
from .reports import JAMBI, JEMAJA, SOUND, changed, found, of_villages, places, with_villages

LETTERS = "1.100/1.200 x 100% = 91,67%"
TWO = "a. Surat masuk 90/100 x 100% = 90% b. Surat keluar 90/100 x 100% = 90% Rata-rata = 90%"
SURAT = ("90\t91,67\t101,86", "90\t90\t100,00")
MEAN = ("102,61\t", "102,14\t")
NIP = "19800423 199912 1 001"

UNSUR = "Nilai rata-rata tertimbang 9 unsur SKM x 25"
ANSWERS = (
    "Jumlah jawaban / Jumlah responden x 100% Tidak baik 10/200 x 100% = 5% Kurang baik 30/200 x"
    " 100% = 15% Baik 120/200 x 100% = 60% Sangat baik 40/200 x 100% = 20% Rata-rata = 100%"
)
NAME, RECIPIENTS = (
    "Persentase surat yang selesai tepat waktu",
    "Persentase warga penerima PKH tepat waktu",
)
TEXT = "Jumlah surat yang selesai tepat waktu / Jumlah surat x 100%"

Change = tuple[str, str]
CASES: list[tuple[list[Change], list[tuple[str, int]]]] = [
    ([(LETTERS, "1.100/1.300 x 100% = 91,67%")], [("AUD-001", 15)]),
    ([("82,19\t102,74", "82,1\t102,63"), ("82,19%", "82,1%"), ("102,61", "102,58")], [("AUD-002", 17)]),
    ([("/73 x 100% = 82,19%", "/73 x 100% = 82,19% Rp 1/0 = 5")], [("AUD-009", 17)]),
    ([(LETTERS, TWO.replace("Rata-rata = 90%", "Rata-rata = 91,67%"))], [("AUD-003", 15)]),
    ([(LETTERS, TWO.replace("rata = 90%", "rata = 180%")), ("91,67", "180"), ("101,86", "200,00"), ("102,61", "127,14")],
     [("AUD-004", 15), ("AUD-013", 4), ("AUD-015", 8)]),
    ([(LETTERS, TWO.replace("90/100", "9/10", 1)), SURAT, MEAN], [("AUD-005", 15)]),
    ([(LETTERS, TWO.replace("90/100", "Rp 90/Rp 100", 1)), SURAT, MEAN], [("AUD-006", 15)]),
    ([("surat yang selesai tepat waktu\t%", "surat masuk selesai\t%"), ("1.\tPersentase surat yang selesai tepat waktu\tJ", "1.\tPersentase surat masuk selesai\tJ"),
      (LETTERS, TWO), SURAT, MEAN], [("AUD-007", 15)]),
    ([("1.100/1.200", "1.100/1200")], [("AUD-008", 15)]),
    ([("91,67\t101,86", "93,00\t103,33"), ("102,61", "102,98")], [("AUD-010", 4)]),
    ([("101,86", "101,96"), ("102,61", "102,63")], [("AUD-011", 4)]),
    ([("101,86", "101,85")], [("AUD-012", 4)]),
    ([("82,40\t103,00", "82,4\t103,06"), ("102,61", "102,62")], [("AUD-012", 5)]),
    ([("82,40\t103,00", "82,4\t103,07"), ("102,61", "102,63")], [("AUD-011", 5)]),
    ([("82,40\t103,00", "82\t103,00")], [("AUD-011", 5)]),
    ([("91,67\t101,86", "91,67\t98,14"), ("102,61", "101,68")], [("AUD-011", 4)]),
    ([("Target\tRealisasi\tCapaian (%)\tTarget 2024", "Tahun 2023\t\t\tTarget 2024\n\t\t\t\t\tTarget\tRealisasi\tCapaian (%)\t"), ("101,86", "101,96"), ("102,61", "102,63")],
     [("AUD-011", 5)]),
    ([("No.\tSasaran", "Daftar\tDokumen\nNo.\tSasaran"), ("101,86", "101,96"), ("102,61", "102,63")], [("AUD-011", 5)]),
    ([("101,86", "101,8"), ("102,61", "102,59")], [("AUD-011", 4)]),
    ([("80\t82,40\t103,00", "40\t82,40\t206,00"), ("102,61", "128,36")], [("AUD-013", 5), ("AUD-015", 8)]),
    ([("80\t82,40\t103,00", "40\t82,40\t206,00"), ("102,61", "106,86")], [("AUD-013", 5)]),
    ([("102,61", "103,61")], [("AUD-014", 8)]),
    ([("60\tB (61,70)\t102,83", "61,70\tB (61,70)\t100,00"), ("102,61", "101,90")], [("AUD-016", 7)]),
    ([("101,86\t92", "101,86\t90"), ("103,00\t83", "103,00\t80"), ("102,74\t85", "102,74\t80")], [("AUD-017", 4)]),
    ([("Realisasi\t", "Realisasi (%)\t")], [("AUD-018", 7), ("AUD-024", 5)]),
    ([("Target\t", "Target (%)\t")], [("AUD-024", 5), ("AUD-024", 7)]),
    ([("60\tB (61,70)\t102,83\t63", "B (60,50)\tB (61,70)\t101,98\tB"), ("102,61", "102,40")], [("AUD-025", 7)]),
    ([("90\t91,67\t101,86\t92", "0,9\t0,9167\t101,86\t1"), ("1.100/1.200 x 100% = 91,67%", "11/1.200 x 100% = 0,9167%")], [("AUD-019", 4)]),
    ([("B (61,70)", "BB (61,70)")], [("AUD-020", 7)]),
    ([("Formulasi Perhitungan", "Target\tFormulasi Perhitungan"), ("waktu\tJumlah", "waktu\t95\tJumlah"), ("at\tNilai", "at\t80\tNilai"), ("juti\tJumlah", "juti\t80\tJumlah"), ("an\tHasil", "an\t60\tHasil")],
     [("AUD-021", 15)]),
    ([("82,40\t103", "82..40\t103")], [("AUD-022", 5)]),
    ([("80\t82,40\t103,00", "80\t98,40\t120,00"), ("102,61", "106,86")], [("AUD-023", 5)]),
    ([("2.\tMeningkatnya", "1.\tMeningkatnya")], [("AUD-030", 6)]),
    ([("2.\tIndeks", "\tIndeks")], [("AUD-031", 16)]),
    ([("3.\tPersentase temuan", "3.\tPersentase Temuan")], [("AUD-032", 17)]),
    ([("3.\tPersentase temuan yang", "3.\tPersentase temuan BPK yang")], [("AUD-032", 17)]),
    ([("Jumlah surat yang selesai tepat waktu / Jumlah surat x", "Jumlah naskah yang selesai tepat waktu / Jumlah naskah x"),
      (LETTERS, TWO.replace("Surat masuk", "Jumlah surat masuk").replace("Surat keluar", "Jumlah naskah keluar")), SURAT, MEAN],
     [("AUD-007", 15)]),
    ([("AKIP oleh Inspektorat", "AKIP kacamatan oleh Inspektorat")], [("AUD-033", 18)]),
    ([("Buku register", "Prosentase dalam buku register")], [("AUD-034", 15)]),
    ([("Satuan", "Ukuran")], [("AUD-036", 3)]),
    ([("Arah Penilaian", "Catatan")], [("AUD-036", 3)]),
    ([("PENJELASAN INDIKATOR", "CAPAIAN INDIKATOR")], [("AUD-037", 13)]),
    ([("UTAMA TAHUN 2023", "UTAMA")], [("AUD-038", 13)]),
    ([("Sumber Data\n", "Sumber Data\tKeterangan\n")], [("AUD-039", 14)]),
    ([("Suka Maju, 15 Januari 2024\n", "")], [("AUD-040", 11)]),
    ([(NIP, "19800423 199912 1 01")], [("AUD-041", 12)]),
    ([(NIP, "19801323 199912 1 001")], [("AUD-041", 12)]),
    ([("Kasi Pelayanan\tLaporan SKM", "Kasi Pelayanan\tLaporan SKM Kecamatan Suka maju")], [("AUD-043", 16)]),
    ([("Meningkatkan kualitas", "Meningkatnya kualitas")], [("AUD-044", 2)]),
    ([("Nilai rata-rata tertimbang 9 unsur SKM x 25", "Pendapat masyarakat")], [("AUD-050", 16)]),
    ([("Hasil evaluasi AKIP oleh Inspektorat", "Meningkatnya akuntabilitas kecamatan")], [("AUD-051", 18)]),
    ([("Hasil evaluasi AKIP oleh Inspektorat", "61,70")], [("AUD-052", 18)]),
    ([("Formulasi Perhitungan", "Definisi Operasional\tFormulasi Perhitungan"), ("waktu\tJumlah", "waktu\ta\tJumlah"), ("at\tNilai", "at\tb\tNilai"), ("juti\tJumlah", "juti\tc\tJumlah"), ("an\tHasil evaluasi", "an\tHasil evaluasi AKIP oleh Inspektorat\tHasil evaluasi")],
     [("AUD-053", 18)]),
    ([("Nilai rata-rata tertimbang 9 unsur SKM x 25", "Jumlah warga puas / jumlah warga x 100")], [("AUD-054", 5), ("AUD-059", 16)]),
    ([("/ Jumlah temuan x", "/ Jumlah temuan yang ditargetkan ditindaklanjuti x")], [("AUD-055", 17)]),
    ([("Jumlah temuan yang ditindaklanjuti / Jumlah temuan x", "Jumlah penyelesaian temuan ditindaklanjuti / Jumlah penyelesaian temuan x"), ("penyelesaian", "kinerja"), ("penyelesaian", "kinerja")],
     [("AUD-056", 17)]),
    ([("Jumlah temuan yang ditindaklanjuti / Jumlah temuan x", "Jumlah temuan / Jumlah temuan yang ditindaklanjuti x")], [("AUD-057", 17)]),
    ([("Jumlah temuan x 100% 60/73 x 100% = 82,19%", "Jumlah temuan")], [("AUD-058", 17)]),
    ([("Jumlah temuan x 100%", "jumlah surat selesai tepat waktu x 100%")], [("AUD-060", 17), ("AUD-062", 17)]),
    ([("Jumlah temuan yang ditindaklanjuti / Jumlah temuan x 100% 60/73", "Jumlah surat yang ditindaklanjuti / Jumlah surat masuk x 100% 6.000/7.300")], [("AUD-061", 17)]),
    ([("/ Jumlah temuan x", "/ Jumlah pegawai x")], [("AUD-062", 17)]),
    ([("Jumlah temuan yang ditindaklanjuti /", "Jumlah temuan tuntas /")], [("AUD-063", 17)]),
    ([("Laporan SKM semester II", "Laporan kegiatan")], [("AUD-064", 16)]),
    ([("register surat Kasi Pelayanan", "register surat Kasi Pemerintahan")], [("AUD-065", 15)]),
    ([("Persentase temuan yang ditindaklanjuti\t%\tSemakin tinggi semakin baik", "Persentase temuan\t%\tSemakin tinggi semakin baik"), ("3.\tPersentase temuan yang ditindaklanjuti", "3.\tPersentase temuan")],
     [("AUD-066", 6)]),
    ([("Persentase surat yang selesai tepat waktu", "Persentase desa berkembang menjadi mandiri"), ("Persentase surat yang selesai tepat waktu", "Persentase desa berkembang menjadi mandiri")],
     [("AUD-067", 4)]),
    ([("ditindaklanjuti\t%\tSemakin tinggi semakin baik\t80\t82,19\t102,74", "ditindaklanjuti\t%\tSemakin rendah semakin baik\t80\t82,19\t97,26"), ("102,61", "101,24")],
     [("AUD-066", 6)]),
    ([(UNSUR, ANSWERS), ("82,40\t103,00", "100\t125,00"), ("102,61", "108,11")],
     [("AUD-015", 8), ("AUD-054", 5), ("AUD-004", 16), ("AUD-059", 16), ("AUD-069", 16)]),
    ([(UNSUR, f"{UNSUR} 749,1 x 0,11 = 82,40")], [("AUD-073", 16)]),
    ([(NAME, RECIPIENTS), (NAME, RECIPIENTS), (TEXT, "Jumlah warga penerima PKH tepat waktu / Jumlah penduduk x 100%")], [("AUD-072", 15)]),
    ([("kualitas pelayanan publik\tPers", "partisipasi masyarakat\tPers")], [("AUD-068", 4), ("AUD-068", 5)]),
]  # fmt: skip


def test_a_sound_report_gives_no_finding() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize(("changes", "expected"), CASES)
def test_one_fault_gives_the_findings_that_it_deserves(
    changes: list[Change], expected: list[tuple[str, int]]
) -> None:
    assert sorted(places(found(changed(*changes)))) == sorted(expected)


def test_what_holds_neither_table_nor_calculation_was_not_checked() -> None:
    assert places(found("Catatan rapat\nTidak ada angka di sini.\n")) == [("AUD-090", None)]
    assert places(found("")) == [("AUD-090", None)]


def test_a_report_is_compared_with_the_definition_of_the_regency() -> None:
    definition = workbooks.definition("kota_jambi_2017")
    text = JAMBI.read_text(encoding="utf-8")
    kept = {one.code for one in found(text, definition)}
    assert not kept & {"AUD-070", "AUD-071"}
    lowered = text.replace("tepat waktu\t90\t91,11", "tepat waktu\t80\t91,11")
    gone = re.sub(r"(?m)^\t2\. Persentase Temuan.*\n", "", lowered)
    findings = [one for one in found(gone, definition) if one.code in {"AUD-070", "AUD-071"}]
    assert {(one.code, one.indicator) for one in findings} == {
        ("AUD-070", "R1"),
        ("AUD-071", "R10"),
    }


def test_indicators_carry_the_codes_of_the_definition() -> None:
    findings = found(JAMBI.read_text(encoding="utf-8"), workbooks.definition("kota_jambi_2017"))
    assert ("AUD-001", "R2") in {(one.code, one.indicator) for one in findings}


@pytest.mark.parametrize(
    ("target", "realisasi", "told"),
    [
        ("66,67", "33,33", []),
        ("66,66", "100", []),
        ("66,67", "50", ["realisasi 50"]),
        ("80", "33,33", ["target 80"]),
        ("-", "-", ["only"]),
    ],
)
def test_a_share_of_three_villages_is_a_third_two_thirds_all_or_nothing(
    target: str, realisasi: str, told: list[str]
) -> None:
    findings = found(of_villages(target, realisasi), parse_definition(with_villages(3)))
    figures = {"realisasi 50": "50", "target 80": "80", "only": None}
    said = [one for one in findings if one.code in {"AUD-074", "AUD-075"}]
    assert [one.facts.get("tertulis") for one in said] == [figures[one] for one in told]
    assert all(one.facts["mungkin"] == "0,00; 33,33; 66,67; 100,00" for one in said)


def test_the_villages_are_told_where_no_target_is_set() -> None:  # H05
    text = JEMAJA.read_text(encoding="utf-8")
    findings = found(text, parse_definition(with_villages(3)))
    assert [one.line for one in findings if one.code == "AUD-075"] == [23]
    many = found(text, parse_definition(with_villages(11)))
    assert "AUD-075" not in {one.code for one in many}


# Reports in which what was found by another indicator or table must not be blamed on this one.
HEAD = next(line for line in SOUND.splitlines(keepends=True) if "Realisasi" in line)
GUARDS = [
    ("\t80\t82,40\t103,00\t83", "\t80\t82,40\t103,000\t83"),
    ("Semakin tinggi semakin baik\t80\t82,40\t103,00", "Semakin rendah semakin baik\t80\t77,6\t103,00"),
    ("102,61\t", "102,6\t"),
    ("102,61\t", "102,605\t"),
    ("102,61\t", "102,61\t\nMengetahui\t\tCAMAT SUKA MAJU\t\t\t\t\t\t"),
    ("2.\tMeningkatnya", HEAD + "2.\tMeningkatnya"),
    ("1.100/1.200 x 100% = 91,67%", "1.100/1.200 x 100% = 0,9167 x 100% = 91,67%"),
    ("1.100/1.200 x 100% = 91,67%", "1.100 surat / 1.200 surat = 91,67%"),
    ("1.\tMeningkatnya", "1)\tMeningkatnya"),
    ("91,67\t101,86", "91,67%\t101,86%"),
    ("\n2.\tMeningkatnya akun", "\n\n2.\tMeningkatnya akun"),
    ("No.\tSasaran", "Program\t\t\t\t\t\t\t\t\nNo.\tSasaran"),
    ("1.\tMeningkatnya", "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)=(7)/(6)\t(9)\n1.\tMeningkatnya"),
]  # fmt: skip


@pytest.mark.parametrize("change", GUARDS)
def test_what_is_written_in_another_way_is_no_fault(change: Change) -> None:
    assert found(changed(change)) == []


def test_a_definition_without_capaian_is_not_blamed_for_its_direction() -> None:
    text = JEMAJA.read_text(encoding="utf-8")
    text = text.replace("Indeks Reformasi Birokrasi", "Jumlah gangguan ketertiban")
    assert "AUD-066" not in {one.code for one in found(text)}


def every_finding() -> list[Finding]:
    definition = workbooks.definition("kota_jambi_2017")
    texts = [JAMBI.read_text(encoding="utf-8"), JEMAJA.read_text(encoding="utf-8"), "-"]
    findings = [one for text in texts for one in found(text)]
    findings += found(SOUND.replace("Nilai AKIP", "Predikat AKIP"), definition)
    wrong = JAMBI.read_text(encoding="utf-8").replace("tepat waktu\t90\t", "tepat waktu\t80\t")
    findings += found(wrong, definition)
    villages = parse_definition(with_villages(3))
    findings += found(of_villages("80", "-"), villages) + found(of_villages("-", "-"), villages)
    findings += [one for text in faulty().values() for one in found(text)]
    return findings + [one for changes, _ in CASES for one in found(changed(*changes))]


def test_every_code_of_the_catalogue_can_be_found_and_told() -> None:
    findings = every_finding()
    told = {one.code for one in findings} | {"AUD-091"}  # told by the reader of files
    assert told == {one for one in all_codes() if one[:3] == "AUD"}
    for finding in findings:
        for language in ("id", "en"):
            words = told_in(finding.code, language)
            said = [words["message"], words["fix"]]
            said += [
                text for fact, text in words.get("bila", {}).items() if finding.facts.get(fact)
            ]
            needed = {name for text in said for name in placeholders(text)}
            assert needed <= finding.facts.keys() | {"tempat", "indikator", "berkas"}
        assert "None" not in explain(finding).message


def test_what_is_said_only_sometimes_is_said_at_least_once() -> None:
    findings = every_finding()
    for code in {one.code for one in findings}:
        for fact in entry(code)["id"].get("bila", {}):
            assert any(one.facts.get(fact) for one in findings if one.code == code), (code, fact)
