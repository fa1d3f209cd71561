"""Waivers: the regency may pin a unit's file or set one aside, saying who, why and how long."""

from dataclasses import replace

import pytest

from iku.cells import Value
from iku.consolidation import Candidate, RegencyReport, Status, consolidate
from iku.consolidation.deciding import RegencyTables
from tests.consolidation.sample import RATIO, candidate, definition_of, judged, ratio

from .sample import NORTH, SOUTH, codes, figure, report_of, waivers

R = definition_of(RATIO)
OLD = candidate(R, NORTH, ratio(30.0, 100.0), path="a/lama.xlsx")
NEW = candidate(R, NORTH, ratio(50.0, 100.0), revisi=1.0, path="a/baru.xlsx")
OTHER = candidate(R, SOUTH, ratio(20.0, 100.0), path="a/lain.xlsx")
FILES = [OLD, NEW, OTHER]


def fates(report: RegencyReport) -> dict[str, tuple[Status, str]]:
    return {one.candidate.path: (one.status, one.reason.code) for one in report.fates}


def pin(file: str, *, until: Value = "", unit: str = NORTH, by: str = "Sekda") -> tuple[Value, ...]:
    return (unit, "Pakai", file, by, "revisi keliru", until)


@pytest.mark.parametrize("file", ["lama.xlsx", "a/lama.xlsx", "LAMA.xlsx"])
def test_a_pinned_file_goes_before_the_rule(file: str) -> None:
    report = report_of(R, FILES, waivers=waivers(pin(file)))
    assert fates(report)["a/lama.xlsx"] == (Status.ACCEPTED, "KON-042")
    assert fates(report)["a/baru.xlsx"] == (Status.SUPERSEDED, "KON-049")
    assert figure(report, "A1") == (25, 2)
    told = {one.candidate.path: one.reason.message for one in report.fates}
    assert "Sekda: revisi keliru" in told["a/lama.xlsx"]


def test_a_file_can_be_named_by_its_digest() -> None:
    row = (NORTH, "Pakai", None, "Sekda", "x", None, None, None)
    table = waivers(row)
    rows = ((*table.rows[0], "sha256"), (*table.rows[1], OLD.sha256[:8]))
    named = type(table)(table.path, table.sha256, table.sheet, rows)
    assert fates(report_of(R, FILES, waivers=named))["a/lama.xlsx"][0] is Status.ACCEPTED


def test_a_file_set_aside_does_not_count() -> None:
    row = (NORTH, "kecualikan", "baru.xlsx", "Sekda", "salah kirim")
    report = report_of(R, FILES, waivers=waivers(row))
    assert fates(report)["a/baru.xlsx"] == (Status.IGNORED, "KON-043")
    assert fates(report)["a/lama.xlsx"][0] is Status.ACCEPTED


def test_a_unit_can_be_set_aside_as_a_whole() -> None:
    report = report_of(R, FILES, waivers=waivers((NORTH, "Kecualikan", None, "Sekda", "audit")))
    assert [one.kode for one in report.missing] == [NORTH, "99.01.03"]


def test_a_pin_opens_no_file_whose_locked_part_changed() -> None:
    broken = candidate(
        R, NORTH, ratio(30.0, 100.0), path="a/rusak.xlsx", findings=(judged("KCI-001"),)
    )
    report = report_of(R, [broken, NEW], waivers=waivers(pin("rusak.xlsx")))
    assert fates(report)["a/rusak.xlsx"] == (Status.REJECTED, "KON-010")
    assert codes(report) == ["KON-044"]
    assert fates(report)["a/baru.xlsx"][0] is Status.ACCEPTED


@pytest.mark.parametrize(
    ("until", "today", "holds"),
    [
        ("2018-01-31", "2018-01-31", True),
        ("31 Januari 2018", "2018-02-01", False),
        ("TAHUN", "2030-01-01", True),
        ("", "2030-01-01", True),
        (43131.0, "2018-02-01", False),
    ],
)
def test_a_waiver_holds_until_its_day_or_period(until: Value, today: str, holds: bool) -> None:
    tables = RegencyTables(waivers=waivers(pin("lama.xlsx", until=until)), today=today)
    report = consolidate(R, FILES, tables=tables)
    assert (fates(report)["a/lama.xlsx"][0] is Status.ACCEPTED) is holds
    assert codes(report) == (["KON-049"] if holds else ["KON-045"])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([pin("tidak_ada.xlsx")], ["KON-044"]),
        ([pin("lama.xlsx"), pin("baru.xlsx")], ["KON-044", "KON-044"]),
        ([pin("lama.xlsx", unit=SOUTH)], ["KON-044"]),
        ([pin("lama.xlsx", by="")], ["KON-032"]),
        ([(NORTH, "Simpan", "lama.xlsx", "x", "y")], ["KON-031"]),
        ([(NORTH, "Pakai", None, "x", "y")], ["KON-032"]),
        ([pin("lama.xlsx", until="kapan-kapan")], ["KON-031"]),
    ],
)
def test_a_waiver_that_cannot_be_followed_is_told(
    rows: list[tuple[Value, ...]], code: list[str]
) -> None:
    report = report_of(R, FILES, waivers=waivers(*rows))
    assert codes(report) == code
    assert fates(report)["a/baru.xlsx"][0] is Status.ACCEPTED


def test_a_copy_under_another_name_is_the_same_file() -> None:
    copy = replace(OLD, path="a/lama (1).xlsx")
    report = report_of(R, [*FILES, copy], waivers=waivers(pin("lama (1).xlsx")))
    assert fates(report)["a/lama.xlsx"] == (Status.ACCEPTED, "KON-042")
    row = (NORTH, "Kecualikan", "lama (1).xlsx", "Sekda", "salah kirim")
    report = report_of(R, [OLD, copy], waivers=waivers(row))
    assert {status for status, _ in fates(report).values()} == {Status.IGNORED}


def test_two_undecided_files_are_decided_by_a_pin() -> None:
    twin = candidate(R, NORTH, ratio(70.0, 100.0), revisi=1.0, path="a/kembar.xlsx")
    files: list[Candidate] = [NEW, twin, OTHER]
    assert report_of(R, files).missing[0].kode == NORTH
    report = report_of(R, files, waivers=waivers(pin("kembar.xlsx")))
    assert figure(report, "A1") == (45, 2)
