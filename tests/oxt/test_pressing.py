"""The buttons in LibreOffice: what is read and written there, and what happens when they cannot."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.addin.sample import mark_counter
from tests.addin.scenario_books import CLEAN, NAME, filled
from tests.oxt.office import Document, Extended
from tests.oxt.stage import notes
from workflow.validate import checked

TOO_MANY: dict[tuple[str, str], object] = {("Isian", "E9"): 12}
MESSAGE = "Hasil pemeriksaan: 1 wajib diperbaiki"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_bytes(filled(CLEAN))
    return path


@pytest.fixture
def book(office: Extended, form: Path) -> Iterator[Document]:
    with office.opened(form) as opened:
        yield opened


def programs(office: Extended) -> set[int]:
    """The processes of our program that this LibreOffice's user has."""
    home = f"XDG_DATA_HOME={office.home}".encode()
    return {
        int(place.parent.name)
        for place in Path("/proc").glob("[0-9]*/cmdline")
        if b"addin.uno_server" in _read(place) and home in _read(place.with_name("environ"))
    }


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError:  # it has just ended
        return b""


@contextmanager
def another_program(office: Extended, script: str) -> Iterator[None]:
    """Put something else where our interpreter is, its process ended before and after."""
    venv = office.home / "data" / "iku" / "venv"
    ours = venv.rename(venv.with_name("ours"))
    stop(office)
    if script:
        python = venv / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
        python.chmod(0o755)
    try:
        yield
    finally:
        if script:
            venv.rename(venv.with_name(f"stranger{len(list(venv.parent.iterdir()))}"))
        ours.rename(venv)


def stop(office: Extended) -> None:
    """End our program, as if LibreOffice had just been started."""
    for process in programs(office):
        os.kill(process, signal.SIGKILL)


def test_the_open_unsaved_book_gets_what_validate_says_of_the_file_it_would_become(
    book: Document, tmp_path: Path
) -> None:
    book.enter(TOO_MANY)
    saved = tmp_path / "tersimpan" / NAME
    saved.parent.mkdir()
    book.calc.save(saved)

    book.press("validasi")

    assert notes(book) == checked(saved).rows


def test_the_marks_appear_and_go_also_where_calculation_is_by_hand(
    book: Document, form: Path
) -> None:
    counter = mark_counter(form, "isian.K1.rt_dibina.TW1")
    place = (counter.sheet, counter.a1)
    book.enter(TOO_MANY)
    book.ask("calculate_by_hand")

    before = book.texts(*place)
    book.press("validasi")
    marked = book.texts(*place)
    book.press("hapus-penanda")

    assert (before, marked, book.texts(*place)) == ([("0.0",)], [("1.0",)], [("0.0",)])


def test_settings_protection_and_the_file_stay_as_they_were(book: Document, form: Path) -> None:
    received = form.read_bytes()
    book.ask("calculate_by_hand")
    before = book.ask("settings")

    for action in ("validasi", "hapus-penanda", "cetak", "bantuan"):
        book.press(action)

    assert book.ask("settings") == before
    assert form.read_bytes() == received


def test_one_process_serves_many_presses_and_is_alone(office: Extended, book: Document) -> None:
    book.press("validasi")
    first = programs(office)
    book.press("validasi")

    assert len(first) == 1
    assert programs(office) == first


def test_a_second_press_meanwhile_is_told_to_wait(office: Extended, book: Document) -> None:
    book.enter(TOO_MANY)

    # However busy this machine is, the second press comes before the first one is done.
    with another_program(office, 'sleep 2; exec "${0%/venv/*}/ours/bin/python" "$@"'):
        first, second = book.ask("press_twice", "validasi")

    assert first[0][1].startswith(MESSAGE)
    assert second == [["IKU", "IKU masih mengerjakan perintah sebelumnya. Tunggu sampai selesai."]]


def test_where_the_program_is_not_installed_one_sentence_says_so(
    office: Extended, book: Document
) -> None:
    with another_program(office, ""):
        ((title, message),) = book.press("validasi")

    assert title == "IKU"
    assert message.startswith("Program IKU belum terpasang di komputer ini.")


@pytest.mark.parametrize("script", ["exit 3", "echo 7"])
def test_a_program_that_fails_is_told_and_the_next_press_starts_another(
    office: Extended, book: Document, script: str
) -> None:
    book.enter(TOO_MANY)
    with another_program(office, script):
        ((_, message),) = book.press("validasi")
    ((_, afterwards),) = book.press("validasi")

    assert message.startswith("IKU berhenti sebelum selesai")
    assert str(office.home) in message
    assert afterwards.startswith(MESSAGE)


def test_an_interpreter_that_may_not_run_is_told(office: Extended, book: Document) -> None:
    with another_program(office, "exit 0"):
        (office.home / "data" / "iku" / "venv" / "bin" / "python").chmod(0o644)
        ((_, message),) = book.press("validasi")

    assert message.startswith("Komputer ini menolak menjalankan program IKU")


def test_a_link_in_a_workbook_reaches_no_other_code(book: Document) -> None:
    for name in ("anu", "press", "__init__", "validasi;bantuan"):
        ((_, message),) = book.press(name)
        assert message.startswith("IKU berhenti karena kesalahan yang tidak terduga.")


def test_nothing_that_lies_beside_a_workbook_is_run(office: Extended, tmp_path: Path) -> None:
    trap = "import pathlib; pathlib.Path(__file__).with_suffix('.terjebak').touch()\n"
    for module in ("addin", "openpyxl", "sitecustomize", "usercustomize", "json", "uno"):
        (tmp_path / f"{module}.py").write_text(trap, encoding="ascii")
    path = tmp_path / "IKU.xlsx"
    path.write_bytes(filled(CLEAN))
    before = sorted(one.name for one in tmp_path.iterdir())
    stop(office)

    with office.opened(path) as book:
        book.enter(TOO_MANY)
        ((_, message),) = book.press("validasi")

    assert message.startswith(MESSAGE)
    assert sorted(one.name for one in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "name",
    [
        'a\'b "c" & d; $(touch x) `touch x`.xlsx',
        "=HYPERLINK(1) 100% %PATH% ~25 #1 kecamatan été 村.xlsx",
        f"-I -c {'panjang ' * 25}.xlsx",
    ],
)
def test_a_name_and_a_long_path_are_names_and_nothing_else(
    office: Extended, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{'dalam ' * 20}" / "kiriman" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(filled(CLEAN))

    with office.opened(path) as book:
        book.enter(TOO_MANY)
        ((_, message),) = book.press("validasi")

    assert message.startswith(MESSAGE)
    assert [one.name for one in path.parent.iterdir()] == [name]
