"""A year of a simulated regency: what the product says is the truth, and can be re-added."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from tests.regency.files_received import by_digest
from tests.regency.measures import BY_CODE, PERIODS
from tests.regency.simulated import Simulated, Turn
from tests.regency.trace import Traced, trace
from tests.regency.truth import regency

CELLS = {"TW1": 140, "TW3": 550, "TAHUN": 800}
"""How many cells Asal Angka names at least: a script that looks at nothing finds nothing."""


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> Simulated:
    """The year, run once."""
    folder = tmp_path_factory.mktemp("kota_jambi")
    simulated = Simulated.begun(folder, 11, 1, libreoffice=True)
    assert [turn.one.period for turn in simulated.turns()] == list(PERIODS)
    return simulated


def turn_of(simulated: Simulated, period: str) -> Turn:
    return simulated.done[PERIODS.index(period)]


def traced(simulated: Simulated, period: str, recap: Path | None = None) -> Traced:
    """Follow a recap through everything received up to its period."""
    inboxes = [one.answer.folder for one in simulated.done[: PERIODS.index(period) + 1]]
    recap = recap or turn_of(simulated, period).answer.recap
    return trace(recap, simulated.forms.definition, by_digest(inboxes))


@pytest.mark.parametrize("period", PERIODS)
def test_fates_figures_means_and_completeness_are_the_truth(
    simulated: Simulated, period: str
) -> None:
    assert turn_of(simulated, period).differences == []


@pytest.mark.parametrize("period", CELLS)
def test_every_figure_is_found_in_the_named_cell_and_adds_up_again(
    simulated: Simulated, period: str
) -> None:
    found = traced(simulated, period)

    assert found.faults == []
    assert found.cells >= CELLS[period]
    assert found.figures > 2 * found.cells


def test_every_fate_came_about(simulated: Simulated) -> None:
    fates = {file["status"] for turn in simulated.done for file in turn.answer.told["files"]}

    assert fates == {"accepted", "rejected", "superseded", "duplicate", "ignored"}


@pytest.mark.parametrize(
    ("sheet", "head"), [("Data", "Nilai dihitung"), ("Ringkasan", "Realisasi")]
)
def test_the_script_sees_a_forged_figure(
    simulated: Simulated, tmp_path: Path, sheet: str, head: str
) -> None:
    book = openpyxl.load_workbook(turn_of(simulated, "TW1").answer.recap, data_only=True)
    cells = [cell for row in book[sheet].iter_rows() for cell in row]
    heading = next(cell for cell in cells if cell.value == head)
    below = [book[sheet].cell(row, heading.column) for row in range(heading.row + 1, 60)]
    figure = next(cell for cell in below if isinstance(cell.value, float))
    figure.value = 1.0 if figure.value != 1.0 else 2.0
    book.save(tmp_path / "rekap.xlsx")

    assert traced(simulated, "TW1", tmp_path / "rekap.xlsx").faults


def test_what_a_unit_says_differently_from_the_run_before_is_a_change_with_its_effect(
    simulated: Simulated,
) -> None:
    """Every change told in the second quarter, and what the unit's newer file does to the regency."""
    earlier, one = (turn_of(simulated, period) for period in ("TW1", "TW2"))
    changes = {(c["unit"], c["name"]): c for c in one.answer.told["changes"]}
    unit = simulated.year.units[1].kode
    before, after = (
        next(said.typed["P1", "masuk", "TW1"] for said in turn.one.spoken if said.unit.kode == unit)
        for turn in (earlier, one)
    )
    change = changes[unit, "isian.P1.masuk.TW1"]

    assert (change["old"], change["new"]) == (before, after)
    (effect,) = change["effects"]
    spoken = one.one.spoken
    restored = [
        replace(said, typed={**said.typed, ("P1", "masuk", "TW1"): before})
        if said.unit.kode == unit
        else said
        for said in spoken
    ]
    for when, everyone in (("before", restored), ("after", spoken)):
        true = regency(everyone, BY_CODE["P1"], "TW1").realisasi
        assert isinstance(true, Fraction)
        assert effect[when] == float(true)


def test_of_a_closed_period_only_accepted_changes_count(simulated: Simulated) -> None:
    told = turn_of(simulated, "TW3").answer.told["findings"]

    refused = [one["message"] for one in told if one["code"] == "KON-046"]
    counted = [one["message"] for one in told if one["code"] == "KON-047"]
    assert any("Jambi Selatan" in message and "P7.nilai.TW2" in message for message in refused)
    assert any("Jambi Timur" in message and "P1.masuk.TW1" in message for message in counted)


def test_a_rejection_that_would_raise_a_rank_waits_for_approval(simulated: Simulated) -> None:
    told = turn_of(simulated, "TW3").answer.told["findings"]

    (waiting,) = [one["message"] for one in told if one["code"] == "KON-040"]
    assert "Danau Teluk" in waiting
