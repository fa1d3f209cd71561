"""The manifest's text: small, and the whole manifest comes back from it."""

import json
from pathlib import Path

import pytest

from iku.address import CellRef, column_number
from iku.definition.load import load_definition
from iku.manifest import MARK, Manifest, make_manifest, mark_of, parse_manifest
from iku.manifest_families import Family, families_in
from iku.manifest_names import families_of, names_of
from iku.resources import template_path
from iku.series import Series
from iku.terbitan import issue

FORMS = (
    Path("tests/data/dua_puluh_indikator.yaml"),
    template_path("jambi_timur_2017_triwulanan.yaml"),
)
NAMES = {
    "identitas": "Beranda!$C$6",
    "isian.P1.a.TW1": "Isian!$E$8",
    "isian.P1.b.TW1": "Isian!$E$11",
    "bukti.P1.1.nama.TW1": "'Bukti Dukung'!$D$6",
}


@pytest.fixture(scope="module", params=FORMS, ids=lambda path: path.stem)
def series(request: pytest.FixtureRequest) -> Series:
    definition = load_definition(request.param)
    return Series(issue(definition, definition.unit[0]))


def test_a_manifest_comes_back_whole_from_its_text(series: Series) -> None:
    assert parse_manifest(series.manifest.canonical()) == series.manifest


def test_what_was_read_can_be_written_again(series: Series) -> None:
    read = parse_manifest(series.manifest.canonical())
    again = Manifest(read.sheets, read.names, read.structure_locked).canonical()
    assert parse_manifest(again) == series.manifest


def test_every_locked_formula_has_the_mark_of_what_stands_in_it(series: Series) -> None:
    read = {
        sheet.name: sheet.locked for sheet in parse_manifest(series.manifest.canonical()).sheets
    }
    for sheet, cell in series.blueprint.all_cells():
        if cell.formula is not None and sheet in read:
            assert read[sheet][cell.a1] == mark_of(None, cell.formula)


def test_most_formulas_that_repeat_row_by_row_have_no_mark_of_their_own(series: Series) -> None:
    tree = json.loads(series.manifest.canonical())
    for written, sheet in zip(tree["sheets"], series.manifest.sheets, strict=True):
        runs = [joined for column in written["locked"].values() for _, joined in column]
        alike = sum(len(family.rows) for family in sheet.families)
        assert sum(map(len, runs)) == (len(sheet.locked) - alike) * MARK


def test_a_mark_that_does_not_follow_from_its_family_is_written(series: Series) -> None:
    sheet = next(one for one in series.manifest.sheets if one.families)
    family = sheet.families[0]
    ref = CellRef(sheet.name, family.rows[1], column_number(family.column))
    changed = series.manifest.with_marks({ref: "A" * MARK})
    assert parse_manifest(changed.canonical()) == changed
    assert changed != series.manifest


def test_names_come_back_from_their_families() -> None:
    assert names_of(families_of(NAMES)) == NAMES


def test_the_order_of_names_does_not_matter() -> None:
    assert families_of(dict(reversed(NAMES.items()))) == families_of(NAMES)


def test_only_the_own_row_counts_as_the_own_row() -> None:
    formulas = [(row, 3, f'IF(B{row}>B14,$A$4,"Isian!C{row}")') for row in (4, 5, 6, 9)]
    assert families_in(formulas) == (Family("C", 'IF(B#>B14,$A$4,"Isian!C#")', (4, 5, 6, 9)),)


def test_a_few_formulas_alike_are_no_family() -> None:
    assert families_in((row, 3, f"B{row}") for row in (4, 5)) == ()


@pytest.mark.parametrize(
    "text",
    [
        '{"skema":2,"sheets":[],"names":[["Isian","E","isian.*",[8],"A B"]],"structure":true}',
        '{"skema":2,"sheets":[],"names":[["Isian","E","a.*.*",[8],"A"]],"structure":true}',
        '{"skema":2,"sheets":[],"names":[["Isian","E"]],"structure":true}',
        '{"skema":2,"sheets":[{}],"names":[],"structure":true}',
        "[]",
    ],
)
def test_what_is_no_manifest_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_manifest(text)


def test_a_manifest_is_made_without_the_sheets_to_leave_out(series: Series) -> None:
    made = make_manifest(series.blueprint, leave_out=frozenset({"Isian"}))
    assert "Isian" not in [sheet.name for sheet in made.sheets]
