"""The exact value of a rumus: the same text that becomes the live formula, over fractions.

On the way a value is a pair of whole numbers, divided out only at the end: each fraction in lowest
terms would cost more than all the arithmetic.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import TypeAlias

from iku.calculation.figure import TIDAK_DAPAT, Figure, State, counted, half_up, total
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary, names_in

Ratio: TypeAlias = tuple[int, int]  # the second one above 0


class NotComputableError(ArithmeticError):
    """The arithmetic has no result: a denominator is zero or a mean has nothing to average."""


parsed = cache(parse)


def rumus_value(rumus: str, figures: Mapping[str, Figure]) -> Figure:
    """Return the value of a rumus over figures that are numbers or Nihil (which counts as 0).

    An argument of AVERAGE whose components are all Nihil is left out.
    """
    return node_value(parsed(rumus), figures)


def _value(node: Node, figures: Mapping[str, Figure]) -> Ratio:
    match node:
        case Binary():
            return _binary(node, figures)
        case Name():
            value = figures[node.name].value
            return (0, 1) if value is None else value.as_integer_ratio()
        case Number():
            return _constant(node.text)
        case Unary():
            above, below = _value(node.operand, figures)
            return -above, below
        case Call():
            return _call(node, figures)
    message = f"not part of a rumus: {node!r}"
    raise TypeError(message)


@cache
def _constant(text: str) -> Ratio:
    return Fraction(text).as_integer_ratio()


def _binary(node: Binary, figures: Mapping[str, Figure]) -> Ratio:
    above, below = _value(node.left, figures)
    other, part = _value(node.right, figures)
    match node.operator:
        case "+":
            return above * part + other * below, below * part
        case "-":
            return above * part - other * below, below * part
        case "*":
            return above * other, below * part
        case "/":
            if other == 0:
                raise NotComputableError
            return (above * part, below * other) if other > 0 else (-above * part, -below * other)
    message = f"not an operator of a rumus: {node.operator}"
    raise TypeError(message)


def _call(node: Call, figures: Mapping[str, Figure]) -> Ratio:
    if node.function == "AVERAGE":
        kept = [part for part in node.arguments if not _nothing_occurred(part, figures)]
        if not kept:
            raise NotComputableError
        return (total(_exact(kept, figures)) / len(kept)).as_integer_ratio()
    values = _exact(node.arguments, figures)
    match node.function:
        case "SUM":
            return total(values).as_integer_ratio()
        case "MIN":
            return min(values).as_integer_ratio()
        case "MAX":
            return max(values).as_integer_ratio()
        case "ROUND":
            return half_up(values[0], int(values[1])).as_integer_ratio()
    message = f"not a function of a rumus: {node.function}"
    raise TypeError(message)


def _exact(parts: Iterable[Node], figures: Mapping[str, Figure]) -> list[Fraction]:
    return [Fraction(*_value(part, figures)) for part in parts]


def _nothing_occurred(node: Node, figures: Mapping[str, Figure]) -> bool:
    names = names_in(node)
    return bool(names) and all(figures[name].state is State.NIHIL for name in names)


def node_value(node: Node, figures: Mapping[str, Figure]) -> Figure:
    """Return the value of a part of a rumus, for those who show how the whole comes about."""
    try:
        return counted(Fraction(*_value(node, figures)))
    except NotComputableError:
        return TIDAK_DAPAT
