"""Verification: what was found out counts, rejections are named, and no rank rises unapproved."""

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iku.cells import Value
from iku.consolidation.ranking import ranking
from iku.consolidation.standing import DITOLAK_VERIFIKASI
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio

from .sample import EAST, NORTH, SOUTH, S, codes, figure, report_of, scores, verification

R = definition_of(RATIO)
SHARES = [
    candidate(R, NORTH, ratio(30.0, 100.0)),
    candidate(R, SOUTH, ratio(20.0, 100.0)),
    candidate(R, EAST, ratio(10.0, 100.0)),
]


def judged(
    putusan: str,
    value: Value = None,
    *,
    unit: str = NORTH,
    komponen: str | None = "penerima",
    dilaporkan: Value = None,
    approved: tuple[str, str] = ("", ""),
) -> tuple[Value, ...]:
    return (unit, "A1", komponen, "TAHUN", dilaporkan, putusan, value, "cek SK", "Tim", *approved)


def test_a_verified_value_replaces_the_reported_one() -> None:
    report = report_of(R, SHARES, verification=verification(judged("Diterima", 24.0)))
    assert figure(report, "A1") == (Fraction(24 + 20 + 10, 300) * 100, 3)
    (one,) = report.decisions.verification
    assert (one.reported, one.verified, one.by, one.note) == (30.0, 24.0, "Tim", "cek SK")
    source = report.aggregation.slice("A1", "TAHUN", "penerima").rows[0].sources[0]
    assert (source.path, str(source.place)) == ("tabel/verifikasi.csv", "verifikasi.csv!G2")
    assert codes(report) == ["KON-041"]


def test_what_must_be_repaired_still_counts() -> None:
    report = report_of(R, SHARES, verification=verification(judged("perlu perbaikan")))
    assert figure(report, "A1") == (Fraction(60, 300) * 100, 3)
    assert codes(report) == ["KON-041"]
    assert [str(f.severity) for f in report.findings if f.code == "KON-041"] == ["warning"]


def test_a_rejected_figure_is_left_out_and_named() -> None:
    report = report_of(R, SHARES, verification=verification(judged("Ditolak")))
    assert figure(report, "A1") == (Fraction(30, 200) * 100, 2)
    assert report.aggregation.figure("A1", "TAHUN").of == 3
    standing, one = report.standings[0], R.indikator[0]
    realisasi = standing.realisasi(one, "TAHUN")
    assert standing.words(realisasi, "TAHUN", one) == DITOLAK_VERIFIKASI
    assert codes(report) == ["KON-039"]


def test_a_rejection_of_the_whole_indicator_is_one_of_its_entries() -> None:
    report = report_of(R, SHARES, verification=verification(judged("Ditolak", komponen=None)))
    assert figure(report, "A1") == (Fraction(30, 200) * 100, 2)
    assert len(report.decisions.verification) == 2


def test_a_verdict_on_another_figure_than_the_reported_one_is_not_used() -> None:
    row = judged("Ditolak", dilaporkan=31.0)
    report = report_of(R, SHARES, verification=verification(row))
    assert figure(report, "A1") == (Fraction(60, 300) * 100, 3)
    assert codes(report) == ["KON-038"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (judged("Ditolak", 5.0), "KON-037"),
        (judged("", 5.0), "KON-032"),
        (judged("Diterima", 5.0, komponen=None), "KON-032"),
        (judged("Oke"), "KON-031"),
        (judged("Ditolak", approved=("Ya", "")), "KON-032"),
        (judged("Diterima", "1.500"), "KON-033"),
    ],
)
def test_a_faulty_row_decides_nothing(row: tuple[Value, ...], code: str) -> None:
    report = report_of(R, SHARES, verification=verification(row))
    assert codes(report) == [code]
    assert figure(report, "A1") == (Fraction(60, 300) * 100, 3)


def test_rows_still_to_be_done_say_nothing() -> None:
    report = report_of(R, SHARES, verification=verification(judged("")))
    assert (codes(report), report.decisions.verification) == ([], ())


def rejecting(
    unit: str, *kode: str, approved: tuple[str, str] = ("", "")
) -> list[tuple[Value, ...]]:
    return [(unit, one, None, "TAHUN", None, "Ditolak", None, "", "Tim", *approved) for one in kode]


SCORED = [
    candidate(S, NORTH, scores(90.0, 50.0)),
    candidate(S, SOUTH, scores(80.0, 80.0)),
    candidate(S, EAST, scores(60.0, 60.0)),
]


def test_a_rejection_that_would_raise_the_rank_needs_an_approval() -> None:
    """Without the 50 the north would have a mean of 90 instead of 70."""
    report = report_of(S, SCORED, verification=verification(*rejecting(NORTH, "S2")))
    assert figure(report, "S2") == (Fraction(190, 3), 3)
    assert codes(report) == ["KON-040"]
    approved = rejecting(NORTH, "S2", approved=("Ya", "Sekda"))
    report = report_of(S, SCORED, verification=verification(*approved))
    assert figure(report, "S2") == (Fraction(140, 2), 2)
    assert codes(report) == ["KON-039"]


def test_a_rejection_that_lowers_the_mean_needs_none() -> None:
    report = report_of(S, SCORED, verification=verification(*rejecting(NORTH, "S1")))
    assert figure(report, "S1") == (Fraction(70), 2)
    assert codes(report) == ["KON-039"]


PARTS = st.lists(st.integers(0, 200), min_size=6, max_size=6)
REJECTED = st.sets(st.tuples(st.sampled_from([NORTH, SOUTH, EAST]), st.sampled_from(["S1", "S2"])))


@settings(max_examples=25, deadline=None)
@given(PARTS, REJECTED, st.randoms(use_true_random=False))
def test_no_unapproved_rejection_ever_raises_a_unit(
    numbers: list[int], rejected: set[tuple[str, str]], shuffle: random.Random
) -> None:
    units = (NORTH, SOUTH, EAST)
    files = [
        candidate(S, unit, scores(float(numbers[2 * n]), float(numbers[2 * n + 1])))
        for n, unit in enumerate(units)
    ]
    rows = [row for unit, kode in sorted(rejected) for row in rejecting(unit, kode)]
    before = ranking(report_of(S, files))
    report = report_of(S, files, verification=verification(*rows))
    means = {row.standing.unit.kode: row.basis.value for row in before.rows}
    for row in ranking(report).rows:
        assert row.basis.value is None or row.basis.value <= (means[row.standing.unit.kode] or 0)
    shuffle.shuffle(rows)
    shuffle.shuffle(files)
    again = report_of(S, files, verification=verification(*rows))
    for kode in ("S1", "S2"):
        assert figure(again, kode) == figure(report, kode)
