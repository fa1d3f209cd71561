"""How long LibreOffice takes to open a workbook, beside its twin without locks and names.

``python -m benchmarks.opening [DEFINITION …] [--rounds N]``. The budget is 1.5 times the twin: the
same cells, formats, validations and values, in sheets that are not protected, and no defined name.
Exit status 1 when it is exceeded.
"""

import argparse
import statistics
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from iku.blueprint import Blueprint
from iku.entry_workbook import entry_blueprint, formula_values
from tests.judges.calc_session import INSIDE_CALC, Office, OpenDocument
from tests.workbooks import layout
from workbook_builder import write_workbook

SCRIPT = INSIDE_CALC / "opening.py"
DEFAULT = ("kota_jambi_2017", "serba_ada", "dua_puluh_indikator")
BUDGET = 1.5  # times the twin
ROUNDS = 15


def main() -> int:
    """Open both in turn, several rounds, and print the medians."""
    wanted = _arguments()
    worst = 0.0
    with TemporaryDirectory() as place, Office.running(trusting=True) as office:
        for name in wanted.definition or DEFAULT:
            own, twin = both(name, Path(place))
            with office.opened(own) as host:
                taken = opened([own, twin], host, wanted.rounds)
            ratio = taken[own] / taken[twin]
            worst = max(worst, ratio)
            print(
                f"{name:32} {own.stat().st_size / 1000:4.0f} kB  {taken[own] * 1000:5.0f} ms, "
                f"twin {taken[twin] * 1000:5.0f} ms: {ratio:.2f} times (budget {BUDGET})"
            )
    return 1 if worst > BUDGET else 0


def both(name: str, place: Path) -> tuple[Path, Path]:
    """Write a form and its twin without locks and names."""
    blueprint = entry_blueprint(layout(name))
    open_sheets = tuple(replace(sheet, protected=False) for sheet in blueprint.sheets)
    bare = replace(blueprint, sheets=open_sheets, names={}, structure_locked=False)
    return (
        _written(blueprint, "sandi", place / f"{name}.xlsx"),
        _written(bare, None, place / f"{name}_kembar.xlsx"),
    )


def _written(blueprint: Blueprint, password: str | None, path: Path) -> Path:
    moment = datetime(2025, 1, 2)  # noqa: DTZ001  a document's date has no place
    values = formula_values(blueprint)
    path.write_bytes(
        write_workbook(blueprint, values, password=password, salt=b"s" * 16, modified=moment)
    )
    return path


def opened(paths: list[Path], host: OpenDocument, rounds: int) -> dict[Path, float]:
    """Open files in turn, several rounds; return the median seconds of each."""
    times: dict[Path, list[float]] = {path: [] for path in paths}
    for _ in range(rounds):
        for path in paths:
            times[path].append(host.call(SCRIPT, "seconds", str(path)))
    return {path: statistics.median(taken) for path, taken in times.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("definition", nargs="*")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
