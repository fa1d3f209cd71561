"""Measure the steps of the main job and their peers, interleaved; print medians and ratios."""

import io
import json
import statistics
import sys
import time
from collections.abc import Callable

import openpyxl
import xlsxwriter

from iku.definition.load import load_definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.reading import read_submission
from iku.resources import example_path, template_path
from iku.submission import Submission
from iku.terbitan import issue
from workbook_builder import write_workbook
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.build import workbook_bytes
from workflow.fill import filled
from workflow.naming import issue_date
from workflow.receive import Opened
from workflow.validate import check_opened

ROUNDS = 7


def main() -> None:
    """Print one table: step, median milliseconds, ratio to its peer."""
    definition = load_definition(template_path("kota_jambi_2017.yaml"))
    terbitan = issue(definition, definition.unit[2])
    blank, _ = workbook_bytes(terbitan)
    values = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    book = filled(blank, submission(blank), values)
    blueprint = entry_blueprint(Layout(terbitan))
    computed = formula_values(blueprint)
    date = issue_date(terbitan)

    def ours() -> bytes:
        return write_workbook(blueprint, computed, password="x", salt=b"s" * 16, modified=date)

    steps: dict[str, tuple[Callable[[], object], str]] = {
        "write: XlsxWriter, same cells": (lambda: with_xlsxwriter(blueprint, computed), ""),
        "write: Blueprint to bytes": (ours, "write: XlsxWriter, same cells"),
        "build: definition to bytes": (
            lambda: workbook_bytes(terbitan),
            "write: XlsxWriter, same cells",
        ),
        "read: openpyxl, formulas and values": (lambda: with_openpyxl(book), ""),
        "read: snapshot": (
            lambda: read_snapshot_bytes(book, "x"),
            "read: openpyxl, formulas and values",
        ),
        "read: snapshot and tamper check": (
            lambda: submission(book),
            "read: openpyxl, formulas and values",
        ),
        "validate: all checks": (lambda: validated(book), "read: openpyxl, formulas and values"),
        "fill: 44 entries, all formulas": (lambda: filled(blank, submission(blank), values), ""),
    }
    report(measured({name: step for name, (step, _) in steps.items()}), steps)


def measured(steps: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Run the steps in turn, several rounds, and return each one's median in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(ROUNDS):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(one) for name, one in times.items()}


def report(medians: dict[str, float], steps: dict[str, tuple[Callable[[], object], str]]) -> None:
    """Print the table."""
    print(f"Python {sys.version.split()[0]}, {ROUNDS} rounds, medians")
    for name, median in medians.items():
        peer = steps[name][1]
        ratio = f"{median / medians[peer]:6.2f} x {peer}" if peer else ""
        print(f"{name:38} {median:8.1f} ms  {ratio}")


def submission(data: bytes) -> Submission:
    """Read a workbook with its tamper check."""
    snapshot = read_snapshot_bytes(data, "buku.xlsx")
    assert not isinstance(snapshot, Finding)
    read = read_submission(snapshot)
    assert isinstance(read, Submission)
    return read


def validated(data: bytes) -> object:
    """Read a workbook and run every check."""
    return check_opened(Opened("buku.xlsx", submission(data), None), None, None, "id")


def with_openpyxl(data: bytes) -> object:
    """What it costs to see formulas and values with openpyxl: two loads and a walk."""
    books = [openpyxl.load_workbook(io.BytesIO(data), data_only=one) for one in (False, True)]
    return [
        cell.value for book in books for sheet in book for row in sheet.iter_rows() for cell in row
    ]


def with_xlsxwriter(blueprint: object, computed: object) -> bytes:
    """Write the same cells with XlsxWriter, formats and values included, without validations."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    formats: dict[tuple[str, str, bool], object] = {}
    values = {(ref.sheet, ref.row, ref.column): value for ref, value in computed.items()}  # type: ignore[attr-defined]
    for sheet in blueprint.sheets:  # type: ignore[attr-defined]
        page = book.add_worksheet(sheet.name)
        page.protect("x")
        for cell in sheet.cells:
            key = (cell.style, cell.number_format, cell.access.value == "locked")
            if key not in formats:
                formats[key] = book.add_format(
                    {"num_format": key[1], "locked": key[2], "border": 1}
                )
            place = (cell.row - 1, cell.column - 1)
            if cell.formula is not None:
                value = values[(sheet.name, cell.row, cell.column)]
                page.write_formula(*place, "=" + cell.formula, formats[key], value)
            else:
                page.write(*place, cell.content, formats[key])
    book.close()
    return stream.getvalue()


if __name__ == "__main__":
    main()
