"""What a finding works out beside the fault, on a report that is otherwise sound."""

import pytest

from iku.messages import explain

from .reports import changed, found
from .test_rules import ANSWERS, LETTERS, NAME, RECIPIENTS, TEXT, UNSUR, Change

# changes, code, line, what the sentence must say (parted by "|")
TOLD: list[tuple[list[Change], str, int, str]] = [
    ([("1.100/1.200", "1.100/1.300")], "AUD-001", 15, "84,62|cocok dengan 1.100/1.200|capaiannya 94,02|101,86, berasal dari hasil"),
    ([("1.100/1.200", "1.010/1.200")], "AUD-001", 15, "84,17|cocok dengan 1.100/1.200"),
    ([("80\t82,40\t103,00", "80\t82,40\t97,00")], "AUD-011", 5, "97,00|103,00|cocok dengan (2 × target − realisasi) / target"),
    ([("80\t82,40\t103,00", "80\t82,40\t97,09")], "AUD-011", 5, "cocok dengan target / realisasi"),
    ([("80\t82,40\t103,00", "80\t72\t10,00")], "AUD-011", 5, "90,00|cocok dengan (target − realisasi) / target"),
    ([(UNSUR, f"{UNSUR} 749,1 x 0,11 = 82,40")], "AUD-073", 16, "0,11|hanya 99,"),
    ([("1.100/1.200", "1.100/1200"), ("82,40\t103,00", "82\t102,50")], "AUD-008", 15, "1200|91,67 dan 82"),
    ([(LETTERS, "a. Roda dua Rp 60/Rp 80 x 100% = 75% b. Roda empat 3/5 x 100% = 60% Rata-rata = 67,5%")],
     "AUD-006", 15, "75,00 dan 60,00|83,33 dan 66,67"),
    ([(NAME, "Persentase surat masuk selesai"), (NAME, "Persentase surat masuk selesai"),
      (LETTERS, "a. Surat masuk 80/100 x 100% = 80% b. Surat keluar 102/102 x 100% = 100% Rata-rata = 90%")],
     "AUD-005", 15, "182/202 = 90,10|100,11"),
    ([(NAME, "Persentase surat masuk selesai"), (NAME, "Persentase surat masuk selesai"),
      (LETTERS, "a. Surat masuk 80/100 x 100% = 80% b. Surat keluar 100/100 x 100% = 100% Rata-rata = 90%"),
      ("91,67\t101,86", "90\t100,00")],
     "AUD-007", 15, "Surat keluar|80,00|88,89|Target 90 jadi tidak tercapai"),
    ([("\t\tNilai AKIP", "3.\tMeningkatnya akuntabilitas kinerja\tNilai AKIP"), ("80\t82,40\t103,00", "40\t82,40\t206,00"), ("102,61", "128,36")],
     "AUD-015", 8, "106,86|119,83"),
    ([("2.\tIndeks", "\tIndeks"), ("3.\tPersentase temuan", "2.\tPersentase temuan"), ("4.\tNilai", "\tNilai")],
     "AUD-031", 16, "nomor sasarannya|baris 3"),
    ([("Jumlah temuan yang ditindaklanjuti / Jumlah temuan x", "Jumlah temuan / Jumlah temuan yang ditindaklanjuti x")],
     "AUD-057", 17, "hasilnya 121,67"),
    ([(UNSUR, ANSWERS)], "AUD-059", 16, "2,9500|73,75 (mutu C)|92,19"),
    ([(UNSUR, ANSWERS), ("82,40\t103,00", "100\t125,00")], "AUD-069", 16,
     "hasil 100|Tidak baik, Kurang baik|160/200 = 80,00|Capaiannya menjadi 100,00"),
    ([(UNSUR, ANSWERS.replace("120/200 x 100% = 60%", "100/200 x 100% = 50%").replace("30/200 x 100% = 15%", "50/200 x 100% = 25%")), ("82,40\t103,00", "100\t125,00")],
     "AUD-069", 16, "140/200 = 70,00|87,50|Target 80 jadi tidak tercapai"),
    ([("Jumlah temuan x 100%", "jumlah surat selesai tepat waktu x 100%")], "AUD-060", 17, "73|1.100|hasilnya 5,45"),
    ([("Persentase temuan yang ditindaklanjuti", "Persentase temuan"), ("3.\tPersentase temuan yang ditindaklanjuti", "3.\tPersentase temuan")],
     "AUD-066", 6, '"temuan"|97,26|97,33'),
    ([("ditindaklanjuti\t%\tSemakin tinggi", "ditindaklanjuti\t%\tSemakin rendah")], "AUD-066", 6, "semakin tinggi semakin baik, capaiannya 102,74"),
    ([(NAME, RECIPIENTS), (NAME, RECIPIENTS), (TEXT, "Jumlah warga penerima PKH tepat waktu / Jumlah penduduk x 100%")],
     "AUD-072", 15, "PKH diberikan kepada keluarga|Jumlah penduduk"),
]  # fmt: skip
FIVE = ANSWERS.replace("Tidak baik", "Sangat tidak baik").replace("Kurang", "Tidak")
HEAD, UNIT = "Target\tRealisasi", "tepat waktu\t%\t"
# Changes, and a code that a rule too eager would give.
UNTOLD: list[tuple[list[Change], str]] = [
    ([(UNSUR, FIVE), ("82,40", "100")], "AUD-069"),
    ([(UNSUR, ANSWERS.replace("10/200 x 100% = 5% Kurang baik 30/200 x 100% = 15%", "0/200 x 100% = 0% Kurang baik 0/200 x 100% = 0%"))], "AUD-069"),
    ([(UNSUR, ANSWERS.replace(" Rata-rata = 100%", "")), ("82,40", "80")], "AUD-069"),
    ([(UNSUR, ANSWERS.replace("Kurang baik", "Buruk"))], "AUD-069"),
    ([(NAME, RECIPIENTS), (NAME, RECIPIENTS), (TEXT, "Jumlah keluarga penerima PKH tepat waktu / Jumlah keluarga penerima PKH x 100%")], "AUD-072"),
    ([(NAME, "Persentase warga penerima KTP"), (NAME, "Persentase warga penerima KTP"), (TEXT, "Jumlah warga penerima KTP / Jumlah warga x 100%")], "AUD-072"),
    ([("Capaian (%)", "Capaian %")], "AUD-024"),
    ([(UNSUR, "Jumlah nilai rata-rata sembilan unsur pelayanan dibagi 9, dikalikan 25")], "AUD-058"),
    ([("akuntabilitas kecamatan", "partisipasi masyarakat dan mutu layanan")], "AUD-068"),
    ([("91,67\t101,86", "91,67*\t101,86*")], "AUD-022"),
    ([("90\t91,67", "≥ 90\t91,67 %")], "AUD-022"),
    ([("90\t91,67\t101,86", "80–90\t91,67\t-")], "AUD-022"),
    ([("101,86", "Tidak dapat dihitung")], "AUD-022"),
    ([("80\t82,40\t103,00", "80\t82,40 (Baik)\t103,00")], "AUD-022"),
    ([("80\t82,40\t103,00", "Baik\tSangat baik\t-")], "AUD-022"),
    ([("Semakin tinggi semakin baik\t80\t82,19\t102,74", "\t80\t82,19\t97,26"), ("Persentase temuan yang ditindaklanjuti", "Persentase temuan")], "AUD-066"),
    ([("90\t91,67\t101,86", "33,33\t33,33\t100,00"), ("1.100/1.200 x 100% = 91,67%", "1/3 x 100% = 33,33%")], "AUD-016"),
    ([("PENJELASAN INDIKATOR", "RENCANA PENCAPAIAN INDIKATOR")], "AUD-037"),
    ([("Jumlah temuan x 100%", "Jumlah temuan x 100% 9 x 0,11 = 0,99")], "AUD-073"),
    ([("60\tB (61,70)\t102,83\t63", "B (60,50)\tB (61,70)\t101,98\tB (63,00)"), ("102,61", "102,40")], "AUD-025"),
    ([("60\tB (61,70)\t102,83\t63", "B\tB (61,70)\t-\tB"), ("102,61", "102,53")], "AUD-025"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "code", "line", "words"), TOLD)
def test_a_finding_works_out_what_follows(
    changes: list[Change], code: str, line: int, words: str
) -> None:
    findings = [one for one in found(changed(*changes)) if (one.code, one.line) == (code, line)]
    messages = [explain(one).message for one in findings]
    assert any(all(word in text for word in words.split("|")) for text in messages), messages


@pytest.mark.parametrize(("changes", "code"), UNTOLD)
def test_what_only_looks_alike_is_not_told(changes: list[Change], code: str) -> None:
    assert code not in {one.code for one in found(changed(*changes))}


@pytest.mark.parametrize("unit", ["persen (%)", "Persen", "% (persen)", "prosentase"])
def test_percent_under_a_percent_head_is_right_however_it_is_spelt(unit: str) -> None:
    text = changed((HEAD, HEAD.replace("Target", "Target (%)")), (UNIT, f"tepat waktu\t{unit}\t"))
    assert [one.line for one in found(text) if one.code == "AUD-024"] == [5, 7]
