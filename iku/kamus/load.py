"""A received Kamus → Definition, or every fault at once with its sheet and cell."""

from dataclasses import replace

from iku.address import split_a1
from iku.cells import WorkbookSnapshot
from iku.definition.load import DefinitionError, from_source
from iku.definition.model import Definition
from iku.finding import Finding
from iku.kamus.assembly import Assembly, Received
from iku.kamus.rows import received_sheet, table_rows, umum_rows
from iku.kamus.source import KamusSource
from iku.kamus.tables import UMUM, table, table_names


def parse_kamus(snapshot: WorkbookSnapshot) -> Definition:
    """Return the definition that a workbook holds.

    Raises DefinitionError with all faults (codes ``DEF-0nn``), in the order of the sheets.
    """
    wanted = [name for name in table_names() if not table(name).on_request]
    missing = [name for name in (UMUM, *wanted) if name not in snapshot.sheets]
    if missing:
        reason = f"lembar Kamus IKU tidak ada: {', '.join(missing)}"
        raise DefinitionError([Finding("DEF-001", {"alasan": reason}, path=snapshot.path)])
    source = assembled(snapshot)
    faults = list(source.faults)
    definition = None
    try:
        definition = from_source(source, snapshot.path)
    except DefinitionError as error:
        faults += error.findings
    if faults or definition is None:
        raise DefinitionError(in_order(faults, snapshot))
    return definition


def assembled(snapshot: WorkbookSnapshot) -> KamusSource:
    """Return the tree of a Kamus that has all its sheets, with the cell of every part."""
    source = KamusSource(None)
    tables = {
        name: table_rows(
            received_sheet(snapshot, name, source), table(name), periods=name == "Target"
        )
        for name in table_names()
        if name in snapshot.sheets
    }
    umum = umum_rows(received_sheet(snapshot, UMUM, source))
    Assembly(Received(umum, tables), source).put_together()
    return source


def in_order(faults: list[Finding], snapshot: WorkbookSnapshot) -> list[Finding]:
    """Return faults sheet by sheet and row by row, each with the file it stands in."""
    sheets = list(snapshot.sheets)

    def place(fault: Finding) -> tuple[int, int, int]:
        if not fault.cells:
            return (-1, 0, 0)
        return (sheets.index(fault.sheet), *split_a1(fault.cells[0].rpartition("!")[2]))

    return sorted((replace(fault, path=snapshot.path) for fault in faults), key=place)
