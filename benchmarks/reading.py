"""Reading one filled workbook: our reader and others, beside what no reader can go below.

The floor unzips every XML part and sends it through expat with callbacks that do nothing.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.section import Row, Section, Wanted
from benchmarks.timing import measured
from benchmarks.ways_to_read import (
    FLOOR,
    PANDAS,
    READ,
    READ_FIRST,
    SNAPSHOT,
    STEPS,
    VALIDATE,
    VALIDATE_FIRST,
    Step,
)
from benchmarks.workload import prepared

FIRST = {READ_FIRST: READ, VALIDATE_FIRST: VALIDATE}


def reading(wanted: Wanted) -> Section:
    """Measure all ways to read in turn; each round reads the next file."""
    files = sorted(prepared(wanted).glob("*.xlsx"))
    found = medians(files, wanted.rounds)
    rows = tuple(_row(name, seconds, found[FLOOR], files[0]) for name, seconds in found.items())
    figures = {
        "read: further": found[READ] / found[FLOOR],
        "read: first": found[READ_FIRST] / found[FLOOR],
        "validate: further": found[VALIDATE] / found[SNAPSHOT],
        "validate: first": found[VALIDATE_FIRST] / found[SNAPSHOT],
        "validate: pandas": found[VALIDATE] / found[PANDAS],
        "validate: first, pandas": found[VALIDATE_FIRST] / found[PANDAS],
    }
    how = "one file of twenty indicators in a process that has started, seconds of the processor"
    return Section("Reading and checking one file", how, rows, figures)


def medians(files: list[Path], rounds: int) -> dict[str, float]:
    """Return the seconds of every way; what a process meets first is measured in as many processes as rounds."""
    turn: Iterator[bytes] = cycle([path.read_bytes() for path in files])
    ways = {name: make() for name, make in STEPS.items()}
    for way in ways.values():
        way(next(turn))  # what is loaded and remembered at the first call
    at_first: dict[str, list[float]] = {READ_FIRST: [], VALIDATE_FIRST: []}

    def both_first() -> None:
        for name, times in at_first.items():
            times.append(alone("benchmarks.ways_to_read:first", FIRST[name], str(files[0])).seconds)

    def step(way: Step) -> Callable[[], object]:
        return lambda: way(next(turn))

    steps = {name: step(way) for name, way in ways.items()}
    further = measured({**steps, "": both_first}, rounds, time.process_time)
    found = {name: taken / 1000 for name, taken in further.items() if name}
    firsts = {name: statistics.median(times) for name, times in at_first.items()}
    order = (*list(found)[:2], READ, READ_FIRST, VALIDATE, VALIDATE_FIRST, *list(found)[4:])
    return {name: (found | firsts)[name] for name in order}


def _row(name: str, seconds: float, floor: float, path: Path) -> Row:
    memory = alone("benchmarks.ways_to_read:first", FIRST.get(name, name), str(path)).megabytes
    return Row(name, seconds, seconds / floor, "the floor", megabytes=memory)
