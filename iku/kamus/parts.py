"""One row of a table → one part of the tree, every cell remembered as the place of its key."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from iku.definition.yaml_source import Path
from iku.kamus.column import Column
from iku.kamus.rows import Row
from iku.kamus.source import KamusSource, Spot
from iku.kamus.tables import table

Tree: TypeAlias = dict[str, Any]


@dataclass
class OwnScale:
    """A scale written out in the Kamus, with the place of each of its parts."""

    tree: Tree
    spots: dict[Path, Spot] = field(default_factory=dict)


class Parts:
    """Reads parts of a definition from rows; scales are known by code before."""

    def __init__(self, source: KamusSource, scales: dict[str, OwnScale]) -> None:
        self._source = source
        self._scales = scales

    def read(self, row: Row, where: Path, leave_out: frozenset[str] = frozenset()) -> Tree:
        """Return the part that a row describes and place it at ``where`` in the tree."""
        tree: Tree = {}
        for column in table(row.sheet).columns:
            if column.key not in row.heads or column.key in leave_out:
                continue
            if column.kind not in {"counter", "looked_up"}:
                self.put(tree, column, row.texts.get(column.key, ""), row.spot(column.key), where)
        self._source.spots[where] = row.spot(next(iter(row.texts)))
        return tree

    def put(self, tree: Tree, column: Column, text: str, spot: Spot, where: Path) -> None:
        """Put the value of a cell into a part; a blank cell only leaves its place behind."""
        here = (*where, *column.path)
        self._source.spots[here] = spot
        if not text:
            return
        *above, last = column.path
        for key in above:
            tree = tree.setdefault(key, {})
        tree[last] = self._value(column, text, here)

    def _value(self, column: Column, text: str, here: Path) -> Any:  # noqa: ANN401  part of a tree
        value = column.read(text)
        if column.kind == "scale" and value in self._scales:
            scale = self._scales[value]
            for path, spot in scale.spots.items():
                self._source.spots[(*here, *path)] = spot
            return deepcopy(scale.tree)
        return value


def own_scales(rows: list[Row]) -> dict[str, OwnScale]:
    """Return the scales of the sheet Skala by code; name and source stand in their first row."""
    reader = KamusSource(None)
    parts = Parts(reader, {})
    scales: dict[str, OwnScale] = {}
    for row in rows:
        band = parts.read(row, ())
        kode = band.pop("kode", "")
        scale = scales.setdefault(kode, OwnScale({"tingkat": []}))
        for key in ("nama", "sumber"):
            if not scale.spots or key in band:
                scale.spots[(key,)] = row.spot(key)
            if key in band:
                scale.tree[key] = band.pop(key)
        if band:
            number = len(scale.tree["tingkat"])
            for key in ("label", "mulai", "di_atas"):
                scale.spots["tingkat", number, key] = row.spot(key)
            scale.tree["tingkat"].append(band)
    return scales
