"""A LibreOffice in which the extension is installed, and which knows where our program is."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from addin.oxt import build_oxt
from tests.judges.calc_program import started
from tests.judges.calc_session import INSIDE_CALC, SYSTEM_PYTHON, Office, OpenDocument

MENU = Path(__file__).parent / "inside_office" / "menu.py"
Shown = tuple[str, str]
"""A message with its title, or with an empty title the file that was opened."""


@dataclass(frozen=True)
class Extended:
    """The office, and the home of the user who uses it."""

    office: Office
    home: Path

    @contextmanager
    def opened(self, path: Path, **how: object) -> Iterator["Document"]:
        """Open a workbook, with LibreOffice's own words for how; it is closed unsaved."""
        number = self.office.ask("open", str(path), how)
        yield Document(OpenDocument(self.office, number))
        self.office.ask("close", number)

    def press_without_book(self, action: str, **given: str) -> list[Shown]:
        """Press a button where no spreadsheet is in front."""
        return [(title, text) for title, text in self.ask("press_without_book", action, given)]

    def titles(self) -> list[str]:
        """The titles of all open documents."""
        return list(self.ask("open_documents").values())

    def ask(self, function: str, *arguments: object) -> Any:
        """Return what a function of `inside_office.menu` answers."""
        return self.office.ask("run", str(MENU), function, *arguments)


@dataclass(frozen=True)
class Document:
    """An open workbook, in which buttons can be pressed."""

    calc: OpenDocument

    def press(self, action: str, **given: str) -> list[Shown]:
        """Press a button, no dialogue asked for."""
        return [(title, text) for title, text in self.ask("press", action, given)]

    def enter(self, cells: Mapping[tuple[str, str], object]) -> None:
        """Type values into cells, by sheet and address."""
        self.ask("enter", [[*place, value] for place, value in cells.items()])

    def texts(self, sheet: str, area: str) -> list[tuple[str, ...]]:
        """What the cells of an area hold."""
        return [tuple(row) for row in self.ask("texts", sheet, area)]

    def cursor(self) -> str:
        """The cell that is selected, such as ``Isian!D12``."""
        sheet, selected = self.ask("cursor")
        return f"{sheet}!{selected.rpartition('.')[2].replace('$', '')}"

    def ask(self, function: str, *arguments: object) -> Any:
        """Return what a function of `inside_office.menu` answers about this document."""
        return self.calc.call(MENU, function, *arguments)


@contextmanager
def extended(
    folder: Path, menus: str = "id", environment: Mapping[str, str] | None = None
) -> Iterator[Extended]:
    """Start a LibreOffice for a user with an empty home, and install the extension in it."""
    home = installed(folder / "rumah")
    pipe = f"iku{os.getpid()}_{folder.name}"
    places = {"XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state")}
    command: list[str | Path] = [SYSTEM_PYTHON, INSIDE_CALC / "session.py", pipe]
    accept = f"--accept=pipe,name={pipe};urp;"
    given = {**places, **(environment or {})}
    with (
        started(folder, "id-ID", accept, trusting=True, menus=menus, environment=given),
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as speaker,
    ):
        running = Extended(Office(speaker), home)
        running.ask("install", str(build_oxt(folder).path))
        yield running


def installed(home: Path) -> Path:
    """Put our program where the installer puts it."""
    place = home / "data" / "iku"
    place.mkdir(parents=True)
    (place / "venv").symlink_to(sys.prefix, target_is_directory=True)
    return home
