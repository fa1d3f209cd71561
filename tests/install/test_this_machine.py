"""A real installation into an empty home folder of this machine; slower, so it is made once."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.bundle.assembling import write_texts
from addin.bundle.wheels import checkout
from addin.install.checksums import SUMS, listing
from addin.install.dropped import LINE, check_dropped, dropped
from addin.install.program import this_machine
from addin.install.source import STARTER
from addin.install.this_machine import _patiently
from addin.places import CHECKER
from tests.command_runs import iku
from tests.install.wheelhouse import repack

NAMES = re.findall(r"^([\w.-]+)==", (checkout() / "requirements/run.txt").read_text(), re.MULTILINE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home folder, in force for what runs here and below."""
    folder = tmp_path_factory.mktemp("rumah Siti & Budi")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture(scope="module")
def bundle(own_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paket (baru)")
    write_texts(folder)
    (folder / "wheels").mkdir()
    shutil.copy(own_wheel, folder / "wheels")
    for name in NAMES:
        repack(name, folder / "wheels")
    (folder / SUMS).write_text(listing(folder))
    return folder


def start(bundle: Path, errand: str, *, expected: int) -> str:
    """Run what the command files run: a bare Python, and nothing installed yet."""
    python = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run(
        [python, "-I", "-X", "utf8", STARTER, errand],
        cwd=bundle,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (expected, "")
    return done.stdout


@pytest.fixture(scope="module")
def installed(home: Path, bundle: Path) -> Path:
    assert "belum terpasang" in start(bundle, "doctor", expected=1)
    assert "sudah terpasang" in start(bundle, "install", expected=0)
    return home


def test_the_installed_program_checks_a_workbook_dropped_onto_the_command_file(
    installed: Path, issued: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = tmp_path / "laporan (1) & 50%^ya!.xlsx"
    workbook.write_bytes(issued)
    machine = this_machine()
    assert isinstance(machine.environ, dict)
    machine.environ[LINE] = f'cmd.exe /c ""C:\\{CHECKER}" "{workbook}""'
    shown: list[str] = []
    status = check_dropped(machine, None, "id", shown.append)

    report = Path(shown[0].removeprefix("file://").replace("%20", " "))
    assert status in {0, 1}
    assert workbook.name in capsys.readouterr().out
    assert "laporan (1) &amp; 50%^ya!.xlsx" in report.read_text(encoding="utf-8")
    assert installed in machine.places.home.parents


def test_the_installed_program_runs_alone(installed: Path, tmp_path: Path) -> None:
    # What lies in the current folder, or in PYTHONPATH, is not what runs.
    (tmp_path / "click.py").write_text("raise SystemExit(99)")
    python = this_machine().places.console_python
    done = subprocess.run(
        [python, "-I", "-m", "addin", "--help"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )

    assert installed in python.parents
    assert done.returncode != 99


def test_doctor_finds_nothing_that_blocks(installed: Path) -> None:
    assert installed.is_dir()
    assert iku("addin", "doctor", "--json").returncode == 0


def test_the_installed_program_does_not_replace_or_remove_itself(installed: Path) -> None:
    python = this_machine().places.console_python
    command = "from command_line.main import run; run(['addin', 'uninstall'])"
    done = subprocess.run(
        [python, "-I", "-X", "utf8", "-c", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert "copot.cmd" in done.stderr
    assert python.is_file()
    assert installed in python.parents


def test_removing_leaves_the_home_folder_empty_of_us(installed: Path) -> None:
    done = iku("addin", "uninstall")

    assert done.returncode == 0
    assert not [path for path in installed.rglob("*") if "iku" in path.name.lower()]


def test_removing_again_says_that_there_is_nothing(home: Path) -> None:
    assert home.is_dir()
    assert "tidak ada yang dilepas" in iku("addin", "uninstall").stdout


def test_without_a_bundle_the_command_says_what_is_missing(home: Path, tmp_path: Path) -> None:
    done = iku("addin", "install", "--from", tmp_path, "--json")

    assert home.is_dir()
    assert done.returncode == 2
    assert '"error": "no_source"' in done.stdout
    assert "Cek Kesiapan" in done.stdout


def test_what_a_virus_scanner_holds_for_a_moment_is_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("addin.install.this_machine.WAITS", (0, 0))
    refusals = [PermissionError(), PermissionError()]

    def action() -> None:
        if refusals:
            raise refusals.pop()

    _patiently(action)

    assert refusals == []


def test_our_installer_needs_nothing_but_python() -> None:
    code = "import sys, addin.install.program; print(*sys.modules)"
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.append({str(checkout())!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert not {"yaml", "click", "pydantic", "openpyxl"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (rf'C:\Windows\system32\cmd.exe /c ""C:\IKU\{CHECKER}" C:\x\a.xlsx"', [r"C:\x\a.xlsx"]),
        (rf'cmd /c ""C:\IKU\{CHECKER}" "C:\x y\a&b.xlsx""', [r"C:\x y\a&b.xlsx"]),
        (rf'cmd /c ""C:\I K\{CHECKER}" C:\a&b.xlsx C:\c^d.xlsx"', [r"C:\a&b.xlsx", r"C:\c^d.xlsx"]),
        (rf'cmd /c ""C:\{CHECKER}" C:\a,b;c=d.xlsx "C:\100% (2)!.xlsx""', None),
        (rf'cmd /c ""C:\{CHECKER.upper()}" "C:\{CHECKER} lama\a.xlsx""', None),
        (rf'cmd /c ""C:\{CHECKER}""', []),
        ("cmd.exe", []),
        ("", []),
    ],
)
def test_dropped_names_are_read_whole(line: str, names: list[str] | None) -> None:
    expected = names
    if names is None:
        tail = line.split('" ', 1)[1].removesuffix('"')
        expected = [part.strip('"') for part in re.findall(r'"[^"]+"|\S+', tail)]

    assert dropped(line) == expected
