"""Only allowed functions and constructs stand in our workbooks, and no cut can rewrite them."""

from dataclasses import replace

import pytest

from iku.address import CellRef
from iku.blueprint import Access, Blueprint, BlueprintCell, BlueprintSheet
from iku.consolidation import consolidate
from iku.entry_workbook import entry_blueprint
from iku.formula import ALLOWED_FUNCTIONS
from iku.kamus.blueprint import kamus
from iku.recap import recap_blueprint
from tests.agreement.definitions import EVERYTHING
from tests.formula.lint import all_formulas, allowed_functions, cut_or_circular, written_badly
from tests.workbooks import definition, layout


def faults(blueprint: Blueprint) -> list[str]:
    return [
        f"{place}: {fault}"
        for place, formula in all_formulas(blueprint)
        for fault in written_badly(formula)
    ]


@pytest.mark.parametrize("name", EVERYTHING)
def test_formulas_of_the_form_are_allowed_and_no_cut_rewrites_them(name: str) -> None:
    blueprint = entry_blueprint(layout(name))

    assert sum(1 for _ in all_formulas(blueprint)) > 50
    assert faults(blueprint) == []
    assert list(cut_or_circular(blueprint)) == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_formulas_of_recap_and_kamus_are_allowed(name: str) -> None:
    known = definition(name)
    recap = recap_blueprint(consolidate(known, [], period="TAHUN"))

    for blueprint in (recap, kamus(known).blueprint):
        assert sum(1 for _ in all_formulas(blueprint)) > 5
        assert faults(blueprint) == []


def test_the_list_of_reasons_names_what_our_engine_computes_and_nothing_else() -> None:
    assert allowed_functions() == ALLOWED_FUNCTIONS


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ('TEXT(A1,"0")', "TEXT is not allowed"),
        ('SUM(INDIRECT("A1"),1)', "INDIRECT is not allowed"),
        ("SUM(A1:OFFSET(A1,1,1))", "OFFSET is not allowed"),
        ("SUM(--A1)", "text taken"),
        ("SUM(Tabel[kolom])", "structured"),
        ("SUM(A:A)", "whole column"),
        ("SUM($2:$5)", "whole row"),
        ("SUM('Bu''Siti'!A1)", "apostrophe"),
        ("FIXED(A1,2)", "FIXED rounds"),
        ("realisasi.R1.TAHUN", "the name"),
        ("SUM(A9:A2)", "runs backwards"),
    ],
)
def test_what_is_not_allowed_is_found(formula: str, reason: str) -> None:
    assert [one for one in written_badly(formula) if reason in one] != []


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("B2*10", "is open"),
        ("SUM(B2:B4)", "is open"),
        ("SUM(B1:D4)", "holds the formula itself"),
        ("Lain!A1", "is no sheet"),
    ],
)
def test_a_formula_that_a_cut_would_rewrite_is_found(formula: str, reason: str) -> None:
    cells = (
        *(BlueprintCell(row, 2, access=Access.ENTRY) for row in (2, 3)),
        BlueprintCell(1, 4, formula=formula),
    )
    book = Blueprint("uji", (BlueprintSheet("Isian", cells),), names={"a": CellRef("Isian", 1, 4)})

    assert [one for one in cut_or_circular(book) if reason in one] != []
    sound = replace(cells[-1], formula="INDEX($B$1:$B$4,2)")
    assert list(cut_or_circular(replace(book, sheets=(BlueprintSheet("Isian", (sound,)),)))) == []
