"""The command line as people run it: in a process of its own, warnings being errors."""

import subprocess
import sys

PROGRAM = (sys.executable, "-W", "error", "-c", "from command_line.main import run; run()")


def iku(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it said and how it left."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
