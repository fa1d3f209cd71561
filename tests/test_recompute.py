"""What a tampered workbook shows after new entries are laid in."""

from iku.cells import SheetSnapshot, Value, WorkbookSnapshot
from workflow.recompute import recomputed


def book(values: dict[str, Value], formulas: dict[str, str]) -> WorkbookSnapshot:
    sheet = SheetSnapshot("Isian", values=values, formulas=formulas)
    return WorkbookSnapshot("buku.xlsx", "0" * 64, sheets={"Isian": sheet})


def test_formulas_that_wait_for_each_other_keep_what_is_stored() -> None:
    seen = book(
        {"A1": 1.0, "B1": 7.0, "C1": 8.0}, {"B1": "C1", "C1": "B1", "D1": "A1+1", "E1": "B1+1"}
    )

    values = recomputed(seen, {("Isian", "A1"): 4.0})

    assert values == {("Isian", "D1"): 5.0, ("Isian", "E1"): 8.0}


def test_a_formula_of_another_hand_keeps_what_is_stored() -> None:
    seen = book({"A1": 1.0, "B1": 7.0}, {"B1": "NOTOURS(A1)", "C1": "B1*2"})

    assert recomputed(seen, {}) == {("Isian", "C1"): 14.0}
