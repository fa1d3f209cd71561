"""Measure validation against the budgets of issue 4, interleaved with its peers.

`python -m benchmarks.validate`; the row of pandas is there where pandas is installed.
"""

import importlib.util
import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.timing import measured
from iku.checks import check_submission
from iku.finding import Finding
from iku.reading import read_submission
from iku.submission import Submission
from iku.terbitan import issue
from tests.workbooks import definition
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.build import workbook_bytes as built
from workflow.fill import filled

UNITS = 51
SNAPSHOT, VALIDATE = "raw snapshot", "validate: all checks, whole tamper check"


def validated(data: bytes) -> list[Finding]:
    """Read and check one workbook, as every door does."""
    snapshot = read_snapshot_bytes(data, "IKU.xlsx")
    assert not isinstance(snapshot, Finding)
    read = read_submission(snapshot)
    assert isinstance(read, Submission)
    return check_submission(read)


def main() -> None:
    """Print medians and ratios; another unit's workbook comes each round, so none is remembered."""
    books = workbooks(UNITS)
    turn = iter(books * 10)
    validated(books[0])
    steps: dict[str, Callable[[], object]] = {
        SNAPSHOT: lambda: read_snapshot_bytes(books[0], "IKU.xlsx"),
        VALIDATE: lambda: validated(next(turn)),
    }
    if importlib.util.find_spec("pandas"):
        steps["pandas.read_excel, one sheet"] = lambda: with_pandas(books[0])
    medians = measured(steps)
    for name, median in medians.items():
        print(f"{name:44} {median:8.1f} ms {median / medians[SNAPSHOT]:6.2f} x snapshot")
    print(f"{UNITS} files on 2 processes, warm {' ' * 13} {in_a_pool(books):8.2f} s")
    print(f"iku validate FILE, cold {' ' * 21} {cold(books[0]):8.2f} s")
    print(
        f"peak memory {' ' * 33} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB"
    )


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


def cold(data: bytes) -> float:
    """Return the seconds of one command from start to end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "IKU.xlsx"
        path.write_bytes(data)
        start = time.perf_counter()
        command = [str(Path(sys.executable).with_name("iku")), "validate", str(path)]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def with_pandas(data: bytes) -> object:
    """What a script would do instead: read a single sheet."""
    pandas = importlib.import_module("pandas")
    return pandas.read_excel(io.BytesIO(data), sheet_name="Isian", engine="openpyxl")


if __name__ == "__main__":
    main()
