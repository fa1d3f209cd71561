"""A screen in memory with a window manager, a keyboard and a camera."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SIZE = "1280x800"
PATIENCE = 60  # seconds; two cores are shared
PAUSE = 0.2


class ScreenError(Exception):
    """What should have been seen did not come."""


@dataclass(frozen=True)
class Screen:
    """An X display of its own; made by `screen`."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """What a program must know to show its windows here, in LibreOffice's plainest look."""
        return {"DISPLAY": self.display, "SAL_USE_VCLPLUGIN": "gen"}

    def key(self, *keys: str) -> None:
        """Press keys, one after the other, as `xdotool` names them."""
        self._run("xdotool", "key", "--clearmodifiers", "--delay", "60", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self._run("xdotool", "type", "--delay", "5", text)

    def window(self, title: str) -> str:
        """Wait for a window whose title matches, and return its number."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = self._run(
                "xdotool", "search", "--onlyvisible", "--name", title, fails=True
            ).split()
            return bool(found)

        self.until(is_there, f"a window {title}")
        return found[-1]

    def gone(self, title: str) -> None:
        """Wait until no window has such a title."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title)
        self.until(lambda: not self._run(*search, fails=True).split(), f"no window {title}")

    def fill(self, window: str) -> None:
        """Make a window as large as the screen, and give it the keyboard."""
        self._run("xdotool", "windowactivate", "--sync", window)
        self._run("xdotool", "windowmove", window, "0", "0")
        self._run("xdotool", "windowsize", window, *SIZE.split("x"))

    def shot(self, path: Path) -> Path:
        """Take a picture of the whole screen, once nothing moves any more."""
        before = b""

        def is_still() -> bool:
            nonlocal before
            self._run("import", "-window", "root", "-strip", str(path))
            last, before = before, path.read_bytes()
            return last == before

        self.until(is_still, "a screen that stands still")
        return path

    def until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for something; ScreenError where it does not come."""
        give_up = time.monotonic() + PATIENCE
        while not happened():
            if time.monotonic() > give_up:
                raise ScreenError(what)
            time.sleep(PAUSE)

    def _run(self, *command: str, fails: bool = False) -> str:
        done = subprocess.run(
            command,
            env={**os.environ, **self.environment},
            check=not fails,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout


@contextmanager
def screen() -> Iterator[Screen]:
    """Start a screen and a window manager; afterwards both are gone."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout is not None
        shown = Screen(f":{server.stdout.readline().strip()}")
        manager = subprocess.Popen(
            ["openbox"],
            env={**os.environ, **shown.environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield shown
        finally:
            manager.terminate()
            manager.wait(PATIENCE)
    finally:
        server.terminate()
        server.communicate(timeout=PATIENCE)


def pixels(picture: Path, colour: str) -> int:
    """How many pixels of a picture have a colour, such as ``FFC7CE``."""
    counted = subprocess.run(
        ["convert", picture, "-format", "%c", "histogram:info:-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(rf"(\d+):[^\n]*#{colour}", counted, re.IGNORECASE)
    return int(found[1]) if found else 0
