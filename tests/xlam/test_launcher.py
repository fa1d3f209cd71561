"""The Python end: the right Excel, the right book, and every failure told in one sentence."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings

from addin.launcher import Leaving, main
from addin.places import places
from addin.version import installed_version
from iku.layout.extras import CATATAN
from tests.addin.engine import Apps, running
from tests.workbooks import layout, workbook_bytes
from tests.xlam.argv import arguments
from tests.xlam.excel_in_memory import command

HOSTILE = 'kata "kutip" 100% %PATH% a=b ~25.xlsx'


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return places().log_file


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kiriman") / HOSTILE
    path.write_bytes(workbook_bytes(layout("contoh_triwulanan_2025"), {}))
    return path


@pytest.fixture
def excels() -> Iterator[Apps]:
    with running() as apps:
        yield apps


def asked(action: str, hwnd: int | None, name: str, version: str | None = None) -> list[str]:
    """What Windows hands to Python when a button was pressed in this Excel."""
    given = arguments(command(action, name, hwnd))[6:]
    given[given.index("--version") + 1] = version or installed_version()
    return given


def test_the_book_of_the_very_excel_is_checked(excels: Apps, book: Path) -> None:
    other = xlwings.App(impl=excels.add())
    pressed = xlwings.App(impl=excels.add())
    other.books.open(book)
    pressed.books.open(book)

    left = main(asked("validasi", pressed.hwnd, HOSTILE))

    assert left == Leaving.DONE
    assert len(pressed.impl.shown) == 1
    assert other.impl.shown == []
    assert pressed.books[HOSTILE].sheets[CATATAN].range("A7").value is not None


def test_help_needs_no_workbook(excels: Apps) -> None:
    app = xlwings.App(impl=excels.add())

    assert main(asked("bantuan", app.hwnd, "")) == Leaving.DONE
    assert len(app.impl.shown) == 1


def test_another_version_is_told_and_nothing_is_done(excels: Apps, book: Path) -> None:
    app = xlwings.App(impl=excels.add())
    app.books.open(book)

    left = main(asked("validasi", app.hwnd, HOSTILE, version="0.0.1"))

    assert left == Leaving.TOLD
    [(_title, said)] = app.impl.shown
    assert "versi 0.0.1" in said
    assert installed_version() in said
    assert app.books[HOSTILE].sheets[CATATAN].range("A7").value is None


def test_an_excel_that_is_gone_is_told_by_the_button(excels: Apps, log: Path) -> None:
    xlwings.App(impl=excels.add())

    assert main(asked("validasi", 999, HOSTILE)) == Leaving.NO_HOST
    assert "HostError" in log.read_text(encoding="utf-8")


def test_an_excel_that_is_gone_and_another_version_is_the_version(excels: Apps) -> None:
    xlwings.App(impl=excels.add())

    assert main(asked("validasi", 999, HOSTILE, version="0.0.1")) == Leaving.VERSIONS


def test_where_xlwings_is_missing_the_installation_is_to_blame(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlwings", None)

    assert main(asked("validasi", 4711, HOSTILE)) == Leaving.UNTOLD
    assert "ModuleNotFoundError" in log.read_text(encoding="utf-8")


def test_what_nobody_foresaw_becomes_one_sentence_and_a_log(
    excels: Apps, book: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = xlwings.App(impl=excels.add())
    app.books.open(book)
    monkeypatch.setattr(tempfile, "mkdtemp", _broken)

    left = main(asked("validasi", app.hwnd, HOSTILE))

    assert left == Leaving.TOLD
    [(_title, said)] = app.impl.shown
    assert str(log) in said
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: the disk went away" in kept
    assert installed_version() in kept


def test_where_even_the_message_fails_the_button_tells(
    excels: Apps, book: Path, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = xlwings.App(impl=excels.add())
    app.books.open(book)
    monkeypatch.setattr(app.impl, "alert", _broken, raising=False)

    assert main(asked("validasi", app.hwnd, HOSTILE)) == Leaving.UNTOLD
    assert log.read_text(encoding="utf-8").count("Traceback") >= 2


def test_where_no_log_can_be_written_the_press_ends_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "berkas"))

    assert main(["validasi"]) == Leaving.USAGE


def test_a_full_log_makes_room_and_keeps_the_one_before(log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_text("x" * 600_000, encoding="utf-8")

    main(["validasi"])

    assert "ArgumentsError" in log.read_text(encoding="utf-8")
    assert log.with_name(f"{log.name}.1").stat().st_size == 600_000


def test_starting_loads_nothing_heavy() -> None:
    heavy = "{'openpyxl', 'scipy', 'numpy', 'xlwings', 'pandas', 'click', 'pyopenvba'}"
    said = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys, addin.launcher, addin.buttons; print({heavy} & sys.modules.keys())",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.strip() == "set()"


def _broken(*_arguments: object, **_options: object) -> None:
    raise ZeroDivisionError("the disk went away")
