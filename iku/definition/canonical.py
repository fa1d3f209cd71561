"""The definition as text that is the same for the same content, written and read once for many.

A regency's workbooks all carry the same definition, so neither building nor reading them may cost
its reading each time.
"""

import json
from functools import lru_cache
from typing import Any

from iku.definition.model import Definition

_KEPT = 32
# By identity, because a definition of many parts is slow to compare; the definition itself is kept
# beside its text, so that no other object can take its place in memory meanwhile.
_texts: dict[int, tuple[Definition, str]] = {}
_without_units: dict[int, tuple[Definition, Definition]] = {}


def compact(tree: Any) -> str:  # noqa: ANN401  whatever JSON can say
    """Return JSON without blanks, keys in order."""
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def definition_text(definition: Definition) -> str:
    """Return the canonical text of a definition."""
    known = _texts.get(id(definition))
    if known is None:
        known = definition, compact(definition.model_dump(mode="json"))
        _remember(_texts, definition, known)
    return known[1]


@lru_cache(maxsize=_KEPT)
def parse_definition(text: str) -> Definition:
    """Read a definition from its text; ValueError if it is not one."""
    return Definition.model_validate_json(text)


def without_units(definition: Definition) -> Definition:
    """Return the definition that workbooks carry: no unit's data, read back from its own text."""
    known = _without_units.get(id(definition))
    if known is None:
        bare = definition.model_copy(update={"unit": ()})
        known = definition, parse_definition(compact(bare.model_dump(mode="json")))
        _remember(_without_units, definition, known)
    return known[1]


def _remember(
    memory: dict[int, tuple[Definition, Any]], definition: Definition, found: tuple[Definition, Any]
) -> None:
    if len(memory) >= _KEPT:
        memory.pop(next(iter(memory)))
    memory[id(definition)] = found
