"""Consolidate a simulated regency, or a nation of them, and compare every figure with the truth.

    python -m benchmarks.regency --units 51
    python -m benchmarks.regency --units 7285 --keep DIR

Up to 1,000 units are one regency with its whole year: five recaps, each figure compared, and each
followed through Asal Angka to its cell and added up again. More are regencies of 51 kecamatan, each
with a definition of its own, in the first quarter, summed up with ``iku consolidate --nation``:
every figure of every regency, and the fate of every file. Making the files takes longer than
reading them; with ``--keep`` they stay for the next run.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import openpyxl

from benchmarks.processes import cost_of
from tests.regency.files_received import by_digest
from tests.regency.forms import Forms
from tests.regency.inbox import write_inbox
from tests.regency.measures import MEASURES
from tests.regency.simulated import Simulated
from tests.regency.tables import table
from tests.regency.trace import trace
from tests.regency.truth import Value, regency
from tests.regency.year import Year

LARGEST, PROCESSES, PERIOD = 51, 2, "TW1"
ONE_REGENCY = 1_000
FATES = {
    "accepted": "diterima",
    "rejected": "ditolak",
    "superseded": "digantikan",
    "duplicate": "ganda",
    "ignored": "dilewati",
}


def main() -> int:
    """Run what was asked for; return how many differences there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        run = one_regency if given.units <= ONE_REGENCY else nation
        found = list(run(folder, given.units, given.seed))
    print(f"{len(found)} differences")
    print(*found[:40], sep="\n")
    return len(found)


def one_regency(folder: Path, units: int, seed: int) -> Iterator[str]:
    """The year of one regency; yield every difference."""
    simulated = Simulated.begun(folder, units, seed, libreoffice=True)
    for turn in simulated.turns():
        files = by_digest(one.answer.folder for one in simulated.done)
        start = time.perf_counter()
        traced = trace(turn.answer.recap, simulated.forms.definition, files)
        print(
            f"{turn.one.period}: {len(turn.one.sent)} files, made in {turn.made:.0f} s, "
            f"consolidated in {turn.consolidated:.1f} s; {traced.cells} cells and "
            f"{traced.figures} figures traced in {time.perf_counter() - start:.0f} s"
        )
        yield from turn.differences
        yield from traced.faults


def nation(folder: Path, units: int, seed: int) -> Iterator[str]:
    """Many regencies in one quarter; yield every difference."""
    sizes = [LARGEST] * (units // LARGEST) + ([units % LARGEST] if units % LARGEST else [])
    numbered = list(enumerate(sizes))
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        truths = list(pool.map(partial(made, folder, seed), numbered))
    files = sum(len(one[2]) for one in truths)
    print(f"{len(sizes)} regencies, {files} files made in {time.perf_counter() - start:.0f} s")
    recap, history = folder / "ringkasan.xlsx", folder / "riwayat.sqlite"
    command = [sys.executable, "-m", "benchmarks.processes", "consolidate", str(folder / "masuk")]
    command += ["-o", str(recap), "--nation", "--period", PERIOD, "--history", str(history)]
    cost = cost_of(command)
    print(f"consolidated in {cost.wall:.1f} s, peak {cost.megabytes:.0f} MB of all processes")
    yield from _compared(recap, folder / "masuk", truths)


Told = tuple[str, dict[str, tuple[Value, Value, int, int]], dict[str, str]]
"""A regency's code, its figures with n and m by indicator, and the fate of each of its files."""


def made(folder: Path, seed: int, numbered: tuple[int, int]) -> Told:
    """Write the inbox of one regency; return the truth about it.

    Without a definition at hand nobody knows who is missing: only units that sent are expected.
    """
    number, size = numbered
    kode = f"{number // 40 + 11}.{number % 40 + 1:02}"
    forms = Forms.issued(size, folder / "terbitan" / kode, None, kode)
    one = Year.begun(size, seed, forms, libreoffice=False, kabupaten=kode).round(PERIOD)
    inbox = folder / "masuk" / kode
    if not inbox.exists():
        write_inbox(inbox, one.sent)
    known = [said for said in one.spoken if said.period]
    figures = {}
    for measure in MEASURES:
        true = regency(known, measure, PERIOD)
        figures[measure.kode] = (true.realisasi, true.capaian, true.n, true.of)
    return kode, figures, {f"{kode}/{sent.path}": FATES[sent.status] for sent in one.sent}


def _compared(recap: Path, inbox: Path, truths: list[Told]) -> Iterator[str]:
    book = openpyxl.load_workbook(recap, data_only=True, read_only=True)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    figures = {(row["Kode"], row["Indikator"]): row for row in table(rows["Indikator"], "Kode")}
    fates = {row["Berkas"]: row["Nasib"] for row in table(rows["Berkas"], "Berkas")}
    for kode, known, files in truths:
        for measure, (realisasi, capaian, n, of) in known.items():
            row = figures[kode, measure]
            for head, value in (("Realisasi", realisasi), ("Capaian", capaian)):
                if not _same(row[head], value):
                    yield f"{kode} {measure} {head}: {row[head]!r}, not {value}"
            if (row["n"], row["dari m"]) != (n, of):
                yield f"{kode} {measure}: {row['n']} of {row['dari m']}, not {n} of {of}"
        for path, fate in files.items():
            told = fates.pop(str(inbox / path), None)
            if told != fate:
                yield f"{path}: {told}, not {fate}"
    yield from (f"{path}: nobody sent it" for path in fates)


def _same(shown: object, value: Value) -> bool:
    if isinstance(value, str):
        return isinstance(shown, str)
    return shown == float(value)


if __name__ == "__main__":
    raise SystemExit(bool(main()))
