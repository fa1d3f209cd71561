"""Every file meets a fate, with its reason; two different files of one unit are never merged."""

from dataclasses import replace

import pytest

from iku.consolidation import Candidate, RegencyReport, Status, consolidate
from iku.finding import Finding
from iku.messages import explain

from .sample import RATIO, candidate, definition_of, judged, ratio

D = definition_of(RATIO)
UTARA, SELATAN = "99.01.01", "99.01.02"


def fates(report: RegencyReport) -> dict[str, tuple[str, str]]:
    return {one.candidate.path: (str(one.status), one.reason.code) for one in report.fates}


def fate(one: Candidate, *others: Candidate) -> tuple[str, str]:
    return fates(consolidate(D, [one, *others]))[one.path]


def realisasi(report: RegencyReport) -> float | None:
    value = report.aggregation.figure("A1", report.period).realisasi.value
    return None if value is None else float(value)


def spoken(code: str, **facts: str) -> Finding:
    return explain(Finding(code, dict(facts)))


def test_a_good_file_is_accepted_with_a_reason() -> None:
    report = consolidate(D, [candidate(D, UTARA, ratio(35.0, 192.0))])
    assert fates(report) == {"masuk/99.01.01.xlsx": ("accepted", "KON-001")}
    assert report.fates[0].reason.message == (
        "99.01.01.xlsx: diterima sebagai laporan Utara sampai Tahun 2017, revisi 0."
    )


def test_the_same_bytes_count_once() -> None:
    first = candidate(D, UTARA, ratio(35.0, 192.0), path="a.xlsx")
    report = consolidate(D, [replace(first, path="b.xlsx"), first])
    assert fates(report) == {"a.xlsx": ("accepted", "KON-001"), "b.xlsx": ("duplicate", "KON-002")}


def test_files_whose_bytes_could_not_be_had_are_no_copies_of_each_other() -> None:
    found = (spoken("BRK-011"),)
    report = consolidate(D, [Candidate(name, "", "", None, found) for name in ("a.xlsx", "b.xlsx")])
    assert [one.status for one in report.fates] == [Status.REJECTED, Status.REJECTED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"revisi": 0.0}, {"revisi": 1.0}),
        # A correction is newer whatever the clock of the computer said.
        ({"revisi": 0.0, "modified": "2018-03-01T00:00:00Z"}, {"revisi": 1.0}),
        ({"modified": "2018-01-05T08:00:00Z"}, {"modified": "2018-01-05T08:00:01Z"}),
        # 09.30 in Jambi is 02.30 UTC.
        ({"modified": "2018-01-05T09:30:00+07:00"}, {"modified": "2018-01-05T03:00:00Z"}),
    ],
)
def test_the_newer_file_of_a_unit_counts(old: dict[str, str], new: dict[str, str]) -> None:
    before = candidate(D, UTARA, ratio(10.0, 100.0), path="z.xlsx", **old)  # type: ignore[arg-type]
    after = candidate(D, UTARA, ratio(20.0, 100.0), path="a.xlsx", **new)  # type: ignore[arg-type]
    report = consolidate(D, [before, after])
    assert fates(report) == {
        "a.xlsx": ("accepted", "KON-001"),
        "z.xlsx": ("superseded", "KON-003"),
    }
    assert realisasi(report) == 20
    assert "1 isian berbeda" in report.fates[1].reason.message


@pytest.mark.parametrize("modified", ["2018-01-05T08:00:00Z", "", "kemarin"])
def test_what_cannot_be_decided_is_asked(modified: str) -> None:
    first = candidate(D, UTARA, ratio(10.0, 100.0), path="a.xlsx")
    second = candidate(D, UTARA, ratio(20.0, 100.0), path="b.xlsx", modified=modified)
    report = consolidate(D, [first, second])
    assert fates(report) == {"a.xlsx": ("rejected", "KON-004"), "b.xlsx": ("rejected", "KON-004")}
    assert [unit.nama for unit in report.missing] == ["Utara", "Selatan", "Timur"]
    assert realisasi(report) is None


def test_an_older_file_does_not_step_in_for_two_that_contradict_each_other() -> None:
    files = [
        candidate(D, UTARA, ratio(n, 100.0), path=f"{n}.xlsx", revisi=revisi)
        for n, revisi in ((10.0, 0.0), (20.0, 1.0), (30.0, 1.0))
    ]
    report = consolidate(D, files)
    assert [one.status for one in report.fates] == ["superseded", "rejected", "rejected"]


