"""A lint of workbooks: which formulas use what not every spreadsheet computes alike."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iku.blueprint import Access, Blueprint, BlueprintCell, BlueprintSheet
from iku.formula import (
    Call,
    Cell,
    FormulaError,
    Name,
    Node,
    Range,
    check_functions,
    children,
    parse,
    walk,
)

Place = tuple[str, int, int]
ALLOWED = Path(__file__).with_name("allowed.yaml")
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_RANGE = re.compile(r"\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)")
_FUNCTION = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\(")


@cache
def rules() -> Mapping[str, Any]:
    """The rules as data, each with its reason."""
    return dict(yaml.safe_load(ALLOWED.read_text(encoding="utf-8")))


def allowed_functions() -> frozenset[str]:
    """Every function that a formula may call."""
    return frozenset(name for names in rules()["functions"].values() for name in names)


def written_badly(formula: str) -> Iterator[str]:
    """Say what is wrong with the text of one formula, wherever it stands."""
    code = _TEXT.sub('""', formula)
    yield from (f"{name} is not allowed" for name in _FUNCTION.findall(code) if _unknown(name))
    yield from (rule["reason"] for rule in rules()["forbidden"] if re.search(rule["pattern"], code))
    if len(formula) > rules()["longest"]:
        yield f"{len(formula)} characters"
    yield from (f"the range {range_[0]} runs backwards" for range_ in _backwards(code))
    try:
        tree = parse(formula)
        check_functions(tree)
    except FormulaError as error:
        yield str(error)
        return
    if _nesting(tree) > rules()["deepest"]:
        yield f"functions {_nesting(tree)} deep"
    yield from (f"the name {part.name}" for part in walk(tree) if isinstance(part, Name))


def all_formulas(blueprint: Blueprint) -> Iterator[tuple[str, str]]:
    """Yield where each formula stands and its text: cells, conditional formats, validations."""
    for sheet in blueprint.sheets:
        for cell in sheet.cells:
            if cell.formula is not None:
                yield f"{sheet.name}!{cell.a1}", cell.formula
            yield from ((f"{sheet.name}!{cell.a1}", text) for text in _of_validation(cell))
        for rule in sheet.conditional_formats:
            yield f"{sheet.name}!{rule.ranges}", rule.formula


def cut_or_circular(blueprint: Blueprint) -> Iterator[str]:
    """Say which formula of a protected sheet a cut could rewrite, or holds its own cell.

    A cut rewrites a reference to the cell that moves, and a range of which it moves an end: both
    must be locked.
    """
    open_cells = {
        (sheet.name, cell.row, cell.column)
        for sheet in blueprint.sheets
        for cell in sheet.cells
        if sheet.protected and cell.access is not Access.LOCKED
    }
    names = {sheet.name for sheet in blueprint.sheets}
    for sheet in blueprint.sheets:
        for cell in sheet.cells:
            if cell.formula is not None:
                for fault in _pointing(sheet, cell, open_cells, names):
                    yield f"{sheet.name}!{cell.a1}: {fault}"


def _pointing(
    sheet: BlueprintSheet, cell: BlueprintCell, open_cells: set[Place], names: set[str]
) -> Iterator[str]:
    for part in walk(parse(cell.formula or "")):
        if not isinstance(part, Cell | Range):
            continue
        home = part.sheet or sheet.name
        if home not in names:
            yield f"{home} is no sheet"
        yield from (f"{end} is open" for end in _ends(part, home) if end in open_cells)
        if isinstance(part, Range) and home == sheet.name and _holds(part, cell):
            yield f"{part} holds the formula itself"


def _ends(part: Cell | Range, home: str) -> tuple[Place, ...]:
    if isinstance(part, Cell):
        return ((home, part.row, part.column),)
    return (home, part.top, part.left), (home, part.bottom, part.right)


def _holds(part: Range, cell: BlueprintCell) -> bool:
    return part.top <= cell.row <= part.bottom and part.left <= cell.column <= part.right


def _of_validation(cell: BlueprintCell) -> Iterator[str]:
    rule = cell.validation
    if rule is not None and rule.kind != "list":
        yield from (text for text in (rule.formula1, rule.formula2) if text is not None)


def _backwards(code: str) -> Iterator[re.Match[str]]:
    """Ranges whose last row stands above their first: nobody meant those."""
    return (found for found in _RANGE.finditer(code) if int(found[1]) > int(found[2]))


def _unknown(name: str) -> bool:
    return name not in allowed_functions()


def _nesting(tree: Node) -> int:
    """How many functions stand inside one another at most."""
    deepest, waiting = 0, [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        depth += isinstance(node, Call)
        deepest = max(deepest, depth)
        waiting.extend((below, depth) for below in children(node))
    return deepest
