"""Progress of work that takes over a second, on a terminal only; and its interruption."""

import sys
import time
from types import TracebackType
from typing import Any, Self

import click

from command_line.interruption import Interruptible

_PATIENCE = 1.0  # seconds in which nobody wonders


class ProgressBar:
    """A bar that appears after a second; silent where nobody watches.

    An interruption (Ctrl-C) meanwhile is raised at the next step at the latest.
    """

    def __init__(self, label: str) -> None:
        """Take what is being done."""
        self.done = 0
        self._label = label
        self._start = time.monotonic()
        self._bar: Any = None
        self._interruption = Interruptible()

    def __enter__(self) -> Self:
        self._interruption.__enter__()
        return self

    def __call__(self, more: int) -> None:
        """Tell that so many more are done; KeyboardInterrupt where somebody asked to stop."""
        self._interruption.look()
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
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)
        self._interruption.__exit__(kind, error, trace)

    def _told(self) -> str:
        return f"{self._label}: {self.done}"
