"""How long Validasi takes in LibreOffice, on a quarterly form with twenty indicators filled in.

``python -m benchmarks.pressing [--rounds N]``. From the press to the message: cold, with a process
that has just to be started, and warm, with one that waits. Processor time is that of LibreOffice
and of our program together; it is what counts on a machine that is busy with other things.
The budgets are 3 seconds cold and 1 second warm. Exit status 1 when processor time exceeds one.
"""

import argparse
import os
import signal
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.looks.books import sent_back, twenty, whole_year
from tests.oxt.office import Document, Extended, extended

BUDGETS = {"cold": 3.0, "warm": 1.0}
ROUNDS = 7
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Press cold and warm in turn, and print the medians."""
    parser = argparse.ArgumentParser(description="How long Validasi takes in LibreOffice.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    return _told(pressed(parser.parse_args().rounds))


def pressed(rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Press cold and warm in turn; return the seconds on the clock and of the processor."""
    taken: dict[str, list[tuple[float, float]]] = {"cold": [], "warm": []}
    with TemporaryDirectory() as place, extended(Path(place)) as office:
        form = Path(place) / "form.xlsx"
        of = twenty("A4")
        form.write_bytes(sent_back(of, whole_year(of), Path(place)))
        with office.opened(form) as book:
            for _ in range(rounds):
                _stop(office)
                for times in taken.values():
                    times.append(_pressed(office, book))
    return taken


def _told(taken: dict[str, list[tuple[float, float]]]) -> int:
    over = 0
    for kind, measured in taken.items():
        wall, processor = (statistics.median(one) for one in zip(*measured, strict=True))
        budget = BUDGETS[kind]
        print(f"{kind:6}{wall:6.2f} s, processor {processor:5.2f} s (budget {budget:.0f} s)")
        over |= processor > budget
    return over


def _pressed(office: Extended, book: Document) -> tuple[float, float]:
    """Return seconds on the clock and of the processor from the press to the message."""
    processor, clock = _processor_time(office), time.perf_counter()
    book.press("validasi")
    return time.perf_counter() - clock, _processor_time(office) - processor


def _processor_time(office: Extended) -> float:
    return sum(_ticks(place) for place in _processes(office)) / TICKS


def _ticks(process: Path) -> int:
    # The name of the program, in brackets, may hold anything.
    after = (process / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2]
    user, system = after.split()[11:13]
    return int(user) + int(system)


def _stop(office: Extended) -> None:
    for process in _processes(office):
        if b"addin.uno_server" in (process / "cmdline").read_bytes():
            os.kill(int(process.name), signal.SIGKILL)


def _processes(office: Extended) -> list[Path]:
    """Return the processes that were started with the home of this office's user."""
    home = f"XDG_DATA_HOME={office.home}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            if home in environment.read_bytes() and (environment.parent / "cmdline").read_bytes():
                found.append(environment.parent)
        except OSError:  # it has just ended
            continue
    return found


if __name__ == "__main__":
    sys.exit(main())
