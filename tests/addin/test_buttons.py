"""The buttons: the open book gets what its saved file would get, and nothing locked is touched."""

from pathlib import Path

import pytest
import xlwings

from addin.buttons import hapus_penanda, validasi
from iku.bounds import in_force
from iku.finding import Severity
from iku.layout.extras import CATATAN
from tests.addin.engine import Apps
from tests.addin.sample import (
    ALASAN,
    BODY,
    WRONG,
    enter,
    first_error,
    first_warning,
    host_of,
    mark_counter,
    notes,
    outside_the_notes,
    read,
    reasons,
    saved,
    unconfirmed,
)
from workflow.validate import checked


def test_the_unsaved_book_gets_the_findings_of_the_file_it_would_become(
    book: xlwings.Book, tmp_path: Path
) -> None:
    enter(book, WRONG)
    expected = checked(saved(book, tmp_path / "simpanan"))

    validasi(host_of(book))

    assert {Severity.ERROR, Severity.WARNING} <= {one.severity for one in expected.findings}
    assert notes(book) == expected.rows


def test_one_copy_is_saved_the_notes_are_one_call_and_the_first_problem_is_selected(
    book: xlwings.Book, tmp_path: Path
) -> None:
    enter(book, WRONG)
    start = first_error(checked(saved(book, tmp_path / "simpanan")))

    validasi(host_of(book))

    assert book.app.impl.calls == ["save a copy", f"write {BODY}", f"go to {start}"]
    assert book.sheets.active.name == start.partition("!")[0]


def test_nobody_is_sent_to_a_sheet_that_is_hidden(book: xlwings.Book) -> None:
    enter(book, WRONG)
    book.impl.workbook["Isian"].sheet_state = "hidden"

    validasi(host_of(book))

    assert [note for note in notes(book) if note[1].startswith("Isian!")] != []
    assert book.app.impl.calls[-1].startswith("go to ")
    assert book.sheets.active.visible


def test_the_message_counts_what_was_found_and_says_where_to_begin(
    book: xlwings.Book, tmp_path: Path
) -> None:
    enter(book, WRONG)
    result = checked(saved(book, tmp_path / "simpanan"))
    severities = [finding.severity for finding in result.findings]

    validasi(host_of(book))

    ((title, message),) = book.app.impl.shown
    assert title == "Validasi"
    assert f"{severities.count(Severity.ERROR)} wajib diperbaiki" in message
    assert f"{severities.count(Severity.WARNING)} perlu konfirmasi" in message
    assert message.endswith(f"di lembar {CATATAN}, mulailah dari {first_error(result)}.")


def test_the_marks_appear_and_go(book: xlwings.Book, tmp_path: Path) -> None:
    enter(book, WRONG)
    counter = mark_counter(saved(book, tmp_path / "simpanan"), "isian.K1.rt_dibina.TW1")
    mark = book.sheets[counter.sheet].range(counter.a1)

    before = mark.value
    validasi(host_of(book))
    checked_once = mark.value
    hapus_penanda(host_of(book))

    assert before == 0
    assert checked_once > 0
    assert mark.value == 0


def test_nothing_locked_is_touched_and_the_file_stays_as_it_was(
    book: xlwings.Book, path: Path, tmp_path: Path
) -> None:
    enter(book, WRONG)
    received = path.read_bytes()
    before = read(saved(book, tmp_path / "sebelum"))

    validasi(host_of(book))
    hapus_penanda(host_of(book))

    after = read(saved(book, tmp_path / "sesudah"))
    assert path.read_bytes() == received
    assert after.protection == before.protection
    assert after.names == before.names
    assert list(after.sheets) == list(before.sheets)
    for name, sheet in before.sheets.items():
        now = after.sheets[name]
        assert now.protection == sheet.protection
        assert now.state == sheet.state
        assert now.formulas == sheet.formulas
        assert now.validations == sheet.validations
        assert outside_the_notes(now) == outside_the_notes(sheet)
        assert {a for a, style in now.styles.items() if style.locked} == {
            a for a, style in sheet.styles.items() if style.locked
        }


@pytest.mark.parametrize("calculation", ["automatic", "manual"])
def test_the_settings_of_excel_are_as_before(book: xlwings.Book, calculation: str) -> None:
    enter(book, WRONG)
    app = book.app
    app.calculation = calculation

    validasi(host_of(book))

    assert (app.calculation, app.screen_updating, app.enable_events, app.status_bar) == (
        calculation,
        True,
        True,
        False,
    )
    assert app.impl.said == ["Memeriksa isian…"]


def test_a_reason_stays_as_long_as_the_value_stays(book: xlwings.Book) -> None:
    enter(book, WRONG)
    validasi(host_of(book))
    row, code = first_warning(book)
    cell = notes(book)[row - 7][1]
    sheet, _, address = cell.partition("!")
    book.sheets[CATATAN].range(f"F{row}").value = ALASAN

    validasi(host_of(book))
    same_value = reasons(book, code, cell)
    book.sheets[sheet].range(address).value = "lain"
    validasi(host_of(book))

    assert same_value == [ALASAN]
    assert ALASAN not in [note[-1] for note in notes(book)]
    assert [unconfirmed(message) for _, message in book.app.impl.shown[:2]] == [1, 0]


def test_hapus_penanda_removes_the_notes_without_a_reason_and_nothing_else(
    book: xlwings.Book,
) -> None:
    enter(book, WRONG)
    validasi(host_of(book))
    row, _ = first_warning(book)
    book.sheets[CATATAN].range(f"F{row}").value = ALASAN
    code, _, sentence, *_ = notes(book)[row - 7]
    kept = [one for one in notes(book) if (one[0], one[2]) == (code, sentence)]

    hapus_penanda(host_of(book))

    assert notes(book) == kept
    validasi(host_of(book))
    assert ALASAN in "".join(one[2] for one in notes(book) if one[0] == code)  # still confirmed
    hapus_penanda(host_of(book))

    assert [one[0] for one in notes(book)] == [code] * len(kept)
    assert book.app.impl.calls[-2:] == ["save a copy", f"write {BODY}"]
    assert book.app.impl.shown[-1] == (
        "Hapus Penanda",
        "Penanda sudah dihapus; 1 catatan yang sudah diberi alasan tetap disimpan.",
    )


def test_where_no_copy_can_be_saved_that_is_the_message(book: xlwings.Book) -> None:
    book.app.impl.disk_is_full = True

    validasi(host_of(book))

    assert book.app.impl.calls == []
    assert "tidak dapat menyimpan salinan" in book.app.impl.shown[0][1]
    assert book.app.status_bar is False


def test_of_two_excels_only_the_one_asked_is_touched(
    apps: Apps, path: Path, tmp_path: Path
) -> None:
    twin = tmp_path / path.name
    twin.write_bytes(path.read_bytes())
    first, second = (xlwings.App(impl=apps.add()).books.open(place) for place in (path, twin))
    enter(first, WRONG)

    validasi(host_of(first))

    assert len(first.app.impl.shown) == 1
    assert (second.app.impl.calls, second.app.impl.shown) == ([], [])


def test_a_setting_that_cannot_be_followed_is_told_in_the_message_box(
    book: xlwings.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IKU_BATAS", "lembr=5")
    in_force.cache_clear()

    validasi(host_of(book))

    monkeypatch.undo()
    in_force.cache_clear()
    ((title, message),) = book.app.impl.shown
    assert title == "Validasi"
    assert message.startswith("IKU_BATAS: batas 'lembr' tidak dikenal; pilihan: ukuran_berkas")
    assert notes(book) == []
