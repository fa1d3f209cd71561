"""Cut, drag, copy, fill, sort, clear and paste on every entry column in LibreOffice.

``python -m benchmarks.handling [DEFINITION …] [--each N]``. Definitions are those that ship and
those of the tests; without any, a yearly and some quarterly ones. ``--each`` limits the operations
of each column. Every operation goes through the protection as a clerk's would, then every formula
must have its text and every result must be what our calculation makes of the cells' contents.
Exit status 1 when anything is otherwise.
"""

import argparse
import sys
import time
from collections import Counter

from iku.layout.layout import Layout
from tests.agreement.fillings import at_random
from tests.handling.handled import HandledWorkbook
from tests.handling.operations import Operation, a_share, operations
from tests.handling.small import small_layout
from tests.judges.calc_session import Office
from tests.workbooks import layout

SMALL = "small"
DEFAULT = (SMALL, "kota_jambi_2017", "contoh_triwulanan_2025", "serba_ada")
SHOWN = 2  # faults printed of each operation
SEED = 7  # of the entries that the workbook holds when it is handled


def main() -> int:
    """Handle the workbooks one after another, print the counts."""
    wanted = _arguments()
    faulty = 0
    with Office.running() as office:
        for name in wanted.definition or DEFAULT:
            of = small_layout() if name == SMALL else layout(name)
            columns = operations(of)
            everything = [one for chosen in columns.values() for one in chosen]
            chosen = a_share(of, wanted.each) if wanted.each else everything
            start = time.perf_counter()
            done, bad = _handled(of, chosen, office)
            faulty += bad
            seconds = time.perf_counter() - start
            print(
                f"{name}: {len(columns)} entry columns, {len(chosen)} operations, {seconds:.0f} s"
            )
            for kind in sorted({one.kind for one in chosen}):
                print(f"  {kind:18} {done[kind, True]:5} let through, {done[kind, False]} refused")
            print(f"  {bad} left a wrong formula or result", flush=True)
    return 1 if faulty else 0


def _handled(
    of: Layout, chosen: list[Operation], office: Office
) -> tuple[Counter[tuple[str, bool]], int]:
    done: Counter[tuple[str, bool]] = Counter()
    bad = 0
    with HandledWorkbook.loaded(of, at_random(of, SEED), office) as book:
        assert book.faults_at_rest() == ()
        for operation in chosen:
            outcome = book.handle(operation)
            done[operation.kind, outcome.let_through] += 1
            bad += bool(outcome.faults)
            for fault in outcome.faults[:SHOWN]:
                print(f"  {operation}: {fault}")
    return done, bad


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("definition", nargs="*")
    parser.add_argument("--each", type=int, default=0)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
