"""What a whole process costs, its children included.

``python -m benchmarks.processes consolidate …`` is ``iku consolidate …`` of this checkout.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from command_line.main import run

_EVERY = 0.1  # seconds between two looks at the memory


class Cost(NamedTuple):
    """Seconds on the wall and of the processor, and the peak memory of all processes together."""

    wall: float
    processor: float
    megabytes: float


def cost_of(command: Sequence[str]) -> Cost:
    """Run a command to its end; CalledProcessError where it cannot run."""
    before, start = os.times(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        memory = _Memory(process.pid)
        memory.start()
        status = process.wait()
        memory.over.set()
        memory.join()
    wall, after = time.perf_counter() - start, os.times()
    if status not in {0, 1}:
        raise subprocess.CalledProcessError(status, command)
    used = after.children_user + after.children_system
    return Cost(wall, used - before.children_user - before.children_system, memory.peak / 1000)


class _Memory(threading.Thread):
    """Watches the memory of a session: each page once, however many processes share it."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.peak, self.over = session, 0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(_EVERY):
            self.peak = max(self.peak, sum(map(self._kilobytes, Path("/proc").glob("[0-9]*"))))

    def _kilobytes(self, process: Path) -> int:
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) != self.session:
                return 0
            lines = (process / "smaps_rollup").read_text().splitlines()
        except OSError:
            return 0  # it ended meanwhile
        return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    run(sys.argv[1:])
