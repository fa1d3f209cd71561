"""Kill every verb that writes, again and again at random moments; print what was left behind.

`python -m benchmarks.killed_verbs --times 20`
"""

import argparse
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from command_line.main import run
from tests.hostile.killing import often
from tests.hostile.verbs import FIRST, VERBS, Desk, laid_out


def main() -> int:
    """Run the campaign; the exit status is 1 where anything was half-written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="for each verb")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance, damaged = Random(chosen.seed), 0  # noqa: S311  no secret
    with TemporaryDirectory() as folder:
        desk = _desk(Path(folder))
        for n, verb in enumerate(VERBS):
            place = Path(folder) / str(n)
            place.mkdir()
            killed, faults = often(verb, desk, place, chosen.times, chance)
            print(f"{verb}: {killed} of {chosen.times} killed at work, {len(faults)} faults")
            print("".join(f"  {fault}\n" for fault in faults), end="", flush=True)
            damaged += bool(faults)
    return int(damaged > 0)


def _desk(folder: Path) -> Desk:
    desk = laid_out(folder / "asal")
    for one in FIRST:
        try:
            run(list(map(str, one(desk, folder / "awal"))))
        except SystemExit as leaving:
            print(f"laid out: {leaving.code}")
    return desk


if __name__ == "__main__":
    sys.exit(main())
