"""Everything that lies in some folders, archives and e-mails, by the SHA-256 of its bytes."""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

_SAVED = re.compile(r"<dcterms:modified[^>]*>([^<]+)<")
_NAME = re.compile(r'<definedName [^>]*?name="([^"]+)"[^>]*>([^<]+)<')


@dataclass
class Received:
    """One file: its path and bytes; its cells are read when asked for."""

    path: str
    data: bytes
    _cells: dict[str, dict[str, Any]] = field(default_factory=dict)
    _names: dict[str, str] | None = None

    @property
    def name(self) -> str:
        """The path without folders and archives."""
        return self.path.rpartition("/")[2]

    def called(self, words: str) -> bool:
        """Whether some words name this file: its name, with as many folders as they like."""
        return f"/{self.path}".endswith(f"/{words}")

    @property
    def names(self) -> dict[str, str]:
        """The places of the defined names."""
        if self._names is None:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                book = package.read("xl/workbook.xml").decode()
            self._names = dict(_NAME.findall(book))
        return self._names

    @property
    def saved(self) -> str:
        """When the document was saved, as the recap writes it; empty where it does not say."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            found = _SAVED.search(package.read("docProps/core.xml").decode())
        return f"{datetime.fromisoformat(found[1]):%d-%m-%Y %H.%M}" if found else ""

    def cell(self, sheet: str, address: str) -> Any:
        """What stands in a cell, as a program that knows nothing of ours reads it."""
        if sheet not in self._cells:
            csv_file = self.name.endswith(".csv")
            self._cells[sheet] = self._of_csv() if csv_file else self._of_sheet(sheet)
        return self._cells[sheet].get(address)

    def named(self, name: str) -> Any:
        """What stands in the cell of a defined name; None where there is no such name."""
        place = self.names.get(name)
        if not place:
            return None
        sheet, _, address = place.rpartition("!")
        return self.cell(sheet.strip("'"), address.replace("$", ""))

    def _of_sheet(self, sheet: str) -> dict[str, Any]:
        book = openpyxl.load_workbook(io.BytesIO(self.data), read_only=True, data_only=True)
        return {
            cell.coordinate: cell.value
            for row in book[sheet].iter_rows()
            for cell in row
            if cell.value is not None
        }

    def _of_csv(self) -> dict[str, Any]:
        rows = csv.reader(io.StringIO(self.data.decode("utf-8-sig"), newline=""), delimiter=";")
        return {
            f"{get_column_letter(column)}{row}": text
            for row, texts in enumerate(rows, 1)
            for column, text in enumerate(texts, 1)
        }


def by_digest(folders: Iterable[Path]) -> dict[str, list[Received]]:
    """Every file under some folders, inside archives and e-mails too."""
    found: dict[str, list[Received]] = {}
    for folder in folders:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            for one in _inside(path.as_posix(), path.read_bytes()):
                found.setdefault(hashlib.sha256(one.data).hexdigest(), []).append(one)
    return found


def _inside(path: str, data: bytes) -> Iterator[Received]:
    if path.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _inside(f"{path}/{member}", archive.read(member))
    elif path.endswith(".eml"):
        for part in message_from_bytes(data, policy=default).iter_attachments():
            yield from _inside(f"{path}/{part.get_filename()}", part.get_content())
    else:
        yield Received(path, data)


def exact(value: Any) -> Fraction | None:
    """A number as it was typed, None for anything else."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        return Fraction(str(value).replace(",", "."))
    except ValueError:
        return None
