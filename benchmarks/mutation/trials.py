"""Try mutants: in a fork of a process that collected the tests once, or in a fresh one.

Used by `python -m benchmarks.mutation`: `python -m benchmarks.mutation.trials FOLDER SECONDS`.

A function is changed in the fork by giving it other code. What runs while modules are imported
or tests are collected has run already when the fork is made, so such a mutant is tried by a new
pytest, which costs seconds rather than fractions of one. The mutant stands on the disk as well:
commands that tests start see it too.
"""

import gc
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from .mutants import Mutant
from .on_disk import on_disk
from .running import KILLED, MEMORY, NOT_COVERED, SURVIVED, THOROUGH, TIMED_OUT, NoShrinking
from .selection import Chosen, TestMap
from .swaps import Functions, Swap, functions_of, swap_of


class Trials(NoShrinking):
    """The pytest plugin that tries mutants instead of running the tests."""

    def __init__(self, root: Path, sample: list[Mutant], tests: TestMap, seconds: float) -> None:
        self.root, self.sample, self.tests, self.seconds = root, sample, tests, seconds
        self.items: dict[str, pytest.Item] = {}
        self.caches: list[Any] = []
        self.trusted: dict[str, bool] = {}
        self.results = root.parent / "results.jsonl"

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # noqa: SLF001 - made once, before the forks
        self.items = {item.nodeid: item for item in session.items}
        functions = functions_of(self.root)
        self.caches = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
        gc.freeze()
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        for number, mutant in enumerate(self.sample):
            start = time.perf_counter()
            told = self._tried(mutant, functions)
            took = round(time.perf_counter() - start, 2)
            told |= {"name": mutant.name, "took": took, "seconds": self.seconds}
            with self.results.open("a", encoding="utf-8") as results:
                results.write(json.dumps(told, ensure_ascii=False) + "\n")
            print(number + 1, told["outcome"], mutant.path, mutant.line, took, flush=True)
        return True

    def _tried(self, mutant: Mutant, functions: Functions) -> dict[str, Any]:
        chosen = self.tests.chosen(mutant, self.seconds)
        told: dict[str, Any] = {"covering": chosen.covering, "tests": len(chosen.tests)}
        if not chosen.tests:
            return told | {"outcome": NOT_COVERED}
        with on_disk(self.root, mutant) as source:
            swap = swap_of(self.root / mutant.path, mutant, source, functions)
            late = not mutant.block or mutant.block in self.tests.collecting
            if swap:
                fork = partial(self._forked, swap=swap, afresh=late)
                outcome, by = self._believed(fork, chosen)
            if not swap or (late and outcome == SURVIVED and self.seconds >= THOROUGH):
                few = chosen.of_files(round(self.seconds) + 4)
                told["tests"] = len(few.tests)
                outcome, by = self._believed(partial(_afresh, self.root), few)
        unsure = late and self.seconds < THOROUGH
        return told | {"outcome": outcome, "by": by, "unsure": unsure}

    def _believed(
        self, way: Callable[[Chosen], tuple[str, str]], chosen: Chosen
    ) -> tuple[str, str]:
        """Try a mutant; a test that fails without it too is not believed, and not asked again."""
        while True:
            outcome, by = way(chosen)
            if outcome != KILLED or self._trusts(by):
                return outcome, by
            chosen = replace(chosen, tests=tuple(one for one in chosen.tests if one != by))

    def _trusts(self, test: str) -> bool:
        """Tell whether a test passes without any mutant, alone as it was run here."""
        if test not in self.items:
            return True  # it ended before any test: the module cannot be imported
        if test not in self.trusted:
            alone = Chosen((test,), self.tests.own[test], 1)
            self.trusted[test] = self._forked(alone, [], afresh=True)[0] == SURVIVED
        return self.trusted[test]

    def _forked(self, chosen: Chosen, swap: Swap, *, afresh: bool) -> tuple[str, str]:
        """Run tests in a fork; ``afresh`` forgets what was kept while tests were collected."""
        wanted = [self.items[name] for name in chosen.tests if name in self.items]
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _run(wanted, swap, self.caches if afresh else [], writing)
        os.close(writing)
        finished = _waited(child, 30 + 8 * chosen.seconds)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read().decode() if finished else ""
        if not finished:
            return TIMED_OUT, ""
        said, took = json.loads(told or '["", {}]')
        self.tests.learn(took)
        return (SURVIVED, "") if said == "passed" else (KILLED, said)


def _run(items: list[pytest.Item], swap: Swap, caches: list[Any], told: int) -> None:
    """Run tests in the child until one fails; tell which, and end."""
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    said, took = "", {}
    try:
        for cache in caches:
            cache.cache_clear()
        for one, attribute, value in swap:
            setattr(one, attribute, value)
        for item, following in zip(items, [*items[1:], None], strict=True):
            said, start = item.nodeid, _used()
            if any(one.failed for one in runtestprotocol(item, log=False, nextitem=following)):
                break
            took[said] = _used() - start
        else:
            said = "passed"
    finally:
        _tell(told, [said, took])
        os._exit(0)


def _used() -> float:
    """Return the seconds of processor that this process and what it started have used."""
    return sum(os.times()[:4])


def _tell(pipe: int, said: object) -> None:
    with os.fdopen(pipe, "wb") as told:
        told.write(json.dumps(said).encode())


def _waited(child: int, seconds: float) -> bool:
    """Wait for a child and end it, and all that it started, when it takes longer."""
    end = time.monotonic() + seconds
    finished = False
    while not finished and time.monotonic() < end:
        finished = os.waitpid(child, os.WNOHANG)[0] == child
        time.sleep(0.002)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child, 9)
    if not finished:
        os.waitpid(child, 0)
    return finished


def _afresh(root: Path, chosen: Chosen) -> tuple[str, str]:
    """Run the tests with a new pytest; what cannot be imported is killed too."""
    told = root.parent / "afresh.json"
    told.write_text(json.dumps(chosen.tests), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.mutation.afresh", str(told)]
    with subprocess.Popen(
        command,
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        finished = _waited(running.pid, 60 + 8 * chosen.seconds)
        running.returncode = 0  # it was waited for
    if not finished:
        return TIMED_OUT, ""
    by = json.loads(told.read_text(encoding="utf-8"))
    return (SURVIVED, "") if by == "passed" else (KILLED, by if isinstance(by, str) else "")


def main() -> int:
    """Try what FOLDER/sample.json holds; add to FOLDER/results.jsonl."""
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
    stored = json.loads((folder / "sample.json").read_text(encoding="utf-8"))
    sample = [Mutant(**one) for one in stored]
    root = folder / "tree"
    trials = Trials(root, sample, TestMap(folder / "map.json", root), seconds)
    files = sorted({name.partition("::")[0] for name in trials.tests.tests})
    given = ["-q", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", "-s", *files]
    return int(pytest.main(given, plugins=[trials]))


if __name__ == "__main__":
    sys.exit(main())
