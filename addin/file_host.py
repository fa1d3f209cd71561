"""A file as a host: the same buttons where macros are not allowed, on an annotated copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

from addin.host import HostError, NoteRows
from addin.sentences import say
from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from iku.messages.terms import Language
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.mark import note_cells, note_links
from workflow.recompute import recomputed


class FileHost:
    """A workbook file, and the copy into which notes are written; the file itself never changes.

    ``tell`` brings a sentence to the user. Once notes were written, the copy is what is open.
    ``path`` None is no workbook at all; ``folder`` is what `choose_folder` answers.
    """

    def __init__(
        self,
        path: Path | None,
        annotated: Path,
        tell: Callable[[str], None],
        folder: Path | None = None,
        language: Language = "id",
    ) -> None:
        """Keep the places. ValueError if the copy would be the file itself."""
        if path is not None and path.resolve() == annotated.resolve():
            message = f"the annotated copy would replace the file it is made from: {path}"
            raise ValueError(message)
        self.path = path
        self.language = language
        self.read_only = False  # nothing is lost: what is written goes into the copy
        self._open = path
        self._annotated = annotated
        self._tell = tell
        self._folder = folder
        self.selected: tuple[str, str] | None = None

    def save_copy(self, into: Path) -> Path:
        """Copy the file under its own name."""
        source = self._source()
        copy = into / source.name
        try:
            shutil.copyfile(source, copy)
        except OSError as error:
            raise HostError("file_unreadable", name=source.name) from error
        return copy

    def write_notes(self, sheet: str, rows: NoteRows) -> None:
        """Write the annotated copy, its marks worked out anew."""
        from workbook_builder import save_whole  # noqa: PLC0415  a check that fails writes nothing
        from workbook_builder.patch import patch_cells  # noqa: PLC0415  the same

        snapshot, data = self._read()
        notes = [tuple(row) for row in rows]
        changes, links = note_cells(notes, sheet), note_links(notes, snapshot, sheet)
        computed = recomputed(snapshot, changes)
        try:
            marked = patch_cells(data, changes, computed=computed, links=links)
        except ValueError as error:  # a damaged sheet that holds no cells
            raise HostError("file_unreadable", name=self._annotated.name) from error
        save_whole(marked, self._annotated)
        self._open = self._annotated

    def select(self, sheet: str, a1: str) -> None:
        """Remember the cell in ``selected``: a file has no cursor, whoever shows it has one."""
        found = self._read()[0].sheets.get(sheet)
        if found is None or found.state != "visible":
            raise HostError("no_such_place", sheet=sheet, cell=a1)
        self.selected = (sheet, a1)

    def alert(self, title: str, message: str) -> None:
        """Tell the message."""
        self._tell(f"{title}: {message}")

    def choose_folder(self, prompt: str) -> Path | None:  # noqa: ARG002  it was chosen before
        """Return the folder given at the start."""
        return self._folder

    def open_file(self, path: Path) -> None:
        """Tell where the file is."""
        self._tell(say("file_made", self.language, path=path))

    def print_pages(self, sheet: str, into: Path) -> None:  # noqa: ARG002  nothing is printed
        """Refuse: to lay out pages takes a program."""
        raise HostError("print_elsewhere", sheet=sheet)

    def progress(self, text: str | None) -> None:
        """Tell what is going on; the end tells itself."""
        if text:
            self._tell(text)

    def _source(self) -> Path:
        if self._open is None:
            raise HostError("no_book")
        return self._open

    def _read(self) -> tuple[WorkbookSnapshot, bytes]:
        """Return the file as it is now; HostError where it is no longer what was checked."""
        source = self._source()
        try:
            data = source.read_bytes()
        except OSError as error:
            raise HostError("file_unreadable", name=source.name) from error
        snapshot = read_snapshot_bytes(data, str(source))
        if isinstance(snapshot, Finding):
            raise HostError("file_changed", name=source.name)
        return snapshot, data
