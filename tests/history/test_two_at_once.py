"""Two processes over one history: one waits or is refused in a sentence, and nothing is lost."""

import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.command_runs import PROGRAM
from tests.history.sample import UNITS, inbox, workbook, write_definition
from workflow.close import Wanted, close_period
from workflow.consolidate import consolidate_all
from workflow.executors import HERE
from workflow.history.closing import closings, ready, record_closing
from workflow.history.opening import writing
from workflow.refusal import RefusedError
from workflow.repetition import Asked

HISTORY = "riwayat.sqlite"


def together(*commands: Sequence[object]) -> list[tuple[int, str]]:
    """Start several commands at once; return how each left and what it complained of."""
    started = [
        subprocess.Popen(
            [*PROGRAM, *map(str, command)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for command in commands
    ]
    told = [process.communicate()[1] for process in started]
    return [(one.returncode, words) for one, words in zip(started, told, strict=True)]


def consolidating(folder: Path, received: Path, recap: str) -> list[object]:
    options = ["--definition", folder / "definisi.yaml", "--history", folder / HISTORY]
    return ["consolidate", received, "-o", folder / recap, "--executor", "serial", *options]


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    """Look into the history, which must be whole."""
    with closing(sqlite3.connect(folder / HISTORY)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute(query).fetchall()


def asked(folder: Path) -> Asked:
    received, recap = folder / "kiriman", folder / "rekap.xlsx"
    return Asked((received,), recap, folder / "definisi.yaml", folder / HISTORY)


def test_the_same_folder_twice_at_once_is_one_run_with_two_equal_recaps(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    left = together(*(consolidating(tmp_path, received, f"{n}.xlsx") for n in (1, 2)))

    assert left == [(0, ""), (0, "")]
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    assert rows(tmp_path, "SELECT count(*) FROM runs") == [(1,)]
    assert rows(tmp_path, "SELECT count(*) FROM files") == [(len(UNITS),)]
    assert rows(tmp_path, "SELECT count(*) FROM records") == [(len(UNITS),)]


def test_two_folders_at_once_are_two_runs_with_all_their_files(tmp_path: Path) -> None:
    write_definition(tmp_path)
    for n, unit in enumerate(UNITS[:2]):
        (tmp_path / unit).mkdir()
        (tmp_path / unit / "laporan.xlsx").write_bytes(workbook(unit, 3.0 + n))
    left = together(
        *(consolidating(tmp_path, tmp_path / unit, f"{unit}.xlsx") for unit in UNITS[:2])
    )

    assert left == [(0, ""), (0, "")]
    runs = rows(tmp_path, "SELECT f.unit, f.fate FROM runs r JOIN files f ON f.run = r.id")
    assert sorted(runs) == [(unit, "accepted") for unit in UNITS[:2]]
    entered = rows(tmp_path, "SELECT DISTINCT unit FROM entries ORDER BY unit")
    assert entered == [(unit,) for unit in UNITS[:2]]


def test_closing_while_a_recap_is_made_leaves_both_whole_or_refuses_one(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    consolidate_all(asked(tmp_path), asked(tmp_path).digest(), HERE)
    (received / "koreksi.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))
    history = tmp_path / HISTORY
    recap, closed = together(
        consolidating(tmp_path, received, "rekap.xlsx"),
        ["close", "TAHUN", "--history", history, "-o", tmp_path / "arsip"],
    )

    refused = [words for code, words in (recap, closed) if code]
    assert [words for words in refused if "oleh proses lain" not in words] == []
    assert len(refused) <= 1
    assert {code for code, _ in (recap, closed)} <= {0, 2}
    assert len(closings(history, "UJI-2017", 2017)) == (closed[0] == 0)
    minutes = sorted(one.suffix for one in tmp_path.glob("arsip/*"))
    assert minutes == ([".docx", ".txt"] if closed[0] == 0 else [])
    assert rows(tmp_path, "SELECT count(*) FROM runs") == [(2 if recap[0] == 0 else 1,)]


def test_a_period_closed_twice_at_once_is_closed_once(tmp_path: Path) -> None:
    inbox(tmp_path)
    consolidate_all(asked(tmp_path), asked(tmp_path).digest(), HERE)
    command = ["close", "TAHUN", "--history", tmp_path / HISTORY, "--by"]
    left = together([*command, "Kabag"], [*command, "Sekda"])

    assert sorted(code for code, _ in left) == [0, 2]
    (refused,) = [words for code, words in left if code]
    assert "ditutup" in refused
    assert "Traceback" not in refused
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(1,)]


def test_a_recap_that_missed_a_closing_is_not_recorded(tmp_path: Path) -> None:
    inbox(tmp_path)
    wanted = asked(tmp_path)
    first, _ = consolidate_all(wanted, wanted.digest(), HERE)
    before = wanted.recap.read_bytes()
    (tmp_path / "kiriman" / "koreksi.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))

    def closed_meanwhile(done: int) -> None:
        if not done:  # everything is worked out, and nothing recorded yet
            close_period(tmp_path / HISTORY, Wanted("TAHUN"))

    with pytest.raises(RefusedError, match="Tahun 2017 ditutup oleh proses lain"):
        consolidate_all(wanted, wanted.digest(), HERE, closed_meanwhile)
    assert wanted.recap.read_bytes() == before
    assert rows(tmp_path, "SELECT count(*) FROM runs") == [(1,)]

    again, _ = consolidate_all(wanted, wanted.digest(), HERE)
    assert [(one.closed, one.counted) for one in again.changes] == [("TAHUN", False)]
    assert again.means == first.means


def test_a_closing_overtaken_by_another_recap_writes_neither_it_nor_its_minutes(
    tmp_path: Path,
) -> None:
    inbox(tmp_path)
    wanted, history = asked(tmp_path), tmp_path / HISTORY
    consolidate_all(wanted, wanted.digest(), HERE)
    (found,) = ready(history, "TAHUN")
    (tmp_path / "kiriman" / "koreksi.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))
    consolidate_all(wanted, wanted.digest(), HERE)

    minutes = tmp_path / "berita_acara.txt"
    with pytest.raises(RefusedError, match="direkap lagi, oleh proses lain"):
        record_closing(history, found.closing, found, minutes.touch)
    assert not minutes.exists()
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(0,)]


def test_a_closing_whose_minutes_cannot_be_written_is_none(tmp_path: Path) -> None:
    inbox(tmp_path)
    consolidate_all(asked(tmp_path), asked(tmp_path).digest(), HERE)
    occupied = tmp_path / "arsip"
    occupied.write_bytes(b"bukan folder")

    with pytest.raises(OSError, match="arsip"):
        close_period(tmp_path / HISTORY, Wanted("TAHUN"), into=occupied)
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(0,)]


def test_a_run_waits_for_another_that_is_writing(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    with writing(tmp_path / HISTORY) as database:
        process = subprocess.Popen(
            [*PROGRAM, *map(str, consolidating(tmp_path, received, "rekap.xlsx"))],
            stdout=subprocess.DEVNULL,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(2.0)
        database.execute("UPDATE runs SET told = ''")
    assert process.wait() == 0
    assert rows(tmp_path, "SELECT count(*) FROM runs") == [(1,)]
