"""How costs grow: with the number of files, and with the number of indicators in a file."""

import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import cycle

from benchmarks.build import further, further_units
from benchmarks.commands import in_turn, some_of
from benchmarks.consolidate import ways
from benchmarks.recap import large_definition
from benchmarks.section import Section, Wanted
from benchmarks.timing import measured
from benchmarks.ways_to_read import FLOOR, READ, STEPS, VALIDATE, Step
from benchmarks.workload import prepared, returned
from iku.terbitan import issue
from workflow.naming import lock_of

INDICATORS = (5, 10, 20, 40, 80)
_ALIKE = 4  # workbooks of one form, so that each round reads another one
_BAR = 40  # signs for the largest number of a curve


def growth(wanted: Wanted) -> Section:
    """Return both curves as text."""
    files = _drawn("files", _by_files(wanted))
    indicators = _drawn("indicators", _by_indicators(wanted.rounds))
    how = (
        "whole processes on the wall for files; seconds of the processor for one workbook of "
        "simple quarterly indicators; the bar is what falls on each file or indicator"
    )
    return Section("How costs grow", how, text=f"{files}\n\n{indicators}")


Curves = dict[str, dict[int, float]]


def _by_files(wanted: Wanted) -> Curves:
    inbox = prepared(wanted)
    counts = sorted({1, wanted.files // 4 or 1, wanted.files // 2 or 1, wanted.files})
    curves: Curves = {}
    for count in counts:
        part = some_of(inbox, count, wanted.folder / f"part_{count}" / "kiriman")
        definition = part.parent / "definisi.yaml"
        definition.write_bytes((inbox.parent / "definisi.yaml").read_bytes())
        found = ways(part.parent, part, several=False)
        chosen = {name: found[name] for name in ("consolidate: first run", "pandas")}
        for name, cost in in_turn(chosen, 1).items():
            curves.setdefault(name, {})[count] = cost.wall
    return curves


def _by_indicators(rounds: int) -> Curves:
    curves: Curves = {}
    for count in INDICATORS:
        for name, taken in measured(_steps(count), rounds, time.process_time).items():
            curves.setdefault(name, {})[count] = taken / 1000
    return curves


def _steps(count: int) -> Mapping[str, Callable[[], object]]:
    """Return what is done with workbooks of so many indicators; the first of each is done here."""
    definition = large_definition(_ALIKE, count)
    lock = lock_of(issue(definition, definition.unit[0]), None)
    units = further_units(definition)
    books = [returned(issue(definition, unit), n) for n, unit in enumerate(definition.unit)]
    read = {name: STEPS[name]() for name in (FLOOR, READ, VALIDATE)}
    for way in read.values():
        way(books[0])
    steps: dict[str, Callable[[], object]] = {
        "issue a further workbook": lambda: further(definition, next(units), lock)
    }
    for name, way in read.items():
        steps[name] = partial(_next, way, cycle(books[1:]))
    return steps


def _next(way: Step, books: Iterator[bytes]) -> object:
    return way(next(books))


def _drawn(of: str, curves: Curves) -> str:
    """Return curves as lines: how many, milliseconds together and each, and a bar."""
    lines = [f"{'':44} {of:>10} {'ms':>9} {'ms each':>9}"]
    for name, points in curves.items():
        longest = max(taken / count for count, taken in points.items())
        for count, taken in points.items():
            each = taken / count
            bar = "#" * round(_BAR * each / longest)
            lines.append(f"{name:44.44} {count:10} {taken * 1e3:9.1f} {each * 1e3:9.2f} {bar}")
    return "\n".join(lines)
