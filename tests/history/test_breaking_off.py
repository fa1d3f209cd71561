"""Broken off at any moment, a consolidation leaves the state of before, whole."""

import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest

from benchmarks.killing import faults_left, killed_after
from tests.command_runs import INTERRUPTED
from tests.history.sample import UNITS, inbox, workbook
from workflow import publication as publishing
from workflow.history import latest_runs
from workflow.publication import publication


def _command(folder: Path, received: Path) -> list[str]:
    options = ["--definition", str(folder / "definisi.yaml"), "--history", str(folder / "h.sqlite")]
    program = [*INTERRUPTED, "consolidate", str(received)]
    return [*program, "-o", str(folder / "rekap.xlsx"), "--executor", "proses:2", *options]


def _many(folder: Path) -> Path:
    received = inbox(folder)
    for n in range(6):
        (received / f"revisi_{n}.xlsx").write_bytes(workbook(UNITS[0], 3.0, n + 1.0))
    return received


def test_killed_runs_leave_neither_half_a_recap_nor_a_damaged_history(tmp_path: Path) -> None:
    received, chance = _many(tmp_path), Random(5)  # noqa: S311  no secret
    history, recap = tmp_path / "h.sqlite", tmp_path / "rekap.xlsx"
    command = _command(tmp_path, received)
    start = time.perf_counter()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    duration = time.perf_counter() - start

    killed = tried = 0
    while tried < 4 or not killed:  # a run may be quicker than the first one was
        n, tried = tried, tried + 1
        assert tried < 20
        (received / "baru.xlsx").write_bytes(workbook(UNITS[1], 3.0 + n % 3, 20.0 + n % 3))
        killed += killed_after(command, chance.uniform(0.05, 0.6) * duration)
        assert faults_left(history, recap) == []

    assert killed > 0
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert latest_runs(history, "UJI-2017", 2017)["TAHUN"].report.count('"accepted"') == len(UNITS)


def test_an_interruption_is_told_in_a_sentence_and_leaves_no_results(tmp_path: Path) -> None:
    received = _many(tmp_path)
    command = _command(tmp_path, received)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "h.sqlite").exists():  # it is about to read
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read() if process.stderr else ""

    assert process.returncode == 130
    assert "dihentikan setelah" in told
    assert "jalankan lagi untuk melanjutkan" in told
    assert "Traceback" not in told
    assert [one for one in tmp_path.iterdir() if "rekap" in one.name] == []


def test_results_are_put_in_place_together_or_not_at_all(tmp_path: Path) -> None:
    old = tmp_path / "rekap.xlsx"
    old.write_bytes(b"lama")

    def written() -> None:
        with publication() as drafts:
            drafts.draft(old).write_bytes(b"baru")
            folder = drafts.draft(tmp_path / "csv")
            folder.mkdir()
            (folder / "data.csv").write_bytes(b"setengah")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        written()
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("rekap.xlsx", b"lama")]


def test_results_of_a_folder_join_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    (tmp_path / "csv" / "lama.csv").write_bytes(b"lama")
    with publication() as drafts:
        folder = drafts.draft(tmp_path / "csv")
        (folder / "tahun").mkdir(parents=True)
        (folder / "tahun" / "data.csv").write_bytes(b"baru")
        digests = drafts.digests()
        drafts.put_in_place()

    assert list(digests) == [str(tmp_path / "csv" / "tahun" / "data.csv")]
    assert publishing.unchanged(digests)
    assert sorted(one.name for one in (tmp_path / "csv").iterdir()) == ["lama.csv", "tahun"]
    assert [one.name for one in tmp_path.iterdir()] == ["csv"]
