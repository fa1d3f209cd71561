"""What papers are made from: the definition, and where figures are wanted the regency's report."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from iku.calculation.results import Results
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Definition, Unit


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of evidence as it was found: its path beside the workbook, and its SHA-256."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Material:
    """A definition, and for papers with figures the report that `iku consolidate` makes.

    Figures of papers are those of the recap because both are read from the same report.
    ``evidence`` maps a unit's code and the named file of evidence to what was found under it.
    """

    definition: Definition
    report: RegencyReport | None = None
    evidence: Mapping[tuple[str, str], FoundFile] = field(default_factory=dict)

    @property
    def figures(self) -> RegencyReport:
        """The report; ValueError where a paper with figures is made from a definition alone."""
        if self.report is None:
            message = "this paper needs returned workbooks"
            raise ValueError(message)
        return self.report

    def standing(self, unit: Unit) -> Standing:
        """Return where a unit stands; KeyError where the report does not expect it."""
        for one in self.figures.standings:
            if one.unit.kode == unit.kode:
                return one
        raise KeyError(unit.kode)

    def results(self, unit: Unit) -> Results:
        """Return the results of a unit with what the regency decided; ValueError without a file."""
        found = self.standing(unit).results
        if found is None:
            message = f"{unit.nama} has not reported"
            raise ValueError(message)
        return found
