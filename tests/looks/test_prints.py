"""Every sheet of a large workbook prints whole: no text cut off, no ###, no heads missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from iku.address import CellRef, split_a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.cells import Value
from iku.entry_workbook import entry_blueprint, formula_values
from tests.judges.libreoffice import run_in_calc
from tests.judges.openxml import validate
from tests.looks.books import sent_back, twenty, whole_year
from tests.looks.printed import in_print, printed_pages, unbroken
from tests.workbooks import refs
from workbook_builder.letters import text_width
from workbook_builder.row_heights import column_points
from workbook_builder.theme import look

INSIDE_CALC = Path(__file__).parents[1] / "judges" / "inside_calc"


@pytest.fixture(scope="module", params=["A4", "F4"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of four quarters as a kecamatan sends it back."""
    folder = tmp_path_factory.mktemp(request.param)
    of = twenty(request.param, years=2)
    path = folder / f"{request.param}.xlsx"
    path.write_bytes(sent_back(of, whole_year(of), folder))
    return path


def shown_texts(paper: str) -> dict[str, list[str]]:
    """Every text that the filled workbook shows in print, by sheet."""
    of = twenty(paper, years=2)
    typed = refs(of, whole_year(of))
    blueprint = entry_blueprint(of)
    values = formula_values(blueprint, typed)
    texts: dict[str, list[str]] = {}
    for sheet in blueprint.sheets:
        for cell in sheet.cells if not sheet.hidden else ():
            ref = CellRef(sheet.name, cell.row, cell.column)
            value: Value = values[ref] if cell.formula else typed.get(ref, cell.content)
            if isinstance(value, str) and value.strip() and in_print(sheet, cell):
                texts.setdefault(sheet.name, []).append(value)
    return texts


def test_every_text_is_printed_whole_and_nothing_as_hashes(filled: Path) -> None:
    pages = printed_pages(filled, filled.parent / "pdf")

    assert [sheet for sheet, found in pages.items() if any("##" in page for page in found)] == []
    texts = shown_texts(filled.stem)
    missing = [
        (sheet, text)
        for sheet, wanted in texts.items()
        for text in wanted
        if not any(unbroken(text) in page for page in pages[sheet])
    ]
    assert missing == []
    assert sum(map(len, texts.values())) > 2_000


@pytest.mark.parametrize("filled", ["A4"], indirect=True)
def test_rows_are_high_enough_and_blank_cells_stay_locked(filled: Path) -> None:
    found = run_in_calc(INSIDE_CALC / "row_room.py", filled, filled.with_name("anew.xlsx"))

    assert found["low"] == []
    assert found["free"] == []
    # The columns of Catatan Pemeriksaan alone are open beyond what is written in them.
    assert {sheet for sheet, _, _ in found["open"]} == {"Catatan Pemeriksaan"}


def test_no_text_that_stays_on_one_line_runs_into_its_neighbour() -> None:
    blueprint = entry_blueprint(twenty(years=2))

    cut = [
        f"{sheet.name}!{cell.a1}: {cell.content}"
        for sheet in blueprint.sheets
        if not sheet.hidden
        for cell in sheet.cells
        if isinstance(cell.content, str) and in_print(sheet, cell) and runs_over(sheet, cell)
    ]

    assert cut == []


def runs_over(sheet: BlueprintSheet, cell: BlueprintCell) -> bool:
    """Whether a text on one line is wider than its cell and the empty ones right of it."""
    style = look(cell.style)
    if style.wrap or style.shrink:
        return False
    text = str(cell.content)
    return text_width(text, style.size, bold=style.bold) > free_width(sheet, cell)


def free_width(sheet: BlueprintSheet, cell: BlueprintCell) -> float:
    """The points from the left edge of a cell to the next text, or to the end of the print."""
    taken = {one.column for one in sheet.cells if one.row == cell.row and one.content is not None}
    merged = next((m for m in sheet.merges if m.startswith(f"{cell.a1}:")), cell.a1)
    last = split_a1(merged.rpartition(":")[2])[1]
    edge = max(one.column for one in sheet.cells)
    width = 0.0
    for column in range(cell.column, edge + 1):
        if column > max(last, cell.column) and (
            column in taken or not in_print(sheet, replace(cell, column=column))
        ):
            break
        width += column_points(sheet, column)
    return width


def test_the_quarterly_form_repeats_its_heads_and_signs_with_company() -> None:
    sheet = entry_blueprint(twenty()).sheet("Capaian")
    texts = [cell.content for cell in sheet.cells if isinstance(cell.content, str)]

    assert sheet.page.title_rows == (7, 8)
    assert {"(1)", "(8)=(7)/(6)×100", "(9)=(7)/(5)×100", "Mengetahui,"} <= set(texts)
    assert sheet.page.paper == 9
    assert entry_blueprint(twenty("F4")).sheet("Capaian").page.paper == 14


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_first_screen_of_each_sheet_fits_a_small_laptop(paper: str) -> None:
    """1366 pixels less the row numbers and the scroll bar; frozen columns leave room to work."""
    for sheet in entry_blueprint(twenty(paper)).sheets:
        if sheet.hidden or sheet.freeze is None:
            continue
        row, column = split_a1(sheet.freeze)
        frozen = sum(column_points(sheet, n) for n in range(1, column)) * 96 / 72
        assert frozen < 700, sheet.name
        assert row < 12, sheet.name


def test_microsofts_validator_has_nothing_to_say(filled: Path) -> None:
    assert validate([filled]) == []
