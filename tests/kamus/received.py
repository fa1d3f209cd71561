"""A Kamus as it comes back, with cells changed by hand."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from iku.blueprint import Blueprint
from iku.cells import SheetSnapshot, Value, WorkbookSnapshot
from iku.definition.load import DefinitionError, load_definition
from iku.definition.model import Definition
from iku.finding import Finding
from iku.kamus.blueprint import kamus
from iku.kamus.load import parse_kamus
from iku.resources import template_path

EVERY_KIND = Path(__file__).parents[1] / "data" / "serba_ada.yaml"
SHIPPED = (*sorted(template_path().glob("*.yaml")), EVERY_KIND)


@cache
def sample() -> Definition:
    """A small quarterly definition: K1 to K3 in two sasaran, two units."""
    return load_definition(template_path("contoh_triwulanan_2025.yaml"))


def as_received(blueprint: Blueprint) -> WorkbookSnapshot:
    """What the reader finds in a workbook that nobody touched."""
    snapshot = WorkbookSnapshot("Kamus.xlsx", "")
    for sheet in blueprint.sheets:
        contents: dict[str, Value] = {
            cell.a1: cell.content for cell in sheet.cells if cell.content not in {None, ""}
        }
        snapshot.sheets[sheet.name] = SheetSnapshot(sheet.name, values=contents)
    return snapshot


def edited(changes: Mapping[str, Value]) -> WorkbookSnapshot:
    """The sample's Kamus after somebody typed into cells; None empties one."""
    snapshot = as_received(kamus(sample()).blueprint)
    for place, value in changes.items():
        sheet, _, address = place.rpartition("!")
        snapshot.sheets[sheet].values.pop(address, None)
        if value is not None:
            snapshot.sheets[sheet].values[address] = value
    return snapshot


def faults(snapshot: WorkbookSnapshot) -> list[Finding]:
    """What the loader refuses; nothing where the Kamus is sound."""
    try:
        parse_kamus(snapshot)
    except DefinitionError as error:
        return error.findings
    return []


def places(snapshot: WorkbookSnapshot) -> list[tuple[str, str]]:
    """Code and cell of every fault."""
    return [(one.code, ", ".join(one.cells)) for one in faults(snapshot)]


def canonical(definition: Definition) -> str:
    """Everything a definition says, to the digit; also what an indicator overrides with nothing."""
    return json.dumps(definition.model_dump(mode="json"), sort_keys=True)
