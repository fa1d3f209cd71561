"""Run the whole suite once and note which test enters which block of iku/.

Used by `python -m benchmarks.mutation`: `python -m benchmarks.mutation.mapping MAP [pytest …]`.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from .blocks import entered, watch
from .commands import gather, prepare
from .remembered import Lent, remember

WIDE = ("session", "package", "module", "class")
Fixture = tuple[set[str], float]


class Mapping:
    """The pytest plugin that watches."""

    def __init__(self) -> None:
        self.tests: list[tuple[str, float, float]] = []  # name, own seconds, seconds borrowed
        self.blocks: dict[str, list[int]] = defaultdict(list)
        self.collecting: list[str] = []
        self._fixtures: dict[object, Fixture] = {}
        self._passed = True

    def pytest_collection_finish(self) -> None:
        self.collecting = sorted(entered)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
        before, start = set(entered), time.perf_counter()
        entered.clear()
        yield
        gather()
        if fixturedef.scope in WIDE:
            self._fixtures[fixturedef] = set(entered), time.perf_counter() - start
        entered.update(before)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        entered.clear()
        Lent.seconds, start, self._passed = 0.0, time.perf_counter(), True
        known = set(self._fixtures)
        yield
        gather()
        own, borrowed = time.perf_counter() - start, Lent.seconds
        for fixture in _fixtures(item):
            found, cost = self._fixtures.get(fixture, (set(), 0.0))
            entered.update(found)
            own -= 0.0 if fixture in known else cost
            borrowed += cost
        if self._passed:
            self._note(item.nodeid, own, borrowed)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._passed = self._passed and (report.passed or report.when != "call")
        self._passed = self._passed and not report.failed and not report.skipped

    def _note(self, name: str, own: float, borrowed: float) -> None:
        for block in entered:
            self.blocks[block].append(len(self.tests))
        self.tests.append((name, round(own, 4), round(borrowed, 4)))


def _fixtures(item: pytest.Item) -> list[object]:
    known = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    return [one for several in known.values() for one in several]


def main() -> int:
    """Write the map; the status is pytest's."""
    target = Path(sys.argv[1])
    watch()
    remember()
    prepare(target.parent / "commands")
    mapping = Mapping()
    status = pytest.main(["-q", "-p", "no:cacheprovider", *sys.argv[2:]], plugins=[mapping])
    stored = {"tests": mapping.tests, "blocks": mapping.blocks, "collecting": mapping.collecting}
    target.write_text(json.dumps(stored), encoding="utf-8")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
