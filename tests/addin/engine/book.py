"""An open book: openpyxl holds it, our own calculation keeps its formulas up to date."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from unittest.mock import patch

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.merge import MergedCellRange
from xlwings import base_classes

from iku.cells import Value, WorkbookSnapshot
from tests.addin.engine.excel_error import ExcelError
from tests.addin.engine.sheet import Range, Sheet
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.recompute import recomputed

if TYPE_CHECKING:
    from tests.addin.engine.application import App

WRITABLE = 0o222  # any of the three who may be allowed to write a file


class Book(base_classes.Book):
    """One book, changed in memory; its file stays as it was until it is saved.

    ``encrypted`` is how its copies look on disk where it has a password to open it.
    """

    def __init__(self, app: "App", path: Path) -> None:
        self._app = app
        self._path = path
        data = path.read_bytes()
        self.workbook = _loaded(data)
        snapshot = _snapshot(data)
        self._results: dict[tuple[str, str], Value] = {
            (sheet.name, address): sheet.values.get(address)
            for sheet in snapshot.sheets.values()
            for address in sheet.formulas
        }
        self._is_stale = False
        self.encrypted: bytes | None = None
        self._was_saved = True
        self._unsaved: bytes | None = None  # what openpyxl made of it, as long as it holds

    @property
    def app(self) -> "App":
        return self._app

    @property
    def name(self) -> str:
        return self._path.name

    @property
    def fullname(self) -> str:
        return str(self._path) if self._was_saved else self.name

    @property
    def sheets(self) -> "Sheets":
        return Sheets(self)

    @property
    def names(self) -> "Names":
        return Names(self)

    @property
    def api(self) -> SimpleNamespace:
        """Excel's own object, as far as it is used."""
        read_only = not self._path.exists() or not self._path.stat().st_mode & WRITABLE
        return SimpleNamespace(
            SaveCopyAs=self._save_copy_as, FullName=self.fullname, ReadOnly=read_only
        )

    def activate(self) -> None:
        self.app.books.opened.remove(self)
        self.app.books.opened.append(self)

    def opened_as(self, path: Path, *, never_saved: bool = False) -> None:
        """Let the book be another file than it was read from: locked, or not on disk at all."""
        if path != self._path:
            self.encrypted = path.read_bytes()
        self._path = path
        self._was_saved = not never_saved

    def close(self) -> None:
        self.app.books.opened.remove(self)

    def save(self, path: str | None = None, password: str | None = None) -> None:
        del password
        self._path = Path(path or self._path)
        self._path.write_bytes(self._content())
        self._was_saved = True

    def result(self, sheet: str, address: str) -> Value:
        """Return what a formula cell shows."""
        self.settle()
        return self._results.get((sheet, address))

    def require_open_structure(self) -> None:
        """Refuse to rename or show a sheet while the structure is protected."""
        if self.workbook.security.lockStructure:
            message = "the structure of the book is protected"
            raise ExcelError(message)

    def touch(self) -> None:
        """Note that a cell changed, so that results may be out of date."""
        self._is_stale = True
        self._unsaved = None

    def calculate(self) -> None:
        self._results = recomputed(_snapshot(self._without_results()), {})
        self._is_stale = False

    def settle(self) -> None:
        """Bring results up to date, unless that is done by hand."""
        if self._is_stale and self._app.calculation != "manual":
            self.calculate()

    def _save_copy_as(self, path: str) -> None:
        if self.app.disk_is_full:
            message = "the disk is full"
            raise ExcelError(message)
        Path(path).write_bytes(self.encrypted or self._content())
        self.app.calls.append("save a copy")

    def _content(self) -> bytes:
        self.settle()
        shown = {cell: value for cell, value in self._results.items() if value is not None}
        return patch_cells(self._without_results(), {}, computed=shown)

    def _without_results(self) -> bytes:
        if self._unsaved is None:
            stream = BytesIO()
            self.workbook.save(stream)
            self._unsaved = stream.getvalue()
        return self._unsaved


class Sheets(base_classes.Sheets):
    """The sheets of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def __iter__(self) -> Iterator[Sheet]:
        return (Sheet(self._book, worksheet) for worksheet in self._book.workbook.worksheets)

    def __len__(self) -> int:
        return len(self._book.workbook.worksheets)

    @property
    def active(self) -> Sheet:
        worksheet = self._book.workbook.active
        if worksheet is None:
            message = "the book shows no sheet"
            raise ExcelError(message)
        return self(worksheet.title)

    def __call__(self, key: str | int) -> Sheet:
        for number, sheet in enumerate(self, 1):
            if key in {number, sheet.name}:
                return sheet
        message = f"no sheet {key}"
        raise ExcelError(message)


class Names(base_classes.Names):
    """The names that a book gives to cells."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def __len__(self) -> int:
        return len(self._book.workbook.defined_names)

    def __call__(self, name: str) -> "Name":
        if name not in self._book.workbook.defined_names:
            raise KeyError(name)
        return Name(self._book, name)


class Name(base_classes.Name):
    """One name."""

    name = ""
    refers_to = ""

    def __init__(self, book: Book, name: str) -> None:
        self._book = book
        self.name = name
        self.refers_to = f"={book.workbook.defined_names[name].attr_text}"

    @property
    def refers_to_range(self) -> Range:
        sheet, _, address = self.refers_to[1:].rpartition("!")
        return self._book.sheets(sheet.strip("'")).range(address)


def _loaded(data: bytes) -> Workbook:
    """Read a file; merged cells keep the borders they have, as openpyxl takes long to redraw them."""
    with patch.object(MergedCellRange, "format", lambda _: None):
        return load_workbook(BytesIO(data))


def _snapshot(data: bytes) -> WorkbookSnapshot:
    found = read_snapshot_bytes(data, "")
    if isinstance(found, WorkbookSnapshot):
        return found
    message = f"Excel cannot open this file: {found.code}"
    raise ExcelError(message)
