"""What a note on the source is about, in the words of the Kamus: ``Indikator J1: Satuan``.

A definition file says ``sasaran[0].indikator[0].satuan``; nobody should have to count from nought.
Whatever has no words here, or is written the old way, stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from iku.definition.lint.key_paths import EVERY
from iku.kamus.tables import UMUM, table, umum_fields

_PLACED = re.compile(
    r"(sasaran\[[^\]]+\]\.indikator\[[^\]]+\]|sasaran\[[^\]]+\]|unit\[[^\]]+\]\.penanda_tangan"
    r"|unit\[[^\]]+\])\.(.+)"
)
_BETWEEN = ": "
_WHOLE = {"target": "Target", "baseline": "Kondisi awal", "nilai": "Nilai", "komponen": "Komponen"}
"""Parts of an indicator that the Kamus spreads over several columns or a sheet of their own."""


class SpokenParts:
    """The parts of one definition by their words, and the other way round."""

    def __init__(self, tree: dict[str, Any]) -> None:
        """Take the tree of a definition, be it whole or as far as it could be read."""
        places = [(path, words, sheet) for path, words, sheet in _places(tree) if words]
        self._words = {path: (words, sheet) for path, words, sheet in places}
        self._paths: dict[str, tuple[str, str]] = {}
        for path, words, sheet in places:
            self._paths.setdefault(words.casefold(), (path, sheet))

    def said(self, path: str) -> str:
        """Return a path in words, where these lead back to it; else the path itself."""
        placed = _PLACED.fullmatch(path)
        place, key = (placed[1], placed[2]) if placed is not None else ("", path)
        words, sheet = self._words.get(place, ("", ""))
        head = _heads(sheet).get(key) if sheet else None
        told = f"{words}{_BETWEEN}{head}"
        return told if head is not None and self.meant(told) == path else path

    def meant(self, words: str) -> str:
        """Return the path that words stand for; what is none of ours stays as it is."""
        place, _, head = words.partition(_BETWEEN)
        path, sheet = self._paths.get(place.strip().casefold(), ("", ""))
        key = _keys(sheet).get(head.strip().casefold()) if sheet else None
        if key is None:
            return words
        return f"{path}.{key}" if path else key


def _places(tree: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each part that a note can be about: its path, its words, the sheet of its columns."""
    yield "", UMUM, UMUM
    yield f"sasaran[{EVERY}]", "Semua sasaran", "Sasaran"
    yield f"sasaran[{EVERY}].indikator[{EVERY}]", "Semua indikator", "Indikator"
    for s, sasaran in enumerate(tree.get("sasaran", ())):
        number = f"sasaran ke-{s + 1}"
        yield f"sasaran[{s}]", number.capitalize(), "Sasaran"
        yield f"sasaran[{s}].indikator[{EVERY}]", f"Semua indikator {number}", "Indikator"
        for i, indikator in enumerate(sasaran.get("indikator", ())):
            words = _named("Indikator", indikator)
            yield f"sasaran[{s}].indikator[{i}]", words, "Indikator"
    for n, unit in enumerate(tree.get("unit", ())):
        yield f"unit[{n}]", _named("Unit", unit), "Unit"
        signer = _named("Penanda tangan", unit)
        yield f"unit[{n}].penanda_tangan", signer, "Penanda Tangan"


def _named(kind: str, part: dict[str, Any]) -> str:
    kode = part.get("kode")
    return f"{kind} {kode}" if isinstance(kode, str) and kode else ""


@cache
def _heads(sheet: str) -> dict[str, str]:
    """Return the heads of a sheet's columns by their keys."""
    columns = umum_fields() if sheet == UMUM else table(sheet).columns
    heads = {column.key: column.head for column in columns if column.kind != "looked_up"}
    return heads | (_WHOLE if sheet == "Indikator" else {})


@cache
def _keys(sheet: str) -> dict[str, str]:
    return {head.casefold(): key for key, head in _heads(sheet).items()}
