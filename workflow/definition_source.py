"""Where a definition comes from: a YAML file, or the workbook Kamus IKU that regency staff edit."""

from pathlib import Path

from iku.definition.load import DefinitionError, load_definition
from iku.definition.model import Definition
from iku.finding import Finding
from iku.kamus.load import parse_kamus
from workbook_reader.snapshot import read_snapshot

TEXT = (".yaml", ".yml")


def read_definition(path: Path) -> Definition:
    """Return the definition in a file: YAML by its ending, a Kamus IKU otherwise.

    Raises DefinitionError with every fault, each with its line, or with its sheet and cell.
    """
    if path.suffix.lower() in TEXT:
        return load_definition(path)
    snapshot = read_snapshot(path)
    if isinstance(snapshot, Finding):
        raise DefinitionError([snapshot])
    return parse_kamus(snapshot)
