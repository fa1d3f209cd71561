"""Recompute: new entries laid into a workbook, and every formula's value worked out anew."""

from collections.abc import Mapping

from iku.address import a1, split_a1
from iku.cells import Value, WorkbookSnapshot
from iku.formula.error import CircularReferenceError, FormulaError
from iku.formula.evaluate import compile_formula
from iku.formula.recalculation import Place, Recalculation


def recomputed(
    snapshot: WorkbookSnapshot, changes: Mapping[tuple[str, str], Value]
) -> dict[tuple[str, str], Value]:
    """Return the value of every formula that we understand, with the changed cells laid in.

    A formula that is not ours, or that waits for itself, keeps the value its program gave it.
    """
    constants: dict[Place, Value] = {}
    formulas: dict[Place, str] = {}
    for sheet in snapshot.sheets.values():
        for address, value in sheet.values.items():
            constants[(sheet.name, *split_a1(address))] = value
        for address, formula in sheet.formulas.items():
            if _understood(formula, sheet.name, snapshot):
                formulas[(sheet.name, *split_a1(address))] = formula
    for (name, address), value in changes.items():
        constants[(name, *split_a1(address))] = value
    values = _settled(constants, formulas, snapshot)
    return {(name, a1(row, column)): value for (name, row, column), value in values.items()}


def _settled(
    constants: Mapping[Place, Value], formulas: dict[Place, str], snapshot: WorkbookSnapshot
) -> Mapping[Place, Value]:
    """Compute what can be computed; cells that wait for each other are left as they are stored."""
    while True:
        try:
            return Recalculation(constants, formulas, sheets=snapshot.sheets).all_formula_values()
        except CircularReferenceError as error:
            formulas = {place: one for place, one in formulas.items() if place not in error.cells}


def _understood(formula: str, sheet: str, snapshot: WorkbookSnapshot) -> bool:
    try:
        compiled = compile_formula(formula, sheet)
    except FormulaError:
        return False
    return all(name in snapshot.sheets for name in compiled.sheets)
