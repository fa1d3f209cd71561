"""Definition → the rows of the Kamus: for every sheet what its cells say, by column key."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from iku.definition.model import Definition
from iku.kamus.cell_text import write_key, write_target
from iku.kamus.column import Column
from iku.kamus.spoken_parts import SpokenParts
from iku.kamus.tables import table, umum_fields
from iku.kamus.tree import full_tree
from iku.periods import PERIODS, QUARTERS

Texts: TypeAlias = dict[str, str]
YEARS_AHEAD = 5  # years after the definition's own that have a column of targets


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a Kamus: the fields of Umum, rows by sheet, and the periods of targets.

    A field of Umum holds one text, or several where it has a row for each; ``money`` tells whether
    there is use for the sheets with programmes.
    """

    umum: dict[str, list[str]]
    rows: dict[str, list[Texts]]
    periods: tuple[str, ...]
    money: bool = False


def contents(definition: Definition) -> Contents:
    """Return everything that a definition says, cell by cell."""
    tree = full_tree(definition)
    writer = _Writer(tree)
    for sasaran in tree["sasaran"]:
        writer.sasaran(sasaran)
    for part in tree["data_bersama"]:
        writer.add("Data Bersama", part)
    for unit in tree["unit"]:
        writer.unit(unit)
    parts = SpokenParts(tree)
    for note in tree["catatan_sumber"]:
        writer.add("Catatan Sumber", {**note, "kunci": parts.said(note["kunci"])})
    for program in tree.get("program", ()):
        writer.add("Program", program)
    umum = {column.key: writer.umum(column) for column in umum_fields()}
    money = "anggaran" in definition.pengaturan.fitur or bool(
        {"Program", "Pagu"} & set(writer.rows)
    )
    return Contents(umum, writer.rows, _periods(tree, definition), money)


@dataclass
class _Writer:
    """Collects the rows of every sheet while the parts of a definition are gone through."""

    tree: dict[str, Any]
    rows: dict[str, list[Texts]] = field(default_factory=dict)
    own_scales: list[dict[str, Any]] = field(default_factory=list)

    def umum(self, column: Column) -> list[str]:
        value = _below(self.tree, column.path)
        values = value if column.kind == "rows" else [self._named(column, value)]
        return [text for one in values if (text := column.written(one)) is not None]

    def add(self, sheet: str, part: dict[str, Any], **more: Any) -> None:  # noqa: ANN401  values of cells
        """Add a row with the fields of a part and with ``more`` that says where it belongs."""
        texts = {}
        known = part | more
        for column in table(sheet).columns:
            value = self._named(column, _below(known, column.path))
            if column.kind != "looked_up" and (text := column.written(value)) is not None:
                texts[column.key] = text
        self.rows.setdefault(sheet, []).append(texts)

    def sasaran(self, sasaran: dict[str, Any]) -> None:
        self.add("Sasaran", sasaran)
        number = str(len(self.rows["Sasaran"]))
        for indikator in sasaran["indikator"]:
            known = _spread(indikator) | {"sasaran": number}
            self.add("Indikator", known)
            for part in indikator["komponen"]:
                self.add("Komponen", part, indikator=indikator["kode"])
            self._targets({indikator["kode"]: indikator["target"]})

    def unit(self, unit: dict[str, Any]) -> None:
        kode = unit["kode"]
        self.add("Unit", unit)
        for part in unit["wilayah"]:
            self.add("Wilayah", part, unit=kode)
        self.add("Penanda Tangan", unit["penanda_tangan"], unit=kode)
        for indikator, baseline in unit["baseline"].items():
            self.add("Kondisi Awal", baseline, unit=kode, indikator=indikator)
        self._targets(unit["target"], unit=kode)
        for n, agreement in enumerate(unit["pk"], 1):
            self.add("PK", agreement, unit=kode, urutan=str(n))
            self._targets(agreement["target"], unit=kode, pk=str(n))
        for program, pagu in unit.get("pagu", {}).items():
            self.add("Pagu", {}, unit=kode, program=program, pagu=pagu)

    def _targets(self, targets: dict[str, Any], **whose: str) -> None:
        for indikator, values in targets.items():
            self.add("Target", {}, indikator=indikator, **whose)
            row = self.rows["Target"][-1]
            row.update({period_key(key): write_target(value) for key, value in values.items()})

    def _named(self, column: Column, value: Any) -> Any:  # noqa: ANN401  value of a cell
        """Return the code of a scale that is written out; it gets rows of its own."""
        if column.kind != "scale" or not isinstance(value, dict):
            return value
        if value not in self.own_scales:
            self.own_scales.append(value)
            self._scale(value, f"skala_{len(self.own_scales)}")
        return f"skala_{self.own_scales.index(value) + 1}"

    def _scale(self, scale: dict[str, Any], kode: str) -> None:
        first: dict[str, Any] = {"nama": scale["nama"], "sumber": scale["sumber"]}
        for band in scale["tingkat"] or [{}]:
            self.add("Skala", band | first, kode=kode)
            first = {}


def period_key(period: str) -> str:
    """Return the key of a column of targets; periods come from people and may hold anything."""
    return f"periode {period}"


def _spread(indikator: dict[str, Any]) -> dict[str, Any]:
    """Return an indicator with the parts that one cell cannot hold spread over several."""
    spread = dict(indikator)
    if isinstance(spread["polaritas"], dict):
        spread |= {"rentang": spread["polaritas"]["rentang"], "polaritas": "rentang"}
    if spread.get("baseline") == {}:
        spread["baseline"] = {"nilai": ""}  # a baseline of which nothing is known yet
    return spread


def _below(tree: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401  parts of a tree
    """Return what a path leads to, None where it leads nowhere."""
    for key in path:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree


def _periods(tree: dict[str, Any], definition: Definition) -> tuple[str, ...]:
    """Return the heads of targets: quarters where there are any, then years, then what is left."""
    used = set(_used_periods(tree))
    ahead = {str(definition.tahun + n) for n in range(YEARS_AHEAD + 1)}
    wanted = used | ahead | (set(QUARTERS) if len(definition.periods) > 1 else set())
    first = [period for period in PERIODS if period in wanted]
    return (*first, *sorted(wanted - set(first), key=lambda key: (not key.isdigit(), key)))


def _used_periods(tree: dict[str, Any]) -> Iterator[str]:
    for sasaran in tree["sasaran"]:
        for indikator in sasaran["indikator"]:
            yield from indikator["target"]
    for unit in tree["unit"]:
        for holder in (unit, *unit["pk"]):
            for targets in holder["target"].values():
                yield from targets


def head_of_period(period: str) -> str:
    """Return the head of a column of targets."""
    return write_key(period)
