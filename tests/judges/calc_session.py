"""One running LibreOffice for many documents and many questions: a start costs two seconds."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any

from tests.judges.calc_program import TIMEOUT, started

INSIDE_CALC = Path(__file__).parent / "inside_calc"
XLSX = "Calc MS Excel 2007 XML"
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that Debian gives the module uno


class CalcError(Exception):
    """A script failed inside LibreOffice; the message is its traceback."""


class Office:
    """A LibreOffice that answers; made by `running`."""

    def __init__(self, speaker: "subprocess.Popen[str]") -> None:
        self._speaker = speaker

    @classmethod
    @contextmanager
    def running(cls, locale: str = "en-US", *, trusting: bool = False) -> Iterator["Office"]:
        """Start LibreOffice, and the system's Python that speaks UNO with it.

        ``trusting`` leaves the values of a file as they are when it is opened.
        """
        with TemporaryDirectory() as folder:
            pipe = f"iku{os.getpid()}_{Path(folder).name}"
            command: list[str | Path] = [SYSTEM_PYTHON, INSIDE_CALC / "session.py", pipe]
            with (
                started(Path(folder), locale, f"--accept=pipe,name={pipe};urp;", trusting=trusting),
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                ) as speaker,
            ):
                yield cls(speaker)

    @contextmanager
    def opened(self, path: Path) -> Iterator["OpenDocument"]:
        """Open a document, recalculated; it is closed unsaved."""
        number = self.ask("open", str(path))
        yield OpenDocument(self, number)
        self.ask("close", number)

    def ask(self, verb: str, *arguments: object) -> Any:
        """Return the answer of a verb of `inside_calc.session`; CalcError when it failed."""
        assert self._speaker.stdin is not None
        assert self._speaker.stdout is not None
        self._speaker.stdin.write(json.dumps([verb, *arguments], default=str) + "\n")
        self._speaker.stdin.flush()
        watch = Timer(TIMEOUT, self._speaker.kill)  # a dialogue that nobody can answer
        watch.start()
        line = self._speaker.stdout.readline()
        watch.cancel()
        if not line:
            raise CalcError("LibreOffice no longer answers")
        said = json.loads(line)
        if "fault" in said:
            raise CalcError(said["fault"])
        return said["answer"]


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document that is open in a running LibreOffice."""

    office: Office
    number: int

    def call(self, script: Path, function: str, *arguments: object) -> Any:
        """Return what a script's ``function(document, *arguments)`` answers, through JSON."""
        return self.office.ask("call", self.number, str(script), function, *arguments)

    def save(self, path: Path, kind: str = XLSX) -> None:
        """Store a recalculated copy; ``kind`` is the name of LibreOffice's filter."""
        self.office.ask("save", self.number, str(path), kind)
