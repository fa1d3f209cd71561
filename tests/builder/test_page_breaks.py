"""Pages begin where something begins."""

from dataclasses import replace

from iku.blueprint import BlueprintSheet, ColumnSpec, PageSetup
from tests.builder.sample import text
from workbook_builder.page_breaks import page_breaks

ROWS = 100
# 498 points of rows on landscape A4, of which 94 percent are counted on: 31 rows of 15 points.
A_PAGE = 31


def breaks(page: PageSetup, heights: dict[int, float] | None = None) -> tuple[int, ...]:
    cells = tuple(text(row, 1, "Baris", "table_text") for row in range(1, ROWS + 1))
    sheet = BlueprintSheet("Isian", cells, {1: ColumnSpec(60)}, page=page)
    return page_breaks(sheet, heights or {})


def test_a_sheet_that_asks_for_nothing_is_left_to_the_program() -> None:
    assert breaks(PageSetup()) == ()
    assert breaks(PageSetup(fit_height=True, keep=((20, 40),))) == ()


def test_a_stretch_that_does_not_fit_any_more_begins_a_page() -> None:
    assert breaks(PageSetup(keep=((25, 40),)))[0] == 25
    assert breaks(PageSetup(keep=((25, A_PAGE),)))[0] == A_PAGE + 1


def test_a_stretch_longer_than_a_page_is_cut_where_the_page_ends() -> None:
    assert breaks(PageSetup(keep=((10, 90),)))[0] == A_PAGE + 1


def test_a_row_may_ask_for_a_page_of_its_own() -> None:
    assert breaks(PageSetup(breaks=(5,)))[:2] == (5, 5 + A_PAGE)


def test_rows_repeated_on_every_page_leave_less_room_for_others() -> None:
    assert breaks(PageSetup(breaks=(5,), title_rows=(1, 3)))[:2] == (5, 5 + A_PAGE - 3)


def test_high_rows_fill_a_page_sooner_and_a_wide_sheet_later() -> None:
    high = breaks(PageSetup(keep=((90, 91),)), dict.fromkeys(range(1, ROWS + 1), 30.0))
    assert high[0] == 16
    wide = replace(
        BlueprintSheet("Isian", (text(ROWS, 2, "x"),), {1: ColumnSpec(290)}),
        page=PageSetup(keep=((90, 91),)),
    )
    assert page_breaks(wide, {})[0] > 2 * A_PAGE - 2


def test_each_printed_range_begins_anew() -> None:
    assert breaks(PageSetup(print_area="A1:A20,A30:A70", breaks=(90,))) == (30 + A_PAGE,)


def test_f4_is_wider_and_holds_more_rows() -> None:
    assert breaks(PageSetup(paper=14, keep=((90, 91),)))[0] > A_PAGE + 1
