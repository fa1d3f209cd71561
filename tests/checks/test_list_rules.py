"""Lists of choices: quotes inside them as Excel needs them, known again however they are written."""

from dataclasses import replace

import pytest

from iku.cells import ValidationFacts
from iku.sheets.canvas import validation_of
from iku.tamper.entries import same_rule
from tests.checks.books import small

ISSUED = '"""Baik"",Cukup"'


def listed(formula: str) -> ValidationFacts:
    return ValidationFacts("list", "between", formula, None)


def test_quotes_in_a_choice_are_doubled() -> None:
    entry = next(one for one in small().entries.values() if one.choices)

    rule = validation_of(replace(entry, choices=('"Baik"', "Cukup")))

    assert rule.formula1 == ISSUED


@pytest.mark.parametrize("formula", [ISSUED, '""Baik",Cukup"', '"""Baik"", Cukup"'])
def test_a_list_is_the_same_however_its_quotes_are_written(formula: str) -> None:
    assert same_rule(listed(formula), listed(ISSUED))


@pytest.mark.parametrize("formula", ['"Baik,Cukup"', '""Baik""', "Isian!A1:A2", '"', ""])
def test_another_list_is_another_rule(formula: str) -> None:
    assert not same_rule(listed(formula), listed(ISSUED))
