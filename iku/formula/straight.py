"""A formula as the text of a Python function that computes it for many cells in one go.

The closures of `iku.formula.compiler` call one another some hundred times for a cell; here the same
tree becomes plain statements. Only what forms are full of is spelt out: a formula with any other
part stays with its closures, which say what everything means.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from iku.formula.scalar_functions import SCALAR_FUNCTIONS
from iku.formula.spelling import (
    ASKED,
    BLANK,
    ERROR,
    FULL,
    JOINED,
    NUMBER,
    OPERATIONS,
    REDUCED,
    SIGNS,
    TEXT,
    TRUTH,
    Kinds,
    Term,
    compared,
    is_test,
)
from iku.formula.tree import Binary, Boolean, Call, Cell, Node, Number, Range, Text, Unary

Test: TypeAlias = tuple[list[str], str]  # variables that may be errors, then the condition

_DEEPEST = 80  # levels of indentation; Python reads a hundred


class NotStraightError(Exception):
    """A formula with a part that is not spelt out here."""


class Argument(NamedTuple):
    """What a function is given for each cell, made of slots of its formula.

    ``kind``: the ``value`` of a text or number, a text ``folded`` or as it is ``wanted`` by COUNTIF,
    the address of a ``cell``, the addresses of a ``range``, the one at a ``place`` of a range.
    """

    kind: str
    slots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Straight:
    """The text of a function ``run`` of getters by sheet and rows of arguments, and what these are."""

    text: str
    sheets: tuple[str, ...]
    arguments: tuple[Argument, ...]


def straight(node: Node, sheet: str, slots: Mapping[int, int]) -> Straight:
    """Write a formula on a sheet; ``slots`` number what differs between formulas, by place.

    Raise NotStraightError where one of its parts is not spelt out here. No text of the formula gets
    into the function: texts and addresses are arguments, and names are made up.
    """
    writer = _Writer(sheet, slots)
    with writer.block():
        if "blank" in writer.write(node, "result"):
            writer.line("if result is None:")
            writer.line(" result = 0.0")
        writer.line("keep(result)")
    getters = "".join(f"{name}, " for name in writer.sheets.values())
    head = ["def run(getters, rows):", f" {getters}= getters" if getters else " del getters"]
    given = "".join(f"{name}, " for name in writer.arguments.values()) or "_"
    head += [" results = []", " keep = results.append", f" for {given} in rows:"]
    text = "\n".join([*head, *writer.lines, " return results", ""])
    return Straight(text, tuple(writer.sheets), tuple(writer.arguments))


class _Writer:
    """Writes statements; what was worked out before and still stands is not worked out again."""

    def __init__(self, sheet: str, slots: Mapping[int, int]) -> None:
        self.lines: list[str] = []
        self.sheets: dict[str, str] = {}
        self.arguments: dict[Argument, str] = {}
        self._sheet = sheet
        self._slots = slots
        self._known: dict[str, Term] = {}
        self._depth = 1
        self._variables = 0

    def line(self, text: str) -> None:
        self.lines.append(" " * self._depth + text)

    @contextmanager
    def block(self) -> Iterator[None]:
        """Write what is done, and so known, only in some cases."""
        known, self._known = self._known, dict(self._known)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotStraightError
        yield
        self._depth -= 1
        self._known = known

    def write(self, node: Node, target: str) -> Kinds:
        """Leave the value of a part in a variable."""
        match node:
            case Call("IF", (test, *branches)):
                errors, condition = self._test(test)
                yes, no = (*branches, Boolean(value=False))[:2]
                return self._branched(errors, [(condition, yes)], no, target)
            case Call("CHOOSE", (which, *choices)):
                place = self._new(f"whole({self._term(which).code})", NUMBER | ERROR).code
                cases = [(f"{place} == {n}", choice) for n, choice in enumerate(choices, 1)]
                return self._branched([place], cases, "NOT_A_VALUE", target)
            case Call("IFERROR", (attempt, instead)):
                kinds = self.write(attempt, target)
                self.line(f"if type({target}) is ErrorValue:")
                with self.block():
                    return (kinds - ERROR) | self.write(instead, target)
        term = self._term(node)
        self.line(f"{target} = {term.code}")
        return term.kinds

    def _branched(
        self, errors: list[str], cases: list[tuple[str, Node]], other: Node | str, target: str
    ) -> Kinds:
        """Answer with the first error, else with the case that holds, or the other one."""
        kinds = ERROR if errors else frozenset()
        written: list[tuple[str, Node | str]] = [
            *((f"if type({error}) is ErrorValue:", error) for error in dict.fromkeys(errors)),
            *((f"if {condition}:", case) for condition, case in cases),
            ("se:", other),
        ]
        for n, (opening, answer) in enumerate(written):
            self.line(opening if n == 0 else f"el{opening}")
            with self.block():
                if isinstance(answer, str):
                    self.line(f"{target} = {answer}")
                else:
                    kinds |= self.write(answer, target)
        return kinds | (ERROR if isinstance(other, str) else frozenset())

    def _term(self, node: Node) -> Term:
        """Return a part that stands in a variable or is a constant."""
        match node:
            case Number():
                return self._number(node)
            case Text():
                return Term(self._argument("value", node), TEXT)
            case Boolean(value):
                return Term(repr(value), TRUTH)
            case Cell():
                return self._read(node, self._argument("cell", node))
            case Unary(_, operand):
                return self._new(f"negate({self._term(operand).code})", NUMBER | ERROR)
            case Binary(sign, left, right) if sign in OPERATIONS:
                operands = f"{self._term(left).code}, {self._term(right).code}"
                kinds = (TEXT if sign == "&" else NUMBER) | ERROR
                return self._new(f"{OPERATIONS[sign]}({operands})", kinds)
            case Call("IF" | "IFERROR" | "CHOOSE"):
                target = self._variable()
                return Term(target, self.write(node, target))
            case Call():
                return self._truth(node) if is_test(node) else self._call(node)
            case Binary():
                return self._truth(node)
        raise NotStraightError

    def _number(self, node: Number) -> Term:
        if node.position in self._slots:
            return Term(self._argument("value", node), NUMBER, small=True)
        return Term(repr(float(node.text)), NUMBER, small=node.text == "0")

    def _call(self, node: Call) -> Term:
        match node:
            case Call("INDEX", (Range() as source, Number() as place)) if (
                place.position in self._slots
            ):
                return self._read(source, self._argument("place", source, place))
            case Call("INDEX", (Range() as source, place)):
                return self._indexed(source, self._term(place))
            case Call("COUNTIF", (Range() as source, Text() as wanted)):
                return self._counted(source, wanted)
            case Call("COUNTIF", (Range() as source, Number() as wanted)):
                tests = f"criterion({self._number(wanted).code}), {self._values(source)}"
                return self._new(f"float(sum(map({tests})))", NUMBER, small=True)
            case Call(function, arguments) if function in REDUCED:
                values = ", ".join(map(self._listed, arguments))
                kinds = REDUCED[function][1]
                return self._new(f"of_{function}([{values}])", kinds, small="error" not in kinds)
            case Call(function, arguments) if function in SCALAR_FUNCTIONS:
                values = ", ".join(self._term(argument).code for argument in arguments)
                return self._new(f"of_{function}({values})", FULL)
        raise NotStraightError

    def _indexed(self, source: Range, place: Term) -> Term:
        """Read the cell of a row or column whose place is computed."""
        cells, target = self._argument("range", source), self._variable()
        found = self._new(f"whole({place.code})", NUMBER | ERROR).code
        self.line(f"if type({found}) is ErrorValue: {target} = {found}")
        self.line(f"elif {found} < 1: {target} = NOT_A_VALUE")
        self.line(f"elif {found} > len({cells}): {target} = NO_REFERENCE")
        self.line(f"else: {target} = {self._getter(source)}({cells}[{found} - 1])")
        return Term(target, FULL | BLANK)

    def _counted(self, source: Range, wanted: Text) -> Term:
        cells, read = self._argument("range", source), self._getter(source)
        texts = f"[v.casefold() for cell in {cells} if type(v := {read}(cell)) is str]"
        found = self._new(texts, frozenset())
        counted = f"float({found.code}.count({self._argument('wanted', wanted)}))"
        return self._new(counted, NUMBER, small=True)

    def _values(self, source: Range) -> str:
        return f"map({self._getter(source)}, {self._argument('range', source)})"

    def _listed(self, argument: Node) -> str:
        """Return an argument of SUM and the like: what is read counts as it is (`iku.formula.listing`)."""
        match argument:
            case Range():
                return f"*{self._values(argument)}"
            case Cell() | Call("INDEX"):
                return self._term(argument).code
            case Call("IF" | "CHOOSE"):
                raise NotStraightError
        term = self._term(argument)
        return term.code if term.kinds <= NUMBER | ERROR else f"number({term.code})"

    def _truth(self, node: Node) -> Term:
        errors, condition = self._test(node)
        if not errors:
            return self._new(condition, TRUTH)
        target, found = self._variable(), list(dict.fromkeys(errors))
        for n, error in enumerate(found):
            self.line(f"{'el' if n else ''}if type({error}) is ErrorValue: {target} = {error}")
        self.line(f"else: {target} = {condition}")
        return Term(target, TRUTH | ERROR)

    def _test(self, node: Node) -> Test:
        """Return a condition, and what must be no error for it to be asked."""
        match node:
            case Binary(sign, left, right) if sign in SIGNS:
                terms = self._term(left), self._term(right)
                errors = [term.code for term in terms if "error" in term.kinds]
                folded = self._argument("folded", right) if isinstance(right, Text) else None
                return errors, f"({compared(sign, *terms, folded)})"
            case Call(function, (asked,)) if function in ASKED:
                return [], f"({ASKED[function].format(self._term(asked).code)})"
            case Call("AND" | "OR", arguments) if is_test(node):
                tests = [self._test(argument) for argument in arguments]
                errors = [error for errors, _ in tests for error in errors]
                return errors, f"({JOINED[node.function].join(test for _, test in tests)})"
        term = self._term(node)
        if term.kinds == TRUTH:
            return [], term.code
        decided = self._new(f"condition({term.code})", TRUTH | ERROR).code
        return [decided], decided

    def _variable(self) -> str:
        self._variables += 1
        return f"v{self._variables}"

    def _new(self, code: str, kinds: Kinds, *, small: bool = False) -> Term:
        """Return a variable that holds what an expression gives."""
        term = self._known.get(code)
        if term is None:
            term = self._known[code] = Term(self._variable(), kinds, small)
            self.line(f"{term.code} = {code}")
        return term

    def _argument(self, kind: str, *nodes: Node) -> str:
        argument = Argument(kind, tuple(self._slots[node.position] for node in nodes))
        return self.arguments.setdefault(argument, f"p{len(self.arguments)}")

    def _getter(self, node: Cell | Range) -> str:
        home = self._sheet if node.sheet is None else node.sheet
        return self.sheets.setdefault(home, f"get{len(self.sheets)}")

    def _read(self, node: Cell | Range, address: str) -> Term:
        return self._new(f"{self._getter(node)}({address})", FULL | BLANK)
