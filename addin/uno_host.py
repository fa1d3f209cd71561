"""LibreOffice as a host, at the other end of two pipes.

The calls into LibreOffice stand in its extension (``addin/oxt/extension``), because only
LibreOffice's own Python can make them. Here they are asked for, one JSON object a line.
"""

import json
from pathlib import Path
from typing import Any, Final, TextIO

from addin.host import HostError, NoteRows
from iku.address import a1
from iku.languages import Language, wished
from iku.layout.extras import CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_LAST

BODY: Final = (
    f"{a1(CATATAN_FIRST, min(CATATAN_COLUMNS.values()))}:"
    f"{a1(CATATAN_LAST, max(CATATAN_COLUMNS.values()))}"
)


class OfficeGoneError(Exception):
    """LibreOffice ended, or the one at the other end is no LibreOffice; nobody is left to tell."""


class Channel:
    """Two streams of lines, one from LibreOffice and one to it."""

    def __init__(self, incoming: TextIO, outgoing: TextIO) -> None:
        """Keep the streams; whoever opened them closes them."""
        self._incoming = incoming
        self._outgoing = outgoing

    def hear(self) -> dict[str, Any]:
        """Return what LibreOffice says next; OfficeGoneError when it says nothing any more."""
        line = self._incoming.readline()
        heard = json.loads(line) if line else None
        if not isinstance(heard, dict):
            raise OfficeGoneError
        return heard

    def say(self, **said: object) -> None:
        """Say something to LibreOffice; OfficeGoneError when it no longer listens."""
        try:
            self._outgoing.write(json.dumps(said) + "\n")
            self._outgoing.flush()
        except OSError as error:
            raise OfficeGoneError from error


class UnoHost:
    """The spreadsheet in front in one window of LibreOffice.

    ``about`` is what LibreOffice tells with each press: ``path`` and ``book`` (the name) of the
    spreadsheet, ``read_only``; no book has an empty name.
    """

    def __init__(self, channel: Channel, about: dict[str, Any]) -> None:
        """Keep them; the spreadsheet is the same until the button has done its work."""
        self._channel = channel
        self._about = about

    @property
    def language(self) -> Language:
        """The language that the environment asks for, whatever LibreOffice's own menus speak."""
        return wished()

    @property
    def path(self) -> Path | None:
        """Where the spreadsheet was opened from."""
        return Path(self._about["path"]) if self._about["path"] else None

    @property
    def read_only(self) -> bool:
        """Whether LibreOffice opened it only to be read."""
        return bool(self._about["read_only"])

    def save_copy(self, into: Path) -> Path:
        """Store a copy in the format of the spreadsheet's own file."""
        if not self._about["book"]:
            raise HostError("no_book")
        refused = HostError("libreoffice_no_copy", name=self._about["book"])
        return Path(str(self._ask(refused, "save_copy", str(into))))

    def write_notes(self, sheet: str, rows: NoteRows) -> None:
        """Write the body in one call."""
        texts = [list(row) for row in rows]
        refused = HostError("libreoffice_notes_refused", sheet=sheet)
        self._ask(refused, "write_notes", sheet, BODY, texts)

    def select(self, sheet: str, a1: str) -> None:
        """Show the sheet and put the cursor on the cell."""
        self._ask(HostError("no_such_place", sheet=sheet, cell=a1), "select", sheet, a1)

    def alert(self, title: str, message: str) -> None:
        """Show a message box on top of the window."""
        self._ask(HostError("no_dialog"), "alert", title, message)

    def choose_folder(self, prompt: str) -> Path | None:
        """Show LibreOffice's own folder dialog."""
        chosen = self._ask(HostError("no_dialog"), "choose_folder", prompt)
        return Path(str(chosen)) if chosen else None

    def open_file(self, path: Path) -> None:
        """Open a workbook in this LibreOffice, anything else with the program that is set for it."""
        refused = HostError("not_opened", name=path.name, folder=path.parent)
        self._ask(refused, "open_file", str(path))

    def print_pages(self, sheet: str, into: Path) -> None:
        """Export the sheet's print areas by LibreOffice's own PDF printing."""
        try:
            self._ask(HostError("not_printed", sheet=sheet), "print_pages", sheet, str(into))
        except HostError:
            into.unlink(missing_ok=True)
            raise

    def progress(self, text: str | None) -> None:
        """Use the status bar."""
        self._ask(HostError("no_dialog"), "progress", text)

    def _ask(self, refused: HostError, call: str, *arguments: object) -> object:
        """Return LibreOffice's answer to a call; ``refused`` is raised where it cannot."""
        self._channel.say(call=call, arguments=arguments)
        heard = self._channel.hear()
        if "answer" not in heard:
            raise refused from RuntimeError(heard.get("fault"))
        return heard["answer"]
