"""Steps run in turn, so that what else the machine does falls on all of them alike."""

import statistics
import sys
import time
from collections.abc import Callable, Mapping

ROUNDS = 7


def measured(
    steps: Mapping[str, Callable[[], object]],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Run the steps in turn, several rounds, and return each one's median in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            start = clock()
            step()
            times[name].append((clock() - start) * 1000)
    return {name: statistics.median(one) for name, one in times.items()}


def report(medians: Mapping[str, float], peers: Mapping[str, str], rounds: int = ROUNDS) -> None:
    """Print a table: step, median, and its ratio to the peer that it is measured against."""
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, medians")
    for name, median in medians.items():
        peer = peers.get(name, "")
        ratio = f"{median / medians[peer]:7.3f} x {peer}" if peer else ""
        print(f"{name:44} {median:9.2f} ms  {ratio}")