def test_the_same_content_saved_twice_needs_no_decision() -> None:
    files = [
        candidate(D, UTARA, ratio(10.0, 100.0), path=name, sha256=name * 32, modified="")
        for name in ("aa", "bb")
    ]
    report = consolidate(D, files)
    assert fates(report) == {"aa": ("accepted", "KON-001"), "bb": ("duplicate", "KON-002")}


def test_a_unit_of_another_regency_is_rejected() -> None:
    assert fate(candidate(D, "15.71.03", ratio(1.0, 2.0))) == ("rejected", "KON-005")


def test_without_a_list_of_units_every_unit_is_expected_that_sent_something() -> None:
    open_list = D.model_copy(update={"unit": ()})
    report = consolidate(open_list, [candidate(D, UTARA, ratio(35.0, 192.0))])
    assert [one.status for one in report.fates] == [Status.ACCEPTED]
    assert report.missing == ()
    assert "KON-006" in {one.code for one in report.findings}
    assert report.aggregation.figure("A1", "TAHUN").of == 1


def test_another_template_is_rejected() -> None:
    other = D.model_copy(update={"kode": "UJI-2016"})
    assert fate(candidate(other, UTARA, ratio(1.0, 2.0))) == ("rejected", "KON-007")


def test_another_version_counts_when_it_measures_the_same() -> None:
    renamed = RATIO.replace("Persentase RT penerima", "Persentase RT yang menerima")
    report = consolidate(
        D, [candidate(definition_of(renamed, versi="2"), UTARA, ratio(35.0, 192.0))]
    )
    assert fates(report)["masuk/99.01.01.xlsx"] == ("accepted", "KON-001")
    assert "KON-009" in {one.code for one in report.findings}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("penerima/rt*100", "rt/penerima*100"),
        ("sifat: posisi", "sifat: arus"),
        ("satuan: RT}", "satuan: KK}"),
        ("kode: A1", "kode: A2"),
    ],
)
def test_another_version_is_rejected_when_it_measures_something_else(
    before: str, after: str
) -> None:
    other = definition_of(RATIO.replace(before, after, 1), versi="2")
    assert fate(candidate(other, UTARA, {})) == ("rejected", "KON-008")


@pytest.mark.parametrize("code", ["KCI-001", "KCI-003", "KCI-012", "STR-004", "STR-015", "BRK-008"])
def test_a_changed_locked_part_refuses_the_file(code: str) -> None:
    one = candidate(D, UTARA, ratio(1.0, 2.0), findings=(judged(code),))
    report = consolidate(D, [one])
    assert fates(report)[one.path] == ("rejected", "KON-010")
    assert {code, "KON-010"} <= {finding.code for finding in report.findings}


@pytest.mark.parametrize("code", ["KCI-005", "KCI-010", "STR-008"])
def test_what_does_not_touch_the_locked_part_refuses_nothing(code: str) -> None:
    assert fate(candidate(D, UTARA, ratio(1.0, 2.0), findings=(judged(code),)))[0] == "accepted"


def test_a_file_with_wrong_entries_is_seen() -> None:
    wrong = ratio("sekian", 192.0)
    report = consolidate(D, [candidate(D, UTARA, wrong), candidate(D, SELATAN, ratio(1.0, 4.0))])
    figure = report.aggregation.figure("A1", "TAHUN")
    assert {one.status for one in report.fates} == {Status.ACCEPTED}
    assert (realisasi(report), figure.n, figure.of) == (25, 1, 3)


def test_an_unreadable_file_is_rejected_and_a_temporary_one_ignored() -> None:
    broken = Candidate("x.xlsx", "1" * 64, "", None, (spoken("BRK-002"),))
    lock = Candidate("~$x.xlsx", "2" * 64, "", None, (spoken("BRK-009"),))
    report = consolidate(D, [broken, lock])
    assert fates(report) == {
        "x.xlsx": ("rejected", "BRK-002"),
        "~$x.xlsx": ("ignored", "BRK-009"),
    }
    assert [one.code for one in report.findings].count("BRK-002") == 1


def test_a_file_is_read_or_refused() -> None:
    with pytest.raises(ValueError, match=r"x\.xlsx"):
        Candidate("x.xlsx", "1" * 64)


@pytest.mark.parametrize("periode", ["", "TW5", "TW1"])
def test_a_file_that_speaks_for_no_period_is_rejected(periode: str) -> None:
    assert fate(candidate(D, UTARA, ratio(1.0, 2.0), periode=periode)) == ("rejected", "KON-011")


def test_nothing_at_all_is_a_report_too() -> None:
    report = consolidate(D, [])
    assert [unit.nama for unit in report.missing] == ["Utara", "Selatan", "Timur"]
    assert report.period == "TAHUN"
    assert report.completeness == "Sementara: 0 dari 3 kecamatan"
