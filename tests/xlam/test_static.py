"""The VBA as text: what analysers and policies of an office look for."""

import re
from pathlib import Path

import pytest
from pyvbaanalysis import analyze_loose_files, analyze_workbook
from vbalidator import precheck

from addin.menu import menu
from addin.places import REGISTRY_KEY, REGISTRY_PYTHON, places
from addin.xlam.modules import WRITTEN, modules
from tests.xlam.conftest import VERSION

STANDS_ALONE = "modShell"
ASKS_WINDOWS = r"\b(Environ\$?|CreateObject|GetObject|RegRead|RegWrite|Run|CurrentDirectory)\b"
NEVER = (
    r"\bDeclare\b",  # needs no 32 or 64 bits
    r"cmd(\.exe)?\b",
    r"powershell",
    r"\bShell\s*\(",  # VBA's own cuts names to the code page
    r"\b(SendKeys|CallByName|Evaluate|ExecuteExcel4Macro|RegWrite|VBProject)\b",
    r"\.(Path|FullName)\b",  # of a workbook: nothing is looked for in its folder
    r"\b(Worksheets|Sheets|Range|Cells|Names|CustomDocumentProperties)\b",
    r"\b(Open|Kill|FileCopy|ChDir|ChDrive)\b",
)


def bodies() -> dict[str, str]:
    return modules(menu(), VERSION)


def code(body: str) -> str:
    """A body without its comments and texts."""
    lines = (re.sub(r'"(?:[^"]|"")*"', '""', line) for line in body.splitlines())
    return "\n".join(line.partition("'")[0] for line in lines)


def test_the_first_analyser_is_silent_about_the_whole_project(xlam_path: Path) -> None:
    found = analyze_workbook(xlam_path)

    assert found.keys() >= bodies().keys()
    assert {name: said for name, said in found.items() if said} == {}


def test_the_second_analyser_is_silent_too(texts: dict[str, str], tmp_path: Path) -> None:
    for name in bodies():
        (tmp_path / f"{name}.bas").write_bytes(texts[name].encode("cp1252"))

    checked = precheck(tmp_path, host="excel")

    assert checked.files_scanned == len(bodies())
    assert [issue["message"] for issue in checked.issues] == []


def test_both_analysers_see_a_mistake(tmp_path: Path) -> None:
    wrong = bodies()
    wrong["modPita"] = wrong["modPita"].replace("mMenunggu = False\r\n", "belumAda = 1\r\n", 1)
    for name, body in wrong.items():
        text = f'Attribute VB_Name = "{name}"\r\n{body}'
        (tmp_path / f"{name}.bas").write_bytes(text.encode("cp1252"))

    assert precheck(tmp_path, host="excel").issues
    assert any(analyze_loose_files(sorted(tmp_path.iterdir())).values())


@pytest.mark.parametrize("pattern", NEVER)
def test_nothing_in_the_code_reads_a_workbook_or_starts_a_shell(pattern: str) -> None:
    users = [name for name, body in bodies().items() if re.search(pattern, code(body))]

    assert users == []


def test_only_one_module_asks_windows_for_anything() -> None:
    users = [name for name, body in bodies().items() if re.search(ASKS_WINDOWS, code(body))]

    assert users == [STANDS_ALONE]


def test_every_module_declares_what_it_uses() -> None:
    assert all(body.startswith("Option Explicit\r\n") for body in bodies().values())


def test_the_files_are_standard_modules_under_their_own_names() -> None:
    folder = Path(modules.__code__.co_filename).with_name("vba")

    assert {path.name for path in folder.iterdir()} == {f"{name}.bas" for name in WRITTEN}
    for name in WRITTEN:
        first = (folder / f"{name}.bas").read_text(encoding="utf-8").partition("\n")[0]
        assert first == f'Attribute VB_Name = "{name}"'


def test_vba_looks_where_the_installer_writes() -> None:
    text = bodies()[STANDS_ALONE]
    windows = places({"USERPROFILE": r"C:\Users\siti", "LOCALAPPDATA": "/lokal"}, "win32")

    assert f'RegRead("HKCU\\{REGISTRY_KEY}\\{REGISTRY_PYTHON}")' in text
    assert windows.log.relative_to("/lokal").parts == ("IKU", "log")
    assert 'Environ$("LOCALAPPDATA") & "\\IKU\\log"' in text
