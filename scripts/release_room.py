"""An empty room to try a release in: a folder of its own, nothing of this checkout, no network."""

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST = 600.0  # seconds for one program
_ALONE = ("unshare", "--user", "--map-user=1000", "--map-group=1000", "--net")
_SETTINGS = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PIP_CONFIG_FILE": "/dev/null"}


class CheckError(Exception):
    """Something of the release is not as promised; the message says what."""


@cache
def without_network() -> tuple[str, ...]:
    """Return the words that start a program without any network; empty where there are none."""
    if shutil.which(_ALONE[0]) is None:
        return ()
    tried = subprocess.run([*_ALONE, "true"], capture_output=True, check=False)
    return _ALONE if tried.returncode == 0 else ()


@dataclass(frozen=True, slots=True)
class Room:
    """A folder in which programs see neither the checkout nor the settings of its user."""

    folder: Path

    @property
    def home(self) -> Path:
        """Return the home folder of whoever is in the room."""
        return self.folder / "rumah"

    @property
    def python(self) -> Path:
        """Return the interpreter of the room's own environment."""
        return self.folder / "venv" / "bin" / "python"

    def run(self, *words: str | Path, allowed: tuple[int, ...] = (0,)) -> str:
        """Run a program in the room and return what it wrote; CheckError unless its status fits."""
        self.home.mkdir(exist_ok=True)
        done = subprocess.run(
            [*without_network(), *map(str, words)],
            cwd=self.folder,
            env={**_SETTINGS, "HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
        if done.returncode not in allowed:
            said = (done.stderr or done.stdout).strip().splitlines()[-3:]
            command = " ".join(str(word) for word in words)
            message = f"{command}\n  status {done.returncode}: {' / '.join(said)}"
            raise CheckError(message)
        return done.stdout

    def iku(self, *words: str | Path, allowed: tuple[int, ...] = (0,)) -> str:
        """Run the installed ``iku``, isolated from every other module of the machine."""
        return self.run(self.python, "-I", self.python.with_name("iku"), *words, allowed=allowed)
