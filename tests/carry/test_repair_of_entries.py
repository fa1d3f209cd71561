"""Out of a damaged form: what can be read is carried, what cannot is listed, nothing is lost."""

import random

import pytest

from iku.carry.outcome import names_in
from iku.carry.salvage import salvage
from iku.cells import ErrorValue, SheetSnapshot, StyleFacts, WorkbookSnapshot
from iku.finding import Finding
from tests.carry import books
from tests.carry.books import accounted, filled, held, repaired, values_in
from tests.checks.books import cells, small, snapshot, typed
from tests.checks.damage import DAMAGE as DAMAGE_BY_CODE
from tests.checks.damage import ENTRY, REFUSED
from tests.checks.test_rules import GOOD
from tests.workbooks import DEFINITIONS, EVERY_KIND, layout

OF = small()
TOUCHED = {"STR-008", "ANG-004", "ANG-005", "KCI-008", "ISI-007"}  # the entry itself is damaged


@pytest.mark.parametrize("name", [*DEFINITIONS, EVERY_KIND])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_happens_to_the_rest_every_entry_is_carried(name: str, seed: int) -> None:
    of, chance = layout(name), random.Random(seed)  # noqa: S311  the same cases every time
    values = filled(of, chance)
    seen = snapshot(of, values)
    for damage in chance.sample(books.DAMAGE, 3):  # in any order, one on top of the other
        damage(seen, of, chance)

    outcome = repaired(seen, of)

    assert values_in(outcome) == held(values, of)
    assert names_in(outcome.left) == set()


@pytest.mark.parametrize("code", [code for code in DAMAGE_BY_CODE if code not in REFUSED])
def test_each_damage_of_the_tamper_check_leaves_the_entries_whole(code: str) -> None:
    seen = snapshot(OF, typed(GOOD))
    before = held(typed(GOOD), OF)
    DAMAGE_BY_CODE[code](seen, OF)

    outcome = repaired(seen, OF)

    carried = values_in(outcome)
    assert accounted(outcome) >= before.keys()
    assert {n: v for n, v in before.items() if carried.get(n) != v}.keys() <= (
        {ENTRY} if code in {*TOUCHED, "KCI-010"} else set()
    )


def test_an_untouched_form_is_carried_whole_and_says_nothing() -> None:
    outcome = repaired(snapshot(OF, typed(GOOD)), OF)

    assert values_in(outcome) == held(typed(GOOD), OF)
    assert (outcome.left, outcome.told, outcome.notes) == ((), (), ())


def damaged(name: str = ENTRY) -> tuple[WorkbookSnapshot, str]:
    return snapshot(OF, typed(GOOD)), OF.entries[name].ref.a1


def listed(outcome_findings: tuple[Finding, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.cells) for one in outcome_findings]


def test_an_error_and_a_formula_without_a_value_must_be_entered_again() -> None:
    seen, address = damaged()
    seen.sheets["Isian"].values[address] = ErrorValue("#REF!")
    other = OF.entries["isian.A1.terima.TAHUN"].ref.a1
    del seen.sheets["Isian"].values[other]
    seen.sheets["Isian"].formulas[other] = "[1]Data!A1"

    outcome = repaired(seen, OF)

    assert listed(outcome.left) == [
        ("STR-107", cells(OF, ENTRY)),
        ("STR-107", cells(OF, "isian.A1.terima.TAHUN")),
    ]
    assert [one.facts["nilai"] for one in outcome.left] == ["#REF!", "=[1]Data!A1"]


def test_a_formula_in_an_entry_gives_its_value() -> None:
    seen, address = damaged()
    seen.sheets["Isian"].formulas[address] = "40+45"
    seen.sheets["Isian"].values[address] = 85.0

    outcome = repaired(seen, OF)

    assert values_in(outcome)[ENTRY] == 85.0
    assert listed(outcome.told) == [("STR-124", cells(OF, ENTRY))]


@pytest.mark.parametrize(
    ("number_format", "code"), [("d-mmm", "STR-108"), ("0%", "STR-109"), ("0.00", "")]
)
def test_what_a_format_made_of_a_number_is_not_carried_as_another_number(
    number_format: str, code: str
) -> None:
    seen, address = damaged()
    seen.sheets["Isian"].styles[address] = StyleFacts(locked=False, number_format=number_format)

    outcome = repaired(seen, OF)

    assert listed(outcome.left) == ([(code, cells(OF, ENTRY))] if code else [])
    assert (ENTRY in values_in(outcome)) is not bool(code)


def test_a_date_that_excel_made_of_a_written_one_is_carried_in_words() -> None:
    name = "identitas.tanggal.TAHUN"
    seen, address = damaged(name)
    seen.sheets["Beranda"].values[address] = 43105.0
    seen.sheets["Beranda"].styles[address] = StyleFacts(locked=False, number_format="d-mmm-yy")

    outcome = repaired(seen, OF)

    assert values_in(outcome)[name] == "5 Januari 2018"
    assert listed(outcome.told) == [("STR-125", cells(OF, name))]


