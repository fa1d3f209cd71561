"""Excel on Windows as a host, reached through xlwings; nothing is loaded before it is needed."""

import atexit
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from addin.excel_patience import Patience
from addin.host import HostError, NoteRows
from iku.languages import Language, wished
from iku.layout.extras import CATATAN_COLUMNS, CATATAN_FIRST, CATATAN_LAST

if TYPE_CHECKING:
    import xlwings

T = TypeVar("T")

FOLDER_PICKER: Final = 4  # msoFileDialogFolderPicker
CHOSEN: Final = -1  # what a dialog's Show returns unless the user leaves without choosing
PDF: Final = 0  # xlTypePDF
WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls"})


def attach(hwnd: int, name: str) -> "XlwingsHost":
    """Return the workbook ``name`` of the very Excel whose window has the handle ``hwnd``.

    Two running Excels, and two workbooks of one name in them, are told apart by the handle.
    ``name`` is that of the workbook, or its full path; empty where none is in front, as in
    Protected View. HostError where that Excel cannot be reached or has no such workbook.
    """
    import xlwings  # noqa: PLC0415 - only where there is an Excel to talk to

    keep_xlwings_from_waiting_and_killing()

    def reached() -> xlwings.App:
        app = xlwings.apps.add(xl=hwnd, add_book=False)
        len(app.books)  # only now is it really asked
        return app

    patience = Patience()
    app = patience.ask(reached, HostError("no_excel"))
    return XlwingsHost(app, _book_of(app, name, patience) if name else None)


def _book_of(app: "xlwings.App", name: str, patience: Patience) -> "xlwings.Book":
    wanted, gone = name.casefold(), HostError("book_closed", name=name)

    def found() -> "list[xlwings.Book]":
        # Not `app.books[name]`: while Excel is busy, that says that there is no such book.
        return [
            book
            for book in app.books
            if wanted in {book.name.casefold(), str(book.api.FullName).casefold()}
        ]

    for book in patience.ask(found, gone):
        return book
    raise gone


def keep_xlwings_from_waiting_and_killing() -> None:
    """Undo two habits of xlwings for Windows, at whose end users would lose their work.

    When Python ends, it ends every Excel whose windows it cannot see, by force; and it asks an
    Excel that is busy again and again, for ever.
    """
    windows = sys.modules.get("xlwings._xlwindows")
    if windows is not None:
        atexit.unregister(windows.cleanup)
        vars(windows)["N_COM_ATTEMPTS"] = 1


def _open_as_users_do(path: Path) -> None:
    os.startfile(path)  # type: ignore[attr-defined]  # noqa: S606 - our own result; Windows only


