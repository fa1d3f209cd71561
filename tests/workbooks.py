"""Workbooks for tests: a definition that ships, entries by name, real bytes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

from iku.address import CellRef
from iku.blueprint import Blueprint
from iku.cells import ErrorValue, Value, WorkbookSnapshot
from iku.definition.load import load_definition
from iku.definition.model import Definition
from iku.entry_workbook import entry_blueprint, formula_values
from iku.layout.layout import Layout
from iku.reading import read_submission
from iku.resources import template_path
from iku.submission import Submission
from iku.terbitan import issue
from workbook_builder import write_workbook
from workbook_reader.snapshot import read_snapshot_bytes

DEFINITIONS = (
    "kota_jambi_2017",
    "kepulauan_anambas_2024",
    "contoh_triwulanan_2025",
    "jambi_timur_2017_triwulanan",
)


EVERY_KIND = "serba_ada"  # every kind of indicator and setting, for tests only


@cache
def definition(name: str) -> Definition:
    """A definition that ships with the product, or the one that has everything."""
    own = Path(__file__).parent / "data" / f"{name}.yaml"
    return load_definition(own if own.is_file() else template_path(f"{name}.yaml"))


@cache
def layout(name: str, unit: int = 0) -> Layout:
    """The layout of the workbook of its n-th unit."""
    known = definition(name)
    return Layout(issue(known, known.unit[unit]))


def refs(of: Layout, values: Mapping[str, Value]) -> dict[CellRef, Value]:
    """Entry values by cell instead of by name."""
    return {of.entries[name].ref: value for name, value in values.items()}


def filled_blueprint(of: Layout, values: Mapping[str, Value]) -> Blueprint:
    """The Blueprint as it would be had these values been typed."""
    cells = {
        ref: value for ref, value in refs(of, values).items() if not isinstance(value, ErrorValue)
    }
    blueprint = entry_blueprint(of)
    sheets = tuple(
        replace(
            sheet,
            cells=tuple(
                replace(
                    cell,
                    content=cells.get(CellRef(sheet.name, cell.row, cell.column), cell.content),
                )
                for cell in sheet.cells
            ),
        )
        for sheet in blueprint.sheets
    )
    return replace(blueprint, sheets=sheets)


def workbook_bytes(of: Layout, values: Mapping[str, Value]) -> bytes:
    """A real workbook with these values typed and every formula's value stored."""
    blueprint = filled_blueprint(of, values)
    return write_workbook(
        blueprint,
        formula_values(blueprint),
        password="sandi",
        salt=b"s" * 16,
        modified=datetime(2020, 1, 1),
    )


def write_filled(of: Layout, values: Mapping[str, Value], path: Path) -> Path:
    """The same, as a file."""
    path.write_bytes(workbook_bytes(of, values))
    return path


def read_back(data: bytes) -> Submission:
    """A workbook read as a received one is, with its tamper check."""
    snapshot = read_snapshot_bytes(data, "buku.xlsx")
    assert isinstance(snapshot, WorkbookSnapshot)
    read = read_submission(snapshot)
    assert isinstance(read, Submission)
    return read
