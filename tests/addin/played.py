"""What scenarios come to in the Excel for tests; several tests look at it, it is played once."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.addin.scenario_table import SCENARIOS
from tests.addin.scenarios import Outcome, Scenario, Stage, play
from tests.addin.stages import ExcelStage

_BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}


@cache
def in_excel(name: str) -> Outcome:
    """Return what comes of a scenario, by its name, in the Excel for tests."""
    return played(ExcelStage(), _BY_NAME[name])


def played(stage: Stage, scenario: Scenario) -> Outcome:
    """Return what comes of a scenario on a stage, in a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        return play(stage, scenario, Path(folder))
