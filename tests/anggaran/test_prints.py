"""The sheet with money on paper, and the forms of several units from one master."""

from pathlib import Path

import pytest

from iku.address import CellRef
from iku.cells import Value
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.series import Series, series_of
from iku.terbitan import issue
from tests.anggaran.sample import DESA, NAME, hulu, whole_year
from tests.judges.openxml import validate
from tests.looks.printed import in_print, printed_pages, unbroken
from tests.looks.test_prints import runs_over
from tests.workbooks import definition, refs, write_filled

LARGE: dict[str, Value] = {f"{DESA}.pagu": 987_654_321_098.75, f"{DESA}.realisasi.TW4": 9.8e11}


def on_a4() -> Layout:
    """The form of Hulu on the smaller paper."""
    known = definition(NAME)
    settings = known.pengaturan.model_copy(update={"kertas": "A4"})
    known = known.model_copy(update={"pengaturan": settings})
    return Layout(issue(known, known.unit[0]))


def test_money_is_printed_whole_on_a4(tmp_path: Path) -> None:
    of, values = on_a4(), {**whole_year(), **LARGE}
    book = write_filled(of, values, tmp_path / "buku.xlsx")

    pages = printed_pages(book, tmp_path / "pdf")["Anggaran"]

    assert len(pages) == 1
    assert "##" not in pages[0]
    assert unbroken("987.654.321.098,75") in pages[0] or "987,654,321,098.75" in pages[0]
    assert [text for text in texts(of, values) if unbroken(text) not in pages[0]] == []
    assert validate([book]) == []


def texts(of: Layout, values: dict[str, Value]) -> list[str]:
    """Every text that the filled sheet shows in print."""
    blueprint, typed = entry_blueprint(of), refs(of, values)
    computed = formula_values(blueprint, typed)
    sheet = blueprint.sheet("Anggaran")
    held = [
        computed[CellRef(sheet.name, cell.row, cell.column)] if cell.formula else cell.content
        for cell in sheet.cells
        if in_print(sheet, cell)
    ]
    return [one for one in held if isinstance(one, str) and one.strip()]


@pytest.mark.parametrize("unit", range(3))
def test_no_text_runs_into_its_neighbour(unit: int) -> None:
    known = definition(NAME)
    sheet = entry_blueprint(Layout(issue(known, known.unit[unit]))).sheet("Anggaran")
    assert [
        cell.a1 for cell in sheet.cells if isinstance(cell.content, str) and runs_over(sheet, cell)
    ] == []


def test_units_with_other_money_share_a_master_and_with_other_programmes_do_not() -> None:
    known = definition(NAME)
    first, second, third = (issue(known, unit) for unit in known.unit)
    assert series_of(first) is series_of(third)
    assert series_of(first) is not series_of(second)

    edition = Series(first).edition(third)

    drawn = entry_blueprint(Layout(third))
    assert edition.series.blueprint.varied(edition.variant) == drawn
    assert {**edition.series.values, **edition.variant.values} == formula_values(drawn)


def test_the_sheet_stands_before_the_questions_about_it() -> None:
    names = hulu().sheet_names
    assert names[names.index("Anggaran") + 1] == "Cek Kesiapan"
    links = [cell.link for cell in entry_blueprint(hulu()).sheet("Beranda").cells if cell.link]
    assert "Anggaran!A1" in links
