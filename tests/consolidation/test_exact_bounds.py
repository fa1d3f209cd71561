"""Figures that a regency is judged by, to their last digit, and what is counted beside them."""

import re
from fractions import Fraction

import pytest

from iku.consolidation import consolidate
from iku.consolidation.closing import freeze
from iku.consolidation.deciding import RegencyTables
from iku.consolidation.method import method_of
from iku.consolidation.outliers import Spread, spread
from iku.consolidation.regency_summary import RegencySummary
from tests.consolidation.sample import RATIO, candidate, definition_of, judged, ratio
from tests.consolidation.test_periods import QUARTERLY, quarters
from tests.decisions.sample import D as CENTRAL
from tests.decisions.sample import central

D = definition_of(RATIO)
Q = definition_of(RATIO, pengaturan=QUARTERLY)
NORTH, SOUTH, EAST = "99.01.01", "99.01.02", "99.01.03"


def usual(*values: int) -> Spread:
    found = spread([Fraction(one) for one in values])
    assert found is not None
    return found


def test_where_most_are_equal_the_bounds_are_those_of_the_mean_distance() -> None:
    found = usual(100, 100, 100, 100, 100, 100, 100, 20)
    width = Fraction(80, 8) * Fraction("3.5") * Fraction("1.2533")

    assert (found.median, found.lower, found.upper, found.n) == (
        Fraction(100),
        100 - width,
        100 + width,
        8,
    )


def test_where_all_are_equal_a_tenth_of_the_median_is_usual() -> None:
    found = usual(50, 50, 50, 50, 50)

    assert (found.lower, found.upper) == (Fraction(45), Fraction(55))


def test_a_negative_median_has_its_bounds_on_both_sides() -> None:
    found = usual(-50, -50, -50, -50, -50)

    assert (found.lower, found.upper) == (Fraction(-55), Fraction(-45))


def test_of_an_even_number_the_middle_lies_between_two() -> None:
    found = usual(6, 2, 4, 8, 10, 12)

    assert found.median == 7
    assert found.upper - 7 == 3 * Fraction("3.5") / Fraction("0.6745")  # distances 1 1 3 3 5 5


def test_a_summary_counts_the_errors_and_not_the_warnings() -> None:
    files = [
        candidate(D, NORTH, ratio(2.0, 10.0), findings=(judged("ISI-008"), judged("TRN-001"))),
        candidate(D, SOUTH, ratio(3.0, 10.0), findings=(judged("ISI-007"),)),
    ]
    report = consolidate(D, files)
    kept = RegencySummary.of(report)
    told = [str(one.severity) for one in report.findings]

    assert kept.errors == told.count("error") == 2
    assert len(told) == 5
    assert (kept.reported, kept.expected, [one.kode for one in kept.missing]) == (2, 3, [EAST])


def test_a_unit_that_sends_nothing_more_keeps_the_targets_of_its_closing() -> None:
    lower = definition_of(RATIO.replace("TAHUN: 20", "TW1: 5"), pengaturan=QUARTERLY)
    higher = definition_of(RATIO.replace("TAHUN: 20", "TW1: 10"), pengaturan=QUARTERLY, versi="2")
    sent = candidate(lower, NORTH, quarters((5.0, 100.0)), periode="TW1", path="u1.xlsx")
    closed = freeze(consolidate(lower, [sent]))
    newer = candidate(higher, SOUTH, quarters((5.0, 100.0)), periode="TW1", path="s1.xlsx")

    report = consolidate(higher, [newer], tables=RegencyTables(closings=(closed,)))
    targets = {
        one.unit.kode: one.results.result("A1", "TW1").target
        for one in report.expected
        if one.results is not None and one.unit.kode in {NORTH, SOUTH}
    }

    assert targets == {NORTH: 5, SOUTH: 10}


PARTS = "".join(
    f"          - {{kode: {kode}, nama: {kode}}}\n" for kode in ("aa", "bb", "cc", "dd")
)


@pytest.mark.parametrize(
    ("rumus", "weight"),
    [
        ("aa/bb*100", "bb"),
        ("(aa+cc)/bb*100", "bb"),
        ("aa/bb*100 + cc/bb", "bb"),  # the same divisor twice
        ("AVERAGE(aa/bb, cc/dd)*100", ""),  # two of them
        ("aa/(bb+cc)*100", ""),  # a sum of them is no component
        ("aa/bb + cc/(bb+dd)", ""),
        ("aa*100/4", ""),  # a number weighs nothing
        ("aa+bb", ""),
    ],
)
def test_a_weighted_mean_weighs_by_the_only_component_that_divides(rumus: str, weight: str) -> None:
    used = sorted(set(re.findall(r"\b[a-d]{2}\b", rumus)))
    parts = "".join(f"          - {{kode: {kode}, nama: {kode}}}\n" for kode in used)
    text = (
        "      - kode: A1\n        nama: Uji\n        satuan: nilai\n        polaritas: maksimasi\n"
        f"        agregasi: tertimbang\n        komponen:\n{parts}"
        f'        nilai: {{rumus: "{rumus}"}}\n        target: {{TAHUN: 20}}\n'
    )
    how = method_of(definition_of(text).indikator[0])

    assert (how.weight or "") == weight
    assert how.refused == ("" if weight else "KON-015")


@pytest.mark.parametrize("komponen", [None, "nilai"])
def test_a_typed_value_is_named_nilai_or_not_at_all(komponen: str | None) -> None:
    table = central((NORTH, "C1", komponen, "TAHUN", 61.7))
    report = consolidate(CENTRAL, [], tables=RegencyTables(central=table))

    assert report.aggregation.figure("C1", "TAHUN").realisasi.value == Fraction("61.7")
