"""A filled workbook open in LibreOffice, handled as a clerk does and judged by our calculation."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from iku.address import CellRef
from iku.blueprint import Access, Blueprint
from iku.cells import ErrorValue, Value
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from tests.handling.operations import Operation
from tests.judges.calc_session import INSIDE_CALC, Office, OpenDocument
from tests.judges.compare import differences
from tests.judges.values import Values
from tests.workbooks import write_filled

SCRIPT = INSIDE_CALC / "handling.py"
OPEN_ROWS = 3  # of each sheet's free space


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one operation: was it let through, and what is wrong now."""

    let_through: bool
    faults: tuple[str, ...]


class HandledWorkbook:
    """One workbook; every operation is undone before the next. Made by `loaded` or `opened`."""

    def __init__(self, of: Layout, document: OpenDocument) -> None:
        self._layout = of
        self._document = document
        self._blueprint = entry_blueprint(of)
        self._formulas = [
            CellRef(sheet, cell.row, cell.column)
            for sheet, cell in self._blueprint.all_cells()
            if cell.formula is not None
        ]
        self._entries = _open_cells(self._blueprint)
        self._document.call(SCRIPT, "watch", _places(self._formulas), _places(self._entries))
        self._before = self._document.call(SCRIPT, "look")

    @classmethod
    @contextmanager
    def loaded(
        cls, of: Layout, typed: Mapping[str, Value], office: Office
    ) -> Iterator["HandledWorkbook"]:
        """Write a filled workbook, protected, and open it."""
        with TemporaryDirectory() as folder:
            path = write_filled(of, dict(typed), Path(folder) / "buku.xlsx")
            with cls.opened(of, path, office) as book:
                yield book

    @classmethod
    @contextmanager
    def opened(cls, of: Layout, path: Path, office: Office) -> Iterator["HandledWorkbook"]:
        """Open a workbook of this layout that exists."""
        with office.opened(path) as document:
            yield cls(of, document)
            document.call(SCRIPT, "forget")

    def faults_at_rest(self) -> tuple[str, ...]:
        """What is wrong before anything is done."""
        return tuple(self._faults(self._before))

    def handle(self, operation: Operation) -> Outcome:
        """Do it, compare everything, undo it."""
        arguments = list(operation.arguments)
        seen = self._document.call(SCRIPT, "handle", operation.kind, arguments)
        return Outcome(seen["steps"] > 0, tuple(self._faults(seen)))

    def _faults(self, seen: dict[str, Any]) -> Iterator[str]:
        """Say which formulas were rewritten, and which results are not what the entries give."""
        for sheet, column, row, before, now in seen["rewritten"]:
            if _meant(before) != _meant(now):
                yield f"{CellRef(sheet, row + 1, column + 1)} was {before}, became {now}"
        contents = dict(zip(self._entries, map(_value, seen["entries"]), strict=True))
        shown = dict(zip(self._formulas, map(_value, seen["results"]), strict=True))
        yield from differences(
            _by_address(formula_values(self._blueprint, contents)), _by_address(shown)
        )
        yield from self._changed_elsewhere(contents, shown)

    def _changed_elsewhere(
        self, contents: dict[CellRef, Value], shown: dict[CellRef, Value]
    ) -> Iterator[str]:
        """Say which result changed although no entry of its indicator did."""
        before = dict(zip(self._entries, map(_value, self._before["entries"]), strict=True))
        earlier = dict(zip(self._formulas, map(_value, self._before["results"]), strict=True))
        touched = {
            entry.indikator
            for entry in self._layout.entries.values()
            if contents[entry.ref] != before[entry.ref]
        }
        if "" in touched:
            return  # a figure that several indicators use, or the reported period
        for name, ref in self._layout.results.items():
            subject = name.split(".", 1)[1]
            own = any(subject.startswith(f"{kode}.") for kode in touched)
            mean = name.startswith(("capaian_sasaran.", "rata_rata"))
            if not own and not mean and shown[ref] != earlier[ref]:
                yield f"{name} was {earlier[ref]!r}, became {shown[ref]!r}"


def _open_cells(blueprint: Blueprint) -> list[CellRef]:
    """Every entry, and the first rows of the free space."""
    cells: list[CellRef] = []
    for sheet in blueprint.sheets:
        free = sorted({cell.row for cell in sheet.cells if cell.access is Access.OPEN})[:OPEN_ROWS]
        cells += [
            CellRef(sheet.name, cell.row, cell.column)
            for cell in sheet.cells
            if cell.access is Access.ENTRY or (cell.access is Access.OPEN and cell.row in free)
        ]
    return cells


def _places(refs: list[CellRef]) -> list[tuple[str, int, int]]:
    return [(ref.sheet, ref.column - 1, ref.row - 1) for ref in refs]


def _value(found: Any) -> Value:
    if isinstance(found, dict):
        return ErrorValue(found["error"])
    return None if found == "" else found


def _meant(formula: str) -> str:
    """A formula of LibreOffice with every range spelled alike: after a cut it names sheets twice."""
    return re.sub(r"(\$(?:'[^']+'|\w+)\.)(\$?[A-Z]+\$?\d+):\1", r"\1\2:", formula)


def _by_address(values: Mapping[CellRef, Value]) -> Values:
    return {
        (ref.sheet, ref.a1): value.code if isinstance(value, ErrorValue) else value
        for ref, value in values.items()
    }
