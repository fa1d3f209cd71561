"""Every mutant of a module: where it is, what it changes, and what the module then says."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .blocks import Block, block_name
from .faults import faults

SHOWN = 100  # characters of a change that are shown


@dataclass(frozen=True)
class Mutant:
    """One fault in one place; `function` is the outermost that holds it, and its first line."""

    path: str
    line: int
    function: str
    function_line: int
    block: Block
    kind: str
    before: str
    after: str
    start: int
    end: int
    text: str
    number: int = 0

    @property
    def name(self) -> str:
        """What it is called, wherever in the module it moves to."""
        return f"{self.path}|{self.function}|{self.kind}|{self.before}|{self.after}|{self.number}"

    @property
    def room(self) -> str:
        """The folder of iku/ that it is in, or iku/ itself."""
        return "/".join(self.path.split("/")[:2]) if self.path.count("/") > 1 else "iku"

    def applied(self, source: bytes) -> bytes:
        """Return the source of the module with the fault in it."""
        return source[: self.start] + self.text.encode() + source[self.end :]


@dataclass(frozen=True)
class _Place:
    """Where the visitor is."""

    names: tuple[str, ...] = ()
    function: str = ""
    function_line: int = 0
    block: Block = ""


@dataclass
class _Module:
    path: str
    source: bytes
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def mutants(self) -> Iterator[Mutant]:
        yield from self._within(ast.parse(self.source), _Place())

    def _within(self, node: ast.AST, place: _Place) -> Iterator[Mutant]:
        yield from self._here(node, place)
        for name, value in ast.iter_fields(node):
            if name in _left_alone(node):
                continue
            inner = _into(node, name, value, place, self.path)
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self._within(child, inner)

    def _here(self, node: ast.AST, place: _Place) -> Iterator[Mutant]:
        for kind, other in faults(node):
            if isinstance(node, ast.expr | ast.stmt | ast.pattern) and (
                len(ast.unparse(node)) < 2000
            ):
                yield self._mutant(node, kind, other, place)

    def _mutant(
        self, node: ast.expr | ast.stmt | ast.pattern, kind: str, other: ast.AST, place: _Place
    ) -> Mutant:
        shown, first = _shown(node, other), node
        if isinstance(node, ast.If) and isinstance(other, ast.If):  # its condition, not its body
            first, other = node.test, other.test
        text = ast.unparse(other)
        return Mutant(
            path=self.path,
            line=first.lineno,
            function=place.function,
            function_line=place.function_line,
            block=place.block,
            kind=kind,
            before=shown[0],
            after=shown[1],
            start=self.starts[first.lineno - 1] + first.col_offset,
            end=self.starts[(first.end_lineno or 1) - 1] + (first.end_col_offset or 0),
            text=f"({text})" if isinstance(first, ast.expr) else text,
        )


def _shown(node: ast.AST, other: ast.AST) -> tuple[str, str]:
    if isinstance(node, ast.If) and isinstance(other, ast.If):
        node, other = node.test, other.test
    first, second = ast.unparse(node), ast.unparse(other)
    return first[:SHOWN], second[:SHOWN]


def _left_alone(node: ast.AST) -> tuple[str, ...]:
    """Return the fields in which a fault would be no behaviour: types, decorators, messages."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return ("decorator_list", "returns")
        case ast.arg() | ast.AnnAssign():
            return ("annotation",)
        case ast.JoinedStr():  # Python 3.11 does not know where its parts stand
            return ("values",)
        case ast.Call(func=ast.Name(id="isinstance")):
            return ("args",)
        case ast.Raise():
            return ("exc", "cause")
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return ("test", "body")
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return ("value",)
    return ()


def _into(node: ast.AST, name: str, value: object, place: _Place, path: str) -> _Place:
    """Return where a field of a node is: a class, a function, a block of one."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and name == "body":
        outermost = not place.function
        lines = [node.lineno, *(one.lineno for one in node.decorator_list)]
        return _Place(
            (*place.names, node.name),
            ".".join((*place.names, node.name)) if outermost else place.function,
            min(lines) if outermost else place.function_line,
            block_name(path, node.body[0]),
        )
    if isinstance(node, ast.ClassDef):
        return _Place((*place.names, node.name), place.function, place.function_line, place.block)
    if place.function and isinstance(value, list) and value and isinstance(value[0], ast.stmt):
        return _Place(place.names, place.function, place.function_line, block_name(path, value[0]))
    return place


def mutants_of(root: Path, path: str) -> list[Mutant]:
    """Return the mutants of one module; those that read alike are told apart by a number."""
    source = (root / path).read_bytes()
    counted: Counter[str] = Counter()
    found: dict[tuple[int, int, str], Mutant] = {}
    for one in _Module(path, source).mutants():
        numbered = Mutant(**{**one.__dict__, "number": counted[one.name]})
        counted[one.name] += 1
        found.setdefault((one.start, one.end, one.text), numbered)
    return list(found.values())


def modules(root: Path) -> list[str]:
    """Return the modules of iku/, from the root of the repository."""
    return sorted(path.relative_to(root).as_posix() for path in root.glob("iku/**/*.py"))
