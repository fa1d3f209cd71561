"""The xlwings host: what it asks of Excel, and what it leaves as it was."""

import subprocess
import sys
from pathlib import Path

import pytest
import xlwings
from openpyxl.styles import Protection

from addin import excel_patience
from addin.buttons import bantuan, konsolidasi, validasi
from addin.host import HostError
from addin.xlwings_host import XlwingsHost, attach
from iku.languages import VARIABLE
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_ROWS
from tests.addin.engine import WINDOWS_MODULE, Apps
from tests.addin.sample import host_of

BODY = "A7:F506"
BLANK = ("",) * len(CATATAN_COLUMNS)
LOOKALIKES = ("=1+1", "48/2", "'petik", "007", "TRUE", "-")


def body(*rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [*rows, *[BLANK] * (CATATAN_ROWS - len(rows))]


def written(book: xlwings.Book, address: str = "A7:F7") -> list[object]:
    return list(book.sheets[CATATAN].range(address).value)


def settings(book: xlwings.Book) -> tuple[object, ...]:
    app = book.app
    return (app.screen_updating, app.enable_events, app.calculation, app.status_bar)


def test_the_copy_bears_the_name_of_the_book(book: xlwings.Book, tmp_path: Path) -> None:
    copy = host_of(book).save_copy(tmp_path)

    assert copy == tmp_path / book.name
    assert copy.is_file()


def test_the_copy_of_a_book_that_was_never_saved_gets_an_ending(
    apps: Apps, path: Path, tmp_path: Path
) -> None:
    unsaved = path.rename(path.with_name("Book1"))

    copy = host_of(xlwings.App(impl=apps.add()).books.open(unsaved)).save_copy(tmp_path)

    assert copy == tmp_path / "Book1.xlsx"


def test_where_excel_cannot_save_a_copy_the_host_says_so(
    book: xlwings.Book, tmp_path: Path
) -> None:
    book.app.impl.disk_is_full = True

    with pytest.raises(HostError, match="tidak dapat menyimpan salinan"):
        host_of(book).save_copy(tmp_path)


def test_the_notes_are_written_in_one_call_and_every_text_stays_a_text(book: xlwings.Book) -> None:
    host_of(book).write_notes(CATATAN, body(LOOKALIKES))

    assert book.app.impl.calls == [f"write {CATATAN}!{BODY}"]
    assert written(book) == list(LOOKALIKES)


def test_new_notes_replace_old_ones_to_the_last_row(book: xlwings.Book) -> None:
    host = host_of(book)
    host.write_notes(CATATAN, [("lama",) * len(CATATAN_COLUMNS)] * CATATAN_ROWS)

    host.write_notes(CATATAN, body(("baru",) * len(CATATAN_COLUMNS)))

    assert written(book) == ["baru"] * len(CATATAN_COLUMNS)
    assert {cell for row in book.sheets[CATATAN].range("A8:F506").value for cell in row} == {None}


@pytest.mark.parametrize("calculation", ["automatic", "semiautomatic", "manual"])
def test_writing_leaves_the_settings_as_they_were(book: xlwings.Book, calculation: str) -> None:
    book.app.calculation = calculation
    book.app.enable_events = False
    before = settings(book)

    host_of(book).write_notes(CATATAN, body())

    assert settings(book) == before


@pytest.mark.parametrize(("calculation", "times"), [("automatic", 0), ("manual", 1)])
def test_only_where_excel_calculates_by_hand_is_it_asked_to(
    book: xlwings.Book, calculation: str, times: int
) -> None:
    book.app.calculation = calculation
    before = book.app.impl.calculations

    host_of(book).write_notes(CATATAN, body(("ISI-001", "Isian!E12", "", "", "", "")))

    assert book.app.impl.calculations - before == times


def test_what_excel_refuses_is_written_nowhere_and_settings_come_back(book: xlwings.Book) -> None:
    book.impl.workbook[CATATAN]["F506"].protection = Protection(locked=True)
    before = settings(book)

    with pytest.raises(HostError, match="menolak"):
        host_of(book).write_notes(CATATAN, body(LOOKALIKES))

    assert settings(book) == before
    assert written(book) == [None] * len(CATATAN_COLUMNS)


def test_selecting_brings_the_cell_before_the_eyes(book: xlwings.Book) -> None:
    host_of(book).select("Isian", "E12")

    assert book.app.impl.calls == ["go to Isian!E12"]
    assert book.sheets.active.name == "Isian"


def test_a_message_a_dialog_and_the_status_bar_are_those_of_this_excel(
    book: xlwings.Book, tmp_path: Path
) -> None:
    host, excel = host_of(book), book.app.impl
    host.progress("Memeriksa isian…")
    host.progress(None)
    host.alert("Validasi", "Tidak ada yang perlu diperbaiki.")
    escaped = host.choose_folder("Pilih folder")
    excel.folder = tmp_path

    assert excel.said == ["Memeriksa isian…"]
    assert excel.status_bar is False
    assert excel.shown == [("Validasi", "Tidak ada yang perlu diperbaiki.")]
    assert (escaped, host.choose_folder("Pilih lagi")) == (None, tmp_path)
    assert excel.asked == ["Pilih folder", "Pilih lagi"]


def test_another_file_opens_beside_the_book(book: xlwings.Book, path: Path) -> None:
    rekap = path.with_name("REKAP.xlsx")
    rekap.write_bytes(path.read_bytes())

    host_of(book).open_file(rekap)

    assert [one.name for one in book.app.books] == [path.name, "REKAP.xlsx"]


def test_two_excels_with_books_of_one_name_are_told_apart_by_their_windows(
    apps: Apps, path: Path, tmp_path: Path
) -> None:
    twin = tmp_path / path.name
    twin.write_bytes(path.read_bytes())
    first, second = xlwings.App(impl=apps.add()), xlwings.App(impl=apps.add())
    for app, place in ((first, path), (second, twin)):
        app.books.open(place)

    attach(first.hwnd or 0, path.name).alert("Validasi", "pertama")

    assert (first.impl.shown, second.impl.shown) == ([("Validasi", "pertama")], [])


def test_a_book_that_was_closed_meanwhile_is_told_by_name(book: xlwings.Book) -> None:
    with pytest.raises(HostError, match=r"Lain\.xlsx sudah tidak terbuka"):
        attach(book.app.hwnd or 0, "Lain.xlsx")


def test_a_book_is_found_by_its_full_path_too(book: xlwings.Book, path: Path) -> None:
    attach(book.app.hwnd or 0, str(path).upper()).alert("Validasi", "ini")

    assert book.app.impl.shown == [("Validasi", "ini")]


def test_a_window_that_is_gone_is_told(book: xlwings.Book, path: Path) -> None:
    with pytest.raises(HostError, match="tidak dapat dihubungi"):
        attach((book.app.hwnd or 0) + 1, path.name)


@pytest.mark.parametrize(("views", "told"), [(0, "Tidak ada buku kerja"), (1, "Terproteksi")])
def test_where_no_book_is_in_front_the_reason_is_told(apps: Apps, views: int, told: str) -> None:
    app = xlwings.App(impl=apps.add())
    app.impl.protected_views = views

    validasi(attach(app.hwnd or 0, ""))

    ((_, message),) = app.impl.shown
    assert told in message


def test_xlwings_waits_for_a_busy_excel_no_longer_than_we_do(
    book: xlwings.Book, path: Path
) -> None:
    attach(book.app.hwnd or 0, path.name)

    assert vars(sys.modules[WINDOWS_MODULE])["N_COM_ATTEMPTS"] == 1


def test_xlwings_is_kept_from_ending_other_excels_when_python_ends() -> None:
    code = """
import atexit, sys, types
windows = types.ModuleType("xlwings._xlwindows")
windows.cleanup = lambda: print("every other Excel is ended")
atexit.register(windows.cleanup)
sys.modules[windows.__name__] = windows
from addin.xlwings_host import keep_xlwings_from_waiting_and_killing
keep_xlwings_from_waiting_and_killing()
"""
    command = [sys.executable, "-c", code]

    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == ""


def test_a_dialog_that_is_soon_closed_is_waited_for(book: xlwings.Book) -> None:
    book.app.impl.dialogs = 3

    XlwingsHost(book.app, book).select("Isian", "E12")

    assert book.app.impl.calls == ["go to Isian!E12"]


def test_a_dialog_that_stays_open_is_told_in_one_sentence(
    book: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel_patience, "SECONDS", 0.01)
    monkeypatch.setattr(excel_patience, "PAUSE", 0.001)
    host = host_of(book)
    book.app.impl.dialogs = before = 1_000_000

    bantuan(host)
    konsolidasi(host)

    assert book.app.impl.calls == []
    assert book.app.impl.shown[1][1].startswith("Excel sedang menunggu Anda")
    assert before - book.app.impl.dialogs < 30  # it waited once, not at every question


def test_pages_are_printed_when_results_are_up_to_date(book: xlwings.Book, path: Path) -> None:
    book.app.calculation = "manual"
    into = path.with_suffix(".pdf")

    host_of(book).print_pages("Capaian", into)

    assert book.app.impl.calls == ["print Capaian"]
    assert book.app.impl.calculations == 1
    assert into.is_file()
    assert book.app.selection is None


def test_a_hidden_sheet_is_not_printed_and_nothing_is_left(book: xlwings.Book, path: Path) -> None:
    into = path.with_suffix(".pdf")

    with pytest.raises(HostError, match="_iku tidak dapat dijadikan PDF"):
        host_of(book).print_pages("_iku", into)

    assert not into.exists()


def test_a_book_of_a_name_that_is_open_is_not_opened(
    book: xlwings.Book, path: Path, tmp_path: Path
) -> None:
    twin = tmp_path / path.name
    twin.write_bytes(path.read_bytes())

    with pytest.raises(HostError, match="berkas lain bernama sama") as refused:
        host_of(book).open_file(twin)

    assert str(tmp_path) in str(refused.value)


def test_what_is_no_workbook_is_opened_as_the_user_would(
    book: xlwings.Book, tmp_path: Path
) -> None:
    shown: list[Path] = []

    XlwingsHost(book.app, book, shown.append).open_file(tmp_path / "Capaian.pdf")

    assert shown == [tmp_path / "Capaian.pdf"]
    assert len(book.app.books) == 1


@pytest.mark.parametrize(("asked", "language"), [("", "id"), ("en", "en"), ("xx", "id")])
def test_indonesian_is_spoken_unless_the_environment_asks_for_another_language(
    book: xlwings.Book, monkeypatch: pytest.MonkeyPatch, asked: str, language: str
) -> None:
    monkeypatch.setenv(VARIABLE, asked)

    assert host_of(book).language == language


def test_a_book_that_was_never_saved_lies_nowhere(book: xlwings.Book, path: Path) -> None:
    saved = host_of(book).path
    book.impl.opened_as(path, never_saved=True)

    assert (saved, host_of(book).path) == (path, None)
