"""The bundle: command files that survive any name, exact packages, the same bytes twice."""

import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version as version_here
from pathlib import Path

import pytest

from addin.bundle.assembling import FILES, bundle, write_texts
from addin.bundle.wheels import LOCK, PYTHONS, checkout
from addin.install import starter
from addin.install.checksums import SUMS, digest, listing
from addin.install.source import SCRIPTS, STARTER, WHEELS, find_source
from addin.oxt import build_oxt
from addin.places import CHECKER
from addin.xlam import build_xlam
from tests.install.command_files import faults, read_command_file
from tests.install.wheelhouse import repack
from workflow.refusal import RefusedError

COMMAND_FILES = sorted(path.relative_to(FILES).as_posix() for path in FILES.rglob("*.cmd"))
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paket")
    write_texts(folder)
    return folder


def test_all_that_is_installed_from_the_bundle_is_in_it(texts: Path) -> None:
    assert (
        sorted(["pasang.cmd", *(name for name in SCRIPTS if name.endswith(".cmd"))])
        == COMMAND_FILES
    )
    assert all((texts / name).is_file() for name in (*SCRIPTS, "BACA SAYA.txt"))


@pytest.mark.parametrize("name", COMMAND_FILES)
def test_command_files_are_ascii_with_the_line_ends_of_windows(texts: Path, name: str) -> None:
    data = (texts / name).read_bytes()

    assert data.isascii()
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    assert b"\t" not in data


@pytest.mark.parametrize("name", COMMAND_FILES)
def test_no_name_or_path_can_break_a_command_file(texts: Path, name: str) -> None:
    assert list(faults(read_command_file((texts / name).read_bytes()))) == []


@pytest.mark.parametrize(
    "line",
    [
        'python check "%1"',
        "%IKU_PYTHON% program\\mulai.py",
        "pushd %~dp0",
        'set "IKU_HASIL=2',
        "echo isian & hasil",
        "goto :tidak_ada",
    ],
)
def test_the_reader_of_command_files_sees_what_breaks_them(line: str) -> None:
    assert list(faults(read_command_file(line.encode())))


def test_after_a_drop_the_rest_of_the_command_line_is_never_run(texts: Path) -> None:
    lines = [line.text for line in read_command_file((texts / CHECKER).read_bytes())]

    # ``exit`` without /b ends cmd.exe itself: of C:\a&b.xlsx, "b.xlsx" would run after ``exit /b``.
    assert lines[-1] == "exit !IKU_HASIL!"
    assert 'set "IKU_BARIS=!CMDCMDLINE!"' in lines
    assert not any("%*" in line for line in lines)


@pytest.mark.parametrize("name", COMMAND_FILES)
def test_command_files_start_only_what_is_there(texts: Path, name: str) -> None:
    started = re.findall(r"program\\([\w.]+)", (texts / name).read_text())

    assert all((texts / "program" / one).is_file() for one in started)


def test_only_a_fitting_python_gives_its_name(texts: Path) -> None:
    command = [sys.executable, "-I", str(texts / STARTER), "python"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout == sys.executable


@pytest.mark.parametrize(
    ("version", "program", "fits"),
    [
        ((3, 11), "C:/Python311/python.exe", True),
        ((3, 14), "C:/Users/siti/AppData/Local/Python/pythoncore-3.14-64/python.exe", True),
        ((3, 10), "C:/Python310/python.exe", False),
        ((3, 15), "C:/Python315/python.exe", False),
        ((3, 13), "C:/Users/siti/AppData/Local/Microsoft/WindowsApps/python.exe", False),
    ],
)
def test_which_pythons_fit(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int], program: str, *, fits: bool
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(sys, "executable", program)

    assert starter.fits() is fits


def test_starter_command_files_and_packages_agree_on_the_pythons() -> None:
    search = (FILES / "program" / "cari_python.cmd").read_text()

    assert sorted(re.findall(r"py -(3\.\d+)", search)) == sorted(PYTHONS)
    assert (PYTHONS[0], PYTHONS[-1]) == ("3.11", "3.14")


def test_the_starter_can_be_read_by_old_pythons() -> None:
    compile((FILES.parents[1] / "install" / "starter.py").read_text(), "mulai.py", "exec")

    assert "from __future__ import annotations" in Path(starter.__file__).read_text()


def test_packages_for_windows_are_those_that_were_tested_each_with_its_checksum() -> None:
    root = checkout()
    windows = (root / LOCK).read_text()
    pinned = dict(PINNED.findall(windows))
    tested = dict(PINNED.findall((root / "requirements" / "dev.txt").read_text()))

    assert {"xlwings", "pywin32", *dict(PINNED.findall(_run_lock()))} <= set(pinned)
    assert {name: tested[name] for name in pinned} == pinned
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\w)", windows.strip()))
    assert ";" not in windows


