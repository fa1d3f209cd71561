"""A file speaks up to its reported period; quarters add up in the regency as in a kecamatan."""

from fractions import Fraction

import pytest

from iku.address import CellRef
from iku.calculation.figure import State
from iku.cells import Value
from iku.consolidation import Candidate, RegencyReport, consolidate
from iku.consolidation.closing import freeze
from iku.consolidation.closing_record import closing_text, parse_closing
from iku.consolidation.deciding import RegencyTables
from iku.definition.existence import NO_MORE
from iku.definition.model import Definition
from iku.entry_workbook import formula_values
from iku.finding import Finding
from iku.recap import recap_blueprint
from iku.recap.data_plan import DataPlan
from iku.recap.kelengkapan import draw_kelengkapan
from iku.recap.ringkasan_columns import BANYAK, HEADER_ROW
from reporting.berita_acara import berita_acara
from reporting.regency_page import regency_page

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
    assert "'RT penerima' (A1) dari 5 menjadi 8" in note.message
    assert figure(report, "TW1")[0] == 8


def restated(files: list[Candidate], *previous: Candidate, closed: bool = False) -> list[Finding]:
    closings = (freeze(consolidate(D, [previous[0]])),) if closed else ()
    tables = RegencyTables(previous=previous, closings=closings)
    found = consolidate(D, files, tables=tables).findings
    return [one for one in found if one.code == "KON-016"]


def test_a_restatement_is_found_against_what_earlier_runs_accepted() -> None:
    old = candidate(D, UTARA, quarters((5.0, 100.0)), periode="TW1", path="tw1")
    new = candidate(D, UTARA, quarters((8.0, 100.0), (10.0, None)), periode="TW2", path="tw2")
    [note] = restated([new], old)
    assert "'RT penerima' (A1) dari 5 menjadi 8" in note.message
    assert "tw1" in note.message
    assert note.path == "tw2"
    assert restated([old, new]) == [note]
    assert restated([old, new], old) == [note]
    other = candidate(D, UTARA, quarters((5.0, 100.0), (9.0, None)), periode="TW2", path="satu")
    assert len(restated([new], old, other)) == 1
    assert not restated([new], new)


def test_a_changed_closed_period_is_told_as_such_and_not_as_a_restatement() -> None:
    old = candidate(D, UTARA, quarters((5.0, 100.0)), periode="TW1", path="tw1")
    new = candidate(D, UTARA, quarters((8.0, 100.0), (10.0, None)), periode="TW2", path="tw2")
    assert not restated([new], old, closed=True)


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
    ("dates", "periode", "expected", "read"),
    [
        ({"mulai": "2017-07-01"}, "TW2", False, False),
        ({"mulai": "2017-07-01"}, "TW3", True, True),
        ({"mulai": "2017"}, "TW1", True, True),
        ({"mulai": "2018"}, "TAHUN", False, False),
        ({"sampai": "2017-05-31"}, "TW1", True, True),
        ({"sampai": "2017-05-31"}, "TW2", False, True),
        ({"sampai": "2017-12"}, "TAHUN", True, True),
        ({"sampai": "2016"}, "TW1", False, False),
    ],
)
def test_a_unit_is_expected_while_it_exists_and_read_while_it_had_quarters(
    dates: dict[str, str], periode: str, *, expected: bool, read: bool
) -> None:
    definition = with_unit(**dates)
    report = consolidate(definition, [candidate(definition, UTARA, {}, periode=periode)])
    assert (UTARA in {one.unit.kode for one in report.expected}) is expected
    assert (UTARA in {one.unit.kode for one in report.standings}) is read
    [fate] = report.fates
    wanted = ("accepted", "KON-001") if read else ("ignored", "KON-017")
    assert (str(fate.status), fate.reason.code) == wanted


def test_a_unit_that_began_in_july_is_not_among_those_asked_before() -> None:
    definition = with_unit(mulai="2017-07-01")
    nothing = {f"status.A1.TW{n}": "Nihil" for n in (1, 2)}
    own: dict[str, Value] = {**nothing, "isian.A1.penerima.TW3": 9.0, "isian.A1.rt.TW3": 90.0}
    three = quarters((5.0, 100.0), (10.0, None), (15.0, None))
    files = [
        candidate(definition, UTARA, own, periode="TW3"),
        candidate(definition, SELATAN, three, periode="TW3"),
        candidate(definition, TIMUR, three, periode="TW3"),
    ]
    report = consolidate(definition, files)
    assert figure(report, "TW1") == (Fraction(5), 2, 2)
    assert figure(report, "TW2") == (Fraction(15), 2, 2)
    assert figure(report, "TW3") == (Fraction(6900, 290), 3, 3)
    assert report.completeness == "Lengkap: 3 dari 3 kecamatan"
    assert [one["of"] for one in report.as_json()["indicators"]] == [2, 2, 3]  # type: ignore[attr-defined]