def test_a_cut_entry_is_found_where_its_name_went() -> None:
    seen, address = damaged()
    seen.sheets["Isian"].values["AD90"] = seen.sheets["Isian"].values.pop(address)
    seen.names[ENTRY] = "Isian!$AD$90"

    outcome = repaired(seen, OF)

    assert values_in(outcome)[ENTRY] == GOOD[ENTRY]
    assert listed(outcome.told) == [("STR-123", cells(OF, ENTRY))]
    assert outcome.left == ()


def test_what_was_pasted_over_another_entry_is_told() -> None:
    other = "isian.B1.kejadian.TAHUN"
    seen, address = damaged()
    place = OF.entries[other].ref
    seen.sheets["Isian"].values[place.a1] = seen.sheets["Isian"].values.pop(address)
    seen.names[ENTRY] = place.absolute
    del seen.names[other]

    outcome = repaired(seen, OF)

    assert values_in(outcome)[other] == GOOD[ENTRY]
    assert ENTRY not in values_in(outcome)
    assert listed(outcome.told) == [("STR-123", cells(OF, other))]


def test_a_deleted_row_is_not_read_from_the_next_one() -> None:
    seen, _ = damaged()
    row = OF.entries[ENTRY].ref.row
    books.shifted(seen, "Isian", row + 1, -1)

    outcome = repaired(seen, OF)

    assert "STR-110" in {one.code for one in outcome.left}
    assert ENTRY in names_in(outcome.left)
    below = held(typed(GOOD), OF)
    del below[ENTRY]
    assert values_in(outcome) == below


def test_a_missing_sheet_is_one_line_with_all_its_entries() -> None:
    seen, _ = damaged()
    del seen.sheets["Beranda"]

    outcome = repaired(seen, OF)

    (finding,) = outcome.left
    assert finding.code == "STR-110"
    assert names_in([finding]) == {n for n in OF.entries if n.startswith("identitas.")}


def test_writing_outside_the_entries_and_extra_sheets_are_listed() -> None:
    seen, _ = damaged()
    seen.sheets["Isian"].values["AD90"] = "catatan saya"
    extra = SheetSnapshot("Hitungan", values={"A1": 5.0, "B2": "x"})
    seen.sheets["Hitungan"] = extra

    outcome = repaired(seen, OF)

    assert [(one.code, one.facts["nilai"]) for one in outcome.left[:1]] == [
        ("STR-112", "catatan saya")
    ]
    assert [(one.code, one.facts["jumlah"]) for one in outcome.left[1:]] == [("STR-113", 2)]


def test_a_locked_cell_that_was_overwritten_is_told_with_what_stood_in_it() -> None:
    seen, _ = damaged()
    place = OF.names["realisasi.A1.TAHUN"]
    del seen.sheets[place.sheet].formulas[place.a1]
    seen.sheets[place.sheet].values[place.a1] = 99.0

    outcome = repaired(seen, OF)

    assert outcome.left == ()
    assert listed(outcome.told) == [("STR-126", (str(place),))]
    assert outcome.told[0].facts["nilai"] == "99"


def test_an_emptied_prefilled_cell_stays_empty() -> None:
    name = "identitas.status_laporan"
    seen, address = damaged(name)
    seen.sheets["Beranda"].values.pop(address, None)

    outcome = repaired(seen, OF)

    assert outcome.cleared == (OF.entries[name].ref,)


def test_without_its_record_a_form_is_read_by_the_one_that_is_given() -> None:
    seen = snapshot(OF, typed(GOOD))
    seen.sheets["_iku"].values.clear()
    books.shifted(seen, "Isian", 9, 2)
    assert isinstance(salvage(seen), Finding)

    outcome = repaired(seen, OF, OF.terbitan)

    assert values_in(outcome) == held(typed(GOOD), OF)


def test_a_record_that_contradicts_its_fingerprint_is_not_trusted() -> None:
    seen = snapshot(OF, typed(GOOD))
    seen.properties["iku.sidik"] = "f" * 64
    place = OF.names["iku.sidik"]
    assert not isinstance(salvage(seen), Finding)
    seen.sheets[place.sheet].values[place.a1] = "f" * 64

    found = salvage(seen)

    assert isinstance(found, Finding)
    assert found.code == "STR-002"


def test_another_workbook_is_not_taken_for_a_form() -> None:
    seen = snapshot(OF, typed(GOOD))
    for sheet in seen.sheets.values():
        sheet.values = {at: f"lain {at}" for at in sheet.values}
        sheet.formulas = {}

    found = salvage(seen, OF.terbitan)

    assert isinstance(found, Finding)
    assert found.code == "STR-001"
