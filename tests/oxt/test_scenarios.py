"""The table of scenarios in a real LibreOffice: what is seen is what is seen in Excel.

One thing differs, and is told as information: LibreOffice drops the lock of the order of sheets
from every workbook that it saves.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from addin.sentences import say
from iku.layout.extras import CATATAN
from iku.messages.terms import Language
from tests.addin.scenario_table import SCENARIOS
from tests.addin.scenarios import Outcome, Scenario, play
from tests.addin.stages import ExcelStage
from tests.oxt.stage import play_in

OFFICES = {"id": "office", "en": "english_office"}
LOST_LOCK = "KCI-006"
NO_NOTES = ("", "", "Tidak ada catatan", "", "", "")
INFORMATION = re.compile(r"(?:, |(?<=: ))(\d+) (informa\w+)")
NOTHING_LEFT = re.compile(r"^(Hasil pemeriksaan|Outcome of the check): ;")


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_libreoffice_does_what_excel_does(
    scenario: Scenario, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    office = request.getfixturevalue(OFFICES[scenario.language])

    seen = play_in(office, scenario, tmp_path / "libreoffice")
    in_excel = play(ExcelStage(), scenario, tmp_path / "excel")

    assert without_the_lost_lock(seen, scenario.language) == in_excel


def without_the_lost_lock(seen: Outcome, language: Language) -> Outcome:
    """The outcome, had LibreOffice kept the lock."""
    rows = tuple(row for row in seen.notes if row[0] != LOST_LOCK)
    return replace(
        seen,
        alerts=tuple((title, _one_less(text, language)) for title, text in seen.alerts),
        notes=(rows or (NO_NOTES,)) if seen.notes else (),
    )


def _one_less(text: str, language: Language) -> str:
    """Return a message that counts one information less."""
    alone = say(
        "only_information",
        language,
        counts=say("count_info", language, n=1),
        sheet=CATATAN,
    )
    if text.startswith(alone):
        return text.replace(alone, say("nothing_found", language), 1)

    def fewer(found: re.Match[str]) -> str:
        left = int(found[1]) - 1
        return f", {left} {found[2]}" if left else ""

    counted = INFORMATION.sub(fewer, text)
    return say("nothing_found", language) if NOTHING_LEFT.match(counted) else counted
