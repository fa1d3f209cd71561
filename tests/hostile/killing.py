"""Killing: a verb ended in the middle of its work, and what it leaves behind."""

import os
import shutil
import signal
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from command_line.main import run
from tests.hostile.verbs import VERBS, Desk

DONE = {0, 1}
_EXISTS = 2  # the status of a verb that does not write over what is there
_TAIL = 16  # bytes at the end of a file that show that it was written to its end


@dataclass(frozen=True)
class Trial:
    """A verb at a desk of its own, which may be killed as often as one likes."""

    verb: str
    desk: Desk
    out: Path

    def lay_out(self, desk: Desk) -> None:
        """Begin anew with a copy of a desk and an empty folder for the results."""
        for place in (self.desk.folder, self.out):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(desk.folder, self.desk.folder)
        self.out.mkdir()

    def to_its_end(self) -> tuple[int, float]:
        """Run the verb undisturbed; return its exit status and how long it took."""
        start = time.monotonic()
        _, status = os.waitpid(self._started(), 0)
        return os.waitstatus_to_exitcode(status), time.monotonic() - start

    def killed_after(self, seconds: float) -> bool:
        """Run the verb and kill it; return whether it was still at work."""
        child = self._started()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)

    def _started(self) -> int:
        """Return the process that does it; forked, so that the start costs next to nothing."""
        child = os.fork()
        if child:
            return child
        status = 70
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            run(list(map(str, VERBS[self.verb](self.desk, self.out))))
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        finally:
            os._exit(status)

    def files(self) -> Iterator[Path]:
        """Yield what people see in the folder of results: drafts are hidden."""
        for path in sorted(self.out.rglob("*")):
            hidden = any(part.startswith(".") for part in path.relative_to(self.out).parts)
            if path.is_file() and not hidden:
                yield path

    def faults(self, tails: dict[Path, bytes]) -> Iterator[str]:
        """Yield what is half-written; ``tails`` are the ends of files written undisturbed."""
        for path in self.files():
            if path.suffix.startswith(".sqlite"):  # with its journal; the next reader takes it back
                continue
            data = path.read_bytes()
            if zipfile.is_zipfile(path):
                broken = zipfile.ZipFile(path).testzip()
                if broken:
                    yield f"{path.name}: {broken}"
            elif path not in tails or data[-_TAIL:] != tails[path]:
                yield f"{path.name}: {len(data)} bytes, not to its end"
        for history in (self.desk.history, self.out / "r.sqlite"):
            if history.exists():
                yield from _unsound(history)

    def tails(self) -> dict[Path, bytes]:
        """Return how each file ends."""
        return {path: path.read_bytes()[-_TAIL:] for path in self.files()}


def _unsound(history: Path) -> Iterator[str]:
    with closing(sqlite3.connect(history)) as database:
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
        if answer != "ok":
            yield f"{history.name}: {answer}"
        if database.execute("PRAGMA user_version").fetchone()[0]:
            (halves,) = database.execute(
                "SELECT count(*) FROM runs WHERE id NOT IN (SELECT run FROM files)"
            ).fetchone()
            if halves:
                yield f"{history.name}: {halves} runs without files"


def often(verb: str, desk: Desk, folder: Path, times: int, chance: Random) -> tuple[int, list[str]]:
    """Kill a verb so many times; return how often it was at work, and every fault that was left.

    After each it is run once more to its end, or says that its result is there already.
    """
    trial = Trial(verb, Desk(folder / "meja"), folder / "keluar")
    trial.lay_out(desk)
    status, duration = trial.to_its_end()
    tails = trial.tails()
    faults = [] if status in DONE else [f"{verb}: status {status}"]
    killed = 0
    for _ in range(times):
        trial.lay_out(desk)
        killed += trial.killed_after(chance.uniform(0, duration))
        faults += trial.faults(tails)
        status, _ = trial.to_its_end()
        faults += trial.faults(tails)
        if status not in {*DONE, _EXISTS}:
            faults.append(f"{verb}: status {status} after it was killed")
    return killed, faults
