"""Guard: what a run may use and touch; whoever goes beyond is found out."""

import os
import resource
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 5.0
MEGABYTES = 500
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "shutil.copyfile",
    "shutil.move",
    "shutil.rmtree",
}
_NEVER = {"os.exec", "os.fork", "os.posix_spawn", "os.system", "socket.connect", "subprocess.Popen"}


class TooLongError(BaseException):
    """A run took more processor time than it may; not an `Exception`, so that nobody swallows it."""


class _Watch:
    """What was done that may not be done; the hook that fills it stays as long as the process."""

    def __init__(self) -> None:
        self.allowed: Path | None = None
        self.seen: list[str] = []
        self._listening = False

    def listen(self) -> None:
        if not self._listening:
            sys.addaudithook(self.hear)
            self._listening = True

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.allowed is None:
            return
        if event in _NEVER:
            self.seen.append(f"{event} {arguments[0]!r}")
        elif event == "open":
            flags = arguments[2] if isinstance(arguments[2], int) else 0
            if flags & _WRITES and not self._inside(arguments[0]):
                self.seen.append(f"wrote {arguments[0]!r}")
        elif event in _CHANGES and not _in_opened_folder(event, arguments):
            places = [one for one in arguments[:2] if isinstance(one, str | bytes | os.PathLike)]
            if not all(map(self._inside, places)):
                self.seen.append(f"{event} {places!r}")

    def _inside(self, place: object) -> bool:
        if not isinstance(place, str | bytes | os.PathLike):
            return True  # a descriptor: whoever opened it was heard
        real = os.path.realpath(os.fsdecode(place))
        scratch = os.path.realpath(tempfile.gettempdir())
        own = str(self.allowed)
        nameless = Path(real).parent == Path(scratch)  # a temporary file, gone when it is closed
        return real == own or real.startswith(own + os.sep) or nameless or real == os.devnull


def _in_opened_folder(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether a change is told relative to a folder that was opened, and heard, before."""
    return event.startswith("os.") and event != "os.truncate" and arguments[-1] != -1


_WATCH = _Watch()


@contextmanager
def guarded(output: Path, *, memory: bool = False) -> Iterator[list[str]]:
    """Let a run take 5 s of processor time, write below ``output`` only, and start nothing.

    Yields what it did that it may not. With ``memory`` it gets 500 MB more than the process has;
    more is a MemoryError. `TooLongError` where the time is over.
    """
    _WATCH.listen()
    _WATCH.allowed, _WATCH.seen = output.resolve(), []
    before = resource.getrlimit(resource.RLIMIT_DATA)
    if memory:
        most = _in_use() + MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_DATA, (most, before[1]))
    handler = signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield _WATCH.seen
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)
        resource.setrlimit(resource.RLIMIT_DATA, before)
        _WATCH.allowed = None


def _too_long(*_: object) -> None:
    raise TooLongError


def _in_use() -> int:
    """Return the bytes of data that this process holds."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    return 0
