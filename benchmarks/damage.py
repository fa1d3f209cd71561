"""Damage many workbooks in many ways; print the table of kinds and how many were found.

`python -m benchmarks.damage --workbooks 5000`
"""

import argparse
import sys
import time

from tests.damage.campaign import damaged, known_form, random_forms, table
from tests.workbooks import DEFINITIONS, EVERY_KIND


def main() -> int:
    """Run the campaign; the exit status is 1 where anything was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workbooks", type=int, default=5000)
    parser.add_argument("--definitions", type=int, default=20, help="random ones besides ours")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    forms = [known_form(name) for name in (*DEFINITIONS, EVERY_KIND)]
    forms += random_forms(chosen.definitions, chosen.seed)
    start = time.perf_counter()
    tried = list(damaged(forms, chosen.workbooks, chosen.seed))
    for one in tried:
        if not one.found:
            told = [(finding.code, finding.cells[:3]) for finding in one.told[:5]]
            print(f"missed: {one.kind}, expected {one.expected}, told {told}")
    print("\n".join(table(tried)))
    print(f"{len(forms)} workbooks, {time.perf_counter() - start:.0f} s, seed {chosen.seed}")
    return int(not all(one.found for one in tried))


if __name__ == "__main__":
    sys.exit(main())
