"""Excel on Windows as a host, reached through xlwings; nothing is loaded before it is needed."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from addin.host import HostError, NoteRows
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_LAST

if TYPE_CHECKING:
    import xlwings

FOLDER_PICKER: Final = 4  # msoFileDialogFolderPicker
CHOSEN: Final = -1  # what a dialog's Show returns unless the user leaves without choosing


def attach(hwnd: int, name: str) -> "XlwingsHost":
    """Return the workbook ``name`` of the very Excel whose window has the handle ``hwnd``.

    Two running Excels, and two workbooks of one name in them, are told apart by the handle.
    HostError where that Excel has no such workbook.
    """
    import xlwings  # noqa: PLC0415 - only where there is an Excel to talk to

    app = xlwings.apps.add(xl=hwnd, add_book=False)
    try:
        return XlwingsHost(app.books[name])
    except KeyError as error:
        message = (
            f"Buku kerja {name} sudah tidak terbuka di Excel; buka lagi, lalu coba sekali lagi."
        )
        raise HostError(message) from error


class XlwingsHost:
    """One workbook that is open in Excel.

    What xlwings does not cover goes straight to Excel's own object model by ``api``.
    """

    def __init__(self, book: "xlwings.Book") -> None:
        """Take a workbook that is already open; it is never closed here."""
        self._book = book

    def save_copy(self, into: Path) -> Path:
        """Save a copy under the workbook's own name, so that messages name the file people know."""
        name = self._book.name
        # A workbook that was never saved has no ending; Excel writes it as .xlsx.
        copy = into / (name if Path(name).suffix else f"{name}.xlsx")
        try:
            self._book.api.SaveCopyAs(str(copy))
        except Exception as error:  # the type of COM errors exists on Windows only
            message = (
                f"Excel tidak dapat menyimpan salinan {name} untuk diperiksa; selesaikan dulu "
                "pengisian sel yang sedang berlangsung, lalu coba lagi."
            )
            raise HostError(message) from error
        return copy

    def write_notes(self, rows: NoteRows) -> None:
        """Write the body at once; where Excel calculates by hand, the marks are brought up to date.

        Events stay silent meanwhile: no macro of another add-in runs on our writing.
        """
        app = self._book.app
        try:
            with app.properties(screen_updating=False, enable_events=False):
                body = self._book.sheets[CATATAN].range(
                    (CATATAN_FIRST, min(CATATAN_COLUMNS.values())),
                    (CATATAN_LAST, max(CATATAN_COLUMNS.values())),
                )
                body.value = [[_kept_as_text(text) for text in row] for row in rows]
        except Exception as error:  # the type of COM errors exists on Windows only
            message = (
                f"Excel menolak tulisan ke lembar {CATATAN}; tidak ada yang diubah. Simpan buku "
                "kerja, buka lagi, lalu coba sekali lagi."
            )
            raise HostError(message) from error
        if app.calculation == "manual":
            app.calculate()

    def select(self, sheet: str, a1: str) -> None:
        """Go to a cell without taking the focus from another Excel."""
        self._book.app.api.Goto(self._book.sheets[sheet].range(a1).api)

    def alert(self, title: str, message: str) -> None:
        """Show a message box on top of this Excel."""
        self._book.app.alert(message, title)

    def choose_folder(self) -> Path | None:
        """Show Excel's own folder dialog."""
        dialog = self._book.app.api.FileDialog(FOLDER_PICKER)
        return Path(dialog.SelectedItems(1)) if dialog.Show() == CHOSEN else None

    def open_file(self, path: Path) -> None:
        """Open a workbook in this Excel."""
        self._book.app.books.open(str(path))

    def progress(self, text: str | None) -> None:
        """Use the status bar; afterwards Excel has it back."""
        self._book.app.status_bar = text or False


def _kept_as_text(text: str) -> str:
    """Return a text as one would type it, so that Excel takes it for nothing else.

    Without the apostrophe, which is not part of the value, ``48/2`` would become a date and ``=A1``
    a formula.

    >>> _kept_as_text("48/2"), _kept_as_text("")
    ("'48/2", '')
    """
    return f"'{text}" if text else ""
