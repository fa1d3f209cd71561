"""Formulas compiled once, computed many times."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from iku.cells import Value
from iku.formula.compiler import Compiler
from iku.formula.functions import SPECIAL_FUNCTIONS, check_functions
from iku.formula.grid import Grid
from iku.formula.parser import parse
from iku.formula.tree import Cell, Node, Range, height, walk

# All formulas of several kinds of workbooks; a formula costs about two kilobytes.
REMEMBERED_FORMULAS = 32_768


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula ready to be computed.

    ``sheet`` is the one it stands on, ``sheets`` are those it reads, ``height`` is how many levels
    its tree ``node`` has.
    """

    text: str
    sheet: str
    node: Node
    run: Callable[[Grid], Value]
    sheets: frozenset[str]
    height: int

    def evaluate(self, grid: Grid) -> Value:
        """Return what a cell with this formula shows: a blank becomes 0, as in Excel.

        Errors of the sheet are values (`ErrorValue`), not exceptions.
        """
        value = self.run(grid)
        return 0.0 if value is None else value


@lru_cache(maxsize=REMEMBERED_FORMULAS)
def compile_formula(text: str, sheet: str = "") -> Compiled:
    """Compile the formula of a cell on ``sheet``, without its leading ``=``.

    Raise FormulaError for what cannot be read, for a function that is not in `ALLOWED_FUNCTIONS`
    or has a wrong number of arguments, for a name, for a range where one value is needed, and for
    ranges of different sizes that belong together: nothing that Excel might take another way is
    let through silently.
    """
    node = parse(text)
    check_functions(node)
    run = Compiler(sheet, SPECIAL_FUNCTIONS).scalar(node)
    references = (part for part in walk(node) if isinstance(part, Cell | Range))
    sheets = frozenset(part.sheet or sheet for part in references)
    return Compiled(text, sheet, node, run, sheets, height(node))
