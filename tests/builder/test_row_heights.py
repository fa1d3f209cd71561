"""Rows of wrapped text are high enough."""

from iku.address import CellRef
from iku.blueprint import BlueprintCell, BlueprintSheet, ColumnSpec
from tests.builder.sample import text
from workbook_builder.row_heights import fitted_heights, line_count

LONG = "Persentase surat yang selesai tepat waktu " * 4


def sheet(*cells: BlueprintCell, merges: tuple[str, ...] = ()) -> BlueprintSheet:
    columns = {1: ColumnSpec(40), 2: ColumnSpec(10), 3: ColumnSpec(90, hidden=True)}
    return BlueprintSheet("Isian", cells, columns, merges=merges)


def test_a_row_is_as_high_as_its_longest_text() -> None:
    wide = fitted_heights(sheet(text(2, 1, LONG, "table_text")), {})
    both = fitted_heights(sheet(text(2, 1, LONG, "table_text"), text(2, 2, LONG, "table_text")), {})

    assert wide == {2: 4 * 13 + 2}
    assert both[2] > 3 * wide[2]


def test_one_line_text_that_does_not_wrap_and_hidden_columns_change_nothing() -> None:
    cells = (text(2, 1, "Nama", "table_text"), text(3, 1, LONG, "title"))

    assert fitted_heights(sheet(*cells), {}) == {}


def test_a_text_merged_over_columns_uses_them_all() -> None:
    cell = text(2, 1, LONG, "hint")

    alone = fitted_heights(sheet(cell), {})[2]
    merged = fitted_heights(sheet(cell, merges=("A2:B2",)), {})[2]

    assert merged < alone


def test_a_text_merged_over_rows_asks_for_no_height() -> None:
    assert fitted_heights(sheet(text(2, 1, LONG, "hint"), merges=("A2:A5",)), {}) == {}


def test_the_computed_text_of_a_formula_counts() -> None:
    cell = BlueprintCell(2, 1, formula="B2", style="result_text")

    assert fitted_heights(sheet(cell), {CellRef("Isian", 2, 1): LONG})[2] > 15


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert line_count("a" * 25, 10) == 3
