"""A rumus with its figures in the places of components, as people write arithmetic."""

from collections.abc import Mapping
from fractions import Fraction

from iku.calculation.figure import Figure
from iku.checks.pointing import as_typed
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary

_SIGNS = {"*": " × ", "/": "/", "+": " + ", "-": " - "}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_WORDS = {"AVERAGE": "rata-rata", "SUM": "jumlah", "ROUND": "dibulatkan"}


def arithmetic_text(rumus: str, figures: Mapping[str, Figure]) -> str:
    """Return a rumus with numbers in it; what has no number shows the words of its state.

    >>> from iku.calculation.figure import counted
    >>> figures = {"a": counted(2555), "b": counted(2584), "c": counted(15)}
    >>> arithmetic_text("AVERAGE(a/b, c/b)*100", figures)
    'rata-rata(2.555/2.584; 15/2.584) × 100'
    >>> arithmetic_text("(a+c)/(b*2)", figures)
    '(2.555 + 15)/(2.584 × 2)'
    """
    return _written(parse(rumus), figures)


def _written(node: Node, figures: Mapping[str, Figure]) -> str:
    match node:
        case Number():
            return as_typed(Fraction(node.text))
        case Name():
            figure = figures[node.name]
            return as_typed(figure.number) if figure.counted else figure.state.value
        case Unary():
            return f"-{_inside(node.operand, figures, 3)}"
        case Binary():
            strength = _STRENGTH[node.operator]
            # What stands right of - or / needs brackets even where it binds as strongly.
            tighter = strength + (node.operator in "-/")
            left = _inside(node.left, figures, strength)
            return f"{left}{_SIGNS[node.operator]}{_inside(node.right, figures, tighter)}"
        case Call():
            arguments = "; ".join(_written(one, figures) for one in node.arguments)
            return f"{_WORDS.get(node.function, node.function)}({arguments})"
    message = f"not part of a rumus: {node!r}"
    raise TypeError(message)


def _inside(node: Node, figures: Mapping[str, Figure], least: int) -> str:
    text = _written(node, figures)
    loose = isinstance(node, Binary) and _STRENGTH[node.operator] < least
    return f"({text})" if loose else text
