"""The page of figures: what is printed, and kept as docs/performance.md."""

import importlib.metadata
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.budgets import BUDGETS
from benchmarks.section import Row, Section

LIBRARIES = (
    "openpyxl", "XlsxWriter", "pandas", "python-calamine", "pydantic", "python-docx", "lxml",
)  # fmt: skip
_HEAD = """\
# Performance

Written by `make bench`; numbers, machine and date of each part are those of its last run (`performance.json`). Product and peers take turns in one run; medians. Absolute times belong to the machine, ratios carry over. What a budget calls X is what XlsxWriter needs for the same cells from scratch; the floor unzips every XML part of a file and parses it with callbacks that do nothing.
"""


@dataclass(frozen=True)
class Measured:
    """A section, when it was measured, and on what."""

    section: Section
    moment: str
    machine: str


def machine() -> str:
    """Return what the figures depend on, in neutral words."""
    known = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES)
    busy = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), other work "
        f"{busy:.1f} processes at the start; Python {platform.python_version()}, {known}"
    )


def now() -> str:
    """Return the day and minute, in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")


def page(kept: Mapping[str, Measured]) -> str:
    """Return the whole page: budgets, the table of all rows, growth and profiles."""
    figures = {key: value for one in kept.values() for key, value in one.section.figures.items()}
    return "\n".join(
        [
            _HEAD,
            "## Budgets\n",
            *_budgets(figures),
            "\n## Everything measured\n",
            *_rows(one.section for one in kept.values()),
            *(line for one in kept.values() for line in _told(one)),
            "",
        ]
    )


def _budgets(figures: Mapping[str, float]) -> list[str]:
    rows = [
        (
            one.part,
            one.promise,
            _number(one.limit, one.unit),
            _figure(figures, one.figure, one.unit),
        )
        for one in BUDGETS
    ]
    verdicts = [one.verdict(figures) for one in BUDGETS]
    table: list[tuple[str, ...]] = [
        (*row, verdict) for row, verdict in zip(rows, verdicts, strict=True)
    ]
    missed = [one for one, verdict in zip(BUDGETS, verdicts, strict=True) if "missed" in verdict]
    lines = markdown(("part", "budget", "limit", "measured", ""), table)
    if missed:
        lines += ["", "### Those missed, and why", ""]
        lines += [f"- *{one.part}*: {one.reason()}" for one in missed]
    return lines


def _figure(figures: Mapping[str, float], name: str, unit: str) -> str:
    return _number(figures[name], unit) if name in figures else "–"


def _number(value: float, unit: str) -> str:
    shown = f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"
    return f"{shown} {unit}"


def _rows(sections: Iterable[Section]) -> list[str]:
    found: list[tuple[str, ...]] = []
    for section in sections:
        if section.rows:
            found.append((f"**{section.title}**", "", "", "", ""))
        found.extend(_row(row) for row in section.rows)
    return markdown(("step", "median", "ratio", "processor", "peak memory"), found)


def _row(row: Row) -> tuple[str, ...]:
    return (
        row.step,
        _time(row.seconds),
        "" if row.ratio is None else f"{row.ratio:.3g} x {row.peer}",
        "" if row.processor is None else _time(row.processor),
        "" if row.megabytes is None else f"{row.megabytes:.0f} MB",
    )


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def _told(one: Measured) -> list[str]:
    lines = [f"\n## {one.section.title}\n", f"{one.section.how[:1].upper()}{one.section.how[1:]}."]
    lines += [f"\nMeasured {one.moment} on {one.machine}."]
    if one.section.text:
        lines += ["\n```text", one.section.text, "```"]
    return lines


def markdown(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    """Return a table whose columns stand under each other in the terminal too."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return [
        "| "
        + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        + " |"
        for line in lines
    ]
