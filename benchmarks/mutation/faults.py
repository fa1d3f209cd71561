"""What small faults a piece of syntax can hold: each kind one function from a node to others."""

import ast
import builtins
from collections.abc import Callable, Iterator
from copy import deepcopy

Fault = tuple[str, ast.AST]  # its kind, and what stands there instead
BOUNDARY: dict[type, type] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
OPPOSITE: dict[type, type] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


def faults(node: ast.AST) -> Iterator[Fault]:
    """Yield what could stand in the place of a node."""
    for kind, make in KINDS.items():
        for other in make(node):
            yield kind, ast.fix_missing_locations(ast.copy_location(other, node))


def _compared(node: ast.AST, table: dict[type, type]) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for place, one in enumerate(node.ops):
            if type(one) in table:
                other = deepcopy(node)
                other.ops[place] = table[type(one)]()
                yield other


def _boundary(node: ast.AST) -> Iterator[ast.AST]:
    yield from _compared(node, BOUNDARY)


def _opposite(node: ast.AST) -> Iterator[ast.AST]:
    yield from _compared(node, OPPOSITE)


def _arithmetic(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC and not _of_text(node):
        other = deepcopy(node)
        other.op = ARITHMETIC[type(node.op)]()
        if not _of_types(node):
            yield other
    if isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC and not _text(node.value):
        added = deepcopy(node)
        added.op = ARITHMETIC[type(node.op)]()
        yield added


def _of_text(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and any(map(_text, (node.left, node.right)))


def _of_types(node: ast.BinOp) -> bool:
    """Tell `int | None`: changed, it fails on import and tells nothing of the tests."""
    parts = (node.left, node.right)
    names = [part.id for part in parts if isinstance(part, ast.Name)]
    nothing = any(isinstance(part, ast.Constant) and part.value is None for part in parts)
    return nothing or any(hasattr(builtins, name) or name[0].isupper() for name in names)


def _text(node: ast.AST) -> bool:
    written = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return written or isinstance(node, ast.JoinedStr) or _of_text(node)


def _logic(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BoolOp):
        other = deepcopy(node)
        other.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield other
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _condition(node: ast.AST) -> Iterator[ast.AST]:
    """Turn a condition round; a single comparison is turned round as one already."""
    if isinstance(node, ast.If | ast.IfExp) and not _single(node.test):
        other = deepcopy(node)
        other.test = ast.UnaryOp(ast.Not(), other.test)
        yield other


def _filter(node: ast.AST) -> Iterator[ast.AST]:
    """Take everything, where a comprehension chooses."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp):
        for place, part in enumerate(node.generators):
            if part.ifs:
                other = deepcopy(node)
                other.generators[place].ifs = []
                yield other


def _single(node: ast.AST) -> bool:
    return (isinstance(node, ast.Compare) and len(node.ops) == 1) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _number(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int | float):
            yield ast.Constant(node.value + 1)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """Change a text where it is compared or looked up; elsewhere it is a message."""
    places: list[ast.expr] = []
    if isinstance(node, ast.Compare):
        for part in (node.left, *node.comparators):
            places += part.elts if isinstance(part, ast.Tuple | ast.Set | ast.List) else [part]
    elif isinstance(node, ast.Subscript):
        places = [node.slice]
    elif isinstance(node, ast.MatchValue):
        places = [node.value]
    for place in places:
        if isinstance(place, ast.Constant) and isinstance(place.value, str) and place.value:
            other = deepcopy(node)
            for found in ast.walk(other):
                if isinstance(found, ast.Constant) and found.value == place.value:
                    found.value = f"{place.value}\N{SECTION SIGN}"
            yield other


def _call(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        other = deepcopy(node)
        other.func = ast.Name(CALLS[node.func.id], ast.Load())
        yield other


def _returned(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Return) and node.value and not _plain(node.value):
        yield ast.Return(ast.Constant(None))


def _plain(node: ast.expr) -> bool:
    """Tell what other kinds change, or what is nothing already."""
    return isinstance(node, ast.Constant | ast.Compare) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _deleted(node: ast.AST) -> Iterator[ast.AST]:
    called = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.YieldFrom)
    if called or isinstance(
        node, ast.AugAssign | ast.Raise | ast.Continue | ast.Break | ast.Delete
    ):
        yield ast.Pass()


KINDS: dict[str, Callable[[ast.AST], Iterator[ast.AST]]] = {
    "boundary": _boundary,
    "opposite": _opposite,
    "arithmetic": _arithmetic,
    "logic": _logic,
    "condition": _condition,
    "filter": _filter,
    "number": _number,
    "code": _code,
    "call": _call,
    "returned": _returned,
    "deleted": _deleted,
}
