"""Changes: what a newer file says otherwise, and what it does to the regency's figure."""

from fractions import Fraction
from itertools import permutations

from iku.calculation.figure import BELUM_DIISI, counted
from iku.consolidation import RegencyReport, consolidate
from iku.consolidation.changes import Change, Effect
from iku.consolidation.deciding import RegencyTables
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio
from tests.consolidation.test_periods import D as QUARTERLY
from tests.consolidation.test_periods import quarters

from .sample import NORTH, SOUTH

R = definition_of(RATIO)
FIRST = candidate(R, NORTH, ratio(30.0, 100.0), path="lama.xlsx")
AGAIN = candidate(R, NORTH, ratio(50.0, 100.0), revisi=1.0, path="baru.xlsx")
OTHER = candidate(R, SOUTH, ratio(20.0, 100.0), path="lain.xlsx")


def changed(report: RegencyReport) -> Change:
    (one,) = report.changes
    return one


def test_a_resubmission_is_told_with_old_new_and_effect() -> None:
    one = changed(consolidate(R, [FIRST, AGAIN, OTHER]))
    assert (one.unit, one.period, one.name) == (NORTH, "TAHUN", "isian.A1.penerima.TAHUN")
    assert (one.old, one.new, one.path_old, one.path_new) == (30.0, 50.0, "lama.xlsx", "baru.xlsx")
    before, after = counted(Fraction(25)), counted(Fraction(35))
    assert one.effects == (Effect("A1", "TAHUN", before, after),)
    assert one.counted


def test_the_run_before_is_compared_with_in_the_same_way() -> None:
    report = consolidate(R, [AGAIN, OTHER], tables=RegencyTables(previous=(FIRST, OTHER)))
    assert changed(report) == changed(consolidate(R, [FIRST, AGAIN, OTHER]))


def test_a_file_seen_in_both_ways_is_told_once() -> None:
    tables = RegencyTables(previous=(FIRST,))
    assert len(consolidate(R, [FIRST, AGAIN, OTHER], tables=tables).changes) == 1


def test_a_later_period_is_a_report_and_not_a_change() -> None:
    early = candidate(QUARTERLY, NORTH, quarters((5.0, 100.0)), periode="TW1", path="1")
    late = candidate(QUARTERLY, NORTH, quarters((8.0, 100.0), (1.0, 1.0)), periode="TW2", path="2")
    one = changed(consolidate(QUARTERLY, [early, late]))
    assert (one.period, one.old, one.new) == ("TW1", 5.0, 8.0)
    assert one.effects[0].periode == "TW1"


def test_a_value_taken_back_is_a_change_to_blank() -> None:
    gone = candidate(R, NORTH, ratio(None, 100.0), revisi=1.0, path="baru.xlsx")
    one = changed(consolidate(R, [FIRST, gone]))
    assert (one.old, one.new) == (30.0, None)
    assert one.effects[0].after == BELUM_DIISI


def test_nothing_depends_on_the_order_of_files() -> None:
    third = candidate(R, NORTH, ratio(60.0, 100.0), revisi=2.0, path="ketiga.xlsx")
    reports = [consolidate(R, files) for files in permutations([FIRST, AGAIN, third, OTHER])]
    assert len({report.changes for report in reports}) == 1
    assert len(reports[0].changes) == 2
