"""An interruption (Ctrl-C) that no library swallows, or turns into an error of its own."""

import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Any, Self


class Interruptible:
    """Work that may be broken off: wherever it was, what leaves it then is KeyboardInterrupt.

    A library that calls us back may lose what we raise, or tell it as a fault in our data. Work
    within such work knows what was asked before it began.
    """

    def __init__(self) -> None:
        """Begin undisturbed."""
        self._asked = False
        self._before: Any = None
        self._unraisable: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._ask)
            around = getattr(self._before, "__self__", None)
            self._asked = isinstance(around, Interruptible) and around._asked  # noqa: SLF001  ours
            self._unraisable = sys.unraisablehook
            sys.unraisablehook = self._report
        return self

    def _ask(self, _signal: int, _frame: FrameType | None) -> None:
        self._asked = True
        raise KeyboardInterrupt

    def _report(self, lost: "sys.UnraisableHookArgs") -> None:
        """Report what could not be raised, but for our interruption: the next look raises it."""
        if not isinstance(lost.exc_value, KeyboardInterrupt) and self._unraisable is not None:
            self._unraisable(lost)

    def look(self) -> None:
        """Raise KeyboardInterrupt where somebody asked to stop."""
        if self._asked:
            raise KeyboardInterrupt

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            sys.unraisablehook = self._unraisable
        if self._asked and isinstance(error, Exception):
            raise KeyboardInterrupt from error
