"""Measure validation against the budgets of issue 4, interleaved with its peers.

`python -m benchmarks.validate`; the row of pandas is there where pandas is installed.
"""

import argparse
import importlib.util
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.timing import measured
from iku.cells import SheetSnapshot
from iku.checks import check_submission
from iku.finding import Finding
from iku.reading import read_submission
from iku.submission import Submission
from iku.terbitan import issue
from tests.workbooks import definition
from workbook_reader.cell_events import SharedParts
from workbook_reader.container import open_package
from workbook_reader.limits import Limits
from workbook_reader.package import Package
from workbook_reader.snapshot import read_snapshot_bytes
from workbook_reader.styles import read_styles
from workbook_reader.worksheet import parsed_sheet
from workflow.build import workbook_bytes as built
from workflow.fill import filled

UNITS = 51
_RUN = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=False, stdout=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
SNAPSHOT, VALIDATE = "raw snapshot", "validate: all checks, whole tamper check"


def validated(data: bytes) -> list[Finding]:
    """Read and check one workbook, as every door does."""
    snapshot = read_snapshot_bytes(data, "IKU.xlsx")
    assert not isinstance(snapshot, Finding)
    read = read_submission(snapshot)
    assert isinstance(read, Submission)
    return check_submission(read)


def raw_snapshot(data: bytes) -> list[SheetSnapshot]:
    """Read every sheet of a workbook by the parser alone, as if none had been read before."""
    package = open_package(data, "IKU.xlsx")
    assert isinstance(package, Package)
    styles = read_styles("xl/styles.xml", package.part("xl/styles.xml"))
    shared = SharedParts([], styles, date1904=False, limits=Limits())
    parts = [name for name in package.names if name.startswith("xl/worksheets/sheet")]
    return [parsed_sheet("", "", shared, part, package.part(part)) for part in parts]


def main() -> None:
    """Print medians and ratios; another unit's workbook comes each round, so none is remembered."""
    books = workbooks(UNITS)
    turn = iter(books * 10)
    validated(books[0])
    steps: dict[str, Callable[[], object]] = {
        SNAPSHOT: lambda: raw_snapshot(books[0]),
        VALIDATE: lambda: validated(next(turn)),
    }
    if importlib.util.find_spec("pandas"):
        steps["pandas.read_excel, one sheet"] = lambda: with_pandas(books[0])
    medians = measured(steps)
    for name, median in medians.items():
        print(f"{name:44} {median:8.1f} ms {median / medians[SNAPSHOT]:6.2f} x snapshot")
    for title, count in (("iku validate FILE", 1), (f"iku validate, {UNITS} files", UNITS)):
        seconds, megabytes = cold(books[:count])
        print(f"{title + ', cold':44} {seconds:8.2f} s, {megabytes:.0f} MB")
    print(f"{UNITS} files on 2 processes, warm {' ' * 13} {in_a_pool(books):8.2f} s")


def workbooks(count: int) -> list[bytes]:
    """Return the filled workbooks of many kecamatan of one definition."""
    known = definition("dua_puluh_indikator")
    books = []
    for n in range(count):
        unit = known.unit[0].model_copy(update={"kode": f"99.01.{n + 1:02}", "nama": f"Uji {n}"})
        blank, _ = built(issue(known, unit))
        snapshot = read_snapshot_bytes(blank, "IKU.xlsx")
        assert not isinstance(snapshot, Finding)
        submission = read_submission(snapshot)
        assert isinstance(submission, Submission)
        values = {
            name: int(entry.minimum or 0) + 5 + n % 7
            for name, entry in submission.layout.entries.items()
            if entry.kind == "number"
        }
        books.append(filled(blank, submission, values))
    return books


def in_a_pool(books: list[bytes]) -> float:
    """Return the seconds for all files once the processes have started and read one file."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_count, books[:4]))
        start = time.perf_counter()
        list(pool.map(_count, books, chunksize=9))
        return time.perf_counter() - start


def _count(data: bytes) -> int:
    return len(validated(data))


def cold(books: list[bytes]) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of one command, the best of three runs."""
    with tempfile.TemporaryDirectory() as folder:
        for n, data in enumerate(books):
            (Path(folder) / f"IKU_{n:02}.xlsx").write_bytes(data)
        command = [str(Path(sys.executable).with_name("iku")), "validate", folder]
        return min(_run(command) for _ in range(3))


def _run(command: list[str]) -> tuple[float, float]:
    """Run a command from a small process: a child's peak begins with the size of its parent."""
    told = subprocess.run(
        [sys.executable, "-c", _RUN, *command], check=True, capture_output=True, text=True
    )
    seconds, megabytes = map(float, told.stdout.split())
    return seconds, megabytes


def with_pandas(data: bytes) -> object:
    """What a script would do instead: read a single sheet."""
    pandas = importlib.import_module("pandas")
    return pandas.read_excel(io.BytesIO(data), sheet_name="Isian", engine="openpyxl")


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    main()
