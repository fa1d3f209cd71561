"""Rows of a received Kamus → the tree that a definition file would hold.

What a row says of itself is judged by the model and the rules of the loader; what this module
judges is only whether a row can be told where it belongs.
"""

from dataclasses import dataclass, field
from typing import Any

from iku.definition.yaml_source import Path
from iku.kamus.cell_text import read_key, read_target, read_text
from iku.kamus.column import FIRST_ROW
from iku.kamus.contents import period_key
from iku.kamus.parts import Parts, Tree, own_scales
from iku.kamus.rows import Row
from iku.kamus.source import KamusSource, Spot
from iku.kamus.spoken_parts import SpokenParts
from iku.kamus.tables import UMUM, umum_fields

PERIODE = period_key("")


@dataclass
class Received:
    """The rows of a received Kamus: the fields of Umum, and every table by sheet name."""

    umum: dict[str, list[tuple[Spot, str]]]
    tables: dict[str, list[Row]]


@dataclass
class Placed:
    """A part of the tree that other rows point at, and where it is."""

    tree: Tree
    where: Path


@dataclass
class Assembly:
    """Puts the rows of a Kamus together, table by table."""

    received: Received
    source: KamusSource
    tree: Tree = field(default_factory=dict)
    sasaran: dict[str, Placed] = field(default_factory=dict)
    indikator: dict[str, Placed] = field(default_factory=dict)
    unit: dict[str, Placed] = field(default_factory=dict)
    pk: dict[tuple[str, str], Placed] = field(default_factory=dict)
    seen: set[tuple[Any, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.parts = Parts(self.source, own_scales(self._rows("Skala")))
        for row in self._rows("Skala"):
            self._required(row, "kode")

    def put_together(self) -> None:
        """Fill the tree of the source."""
        self._umum()
        self._list("data_bersama", "Data Bersama")
        self._list("catatan_sumber", "Catatan Sumber")
        self._units()
        self._sasaran()
        self._indikator()
        self._komponen()
        self._below_units()
        for row in self._rows("Target"):
            self._target(row)
        if "Program" in self.received.tables:
            self._list("program", "Program")
        for row in self._rows("Pagu"):
            self._pagu(row)
        self._notes()
        self.source.tree = self.tree

    def _rows(self, sheet: str) -> list[Row]:
        return self.received.tables.get(sheet, [])

    def _umum(self) -> None:
        for column in umum_fields():
            cells = self.received.umum.get(column.key, [])
            if column.kind == "rows":
                written = [(spot, text) for spot, text in cells if text]
                self.tree[column.key] = [column.read(text) for _, text in written]
                for n, (spot, _) in enumerate(written):
                    self.source.spots[column.key, n] = spot
            for spot, text in cells[:1] if column.kind != "rows" else ():
                self.parts.put(self.tree, column, text, spot, ())
            if not cells:
                self.source.spots[column.path] = Spot(UMUM, f"A{FIRST_ROW}", column.head)

    def _list(self, key: str, sheet: str) -> None:
        self.tree[key] = [self.parts.read(row, (key, n)) for n, row in enumerate(self._rows(sheet))]

    def _notes(self) -> None:
        """Say of the notes on the source what they are about, now that all parts are known."""
        parts = SpokenParts(self.tree)
        for note in self.tree["catatan_sumber"]:
            if "kunci" in note:
                note["kunci"] = parts.meant(note["kunci"])

    def _units(self) -> None:
        self._list("unit", "Unit")
        for n, tree in enumerate(self.tree["unit"]):
            self.unit.setdefault(tree.get("kode", ""), Placed(tree, ("unit", n)))

    def _sasaran(self) -> None:
        self._list("sasaran", "Sasaran")
        for n, row in enumerate(self._rows("Sasaran")):
            self.source.spots["sasaran", n, "indikator"] = row.spot("nama")
            tree = self.tree["sasaran"][n]
            tree["indikator"] = []
            self.sasaran[str(row.number - FIRST_ROW + 1)] = Placed(tree, ("sasaran", n))

    def _indikator(self) -> None:
        for row in self._rows("Indikator"):
            self.source.spots.setdefault(("sasaran",), row.spot("kode"))
            goal = self._pointed_at(row, "sasaran", self.sasaran, "Sasaran")
            if goal is None and self.sasaran:  # looked through all the same, for its other faults
                goal = next(iter(self.sasaran.values()))
            if goal is None:
                continue
            where = (*goal.where, "indikator", len(goal.tree["indikator"]))
            tree = self.parts.read(row, where, frozenset({"sasaran"}))
            self._gather(tree, row, where)
            goal.tree["indikator"].append(tree)
            self.indikator.setdefault(tree.get("kode", ""), Placed(tree, where))

    def _gather(self, tree: Tree, row: Row, where: Path) -> None:
        """Gather the parts that are spread over several cells."""
        bounds = tree.pop("rentang", {})
        if tree.get("polaritas") == "rentang":
            tree["polaritas"] = {"rentang": bounds}
            for key in ("bawah", "atas"):
                self.source.spots[*where, "polaritas", "rentang", key] = row.spot(f"rentang.{key}")
        elif bounds:
            spot = row.spot(f"rentang.{next(iter(bounds))}")
            self.source.fault("DEF-006", spot, alasan="batas hanya untuk polaritas rentang")
        if tree.get("baseline", {}).get("nilai") == "":
            del tree["baseline"]["nilai"]  # a baseline of which nothing is known yet

    def _komponen(self) -> None:
        for row in self._rows("Komponen"):
            owner = self._pointed_at(row, "indikator", self.indikator, "Indikator")
            if owner is not None:
                self._append(owner, "komponen", row, frozenset({"indikator"}))

    def _below_units(self) -> None:
        for row in self._rows("Wilayah"):
            if unit := self._pointed_at(row, "unit", self.unit, "Unit"):
                self._append(unit, "wilayah", row, frozenset({"unit"}))
        for row in self._rows("Penanda Tangan"):
            unit = self._pointed_at(row, "unit", self.unit, "Unit")
            if unit and self._is_first(row, "unit"):
                where = (*unit.where, "penanda_tangan")
                unit.tree["penanda_tangan"] = self.parts.read(row, where, frozenset({"unit"}))
        for row in self._rows("Kondisi Awal"):
            unit = self._pointed_at(row, "unit", self.unit, "Unit")
            if unit and self._is_first(row, "unit", "indikator"):
                self._unit_baseline(row, unit)
        for row in self._rows("PK"):
            unit = self._pointed_at(row, "unit", self.unit, "Unit")
            number = self._required(row, "urutan")
            if unit and number and self._is_first(row, "unit", "urutan"):
                added = self._append(unit, "pk", row, frozenset({"unit", "urutan"}))
                self.pk[read_key(row.texts["unit"]), number] = added

    def _unit_baseline(self, row: Row, unit: Placed) -> None:
        if not self._required(row, "indikator"):
            return
        kode = self._key(row, unit, "baseline")
        where = (*unit.where, "baseline", kode)
        part = self.parts.read(row, where, frozenset({"unit", "indikator"}))
        unit.tree.setdefault("baseline", {})[kode] = part

    def _pagu(self, row: Row) -> None:
        unit = self._pointed_at(row, "unit", self.unit, "Unit")
        program, pagu = self._required(row, "program"), self._required(row, "pagu")
        if unit and program and pagu and self._is_first(row, "unit", "program"):
            kode = read_key(program)
            self.source.spots[*unit.where, "pagu", kode] = row.spot("pagu")
            unit.tree.setdefault("pagu", {})[kode] = read_text(pagu)

    def _target(self, row: Row) -> None:
        if not self._required(row, "indikator") or not self._is_first(
            row, "unit", "pk", "indikator"
        ):
            return
        owner = self._target_owner(row)
        if owner is None:
            return
        if "unit" in row.texts:
            kode = self._key(row, owner, "target")
            owner.tree.setdefault("target", {})
            where: Path = (*owner.where, "target", kode)
            owner.tree["target"][kode] = self._values(row, where)
        else:
            owner.tree["target"] = self._values(row, (*owner.where, "target"))

    def _target_owner(self, row: Row) -> Placed | None:
        """Return whose target it is: a Perjanjian Kinerja's, a unit's, or the indicator's own."""
        if "pk" in row.texts:
            unit, number = self._required(row, "unit"), row.texts["pk"]
            found = self.pk.get((read_key(unit), number))
            if unit and found is None:
                reason = f"PK ke-{number} unit '{read_key(unit)}' tidak ada di lembar PK"
                self.source.fault("DEF-006", row.spot("pk"), alasan=reason)
            return found
        if "unit" in row.texts:
            return self._pointed_at(row, "unit", self.unit, "Unit")
        return self._pointed_at(row, "indikator", self.indikator, "Indikator")

    def _values(self, row: Row, where: Path) -> Tree:
        values = {}
        for key in row.heads:
            if key.startswith(PERIODE):
                period = key.removeprefix(PERIODE)
                self.source.spots[*where, period] = row.spot(key)
                if key in row.texts:
                    values[period] = read_target(row.texts[key])
        return values

    def _key(self, row: Row, owner: Placed, key: str) -> str:
        """Return the code of an indicator; unknown ones are the place of the rule's fault."""
        kode = read_key(row.texts["indikator"])
        if kode not in self.indikator:
            self.source.spots.setdefault((*owner.where, key), row.spot("indikator"))
        return kode

    def _append(self, owner: Placed, key: str, row: Row, leave_out: frozenset[str]) -> Placed:
        """Append the part of a row to a list of its owner."""
        listed = owner.tree.setdefault(key, [])
        where = (*owner.where, key, len(listed))
        listed.append(self.parts.read(row, where, leave_out))
        return Placed(listed[-1], where)

    def _pointed_at(
        self, row: Row, key: str, known: dict[str, Placed], sheet: str
    ) -> Placed | None:
        """Return the part that a cell points at; a blank cell or an unknown code is a fault."""
        text = self._required(row, key)
        found = known.get(read_key(text)) if text else None
        if text and found is None:
            reason = f"'{read_key(text)}' tidak ada di lembar {sheet}"
            self.source.fault("DEF-006", row.spot(key), alasan=reason)
        return found

    def _required(self, row: Row, key: str) -> str:
        """Return the text of a cell that says where its row belongs; a blank one is a fault."""
        text = row.texts.get(key, "")
        if not text:
            self.source.fault("DEF-003", row.spot(key))
        return text

    def _is_first(self, row: Row, *keys: str) -> bool:
        """Whether no row above says the same of the same; a second one is a fault."""
        identity = (row.sheet, *(row.texts.get(key) for key in keys))
        if identity in self.seen:
            self.source.fault("DEF-005", row.spot(keys[-1]))
            return False
        self.seen.add(identity)
        return True
