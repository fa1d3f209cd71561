"""Installing and removing on a simulated Windows: everything or nothing, and only what is ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from addin.install import Hive, Outcome, SetupError, Source, find_source, install, uninstall
from addin.install.checksums import SUMS, digest, listing
from addin.install.machine import CANNOT_START
from addin.install.program import run
from addin.places import REGISTRY_KEY, XLAM
from tests.install.conftest import Bundles
from tests.install.windows import Windows

REFUSED = Outcome(1, "something\nfailed")


def test_installing_puts_the_add_in_where_excel_and_the_launcher_look(
    windows: Windows, source: Source
) -> None:
    done = install(windows, source)

    user = windows.drive / "Users" / "Siti Aminah" / "AppData"
    xlam = user / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / XLAM
    python = user / "Local" / "IKU" / "venv" / "Scripts" / "pythonw.exe"
    assert (done.version, done.excel) == ("1.0", True)
    assert digest(xlam) == digest(source.xlam)
    assert python.is_file()
    assert windows.registry.value(Hive.USER, r"Software\IKU", "Python") == str(python)
    assert windows.registry.value(Hive.USER, REGISTRY_KEY, "Versi") == "1.0"
    assert (user / "Local" / "IKU" / "Periksa IKU.cmd").is_file()


def test_signatures_can_be_checked_where_the_bundle_brings_what_that_needs(
    windows: Windows, bundle: Bundles
) -> None:
    install(windows, find_source(bundle("1.0")))
    assert windows.extras == "addin]"

    newer = bundle("1.1")
    (newer / "wheels" / "cryptography-50-cp311-abi3-win_amd64.whl").touch()
    (newer / SUMS).write_text(listing(newer))
    install(windows, find_source(newer))
    assert windows.extras == "addin,kunci]"


def test_starters_that_would_not_survive_the_renaming_are_not_left(installed: Windows) -> None:
    names = {path.name for path in installed.places.python.parent.iterdir()}

    assert names == {"python.exe", "pythonw.exe"}


def test_installing_twice_leaves_the_same(windows: Windows, source: Source) -> None:
    install(windows, source)
    once = windows.tree()
    install(windows, source)

    assert windows.tree() == once


def test_a_newer_bundle_replaces_program_button_and_version(
    installed: Windows, bundle: Bundles
) -> None:
    newer = find_source(bundle("1.1"))
    install(installed, newer)

    assert installed.places.console_python.read_text() == "1.1"
    assert digest(installed.drive / _xlam(installed)) == digest(newer.xlam)
    assert installed.registry.value(Hive.USER, REGISTRY_KEY, "Versi") == "1.1"


def test_the_mark_of_the_web_is_taken_off_our_own_file_only(
    windows: Windows, source: Source
) -> None:
    start = windows.drive / _xlam(windows)
    start.parent.mkdir(parents=True)
    own, other = start.with_name(f"{XLAM}:Zone.Identifier"), start.with_name("lain:Zone.Identifier")
    own.touch()
    other.touch()
    install(windows, source)

    assert not own.exists()
    assert other.exists()


FAULTS: dict[str, tuple[str, Callable[[Windows], object]]] = {
    "Excel is open": ("close_excel", lambda pc: setattr(pc, "excel_open", True)),
    "the add-in is held": ("in_use", lambda pc: pc.locked.add(XLAM)),
    "the environment is held": ("in_use", lambda pc: pc.locked.add("venv")),
    "no environment can be made": (
        "no_environment",
        lambda pc: pc.failing.update(venv=REFUSED),
    ),
    "packages do not fit": ("no_packages", lambda pc: pc.failing.update(pip=REFUSED)),
    "programs are forbidden": (
        "does_not_start",
        lambda pc: pc.failing.update(pip=Outcome(CANNOT_START, "Access is denied")),
    ),
    "the environment does not run": (
        "does_not_start",
        lambda pc: pc.failing.update(probe=REFUSED),
    ),
    "the scanner takes the add-in": ("quarantined", lambda pc: pc.eaten.add(XLAM)),
    "the disk is full": ("cannot_write", lambda pc: pc.no_space_for.add(XLAM)),
    "the registry may not be written": (
        "cannot_write",
        lambda pc: setattr(pc.registry, "read_only", True),
    ),
    "Python is the Store's": (
        "store_python",
        lambda pc: setattr(pc, "python", Path("C/WindowsApps/python.exe")),
    ),
}


SITUATIONS = [(fault, before) for fault in FAULTS for before in (False, True)]


@pytest.mark.parametrize(
    ("fault", "before"), [one for one in SITUATIONS if one[1] or not one[0].endswith("held")]
)
def test_a_failure_leaves_everything_as_it_was(
    windows: Windows, bundle: Bundles, fault: str, before: bool
) -> None:
    if before:
        install(windows, find_source(bundle("1.0")))
    expected, arrange = FAULTS[fault]
    arrange(windows)
    was = windows.tree()
    newer = find_source(bundle("1.1"))
    with pytest.raises(SetupError) as failure:
        install(windows, newer)

    assert failure.value.key == expected
    # What the scanner took from us, nobody can put back; all else is as before.
    taken = {_xlam(windows)} if fault == "the scanner takes the add-in" else set()
    assert {**windows.tree(), **dict.fromkeys(taken, b"")} == {**was, **dict.fromkeys(taken, b"")}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_failure_is_told_with_the_way_that_always_works(
    installed: Windows,
    bundle: Bundles,
    fault: str,
    language: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    FAULTS[fault][1](installed)
    status = run(["install", "--from", str(bundle("1.1")), "--lang", language], installed)

    said = capsys.readouterr().out
    assert status == 2
    assert "Periksa IKU.cmd" in said
    assert "Cek Kesiapan" in said
    assert "{" not in said


def test_a_damaged_bundle_is_refused_before_anything_is_touched(bundle: Bundles) -> None:
    folder = bundle("1.0")
    (folder / XLAM).write_bytes(b"other")
    with pytest.raises(SetupError) as failure:
        find_source(folder)

    assert (failure.value.key, failure.value.facts) == ("damaged", {"names": XLAM})


def test_a_wheel_that_is_not_on_the_list_is_refused(bundle: Bundles) -> None:
    folder = bundle("1.0")
    (folder / "wheels" / "openpyxl-9-py3-none-any.whl").touch()
    with pytest.raises(SetupError) as failure:
        find_source(folder)

    assert failure.value.facts == {"names": "wheels/openpyxl-9-py3-none-any.whl"}


def test_a_folder_without_a_checksum_list_is_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as failure:
        find_source(tmp_path)

    assert failure.value.key == "no_source"


def test_an_interrupted_run_is_put_right_by_the_next(installed: Windows, source: Source) -> None:
    home = installed.places.home
    installed.places.venv.rename(home / "venv.lama")
    (home / "venv.baru").mkdir()
    install(installed, source)

    folders = sorted(path.name for path in home.iterdir() if path.is_dir())
    assert folders == ["log", "program", "venv"]


def test_libreoffice_gets_its_menu_too(windows: Windows, source: Source) -> None:
    done = install(windows.with_libreoffice(), source)

    assert done.extension
    assert windows.extension == "1.0"


def test_an_open_libreoffice_costs_its_menu_only(
    windows: Windows, source: Source, capsys: pytest.CaptureFixture[str]
) -> None:
    windows.with_libreoffice().failing["unopkg"] = Outcome(1, "soffice is running")
    status = run(["install", "--from", str(source.folder)], windows)

    said = capsys.readouterr().out
    assert status == 1
    assert "soffice is running" in said
    assert "Cek Kesiapan" in said
    assert windows.places.python.is_file()


def test_removing_takes_what_installing_brought_and_nothing_else(
    windows: Windows, source: Source
) -> None:
    start = windows.places.home.parent
    start.mkdir(parents=True)
    windows.with_libreoffice()
    start_folder = (windows.drive / _xlam(windows)).parent
    start_folder.mkdir(parents=True)
    (start_folder / "PERSONAL.XLSB").write_bytes(b"theirs")
    windows.registry.put(Hive.USER, r"Software\Lain", "Python", "theirs")
    was = windows.tree()
    install(windows, source)
    done = uninstall(windows)

    assert done.anything
    assert windows.tree() == was
    assert not windows.places.home.exists()
    assert windows.extension is None


def test_a_file_of_the_user_in_our_folder_stays(installed: Windows) -> None:
    theirs = installed.places.home / "catatan.txt"
    theirs.write_text("theirs")
    uninstall(installed)

    assert [path.name for path in installed.places.home.iterdir()] == ["catatan.txt"]


@pytest.mark.parametrize("held", [XLAM, "venv"])
def test_removing_what_is_held_removes_nothing(installed: Windows, held: str) -> None:
    installed.locked.add(held)
    was = installed.tree()
    with pytest.raises(SetupError) as failure:
        uninstall(installed)

    assert failure.value.key == "in_use"
    assert installed.tree() == was


def test_removing_while_excel_is_open_removes_nothing(installed: Windows) -> None:
    installed.excel_open = True
    was = installed.tree()
    with pytest.raises(SetupError) as failure:
        uninstall(installed)

    assert failure.value.key == "close_excel"
    assert installed.tree() == was


def test_removing_twice_says_that_there_was_nothing(
    installed: Windows, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["uninstall"], installed) == 0
    assert run(["uninstall"], installed) == 0
    assert "tidak ada yang dilepas" in capsys.readouterr().out


def _xlam(windows: Windows) -> str:
    assert windows.places.xlam is not None
    return str(windows.places.xlam.relative_to(windows.drive))
