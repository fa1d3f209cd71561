"""What one step costs in a process of its own, in which nothing was met before.

``python -m benchmarks.alone MODULE:FUNCTION ARGUMENT …``. The function prepares the step, imports
what it needs, and returns it; then the step is timed. Memory is that of the whole process.
"""

import importlib
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple


class Alone(NamedTuple):
    """Seconds of the processor, and the peak memory of the process in MB."""

    seconds: float
    megabytes: float


def alone(prepare: str, *arguments: str) -> Alone:
    """Start a process and run one step in it, once."""
    command = [sys.executable, "-m", "benchmarks.alone", prepare, *arguments]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return Alone(*json.loads(told.stdout.splitlines()[-1]))


def _main() -> None:
    module, _, name = sys.argv[1].partition(":")
    step = getattr(importlib.import_module(module), name)(*sys.argv[2:])
    start = time.process_time()
    step()
    print(json.dumps([time.process_time() - start, _peak()]))


def _peak() -> float:
    """Return the peak of this program; what `resource` tells begins with that of its parent."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    _main()
