"""What the buttons leave on disk: beside what it comes from, never over anything."""

from pathlib import Path

import pytest
import xlwings

from addin.buttons import cetak, konsolidasi, pulihkan
from addin.file_host import FileHost
from addin.sentences import say
from addin.xlwings_host import XlwingsHost
from iku.cells import WorkbookSnapshot
from iku.finding import Severity
from tests.addin.engine import Apps
from tests.addin.sample import host_of
from tests.addin.scenario_books import CLEAN, book_bytes, filled, make_folder
from tests.addin.scenarios import files_in
from workbook_reader.snapshot import read_snapshot
from workflow.receive import open_one
from workflow.validate import checked


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "IKU.xlsx"
    path.write_bytes(book_bytes("row inserted"))
    return path


def pressed(
    path: Path | None, tmp_path: Path, folder: Path | None = None
) -> tuple[FileHost, list[str]]:
    told: list[str] = []
    return FileHost(path, tmp_path / "tidak dipakai.xlsx", told.append, folder), told


def test_a_restored_form_is_sound_and_holds_every_entry(damaged: Path, tmp_path: Path) -> None:
    before = damaged.read_bytes()

    pulihkan(pressed(damaged, tmp_path)[0])

    fresh = tmp_path / "IKU (pulih).xlsx"
    entries = open_one(fresh).report.entries
    assert {name: entries[name] for name in CLEAN} == CLEAN
    assert [one for one in checked(fresh).findings if one.severity is Severity.ERROR] == []
    assert damaged.read_bytes() == before


def test_nothing_is_ever_restored_over_something(damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "IKU (pulih)_catatan.txt").write_text("milik orang", encoding="utf-8")
    for _ in range(2):
        pulihkan(pressed(damaged, tmp_path)[0])

    assert files_in(tmp_path) == [
        "IKU (pulih) (2).xlsx",
        "IKU (pulih) (2)_catatan.txt",
        "IKU (pulih) (3).xlsx",
        "IKU (pulih) (3)_catatan.txt",
        "IKU (pulih)_catatan.txt",
        "IKU.xlsx",
    ]
    assert (tmp_path / "IKU (pulih)_catatan.txt").read_text(encoding="utf-8") == "milik orang"


def test_a_recap_of_before_is_kept_when_something_new_was_sent(tmp_path: Path) -> None:
    received = make_folder("received", tmp_path / "TW1")
    konsolidasi(pressed(None, tmp_path, received)[0])
    first = (tmp_path / "Rekap TW1.xlsx").read_bytes()
    (received / "selatan.xlsx").write_bytes(filled({**CLEAN, "isian.K1.rt.TW1": 9.0}, unit=1))

    konsolidasi(pressed(None, tmp_path, received)[0])
    host, told = pressed(None, tmp_path, received)
    konsolidasi(host)

    assert (tmp_path / "Rekap TW1.xlsx").read_bytes() == first
    assert isinstance(read_snapshot(tmp_path / "Rekap TW1 (2).xlsx"), WorkbookSnapshot)
    assert not (tmp_path / "Rekap TW1 (3).xlsx").exists()
    assert "Rekap TW1 (2).xlsx dibuka lagi" in told[-1]


def test_a_recap_that_somebody_changed_is_not_taken_for_ours(tmp_path: Path) -> None:
    received = make_folder("received", tmp_path / "TW1")
    konsolidasi(pressed(None, tmp_path, received)[0])
    (tmp_path / "Rekap TW1.xlsx").write_bytes(b"catatan kabag")

    konsolidasi(pressed(None, tmp_path, received)[0])

    assert (tmp_path / "Rekap TW1.xlsx").read_bytes() == b"catatan kabag"
    assert (tmp_path / "Rekap TW1 (2).xlsx").exists()


def test_nothing_is_written_among_what_was_sent(tmp_path: Path) -> None:
    received = make_folder("received", tmp_path / "TW1")
    before = files_in(received)

    konsolidasi(pressed(None, tmp_path, received)[0])

    assert files_in(received) == before


def test_a_drive_itself_is_no_folder_of_what_was_sent(tmp_path: Path) -> None:
    host, told = pressed(None, tmp_path, Path(tmp_path.anchor))

    konsolidasi(host)

    assert "pindahkan kiriman ke sebuah folder tersendiri" in told[-1]


def test_a_recap_whose_name_is_open_already_is_told_with_its_folder(
    apps: Apps, tmp_path: Path
) -> None:
    app = xlwings.App(impl=apps.add())
    other = tmp_path / "lain" / "Rekap TW1.xlsx"
    other.parent.mkdir()
    other.write_bytes(book_bytes("foreign"))
    app.books.open(other)
    app.impl.folder = make_folder("received", tmp_path / "TW1")

    konsolidasi(XlwingsHost(app, None))

    ((_, message),) = app.impl.shown
    assert "2 berkas dipakai" in message
    assert f"buka sendiri dari folder {tmp_path}" in message
    assert (tmp_path / "Rekap TW1.xlsx").exists()


def test_a_place_that_cannot_be_written_is_told_with_its_reason(
    book: xlwings.Book, path: Path, tmp_path: Path
) -> None:
    book.impl.opened_as(path, never_saved=True)
    book.app.impl.folder = tmp_path / "berkas, bukan folder"
    book.app.impl.folder.write_bytes(b"")

    pulihkan(host_of(book))

    ((_, message),) = book.app.impl.shown
    assert message.startswith("Hasilnya tidak dapat ditulis (")


def test_a_file_is_printed_by_nobody(tmp_path: Path) -> None:
    path = tmp_path / "IKU.xlsx"
    path.write_bytes(book_bytes("clean"))
    host, told = pressed(path, tmp_path)

    cetak(host)

    assert told[-1] == f"Cetak: {say('print_elsewhere', 'id', sheet='Capaian')}"
    assert files_in(tmp_path) == ["IKU.xlsx"]
