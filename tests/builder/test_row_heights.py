"""Rows of wrapped text are high enough."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from iku.address import CellRef
from iku.blueprint import Access, BlueprintCell, BlueprintSheet, ColumnSpec
from iku.cells import Value
from tests.builder.sample import text
from workbook_builder.row_heights import RowHeights, growing_rows, line_count
from workbook_builder.theme import Look

LONG = "Persentase surat yang selesai tepat waktu " * 4


def sheet(*cells: BlueprintCell, merges: tuple[str, ...] = ()) -> BlueprintSheet:
    columns = {1: ColumnSpec(40), 2: ColumnSpec(10), 3: ColumnSpec(90, hidden=True)}
    return BlueprintSheet("Isian", cells, columns, merges=merges)


def fitted(of: BlueprintSheet, values: Mapping[CellRef, Value]) -> dict[int, float]:
    return RowHeights(of, values).fitted


def test_a_row_is_as_high_as_its_longest_text() -> None:
    wide = fitted(sheet(text(2, 1, LONG, "table_text")), {})
    both = fitted(sheet(text(2, 1, LONG, "table_text"), text(2, 2, LONG, "table_text")), {})

    assert wide == {2: pytest.approx(4 * 12.8 + 4)}
    assert both[2] > 3 * wide[2]


def test_one_line_text_that_does_not_wrap_and_hidden_columns_change_nothing() -> None:
    cells = (text(2, 1, "Nama", "table_text"), text(3, 1, LONG, "title"))

    assert fitted(sheet(*cells), {}) == {}


def test_a_text_merged_over_columns_uses_them_all() -> None:
    cell = text(2, 1, LONG, "hint")

    alone = fitted(sheet(cell), {})[2]
    merged = fitted(sheet(cell, merges=("A2:B2",)), {})[2]

    assert merged < alone


def test_a_text_merged_over_rows_asks_only_for_what_they_lack() -> None:
    cell = text(2, 1, LONG, "hint")
    alone = fitted(sheet(cell), {})[2]

    assert fitted(sheet(cell, merges=("A2:A6",)), {}) == {}
    assert fitted(sheet(cell, merges=("A2:A3",)), {}) == {2: pytest.approx(alone - 15)}


def test_a_row_is_at_least_as_high_as_the_sheet_asks() -> None:
    asking = replace(
        sheet(text(2, 1, "Nama", "hint"), text(3, 1, LONG, "hint")), row_heights={2: 40, 3: 20}
    )

    assert fitted(asking, {}).keys() == {3}


def test_only_rows_with_open_text_may_grow_later() -> None:
    open_text = replace(text(3, 1, "", "entry_text"), access=Access.ENTRY)
    open_number = replace(text(4, 1, "", "entry"), access=Access.ENTRY)

    assert growing_rows(sheet(text(2, 1, LONG, "hint"), open_text, open_number)) == {3}


def test_the_computed_text_of_a_formula_counts() -> None:
    cell = BlueprintCell(2, 1, formula="B2", style="result_text")

    assert fitted(sheet(cell), {CellRef("Isian", 2, 1): LONG})[2] > 15


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert line_count("0" * 25, 55, Look()) == 3
