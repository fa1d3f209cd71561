"""Every host does the same in every situation, and it is what the table says."""

import json
from collections import Counter

import pytest

from scripts.uji_excel import EXPECTED
from tests.addin.played import in_excel, played
from tests.addin.scenario_table import SCENARIOS
from tests.addin.scenarios import Scenario, differences
from tests.addin.stages import FileStage

FILE = FileStage()
LEAST = 25


def named(scenario: Scenario) -> str:
    return scenario.name


@pytest.mark.parametrize("scenario", SCENARIOS, ids=named)
def test_what_the_table_says_is_seen(scenario: Scenario) -> None:
    seen = in_excel(scenario.name)

    assert differences(seen, len(scenario.presses), scenario.expected.as_json()) == []


@pytest.mark.parametrize("scenario", [one for one in SCENARIOS if one.needs <= FILE.can], ids=named)
def test_a_file_gets_the_same_as_the_open_book(scenario: Scenario) -> None:
    assert played(FILE, scenario) == in_excel(scenario.name)


def test_what_a_machine_with_excel_compares_with_is_this_table() -> None:
    stored = json.loads(EXPECTED.read_text(encoding="utf-8"))

    assert stored == {one.name: one.expected.as_json() for one in SCENARIOS}


def test_there_are_many_situations_and_each_has_a_name_of_its_own() -> None:
    names = Counter(scenario.name for scenario in SCENARIOS)

    assert len(names) >= LEAST
    assert names.most_common(1)[0][1] == 1
