"""Where files are read: in this process, in several of this machine, or on a Dask cluster."""

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from typing import Any

from workflow.refusal import RefusedError

SERIAL, PROCESSES, DASK = "serial", "proses", "dask://"
_ANSWER = 10.0  # seconds within which a cluster must answer
MANY = 8
"""How many may work at once where nobody says: on a cluster, or another's executor."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work, as ``--executor`` names it.

    ``processes`` is how many work at once; ``address`` is that of a Dask scheduler. ``elsewhere``
    tells that it may not see the files of this machine, which must then be handed over.
    """

    processes: int = 1
    address: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether the work is done by others than processes of ours."""
        return bool(self.address)


HERE = Place()


def place_of(text: str) -> Place:
    """Return the place that ``serial``, ``proses:N`` or ``dask://HOST:PORT`` names; '' is ours.

    RefusedError for any other text.

    >>> place_of("proses:3").processes, place_of("serial").processes
    (3, 1)
    """
    kind, _, count = text.partition(":")
    if text == SERIAL:
        return HERE
    if text in {"", PROCESSES}:
        return Place(os.cpu_count() or 1)
    if kind == PROCESSES and count.isdecimal() and int(count) > 0:
        return Place(int(count))
    if text.startswith(DASK) and ":" in text.removeprefix(DASK):
        return Place(MANY, text.removeprefix(DASK))
    message = (
        f"tempat kerja '{text}' tidak dikenal; pilihannya serial, proses:N (misalnya proses:2), "
        "atau dask://HOST:PORT (misalnya dask://10.0.0.5:8786)"
    )
    raise RefusedError(message)


def as_it_is() -> None:
    """Begin with nothing."""


@contextmanager
def executor_at(place: Place, begin: Callable[[], None] = as_it_is) -> Iterator[Executor]:
    """Open the executor of a place; what has not begun is dropped where the work is broken off.

    ``begin`` is what every process of this machine does first; it travels once. RefusedError where
    a cluster cannot be had, OSError where a process cannot.
    """
    with ExitStack() as open_things:
        if place.elsewhere:
            executor = _cluster(place.address, open_things)
        else:
            executor = ProcessPoolExecutor(
                place.processes, initializer=_obey_parent, initargs=(begin,)
            )
        try:
            if not place.elsewhere:
                _start(executor)
            yield executor
            executor.shutdown()
        except BaseException:
            _break_off(executor, place)
            raise


def _break_off(executor: Executor, place: Place) -> None:
    """Drop what has not begun; of our own processes, wait for the file that each is reading.

    Python would wait for them at its end in any case, and may then trip over a pipe that the
    executor is closing at that moment. A cluster drops what runs there, too.
    """
    if place.elsewhere:
        executor.shutdown(wait=False)
        return
    with _undisturbed():
        executor.shutdown(cancel_futures=True)


def _start(executor: Executor) -> None:
    """Start the processes.

    An interruption while one starts would leave it unknown to its executor, and whoever asks to
    stop would wait for it for ever.
    """
    with _undisturbed():
        executor.submit(as_it_is)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an interruption (Ctrl-C) wait until something is done; new processes never see it."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if waiting:
        signal.raise_signal(signal.SIGINT)


def _obey_parent(begin: Callable[[], None]) -> None:
    """Leave an interruption to the parent, and end with it even where it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _cluster(address: str, open_things: ExitStack) -> Executor:
    """Return the executor of an existing Dask cluster; the library is an optional extra."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        message = (
            "untuk bekerja pada klaster Dask pasanglah paket tambahannya: "
            'pip install "iku-kecamatan[dask]"'
        )
        raise RefusedError(message) from error
    _answers(address)
    client = open_things.enter_context(distributed.Client(f"tcp://{address}"))
    executor: Executor = client.get_executor(pure=False)
    return executor


def _answers(address: str) -> None:
    """Look whether anybody listens; the library itself would go on trying, with long complaints."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), _ANSWER).close()
    except (OSError, ValueError) as error:
        message = (
            f"klaster Dask di {address} tidak menjawab; periksa alamatnya, atau jalankan tanpa "
            "--executor"
        )
        raise RefusedError(message) from error
