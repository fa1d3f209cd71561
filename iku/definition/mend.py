"""Mend: a tree with faults made readable, so that the rules between its fields can be checked too.

Nothing mended is ever used: it only lets one run report every fault of a definition.
"""

import copy
from typing import Any

from pydantic import ValidationError

from iku.definition.model import Definition
from iku.definition.yaml_source import Path

PLACEHOLDERS: dict[str, Any] = {
    "kode": "tanpa_kode",
    "nama": "-",
    "satuan": "-",
    "polaritas": "maksimasi",
    "versi": "1",
    "tahun": "2000",
    "kabupaten": {"kode": "0", "nama": "-"},
    "kunci": "-",
    "alasan": "-",
    "bawah": "0",
    "atas": "1",
    "tingkat": [{"label": "-"}],
    "label": "-",
}


def mended(tree: Any, faults: list[Path]) -> Definition | None:  # noqa: ANN401  tree of text
    """Return the definition that is left when every faulty part is put aside, if any is."""
    tree = copy.deepcopy(tree)
    for where in sorted(faults, key=len, reverse=True):
        _put_aside(tree, where)
    try:
        return Definition.model_validate(tree)
    except ValidationError:
        return None


def _put_aside(tree: Any, where: Path) -> None:  # noqa: ANN401  tree of text
    """Replace or leave out the part at a path, or the nearest part around it that can be."""
    if not where:
        return
    part = tree
    for step in where[:-1]:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            part = None
            break
    key = where[-1]
    if not isinstance(part, dict):
        _put_aside(tree, where[:-1])
    elif key in PLACEHOLDERS:
        part[key] = PLACEHOLDERS[str(key)]
    else:
        part.pop(key, None)
