"""A submission: one returned workbook, read; where its figures stand, and what was odd about it."""

from dataclasses import dataclass, field
from functools import cached_property

from iku.address import CellRef
from iku.calculation.results import Results
from iku.cells import Value, WorkbookSnapshot
from iku.definition.model import Indikator
from iku.finding import Finding
from iku.layout.entry import Entry
from iku.layout.layout import Layout
from iku.manifest import Manifest
from iku.report import Report


@dataclass(frozen=True)
class Submission:
    """A workbook of ours as it came back.

    ``places`` tells for every entry name the cell it was really read from (it may have moved);
    ``findings`` are those of reading and of the tamper check, not yet explained.
    """

    path: str
    sha256: str
    snapshot: WorkbookSnapshot
    layout: Layout
    manifest: Manifest
    report: Report
    places: dict[str, CellRef] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @cached_property
    def indikator(self) -> tuple[Indikator, ...]:
        """The indicators that have an object in this unit, in printed order."""
        terbitan = self.report.terbitan
        return tuple(one for one in terbitan.definisi.indikator if terbitan.applies(one))

    @cached_property
    def entered(self) -> tuple[tuple[Entry, Value], ...]:
        """The entries in which something stands, with that, in reading order."""
        filled = self.report.entries
        return tuple(
            (entry, filled[name]) for name, entry in self.layout.entries.items() if name in filled
        )

    @cached_property
    def results(self) -> Results:
        """The results of its entries, worked out anew; what the file itself shows is not trusted."""
        return Results(self.report)
