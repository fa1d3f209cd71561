"""What `iku validate` takes for a file just below each limit: processor time and memory.

`python -m benchmarks.limits [NAME …]` prints a table; the exit status is 1 where a file takes more than
5 s or 500 MB, or is refused though it lies below its limit.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.limit_files import all_files
from iku.bounds import BOUNDS
from tests.hostile.guard import MEGABYTES, SECONDS

_READ = 20_000  # characters of what a run said
_PROGRAM = (sys.executable, "-c", "from command_line.main import run; run()")


class Cost(NamedTuple):
    """What a run took: seconds of processor time, megabytes of memory at its peak, what it said."""

    seconds: float
    megabytes: float
    said: str

    @property
    def within(self) -> bool:
        """Whether it kept to its bounds and answered with the content of the file."""
        refused = any(word in self.said for word in ("BRK-010", "DEF-001", "Traceback"))
        return not refused and self.seconds <= SECONDS and self.megabytes <= MEGABYTES


def main() -> int:
    """Measure, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these limits")
    chosen = parser.parse_args()
    print("| bound | value | file | CPU | peak memory |\n|---|---|---|---|---|")
    kept = True
    for name, definition, make in all_files():
        if chosen.names and name not in chosen.names:
            continue
        size, cost = measured(make, definition=definition)
        known = BOUNDS.get(name.partition(",")[0])
        value = f"{known.usual:,}" if known else "-"
        took = f"{cost.seconds:.1f} s | {cost.megabytes:.0f} MB"
        print(f"| {name} | {value} | {_kilobytes(size)} | {took} |", flush=True)
        if not cost.within:
            print(f"{name}: beyond its bounds: {cost.said[-300:]}", file=sys.stderr, flush=True)
            kept = False
    return int(not kept)


def measured(make: Callable[[], bytes], *, definition: bool) -> tuple[int, Cost]:
    """Return the size of a file, and what the command takes for it in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("a.yaml" if definition else "kiriman.xlsx")
        # Made elsewhere: a process inherits the peak of the one that starts it.
        maker = multiprocessing.Process(target=_write, args=(make, path))
        maker.start()
        maker.join()
        verb = ["definition", "check"] if definition else ["validate"]
        command = [*_PROGRAM, *verb, str(path), "--json"]
        return path.stat().st_size, _cost(command, Path(folder) / "kata.txt")


def _write(make: Callable[[], bytes], path: Path) -> None:
    path.write_bytes(make())


def _cost(command: list[str], told: Path) -> Cost:
    with (
        told.open("wb") as stream,
        subprocess.Popen(command, stdout=stream, stderr=subprocess.STDOUT) as process,
    ):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    with told.open(encoding="utf-8", errors="replace") as stream_of_words:
        said = stream_of_words.read(_READ)  # all of it would make this process large, see above
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1000):,} KB"


if __name__ == "__main__":
    sys.exit(main())
