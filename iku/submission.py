"""A submission: one returned workbook, read; where its figures stand, and what was odd about it."""

from dataclasses import dataclass, field
from functools import cached_property

from iku.address import CellRef
from iku.calculation.results import Results
from iku.cells import WorkbookSnapshot
from iku.finding import Finding
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
    def results(self) -> Results:
        """The results of its entries, worked out anew; what the file itself shows is not trusted."""
        return Results(self.report)
