"""Ranking: by the regency's rules, ties share a rank, and who has none is told why."""

from decimal import Decimal
from fractions import Fraction

import pytest

from iku.cells import Value
from iku.consolidation import Candidate, consolidate
from iku.consolidation.ranking import Ranking, ranking
from iku.consolidation.returned import Returned
from iku.definition.model import Definition, NilaiTarget
from iku.report import Report
from iku.terbitan import issue
from tests.consolidation.sample import candidate, definition_of

from .sample import EAST, NORTH, SCORES, SOUTH, S, report_of, scores, verification


def ranks(found: Ranking) -> dict[str, tuple[int | None, str]]:
    return {one.standing.unit.kode: (one.rank, one.reason) for one in found.rows}


def files(definition: Definition, *given: tuple[Value, Value]) -> list[object]:
    units = (NORTH, SOUTH, EAST)
    return [candidate(definition, u, scores(*one)) for u, one in zip(units, given, strict=False)]


def ranked(definition: Definition, *given: tuple[Value, Value], **tables: object) -> Ranking:
    return ranking(report_of(definition, files(definition, *given), **tables))  # type: ignore[arg-type]


def with_rules(rules: str, indikator: str = SCORES) -> Definition:
    return definition_of(indikator, pengaturan=f"{{periode: tahunan, peringkat: {rules}}}")


def test_equal_means_share_a_rank_and_the_next_is_left_out() -> None:
    found = ranked(S, (80.0, 60.0), (60.0, 80.0), (50.0, 50.0))
    assert ranks(found) == {NORTH: (1, ""), SOUTH: (1, ""), EAST: (3, "")}
    assert [one.basis.value for one in found.rows] == [70, 70, 50]


def test_a_gap_keeps_a_unit_from_being_ranked() -> None:
    found = ranked(S, (80.0, None), (60.0, 80.0))
    assert ranks(found) == {
        SOUTH: (1, ""),
        NORTH: (None, "Kelengkapan di bawah batas: 1 dari 2 indikator"),
        EAST: (None, "Belum masuk"),
    }
    lenient = ranked(with_rules("{kelengkapan_minimum: 50}"), (80.0, None), (60.0, 80.0))
    assert ranks(lenient)[NORTH] == (1, "")
    assert lenient.rows[0].completeness == 50


@pytest.mark.parametrize(
    ("dasar", "expected"),
    [("rata_rata", (SOUTH, NORTH)), ("rata_rata_batas", (NORTH, SOUTH))],
)
def test_the_basis_decides(dasar: str, expected: tuple[str, str]) -> None:
    """150 and 60 have a mean of 105, capped at 120 one of 90."""
    found = ranked(with_rules(f"{{dasar: {dasar}}}"), (100.0, 100.0), (150.0, 60.0))
    assert tuple(one.standing.unit.kode for one in found.rows[:2]) == expected


def test_only_verified_figures_count_where_the_regency_says_so() -> None:
    rules = with_rules("{hanya_terverifikasi: ya, kelengkapan_minimum: 50}")
    rows = [(NORTH, "S1", None, "TAHUN", None, "Diterima", None, "", "Tim")]
    rows += [(SOUTH, "S1", None, "TAHUN", None, "Perlu perbaikan", None, "", "Tim")]
    found = ranked(rules, (70.0, 90.0), (60.0, 80.0), verification=verification(*rows))
    assert found.verified_only
    assert found.rows[0].basis.value == 70
    assert ranks(found)[SOUTH] == (None, "Kelengkapan di bawah batas: 0 dari 2 indikator")


def test_what_only_one_unit_has_is_reported_and_not_ranked() -> None:
    alone = SCORES.replace(
        "        nama: Skor dua\n", f"        nama: Skor dua\n        berlaku_untuk: ['{NORTH}']\n"
    )
    one = definition_of(alone)
    found = ranked(one, (70.0, 0.0), (60.0, None), (80.0, None))
    assert [i.kode for i in found.alone] == ["S2"]
    assert ranks(found) == {EAST: (1, ""), NORTH: (2, ""), SOUTH: (3, "")}


def test_targets_set_too_low_stand_beside_the_rank() -> None:
    text = definition_of(SCORES).model_dump(mode="json")
    text["unit"][0]["target"] = {"S1": {"TAHUN": {"nilai": "40"}}}
    text["sasaran"][0]["indikator"][1]["polaritas"] = "minimasi"
    text["unit"][0]["target"]["S2"] = {"TAHUN": {"nilai": "120"}}
    definition = Definition.model_validate(text)
    (row, *_) = ranked(definition, (80.0, 60.0)).rows
    told = [(low.kode, int(low.target), int(low.compared), low.words) for low in row.low_targets]
    assert told == [
        ("S1", 40, 100, "di bawah target kabupaten"),
        ("S2", 120, 100, "di atas target kabupaten"),
    ]


def test_a_target_below_last_years_realisasi_is_told() -> None:
    before = {"S1": {"2016": NilaiTarget(nilai=Decimal(110))}}
    entries: dict[str, Value] = {**scores(80.0, 60.0), "identitas.periode_lapor": "TAHUN"}
    returned = Returned(Report(issue(S, S.unit[0], before), entries))
    (row, *_) = ranking(consolidate(S, [Candidate("x.xlsx", "1", returned=returned)])).rows
    (low,) = row.low_targets
    assert (low.kode, low.compared) == ("S1", Fraction(110))
    assert low.words == "di bawah realisasi tahun lalu"


def test_without_a_target_and_without_an_object_no_target_is_low() -> None:
    text = S.model_dump(mode="json")
    text["sasaran"][0]["indikator"][0]["target"] = {}
    text["sasaran"][0]["indikator"][1]["berlaku_untuk"] = [SOUTH, EAST]
    definition = Definition.model_validate(text)
    before = {one: {"2016": NilaiTarget(nilai=Decimal(110))} for one in ("S1", "S2")}
    entries: dict[str, Value] = {**scores(80.0, None), "identitas.periode_lapor": "TAHUN"}
    returned = Returned(Report(issue(definition, definition.unit[0], before), entries))
    found = ranking(consolidate(definition, [Candidate("x.xlsx", "1", returned=returned)]))
    assert [one.low_targets for one in found.rows] == [(), (), ()]


def test_a_share_of_a_sum_is_not_compared_with_the_whole() -> None:
    summed = SCORES.replace("agregasi: rata_rata", "agregasi: jumlah")
    text = definition_of(summed).model_dump(mode="json")
    text["unit"][0]["target"] = {"S1": {"TAHUN": {"nilai": "40"}}}
    definition = Definition.model_validate(text)
    assert ranked(definition, (80.0, 60.0)).rows[0].low_targets == ()


def test_who_sent_nothing_has_no_rank() -> None:
    assert {(one.rank, one.reason) for one in ranked(S).rows} == {(None, "Belum masuk")}
