"""A workbook sent by somebody who means harm: the launcher runs nothing but our own code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from addin.version import installed_version
from tests.workbooks import layout, workbook_bytes
from tests.xlam.argv import arguments
from tests.xlam.excel_in_memory import Excel

NAME = 'kata "kutip" 100% %PATH% a=b; $(calc) & --host=excel.xlsx'
PLANTED = ("openpyxl", "addin", "iku", "yaml", "xlwings", "re", "sitecustomize", "usercustomize")
SETTINGS = ("xlwings.conf", "_xlwings.conf", "IKU.conf", "Python")
WATCHED = Path(__file__).with_name("watched.py")
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kiriman")


@pytest.fixture(scope="module")
def folder(top: Path) -> Path:
    """A folder whose path is longer than 300 characters, full of modules that leave a trace."""
    place = top / "/".join(["a=b %TEMP% 'kiriman' " + "x" * 80] * 3)
    place.mkdir(parents=True)
    assert len(str(place)) > 300
    for name in PLANTED:
        (place / f"{name}.py").write_text(f"open({str(top / 'harm')!r}, 'w')\n")
    (place / "xlwings.conf").write_text('"INTERPRETER_WIN","calc.exe"\n')
    (place / "pyvenv.cfg").write_text(f"home = {place}\n")
    return place


@pytest.fixture(scope="module")
def book(folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(workbook_bytes(layout("contoh_triwulanan_2025"), {}))
    workbook = load_workbook(path)
    for name in SETTINGS:
        sheet = workbook.create_sheet(name)
        sheet.append(["Interpreter_Win", "calc.exe"])
        sheet.append(["PYTHONPATH", str(folder)])
        sheet.append(["Python", "calc.exe"])
    workbook.save(path)
    return path


def started(folder: Path, *command: object) -> "subprocess.CompletedProcess[str]":
    """Start a program where the workbook lies, in an environment that would mislead Python."""
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=folder,
        env={
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder.parent),
            "PYTHONPATH": str(folder),
            "PYTHONSTARTUP": str(folder / "re.py"),
            "PYTHONUSERBASE": str(folder),
            "PATH": str(folder),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_isolation_the_trap_would_snap(folder: Path, top: Path) -> None:
    started(folder, "-m", "addin")

    assert (top / "harm").exists()
    (top / "harm").unlink()


def test_the_launcher_checks_the_workbook_and_runs_only_our_code(
    top: Path, folder: Path, book: Path, tmp_path: Path
) -> None:
    report = tmp_path / "seen.json"
    errand = ("validasi", "--host=file", "--version", installed_version(), "--book", NAME)

    said = started(folder, "-I", "-X", "utf8", WATCHED, report, *errand)

    assert (said.returncode, said.stderr) == (0, "")
    assert "Hasil pemeriksaan" in said.stdout
    assert not (top / "harm").exists()
    seen = json.loads(report.read_text(encoding="utf-8"))
    ours = (sys.prefix, sys.base_prefix, str(REPOSITORY), "/usr/lib", "frozen")
    assert [file for file in seen["loaded"] if not file.startswith(ours)] == []
    assert seen["started"] == []
    touched = {Path(file) for file in seen["opened"] if file.startswith(str(folder))}
    written = book.with_name(f"{book.stem} (diperiksa).xlsx")
    drafts = {path for path in touched if path.name.startswith(f".{written.name}.")}
    assert touched - drafts == {book, written}


def test_the_exact_command_of_the_launcher_does_the_same(
    top: Path, folder: Path, book: Path, tmp_path: Path
) -> None:
    into = tmp_path / "diperiksa.xlsx"
    options = ("validasi", "--host", "file", "--version", installed_version())

    said = started(
        folder, "-I", "-X", "utf8", "-m", "addin", *options, f"--book={book}", f"--into={into}"
    )

    assert (said.returncode, said.stderr) == (0, "")
    assert into.is_file()
    assert not (top / "harm").exists()


def test_without_any_streams_as_behind_a_button_of_windows_it_works_too(
    book: Path, tmp_path: Path
) -> None:
    into = tmp_path / "diperiksa.xlsx"
    options = ("validasi", "--host", "file", "--version", installed_version())
    closing = 'exec "$0" "$@" <&- >&- 2>&-'
    python = (sys.executable, "-I", "-X", "utf8", "-m", "addin")

    said = subprocess.run(
        ["/bin/sh", "-c", closing, *python, *options, f"--book={book}", f"--into={into}"],
        check=False,
    )

    assert said.returncode == 0
    assert into.is_file()


def test_vba_takes_nothing_from_a_workbook_but_its_name() -> None:
    excel = Excel()
    excel.open("IKU_2025_Contoh Utara.xlsx")
    excel.call("Tekan", "validasi")
    plain = arguments(excel.value("Started"))
    sheet = excel.application.sheet(1)
    for row, setting in enumerate(("Interpreter_Win", "Python", "PYTHONPATH"), start=1):
        sheet.set_value(f"A{row}", setting)
        sheet.set_value(f"B{row}", "calc.exe")
    sheet.sheet.name = "xlwings.conf"

    excel.call("Tekan", "validasi")

    assert arguments(excel.value("Started")) == plain
