"""A small engine for Excel formulas: reading, walking and computing them without Excel.

It knows the functions that our templates use and no others; what it does not know it refuses.

>>> names_in(parse("AVERAGE(tepat/masuk, selesai/masuk)*100"))
('tepat', 'masuk', 'selesai')
>>> book = Recalculation({("Isian", 1, 1): 2555.0, ("Isian", 2, 1): 2584.0},
...                      {("Capaian", 1, 1): "ROUND(Isian!A1/Isian!A2*100,2)"})
>>> book.value("Capaian", 1, 1)
98.88
"""

from iku.formula.error import CircularReferenceError, FormulaError
from iku.formula.evaluate import Compiled, compile_formula
from iku.formula.functions import ALLOWED_FUNCTIONS, check_functions
from iku.formula.grid import Grid
from iku.formula.parser import parse
from iku.formula.recalculation import Place, Recalculation
from iku.formula.rounding import fixed_text, round_half_up
from iku.formula.tree import (
    Binary,
    Boolean,
    Call,
    Cell,
    Name,
    Node,
    Number,
    Range,
    Text,
    Unary,
    children,
    functions_in,
    height,
    names_in,
    walk,
)

__all__ = [
    "ALLOWED_FUNCTIONS",
    "Binary",
    "Boolean",
    "Call",
    "Cell",
    "CircularReferenceError",
    "Compiled",
    "FormulaError",
    "Grid",
    "Name",
    "Node",
    "Number",
    "Place",
    "Range",
    "Recalculation",
    "Text",
    "Unary",
    "check_functions",
    "children",
    "compile_formula",
    "fixed_text",
    "functions_in",
    "height",
    "names_in",
    "parse",
    "round_half_up",
    "walk",
]
