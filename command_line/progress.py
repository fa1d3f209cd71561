"""Progress of work that takes over a second, on a terminal only; and its interruption."""

import signal
import sys
import threading
import time
from types import FrameType, TracebackType
from typing import Any, Self

import click

_PATIENCE = 1.0  # seconds in which nobody wonders


class ProgressBar:
    """A bar that appears after a second; silent where nobody watches.

    Meanwhile an interruption (Ctrl-C) is never lost: where a library swallowed it, the next step
    raises KeyboardInterrupt again.
    """

    def __init__(self, label: str) -> None:
        """Take what is being done."""
        self.done = 0
        self._label = label
        self._start = time.monotonic()
        self._bar: Any = None
        self._interrupted = False
        self._before: Any = None
        self._unraisable: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
            self._unraisable = sys.unraisablehook
            sys.unraisablehook = self._report
        return self

    def _report(self, lost: "sys.UnraisableHookArgs") -> None:
        """Report what could not be raised, but for our interruption: the next step raises it."""
        if not isinstance(lost.exc_value, KeyboardInterrupt) and self._unraisable is not None:
            self._unraisable(lost)

    def _interrupt(self, _signal: int, _frame: FrameType | None) -> None:
        self._interrupted = True
        raise KeyboardInterrupt

    def __call__(self, more: int) -> None:
        """Tell that so many more are done; KeyboardInterrupt where somebody asked to stop."""
        if self._interrupted:
            raise KeyboardInterrupt
        self.done += more
        if self._bar is not None:
            self._bar.label = self._told()
            self._bar.update(more)
        elif sys.stderr.isatty() and time.monotonic() - self._start > _PATIENCE:
            # How many will come out of archives is not known beforehand: it counts upwards.
            self._bar = click.progressbar(length=None, label=self._told(), file=sys.stderr)
            self._bar.__enter__()
            self._bar.update(self.done)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            sys.unraisablehook = self._unraisable
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def _told(self) -> str:
        return f"{self._label}: {self.done}"
