"""Data validations: one element for all cells of a sheet that ask for the same thing."""

from collections.abc import Iterable
from itertools import groupby

from openpyxl.worksheet.datavalidation import DataValidation

from iku.address import a1
from iku.blueprint import BlueprintSheet, Validation

_TITLE_LIMIT = 32
_TEXT_LIMIT = 255
_LIST_LIMIT = 255 + 2  # the literal is written in quotation marks
_COMPARING = frozenset({"decimal", "whole", "textLength"})


def sheet_validations(sheet: BlueprintSheet) -> list[DataValidation]:
    """Return the validations of a sheet in the order in which its cells first ask for them.

    Raises ValueError naming the cell where a text is longer than Excel can hold.
    """
    places: dict[Validation, list[tuple[int, int]]] = {}
    for cell in sheet.cells:
        if cell.validation is None:
            continue
        if cell.validation not in places:
            _refuse_long_texts(f"{sheet.name}!{cell.a1}", cell.validation)
        places.setdefault(cell.validation, []).append((cell.row, cell.column))
    return [_written(rule, " ".join(ranges(cells))) for rule, cells in places.items()]


def ranges(cells: Iterable[tuple[int, int]]) -> list[str]:
    """Return (row, column) pairs as ranges down each column.

    >>> ranges([(5, 2), (6, 2), (8, 2), (5, 3)])
    ['B5:B6', 'B8', 'C5']
    """
    down = sorted((column, row) for row, column in cells)
    found = []
    # Along a run, row minus position stays the same.
    for _, run in groupby(enumerate(down), key=lambda item: (item[1][0], item[1][1] - item[0])):
        members = [place for _, place in run]
        (column, first), (_, last) = members[0], members[-1]
        start, end = a1(first, column), a1(last, column)
        found.append(start if start == end else f"{start}:{end}")
    return found


def _refuse_long_texts(place: str, rule: Validation) -> None:
    texts = (
        ("prompt title", rule.prompt_title, _TITLE_LIMIT),
        ("prompt", rule.prompt, _TEXT_LIMIT),
        ("error title", rule.error_title, _TITLE_LIMIT),
        ("error text", rule.error, _TEXT_LIMIT),
        ("list of choices", _list_literal(rule), _LIST_LIMIT),
    )
    for what, text, limit in texts:
        if len(text) > limit:
            message = f"{place}: the {what} has {len(text)} characters, Excel holds {limit}"
            raise ValueError(message)


def _list_literal(rule: Validation) -> str:
    if rule.kind == "list" and rule.formula1 and rule.formula1.startswith('"'):
        return rule.formula1
    return ""


def _written(rule: Validation, sqref: str) -> DataValidation:
    return DataValidation(
        sqref=sqref,
        type=None if rule.kind == "any" else rule.kind,
        operator=rule.operator if rule.kind in _COMPARING else None,
        formula1=rule.formula1,
        formula2=rule.formula2,
        allowBlank=True,
        showInputMessage=bool(rule.prompt_title or rule.prompt),
        showErrorMessage=rule.kind != "any",
        promptTitle=rule.prompt_title or None,
        prompt=rule.prompt or None,
        errorTitle=rule.error_title or None,
        error=rule.error or None,
        errorStyle=None if rule.style == "stop" else rule.style,
    )
