"""What only went along with a cause is counted within it and not told again."""

import re

from iku.address import CellRef, split_a1
from iku.cells import Value, WorkbookSnapshot
from iku.entry_workbook import formula_values
from iku.finding import Finding
from iku.tamper.following import same_result
from tests.carry.books import shifted
from tests.checks.books import blueprint, received, small, snapshot, typed
from tests.checks.damage import DAMAGE, ENTRY
from tests.checks.test_rules import GOOD


def form() -> WorkbookSnapshot:
    return snapshot(small(), typed(GOOD))


def told(seen: WorkbookSnapshot) -> list[Finding]:
    return list(received(seen).findings)


def results(seen: WorkbookSnapshot) -> dict[str, Value]:
    """What every formula of a workbook shows, by its cell."""
    return {
        f"{sheet.name}!{address}": sheet.values.get(address)
        for sheet in seen.sheets.values()
        for address in sheet.formulas
    }


def test_names_that_stayed_behind_an_inserted_row_are_listed_with_the_row() -> None:
    seen = form()
    DAMAGE["STR-007"](seen, small())  # a row comes in above row 3, and no name goes along

    (one,) = told(seen)
    entry = small().entries[ENTRY].ref
    along = one.facts["ikut"]

    assert (one.code, one.cells) == ("STR-007", ("Isian!A3",))
    assert isinstance(along, list)
    assert f"Isian!E{entry.row + 1}" in along
    assert all(split_a1(str(place).partition("!")[2])[0] > 3 for place in along)


def test_where_all_went_along_with_the_row_nothing_is_listed_besides() -> None:
    seen = form()
    shifted(seen, "Isian", 3, 1)

    (one,) = told(seen)

    assert (one.code, "ikut" in one.facts) == ("STR-007", False)


def test_a_forged_result_is_told_where_it_shows_first_with_how_many_follow_from_it() -> None:
    forged, right = form(), form()
    DAMAGE["KCI-020"](forged, small())  # results of another number than the one that is typed
    for place, value in formula_values(blueprint(small()), entries(right)).items():
        right.sheets[place.sheet].values[place.a1] = value

    (one,) = told(forged)
    shown, meant = results(forged), results(right)
    wrong = {place for place, value in shown.items() if not same_result(value, meant[place])}

    assert (one.code, len(one.cells)) == ("KCI-020", 1)
    assert one.facts["ikut"] == len(wrong) - 1 > 0


def entries(seen: WorkbookSnapshot) -> dict[CellRef, Value]:
    """What is typed into a workbook, by its cell."""
    places = (entry.ref for entry in small().entries.values())
    typed_in = ((place, seen.sheets[place.sheet].values.get(place.a1)) for place in places)
    return {place: value for place, value in typed_in if value is not None}


def test_formulas_that_call_a_renamed_sheet_by_its_new_name_are_as_issued() -> None:
    seen = form()
    seen.sheets = {name.replace("Isian", "Isi Data"): one for name, one in seen.sheets.items()}
    seen.sheets["Isi Data"].name = "Isi Data"
    for sheet in seen.sheets.values():
        for held in (sheet.formulas, seen.names):
            for key, text in held.items():
                held[key] = re.sub(r'(?<!")\bIsian!', "'Isi Data'!", text)

    assert [(one.code, one.facts) for one in told(seen)] == [
        ("STR-016", {"lembar": "Isian", "sekarang": "Isi Data"})
    ]
