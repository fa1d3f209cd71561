"""What is kept of one regency's report where many regencies are summed up: little, and plain."""

from collections import Counter
from dataclasses import dataclass

from iku.calculation.figure import Figure
from iku.consolidation.candidate import Fate
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Unit


@dataclass(frozen=True, slots=True)
class IndicatorSummary:
    """One indicator of one regency in its reported period; numbers as shown, or why there is none."""

    kode: str
    nama: str
    satuan: str
    realisasi: float | str
    capaian: float | str
    n: int
    of: int


@dataclass(frozen=True, slots=True)
class FileSummary:
    """One file and what became of it; ``authenticity`` as `Candidate` has it."""

    path: str
    sha256: str
    unit: str
    status: str
    reason: str
    authenticity: str = ""

    @classmethod
    def of(cls, fate: Fate) -> "FileSummary":
        """Return what is kept of a fate."""
        one = fate.candidate
        unit = "" if one.unit is None else one.unit.nama
        said = fate.reason.message, one.authenticity
        return cls(one.path, one.sha256, unit, str(fate.status), *said)


@dataclass(frozen=True, slots=True)
class RegencySummary:
    """One regency of several: who it is, how far it is, its means and its indicators."""

    kode: str
    nama: str
    templat: str
    period: str
    reported: int
    expected: int
    missing: tuple[Unit, ...]
    errors: int
    rata_rata: float | str
    rata_rata_batas: float | str
    indicators: tuple[IndicatorSummary, ...]
    files: tuple[FileSummary, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many files met which fate."""
        return Counter(one.status for one in self.files)

    @property
    def authenticity(self) -> Counter[str]:
        """How many forms are genuine and how many not; empty where no key is known."""
        return Counter(one.authenticity for one in self.files if one.authenticity)

    @classmethod
    def of(cls, report: RegencyReport) -> "RegencySummary":
        """Return what is kept of a report."""
        definition, means = report.definition, report.means
        return cls(
            kode=definition.kabupaten.kode,
            nama=definition.kabupaten.nama,
            templat=definition.kode,
            period=report.period_words,
            reported=report.reported,
            expected=len(report.expected),
            missing=tuple(report.missing),
            errors=sum(str(one.severity) == "error" for one in report.findings),
            rata_rata=_shown(means.rata_rata),
            rata_rata_batas=_shown(means.rata_rata_batas),
            indicators=tuple(_indicators(report)),
            files=tuple(FileSummary.of(fate) for fate in report.fates),
        )


def _indicators(report: RegencyReport) -> list[IndicatorSummary]:
    found = []
    for one in report.definition.indikator:
        figure = report.aggregation.figure(one.kode, report.period)
        shown = figure.shown(figure.realisasi), figure.shown(figure.capaian)
        found.append(IndicatorSummary(one.kode, one.nama, one.satuan, *shown, figure.n, figure.of))
    return found


def _shown(figure: Figure) -> float | str:
    return figure.shown()
