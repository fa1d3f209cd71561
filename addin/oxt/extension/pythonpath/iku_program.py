"""The installed program as a child of LibreOffice: started when needed, spoken to by two pipes.

The pipes are the child's own input and output: nobody else can open them, nothing listens on the
machine, and they close with LibreOffice. Each line is one JSON object. LibreOffice sends what is
wanted, the child asks for calls (`iku_office.Office`), and at last says that it is done.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path
from typing import IO, Any, Callable, cast

import iku_places
import iku_words

MODULE = "addin.uno_server"
LOG = "libreoffice.log"
SILENCE = 900  # seconds after which a child that says nothing is ended
IDLE = 300  # seconds for which a child waits for the next press: starting it costs half a second
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ProgramError(Exception):
    """The installed program did not do its work; ``key`` names the sentence that says so."""

    def __init__(self, key: str, status: object = "-") -> None:
        """Keep the key and the exit status."""
        super().__init__(key)
        self.key = key
        self.status = status


class Program:
    """The one child of this LibreOffice."""

    def __init__(self) -> None:
        self.busy = threading.Lock()
        self._child: subprocess.Popen[str] | None = None
        self._rest: threading.Timer | None = None

    def have_done(self, wanted: dict[str, Any], answer: Callable[[str, list[Any]], Any]) -> None:
        """Have an action done; ``answer(call, arguments)`` does each call that it asks for.

        ProgramError where it cannot be done, or was not.
        """
        child = self._awake()
        try:
            said = self._exchange(child, wanted)
            while "call" in said:
                said = self._exchange(child, answer(said["call"], said["arguments"]))
        except Exception as error:  # half an exchange is of no use to the next press
            raise ProgramError("gagal", self.end()) from error
        self._rest = threading.Timer(IDLE, self._retire)
        self._rest.daemon = True
        self._rest.start()
        if said.get("done"):
            raise ProgramError(said["done"], 1)

    def end(self) -> object:
        """End the child; return its exit status. The next press starts another."""
        child, self._child = self._child, None
        if child is None:
            return "-"
        child.kill()
        child.communicate()
        return child.returncode

    def _retire(self) -> None:
        """End a child that has long waited, unless a press has come at this very moment."""
        if self.busy.acquire(blocking=False):
            self.end()
            self.busy.release()

    def _awake(self) -> subprocess.Popen[str]:
        """Return the child that waits, or a new one."""
        if self._rest is not None:
            self._rest.cancel()
        if self._child is not None and self._child.poll() is not None:
            self.end()
        if self._child is None:
            python = interpreter()
            if not python.is_file():
                raise ProgramError("belum_terpasang")
            try:
                self._child = started(python)
            except OSError as error:
                raise ProgramError("ditolak") from error
        return self._child

    def _exchange(self, child: subprocess.Popen[str], said: dict[str, Any]) -> dict[str, Any]:
        """Return what the child says next; ValueError when it ended or is no program of ours."""
        to_child, from_child = cast("IO[str]", child.stdin), cast("IO[str]", child.stdout)
        watch = threading.Timer(SILENCE, child.kill)
        watch.daemon = True
        watch.start()
        try:
            to_child.write(json.dumps(said) + "\n")
            to_child.flush()
            heard = json.loads(from_child.readline())
        finally:
            watch.cancel()
        if not isinstance(heard, dict):
            raise ValueError(heard)  # noqa: TRY004  what a stranger says is a wrong value
        return heard


def started(python: Path) -> subprocess.Popen[str]:
    """Start the installed program: nothing that lies beside a workbook can become part of it."""
    with open_log() as log:
        return subprocess.Popen(
            [str(python), "-I", "-X", "utf8", "-m", MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=str(python.parent),  # where only the installer writes
            env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
            encoding="utf-8",
            creationflags=NO_WINDOW,
        )


THE_PROGRAM = Program()


def press(action: str, office: Any, here: Callable[[Callable[[], Any]], Any]) -> None:
    """Do an action for an open document; ``here`` does each call where LibreOffice wants it."""
    if not THE_PROGRAM.busy.acquire(blocking=False):
        here(lambda: office.tell("masih_bekerja"))
        return
    try:
        wanted = dict(here(office.about), action=action, version=iku_words.version())
        THE_PROGRAM.have_done(
            wanted, lambda call, arguments: here(lambda: office.answer(call, arguments))
        )
    except ProgramError as error:
        facts = {"kode": error.status, "log": iku_places.places().log, "versi": iku_words.version()}
        here(partial(office.tell, error.key, **facts))
    finally:
        THE_PROGRAM.busy.release()


def interpreter() -> Path:
    """Return the interpreter that the installer wrote down, or the one where it always puts it."""
    written = _registered() if sys.platform == "win32" else None
    # pythonw.exe, which Excel starts, may come without input and output to speak by.
    return Path(written).with_name("python.exe") if written else iku_places.places().console_python


def _registered() -> str | None:
    import winreg  # noqa: PLC0415  there on Windows only

    registry: Any = winreg
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, iku_places.REGISTRY_KEY) as key:
            return str(registry.QueryValueEx(key, iku_places.REGISTRY_PYTHON)[0])
    except OSError:
        return None


def open_log() -> Any:
    """Return the file for what the child says when it cannot start; nowhere if it is no place.

    It is not the log of the program, which renames that when it has grown.
    """
    log = iku_places.places().log / LOG
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("wb")
    except OSError:
        return open(os.devnull, "wb")  # noqa: PTH123  no place in the file system
