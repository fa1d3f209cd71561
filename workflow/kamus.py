"""Kamus: a definition file → a workbook to edit in Excel, and back."""

from datetime import datetime
from pathlib import Path

from iku.definition.lint import lint_file
from iku.definition.load import DefinitionError
from iku.definition.model import Definition
from iku.finding import Finding
from iku.kamus.blueprint import kamus, unstorable
from iku.kamus.lint import lint_kamus
from iku.kamus.tree import short_tree
from iku.kamus.yaml_text import yaml_text
from workbook_builder import save_whole, write_workbook
from workbook_reader.snapshot import read_snapshot
from workflow.definition_source import TEXT, read_definition
from workflow.refusal import RefusedError

WORKBOOK = ".xlsx"
_EARLIEST, _LATEST = 1980, 9999  # years that a document's properties can hold


def export_definition(source: Path, into: Path) -> Definition:
    """Write a definition as Kamus IKU and return it.

    Raises DefinitionError with every fault of the source, and RefusedError where ``into`` does not
    end in ``.xlsx``; then nothing is written.
    """
    _require(into, (WORKBOOK,), "Kamus IKU")
    definition = read_definition(source)
    save_whole(kamus_bytes(definition, str(source)), into)
    return definition


def import_definition(source: Path, into: Path) -> Definition:
    """Write the definition of a Kamus IKU as YAML and return it.

    Raises DefinitionError with every fault of the source, each with sheet and cell, and
    RefusedError where ``into`` does not end in ``.yaml``; then nothing is written.
    """
    _require(into, TEXT, "definisi")
    definition = read_definition(source)
    save_whole(yaml_text(short_tree(definition)).encode("utf-8"), into)
    return definition


def check_definition(path: Path) -> list[Finding]:
    """Return what ``iku definition check`` says of a definition, as YAML or as Kamus IKU.

    Every finding has its line, or its sheet and cell; what cannot be loaded gives the faults of
    loading.
    """
    if path.suffix.lower() != WORKBOOK:
        return lint_file(path)
    snapshot = read_snapshot(path)
    return [snapshot] if isinstance(snapshot, Finding) else lint_kamus(snapshot)


def kamus_bytes(definition: Definition, path: str = "") -> bytes:
    """Return the Kamus of a definition as a file; the same definition gives the same bytes.

    Raises DefinitionError where a text cannot stand in a workbook; ``path`` is named in it.
    """
    drawn = kamus(definition)
    if faults := unstorable(drawn.blueprint):
        raise DefinitionError([fault.at(path) for fault in faults])
    year = min(max(_EARLIEST, definition.tahun), _LATEST)
    modified = datetime(year, 1, 1)  # noqa: DTZ001  a document's date has no place
    return write_workbook(drawn.blueprint, drawn.values, password=None, salt=b"", modified=modified)


def _require(path: Path, endings: tuple[str, ...], what: str) -> None:
    if path.suffix.lower() not in endings:
        message = f"{what} ditulis ke berkas berakhiran {endings[0]}, bukan '{path.name}'"
        raise RefusedError(message)
