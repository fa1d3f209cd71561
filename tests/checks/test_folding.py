"""One cell, one reason: what follows from another finding is kept inside it, and not lost."""

import pytest

from iku.checks.folding import CELL_IS_GONE, DERIVED, asks_what_feeds, folded
from iku.finding import Fact, Finding, Severity

D12, D13, D14 = "Isian!D12", "Isian!D13", "Isian!D14"


def one(
    code: str,
    *cells: str,
    indicator: str = "",
    severity: Severity | None = None,
    **facts: Fact,
) -> Finding:
    sheet = cells[0].partition("!")[0] if cells else ""
    return Finding(code, facts, severity, sheet=sheet, cells=cells, indicator=indicator)


def codes(*findings: Finding, aside: frozenset[str] = frozenset()) -> list[tuple[str, object]]:
    """What is told, each with what was folded into it."""
    return [(each.code, each.facts.get(DERIVED)) for each in folded(findings, aside)]


def test_what_follows_in_the_same_cell_is_kept_in_its_cause() -> None:
    assert codes(one("LOG-001", D12), one("ISI-008", D12)) == [("ISI-008", ["LOG-001"])]
    assert codes(one("ISI-008", D12), one("LOG-001", D13)) == [("ISI-008", None), ("LOG-001", None)]


def test_a_family_stands_for_all_its_codes_and_for_no_other() -> None:
    assert codes(one("KCI-010", D12), one("ISI-008", D12), one("ANG-001", D12)) == [
        ("KCI-010", ["ISI-008", "ANG-001"])
    ]
    assert codes(one("KCI-010", D12), one("TRN-001", D12)) == [("KCI-010", None), ("TRN-001", None)]


def test_what_follows_from_what_follows_goes_to_the_first_cause() -> None:
    found = codes(one("KCI-010", D12), one("KCI-008", D12), one("KCI-007", D12))

    assert found == [("KCI-010", ["KCI-008", "KCI-007"])]


def test_a_finding_without_a_cell_is_never_folded() -> None:
    assert codes(one("STR-004", indicator="A1"), one("ISI-001", indicator="A1")) == [
        ("STR-004", None),
        ("ISI-001", None),
    ]


@pytest.mark.parametrize(
    ("cause", "follower", "told"),
    [
        (Severity.INFO, Severity.WARNING, Severity.WARNING),
        (Severity.INFO, Severity.ERROR, Severity.ERROR),
        (Severity.WARNING, Severity.ERROR, Severity.ERROR),
        (Severity.WARNING, Severity.INFO, Severity.WARNING),
        (Severity.ERROR, Severity.WARNING, Severity.ERROR),
    ],
)
def test_a_cause_is_as_severe_as_the_worst_that_follows(
    cause: Severity, follower: Severity, told: Severity
) -> None:
    (found,) = folded([one("KCI-009", D12, severity=cause), one("KCI-007", D12, severity=follower)])

    assert found.severity is told


def test_blank_cells_follow_only_where_all_of_them_do() -> None:
    some, all_of_them = one("ISI-001", D12, D13), one("ISI-001", D12)

    assert codes(one("KCI-010", D12), all_of_them) == [("KCI-010", ["ISI-001"])]
    assert codes(one("KCI-010", D12), some) == [("KCI-010", None), ("ISI-001", None)]


def test_a_missing_sheet_takes_what_stood_on_it_along() -> None:
    gone = one("STR-004", "Isian!A1")
    other = one("KCI-004", "Capaian!B2")

    assert codes(gone, one("KCI-001", D12), other) == [("STR-004", ["KCI-001"]), ("KCI-004", None)]


def test_missing_rows_take_only_cells_along_that_are_gone() -> None:
    rows = one("STR-007", "Isian!A12")

    assert codes(rows, one("KCI-001", D12, ditemukan=CELL_IS_GONE)) == [("STR-007", ["KCI-001"])]
    assert codes(rows, one("KCI-001", D12, ditemukan="9")) == [("STR-007", None), ("KCI-001", None)]
    assert codes(rows, one("KCI-004", D12)) == [("STR-007", None), ("KCI-004", None)]


def test_an_odd_result_follows_from_a_wrong_entry_of_its_indicator() -> None:
    wrong = one("ISI-008", D12, indicator="A1", periode="TW2")
    odd = one("TRN-001", "Capaian!F9", indicator="A1", periode="TW2")
    elsewhere = one("TRN-001", "Capaian!F10", indicator="A2", periode="TW2")

    assert codes(wrong, odd, elsewhere) == [("ISI-008", ["TRN-001"]), ("TRN-001", None)]


@pytest.mark.parametrize(
    ("entered", "result", "follows"),
    [("TW1", "TW2", True), ("TW2", "TW2", True), ("TW3", "TW2", False)],
)
def test_an_odd_result_does_not_follow_from_a_later_entry(
    entered: str, result: str, follows: bool
) -> None:
    wrong = one("ISI-008", D12, indicator="A1", periode=entered)
    odd = one("TRN-001", "Capaian!F9", indicator="A1", periode=result)

    assert (len(codes(wrong, odd)) == 1) == follows


def test_nothing_follows_from_an_entry_that_no_result_is_computed_from() -> None:
    wrong, odd = (
        one("ISI-008", D12, indicator="A1"),
        one("TRN-001", "Capaian!F9", indicator="A1"),
    )

    assert len(codes(wrong, odd, aside=frozenset({D12}))) == 2
    assert len(codes(wrong, odd, aside=frozenset({D13}))) == 1


def test_several_names_of_one_cell_are_told_once() -> None:
    assert codes(one("ISI-008", D12), one("ISI-008", D12)) == [("ISI-008", None)]
    assert len(codes(one("ISI-008", D12), one("ISI-008", D13))) == 2
    assert len(codes(one("STR-001"), one("STR-001"))) == 2  # no cell: nothing says they are one


def test_what_is_the_same_of_many_cells_is_one_finding_at_its_first_place() -> None:
    told = folded([one("KCI-007", D12), one("ISI-001", D14), one("KCI-007", D13)])

    assert [(each.code, each.cells) for each in told] == [
        ("KCI-007", (D12, D13)),
        ("ISI-001", (D14,)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        one("KCI-007", "Capaian!B2"),
        one("KCI-007", D13, severity=Severity.INFO),
        one("KCI-007", D13, isi="lain"),
    ],
    ids=["another sheet", "another severity", "other facts"],
)
def test_what_differs_is_told_apart(other: Finding) -> None:
    assert len(folded([one("KCI-007", D12), other])) == 2


def test_results_are_worked_out_only_where_one_may_follow_from_an_entry() -> None:
    wrong, odd = one("ISI-008", D12), one("TRN-001", "Capaian!F9")

    assert asks_what_feeds([wrong, odd])
    assert not asks_what_feeds([wrong])
    assert not asks_what_feeds([odd])
