"""The host: the few things that the buttons ask of the program in which a workbook is open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

NoteRows: TypeAlias = Sequence[Sequence[str]]


class HostError(Exception):
    """The host cannot do what was asked; the message is a sentence for the one at the keyboard."""


class Host(Protocol):
    """An open workbook and the program around it.

    Whatever a host changes on its way (calculation mode, screen updating, events) is as before
    when a call returns, also where it fails. No call unprotects a sheet or writes a locked cell.
    """

    def save_copy(self, into: Path) -> Path:
        """Save the workbook as it stands, unsaved edits included, in a folder; return the copy.

        The open workbook keeps its name, its place and whether it counts as saved. HostError
        where no copy can be made.
        """

    def write_notes(self, rows: NoteRows) -> None:
        """Replace the whole body of Catatan Pemeriksaan in one call; ``""`` empties a cell.

        ``rows`` has exactly the rows and columns of the body. Texts stay texts, whatever they look
        like. HostError where the program refuses; then nothing was written.
        """

    def select(self, sheet: str, a1: str) -> None:
        """Bring a cell of a visible sheet before the eyes of the user."""

    def alert(self, title: str, message: str) -> None:
        """Show a message and wait until it has been read."""

    def choose_folder(self) -> Path | None:
        """Let the user choose a folder; None if they leave without choosing."""

    def open_file(self, path: Path) -> None:
        """Open another file in the same program."""

    def progress(self, text: str | None) -> None:
        """Say what is going on, or None when it is over."""
