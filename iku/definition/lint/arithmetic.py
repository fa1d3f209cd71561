"""What a computed rumus divides by what, and what it takes the mean of."""

from collections.abc import Iterator
from dataclasses import dataclass

from iku.formula.tree import Binary, Call, Node, Number, children, names_in


@dataclass(frozen=True)
class Share:
    """One division of components; ``addends`` counts the components added up on top."""

    top: tuple[str, ...]
    bottom: tuple[str, ...]
    averaged: bool
    addends: int
    divided_by_addends: bool


def shares(tree: Node) -> tuple[Share, ...]:
    """Return the divisions of components by components in a formula, in reading order."""
    counted = {part.text for part in _numbers(tree)}
    return tuple(_share(node, averaged, counted) for node, averaged in _divisions(tree, mean=False))


def _divisions(node: Node, *, mean: bool) -> Iterator[tuple[Binary, bool]]:
    if isinstance(node, Binary) and node.operator == "/" and _has_names_on_both_sides(node):
        yield node, mean
        return
    mean = mean or (isinstance(node, Call) and node.function == "AVERAGE")
    for below in children(node):
        yield from _divisions(below, mean=mean)


def _has_names_on_both_sides(node: Binary) -> bool:
    return bool(names_in(node.left)) and bool(names_in(node.right))


def _share(node: Binary, averaged: bool, counted: set[str]) -> Share:  # noqa: FBT001  plain value
    top = names_in(node.left)
    addends = len(top) if _adds(node.left) else 1
    return Share(top, names_in(node.right), averaged, addends, str(addends) in counted)


def _adds(node: Node) -> bool:
    """Whether a numerator is a sum: with ``+`` or with SUM."""
    if isinstance(node, Call) and node.function == "SUM":
        return True
    if isinstance(node, Binary) and node.operator == "+":
        return True
    return any(_adds(below) for below in children(node))


def _numbers(node: Node) -> Iterator[Number]:
    if isinstance(node, Number):
        yield node
    for below in children(node):
        yield from _numbers(below)
