"""The file host: the buttons give the same notes where there is no Excel to press them in."""

from pathlib import Path

import pytest
import xlwings

from addin.buttons import hapus_penanda, validasi
from addin.file_host import FileHost
from iku.layout.extras import CATATAN
from tests.addin.sample import (
    ALASAN,
    WRONG,
    enter,
    host_of,
    mark_counter,
    notes,
    notes_in,
    read,
    saved,
)
from workbook_builder.patch import patch_cells


def test_a_file_gets_the_notes_of_the_open_book_in_a_copy(
    book: xlwings.Book, tmp_path: Path
) -> None:
    enter(book, WRONG)
    received = saved(book, tmp_path / "simpanan")
    content, told = received.read_bytes(), list[str]()
    annotated = tmp_path / "hasil" / received.name
    host = FileHost(received, annotated, told.append)

    validasi(host)
    validasi(host_of(book))

    counter = mark_counter(annotated, "isian.K1.rt_dibina.TW1")
    assert notes_in(annotated) == notes(book)
    assert read(annotated).sheets[counter.sheet].values[counter.a1] == 1.0
    assert received.read_bytes() == content
    assert host.selected is not None
    assert book.app.impl.calls[-1] == f"go to {'!'.join(host.selected)}"
    assert told == ["Memeriksa isian…", f"Validasi: {book.app.impl.shown[0][1]}"]


def test_hapus_penanda_on_a_file_clears_the_copy_that_validasi_made(
    book: xlwings.Book, tmp_path: Path
) -> None:
    enter(book, WRONG)
    annotated = tmp_path / "hasil.xlsx"
    host = FileHost(saved(book, tmp_path / "simpanan"), annotated, lambda _: None)
    validasi(host)
    first, *others = notes_in(annotated)
    annotated.write_bytes(patch_cells(annotated.read_bytes(), {(CATATAN, "F7"): ALASAN}))

    hapus_penanda(host)

    assert others != []
    assert notes_in(annotated) == [(*first[:-1], ALASAN)]


def test_a_file_that_is_not_there_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    told: list[str] = []
    annotated = tmp_path / "hasil.xlsx"

    validasi(FileHost(tmp_path / "hilang.xlsx", annotated, told.append))

    assert "hilang.xlsx tidak dapat dibaca" in told[-1]
    assert not annotated.exists()


def test_the_annotated_copy_never_replaces_what_was_received(path: Path) -> None:
    with pytest.raises(ValueError, match="would replace"):
        FileHost(path, path, lambda _: None)
