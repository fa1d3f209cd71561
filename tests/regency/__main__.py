"""Write a simulated regency to disk: forms, inboxes, tables, recaps, and how they compare.

python -m tests.regency OUT --units 11 --seed 1 [--libreoffice]
"""

import argparse
import time
from pathlib import Path

from tests.regency.files_received import by_digest
from tests.regency.simulated import Simulated
from tests.regency.trace import trace


def main() -> int:
    """Run the year and print one line for each period; return how much differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("into", type=Path)
    parser.add_argument("--units", type=int, default=11)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--libreoffice", action="store_true")
    asked = parser.parse_args()
    simulated = Simulated.begun(asked.into, asked.units, asked.seed, libreoffice=asked.libreoffice)
    wrong = 0
    for turn in simulated.turns():
        start = time.perf_counter()
        inboxes = [one.answer.folder for one in simulated.done]
        traced = trace(turn.answer.recap, simulated.forms.definition, by_digest(inboxes))
        found = [*turn.differences, *traced.faults]
        wrong += len(found)
        print(  # noqa: T201  a command
            f"{turn.one.period}: {len(turn.one.sent)} files, made in {turn.made:.1f} s, "
            f"consolidated in {turn.consolidated:.1f} s; {traced.cells} cells and "
            f"{traced.figures} figures traced in {time.perf_counter() - start:.1f} s; "
            f"{len(found)} differences"
        )
        print(*found, sep="\n", end="\n" if found else "")  # noqa: T201  a command
    return wrong


if __name__ == "__main__":
    raise SystemExit(bool(main()))
