"""Whole processes that check files, started anew each time, beside a script of pandas."""

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path
from shutil import copyfile

from benchmarks.processes import Cost, cost_of
from benchmarks.section import Row, Section, Wanted
from benchmarks.workload import prepared

HEAVY = "scipy", "openpyxl"
_LOADED = """\
import sys
from {module} import {name}
try:
    {call}
except SystemExit:
    pass
print(sum(name in sys.modules for name in {heavy}), file=sys.stderr)
"""
_PANDAS = """\
import pandas, sys, warnings
warnings.simplefilter("ignore")
pandas.read_excel(sys.argv[1], sheet_name="Isian")
"""


def commands(wanted: Wanted) -> Section:
    """Run the commands in turn, several rounds; return what each cost."""
    inbox = prepared(wanted)
    one = min(inbox.glob("*.xlsx"))
    many = f"iku validate, {wanted.files} files"
    ways = {
        "iku validate FILE": lambda: cost_of(_iku("validate", one)),
        many: lambda: cost_of(_iku("validate", inbox)),
        "python -c 'pandas.read_excel(FILE)'": lambda: cost_of(_script(one)),
    }
    costs = in_turn(ways, wanted.whole_rounds)
    single = costs["iku validate FILE"]
    # What the second and later files cost holds for the first one too; the rest is the start.
    after_start = (costs[many].wall - single.wall) * wanted.files / max(1, wanted.files - 1)
    figures = {
        "validate: cold": single.wall,
        f"validate: {wanted.files} files after start": after_start,
        "validate: memory": max(single.megabytes, costs[many].megabytes),
        "validate: heavy modules": _heavy(
            "command_line.main", "run", f"run(['validate', {str(one)!r}])"
        ),
        "add-in: heavy modules": _heavy("addin", "__main__", "pass"),
    }
    rows = rows_of(costs, "iku validate FILE", "iku validate FILE")
    how = "whole processes from their start, on the wall and by the processor"
    return Section("Checking, whole commands", how, rows, figures)


def in_turn(ways: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Run whole processes in turn, several rounds; return the median of each."""
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            costs[name].append(way())
    return {
        name: Cost(*(statistics.median(each) for each in zip(*found, strict=True)))
        for name, found in costs.items()
    }


def rows_of(costs: Mapping[str, Cost], peer: str, title: str) -> tuple[Row, ...]:
    """Return the rows of whole processes, their time on the wall beside that of a peer."""
    base = costs[peer].wall
    return tuple(
        Row(name, cost.wall, cost.wall / base, title, cost.processor, cost.megabytes)
        for name, cost in costs.items()
    )


def some_of(inbox: Path, count: int, into: Path) -> Path:
    """Return a folder with copies of the first files of another one."""
    if not into.exists():
        into.mkdir(parents=True)
        for path in islice(sorted(inbox.glob("*.xlsx")), count):
            copyfile(path, into / path.name)
    return into


def _iku(verb: str, path: Path) -> list[str]:
    return [str(Path(sys.executable).with_name("iku")), verb, str(path)]


def _script(path: Path) -> list[str]:
    return [sys.executable, "-c", _PANDAS, str(path)]


def _heavy(module: str, name: str, call: str) -> int:
    """Return how many of the heavy libraries are loaded once the call is done."""
    code = _LOADED.format(module=module, name=name, call=call, heavy=HEAVY)
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return int(told.stderr.splitlines()[-1])
