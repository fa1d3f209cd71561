"""What to change in a running process so that a module of iku/ behaves like its mutant.

A function gets other code, a constant another value wherever it was imported to. What a class or
a table of another module made of it on import stays as it was.
"""

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from .mutants import Mutant

Functions = dict[tuple[str, str, int], list[FunctionType]]
Swap = list[tuple[object, str, object]]  # an object, its attribute, the value of the mutant


def functions_of(root: Path) -> Functions:
    """Return the functions of iku/ that exist now, by file, name and first line."""
    found: Functions = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(f"{root}/iku/"):
            code = one.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(one)
    return found


def swap_of(path: Path, mutant: Mutant, source: bytes, functions: Functions) -> Swap:
    """Return what to change; nothing where only a new process can show the mutant."""
    code = compile(source, str(path), "exec", dont_inherit=True)
    if not mutant.block:
        return list(_data(mutant, code))
    found = functions.get((str(path), mutant.function, mutant.function_line), [])
    inner = _code(code, mutant)
    if not found or inner is None or any(_free(one) != len(inner.co_freevars) for one in found):
        return []
    return [
        (one, "__code__", code)
        for code in _with_inner(inner)
        for one in functions.get((str(path), code.co_qualname, code.co_firstlineno), [])
        if _free(one) == len(code.co_freevars)
    ]


def _with_inner(code: CodeType) -> Iterator[CodeType]:
    """Yield a function and those inside it: what a decorator returned exists on its own."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _with_inner(one)


def _free(function: FunctionType) -> int:
    return len(function.__code__.co_freevars)


def _code(within: CodeType, mutant: Mutant) -> CodeType | None:
    if (within.co_qualname, within.co_firstlineno) == (mutant.function, mutant.function_line):
        return within
    inner = (one for one in within.co_consts if isinstance(one, CodeType))
    return next((found for one in inner if (found := _code(one, mutant))), None)


def _data(mutant: Mutant, code: CodeType) -> Iterator[tuple[object, str, object]]:
    """Yield the constants and defaults of a module that its mutant has otherwise."""
    name = mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    module = sys.modules.get(name)
    if module is None:
        return
    changed = ModuleType(name)
    changed.__dict__.update(__file__=module.__file__, __package__=module.__package__)
    try:
        exec(code, changed.__dict__)  # noqa: S102 - a module of ours
    except Exception:  # noqa: BLE001 - whatever it says: a new process will say it too
        return
    for key, value in changed.__dict__.items():
        old = module.__dict__.get(key)
        if isinstance(old, FunctionType) and isinstance(value, FunctionType):
            if (old.__defaults__, old.__kwdefaults__) != (value.__defaults__, value.__kwdefaults__):
                yield old, "__defaults__", value.__defaults__
                yield old, "__kwdefaults__", value.__kwdefaults__
        elif not key.startswith("__") and _is_data(old) and old != value:
            yield from ((one, key, value) for one in _users(key, old))


def _is_data(value: object) -> bool:
    return not callable(value) and not isinstance(value, ModuleType) and value is not None


def _users(key: str, value: object) -> list[ModuleType]:
    ours = [one for name, one in sys.modules.items() if name.partition(".")[0] == "iku"]
    return [one for one in ours if one.__dict__.get(key) is value]
