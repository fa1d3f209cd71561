"""Data validations as the file carries them, and the lengths that Excel can show."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from iku.blueprint import Validation
from tests.builder.sample import AMOUNT, HINT, ISIAN, built, entry, with_cell
from workbook_builder.validations import ranges, sheet_validations


def test_cells_that_ask_for_the_same_share_one_validation() -> None:
    found = {str(rule.sqref): rule.type for rule in sheet_validations(ISIAN)}

    assert found == {"B4:B5 C4:C5": "decimal", "B6": "list"}


def test_words_and_limits_reach_the_file() -> None:
    sheet = load_workbook(BytesIO(built()))["Isian"]
    amount, status = sheet.data_validations.dataValidation

    assert (amount.operator, amount.formula1, amount.allowBlank) == ("greaterThanOrEqual", "0", 1)
    assert (amount.promptTitle, amount.prompt) == (AMOUNT.prompt_title, AMOUNT.prompt)
    assert (amount.errorTitle, amount.error) == (AMOUNT.error_title, AMOUNT.error)
    assert (amount.showInputMessage, amount.showErrorMessage) == (True, True)
    assert (status.formula1, status.errorStyle, status.operator) == (
        '"Draf,Final"',
        "warning",
        None,
    )


def test_a_mere_hint_forbids_nothing() -> None:
    (hint,) = sheet_validations(with_cell(entry(2, 2, None, HINT)).sheet("Isian"))

    assert (hint.type, hint.showInputMessage, hint.showErrorMessage) == (None, True, False)


@pytest.mark.parametrize(
    ("fits", "too_long"),
    [
        (replace(AMOUNT, prompt_title="a" * 32), replace(AMOUNT, prompt_title="a" * 33)),
        (replace(AMOUNT, prompt="a" * 255), replace(AMOUNT, prompt="a" * 256)),
        (replace(AMOUNT, error_title="a" * 32), replace(AMOUNT, error_title="a" * 33)),
        (replace(AMOUNT, error="a" * 255), replace(AMOUNT, error="a" * 256)),
    ],
)
def test_texts_longer_than_excel_holds_are_refused_by_cell(
    fits: Validation, too_long: Validation
) -> None:
    assert built(with_cell(entry(12, 5, None, fits)))
    with pytest.raises(ValueError, match=r"Isian!E12: .* (33|256) characters"):
        built(with_cell(entry(12, 5, None, too_long)))


def test_a_list_of_choices_holds_255_characters() -> None:
    choices = Validation(kind="list", formula1=f'"{"a" * 256}"')

    with pytest.raises(ValueError, match=r"Isian!B2: the list of choices"):
        built(with_cell(entry(2, 2, None, choices)))


def test_ranges_join_neighbours_down_a_column() -> None:
    cells = [(9, 1), (1, 1), (2, 1), (2, 2), (3, 2), (5, 28)]

    assert ranges(cells) == ["A1:A2", "A9", "B2:B3", "AB5"]
