"""The self-test for a machine with Excel, as far as it can be tried without one."""

import json
from pathlib import Path

import pytest
import xlwings

from scripts import uji_excel
from scripts.uji_excel import Trial, expectations, main, play_all
from tests.addin.engine import Apps
from tests.addin.real_excel import RealExcelStage
from tests.addin.scenario_table import SCENARIOS

SOME = {
    "LOG: a part above its whole",
    "no book",
    "what was sent is consolidated",
    "the signed page is printed",
}


@pytest.fixture
def some(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [one for one in SCENARIOS if one.name in SOME]
    monkeypatch.setattr(uji_excel, "SCENARIOS", chosen)


@pytest.mark.usefixtures("some")
def test_scenarios_are_played_in_an_excel_that_is_left_as_it_was(apps: Apps) -> None:
    app, trial = xlwings.App(impl=apps.add()), Trial()

    play_all(RealExcelStage(app), trial, expectations())

    assert trial.steps == {name: [] for name in SOME}
    assert list(app.books) == []


@pytest.mark.usefixtures("some")
def test_what_is_otherwise_in_that_excel_is_told_and_the_rest_goes_on(apps: Apps) -> None:
    app, trial = xlwings.App(impl=apps.add()), Trial()
    expected = expectations()
    expected["the signed page is printed"]["opened"] = ["lain.pdf"]
    app.impl.disk_is_full = True

    play_all(RealExcelStage(app), trial, expected)

    differing = {step for step, lines in trial.steps.items() if lines}
    assert differing == SOME - {"no book", "what was sent is consolidated"}
    assert f"opened: [], expected {['lain.pdf']}" in trial.steps["the signed page is printed"]


@pytest.mark.parametrize(("differing", "status"), [([], 0), (["lain"], 1)])
def test_the_outcome_is_kept_in_a_file_and_in_the_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, differing: list[str], status: int
) -> None:
    monkeypatch.chdir(tmp_path)

    def work(bundle: Path, trial: Trial) -> None:
        trial.note(f"{bundle}", differing)

    assert main(["paket"], work) == status
    seen = json.loads((tmp_path / "uji_excel_hasil.json").read_text(encoding="utf-8"))
    assert seen == {"machine": {}, "steps": {"paket": differing}}
