"""Kill a consolidation again and again, and look at what is left behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from random import Random

from workflow.history.opening import opened

_LONGEST = 1.2  # times the duration of an undisturbed run: some come to their end


def kill_often(folder: Path, inbox: Path, times: int, chance: Random) -> int:
    """Kill so many runs at random moments; print what was found, return 1 if anything is damaged.

    Files come and go between the runs, and every fourth begins with a new history, so that all
    moments are met: reading, writing the recap, recording the run, putting the results in place.
    """
    history, recap = folder / "dibunuh.sqlite", folder / "dibunuh.xlsx"
    for left in (history, recap):
        left.unlink(missing_ok=True)
    command = command_for(folder, inbox, recap, history)
    duration = _undisturbed(command)
    killed = damaged = 0
    for n in range(times):
        _come_and_go(inbox, n)
        if n % 4 == 0:
            history.unlink(missing_ok=True)
        killed += killed_after(command, chance.uniform(0, duration * _LONGEST))
        faults = faults_left(history, recap)
        damaged += bool(faults)
        for fault in faults:
            print(f"run {n}: {fault}")
    _come_and_go(inbox, 1)
    _undisturbed(command)
    print(f"{times} runs of about {duration:.1f} s, {killed} killed, {damaged} left damage")
    return int(damaged > 0)


def command_for(folder: Path, inbox: Path, recap: Path, history: Path) -> list[str]:
    """Return the command that consolidates a folder of `returned_files`."""
    program = [sys.executable, "-m", "benchmarks.processes", "consolidate", str(inbox)]
    options = ["-o", str(recap), "--history", str(history)]
    return [*program, *options, "--definition", str(folder / "definisi.yaml")]


def killed_after(command: list[str], seconds: float) -> bool:
    """Start a command, kill it with all its processes, and tell whether it was still running."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        time.sleep(seconds)
        running = process.poll() is None
        if running:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return running


def faults_left(history: Path, recap: Path) -> list[str]:
    """Return what is wrong with a history and a recap after a run was killed; both may be missing."""
    faults = []
    if recap.exists():
        try:
            with zipfile.ZipFile(recap) as archive:
                broken = archive.testzip()
        except zipfile.BadZipFile as error:
            broken = str(error)
        if broken is not None:
            faults.append(f"the recap is broken: {broken}")
    if history.exists():
        with opened(history) as database:
            sound = database.execute("PRAGMA integrity_check").fetchone()[0]
            halves = database.execute(_HALVES).fetchone()[0]
        if sound != "ok":
            faults.append(f"the history is damaged: {sound}")
        if halves:
            faults.append(f"{halves} runs are recorded in part")
    return faults


_HALVES = (
    "SELECT count(*) FROM runs r WHERE NOT EXISTS (SELECT 1 FROM files f WHERE f.run = r.id)"
    " OR NOT EXISTS (SELECT 1 FROM figures g WHERE g.run = r.id)"
)


def _undisturbed(command: list[str]) -> float:
    start = time.perf_counter()
    status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if status not in {0, 1}:
        raise subprocess.CalledProcessError(status, command)
    return time.perf_counter() - start


def _come_and_go(inbox: Path, n: int) -> None:
    """Let a file come in every other run, and take it away in between."""
    extra = inbox / "susulan.xlsx"
    if n % 2:
        extra.unlink(missing_ok=True)
    else:
        shutil.copy(min(inbox.rglob("IKU*.xlsx")), extra)
