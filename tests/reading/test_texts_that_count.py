"""Which texts tell where a sheet went, what a cell may hold, and forms older than this product."""

import pytest

from iku.blueprint import BlueprintCell, Validation
from iku.cells import ErrorValue
from iku.landmarks import STILL, likeness, movement
from iku.manifest import Manifest, parse_manifest, validation_facts
from tests.checks.books import manifest as issued
from tests.checks.books import small

from .test_landmarks import ISSUED, manifest, sheet


def test_a_sheet_whose_formulas_show_our_texts_is_not_ours() -> None:
    found = sheet(ISSUED)
    found.formulas.update(dict.fromkeys(found.values, "Lain!A1"))

    assert likeness(manifest(ISSUED), found) == 0.0


def test_a_constant_that_is_an_error_answers_for_nothing() -> None:
    found = sheet(ISSUED[:2])
    alone = likeness(manifest(ISSUED), found)
    found.values.update({f"H{row}": ErrorValue("#REF!") for row in range(1, 30)})

    assert likeness(manifest(ISSUED), found) == alone == 1.0


def rule(kind: str, operator: str) -> Validation:
    return Validation(kind, operator=operator, formula1="1", formula2="9")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "operator", "told"),
    [
        ("decimal", "between", ("decimal", "between", "1", "9")),
        ("decimal", "greaterThanOrEqual", ("decimal", "greaterThanOrEqual", "1", None)),
        ("list", "between", ("list", "between", "1", None)),  # a list compares nothing
    ],
)
def test_a_second_bound_counts_only_where_a_value_lies_between_two(
    kind: str, operator: str, told: tuple[str, str, str, str | None]
) -> None:
    found = validation_facts(BlueprintCell(1, 1, None, validation=rule(kind, operator)))

    assert found is not None
    assert (found.kind, found.operator, found.formula1, found.formula2) == told


def test_a_manifest_that_was_read_is_kept_to_the_letter() -> None:
    made = issued(small())
    text = made.canonical().replace('":', '" : ')
    found = parse_manifest(text)

    assert isinstance(found, Manifest)
    assert (found.canonical(), parse_manifest(made.canonical())) == (text, made)


def test_of_a_line_whose_texts_went_two_ways_the_text_that_stayed_counts() -> None:
    issued_lines = [("", "", ""), ("Nomor", "Uraian", "")]
    apart = [("", "", ""), ("Nomor", "", ""), ("", "Uraian", "")]

    assert movement(manifest(issued_lines), sheet(apart)) is STILL
