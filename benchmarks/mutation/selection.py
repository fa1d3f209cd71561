"""Which tests try a mutant: those that enter its block, the cheapest of every file first."""

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from .mutants import Mutant, modules
from .running import THOROUGH

JUDGES = re.compile(r"tests\.judges|libreoffice|soffice", re.IGNORECASE)
NEAR = 0.1  # how much sooner tests of the same room are asked


@dataclass(frozen=True)
class Chosen:
    """Tests by their names, and what they took when they were mapped, in seconds."""

    tests: tuple[str, ...]
    seconds: float
    covering: int  # how many tests enter the block at all

    @property
    def complete(self) -> bool:
        """Whether every test that enters the block is among them."""
        return len(self.tests) == self.covering

    def of_files(self, files: int) -> "Chosen":
        """Return those of the first few files: a new process imports each file that it asks."""
        first = list(dict.fromkeys(map(_file, self.tests)))[:files]
        return replace(self, tests=tuple(one for one in self.tests if _file(one) in first))


class TestMap:
    """What `mapping.py` wrote."""

    __test__ = False

    def __init__(self, path: Path, root: Path) -> None:
        stored = json.loads(path.read_text(encoding="utf-8"))
        self.tests: list[str] = [name for name, *_ in stored["tests"]]
        self.own: dict[str, float] = {name: own for name, own, _ in stored["tests"]}
        self.preparing: dict[str, float] = defaultdict(float)  # by file, shared by its tests
        for name, _, borrowed in stored["tests"]:
            self.preparing[_file(name)] = max(self.preparing[_file(name)], borrowed)
        self.collecting = frozenset(stored["collecting"])
        self._blocks: dict[str, list[int]] = stored["blocks"]
        self._root = root

    def chosen(self, mutant: Mutant, seconds: float) -> Chosen:
        """Return tests for a mutant that take about `seconds` together, at least one.

        In a quick trial those that start LibreOffice are asked only where there are no others.
        """
        covering = self._covering(mutant)
        quick = {one for one in covering if _file(self.tests[one]) not in self._judges}
        spent = 0.0
        taken: list[str] = []
        files: set[str] = set()
        asked = covering if seconds >= THOROUGH else quick or covering
        for name in self._turns(mutant, asked):
            cost = self.own[name] + (0 if _file(name) in files else self.preparing[_file(name)])
            if not taken or spent + cost <= seconds:
                taken.append(name)
                spent += cost
                files.add(_file(name))
        return Chosen(tuple(_in_files(taken)), spent, len(covering))

    def _turns(self, mutant: Mutant, covering: set[int]) -> list[str]:
        """Return the cheap ones first, a test of every file before the second of one.

        Tests of the room go before others: they look at what the others only pass through.
        """
        rank: Counter[str] = Counter()
        turns: list[tuple[float, int, str]] = []
        for number in sorted(covering, key=lambda number: self.own[self.tests[number]]):
            name = self.tests[number]
            file = _file(name)
            turn = self.own[name] * (1 + rank[file]) + self.preparing[file] / (1 + rank[file])
            turns.append((turn * (NEAR if _is_near(file, mutant.path) else 1), number, name))
            rank[file] += 1
        return [name for *_, name in sorted(turns)]

    def learn(self, took: Mapping[str, float]) -> None:
        """Note what tests took in a fork: the first of a file prepares what others then share."""
        begun: set[str] = set()
        for name, seconds in took.items():
            if _file(name) in begun:
                self.own[name] = seconds
            else:
                file, more = _file(name), seconds - self.own[name]
                self.preparing[file] = max(self.preparing[file], more)
            begun.add(_file(name))

    def _covering(self, mutant: Mutant) -> set[int]:
        if mutant.block:
            return set(self._blocks.get(mutant.block, []))
        return self._of_module(mutant.path, frozenset())

    def _of_module(self, path: str, seen: frozenset[str]) -> set[int]:
        """Return who enters a module, or where it is only data, who enters those that use it."""
        if found := self._entering.get(path):
            return found
        users = [one for one in self._users.get(path, ()) if one not in seen]
        return set().union(*(self._of_module(one, seen | {path}) for one in users))

    @cached_property
    def _judges(self) -> frozenset[str]:
        """The files of tests that start LibreOffice: seconds each, so they are asked last."""
        files = {_file(name) for name in self.tests}
        texts = {file: (self._root / file).read_text(encoding="utf-8") for file in files}
        return frozenset(file for file, text in texts.items() if JUDGES.search(text))

    @cached_property
    def _entering(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for block, tests in self._blocks.items():
            found[block.partition(":")[0]].update(tests)
        return dict(found)

    @cached_property
    def _users(self) -> dict[str, set[str]]:
        users: dict[str, set[str]] = defaultdict(set)
        for path in modules(self._root):
            for name in _imported(ast.parse((self._root / path).read_bytes())):
                for used in (f"{name}.py", f"{name}/__init__.py"):
                    if (self._root / used).is_file():
                        users[used].add(path)
        return dict(users)


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name.replace(".", "/") for name in found if name.partition(".")[0] == "iku"}


def _in_files(names: Sequence[str]) -> list[str]:
    """Keep the tests of one file together: they share what they prepare."""
    files: dict[str, list[str]] = defaultdict(list)
    for name in names:
        files[_file(name)].append(name)
    return [name for some in files.values() for name in some]


def _is_near(file: str, path: str) -> bool:
    """Tell whether a file of tests is called like the module or its room; six letters say it."""
    _, *room, module = path.removesuffix(".py").split("/")
    return any(name[:6] in file for name in (*room, module)) or file == path


def _file(test: str) -> str:
    return test.partition("::")[0]
