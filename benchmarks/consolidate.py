"""Measure consolidation, whole processes, against pandas which merely reads one sheet of each file.

    python -m benchmarks.consolidate --files 51 --folder /somewhere [--rounds 3]
    python -m benchmarks.consolidate --files 51 --folder /somewhere --kills 100

Budgets: with full validation, recap and history 51 files take no longer than pandas, 600 at most
half as long, 7285 (of 514 definitions) under 4 minutes on 2 cores and 400 MB; a second run over
unchanged files at least ten times faster. Workbooks are made once and kept in the folder. What else
the machine does falls on the wall clock, so the processor's seconds are printed beside it.
"""

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.killing import kill_often
from benchmarks.processes import Cost, cost_of
from benchmarks.returned_files import ONE_REGENCY, make_files

_PANDAS = """\
import sys
from pathlib import Path
import pandas, warnings
warnings.simplefilter("ignore")
frames = [pandas.read_excel(f, sheet_name="Isian") for f in sorted(Path(sys.argv[1]).rglob("*.xlsx"))]
pandas.concat(frames)
"""


def main() -> int:
    """Make the files where they are not there yet, run all ways in turn, print one table."""
    wanted = _arguments()
    folder = wanted.folder / f"{wanted.files}"
    inbox = make_files(folder, wanted.files)
    if wanted.kills:
        return kill_often(folder, inbox, wanted.kills, random.Random(wanted.seed))  # noqa: S311  no secret
    found = ways(folder, inbox, several=wanted.files > ONE_REGENCY)
    if wanted.no_pandas:
        found.pop("pandas")
    costs: dict[str, list[Cost]] = {name: [] for name in found}
    for _ in range(wanted.rounds):
        for name, way in found.items():
            costs[name].append(way())
    _report(costs, wanted.files)
    return 0


def ways(folder: Path, inbox: Path, *, several: bool) -> dict[str, Callable[[], Cost]]:
    """Return what is measured, by its name: whole processes over one inbox."""
    history, recap = folder / "riwayat.sqlite", folder / "rekap.xlsx"
    options = ["--nation"] if several else ["--definition", str(folder / "definisi.yaml")]
    command = [*_iku(), str(inbox), "-o", str(recap), "--history", str(history), *options]

    def first() -> Cost:
        history.unlink(missing_ok=True)
        return cost_of(command)

    def one_more() -> Cost:
        newest = max(inbox.rglob("*.xlsx"))
        copied = newest.with_name("salinan.xlsx")
        copied.write_bytes(newest.read_bytes() + b"\\0" * random.randint(1, 10_000))  # noqa: S311
        try:
            return cost_of(command)
        finally:
            copied.unlink()

    return {
        "pandas": lambda: cost_of([sys.executable, "-c", _PANDAS, str(inbox)]),
        "consolidate: first run": first,
        "consolidate: nothing changed": lambda: cost_of(command),
        "consolidate: one file more": one_more,
    }


def _iku() -> list[str]:
    return [sys.executable, "-m", "benchmarks.processes", "consolidate"]


def _report(costs: dict[str, list[Cost]], files: int) -> None:
    print(
        f"{files} files, Python {sys.version.split()[0]}, best of {len(costs['consolidate: first run'])}"
    )
    best = {name: min(some, key=lambda one: one.processor) for name, some in costs.items()}
    first = best["consolidate: first run"]
    for name, one in best.items():
        per_file = 1000 * one.processor / files
        ratio = one.processor / first.processor
        print(
            f"{name:32} {one.wall:8.2f} s wall {one.processor:8.2f} s processor "
            f"{per_file:7.1f} ms a file {ratio:7.3f} x first run {one.megabytes:6.0f} MB"
        )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=51)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-pandas", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
