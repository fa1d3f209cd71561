"""The definitions of many regencies in one folder: only they say which units are expected."""

from pathlib import Path
from typing import TypeAlias

from iku.definition.model import Definition
from workflow.definition_source import TEXT, read_definition
from workflow.refusal import RefusedError

Whose: TypeAlias = tuple[str, int]
"""Code and year of a definition."""

_ENDINGS = frozenset({*TEXT, ".xlsx"})


def definitions_in(folder: Path | None) -> dict[Whose, Definition]:
    """Return every definition under a folder (YAML or Kamus IKU) by code and year; {} for None.

    Raises DefinitionError for one with faults, and RefusedError where there is none or where two
    files hold the same one: which of them counts is asked, never guessed.
    """
    if folder is None:
        return {}
    found: dict[Whose, tuple[Definition, Path]] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in _ENDINGS or path.name.startswith((".", "~$")):
            continue
        definition = read_definition(path)
        whose = definition.kode, int(definition.tahun)
        if whose in found:
            message = (
                f"definisi {definition.kode} tahun {definition.tahun} ada dua kali: "
                f"{found[whose][1]} dan {path}; sisakan yang berlaku"
            )
            raise RefusedError(message)
        found[whose] = definition, path
    if not found:
        message = f"{folder}: tidak ada definisi (.yaml atau Kamus IKU .xlsx) di folder ini"
        raise RefusedError(message)
    return {whose: definition for whose, (definition, _) in found.items()}
