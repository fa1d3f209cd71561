"""Formulas compiled once, computed many times."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from iku.cells import Value
from iku.formula.compiler import Compiler
from iku.formula.frame import Frame
from iku.formula.functions import SPECIAL_FUNCTIONS, check_functions
from iku.formula.grid import Grid
from iku.formula.parser import LONGEST_TEXT, parse
from iku.formula.skeleton import WHOLE_NUMBER, Slot, skeleton
from iku.formula.tree import Cell, Node, Number, Range, Text, height, walk

# All formulas of several kinds of workbooks; a formula costs about half a kilobyte, a skeleton two.
REMEMBERED_FORMULAS = 32_768
REMEMBERED_SKELETONS = 4_096
_WHOLE = re.compile(WHOLE_NUMBER)


@dataclass(frozen=True, slots=True)
class Program:
    """What all formulas of one skeleton on one sheet do.

    ``slots`` are those of the formula from which it was made.
    """

    run: Callable[[Frame], Value]
    sheets: frozenset[str]
    height: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula ready to be computed.

    ``sheet`` is the one it stands on, ``sheets`` are those it reads, ``height`` is how many levels
    its tree has.
    """

    text: str
    sheet: str
    run: Callable[[Frame], Value]
    slots: tuple[Slot, ...]
    sheets: frozenset[str]
    height: int

    def evaluate(self, grid: Grid) -> Value:
        """Return what a cell with this formula shows: a blank becomes 0, as in Excel.

        Errors of the sheet are values (`ErrorValue`), not exceptions.
        """
        value = self.run(Frame(grid, self.slots))
        return 0.0 if value is None else value


@lru_cache(maxsize=REMEMBERED_FORMULAS)
def compile_formula(text: str, sheet: str = "") -> Compiled:
    """Compile the formula of a cell on ``sheet``, without its leading ``=``.

    Raise FormulaError for what cannot be read, for a function that is not in `ALLOWED_FUNCTIONS`
    or has a wrong number of arguments, for a name, for a range where one value is needed, and for
    ranges of different sizes that belong together: nothing that Excel might take another way is
    let through silently.
    """
    cut = skeleton(text) if len(text) <= LONGEST_TEXT else None
    known = None if cut is None else _programs.get((cut.text, sheet))
    if cut is not None and known is not None:
        return Compiled(text, sheet, known.run, cut.slots, known.sheets, known.height)
    program = _program(text, sheet)
    # Where a formula is cut otherwise than it is read, its skeleton says nothing about others.
    if cut is not None and cut.slots == program.slots and len(_programs) < REMEMBERED_SKELETONS:
        _programs[cut.text, sheet] = program
    return Compiled(text, sheet, program.run, program.slots, program.sheets, program.height)


_programs: dict[tuple[str, str], Program] = {}


def _program(text: str, sheet: str) -> Program:
    node = parse(text)
    check_functions(node)
    parts = parts_of(node)
    numbers = {part.position: number for number, part in enumerate(parts)}
    run = Compiler(sheet, SPECIAL_FUNCTIONS, numbers).scalar(node)
    sheets = frozenset(part.sheet or sheet for part in parts if isinstance(part, Cell | Range))
    return Program(run, sheets, height(node), tuple(map(_slot, parts)))


def parts_of(node: Node) -> list[Node]:
    """Return what can differ between formulas of one skeleton, in the order of its slots."""
    return sorted(filter(_is_slot, walk(node)), key=lambda part: part.position)


def _is_slot(part: Node) -> bool:
    """Whether a part can differ between formulas of one skeleton."""
    if isinstance(part, Number):
        return _WHOLE.fullmatch(part.text) is not None
    return isinstance(part, Cell | Range | Text)


def _slot(part: Node) -> Slot:
    match part:
        case Cell():
            return part.row, part.column
        case Range():
            rows, columns = range(part.top, part.bottom + 1), range(part.left, part.right + 1)
            return rows, columns
        case Text(value):
            return value
        case Number(text):
            return float(text)
    message = f"not a slot: {part!r}"
    raise TypeError(message)
