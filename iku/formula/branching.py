"""IF, CHOOSE and IFERROR, which compute only the argument that they answer with."""

from collections.abc import Callable
from typing import TypeAlias

from iku.cells import ErrorValue, Value
from iku.formula.coercion import NOT_A_VALUE, condition, whole
from iku.formula.compiler import Compiler, Evaluator
from iku.formula.frame import Frame
from iku.formula.tree import Boolean, Call, Node

Picker: TypeAlias = Callable[[Frame], int | ErrorValue]


def branches(compiler: Compiler, node: Call) -> tuple[Picker, tuple[Node, ...]]:
    """Return what picks a branch of an IF or CHOOSE by its place from 0, and the branches."""
    first, *rest = node.arguments
    if node.function == "IF":
        return _if_picker(compiler.scalar(first)), (*rest, Boolean(value=False))[:2]
    return _choose_picker(compiler.scalar(first), len(rest)), tuple(rest)


def branching(compiler: Compiler, node: Call) -> Evaluator:
    """Compile an IF or CHOOSE."""
    pick, parts = branches(compiler, node)
    choices = [compiler.scalar(part) for part in parts]

    def run(frame: Frame) -> Value:
        place = pick(frame)
        return place if isinstance(place, ErrorValue) else choices[place](frame)

    return run


def if_error(compiler: Compiler, node: Call) -> Evaluator:
    """Compile an IFERROR."""
    attempt, instead = map(compiler.scalar, node.arguments)

    def run(frame: Frame) -> Value:
        value = attempt(frame)
        return instead(frame) if isinstance(value, ErrorValue) else value

    return run


def _if_picker(test: Evaluator) -> Picker:
    def pick(frame: Frame) -> int | ErrorValue:
        decided = condition(test(frame))
        if isinstance(decided, ErrorValue):
            return decided
        return 0 if decided else 1

    return pick


def _choose_picker(which: Evaluator, choices: int) -> Picker:
    def pick(frame: Frame) -> int | ErrorValue:
        place = whole(which(frame))
        if isinstance(place, ErrorValue):
            return place
        return place - 1 if 1 <= place <= choices else NOT_A_VALUE

    return pick
