"""The machine that runs this."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from addin.install.machine import CANNOT_START, Hive, Outcome, Registry, RegistryValue
from addin.places import Places, places

WAITS = (0.1, 0.2, 0.4, 0.8, 1.6, 3.2) if os.name == "nt" else ()
"""Seconds."""


class NoRegistry:
    """What there is of a registry outside Windows: nothing, and nothing can be written."""

    def value(self, hive: Hive, key: str, name: str) -> RegistryValue | None:
        """Return the only answer there is."""
        return self.values(hive, key).get(name)

    def values(self, hive: Hive, key: str) -> dict[str, RegistryValue]:
        """Return nothing."""
        del hive, key
        return {}

    def subkeys(self, hive: Hive, key: str) -> list[str]:
        """Return nothing."""
        del hive, key
        return []

    def write(self, key: str, name: str, text: str) -> None:
        """Raise OSError."""
        del name, text
        raise OSError(key)

    def delete(self, key: str, name: str) -> None:
        """Do nothing: what is not there need not be deleted."""
        del key, name


class ThisMachine:
    """Files, programs and registry as they are, for the user who runs this."""

    def __init__(self) -> None:
        self.environ: Mapping[str, str] = dict(os.environ)
        self.places: Places = places(self.environ)
        self.registry: Registry = _registry()
        self.python = Path(getattr(sys, "_base_executable", "") or sys.executable)

    def run(self, command: Sequence[str | Path], *, seconds: float) -> Outcome:
        """Run a program without a console of its own and without any pip settings."""
        try:
            done = subprocess.run(
                [os.fspath(part) for part in command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=seconds,
                env={**self.environ, "PIP_CONFIG_FILE": os.devnull, "PYTHONUTF8": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return Outcome(CANNOT_START, str(error))
        return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"))

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step."""
        _patiently(lambda: source.replace(target))

    def remove(self, path: Path) -> None:
        """Remove a file or a whole folder, or nothing."""
        if path.is_dir() and not path.is_symlink():
            _patiently(lambda: shutil.rmtree(path))
        else:
            _patiently(lambda: path.unlink(missing_ok=True))


def _patiently(action: Callable[[], object]) -> None:
    """Do it, again after a while where Windows refuses: a virus scanner looks at new files."""
    for seconds in WAITS:
        try:
            action()
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    action()


def _registry() -> Registry:
    if os.name != "nt":
        return NoRegistry()
    made: Registry = import_module("addin.install.windows_registry").WindowsRegistry()
    return made
