"""Many files are checked by several processes: the same findings, in the same order, whatever happens."""

import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from iku.definition.load import load_definition
from tests.command_runs import INTERRUPTED, iku
from tests.history.sample import UNITS, inbox, workbook, zipped
from workbook_reader.folder import Received, received_files
from workflow.executors import Place, as_it_is, executor_at
from workflow.registered import Regency
from workflow.side_by_side import in_order
from workflow.validate import Checked, check_received

CHECK = partial(check_received, whole=False)
MANY = 80  # of our smallest workbooks: they take about a second


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as it comes: good files, damaged ones, one in an archive, and no workbook at all."""
    folder = inbox(tmp_path_factory.mktemp("banyak"))
    for n in range(9):
        (folder / f"revisi_{n}.xlsx").write_bytes(workbook(UNITS[n % 3], 3.0, n + 1.0))
    (folder / "arsip.zip").write_bytes(zipped(a__xlsx=workbook(UNITS[0], 14.0)))
    (folder / "kosong.xlsx").write_bytes(b"")
    (folder / "m_separuh.xlsx").write_bytes(workbook(UNITS[0], 3.0)[:5000])
    (folder / "surat.txt").write_text("Dengan hormat", encoding="utf-8")
    return folder


def one_by_one(folder: Path) -> list[Checked]:
    return list(map(CHECK, received_files([folder])))


def test_two_processes_find_what_one_finds_in_the_same_order(received: Path) -> None:
    alone = one_by_one(received)

    together = list(in_order(received_files([received]), CHECK, helpers=1, alone=0))

    assert len(alone) > 12
    assert len({one.status for one in alone}) > 1
    assert together == alone
    assert [one.as_json() for one in together] == [one.as_json() for one in alone]


@pytest.fixture
def begins_with_nothing() -> Iterator[None]:
    """Helpers as on Windows: new processes that share nothing with this one."""
    before = multiprocessing.get_start_method()
    multiprocessing.set_start_method("spawn", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


@pytest.mark.usefixtures("begins_with_nothing")
def test_a_helper_that_begins_with_nothing_finds_the_same(received: Path) -> None:
    own = load_definition(received.parent / "definisi.yaml")
    known = Regency.known(received.parent / "riwayat.sqlite")
    check = partial(check_received, definition=own, regency=known, language="en", whole=False)

    together = list(in_order(received_files([received]), check, helpers=1, alone=0))

    assert together == list(map(check, received_files([received])))


def test_what_a_helper_sends_is_light(received: Path) -> None:
    assert max(len(pickle.dumps(one)) for one in one_by_one(received)) < 10_000


def _dies_as_a_helper(item: Received) -> Checked:
    if parent_process() is not None:
        os._exit(1)
    return CHECK(item)


def _pid(item: Received) -> Checked:
    return Checked(item.path, (), producer=str(os.getpid()))


def test_a_helper_that_is_killed_costs_no_file(received: Path) -> None:
    found = list(in_order(received_files([received]), _dies_as_a_helper, helpers=1, alone=0))

    assert found == one_by_one(received)


def test_helpers_begin_where_it_took_long_and_many_are_left() -> None:
    def workers(files: int, alone: float) -> int:
        items: Iterator[Received] = (Received(f"{n}.xlsx") for n in range(files))
        return len({one.producer for one in in_order(items, _pid, helpers=1, alone=alone)})

    assert workers(files=40, alone=0) == 2
    assert workers(files=40, alone=60) == 1
    assert workers(files=12, alone=0) == 1


def test_the_command_says_the_same_as_one_process(received: Path, tmp_path: Path) -> None:
    for n in range(MANY):
        (tmp_path / f"{n}.xlsx").hardlink_to(received / f"{UNITS[0]}.xlsx")

    told = iku("validate", tmp_path, "--json")

    assert told.stderr == ""
    assert json.loads(told.stdout)["files"] == [one.as_json() for one in one_by_one(tmp_path)]


def test_work_that_breaks_off_leaves_no_thread_behind() -> None:
    before = set(threading.enumerate())
    given: list[Future[None]] = []

    def breaks_off() -> None:
        with executor_at(Place(1)) as executor:
            given.extend(executor.submit(time.sleep, 0.1) for _ in range(10))
            while not given[0].running():
                time.sleep(0.01)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        breaks_off()

    assert set(threading.enumerate()) == before
    assert given[-1].cancelled()


class _InterruptedWhileItStarts:
    """How to begin, sent to a new process in the very moment in which somebody presses Ctrl-C."""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        signal.raise_signal(signal.SIGINT)
        return (partial, (as_it_is,))

    def __call__(self) -> None:
        """Begin."""


@pytest.mark.usefixtures("begins_with_nothing")
def test_an_interruption_while_a_process_starts_leaves_no_thread_behind() -> None:
    before = set(threading.enumerate())

    with pytest.raises(KeyboardInterrupt), executor_at(Place(1), _InterruptedWhileItStarts()):
        pytest.fail("the interruption was lost")

    assert set(threading.enumerate()) == before


def test_an_interruption_ends_all_processes_with_one_sentence(
    received: Path, tmp_path: Path
) -> None:
    for n in range(30 * MANY):
        (tmp_path / f"{n}.xlsx").hardlink_to(received / f"{UNITS[0]}.xlsx")
    command = [*INTERRUPTED, "validate", str(tmp_path)]

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not (helpers := children.read_text(encoding="ascii").split()):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        told = process.stderr.read() if process.stderr else ""

    assert helpers
    assert (process.returncode, told.strip()) == (2, "iku: dihentikan")
    for _ in range(500):  # a process that ended stays in the list for a moment
        if not any(Path(f"/proc/{one}").exists() for one in helpers):
            break
        time.sleep(0.01)
    else:
        pytest.fail("a helper goes on")
