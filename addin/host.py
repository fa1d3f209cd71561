"""The host: the few things that the buttons ask of the program in which a workbook is open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeAlias

from addin.sentences import say
from iku.messages.terms import Language

NoteRows: TypeAlias = Sequence[Sequence[str]]


class HostError(Exception):
    """The host cannot do what was asked; it becomes one sentence for the one at the keyboard.

    ``key`` names the sentence in ``addin/sentences.yaml``, ``facts`` fill its places.
    """

    def __init__(self, key: str, **facts: object) -> None:
        """Keep the key; the language is that of whoever reads it."""
        super().__init__(say(key, "id", **facts))
        self.key = key
        self.facts = facts

    def said(self, language: Language) -> str:
        """Return the sentence in a language."""
        return say(self.key, language, **self.facts)


class Host(Protocol):
    """A program, and the workbook in front in it; there may be none.

    Whatever a host changes on its way (calculation mode, screen updating, events) is as before
    when a call returns, also where it fails. No call unprotects a sheet or writes a locked cell.
    What cannot be done is told by HostError; nothing else is raised.
    """

    @property
    def language(self) -> Language:
        """The language in which the one at the keyboard is spoken to."""

    @property
    def path(self) -> Path | None:
        """Where the workbook lies on this machine; None: nowhere (never saved, cloud, no book)."""

    @property
    def read_only(self) -> bool:
        """Whether the workbook cannot be saved under its name: what is written would be lost."""

    def save_copy(self, into: Path) -> Path:
        """Save the workbook as it stands, unsaved edits included, in a folder; return the copy.

        The copy bears the workbook's own name, so that findings name the file that people know.
        The open workbook keeps its name, its place and whether it counts as saved. HostError
        where there is no workbook or no copy can be made.
        """

    def write_notes(self, sheet: str, rows: NoteRows) -> None:
        """Replace the whole body of Catatan Pemeriksaan in one call; ``""`` empties a cell.

        ``sheet`` is what it is called in the workbook, ``rows`` has exactly the rows and columns of the body. Texts stay texts, whatever they look
        like. Where the program calculates by hand, the marks are brought up to date. HostError
        where the program refuses; then nothing was written.
        """

    def select(self, sheet: str, a1: str) -> None:
        """Bring a cell before the eyes of the user; HostError where no visible sheet has it."""

    def alert(self, title: str, message: str) -> None:
        """Show a message and wait until it has been read."""

    def choose_folder(self, prompt: str) -> Path | None:
        """Let the user choose a folder; None if they leave without choosing."""

    def open_file(self, path: Path) -> None:
        """Open another file: a workbook in this program, anything else as the user would.

        HostError where it cannot be opened, as where a book of that name is open already.
        """

    def print_pages(self, sheet: str, into: Path) -> None:
        """Print the pages of a visible sheet of the workbook, as it stands, to a new PDF.

        Its results are up to date and its own print area and paper hold; the selection stays.
        HostError where the program cannot print; then ``into`` does not exist.
        """

    def progress(self, text: str | None) -> None:
        """Say what is going on, or None when it is over."""
