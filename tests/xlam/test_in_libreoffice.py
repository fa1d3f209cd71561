"""A second program that runs VBA: LibreOffice loads the add-in and runs its procedures."""

from pathlib import Path
from typing import Any

import pytest

from addin.menu import menu
from addin.xlam.ribbon import button_id
from tests.judges.calc_session import INSIDE_CALC, Office
from tests.xlam.excel_in_memory import PYTHON, command
from tests.xlam.test_command_line import NAMES

SCRIPT = INSIDE_CALC / "macros.py"
PATHS = {PYTHON: True, r"\\server\IKU\pythonw.exe": True, "pythonw.exe": False, "C:\\a.cmd": False}
CALLS: list[list[Any]] = [
    *(["modIKU.SusunPerintah", PYTHON, "validasi", "4711", name] for name in NAMES),
    *(["modIKU.JalurLayak", path] for path in PATHS),
    *(
        ["modMenu.TeksMenu", button_id(button), "penjelasan", english]
        for button in menu().buttons
        for english in (False, True)
    ),
    *(["modMenu.PerluBuku", button.action] for button in menu().buttons),
]
EXPECTED: list[Any] = [
    *(command("validasi", name) for name in NAMES),
    *PATHS.values(),
    *(button.words[language].explanation for button in menu().buttons for language in ("id", "en")),
    *(button.needs_book for button in menu().buttons),
]


@pytest.fixture(scope="module")
def said(xlam_path: Path) -> dict[str, Any]:
    with Office.running() as office:
        found: dict[str, Any] = office.ask("run", str(SCRIPT), "run", str(xlam_path), CALLS)
    return found


def test_libreoffice_finds_the_modules_with_every_line(
    said: dict[str, Any], texts: dict[str, str]
) -> None:
    assert set(said["texts"]) == set(texts)
    for name, text in said["texts"].items():
        lines = [line for line in texts[name].splitlines() if not line.startswith("Attribute ")]
        assert [line for line in lines if line not in text.splitlines()] == []


def test_its_basic_computes_what_the_other_interpreter_computes(said: dict[str, Any]) -> None:
    assert said["answers"] == EXPECTED
