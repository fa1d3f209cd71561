"""The form with money on its way: checked, tampered with, moved about, carried into another."""

import pytest

from iku.carry.outcome import names_in
from iku.layout.layout import Layout
from iku.terbitan import issue
from tests.anggaran.sample import DESA, ODD, PELAYANAN, PENUNJANG, TRANTIB, hulu, whole_year
from tests.carry.books import held, repaired, shifted, upgraded, values_in
from tests.checks.books import cells, check, received, snapshot, told
from tests.workbooks import definition

MONEY = ("ISI-013", "LOG-013", "TRN-009", "ANG-008", "IDN-007", "ISI-008", "ANG-006")


def found(changes: dict[str, object], until: str = "TAHUN") -> list[tuple[str, tuple[str, ...]]]:
    """What is told of the money of a year with some changes."""
    findings = check(hulu(), {**whole_year(until), **changes})
    return [one for one in told(findings) if one[0] in MONEY]


def test_money_as_it_should_be_is_silent() -> None:
    assert found({}) == []


@pytest.mark.parametrize(("changes", "code", "names"), ODD)
def test_each_odd_amount_is_told_once_at_its_cell(
    changes: dict[str, object], code: str, names: list[str]
) -> None:
    assert found(changes) == [(code, cells(hulu(), *names))]


def test_sen_are_shown_and_so_not_asked_about() -> None:
    assert found({f"{DESA}.realisasi.TW4": 76_000_000.25}) == []


def test_money_before_its_quarter_comes_early_and_a_pagu_never_does() -> None:
    late = {
        f"{one}.realisasi.{q}": None for one in (PELAYANAN, TRANTIB, DESA) for q in ("TW3", "TW4")
    }
    early = {f"{PENUNJANG}.realisasi.TW4": None}
    codes = [code for code, _ in found({**late, **early}, until="TW2")]
    assert codes == ["IDN-007", "IDN-007"]  # the figures of Isian in TW3 and TW4; money with TW3
    cell = cells(hulu(), f"{PENUNJANG}.realisasi.TW3")[0]
    assert cell in found({**late, **early}, until="TW2")[0][1]


def test_a_changed_pagu_and_a_changed_rule_are_told_as_tampering() -> None:
    seen = snapshot(hulu(), whole_year())
    sheet = seen.sheets["Anggaran"]
    sheet.values["D8"] = 1.0
    sheet.formulas["I8"] = "100"
    codes = {(one.code, cell) for one in received(seen).findings for cell in one.cells}
    assert ("KCI-001", "Anggaran!D8") in codes or ("KCI-003", "Anggaran!D8") in codes
    assert any(cell == "Anggaran!I8" for _, cell in codes)


def test_money_is_read_where_it_stands_after_rows_came_in() -> None:
    seen = snapshot(hulu(), whole_year())
    shifted(seen, "Anggaran", 10, 2)
    read = received(seen).report.entries
    assert {n: read.get(n) for n in whole_year()} == whole_year()


def test_repair_carries_money_into_a_fresh_form() -> None:
    seen = snapshot(hulu(), whole_year())
    seen.sheets["Anggaran"].formulas.clear()
    outcome = repaired(seen, hulu())
    assert values_in(outcome) == held(whole_year(), hulu())


def renewed(**changes: object) -> Layout:
    """The form of Hulu in the next version of its definition."""
    known = definition("anggaran").model_copy(update={"versi": "2", **changes})
    return Layout(issue(known, known.unit[0]))


def test_upgrade_carries_money_by_the_code_of_its_programme() -> None:
    programs = definition("anggaran").program
    fresh = renewed(program=(programs[1].model_copy(update={"sasaran": 2}), *programs[2:4]))
    outcome = upgraded(hulu(), whole_year(), fresh)
    carried = values_in(outcome)
    kept = {n: v for n, v in whole_year().items() if PENUNJANG not in n}
    assert {n: v for n, v in carried.items() if n.startswith("anggaran.")} == {
        n: v for n, v in kept.items() if n.startswith("anggaran.")
    }
    assert names_in(outcome.left) == {f"{PENUNJANG}.realisasi.TW{n}" for n in range(1, 5)}


@pytest.mark.parametrize(("pagu", "lost"), [("80000000", False), ("90000000", True)])
def test_a_pagu_that_the_regency_now_gives_is_lost_only_where_it_differs(
    pagu: str, *, lost: bool
) -> None:
    given = [p.model_dump(mode="json") for p in definition("anggaran").program]
    given[2]["pagu"] = pagu
    tree = definition("anggaran").model_dump(mode="json") | {"program": given, "versi": "2"}
    known = type(definition("anggaran")).model_validate(tree)
    outcome = upgraded(hulu(), whole_year(), Layout(issue(known, known.unit[0])))
    told_of = [one for one in (*outcome.left, *outcome.told) if f"{DESA}.pagu" in names_in([one])]
    assert [one.code for one in told_of] == ["STR-104"]
    assert told_of[0].facts["ditetapkan"] == pagu
    assert (told_of[0] in outcome.left) is lost