class XlwingsHost:
    """One Excel, and a workbook that is open in it; None where there is none in front.

    What xlwings does not cover goes straight to Excel's own object model by ``api``. ``show``
    opens what is no workbook.
    """

    def __init__(
        self,
        app: "xlwings.App",
        book: "xlwings.Book | None",
        show: Callable[[Path], None] = _open_as_users_do,
    ) -> None:
        """Take a workbook that is already open; it is never closed here."""
        self._app = app
        self._front = book
        self._show = show
        self._patience = Patience()

    @property
    def language(self) -> Language:
        """The language that the environment asks for, whatever Excel's own menus speak."""
        return wished()

    @property
    def path(self) -> Path | None:
        """The place of the workbook, unless Excel names it by a web address or not at all."""
        if self._front is None:
            return None
        place = Path(self._asked(lambda: str(self._book.api.FullName), "no_excel"))
        return place if place.is_absolute() else None

    @property
    def read_only(self) -> bool:
        """Whether Excel opened the workbook for reading only."""
        return self._front is not None and self._asked(
            lambda: bool(self._book.api.ReadOnly), "no_excel"
        )

    @property
    def _book(self) -> "xlwings.Book":
        if self._front is not None:
            return self._front
        protected = self._asked(lambda: self._app.api.ProtectedViewWindows.Count, "no_excel")
        raise HostError("protected_view" if protected else "no_book")

    def save_copy(self, into: Path) -> Path:
        """Save a copy under the workbook's own name, so that messages name the file people know."""
        book = self._book
        name = self._asked(lambda: str(book.name), "no_excel")
        # A workbook that was never saved has no ending; Excel writes it as .xlsx.
        copy = into / (name if Path(name).suffix else f"{name}.xlsx")
        self._asked(lambda: book.api.SaveCopyAs(str(copy)), "no_copy", name=name)
        return copy

    def write_notes(self, sheet: str, rows: NoteRows) -> None:
        """Write the body at once; where Excel calculates by hand, the marks are brought up to date.

        Events stay silent meanwhile: no macro of another add-in runs on our writing.
        """
        texts = [[_kept_as_text(text) for text in row] for row in rows]
        with self._quiet():
            self._asked(lambda: self._put(sheet, texts), "notes_refused", sheet=sheet)
        self._bring_up_to_date("notes_refused", sheet=sheet)

    def select(self, sheet: str, a1: str) -> None:
        """Go to a cell without taking the focus from another Excel."""
        book = self._book
        self._asked(
            lambda: self._app.api.Goto(book.sheets[sheet].range(a1).api),
            "no_such_place",
            sheet=sheet,
            cell=a1,
        )

    def alert(self, title: str, message: str) -> None:
        """Show a message box on top of this Excel."""
        self._app.alert(message, title)

    def choose_folder(self, prompt: str) -> Path | None:
        """Show Excel's own folder dialog."""
        return self._asked(lambda: self._choose(prompt), "no_dialog")

    def open_file(self, path: Path) -> None:
        """Open a workbook in this Excel, anything else with the program that is set for it."""
        opening = (
            (lambda: self._app.books.open(str(path)))
            if path.suffix.lower() in WORKBOOKS
            else (lambda: self._show(path))
        )
        self._asked(opening, "not_opened", name=path.name, folder=path.parent)

    def print_pages(self, sheet: str, into: Path) -> None:
        """Export the sheet as PDF; nothing is selected, so nothing need be selected back."""
        book = self._book
        self._bring_up_to_date("not_printed", sheet=sheet)
        try:
            self._asked(
                lambda: book.sheets[sheet].api.ExportAsFixedFormat(
                    Type=PDF, Filename=str(into), IgnorePrintAreas=False, OpenAfterPublish=False
                ),
                "not_printed",
                sheet=sheet,
            )
        except HostError:
            into.unlink(missing_ok=True)
            raise

    def progress(self, text: str | None) -> None:
        """Use the status bar; afterwards Excel has it back. That it cannot be used stops nothing."""
        with suppress(HostError):
            self._set("status_bar", text or False)

    def _put(self, sheet: str, texts: list[list[str]]) -> None:
        body = self._book.sheets[sheet].range(
            (CATATAN_FIRST, min(CATATAN_COLUMNS.values())),
            (CATATAN_LAST, max(CATATAN_COLUMNS.values())),
        )
        body.value = texts

    def _choose(self, prompt: str) -> Path | None:
        dialog = self._app.api.FileDialog(FOLDER_PICKER)
        dialog.Title = prompt
        return Path(dialog.SelectedItems(1)) if dialog.Show() == CHOSEN else None

    def _bring_up_to_date(self, refused: str, **facts: object) -> None:
        if self._asked(lambda: self._app.calculation, refused, **facts) == "manual":
            self._asked(self._app.calculate, refused, **facts)

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """Keep Excel from drawing and from running macros; afterwards all is as it was."""
        names = ("screen_updating", "enable_events")
        before = {name: self._asked(partial(getattr, self._app, name), "busy") for name in names}
        try:
            for name in names:
                self._set(name, False)
            yield
        finally:
            for name, value in before.items():
                self._set(name, value)

    def _set(self, name: str, value: object) -> None:
        self._asked(lambda: setattr(self._app, name, value), "busy")

    def _asked(self, work: Callable[[], T], refused: str, **facts: object) -> T:
        return self._patience.ask(work, HostError(refused, **facts))


def _kept_as_text(text: str) -> str:
    """Return a text as one would type it, so that Excel takes it for nothing else.

    Without the apostrophe, which is not part of the value, ``48/2`` would become a date and ``=A1``
    a formula.

    >>> _kept_as_text("48/2"), _kept_as_text("")
    ("'48/2", '')
    """
    return f"'{text}" if text else ""
