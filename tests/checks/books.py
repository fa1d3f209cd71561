"""Submissions made straight from entries: the Blueprint as a snapshot, no file needed."""

import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from iku.blueprint import Access, Blueprint
from iku.cells import SheetSnapshot, StyleFacts, Value, WorkbookSnapshot
from iku.checks import check_submission
from iku.definition.load import parse_definition
from iku.definition.model import Definition, NilaiTarget
from iku.entry_workbook import entry_blueprint, issued_manifest
from iku.finding import Finding
from iku.layout.layout import Layout
from iku.manifest import Manifest, validation_facts
from iku.reading import read_submission
from iku.report import Report
from iku.submission import Submission
from iku.tamper.issued import issued_charts
from iku.terbitan import issue
from tests import workbooks

DATA = Path(__file__).parents[2] / "examples" / "data"
SMALL = Path(__file__).with_name("small.yaml")
QUARTERLY = Path(__file__).with_name("quarterly.yaml")
PROTECTION = {
    "sheet": "1",
    "objects": "1",
    "scenarios": "1",
    "hashValue": "sandi",
    "formatColumns": "0",
    "autoFilter": "0",
}
Told = list[tuple[str, tuple[str, ...]]]


@cache
def small(path: Path = SMALL) -> Layout:
    """The layout of a definition made for these tests: every kind of entry, once."""
    known: Definition = parse_definition(path.read_text(encoding="utf-8"))
    return Layout(issue(known, known.unit[0], {"A1": {"2024": NilaiTarget(nilai=Decimal(90))}}))


def typed(values: Mapping[str, object]) -> dict[str, Value]:
    """Entries as a file stores them; None takes an entry away."""
    return {name: _stored(value) for name, value in values.items()}


def _stored(value: object) -> Value:
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value  # type: ignore[return-value]  # the table of cases holds nothing else


def data(name: str) -> dict[str, Value]:
    """Entries that ship with the examples."""
    return typed(json.loads((DATA / f"{name}.json").read_text(encoding="utf-8")))


@cache
def blueprint(of: Layout) -> Blueprint:
    return entry_blueprint(of)


def snapshot(of: Layout, values: Mapping[str, Value]) -> WorkbookSnapshot:
    """The workbook of a layout as the reader would see it, with these entries typed."""
    book = blueprint(of)
    found = WorkbookSnapshot("IKU.xlsx", "0" * 64, protection={"lockStructure": "1"})
    found.names = {name: ref.absolute for name, ref in book.names.items()}
    found.properties = dict(book.properties)
    for sheet in book.sheets:
        seen = SheetSnapshot(sheet.name, "hidden" if sheet.hidden else "visible")
        seen.protection = dict(PROTECTION) if sheet.protected else {}
        seen.conditional_formats = len(sheet.conditional_formats)
        seen.merged = list(sheet.merges)
        seen.charts = list(issued_charts(sheet))
        seen.drawings = min(1, len(seen.charts))  # one part holds them all
        for cell in sheet.cells:
            locked = cell.access is Access.LOCKED
            seen.styles[cell.a1] = StyleFacts(locked, cell.number_format)
            rule = validation_facts(cell)
            if rule is not None and cell.access is Access.ENTRY:
                seen.validations[cell.a1] = rule
            if cell.formula is not None:
                seen.formulas[cell.a1] = cell.formula
                seen.uncomputed.add(cell.a1)
            elif cell.content not in {None, ""}:
                seen.values[cell.a1] = _stored(cell.content)
        found.sheets[sheet.name] = seen
    for name, value in values.items():
        place = of.entries[name].ref
        if value is None:
            found.sheets[place.sheet].values.pop(place.a1, None)
        else:
            found.sheets[place.sheet].values[place.a1] = value
    return found


def submission(of: Layout, values: Mapping[str, Value]) -> Submission:
    """A submission with these entries whose locked parts nobody touched."""
    seen = snapshot(of, values)
    places = {name: entry.ref for name, entry in of.entries.items()}
    entries: dict[str, Value] = {
        name: value
        for name, place in places.items()
        if (value := seen.sheets[place.sheet].values.get(place.a1)) is not None
    }
    return Submission(
        path=seen.path,
        sha256=seen.sha256,
        snapshot=seen,
        layout=of,
        manifest=manifest(of),
        report=Report(of.terbitan, entries),
        places=places,
    )


@cache
def manifest(of: Layout) -> Manifest:
    return issued_manifest(of)


def received(seen: WorkbookSnapshot) -> Submission:
    """A snapshot read as a received file is, tamper check included."""
    found = read_submission(seen)
    assert isinstance(found, Submission)
    return found


def told(findings: list[Finding]) -> Told:
    """What was found, where."""
    return [(finding.code, finding.cells) for finding in findings]


def cells(of: Layout, *names: str) -> tuple[str, ...]:
    return tuple(str(of.entries[name].ref) for name in names)


def check(of: Layout, values: Mapping[str, object]) -> list[Finding]:
    return check_submission(submission(of, typed(values)))


def jambi_timur() -> Layout:
    return workbooks.layout("kota_jambi_2017", 2)
