"""Outcome: what a validation found, file by file, as every face of it needs to know."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from iku.checks.progress import Progress
from iku.finding import Finding, Severity
from iku.messages import Language


@dataclass(frozen=True)
class FileOutcome:
    """One checked file. ``kode`` and ``nama`` are the unit's, read from inside the file.

    ``period`` is in words and, like them, empty where the file could not be read. Findings are
    explained, and stand in the order in which they are to be settled.
    """

    path: str
    findings: tuple[Finding, ...]
    kode: str = ""
    nama: str = ""
    period: str = ""
    status: str = "ok"
    progress: Progress = field(default_factory=Progress)

    @property
    def name(self) -> str:
        """The name of the file without its folders."""
        return PurePath(self.path).name

    @property
    def unit(self) -> str:
        """The unit's code and name."""
        return " ".join(filter(None, (self.kode, self.nama)))

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity or Severity.INFO for finding in self.findings)

    def by_severity(self) -> list[tuple[Severity, list[Finding]]]:
        """Return the findings of each severity that there are, the most severe first."""
        groups = [(one, [f for f in self.findings if f.severity is one]) for one in Severity]
        return [(severity, found) for severity, found in groups if found]


@dataclass(frozen=True)
class Outcome:
    """The outcome over all files, in the language of its sentences."""

    files: tuple[FileOutcome, ...]
    language: Language = "id"

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, over all files."""
        return sum((one.counts for one in self.files), Counter())