def _run_lock() -> str:
    return (checkout() / "requirements" / "run.txt").read_text()


def test_a_bundle_is_whole_and_made_the_same_twice(
    source_folder: Path, own_wheel: Path, texts: Path, tmp_path: Path
) -> None:
    # One small package stands for those of the lock file: they would have to be downloaded.
    known = tmp_path / "unduhan"
    known.mkdir()
    wheel = repack("typing-extensions", known)
    lock = source_folder / LOCK
    lock.parent.mkdir()
    version = wheel.name.split("-")[1]
    lock.write_text(f"typing-extensions=={version} --hash=sha256:{digest(wheel)}\n")
    folder = bundle(tmp_path / "Paket IKU", known, source_folder).folder
    again = tmp_path / "lagi"
    shutil.copytree(texts, again)
    (again / WHEELS).mkdir()
    shutil.copy(own_wheel, again / WHEELS)
    shutil.copy(wheel, again / WHEELS)
    build_xlam(again)
    build_oxt(again)

    assert listing(again) == (folder / SUMS).read_text()
    assert find_source(folder).version == version_here("iku-kecamatan")
    assert sorted(path.name for path in folder.iterdir()) == [
        *("BACA SAYA.txt", "Diagnosis IKU.cmd", "IKU.oxt", "IKU.xlam", "Periksa IKU.cmd"),
        *("SHA256SUMS", "copot.cmd", "pasang.cmd", "program", "wheels"),
    ]
    with zipfile.ZipFile(next(folder.glob("wheels/iku_kecamatan-*.whl"))) as ours:
        names = set(ours.namelist())
    assert {"addin/doctor/advice.yaml", "addin/bundle/files/pasang.cmd"} <= names


def test_a_missing_package_leaves_the_earlier_bundle(tmp_path: Path) -> None:
    earlier = tmp_path / "paket"
    earlier.mkdir()
    (earlier / SUMS).touch()
    (tmp_path / "kosong").mkdir()
    with pytest.raises(RefusedError, match="tidak lengkap"):
        bundle(earlier, tmp_path / "kosong")

    assert [path.name for path in earlier.iterdir()] == [SUMS]
    assert {path.name for path in tmp_path.iterdir()} == {"kosong", "paket"}


def test_what_makes_the_buttons_is_asked_for_before_anything_is_downloaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyopenvba", None)
    with pytest.raises(RefusedError, match="xlam"):
        bundle(tmp_path / "paket", tmp_path / "there is no such folder of packages")


def test_a_folder_with_other_things_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "laporan.xlsx").touch()
    with pytest.raises(RefusedError, match="berisi hal lain"):
        bundle(tmp_path)

    assert (tmp_path / "laporan.xlsx").is_file()


def test_the_checksum_list_is_what_sha256sum_checks(tmp_path: Path) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "dalam" / "nama (1) & 50%.txt").write_text("isi")
    (tmp_path / SUMS).write_text(listing(tmp_path))
    done = subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=tmp_path, check=False)

    assert done.returncode == 0


def test_the_guide_fits_a_page_and_names_what_is_needed(texts: Path) -> None:
    lines = (texts / "BACA SAYA.txt").read_text(encoding="utf-8").splitlines()
    words = " ".join(lines)

    assert len(lines) <= 60
    assert max(map(len, lines)) <= 90
    for name in ("pasang.cmd", "copot.cmd", CHECKER, "Diagnosis IKU.cmd", "Cek Kesiapan"):
        assert name in words
    assert "Python TIDAK ada di dalam paket ini" in words
