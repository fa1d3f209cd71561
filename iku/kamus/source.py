"""Where in a Kamus everything was read: faults name cells and heads instead of lines and keys."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from iku.definition.yaml_source import Path, Source
from iku.finding import Finding


class Spot(NamedTuple):
    """A cell and the head under which it stands."""

    sheet: str
    a1: str
    head: str

    @property
    def cell(self) -> str:
        """The address as findings write it, such as ``Indikator!F7``."""
        return f"{self.sheet}!{self.a1}"


@dataclass
class KamusSource(Source):
    """A tree read from a Kamus: the cell of each path, and the faults met while reading."""

    spots: dict[Path, Spot] = field(default_factory=dict)
    faults: list[Finding] = field(default_factory=list)

    def placed(self, finding: Finding, path: Path) -> Finding:
        """Return a finding about a path with its cell, or that of its nearest part with one."""
        near = path
        while near and near not in self.spots:
            near = near[:-1]
        spot = self.spots.get(near)
        if spot is None:
            return finding
        exact = {"kunci": spot.head} if near == path else {}
        facts = {**finding.facts, **exact}
        return replace(finding, facts=facts, sheet=spot.sheet, cells=(spot.cell,))

    def fault(self, code: str, spot: Spot, **facts: str) -> None:
        """Note a fault of a cell."""
        facts = {"kunci": spot.head, **facts}
        self.faults.append(Finding(code, facts=dict(facts), sheet=spot.sheet, cells=(spot.cell,)))
