"""Which stretches of iku/ run: every block of statements tells when it is entered.

A block is the body of a function, a branch or a loop. One `set.add` a block costs a tenth of
what a tracer costs, and needs no library.
"""

import ast
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

TOLD = "__entered__"
Block = str  # "iku/periods.py:31:4", where its first statement stands

entered: set[Block] = set()


def instrumented(source: bytes, path: str) -> ast.Module:
    """Return a module that adds each of its blocks to `entered` when it runs."""
    tree = ast.parse(source, path)
    for body in list(function_blocks(tree)):
        first = body[0]
        call = ast.parse(f"{TOLD}({block_name(path, first)!r})").body[0]
        for node in ast.walk(call):
            ast.copy_location(node, first)
        body.insert(1 if _is_docstring(first) else 0, call)
    return tree


def function_blocks(tree: ast.Module) -> Iterator[list[ast.stmt]]:
    """Yield the lists of statements that run only when a function is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _blocks_within(node)


def _blocks_within(function: ast.AST) -> Iterator[list[ast.stmt]]:
    """Yield the blocks of one function; those of a function inside it are its own."""
    waiting = [function]
    while waiting:
        node = waiting.pop()
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list) and body:
                yield body
        waiting += [
            child
            for child in ast.iter_child_nodes(node)
            if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case)
            and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        ]


def block_name(path: str, first: ast.stmt) -> Block:
    """Return how a block is called: by the place of its first statement."""
    return f"{path}:{first.lineno}:{first.col_offset}"


def _is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


class _Loader(SourceFileLoader):
    """Loads a module of iku/ from its source, instrumented."""

    def get_code(self, fullname: str) -> CodeType:
        path = fullname.replace(".", "/")
        short = f"{path}/__init__.py" if self.is_package(fullname) else f"{path}.py"
        tree = instrumented(self.get_data(self.path), short)
        return compile(tree, self.path, "exec", dont_inherit=True)

    def exec_module(self, module: ModuleType) -> None:
        setattr(module, TOLD, entered.add)
        super().exec_module(module)


class Finder(MetaPathFinder):
    """Finds the modules of iku/ as usual, and has them loaded instrumented."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] != "iku":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(spec.loader.name, spec.loader.path)
        return spec


def watch() -> None:
    """Instrument every module of iku/ that is imported from now on."""
    sys.meta_path.insert(0, Finder())
