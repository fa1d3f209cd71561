"""A listing is written as the cells that it stands for would be, and formulas read it as cells."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from iku.address import CellRef
from iku.blueprint import Blueprint, BlueprintCell, BlueprintSheet, Listing, ListingColumn
from iku.cells import Value
from iku.entry_workbook import formula_values
from tests.judges.openxml import validate
from workbook_builder import write_workbook

ROWS = (
    ("15.01.01", "=1+1", 1.0, None),
    ("15.01.01", "Kota & Baru\x07", 0.1, True),
    ("15.01.02", " tepi ", 2.5, 1),
    *((f"15.01.{n:02}", "Kota Baru", n / 7, None) for n in range(3, 1_500)),
)
LISTING = Listing(
    3,
    (ListingColumn("text"), ListingColumn("key"), *[ListingColumn("text", "#,##0.##")] * 2),
    ROWS,
)
HEADS = (
    BlueprintCell(1, 1, formula="SUM(C3:C1502)"),
    BlueprintCell(1, 2, formula='COUNTIF(A3:A1502,"15.01.01")'),
    BlueprintCell(1, 3, formula="COUNTA(D3:D1502)"),
    BlueprintCell(2, 1, "Kode", style="header"),
)
LISTED = Blueprint("Daftar", (BlueprintSheet("Daftar", HEADS, listing=LISTING),))
AS_CELLS = Blueprint("Daftar", (BlueprintSheet("Daftar", (*HEADS, *LISTING.cells())),))


def written(blueprint: Blueprint, values: Mapping[CellRef, Value] | None = None) -> bytes:
    made = datetime(2026, 1, 5)
    found = formula_values(blueprint) if values is None else values
    return write_workbook(blueprint, found, password=None, salt=b"", modified=made)


def contents(data: bytes) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(data), data_only=True).active
    assert sheet is not None
    assert sheet.dimensions == "A1:D1502"
    return [
        (cell.coordinate, cell.value, cell.number_format, cell.font.sz, cell.data_type)
        for row in sheet.iter_rows()
        for cell in row
    ]


def test_formulas_read_a_listing_as_they_read_cells() -> None:
    values = formula_values(LISTED)

    assert values == formula_values(AS_CELLS)
    assert values[CellRef("Daftar", 1, 2)] == 2
    assert values[CellRef("Daftar", 1, 3)] == 2


def test_a_listing_is_written_like_its_cells_and_the_same_every_time(tmp_path: Path) -> None:
    data = written(LISTED)

    assert contents(data) == contents(written(AS_CELLS))
    assert written(LISTED) == data
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(data)
    assert validate([path]) == []


def test_any_cell_of_a_listing_is_found_by_its_address() -> None:
    sheet = LISTED.sheets[0]

    found = sheet.cell("C5")
    assert found is not None
    assert (found.content, found.number_format) == (2.5, "#,##0.##")
    assert sheet.cell("D3") is None
    assert [LISTING.content(*place) for place in ((2, 1), (3, 5), (1503, 1))] == [None] * 3


@pytest.mark.parametrize(
    ("listing", "fault"),
    [
        (replace(LISTING, rows=((*ROWS[0][:2], float("nan"), None),)), r"Daftar!C3: nan"),
        (replace(LISTING, first_row=2), "the listing begins above row 2"),
    ],
)
def test_a_listing_that_no_sheet_can_hold_is_refused(listing: Listing, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        written(
            replace(LISTED, sheets=(replace(LISTED.sheets[0], listing=listing),)),
            formula_values(LISTED),
        )
