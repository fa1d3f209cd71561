"""The tree of a formula: plain frozen values that others walk, render and evaluate."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

UnaryOperator: TypeAlias = Literal["-"]
BinaryOperator: TypeAlias = Literal["+", "-", "*", "/", "^", "&", "=", "<>", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True)
class _Placed:
    """What every node has: where its text begins, which plays no part in equality."""

    position: int = field(default=0, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Number(_Placed):
    """A number as it is written, such as ``2.50``, so that it can be read exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Text(_Placed):
    """A text without its quotation marks."""

    value: str


@dataclass(frozen=True, slots=True)
class Boolean(_Placed):
    """TRUE or FALSE."""

    value: bool


@dataclass(frozen=True, slots=True)
class Name(_Placed):
    """A word that is neither a function nor a cell: in a definition, the code of a component."""

    name: str


@dataclass(frozen=True, slots=True)
class Cell(_Placed):
    """One cell, 1-based; ``sheet`` None means the formula's own sheet."""

    sheet: str | None
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Range(_Placed):
    """A rectangle of cells, both corners included; ``sheet`` None means the own sheet."""

    sheet: str | None
    top: int
    left: int
    bottom: int
    right: int

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns it has."""
        return self.bottom - self.top + 1, self.right - self.left + 1


@dataclass(frozen=True, slots=True)
class Unary(_Placed):
    """A sign before its operand."""

    operator: UnaryOperator
    operand: "Node"


@dataclass(frozen=True, slots=True)
class Binary(_Placed):
    """An operator between two operands; ``position`` is that of the operator."""

    operator: BinaryOperator
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call(_Placed):
    """A function, its name in capitals, and its arguments."""

    function: str
    arguments: tuple["Node", ...]


Node: TypeAlias = Number | Text | Boolean | Name | Cell | Range | Unary | Binary | Call


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly below a node, in reading order."""
    if isinstance(node, Call):
        return node.arguments
    if isinstance(node, Binary):
        return (node.left, node.right)
    return (node.operand,) if isinstance(node, Unary) else ()


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and everything below it, in reading order of their first characters."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(children(current)))


def names_in(node: Node) -> tuple[str, ...]:
    """Return the names of a formula, each once, in order of first appearance."""
    return tuple(dict.fromkeys(part.name for part in walk(node) if isinstance(part, Name)))


def functions_in(node: Node) -> tuple[str, ...]:
    """Return the functions of a formula, each once, in order of first appearance."""
    return tuple(dict.fromkeys(part.function for part in walk(node) if isinstance(part, Call)))


def height(node: Node) -> int:
    """Return how many levels the tree has; a single number has one."""
    levels = 0
    level: tuple[Node, ...] = (node,)
    while level:
        levels += 1
        level = tuple(below for part in level for below in children(part))
    return levels
