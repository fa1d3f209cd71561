"""Message boxes on a Windows desktop, read and closed by a program instead of a person."""

import ctypes
import threading
import time
from types import TracebackType
from typing import Any, Self

DIALOG = "#32770"  # the window class of message boxes
TEXT, OK = 0xFFFF, 1  # the controls of a message box: what it says, and its button
COMMAND = 0x0111  # WM_COMMAND
PAUSE = 0.2
LONGEST = 2000


class MessageBoxes:
    """While in use, closes every message box with one of some titles and keeps what it said."""

    def __init__(self, titles: frozenset[str]) -> None:
        """Nothing is looked for yet."""
        self._titles = titles
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self.closed: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        """Begin to look."""
        self._watcher.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look no more."""
        self._over.set()
        self._watcher.join()

    def _watch(self) -> None:
        user32: Any = vars(ctypes)["windll"].user32  # on Windows only
        while not self._over.is_set():
            for title in self._titles:
                window = user32.FindWindowW(DIALOG, title)
                if window:
                    self.closed.append((title, _text(user32, window)))
                    user32.PostMessageW(window, COMMAND, OK, 0)
            time.sleep(PAUSE)


def _text(user32: Any, window: int) -> str:  # noqa: ANN401  a library without types
    buffer = ctypes.create_unicode_buffer(LONGEST)
    user32.GetDlgItemTextW(window, TEXT, buffer, LONGEST)
    return buffer.value
