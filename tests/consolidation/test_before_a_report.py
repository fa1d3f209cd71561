"""What a unit says of its money and its figures before it has reported."""

from fractions import Fraction

import pytest

from iku.calculation.figure import counted
from iku.consolidation import consolidate
from iku.consolidation.spending import unit_spending
from iku.consolidation.standing import Standing
from tests.anggaran.sample import NAME, whole_year
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio
from tests.workbooks import definition

HULU, HILIR = "99.01.01", "99.01.02"


def standing(kode: str, until: str) -> Standing:
    """Where a unit stands when Hulu alone has reported, up to a period."""
    of = definition(NAME)
    report = consolidate(of, [candidate(of, HULU, whole_year(until), periode=until)])
    return next(one for one in report.expected if one.unit.kode == kode)


def test_a_unit_that_reported_says_how_much_it_spent() -> None:
    found = unit_spending(standing(HULU, "TW2"), "TW2")

    assert found is not None
    assert found.realisasi == counted(Fraction(1_524_000_001, 2))


@pytest.mark.parametrize(("kode", "periode"), [(HILIR, "TW2"), (HULU, "TW3")])
def test_a_unit_says_nothing_of_money_before_it_reports_the_period(kode: str, periode: str) -> None:
    found = unit_spending(standing(kode, "TW2"), periode)

    assert found is not None
    assert not found.pagu.counted
    assert not found.realisasi.counted


def test_nothing_stands_behind_a_figure_of_a_unit_that_sent_no_file() -> None:
    of = definition_of(RATIO)
    report = consolidate(of, [candidate(of, HULU, ratio(30.0, 100.0))])
    (one,) = of.indikator
    sources = {
        each.unit.nama: each.sources_of(one, one.komponen[0], "TAHUN") for each in report.standings
    }

    assert [source.name for source in sources["Utara"]] == ["isian.A1.penerima.TAHUN"]
    assert sources["Selatan"] == ()
