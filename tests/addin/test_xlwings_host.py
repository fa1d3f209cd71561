"""The xlwings host: what it asks of Excel, and what it leaves as it was."""

import subprocess
import sys
from pathlib import Path

import pytest
import xlwings
from openpyxl.styles import Protection

from addin.host import HostError
from addin.xlwings_host import XlwingsHost, attach
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_ROWS
from tests.addin.engine import Apps

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
    copy = XlwingsHost(book).save_copy(tmp_path)

    assert copy == tmp_path / book.name
    assert copy.is_file()


def test_the_copy_of_a_book_that_was_never_saved_gets_an_ending(
    apps: Apps, path: Path, tmp_path: Path
) -> None:
    unsaved = path.rename(path.with_name("Book1"))

    copy = XlwingsHost(xlwings.App(impl=apps.add()).books.open(unsaved)).save_copy(tmp_path)

    assert copy == tmp_path / "Book1.xlsx"


def test_where_excel_cannot_save_a_copy_the_host_says_so(
    book: xlwings.Book, tmp_path: Path
) -> None:
    book.app.impl.disk_is_full = True

    with pytest.raises(HostError, match="tidak dapat menyimpan salinan"):
        XlwingsHost(book).save_copy(tmp_path)


def test_the_notes_are_written_in_one_call_and_every_text_stays_a_text(book: xlwings.Book) -> None:
    XlwingsHost(book).write_notes(body(LOOKALIKES))

    assert book.app.impl.calls == [f"write {CATATAN}!{BODY}"]
    assert written(book) == list(LOOKALIKES)


def test_new_notes_replace_old_ones_to_the_last_row(book: xlwings.Book) -> None:
    host = XlwingsHost(book)
    host.write_notes([("lama",) * len(CATATAN_COLUMNS)] * CATATAN_ROWS)

    host.write_notes(body(("baru",) * len(CATATAN_COLUMNS)))

    assert written(book) == ["baru"] * len(CATATAN_COLUMNS)
    assert {cell for row in book.sheets[CATATAN].range("A8:F506").value for cell in row} == {None}


@pytest.mark.parametrize("calculation", ["automatic", "semiautomatic", "manual"])
def test_writing_leaves_the_settings_as_they_were(book: xlwings.Book, calculation: str) -> None:
    book.app.calculation = calculation
    book.app.enable_events = False
    before = settings(book)

    XlwingsHost(book).write_notes(body())

    assert settings(book) == before


@pytest.mark.parametrize(("calculation", "times"), [("automatic", 0), ("manual", 1)])
def test_only_where_excel_calculates_by_hand_is_it_asked_to(
    book: xlwings.Book, calculation: str, times: int
) -> None:
    book.app.calculation = calculation
    before = book.app.impl.calculations

    XlwingsHost(book).write_notes(body(("ISI-001", "Isian!E12", "", "", "", "")))

    assert book.app.impl.calculations - before == times


def test_what_excel_refuses_is_written_nowhere_and_settings_come_back(book: xlwings.Book) -> None:
    book.impl.workbook[CATATAN]["F506"].protection = Protection(locked=True)
    before = settings(book)

    with pytest.raises(HostError, match="menolak"):
        XlwingsHost(book).write_notes(body(LOOKALIKES))

    assert settings(book) == before
    assert written(book) == [None] * len(CATATAN_COLUMNS)


def test_selecting_brings_the_cell_before_the_eyes(book: xlwings.Book) -> None:
    XlwingsHost(book).select("Isian", "E12")

    assert book.app.impl.calls == ["go to Isian!E12"]
    assert book.sheets.active.name == "Isian"


def test_a_message_a_dialog_and_the_status_bar_are_those_of_this_excel(
    book: xlwings.Book, tmp_path: Path
) -> None:
    host, excel = XlwingsHost(book), book.app.impl
    host.progress("Memeriksa isian…")
    host.progress(None)
    host.alert("Validasi", "Tidak ada yang perlu diperbaiki.")
    escaped = host.choose_folder()
    excel.folder = tmp_path

    assert excel.said == ["Memeriksa isian…"]
    assert excel.status_bar is False
    assert excel.shown == [("Validasi", "Tidak ada yang perlu diperbaiki.")]
    assert (escaped, host.choose_folder()) == (None, tmp_path)


def test_another_file_opens_beside_the_book(book: xlwings.Book, path: Path) -> None:
    rekap = path.with_name("REKAP.xlsx")
    rekap.write_bytes(path.read_bytes())

    XlwingsHost(book).open_file(rekap)

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


def test_the_buttons_load_neither_excel_nor_what_only_files_need() -> None:
    heavy = "{'xlwings', 'openpyxl', 'scipy', 'formulas'}"
    code = (
        f"import sys, addin.buttons, addin.xlwings_host; print(sorted({heavy} & set(sys.modules)))"
    )

    shown = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout

    assert shown.strip() == "[]"
