"""The arguments of SUM and the like, as one list of the values that count.

What is read from a cell counts if it is a number; what is computed in place must be one. IF, CHOOSE
and INDEX answer with the cell itself where their answer is a cell.
"""

from collections.abc import Sequence

from iku.cells import ErrorValue, Value
from iku.formula.branching import branches
from iku.formula.coercion import number
from iku.formula.compiler import BlockReader, Compiler
from iku.formula.frame import Frame
from iku.formula.tree import Call, Cell, Node, Range


def gathered(compiler: Compiler, arguments: Sequence[Node]) -> BlockReader:
    """Compile the arguments to one reader of all their values."""
    readers = [_listed(compiler, argument) for argument in arguments]
    if len(readers) == 1:
        return readers[0]
    return lambda frame: [value for read in readers for value in read(frame)]


def _listed(compiler: Compiler, argument: Node) -> BlockReader:
    match argument:
        case Cell() | Range():
            return compiler.block(argument).read
        case Call("IF" | "CHOOSE"):
            return _listed_branch(compiler, argument)
        case Call("INDEX"):
            cell = compiler.scalar(argument)
            return lambda frame: [cell(frame)]
        case _:
            computed = compiler.scalar(argument)
            return lambda frame: [number(computed(frame))]


def _listed_branch(compiler: Compiler, argument: Call) -> BlockReader:
    pick, parts = branches(compiler, argument)
    choices = [_listed(compiler, part) for part in parts]

    def read(frame: Frame) -> Sequence[Value]:
        place = pick(frame)
        return [place] if isinstance(place, ErrorValue) else choices[place](frame)

    return read
