"""What holds for every file of the repository, whoever writes it."""

import ast
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "addin",
    "command_line",
    "iku",
    "reporting",
    "workbook_builder",
    "workbook_reader",
    "workflow",
)
LONGEST_MODULE = 400  # lines; more than one idea lives in a longer one
# Written in two parts, so that this file does not hold what it forbids.
FORBIDDEN = tuple(
    first + rest
    for first, rest in (
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("npm", "mirror"),
        ("deb.", "debian.org"),
        ("/wo", "rk/"),
        ("/ro", "ot/"),
        ("/ho", "me/"),
        ("/opt/", "pypi"),
        (".py", "env/"),
    )
)


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is committed or would be, as git sees it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def modules() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".py"]


def product_modules() -> list[Path]:
    return [path for path in modules() if path.relative_to(ROOT).parts[0] in ROOMS]


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def calls_print(path: Path) -> bool:
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def test_the_guards_look_at_every_room() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in product_modules()} == set(ROOMS)


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_file_names_a_package_host_or_a_place_on_somebodys_machine(word: str) -> None:
    holders = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if word.encode() in path.read_bytes()
    ]

    assert holders == []


def test_no_module_is_longer_than_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) >= LONGEST_MODULE
    }

    assert long == {}


def test_nothing_uses_the_part_of_xlwings_that_needs_a_paid_licence() -> None:
    users = [
        str(path.relative_to(ROOT))
        for path in modules()
        if any(re.match(r"xlwings\.pro\b", name) for name in imported_names(path))
    ]

    assert users == []


def test_only_the_command_line_speaks_to_the_terminal() -> None:
    talkers = [
        str(path.relative_to(ROOT))
        for path in product_modules()
        if path.relative_to(ROOT).parts[0] != "command_line" and calls_print(path)
    ]

    assert talkers == []


def test_the_locks_pin_contents_and_not_where_they_come_from() -> None:
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    requirements = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")
    )

    assert [name for name, package in locked.items() if "resolved" in package] == []
    assert "://" not in requirements
    assert requirements.count("==") > 0
    assert re.findall(r"^[a-z][^\n]*==[^\n\\]*$", requirements, re.MULTILINE) == []  # no hash


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The wheel, built twice."""
    folders = [tmp_path_factory.mktemp("wheel") for _ in range(2)]
    for folder in folders:
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
    return [next(folder.glob("*.whl")) for folder in folders]


def test_the_wheel_is_the_same_bytes_twice(wheels: list[Path]) -> None:
    assert wheels[0].read_bytes() == wheels[1].read_bytes()


def test_the_wheel_brings_everything_that_is_not_code_too(wheels: list[Path]) -> None:
    with ZipFile(wheels[0]) as wheel:
        packed = set(wheel.namelist())
    shipped = {
        re.sub(r"^templates/", "iku/templates/", path.relative_to(ROOT).as_posix())
        for path in tracked_files()
        if path.relative_to(ROOT).parts[0] in {*ROOMS, "templates"}
    }

    assert shipped - packed == set()
    assert any(name.startswith("iku/templates/") for name in packed)
