"""Measure reading and checking and their peers, interleaved; print medians and ratios.

The other programs here: ``python -m benchmarks.build`` (issuing workbooks) and
``python -m benchmarks.nation`` (all kecamatan of the country).
"""

import json
from collections.abc import Callable

from benchmarks.peers import read_with_openpyxl
from benchmarks.timing import measured, report
from iku.definition.load import load_definition
from iku.resources import example_path, template_path
from iku.terbitan import issue
from tests.workbooks import read_back
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.build import workbook_bytes
from workflow.fill import filled
from workflow.receive import Opened
from workflow.validate import check_opened

PEER = "read: openpyxl, formulas and values"


def main() -> None:
    """Print one table: step, median milliseconds, ratio to its peer."""
    definition = load_definition(template_path("kota_jambi_2017.yaml"))
    terbitan = issue(definition, definition.unit[2])
    blank, _ = workbook_bytes(terbitan)
    values = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    book = filled(blank, read_back(blank), values)
    steps: dict[str, Callable[[], object]] = {
        PEER: lambda: read_with_openpyxl(book),
        "read: snapshot": lambda: read_snapshot_bytes(book, "x"),
        "read: snapshot and tamper check": lambda: read_back(book),
        "validate: all checks": lambda: validated(book),
        "fill: 44 entries, all formulas": lambda: filled(blank, read_back(blank), values),
    }
    report(measured(steps), dict.fromkeys(list(steps)[1:4], PEER))


def validated(data: bytes) -> object:
    """Read a workbook and run every check."""
    return check_opened(Opened("buku.xlsx", read_back(data), None), None, None, "id")


if __name__ == "__main__":
    main()
