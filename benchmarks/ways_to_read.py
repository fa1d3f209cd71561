"""Ways to read one workbook, ours and others; each imports what it needs only when it is made.

So the memory of a process that takes one way is that of the way alone.
"""

import importlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat
from zipfile import ZipFile

FLOOR = "unzip and expat, callbacks that do nothing (the floor)"
SNAPSHOT = "raw snapshot: our parser, every row anew"
READ, READ_FIRST = "read, complete tamper check: a further file", "…, the first file of a process"
VALIDATE, VALIDATE_FIRST = "validate, all checks: a further file", "…, the first of a process"
PANDAS, CALAMINE = "pandas, openpyxl, one sheet", "python-calamine, values of all sheets"
Step = Callable[[bytes], object]


def first(name: str, path: str) -> Callable[[], object]:
    """Return one way to read, ready to be run on one file."""
    way = STEPS[name]()
    data = Path(path).read_bytes()
    return lambda: way(data)


def floor(data: bytes) -> None:
    """Unzip every XML part and parse it to no end."""
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parser = expat.ParserCreate()
            parser.buffer_text = True
            parser.StartElementHandler = _ignored_start
            parser.EndElementHandler = parser.CharacterDataHandler = _ignored
            parser.Parse(archive.read(name), True)


def _ignored_start(_name: str, _attributes: dict[str, str]) -> None:
    """Take the beginning of an element."""


def _ignored(_text: str) -> None:
    """Take the end of an element, or its text."""


def _raw() -> Step:
    return _named("benchmarks.validate", "raw_snapshot")


def _read() -> Step:
    snapshot = _named("workbook_reader.snapshot", "read_snapshot_bytes")
    submission = _named("iku.reading", "read_submission")
    return lambda data: submission(snapshot(data, "IKU.xlsx"))


def _validate() -> Step:
    read, check = _read(), _named("iku.checks", "check_submission")
    return lambda data: check(read(data))


def _openpyxl() -> Step:
    return _named("benchmarks.peers", "read_with_openpyxl")


def _named(module: str, name: str) -> Callable[..., Any]:
    """Import what is measured only where it is: the memory of a peer is that of the peer alone."""
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _pandas(engine: str) -> Step:
    library = importlib.import_module("pandas")
    importlib.import_module("openpyxl" if engine == "openpyxl" else "python_calamine")
    return lambda data: library.read_excel(io.BytesIO(data), sheet_name="Isian", engine=engine)


def _calamine() -> Step:
    library: Any = importlib.import_module("python_calamine")

    def values(data: bytes) -> object:
        book = library.load_workbook(io.BytesIO(data))
        return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]

    return values


STEPS: dict[str, Callable[[], Step]] = {
    FLOOR: lambda: floor,
    SNAPSHOT: _raw,
    READ: _read,
    VALIDATE: _validate,
    CALAMINE: _calamine,
    "pandas, calamine, one sheet": lambda: _pandas("calamine"),
    PANDAS: lambda: _pandas("openpyxl"),
    "openpyxl, formulas and values of all sheets": _openpyxl,
}
