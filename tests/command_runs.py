"""The command line as people run it: in a process of its own, warnings being errors."""

import subprocess
import sys

_RUN = ("-c", "from command_line.main import run; run()")
PROGRAM = (sys.executable, "-W", "error", *_RUN)
INTERRUPTED = (sys.executable, *_RUN)
"""For Ctrl-C, which may fall between the opening of a file and its ``with``: Python warns then."""


def iku(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it said and how it left."""
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
