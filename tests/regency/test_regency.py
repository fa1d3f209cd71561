"""A year of a simulated regency: what the product says is the truth, and can be re-added."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from tests.regency.files_received import by_digest
from tests.regency.measures import BY_CODE, PERIODS
from tests.regency.papers import made, number, rows
from tests.regency.simulated import Simulated, Turn
from tests.regency.tables import Proof, Traced
from tests.regency.trace import trace
from tests.regency.truth import regency

CELLS = {"TW1": 140, "TW4": 790, "TAHUN": 780}
"""How many cells Asal Angka names at least: a script that looks at nothing finds nothing."""
NUMBERS = {"TW1": 1700, "TW4": 5700, "TAHUN": 6400}
"""How many numbers the sheets of a recap hold at least."""


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
    assert len(found.proofs) == len(found.numbers) >= NUMBERS[period]
    assert set(found.by_proof) == set(Proof)


def test_every_fate_came_about(simulated: Simulated) -> None:
    fates = {file["status"] for turn in simulated.done for file in turn.answer.told["files"]}

    assert fates == {"accepted", "rejected", "superseded", "duplicate", "ignored"}


def forged(recap: Path, into: Path) -> set[str]:
    """Make every number of a recap another one, each by a step of its own; return their places."""
    book = openpyxl.load_workbook(recap, data_only=True)
    places = set()
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, int | float):
                    places.add(f"{sheet.title}!{cell.coordinate}")
                    cell.value += 7 * len(places)
    book.save(into)
    return places


def test_the_script_sees_every_forged_number(simulated: Simulated, tmp_path: Path) -> None:
    places = forged(turn_of(simulated, "TW3").answer.recap, tmp_path / "rekap.xlsx")
    found = traced(simulated, "TW3", tmp_path / "rekap.xlsx")

    assert set(found.numbers) == places
    assert places - {fault.partition(",")[0] for fault in found.faults} == set()


def test_a_number_that_nobody_proves_is_a_fault(simulated: Simulated, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(turn_of(simulated, "TW1").answer.recap, data_only=True)
    book["Ringkasan"]["W60"] = 42
    book.save(tmp_path / "rekap.xlsx")
    found = traced(simulated, "TW1", tmp_path / "rekap.xlsx")

    assert found.faults == ["Ringkasan!W60: a number that nobody proves"]


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
    assert any(
        "Jambi Selatan" in message and "'Kegiatan pembinaan' (P7)" in message for message in refused
    )
    assert any("Jambi Timur" in message and "'Surat masuk' (P1)" in message for message in counted)


def test_a_rejection_that_would_raise_a_rank_waits_for_approval(simulated: Simulated) -> None:
    told = turn_of(simulated, "TW3").answer.told["findings"]

    (waiting,) = [one["message"] for one in told if one["code"] == "KON-040"]
    assert "Danau Teluk" in waiting


def test_every_paper_of_the_year_says_what_the_recap_says(
    simulated: Simulated, tmp_path: Path
) -> None:
    answer = turn_of(simulated, "TAHUN").answer
    history = simulated.folder / "riwayat.sqlite"
    papers = made(answer, "TAHUN", tmp_path, simulated.forms.definition, history)
    told = {one["kode"]: one for one in answer.told["indicators"] if one["period"] == "TAHUN"}
    chapter = next(path for path in papers if path.name == "LKjIP_Bab_III_2025_Kota_Jambi.docx")
    shown = rows(chapter)[1:]

    assert len(shown) == len(told) > 10
    for row, one in zip(shown, told.values(), strict=True):
        for text, figure in ((row[5], one["realisasi"]), (row[6], one["capaian"])):
            assert number(text) == (None if figure is None else pytest.approx(figure, abs=0.0051))
        assert row[7] == f"{one['n']} dari {one['of']}"
    assert len(papers) > 60


def test_a_units_form_says_what_its_column_of_the_recap_says(
    simulated: Simulated, tmp_path: Path
) -> None:
    """Capaian of one unit: on its form, and in Matriks."""
    answer = turn_of(simulated, "TW2").answer
    history = simulated.folder / "riwayat.sqlite"
    papers = made(answer, "TW2", tmp_path, simulated.forms.definition, history)
    matrix = openpyxl.load_workbook(answer.recap, data_only=True)["Matriks"]
    lines = [[cell.value for cell in row] for row in matrix.iter_rows()]
    compared = 0
    for path in (one for one in papers if one.name.startswith("Formulir_Pengukuran")):
        unit = path.stem.split("_", 5)[5].replace("_", " ")
        line = next(row for row in lines if row[1] == unit)
        forms = rows(path)[2:]
        for row, held in zip(forms, line[2 : 2 + len(forms)], strict=True):
            expected = held if isinstance(held, int | float) else None
            assert number(row[7]) == (expected and pytest.approx(expected, abs=0.0051)), (unit, row)
            compared += expected is not None
    assert compared > 80
