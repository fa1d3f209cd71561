"""Issuing workbooks, beside XlsxWriter and openpyxl that write the same cells from scratch."""

import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.alone import alone
from benchmarks.build import (
    FIRST,
    FURTHER,
    FURTHER_WITH_EARLIER,
    UNITS_OF_A_REGENCY,
    X,
    size_of_a_file,
    steps_of,
    whole_regency,
)
from benchmarks.section import DEFINITION, Row, Section, Wanted
from benchmarks.timing import measured
from iku.definition.load import load_definition


def building(wanted: Wanted) -> Section:
    """Measure issuing a workbook in every way, in turn."""
    definition = load_definition(DEFINITION)
    medians = measured(steps_of(definition), wanted.rounds, time.process_time)
    x = medians[X]
    rows = tuple(
        Row(name, taken / 1000, taken / x, "XlsxWriter (X)", megabytes=_memory(name))
        for name, taken in medians.items()
    )
    figures = {
        "build: first": medians[FIRST] / x,
        "build: further": medians[FURTHER] / x,
        "build: further with earlier values": medians[FURTHER_WITH_EARLIER] / x,
        "build: size": size_of_a_file(definition),
        "build: memory": alone("benchmarks.building:regency", str(DEFINITION)).megabytes,
    }
    how = (
        "one workbook of twenty indicators, seconds of the processor; openpyxl writes neither looks "
        "nor values of formulas; memory is that of a process "
        f"that does it once, its preparation included; a process that issues {UNITS_OF_A_REGENCY} "
        f"with earlier values takes {figures['build: memory']:.0f} MB; a file has "
        f"{figures['build: size']:.0f} kB"
    )
    return Section("Building", how, rows, figures)


def _memory(name: str) -> float:
    return alone("benchmarks.building:way", str(DEFINITION), name).megabytes


def regency(path: str) -> Callable[[], object]:
    """Return the step that issues to a whole regency."""
    return lambda: whole_regency(path)


def way(path: str, name: str) -> Callable[[], object]:
    """Return one way to write a workbook."""
    return steps_of(load_definition(Path(path)))[name]
