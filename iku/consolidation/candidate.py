"""A candidate is one file offered to the regency; a fate is what became of it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from iku.consolidation.returned import Returned
from iku.definition.model import Unit
from iku.finding import Finding, Severity
from iku.periods import PERIODS, in_words


class Status(StrEnum):
    """What became of a file."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SUPERSEDED = "superseded"
    DUPLICATE = "duplicate"
    IGNORED = "ignored"


@dataclass(frozen=True)
class Candidate:
    """One file with what reading and checking it brought to light.

    ``modified`` is the time stored inside the document, ISO 8601, empty where there is none;
    ``sha256`` is empty where the bytes could not be had; ``findings`` are explained. Without a
    returned report they say why the file could not be read. ``manifest`` is the SHA-256 of its list
    of locked cells. ``received`` is the day on which the regency received it, ISO 8601, where
    somebody wrote that down: the times of files lie. ``signature`` is the regency's as the file
    carries it; ``authenticity`` what it says of the file by the keys that are known now, which is
    never kept; empty where none is known.
    """

    path: str
    sha256: str
    modified: str = ""
    returned: Returned | None = None
    findings: tuple[Finding, ...] = ()
    manifest: str = ""
    received: str = ""
    signature: str = ""
    authenticity: str = ""

    def __post_init__(self) -> None:
        """Refuse a file that was neither read nor refused: it would vanish without a word."""
        if self.returned is None and not self.findings:
            message = f"{self.path}: neither a report nor a finding that refuses it"
            raise ValueError(message)

    @property
    def unit(self) -> Unit | None:
        """The unit that the file says it is from; None for a file that could not be read."""
        return None if self.returned is None else self.returned.report.terbitan.unit

    @property
    def periode_lapor(self) -> str:
        """The period up to which the file speaks, or empty."""
        return "" if self.returned is None else self.returned.report.periode_lapor

    @property
    def revisi(self) -> int:
        """The revision that was entered; 0 where it is blank or no whole number."""
        if self.returned is None:
            return 0
        text = self.returned.report.text("identitas.revisi")
        return int(text) if text.isdecimal() else 0

    def in_words(self, periode: str) -> str:
        """Return a period of the file's own year as people read it."""
        tahun = 0 if self.returned is None else self.returned.report.terbitan.definisi.tahun
        return in_words(periode, tahun)

    def said(self, name: str) -> str:
        """Return an entry of Beranda as text, such as ``identitas.penyusun``."""
        return "" if self.returned is None else self.returned.report.text(name)

    @property
    def errors(self) -> int:
        """How many of its findings must be repaired."""
        return sum(one.severity is Severity.ERROR for one in self.findings)


def plainest(candidate: Candidate) -> tuple[int, str, str]:
    """Return the order in which one of equal files is kept: ``X.xlsx`` before ``X (1).xlsx``."""
    return len(candidate.path), candidate.path, candidate.sha256


@dataclass(frozen=True)
class Fate:
    """What became of one file; ``reason`` is a finding of its own, explained."""

    candidate: Candidate
    status: Status
    reason: Finding

    def as_json(self) -> dict[str, object]:
        """Return the fate of a file as ``--json`` gives it."""
        unit = self.candidate.unit
        word = self.candidate.authenticity
        known: dict[str, object] = {"authenticity": word} if word else {}
        return {
            "path": self.candidate.path,
            "sha256": self.candidate.sha256,
            "unit": None if unit is None else {"kode": unit.kode, "nama": unit.nama},
            "status": str(self.status),
            "reason": self.reason.message,
        } | known


def period_order(periode: str) -> int:
    """Return the place of a period in the year; -1 for none.

    >>> period_order("TW2") < period_order("TAHUN"), period_order("")
    (True, -1)
    """
    return PERIODS.index(periode) if periode in PERIODS else -1


def latest_period(candidates: Iterable[Candidate]) -> str:
    """Return the latest period that any of these files speaks for; empty where none says."""
    return max((one.periode_lapor for one in candidates), key=period_order, default="")
