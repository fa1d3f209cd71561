"""From the tree of a formula to a Python closure that computes it from a frame.

The closure knows the formula's skeleton; which cells and texts it works with, the frame says.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from iku.cells import Value
from iku.formula.error import FormulaError
from iku.formula.frame import Frame
from iku.formula.grid import BlockValues
from iku.formula.operators import OPERATIONS, Operation, negate
from iku.formula.scalar_functions import SCALAR_FUNCTIONS
from iku.formula.tree import Binary, Boolean, Call, Cell, Name, Node, Number, Range, Text, Unary

Evaluator: TypeAlias = Callable[[Frame], Value]
BlockReader: TypeAlias = Callable[[Frame], Sequence[Value]]
Shape: TypeAlias = tuple[int, int]

# Our ranges are bounded; a range of more cells than this is a slip that would take minutes.
LARGEST_RANGE = 100_000


@dataclass(frozen=True, slots=True)
class Block:
    """The values of a range, or computed from ranges of one shape, row after row."""

    shape: Shape
    read: BlockReader


@dataclass(frozen=True, slots=True)
class SpecialFunction:
    """A function that takes ranges, or decides which argument to compute; how many it takes."""

    build: Callable[["Compiler", Call], Evaluator]
    fewest: int
    most: int


class Compiler:
    """Compiles the parts of one formula whose functions are known and rightly called.

    ``sheet`` is where references without a sheet lie; it may be empty if there are none.
    """

    def __init__(
        self, sheet: str, functions: Mapping[str, SpecialFunction], slots: Mapping[int, int]
    ) -> None:
        """Take what is the same for all parts; ``slots`` number what the frame holds, by place."""
        self._sheet = sheet
        self._functions = functions
        self._slots = slots

    def scalar(self, node: Node) -> Evaluator:
        """Return the closure of a part that has one value."""
        match node:
            case Text() | Number() if node.position in self._slots:
                return _given(self.slot(node))
            case Number():
                return _constant(_finite(node))
            case Text(value) | Boolean(value):
                return _constant(value)
            case Cell():
                return _reader(self.home(node), self.slot(node))
            case Unary(_, operand):
                return _negated(self.scalar(operand))
            case Binary():
                return self._chain(node)
            case Call():
                return self._call(node)
            case Name(name):
                message = f"nama {name!r} tidak dikenal"
                raise FormulaError(message, node.position)
            case Range():
                raise FormulaError("satu nilai diharapkan, bukan rentang", node.position)

    def block(self, node: Node) -> Block:
        """Return the values of an argument that must be a range."""
        shape = self._range(node).shape
        return Block(shape, self.values(node))

    def values(self, node: Node) -> Callable[[Frame], BlockValues]:
        """Return the reader of an argument that must be a range."""
        home, slot = self.home(self._range(node)), self.slot(node)
        return lambda frame: frame.grid.block(home, *frame.area(slot))

    def slot(self, node: Node) -> int:
        """Return the number under which the frame holds a cell, a range or a text."""
        return self._slots[node.position]

    @staticmethod
    def _range(node: Node) -> Range:
        if isinstance(node, Cell):
            node = Range(node.sheet, node.row, node.column, node.row, node.column)
        if not isinstance(node, Range):
            raise FormulaError("rentang sel diharapkan di sini", node.position)
        if node.shape[0] * node.shape[1] > LARGEST_RANGE:
            raise FormulaError("rentang ini terlalu besar", node.position)
        return node

    def lifted(self, node: Node) -> Block | None:
        """Return a part computed cell by cell, as inside SUMPRODUCT; None if it has one value."""
        match node:
            case Range():
                return self.block(node)
            case Unary(_, operand):
                return self._each(negate, (operand,))
            case Binary(operator, left, right):
                return self._each(OPERATIONS[operator], (left, right))
            case Call(function, arguments) if function in SCALAR_FUNCTIONS:
                return self._each(SCALAR_FUNCTIONS[function].run, arguments)
            case _:
                return None

    def home(self, node: Cell | Range) -> str:
        """Return the sheet that a reference lies on."""
        home = self._sheet if node.sheet is None else node.sheet
        if not home:
            raise FormulaError("nama sheet diperlukan pada alamat ini", node.position)
        return home

    def _chain(self, node: Binary) -> Evaluator:
        """Compile ``a+b+c`` and the like as one closure, so that long ones are not deep."""
        steps: list[tuple[Operation, Evaluator]] = []
        first: Node = node
        while isinstance(first, Binary):
            steps.append((OPERATIONS[first.operator], self.scalar(first.right)))
            first = first.left
        steps.reverse()
        start = self.scalar(first)
        if len(steps) == 1:
            return _applied(start, *steps[0])

        def run(frame: Frame) -> Value:
            result = start(frame)
            for operate, operand in steps:
                result = operate(result, operand(frame))
            return result

        return run

    def _call(self, node: Call) -> Evaluator:
        special = self._functions.get(node.function)
        if special is not None:
            return special.build(self, node)
        function = SCALAR_FUNCTIONS[node.function].run
        return _called(function, tuple(map(self.scalar, node.arguments)))

    def _each(self, operate: Callable[..., Value], parts: tuple[Node, ...]) -> Block | None:
        """Lift an operation over its operands: ranges of one shape, and single values."""
        blocks = [self.lifted(part) for part in parts]
        shape = one_shape(parts, blocks)
        if shape is None:
            return None
        size = shape[0] * shape[1]
        readers = [
            block.read if block else _repeated(self.scalar(part), size)
            for part, block in zip(parts, blocks, strict=True)
        ]
        return Block(shape, lambda frame: [*map(operate, *(read(frame) for read in readers))])


def one_shape(parts: Sequence[Node], blocks: Sequence[Block | None]) -> Shape | None:
    """Return the shape that all ranges among the parts share; None where there is no range."""
    shape = None
    for part, block in zip(parts, blocks, strict=True):
        if block is not None and shape not in {None, block.shape}:
            raise FormulaError("ukuran rentang ini berbeda dari yang lain", part.position)
        shape = block.shape if block is not None else shape
    return shape


def _constant(value: Value) -> Evaluator:
    return lambda _frame: value


def _finite(node: Number) -> float:
    value = float(node.text)
    if not math.isfinite(value):
        raise FormulaError("angka ini terlalu besar", node.position)
    return value


def _given(slot: int) -> Evaluator:
    return lambda frame: frame.constant(slot)


def _reader(sheet: str, slot: int) -> Evaluator:
    return lambda frame: frame.grid.value(sheet, *frame.slots[slot])


def _negated(operand: Evaluator) -> Evaluator:
    return lambda frame: negate(operand(frame))


def _applied(left: Evaluator, operate: Operation, right: Evaluator) -> Evaluator:
    return lambda frame: operate(left(frame), right(frame))


def _called(function: Callable[..., Value], arguments: tuple[Evaluator, ...]) -> Evaluator:
    if len(arguments) == 1:
        only = arguments[0]
        return lambda frame: function(only(frame))
    return lambda frame: function(*[argument(frame) for argument in arguments])


def _repeated(single: Evaluator, size: int) -> BlockReader:
    return lambda frame: [single(frame)] * size
