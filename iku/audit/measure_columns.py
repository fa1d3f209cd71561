"""Columns of target, realisasi and capaian: which of them belong together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from iku.audit.document import Passage, Row

MEASURES = ("target", "realisasi", "capaian")
_YEARLY = re.compile(r"tahunan|setahun|1 tahun", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\btw(?:\b|\d)|triwulan|semester|bulan", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, where, how its head reads, and the year that stands over it."""

    role: str
    index: int
    head: Passage
    year: int | None


def _groups(columns: tuple[Column, ...]) -> Iterator[dict[str, Column]]:
    """Yield target, realisasi and capaian that belong together: they stand side by side."""
    group: dict[str, Column] = {}
    for column in columns:
        if column.role not in MEASURES:
            continue
        if column.role in group:
            yield group
            group = {}
        group[column.role] = column
    if group:
        yield group


def measured_in(columns: tuple[Column, ...], row: Row) -> Iterator[Mapping[str, Passage]]:
    """Yield what a row gives as target, realisasi and capaian that belong together."""
    groups = list(_groups(columns))
    for group in (*groups, *_against_the_year(groups)):
        if group.keys() == set(MEASURES) and all(one.index < len(row) for one in group.values()):
            yield {role: row[column.index] for role, column in group.items()}


def _against_the_year(groups: list[dict[str, Column]]) -> Iterator[dict[str, Column]]:
    """Yield a second capaian, headed "terhadap target tahunan", with what it is drawn from."""
    yearly = [one["target"] for one in groups if _YEARLY.search(_head(one, "target"))]
    reached = [one["realisasi"] for one in groups if "realisasi" in one]
    for group in groups if yearly and reached else ():
        if group.keys() == {"capaian"} and _YEARLY.search(_head(group, "capaian")):
            yield {"target": yearly[0], "realisasi": reached[-1], "capaian": group["capaian"]}
    alone = [one["target"] for one in groups if one.keys() == {"target"}]
    for group in groups if alone else ():
        if group.keys() == {"realisasi", "capaian"} and not _part_of_year(group):
            year = group["realisasi"].year
            target = next((one for one in alone if year and one.year == year), None)
            if target is not None and not _PART_OF_YEAR.search(target.head.text):
                yield {"target": target, **group}


def _part_of_year(group: dict[str, Column]) -> bool:
    return any(_PART_OF_YEAR.search(column.head.text) for column in group.values())


def _head(group: dict[str, Column], role: str) -> str:
    return group[role].head.text if role in group else ""


def next_target(columns: tuple[Column, ...], row: Row) -> tuple[int, Passage] | None:
    """Return the target of a later year, printed without a realisasi beside it."""
    for group in list(_groups(columns))[1:]:
        column = group.get("target")
        if column is None or "realisasi" in group or column.year is None:
            continue
        if column.index < len(row) and not row[column.index].blank:
            return column.year, row[column.index]
    return None