def test_a_unit_that_ended_in_june_still_counts_in_the_quarters_before() -> None:
    definition = with_unit(sampai="2017-06-30")
    files = [
        candidate(definition, UTARA, quarters((4.0, 50.0), (6.0, 50.0)), periode="TW2"),
        candidate(
            definition, SELATAN, quarters((5.0, 100.0), (5.0, 1e2), (5.0, 1e2)), periode="TW3"
        ),
    ]
    report = consolidate(definition, files)
    assert figure(report, "TW2") == (Fraction(2000, 150), 2, 3)
    assert figure(report, "TW3") == (Fraction(15), 1, 2)
    assert report.completeness == "Sementara: 1 dari 2 kecamatan"
    assert [unit.nama for unit in report.missing] == ["Timur"]
    ended = report.standings[0]
    assert ended.words(ended.realisasi(report.definition.indikator[0], "TW3"), "TW3") == NO_MORE
    [note] = [one for one in report.findings if one.code == "KON-019"]
    assert "Triwulan II" in note.message
    assert not [one for one in report.findings if one.code == "KON-012"]


@pytest.mark.parametrize("dates", [{"mulai": "2017-10-01"}, {"sampai": "2017-06-30"}])
def test_the_recap_counts_by_formula_who_exists(dates: dict[str, str]) -> None:
    definition = with_unit(**dates)
    three = quarters((5.0, 100.0), (5.0, 1e2), (5.0, 1e2))
    files = [candidate(definition, SELATAN, three, periode="TW3")]
    report = consolidate(definition, files, period="TW3")
    values = formula_values(recap_blueprint(report))
    found = report.aggregation.figure("A1", "TW3")
    assert (found.n, found.of) == (1, 2)
    assert values[CellRef("Ringkasan", HEADER_ROW + 1, BANYAK)] == "1 dari 2"


def test_the_file_of_a_unit_that_ended_is_told_as_counted_before() -> None:
    definition = with_unit(sampai="2017-06-30")
    files = [candidate(definition, UTARA, quarters((4.0, 50.0), (6.0, 50.0)), periode="TW2")]
    report = consolidate(definition, files, period="TW3")
    page = regency_page(report)
    part = page[page.index('id="kelengkapan"') : page.index('id="catatan"')]
    assert "dihitung pada periode sebelumnya" in part
    assert "Berkas yang tidak dihitung" not in part
    cells = [str(one.content) for one in draw_kelengkapan(report).cells]
    assert f"{NO_MORE}; dihitung pada periode sebelumnya." in cells
    states = {row.status for row in DataPlan(report).rows if row.periode == "TW3"}
    assert NO_MORE in states


def test_a_unit_that_ended_keeps_its_frozen_quarters_and_is_nobody_to_wait_for() -> None:
    definition = with_unit(sampai="2017-06-30")
    ended = candidate(definition, UTARA, quarters((4.0, 50.0), (6.0, 50.0)), periode="TW2")
    second = parse_closing(closing_text(freeze(consolidate(definition, [ended]))))
    three = quarters((5.0, 100.0), (5.0, 1e2), (5.0, 1e2))
    rest = [candidate(definition, kode, three, periode="TW3") for kode in (SELATAN, TIMUR)]
    report = consolidate(definition, rest, tables=RegencyTables(closings=(second,)))
    assert figure(report, "TW2") == (Fraction(1000, 50), 1, 3)
    third = parse_closing(closing_text(freeze(report)))
    assert third == freeze(report)
    assert report.complete
    minutes = berita_acara(third)
    assert "Sudah melapor     : 2 dari 2" in minutes
    assert "sudah tidak ada" in minutes
    assert "belum melapor" not in minutes
    assert {one.name for one in third.units[0].entries} == set(quarters((4.0, 50.0), (6.0, 50.0)))


def replaced_by(old: Candidate, new: Candidate) -> list[str]:
    """What is said of files beyond where each of them stands."""
    report = consolidate(D, [old, new])
    assert [str(one.status) for one in report.fates] == ["accepted", "superseded"]
    assert report.fates[1].reason.code == "KON-003"  # named in Kelengkapan in any case
    codes = {one.code for one in report.findings}
    return sorted(codes & {"KON-003", "KON-016"})


FIRST = candidate(D, UTARA, quarters((5.0, 100.0)), periode="TW1", path="tw1.xlsx")


def test_a_file_that_only_goes_on_with_the_year_needs_no_note() -> None:
    entries = quarters((5.0, 100.0), (10.0, None))
    assert replaced_by(FIRST, candidate(D, UTARA, entries, periode="TW2", path="a.xlsx")) == []


def test_the_same_period_sent_twice_is_told() -> None:
    again = candidate(D, UTARA, quarters((6.0, 100.0)), periode="TW1", revisi=1.0, path="a.xlsx")
    assert replaced_by(FIRST, again) == ["KON-003"]


def test_a_later_file_that_changes_an_earlier_period_is_told() -> None:
    entries = quarters((7.0, 100.0), (10.0, None))
    changed = candidate(D, UTARA, entries, periode="TW2", path="a.xlsx")
    assert replaced_by(FIRST, changed) == ["KON-003", "KON-016"]
