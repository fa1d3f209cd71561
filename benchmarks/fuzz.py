"""Fuzz: damage files of every kind in many ways and watch what the product makes of them.

`python -m benchmarks.fuzz --files 20000 --jobs 2 --keep FOLDER`

Each file is read, checked and consolidated, or loaded as a definition, in a process that may take
5 s of processor time and 500 MB for it and write below its own folder only. A traceback, a hang,
too much memory or a write elsewhere is a fault; its file is kept in FOLDER, made as small as it
goes. The n-th file is the same each time: ``--first N --files 1`` tries one again.
"""

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.faults import Fault, smallest, try_many
from tests.hostile.mutants import mutant, mutants
from tests.hostile.seeds import seeds

BATCH = 50
_PATIENCE = 120.0  # seconds without a word, on a loaded machine, after which a process is ended


class Worker:
    """A process that tries one batch of files after the other."""

    def __init__(self) -> None:
        self.ours, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("fork")
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.batch = (0, 0)
        self.at = 0
        self.heard = time.monotonic()

    def give(self, first: int, count: int) -> None:
        self.batch, self.at, self.heard = (first, count), first, time.monotonic()
        self.ours.send((first, count))

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.ours.close()


def _work(pipe: Connection) -> None:
    with TemporaryDirectory() as folder:
        while True:
            try:
                first, count = pipe.recv()
            except EOFError:
                return
            for said in try_many(list(mutants(first, count)), Path(folder)):
                pipe.send(said)
            pipe.send(None)


class Campaign:
    """Hands batches out and takes in what is said of them."""

    def __init__(self, first: int, count: int) -> None:
        self.todo = [(n, min(BATCH, first + count - n)) for n in range(first, first + count, BATCH)]
        self.todo.reverse()
        self.told: Counter[str] = Counter()
        self.faults: list[Fault] = []
        self.tried = 0

    def run(self, processes: int) -> None:
        workers = {worker.ours: worker for worker in (Worker() for _ in range(processes))}
        for pipe in list(workers):
            self._next(workers, pipe)
        while workers:
            heard = wait(list(workers), timeout=1.0)
            for pipe in [one for one in workers if one in heard]:
                self._hear(workers, pipe)
            for pipe, worker in list(workers.items()):
                if time.monotonic() - worker.heard > _PATIENCE:
                    self._lost(workers, pipe, "hangs, and nothing in Python stops it")

    def _next(self, workers: dict[Connection, Worker], pipe: Connection) -> None:
        if self.todo:
            workers[pipe].give(*self.todo.pop())
        else:
            workers.pop(pipe).end()

    def _hear(self, workers: dict[Connection, Worker], pipe: Connection) -> None:
        worker = workers[pipe]
        worker.heard = time.monotonic()
        try:
            said = pipe.recv()
        except (EOFError, OSError):
            self._lost(workers, pipe, "ended the process")
            return
        if said is None:
            self._next(workers, pipe)
        elif isinstance(said, Fault):
            self.faults.append(said)
            print(f"FAULT {said}", flush=True)
        else:
            number, words = said
            worker.at = number + 1
            self.told[words] += 1
            self.tried += 1
            if self.tried % 1000 == 0:
                print(f"{self.tried} files, {len(self.faults)} faults", flush=True)

    def _lost(self, workers: dict[Connection, Worker], pipe: Connection, why: str) -> None:
        """Write a process off, and go on behind the file that it was at."""
        worker = workers.pop(pipe)
        worker.end()
        self.faults.append(Fault(worker.at, why, f"file {worker.at}"))
        print(f"FAULT {self.faults[-1]}", flush=True)
        first, count = worker.batch
        left = first + count - worker.at - 1
        if left > 0:
            self.todo.append((worker.at + 1, left))
        fresh = Worker()
        workers[fresh.ours] = fresh
        self._next(workers, fresh.ours)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--keep", type=Path, help="folder for the files that were not answered")
    chosen = parser.parse_args()
    start = time.monotonic()
    print(f"{len(seeds())} sound files to damage", flush=True)
    campaign = Campaign(chosen.first, chosen.files)
    campaign.run(chosen.jobs)
    for words, count in campaign.told.most_common():
        print(f"{count:6d}  {words}")
    kinds = {fault.kind for fault in campaign.faults}
    seconds = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = (used.ru_utime + used.ru_stime) / max(campaign.tried, 1)
    print(f"{campaign.tried} files, {len(campaign.faults)} faults of {len(kinds)} kinds")
    print(f"{seconds / 60:.0f} minutes, {cost:.3f} s of processor time a file")
    print(f"files {chosen.first} to {chosen.first + chosen.files - 1}")
    if chosen.keep is not None:
        _keep(campaign.faults, chosen.keep)
    return int(bool(campaign.faults))


def _keep(faults: list[Fault], folder: Path) -> None:
    """Write the smallest file of each kind of fault that still shows it."""
    folder.mkdir(parents=True, exist_ok=True)
    for fault in {one.kind: one for one in faults}.values():
        found = mutant(fault.number)
        data = smallest(found, fault)
        (folder / f"{fault.number}{found.seed.ending}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
