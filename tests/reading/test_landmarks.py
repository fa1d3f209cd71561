"""Where the rows and columns of a sheet went, told from the locked texts that stand on it once."""

from collections.abc import Sequence

import pytest

from iku.address import CellRef, a1
from iku.cells import ErrorValue, SheetSnapshot
from iku.landmarks import STILL, likeness, moved_address, movement
from iku.manifest import SheetManifest, mark_of

ISSUED = (
    ("Judul", "", ""),
    ("Nomor", "Uraian", "Isian"),
    ("satu", "Indeks", ""),
    ("dua", "Persentase", ""),
    ("tiga", "Jumlah", ""),
    ("", "", ""),
    ("Camat", "NIP", ""),
)
Rows = Sequence[Sequence[str]]


def manifest(rows: Rows) -> SheetManifest:
    locked = {place: mark_of(text, None) for place, text in texts(rows).items()}
    return SheetManifest(
        "Isian", hidden=False, protected=True, locked=locked, entries={}, merged=()
    )


def sheet(rows: Rows) -> SheetSnapshot:
    found = SheetSnapshot("Isian", "visible")
    found.values.update(texts(rows))
    return found


def texts(rows: Rows) -> dict[str, str]:
    return {
        a1(number, column): text
        for number, row in enumerate(rows, start=1)
        for column, text in enumerate(row, start=1)
        if text
    }


def went(rows: Rows) -> dict[int, int | None]:
    """Where each issued row stands now."""
    move = movement(manifest(ISSUED), sheet(rows))
    places = {n: move.now(CellRef("Isian", n, 1)) for n in range(1, len(ISSUED) + 1)}
    return {n: place and place.row for n, place in places.items()}


def told(rows: Rows) -> list[tuple[str, str]]:
    return list(movement(manifest(ISSUED), sheet(rows)).changes())


def without(*lines: int) -> list[Sequence[str]]:
    return [row for n, row in enumerate(ISSUED, start=1) if n not in lines]


BLANK = ("", "", "")


def test_what_stands_where_it_was_has_not_moved() -> None:
    assert movement(manifest(ISSUED), sheet(ISSUED)) is STILL
    assert told(ISSUED) == []


def test_an_inserted_row_moves_all_below_it() -> None:
    rows = [*ISSUED[:3], BLANK, *ISSUED[3:]]

    assert went(rows) == {1: 1, 2: 2, 3: 3, 4: 5, 5: 6, 6: 7, 7: 8}
    assert told(rows) == [("baris 4 disisipkan", "A4")]


def test_two_inserted_rows_are_two() -> None:
    rows = [ISSUED[0], BLANK, BLANK, *ISSUED[1:]]

    assert went(rows) == {1: 1, 2: 4, 3: 5, 4: 6, 5: 7, 6: 8, 7: 9}
    assert told(rows) == [("baris 2 disisipkan", "A2"), ("baris 3 disisipkan", "A3")]


def test_a_deleted_row_is_gone_and_named_as_it_was_issued() -> None:
    assert went(without(4)) == {1: 1, 2: 2, 3: 3, 4: None, 5: 4, 6: 5, 7: 6}
    assert told(without(4)) == [("baris 4 dihapus", "A4")]


def test_one_row_gone_and_another_come_in_are_both_told() -> None:
    rows = [*without(3)[:4], ("lain", "Baru", ""), BLANK, ISSUED[6]]

    assert went(rows)[3] is None
    assert went(rows)[7] == 7
    assert ("baris 3 dihapus", "A3") in told(rows)


def test_rows_that_changed_places_are_followed() -> None:
    rows = [*ISSUED[:2], ISSUED[4], ISSUED[3], ISSUED[2], *ISSUED[5:]]

    assert went(rows) == {1: 1, 2: 2, 3: 5, 4: 4, 5: 3, 6: 6, 7: 7}


def test_one_text_that_went_elsewhere_moves_no_row() -> None:
    rows = [list(row) for row in ISSUED]
    rows[2][1], rows[5][1] = "", "Indeks"

    assert went(rows) == {n: n for n in range(1, 8)}


def test_a_text_that_was_erased_or_typed_over_moves_no_row() -> None:
    rows = [list(row) for row in ISSUED]
    rows[3] = ["", "sesuatu yang lain", ""]

    assert went(rows) == {n: n for n in range(1, 8)}


def test_an_inserted_column_moves_what_is_right_of_it() -> None:
    rows = [[row[0], "", *row[1:]] for row in ISSUED]
    move = movement(manifest(ISSUED), sheet(rows))

    assert [moved_address(move, "Isian", place) for place in ("A2", "B2", "C2")] == [
        "A2",
        "C2",
        "D2",
    ]
    assert list(move.changes()) == [("kolom B disisipkan", "B1")]


def test_a_deleted_column_leaves_its_cells_nowhere() -> None:
    move = movement(manifest(ISSUED), sheet([row[1:] for row in ISSUED]))

    assert moved_address(move, "Isian", "A3") is None
    assert moved_address(move, "Isian", "B3") == "A3"


def test_of_a_sheet_that_is_gone_nothing_stands_anywhere() -> None:
    move = movement(manifest(ISSUED), None)

    assert (move.still, move.lost) == (False, True)
    assert moved_address(move, "Isian", "A1") is None


def test_what_a_formula_or_an_error_shows_answers_for_no_row() -> None:
    rows = [ISSUED[0], BLANK, *ISSUED[1:]]
    found = sheet(rows)
    for n, text in enumerate(texts(ISSUED).values(), start=1):
        place = a1(n, 9)
        found.values[place], found.formulas[place] = text, "A1"
    found.values["A2"] = ErrorValue("#REF!")
    move = movement(manifest(ISSUED), found)

    assert moved_address(move, "Isian", "A4") == "A5"


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        (ISSUED, 1.0),
        ([], 0.0),
        (without(3, 4, 5, 7), 1.0),  # little is left, and all of it is ours
        ([*ISSUED[:2], ("sesuatu", "yang", "lain")], 4 / 7),
    ],
)
def test_a_sheet_is_known_by_the_texts_it_shows(rows: Rows, share: float) -> None:
    assert likeness(manifest(ISSUED), sheet(rows)) == pytest.approx(share)


def test_on_a_sheet_without_any_landmark_every_row_counts_as_where_it_was() -> None:
    assert went([("lain", "", ""), ("asing", "", "")]) == {n: n for n in range(1, 8)}
