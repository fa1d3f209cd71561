"""A file as a host: the same buttons where macros are not allowed, on an annotated copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

from addin.host import HostError, NoteRows
from iku.finding import Finding
from workbook_builder import save_whole
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.mark import note_cells
from workflow.recompute import recomputed


class FileHost:
    """A workbook file, and the copy into which notes are written; the file itself never changes.

    ``tell`` brings a sentence to the user. Once notes were written, the copy is what is open.
    """

    def __init__(
        self,
        path: Path,
        annotated: Path,
        tell: Callable[[str], None],
        folder: Path | None = None,
    ) -> None:
        """Keep the places; ``folder`` answers `choose_folder`. ValueError if both files are one."""
        if path.resolve() == annotated.resolve():
            message = f"the annotated copy would replace the file it is made from: {path}"
            raise ValueError(message)
        self._open = path
        self._annotated = annotated
        self._tell = tell
        self._folder = folder
        self.selected: tuple[str, str] | None = None

    def save_copy(self, into: Path) -> Path:
        """Copy the file under its own name."""
        copy = into / self._open.name
        try:
            shutil.copyfile(self._open, copy)
        except OSError as error:
            message = (
                f"{self._open.name} tidak dapat dibaca; periksa nama dan foldernya, dan tutup "
                "program lain yang sedang memakainya."
            )
            raise HostError(message) from error
        return copy

    def write_notes(self, rows: NoteRows) -> None:
        """Write the annotated copy, its marks worked out anew."""
        data = self._open.read_bytes()
        snapshot = read_snapshot_bytes(data, str(self._open))
        if isinstance(snapshot, Finding):
            message = f"{self._open.name} berubah selagi diperiksa; coba sekali lagi."
            raise HostError(message)
        changes = note_cells([tuple(row) for row in rows])
        marked = patch_cells(data, changes, computed=recomputed(snapshot, changes))
        save_whole(marked, self._annotated)
        self._open = self._annotated

    def select(self, sheet: str, a1: str) -> None:
        """Remember the cell in ``selected``: a file has no cursor, whoever shows it has one."""
        self.selected = (sheet, a1)

    def alert(self, title: str, message: str) -> None:
        """Tell the message."""
        self._tell(f"{title}: {message}")

    def choose_folder(self) -> Path | None:
        """Return the folder given at the start."""
        return self._folder

    def open_file(self, path: Path) -> None:
        """Tell where the file is."""
        self._tell(f"Berkas hasil: {path}")

    def progress(self, text: str | None) -> None:
        """Tell what is going on; the end tells itself."""
        if text:
            self._tell(text)
