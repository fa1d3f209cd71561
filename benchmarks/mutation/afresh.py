"""Run named tests in a new process; used by `trials.py` for mutants that act on import.

`python -m benchmarks.mutation.afresh FILE`: the file holds their names, and afterwards the name
of the one that failed, or `passed`.
"""

import json
import os
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from .running import MEMORY, NoShrinking


class Named(NoShrinking):
    """The pytest plugin that runs only the named tests, and notes the first that fails."""

    def __init__(self, names: Sequence[str]) -> None:
        self.turn = {name: place for place, name in enumerate(names)}
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (one for one in items if one.nodeid in self.turn), key=lambda one: self.turn[one.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


def main() -> int:
    """Write what failed into the file that named the tests."""
    told = Path(sys.argv[1])
    names = json.loads(told.read_text(encoding="utf-8"))
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    named = Named(names)
    files = list(dict.fromkeys(name.partition("::")[0] for name in names))
    told.write_text(json.dumps("import"), encoding="utf-8")
    status = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *files], plugins=[named])
    passed = status == pytest.ExitCode.OK
    told.write_text(json.dumps("passed" if passed else named.failed or "import"), encoding="utf-8")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
