"""Running Excels: each with a window handle, settings, open books and what it showed its user."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from xlwings import base_classes

from tests.addin.engine.book import Book
from tests.addin.engine.excel_error import BusyError, ExcelError
from tests.addin.engine.sheet import Range

FOLDER_PICKER = 4


class Engine:
    """What xlwings calls an engine: a way to reach running Excels."""

    name = "openpyxl"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: object, _options: Mapping[str, Any]) -> object:
        """Return a value as COM takes it; that of xlwings for Windows makes None an empty text."""
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: list[list[Any]],
        _dates: object,
        empty_as: object,
        numbers_as: Any,
        _errors: object,
    ) -> list[list[Any]]:
        """Return values as xlwings hands them on: floats, and ``empty_as`` for nothing."""

        def clean(value: Any) -> Any:
            if value is None:
                return empty_as
            is_number = isinstance(value, float)
            return numbers_as(value) if is_number and numbers_as is not None else value

        return [[clean(value) for value in row] for row in data]


class Apps(base_classes.Apps):
    """The Excels that run; the first is the one in front."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.running: list[App] = []

    def __iter__(self) -> Iterator["App"]:
        return iter(self.running)

    def __len__(self) -> int:
        return len(self.running)

    def __getitem__(self, pid: int) -> "App":
        for app in self.running:
            if app.pid == pid:
                return app
        raise KeyError(pid)

    def keys(self) -> list[int]:
        return [app.pid for app in self.running]

    def add(
        self,
        spec: object = None,
        add_book: object = None,
        xl: int | None = None,
        visible: object = None,
    ) -> "App":
        """Start an Excel, or with ``xl`` reach the one whose window has that handle."""
        del spec, add_book, visible  # tests start empty Excels only
        if xl is None:
            self.running.insert(0, App(self, number=len(self.running) + 1))
            return self.running[0]
        for app in self.running:
            if app.hwnd == xl:
                return app
        message = f"no window with the handle {xl}"
        raise ExcelError(message)


class App(base_classes.App):
    """One running Excel.

    ``shown`` are its message boxes, ``said`` the texts of its status bar, ``asked`` the titles of
    its folder dialogs, ``calls`` what changed, showed, printed or saved a book. ``folder`` is what
    its user picks in a folder dialog; None is Escape. While ``dialogs`` is above 0 a dialog is
    open and every call is refused; each refusal brings its end one step nearer.
    """

    screen_updating = True
    enable_events = True
    display_alerts = True
    visible = True
    version = "16.0"
    pid = 0
    hwnd = 0

    def __init__(self, apps: Apps, number: int) -> None:
        self.apps = apps
        self.pid = 1000 + number
        self.hwnd = 2000 + number
        self._books = Books(self)
        self.selected: Range | None = None
        self.shown: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.calls: list[str] = []
        self.calculations = 0
        self.disk_is_full = False
        self.folder: Path | None = None
        self.asked: list[str] = []
        self.dialogs = 0
        self.protected_views = 0
        self._status_bar: str | bool = False
        self._calculation = "automatic"

    @property
    def engine(self) -> Engine:
        return self.apps.engine

    def listen(self) -> None:
        """Refuse to do anything while a dialog is open."""
        if self.dialogs:
            self.dialogs -= 1
            raise BusyError

    @property
    def books(self) -> "Books":
        self.listen()
        return self._books

    @property
    def selection(self) -> Range | None:
        return self.selected

    @property
    def api(self) -> SimpleNamespace:
        """Excel's own object, as far as it is used."""
        self.listen()
        return SimpleNamespace(
            Goto=self._go_to,
            FileDialog=self._file_dialog,
            ProtectedViewWindows=SimpleNamespace(Count=self.protected_views),
        )

    @property
    def calculation(self) -> str:
        return self._calculation

    @calculation.setter
    def calculation(self, value: str) -> None:
        for book in self._books:
            book.settle()
        self._calculation = value

    @property
    def status_bar(self) -> str | bool:
        return self._status_bar

    @status_bar.setter
    def status_bar(self, value: str | bool) -> None:
        self.listen()
        self._status_bar = value
        if isinstance(value, str):
            self.said.append(value)

    def calculate(self) -> None:
        self.calculations += 1
        for book in self._books:
            book.calculate()

    def alert(
        self,
        prompt: str,
        title: str,
        buttons: str | None,
        mode: str | None,
        callback: str | None,
    ) -> str:
        del buttons, mode, callback
        self.shown.append((title, prompt))
        return "ok"

    def activate(self, steal_focus: bool = False) -> None:  # noqa: FBT002 - of xlwings
        del steal_focus
        self.apps.running.remove(self)
        self.apps.running.insert(0, self)

    def _go_to(self, reference: Range) -> None:
        reference.select()
        self.calls.append(f"go to {reference.sheet.name}!{reference.plain_address}")

    def _file_dialog(self, kind: int) -> SimpleNamespace:
        if kind != FOLDER_PICKER:
            message = f"no dialog of kind {kind}"
            raise ExcelError(message)
        dialog = SimpleNamespace(Title="", SelectedItems=lambda _: str(self.folder))
        dialog.Show = lambda: self._show_dialog(dialog.Title)
        return dialog

    def _show_dialog(self, title: str) -> int:
        self.asked.append(title)
        return -1 if self.folder else 0


class Books(base_classes.Books):
    """The books that are open in one Excel; xlwings itself sees to it that no two share a name."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.opened: list[Book] = []

    def __iter__(self) -> Iterator[Book]:
        return iter(self.opened)

    def __len__(self) -> int:
        return len(self.opened)

    def __call__(self, key: str | int) -> Book:
        if isinstance(key, int):
            return self.opened[key - 1]
        for book in self.opened:
            if book.name.lower() == key.lower():
                return book
        raise KeyError(key)

    @property
    def active(self) -> Book:
        return self.opened[-1]

    def open(self, fullname: str, *_: object, **__: object) -> Book:
        book = Book(self.app, Path(fullname))
        self.opened.append(book)
        return book
