"""Fill in workbooks at random and let four engines compute every formula cell.

``python -m benchmarks.agreement --fillings 1000 --formulas 50 --seed 1``. Every filling goes
through our Python, LibreOffice and ironcalc; the slow library `formulas` sees as many as asked for,
spread over all definitions. Exit status 1 when any cell differs or shows an error value.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from tests.agreement.definitions import EVERYTHING
from tests.agreement.engines import EVERY, FAST, Engines, errors_shown
from tests.agreement.fillings import at_random
from tests.judges.calc_session import Office
from tests.workbooks import layout

SHOWN = 5  # differences printed of each filling


@dataclass
class Tally:
    """What was looked at and what was found."""

    fillings: int = 0
    cells: Counter[str] = field(default_factory=Counter)
    differences: Counter[str] = field(default_factory=Counter)
    errors: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing differs and no error is shown."""
        return not self.errors and not self.differences.total()


def main() -> int:
    """Run the campaign, print the counts."""
    wanted = _arguments()
    tally, start = Tally(), time.perf_counter()
    with Office.running() as office:
        for at, name in enumerate(EVERYTHING):
            seeds = range(wanted.seed + at, wanted.seed + wanted.fillings, len(EVERYTHING))
            slow = len(range(at, wanted.formulas, len(EVERYTHING)))
            with Engines.loaded(layout(name), office) as engines:
                for n, seed in enumerate(seeds):
                    _judge(engines, f"{name} {seed}", seed, EVERY if n < slow else FAST, tally)
            print(f"{name:40} {len(seeds):5} fillings, {slow:3} with formulas", flush=True)
    print(f"{tally.fillings} fillings in {time.perf_counter() - start:.0f} s")
    for engine in EVERY:
        count, differing = tally.cells[engine], tally.differences[engine]
        print(f"{engine:12} {count:10} cells compared, {differing} differ")
    print(f"error values shown: {tally.errors}")
    return 0 if tally.clean else 1


def _judge(engines: Engines, title: str, seed: int, judges: tuple[str, ...], tally: Tally) -> None:
    typed = at_random(engines.layout, seed, errors=True)
    own = engines.own(typed)
    tally.fillings += 1
    for cell in errors_shown(own):
        tally.errors += 1
        print(f"{title}: {'!'.join(cell)} shows {own[cell]}")
    for judge in judges:
        found = engines.differing(judge, typed, own)
        tally.cells[judge] += len(own)
        tally.differences[judge] += len(found)
        for line in found[:SHOWN]:
            print(f"{title}: {judge}: {line}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fillings", type=int, default=1000)
    parser.add_argument("--formulas", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
