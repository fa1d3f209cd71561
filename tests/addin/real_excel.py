"""The stage of a machine with Excel: the same scenarios, in the Excel that runs there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from addin.host import HostError
from addin.xlwings_host import XlwingsHost, attach
from iku.messages.terms import Language
from tests.addin.scenarios import Setting
from tests.addin.stages import ExcelSeen

if TYPE_CHECKING:
    import xlwings

TO_OPEN_IT = "rahasia"  # the password of a form that somebody encrypted


class ListeningHost(XlwingsHost):
    """The host as it is, except that nobody need be at the keyboard: it answers for them."""

    def __init__(self, app: "xlwings.App", book: "xlwings.Book | None", setting: Setting) -> None:
        self.shown: list[Path] = []
        super().__init__(app, book, self.shown.append)
        self._setting = setting
        self.told: list[tuple[str, str]] = []
        self.led = ""

    @property
    def language(self) -> Language:
        """The scenario's: the environment of whoever runs them stays as it is."""
        return self._setting.language

    def alert(self, title: str, message: str) -> None:
        self.told.append((title, message))

    def choose_folder(self, prompt: str) -> Path | None:
        del prompt
        return self._setting.chosen

    def select(self, sheet: str, a1: str) -> None:
        """Go there, and believe only where Excel really is afterwards."""
        super().select(sheet, a1)
        selected = self._app.selection
        if selected is None:
            raise HostError("no_such_place", sheet=sheet, cell=a1)
        self.led = f"{selected.sheet.name}!{selected.address.replace('$', '')}"


class RealExcelStage:
    """An Excel that is already running; every workbook opened in it is closed again, unsaved."""

    can: frozenset[str] = frozenset({"print", "read_only", "encrypted"})

    def __init__(self, app: "xlwings.App") -> None:
        self._app = app

    @contextmanager
    def set(self, setting: Setting) -> Iterator["RealExcelSeen"]:
        seen = RealExcelSeen(self._app, setting)
        try:
            yield seen
        finally:
            seen.close()


class RealExcelSeen:
    """The xlwings host in a setting, attached to by window and name as a button does it."""

    def __init__(self, app: "xlwings.App", setting: Setting) -> None:
        self._app = app
        self._kept = [book.name for book in app.books]  # the add-in itself
        self._behind = [app.books.open(path) for path in setting.behind]
        self._front = None
        if setting.path is not None and setting.shown is not None:
            self._front = app.books.open(setting.shown)
            if setting.shown != setting.path:
                self._front.api.Password = TO_OPEN_IT  # its copies are encrypted from now on
            for (sheet, cell), value in setting.typed.items():
                kept = f"'{value}" if isinstance(value, str) else value
                self._front.sheets[sheet].range(cell).value = kept
            attach(app.hwnd or 0, self._front.name)  # by window and name, as a button does it
        self._before = [book.name for book in app.books]
        self.host = ListeningHost(app, self._front, setting)

    def alerts(self) -> list[tuple[str, str]]:
        return self.host.told

    def notes(self) -> list[tuple[str, ...]]:
        return [] if self._front is None else ExcelSeen.rows_of(self._front)

    def behind(self) -> list[tuple[str, ...]]:
        return [row for book in self._behind for row in ExcelSeen.rows_of(book)]

    def selected(self) -> str:
        return self.host.led

    def opened(self) -> list[str]:
        new = [book.name for book in self._app.books if book.name not in self._before]
        return [*new, *(path.name for path in self.host.shown)]

    def close(self) -> None:
        """Close what was opened here, whatever happened in between."""
        for book in list(self._app.books):
            if book.name not in self._kept:
                book.close()
