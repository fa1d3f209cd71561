"""A returned workbook as consolidation needs it: what was entered, on what, and in which cells."""

from dataclasses import dataclass, field
from functools import cached_property

from iku.address import CellRef
from iku.calculation.results import Results
from iku.report import Report
from iku.submission import Submission


@dataclass(frozen=True)
class Returned:
    """What one file says; small, unlike the workbook, so that a whole country's can be kept.

    ``places`` tells for every entry name the cell it was really read from.
    """

    report: Report
    places: dict[str, CellRef] = field(default_factory=dict)

    @classmethod
    def read_from(cls, submission: Submission) -> "Returned":
        """Return what a checked workbook says, without the workbook."""
        return cls(submission.report, submission.places)

    @cached_property
    def results(self) -> Results:
        """The results of its entries, worked out anew; what the file itself shows is not trusted."""
        return Results(self.report)
