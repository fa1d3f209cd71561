"""The Excel for tests is worth what it refuses: it must say no where Excel does."""

from pathlib import Path

import pytest
import xlwings

from iku.cells import Value, WorkbookSnapshot
from iku.tamper.names import parse_reference
from tests.addin.engine import ExcelError
from workbook_reader.snapshot import read_snapshot

ENTRY = "isian.K1.rt_dibina.TW1"


def entry(book: xlwings.Book) -> xlwings.Range:
    return book.names[ENTRY].refers_to_range


def fill(book: xlwings.Book) -> None:
    for name, value in {ENTRY: 3, "isian.K1.rt.TW1": 4}.items():
        book.names[name].refers_to_range.value = value


def shown(snapshot: WorkbookSnapshot, name: str) -> Value:
    place = parse_reference(snapshot.names[name])
    assert place is not None
    return snapshot.sheets[place.sheet].values[place.a1]


def locked_neighbour(book: xlwings.Book) -> xlwings.Range:
    return entry(book).sheet.range("A1")


def read(path: Path) -> WorkbookSnapshot:
    found = read_snapshot(path)
    assert isinstance(found, WorkbookSnapshot)
    return found


def test_it_needs_no_licence_key_of_xlwings() -> None:
    assert xlwings.__pro__ is False


def test_a_locked_cell_of_a_protected_sheet_refuses_every_write_that_covers_it(
    book: xlwings.Book,
) -> None:
    cell = entry(book)
    around = cell.resize(1, 2)
    beside = cell.offset(0, 1).value

    with pytest.raises(ExcelError, match="protected"):
        locked_neighbour(book).value = "x"
    with pytest.raises(ExcelError, match="protected"):
        cell.sheet.range((cell.row, 1), (cell.row, cell.column)).value = "x"

    assert cell.value is None
    assert cell.offset(0, 1).value == beside
    assert around.shape == (1, 2)


def test_an_open_cell_takes_a_value_and_the_file_stays_as_it_was(
    book: xlwings.Book, path: Path
) -> None:
    before = path.read_bytes()

    entry(book).value = 12

    assert entry(book).value == 12.0
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("48", 48.0),
        ("'48", "48"),
        ("1/2", 46054.0),
        ("48/52", "48/52"),
        ("5%", 0.05),
        ("dua", "dua"),
    ],
)
def test_a_text_is_taken_in_as_if_it_had_been_typed(
    book: xlwings.Book, typed: str, held: object
) -> None:
    entry(book).value = typed

    assert entry(book).value == held


def test_a_text_that_looks_like_a_formula_becomes_one(book: xlwings.Book) -> None:
    entry(book).value = "=1+1"

    assert entry(book).value == 2.0


def test_a_saved_copy_holds_unsaved_edits_locks_protection_and_results(
    book: xlwings.Book, path: Path, tmp_path: Path
) -> None:
    issued, copy = read(path), tmp_path / "salinan.xlsx"
    book.names["identitas.periode_lapor"].refers_to_range.value = "TW1"
    fill(book)

    book.api.SaveCopyAs(str(copy))

    saved = read(copy)
    assert shown(saved, ENTRY) == 3.0
    assert shown(saved, "realisasi.K1.TW1") == 75.0
    assert [(s.name, s.state, s.protection) for s in saved.sheets.values()] == [
        (s.name, s.state, s.protection) for s in issued.sheets.values()
    ]
    assert saved.protection == issued.protection
    assert saved.properties == issued.properties


def test_nothing_is_recalculated_by_hand_until_it_is_asked_for(book: xlwings.Book) -> None:
    book.names["identitas.periode_lapor"].refers_to_range.value = "TW1"
    book.app.calculation = "manual"
    result = book.names["realisasi.K1.TW1"].refers_to_range
    before = result.value
    fill(book)
    untouched = result.value

    book.app.calculate()

    assert (before, untouched, result.value) == ("Belum diisi", "Belum diisi", 75.0)


def test_a_hidden_sheet_cannot_be_shown_or_gone_to(book: xlwings.Book) -> None:
    with pytest.raises(ExcelError, match="hidden"):
        book.sheets["_iku"].activate()
    with pytest.raises(ExcelError, match="structure"):
        book.sheets["_iku"].visible = True
