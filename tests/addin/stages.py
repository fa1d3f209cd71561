"""The stages of this machine: a file, and xlwings' own object model over the Excel for tests."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlwings

from addin.file_host import FileHost
from addin.menu import LANGUAGES
from addin.sentences import say, sentences
from addin.xlwings_host import XlwingsHost
from iku.cells import Value, WorkbookSnapshot
from iku.languages import VARIABLE, section
from tests.addin.engine import Apps, running
from tests.addin.scenario_books import notes_sheet
from tests.addin.scenarios import Place, Setting
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot
from workflow.recompute import recomputed

FIRST, LAST = 7, 506  # rows of the body of Catatan Pemeriksaan
COLUMNS = "ABCDEF"


def _filled_rows(cells: Mapping[str, object]) -> list[tuple[str, ...]]:
    rows = [
        tuple(str(cells.get(f"{column}{row}") or "") for column in COLUMNS)
        for row in range(FIRST, LAST + 1)
    ]
    return [row for row in rows if any(row)]


def notes_in(path: Path) -> list[tuple[str, ...]]:
    """The rows of Catatan Pemeriksaan in a file that hold something."""
    snapshot = read_snapshot(path)
    sheets = snapshot.sheets if isinstance(snapshot, WorkbookSnapshot) else {}
    name = notes_sheet(sheets)
    return [] if name is None else _filled_rows(sheets[name].values)


class FileStage:
    """The file host: what is typed is in the file already, and nothing is printed."""

    can: frozenset[str] = frozenset({"encrypted"})

    @contextmanager
    def set(self, setting: Setting) -> Iterator["FileSeen"]:
        if setting.path is not None and setting.typed:
            _type_into(setting.path, setting.typed)
        with TemporaryDirectory() as folder:
            yield FileSeen(setting, Path(folder, "diperiksa.xlsx"))


class FileSeen:
    """The file host in a setting."""

    def __init__(self, setting: Setting, annotated: Path) -> None:
        self._setting = setting
        self._annotated = annotated
        self._told: list[str] = []
        self.host = FileHost(
            setting.path, annotated, self._told.append, setting.chosen, setting.language
        )

    def alerts(self) -> list[tuple[str, str]]:
        titles = {
            say(key, language)
            for key in sentences()
            if key.startswith("title_")
            for language in LANGUAGES
        }
        parted = (text.partition(": ") for text in self._told)
        return [(title, message) for title, _, message in parted if title in titles]

    def notes(self) -> list[tuple[str, ...]]:
        place = self._annotated if self._annotated.exists() else self._setting.path
        return [] if place is None else notes_in(place)

    def behind(self) -> list[tuple[str, ...]]:
        return [row for path in self._setting.behind for row in notes_in(path)]

    def selected(self) -> str:
        return "!".join(self.host.selected or ())

    def opened(self) -> list[str]:
        words = sentences()["file_made"], section("en", "tombol")["file_made"]
        heads = {one.partition("{")[0] for one in words}
        names = (
            Path(text.removeprefix(head)).name
            for text in self._told
            for head in heads
            if text.startswith(head)
        )
        return list(dict.fromkeys(names))


class ExcelStage:
    """The xlwings host, in an Excel over openpyxl."""

    can: frozenset[str] = frozenset({"encrypted", "print", "never_saved", "read_only"})

    @contextmanager
    def set(self, setting: Setting) -> Iterator["ExcelSeen"]:
        with running() as apps, pytest.MonkeyPatch.context() as asked:
            asked.setenv(VARIABLE, setting.language)
            yield ExcelSeen(setting, apps)


class ExcelSeen:
    """The xlwings host in a setting."""

    def __init__(self, setting: Setting, apps: Apps) -> None:
        self._app = xlwings.App(impl=apps.add())
        self._app.impl.folder = setting.chosen
        self._behind = [self._app.books.open(path) for path in setting.behind]
        self._front = None
        if setting.path is not None and setting.shown is not None:
            self._front = self._app.books.open(setting.shown)
            self._front.impl.opened_as(setting.path, never_saved=setting.never_saved)
            self._type(self._front, setting.typed)
        self._before = [book.name for book in self._app.books]
        self._shown: list[Path] = []
        self.host = XlwingsHost(self._app, self._front, self._shown.append)

    @staticmethod
    def _type(book: xlwings.Book, typed: Mapping[Place, object]) -> None:
        for (sheet, cell), value in typed.items():
            kept = f"'{value}" if isinstance(value, str) else value
            book.sheets[sheet].range(cell).value = kept
        book.app.impl.calls.clear()

    def alerts(self) -> list[tuple[str, str]]:
        return list(self._app.impl.shown)

    def notes(self) -> list[tuple[str, ...]]:
        return [] if self._front is None else self.rows_of(self._front)

    def behind(self) -> list[tuple[str, ...]]:
        return [row for book in self._behind for row in self.rows_of(book)]

    def selected(self) -> str:
        led = [call for call in self._app.impl.calls if call.startswith("go to ")]
        return led[-1].removeprefix("go to ") if led else ""

    def opened(self) -> list[str]:
        books = [book.name for book in self._app.books]
        new = [name for name in books if name not in self._before]
        return [*new, *(path.name for path in self._shown)]

    @staticmethod
    def rows_of(book: xlwings.Book) -> list[tuple[str, ...]]:
        """Return the rows of Catatan Pemeriksaan in an open book that hold something."""
        name = notes_sheet(sheet.name for sheet in book.sheets)
        if name is None:
            return []
        body = book.sheets[name].range(f"A{FIRST}:F{LAST}").value
        rows = [tuple(str(cell or "") for cell in row) for row in body]
        return [row for row in rows if any(row)]


def _type_into(path: Path, typed: Mapping[Place, object]) -> None:
    """Type into a file, every result worked out anew."""
    mode = path.stat().st_mode
    snapshot = read_snapshot(path)
    assert isinstance(snapshot, WorkbookSnapshot)
    changes: dict[Place, Value] = {cell: _as_stored(value) for cell, value in typed.items()}
    data = patch_cells(path.read_bytes(), changes, computed=recomputed(snapshot, changes))
    path.chmod(mode | 0o200)
    path.write_bytes(data)
    path.chmod(mode)


def _as_stored(value: object) -> Value:
    if value is None or isinstance(value, str):
        return value
    assert isinstance(value, int | float)
    return float(value)
