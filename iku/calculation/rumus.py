"""The exact value of a rumus: the same text that becomes the live formula, over fractions."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from iku.calculation.figure import TIDAK_DAPAT, Figure, State, counted, half_up
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary, names_in


class NotComputableError(ArithmeticError):
    """The arithmetic has no result: a denominator is zero or a mean has nothing to average."""


parsed = cache(parse)


def rumus_value(rumus: str, figures: Mapping[str, Figure]) -> Figure:
    """Return the value of a rumus over figures that are numbers or Nihil (which counts as 0).

    An argument of AVERAGE whose components are all Nihil is left out (DESIGN section 3).
    """
    return node_value(parsed(rumus), figures)


def _value(node: Node, figures: Mapping[str, Figure]) -> Fraction:
    match node:
        case Number():
            return Fraction(node.text)
        case Name():
            return figures[node.name].value or Fraction(0)
        case Unary():
            operand = _value(node.operand, figures)
            return -operand
        case Binary():
            return _binary(node, figures)
        case Call():
            return _call(node, figures)
    message = f"not part of a rumus: {node!r}"
    raise TypeError(message)


def _binary(node: Binary, figures: Mapping[str, Figure]) -> Fraction:
    left, right = _value(node.left, figures), _value(node.right, figures)
    match node.operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            if right == 0:
                raise NotComputableError
            return left / right
    message = f"not an operator of a rumus: {node.operator}"
    raise TypeError(message)


def _call(node: Call, figures: Mapping[str, Figure]) -> Fraction:
    if node.function == "AVERAGE":
        kept = [part for part in node.arguments if not _nothing_occurred(part, figures)]
        if not kept:
            raise NotComputableError
        return sum((_value(part, figures) for part in kept), Fraction(0)) / len(kept)
    values = [_value(part, figures) for part in node.arguments]
    match node.function:
        case "SUM":
            return sum(values, Fraction(0))
        case "MIN":
            return min(values)
        case "MAX":
            return max(values)
        case "ROUND":
            return Fraction(half_up(values[0], int(values[1])))
    message = f"not a function of a rumus: {node.function}"
    raise TypeError(message)


def _nothing_occurred(node: Node, figures: Mapping[str, Figure]) -> bool:
    names = names_in(node)
    return bool(names) and all(figures[name].state is State.NIHIL for name in names)


def node_value(node: Node, figures: Mapping[str, Figure]) -> Figure:
    """Return the value of a part of a rumus, for those who show how the whole comes about."""
    try:
        return counted(_value(node, figures))
    except NotComputableError:
        return TIDAK_DAPAT
