"""What a press does inside Excel before and after Python: run by an interpreter of VBA."""

import pytest

from addin.launcher import Leaving
from addin.menu import menu
from tests.xlam.argv import arguments
from tests.xlam.conftest import VERSION
from tests.xlam.excel_in_memory import PYTHON, Excel

BOOK = "IKU_2025_Contoh Utara.xlsx"


@pytest.fixture
def excel() -> Excel:
    return Excel()


def message(key: str, language: str = "id", code: int = 0) -> str:
    log = r"C:\Users\siti\AppData\Local\IKU\log"
    said = {"id": menu().messages[key]["id"], "en": menu().messages[key]["en"]}[language]
    return said.format(kode=code, versi=VERSION, log=log)


@pytest.mark.parametrize("action", [button.action for button in menu().buttons])
def test_a_press_starts_the_installed_program_in_its_own_folder(excel: Excel, action: str) -> None:
    excel.open(BOOK)

    excel.call("Tekan", action)

    started = arguments(excel.value("Started"))
    assert started[:6] == [PYTHON, "-I", "-X", "utf8", "-m", "addin"]
    assert started[6] == action
    assert excel.value("StartedIn") == PYTHON.removesuffix("pythonw.exe")
    assert excel.said == []


@pytest.mark.parametrize("button", menu().buttons, ids=lambda button: button.action)
@pytest.mark.parametrize("english", [False, True])
def test_words_follow_the_language_of_office(excel: Excel, button: object, english: bool) -> None:
    excel.given(english=english)
    known = next(one for one in menu().buttons if one is button)
    words = known.words["en" if english else "id"]

    assert excel.call("Kata", "label", known.action) == words.label
    assert excel.call("Kata", "tip", known.action) == words.tip
    assert excel.call("Kata", "penjelasan", known.action) == words.explanation


@pytest.mark.parametrize(
    ("lcid", "english"), [(1033, True), (2057, True), (3081, True), (1057, False), (1036, False)]
)
def test_any_english_of_office_is_english(excel: Excel, lcid: int, english: bool) -> None:
    assert excel.call("BahasaInggris", lcid) is english


def test_without_a_workbook_only_what_needs_none_can_be_pressed(excel: Excel) -> None:
    before = {button.action: excel.call("Aktif", button.action) for button in menu().buttons}
    excel.open(BOOK)
    after = {button.action: excel.call("Aktif", button.action) for button in menu().buttons}

    assert before == {button.action: not button.needs_book for button in menu().buttons}
    assert set(after.values()) == {True}


def test_a_look_is_taken_until_a_workbook_is_open_and_then_no_more(excel: Excel) -> None:
    excel.call("Aktif", "validasi")
    excel.call("Aktif", "cetak")
    assert excel.value("Reminders") == 1

    excel.call("IKU_LihatBuku")
    assert (excel.value("Reminders"), excel.value("Pita.Forgotten")) == (2, 0)

    excel.open(BOOK)
    excel.call("IKU_LihatBuku")
    assert (excel.value("Reminders"), excel.value("Pita.Forgotten")) == (2, 1)


def test_closing_the_addin_takes_the_reminder_back(excel: Excel) -> None:
    excel.call("Auto_Close")
    assert excel.value("Reminders") == 0

    excel.call("Aktif", "validasi")
    excel.call("Auto_Close")
    assert excel.value("Reminders") == 0


@pytest.mark.parametrize(("guarded", "key"), [(False, "tanpa_buku"), (True, "terlindungi")])
def test_without_a_workbook_a_press_says_what_to_do(excel: Excel, guarded: bool, key: str) -> None:
    excel.given(guarded=guarded)

    excel.call("Tekan", "validasi")

    assert excel.said == [message(key)]
    assert excel.value("Started") == ""


@pytest.mark.parametrize(
    "written",
    [
        "",
        "pythonw.exe",
        r"venv\Scripts\pythonw.exe",
        r"C:venv\pythonw.exe",
        r"C:\%TEMP%\pythonw.exe",
        r'C:\IKU\pythonw.exe" --jahat "x.exe',
        r"C:\IKU\mulai.cmd",
        r"C:\IKU\python.exe.bat",
    ],
)
def test_only_an_absolute_path_of_a_program_is_ever_started(excel: Excel, written: str) -> None:
    excel.open(BOOK)
    excel.given(python=written)

    excel.call("Tekan", "validasi")

    assert excel.said == [message("belum_terpasang")]
    assert excel.value("Started") == ""


def test_a_program_on_a_share_is_one_too(excel: Excel) -> None:
    assert excel.call("JalurLayak", r"\\server\bagi\IKU\venv\Scripts\pythonw.exe") is True


def test_where_the_program_is_gone_the_installation_is_asked_for(excel: Excel) -> None:
    excel.open(BOOK)
    excel.given(installed=False)

    excel.call("Tekan", "validasi")

    assert excel.said == [message("belum_terpasang")]
    assert excel.value("Started") == ""


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize(
    ("code", "key"),
    [
        (Leaving.DONE, None),
        (Leaving.TOLD, None),
        (Leaving.VERSIONS, "versi"),
        (Leaving.NO_HOST, "tanpa_host"),
        (Leaving.UNTOLD, "gagal"),
        (Leaving.USAGE, "gagal"),
        (1, "gagal"),
        (-1073741515, "gagal"),
        (-1, "ditolak"),
    ],
)
def test_every_way_of_leaving_is_told_once(
    excel: Excel, code: int, key: str | None, english: bool
) -> None:
    excel.open(BOOK)
    excel.given(code=int(code), english=english)

    excel.call("Tekan", "validasi")

    told = [] if key is None else [message(key, "en" if english else "id", int(code))]
    assert excel.said == told


def test_after_a_failure_the_next_press_works(excel: Excel) -> None:
    excel.open(BOOK)
    excel.given(code=12)
    excel.call("Tekan", "validasi")
    excel.given(code=0)

    excel.call("Tekan", "cetak")

    assert len(excel.said) == 1
    assert arguments(excel.value("Started"))[6] == "cetak"


def test_a_second_press_waits_for_the_first(excel: Excel) -> None:
    excel.open(BOOK)
    excel.given(impatient=True)

    excel.call("Tekan", "validasi")

    assert excel.said == [message("masih_bekerja")]
    assert arguments(excel.value("Started"))[6] == "validasi"


def test_an_error_inside_vba_shows_a_sentence_and_no_debugger(excel: Excel) -> None:
    excel.open(BOOK)
    excel.given(broken=True)
    excel.call("Tekan", "validasi")
    excel.given(broken=False)

    excel.call("Tekan", "validasi")

    assert excel.said == [message("gagal", code=70)]
