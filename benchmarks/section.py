"""What one part of the benchmarks found: rows of the table, figures for the budgets, and text."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DEFINITION = Path("tests/data/dua_puluh_indikator.yaml")
"""Twenty quarterly indicators of every kind, with every optional part."""


@dataclass(frozen=True)
class Row:
    """One step: median seconds, its ratio to a peer, seconds of the processor, peak memory in MB.

    A step inside one process is measured by the processor's seconds alone; of whole processes both
    clocks are told, because several processors may work at once.
    """

    step: str
    seconds: float
    ratio: float | None = None
    peer: str = ""
    processor: float | None = None
    megabytes: float | None = None


@dataclass(frozen=True)
class Section:
    """One part of the benchmarks; ``figures`` are what budgets look at, ``text`` what is no row."""

    title: str
    how: str
    rows: tuple[Row, ...] = ()
    figures: dict[str, float] = field(default_factory=dict)
    text: str = ""

    @classmethod
    def stored(cls, kept: dict[str, Any]) -> "Section":
        """Return a section from the form in which it is kept as JSON."""
        return cls(**{**kept, "rows": tuple(Row(**row) for row in kept["rows"])})


@dataclass(frozen=True)
class Wanted:
    """How much is measured: files of the regency, rounds, and the folder where files are made.

    ``definition`` is what the files are made from.
    """

    folder: Path
    files: int
    rounds: int
    definition: Path = DEFINITION

    @property
    def whole_rounds(self) -> int:
        """Rounds of whole processes, which take seconds each."""
        return min(self.rounds, 3)
