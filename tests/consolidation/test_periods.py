"""A file speaks up to its reported period; quarters add up in the regency as in a kecamatan."""

from fractions import Fraction

import pytest

from iku.calculation.figure import State
from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate
from iku.definition.model import Definition

from .sample import RATIO, candidate, definition_of

QUARTERLY = "{periode: triwulanan}"
D = definition_of(RATIO.replace("TAHUN: 20", "TW1: 5, TW2: 10, TAHUN: 20"), pengaturan=QUARTERLY)
UTARA, SELATAN, TIMUR = (unit.kode for unit in D.unit)


def quarters(*pairs: tuple[Value, Value]) -> dict[str, Value]:
    return {
        f"isian.A1.{part}.TW{n}": value
        for n, pair in enumerate(pairs, 1)
        for part, value in zip(("penerima", "rt"), pair, strict=True)
    }


def figure(report: RegencyReport, periode: str) -> tuple[Fraction | None, int, int]:
    found = report.aggregation.figure("A1", periode)
    return found.realisasi.value, found.n, found.of


def test_flows_add_up_and_stocks_hold_before_units_are_added() -> None:
    files = [
        candidate(D, UTARA, quarters((5.0, 100.0), (10.0, None)), periode="TW2"),
        candidate(D, SELATAN, quarters((1.0, 50.0), (4.0, 60.0)), periode="TW2"),
    ]
    report = consolidate(D, files)
    assert report.period == "TW2"
    assert figure(report, "TW1") == (Fraction(600, 150), 2, 3)
    assert figure(report, "TW2") == (Fraction(2000, 160), 2, 3)
    assert report.aggregation.figure("A1", "TW2").target == 10


def test_who_has_not_reported_this_period_is_not_counted_in_it() -> None:
    files = [
        candidate(D, UTARA, quarters((5.0, 100.0), (10.0, None)), periode="TW2"),
        candidate(D, SELATAN, quarters((1.0, 50.0), (4.0, 60.0)), periode="TW1"),
    ]
    report = consolidate(D, files)
    assert figure(report, "TW1") == (Fraction(600, 150), 2, 3)
    assert figure(report, "TW2") == (Fraction(15), 1, 3)
    assert report.completeness == "Sementara: 1 dari 3 kecamatan"
    assert [unit.nama for unit in report.missing] == ["Timur"]
    assert [one.path for one in report.findings if one.code == "KON-012"] == [files[1].path]


def test_an_earlier_period_can_be_asked_for() -> None:
    files = [candidate(D, UTARA, quarters((5.0, 100.0), (10.0, None)), periode="TW2")]
    report = consolidate(D, files, period="TW1")
    assert report.period == "TW1"
    assert report.periods == ("TW1",)
    assert figure(report, "TW1")[0] == 5


def test_a_period_that_the_definition_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="TW7"):
        consolidate(D, [], period="TW7")


def test_the_file_that_reaches_the_period_goes_before_a_correction_that_does_not() -> None:
    late = candidate(D, UTARA, quarters((5.0, 100.0), (10.0, None)), periode="TW2", path="tw2")
    corrected = candidate(D, UTARA, quarters((6.0, 100.0)), periode="TW1", revisi=1.0, path="tw1")
    by_path = {one.candidate.path: one.status for one in consolidate(D, [late, corrected]).fates}
    assert by_path == {"tw2": "accepted", "tw1": "superseded"}
    first = consolidate(D, [late, corrected], period="TW1")
    assert {one.candidate.path: one.status for one in first.fates} == {
        "tw2": "superseded",
        "tw1": "accepted",
    }


def test_a_changed_earlier_period_is_reported_and_taken_from_the_newest_file() -> None:
    old = candidate(D, UTARA, quarters((5.0, 100.0)), periode="TW1", path="tw1")
    new = candidate(D, UTARA, quarters((8.0, 100.0), (10.0, None)), periode="TW2", path="tw2")
    report = consolidate(D, [old, new])
    [note] = [one for one in report.findings if one.code == "KON-016"]
    assert note.path == "tw2"
    assert note.cells == (str(new.returned and new.returned.places["isian.A1.penerima.TW1"]),)
    assert "isian.A1.penerima.TW1 dari 5 menjadi 8" in note.message
    assert figure(report, "TW1")[0] == 8


def test_an_unchanged_earlier_period_is_no_restatement() -> None:
    old = candidate(D, UTARA, quarters((5.0, 100.0)), periode="TW1", path="tw1")
    new = candidate(D, UTARA, quarters((5.0, 100.0), (10.0, None)), periode="TW2", path="tw2")
    assert not [one for one in consolidate(D, [old, new]).findings if one.code == "KON-016"]


@pytest.mark.parametrize(("triwulan", "expected"), [("jumlah", 34), ("rata_rata", 17)])
def test_results_of_quarters_are_combined_after_units_are_added(
    triwulan: str, expected: int
) -> None:
    text = RATIO + f"        triwulan: {triwulan}\n"
    definition = definition_of(text, pengaturan=QUARTERLY)
    files = [
        candidate(definition, UTARA, quarters((10.0, 60.0), (20.0, 80.0)), periode="TW2"),
        candidate(definition, SELATAN, quarters((0.0, 40.0), (4.0, 20.0)), periode="TW2"),
    ]
    report = consolidate(definition, files)
    assert figure(report, "TW2") == (Fraction(expected), 2, 3)  # 10 of 100, then 24 of 100


def test_what_is_measured_once_a_year_waits() -> None:
    definition = definition_of(RATIO + "        periode_ukur: [TAHUN]\n", pengaturan=QUARTERLY)
    report = consolidate(definition, [candidate(definition, UTARA, {}, periode="TW1")])
    found = report.aggregation.figure("A1", "TW1")
    assert (found.realisasi.state, found.n, found.of) == (State.BELUM_WAKTUNYA, 0, 0)


def with_unit(**dates: str) -> Definition:
    unit = D.unit[0].model_copy(update=dates)
    return D.model_copy(update={"unit": (unit, *D.unit[1:])})


@pytest.mark.parametrize(
    ("dates", "periode", "expected"),
    [
        ({"mulai": "2017-07-01"}, "TW2", False),
        ({"mulai": "2017-07-01"}, "TW3", True),
        ({"mulai": "2017"}, "TW1", True),
        ({"mulai": "2018"}, "TAHUN", False),
        ({"sampai": "2017-05-31"}, "TW1", True),
        ({"sampai": "2017-05-31"}, "TW2", False),
        ({"sampai": "2017-12"}, "TAHUN", True),
        ({"sampai": "2016"}, "TW1", False),
    ],
)
def test_a_unit_is_expected_while_it_exists(
    dates: dict[str, str], periode: str, *, expected: bool
) -> None:
    definition = with_unit(**dates)
    report = consolidate(definition, [candidate(definition, UTARA, {}, periode=periode)])
    assert (report.standings[0].unit.kode == UTARA) is expected
    [fate] = report.fates
    wanted = ("accepted", "KON-001") if expected else ("ignored", "KON-017")
    assert (str(fate.status), fate.reason.code) == wanted
