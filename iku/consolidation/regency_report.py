"""Regency report: what became of every file, and every figure of the regency up to a period."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from iku.calculation.results import Means
from iku.consolidation.aggregation import Aggregation
from iku.consolidation.candidate import Candidate, Fate, Status
from iku.consolidation.changes import Change
from iku.consolidation.decisions import NO_DECISIONS, Decisions
from iku.consolidation.figures import RegencyFigure, number
from iku.consolidation.standing import Standing
from iku.definition.model import Definition, Unit
from iku.finding import Finding
from iku.periods import in_words


@dataclass(frozen=True)
class RegencyReport:
    """The result of one consolidation; ``findings`` are explained, those of files included.

    ``decisions`` are what the regency added, ``changes`` what newer files say differently.
    """

    definition: Definition
    period: str
    fates: tuple[Fate, ...]
    aggregation: Aggregation
    findings: tuple[Finding, ...] = ()
    decisions: Decisions = NO_DECISIONS
    changes: tuple[Change, ...] = ()

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Where each unit stands, in the definition's order; one that has ended since included."""
        return self.aggregation.standings

    @cached_property
    def expected(self) -> tuple[Standing, ...]:
        """The units that must report for the period: those that exist at its end."""
        return tuple(one for one in self.standings if self.period not in one.absent)

    @property
    def accepted(self) -> tuple[Candidate, ...]:
        """The files that count, by path."""
        return tuple(one.candidate for one in self.fates if one.status is Status.ACCEPTED)

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The expected units without an accepted file."""
        return tuple(one.unit for one in self.expected if one.candidate is None)

    @cached_property
    def reported(self) -> int:
        """How many units have a file that speaks for the period."""
        return sum(one.reported(self.period) for one in self.expected)

    @property
    def complete(self) -> bool:
        """Whether every expected unit has reported for the period."""
        return self.reported == len(self.expected) > 0

    @property
    def completeness(self) -> str:
        """The label of completeness, such as ``Sementara: 9 dari 11 kecamatan``."""
        label = "Lengkap" if self.complete else "Sementara"
        noun = self.definition.jenis_unit.lower()
        return f"{label}: {self.reported} dari {len(self.expected)} {noun}"

    @property
    def period_words(self) -> str:
        """The period as people read it."""
        return in_words(self.period, self.definition.tahun)

    @cached_property
    def periods(self) -> tuple[str, ...]:
        """The periods that have figures here, earliest first."""
        periods = self.definition.periods
        return periods[: periods.index(self.period) + 1]

    def figures(self) -> Iterator[RegencyFigure]:
        """Yield the regency's figures of every period up to the reported one."""
        for periode in self.periods:
            for one in self.definition.indikator:
                yield self.aggregation.figure(one.kode, periode)

    @cached_property
    def means(self) -> Means:
        """The regency's means in the reported period."""
        return self.aggregation.means(self.period)

    @cached_property
    def units_told(self) -> dict[str, Unit | None]:
        """Units by what a finding says of them: the path of a file, or the unit's name and code."""
        noun = self.definition.jenis_unit
        named = {f"{noun} {one.unit.nama} ({one.unit.kode})": one.unit for one in self.standings}
        return {**named, **{fate.candidate.path: fate.candidate.unit for fate in self.fates}}

    def unit_about(self, finding: Finding) -> Unit | None:
        """Return the unit that a finding is about: it sent the file, or is named in the sentence."""
        of_file = self.units_told.get(finding.path) if finding.path else None
        return of_file or self.units_told.get(str(finding.facts.get("unit")))

    def as_json(self) -> dict[str, object]:
        """Return the report as ``iku consolidate --json`` gives it."""
        means = self.means
        return {
            "kabupaten": {
                "kode": self.definition.kabupaten.kode,
                "nama": self.definition.kabupaten.nama,
            },
            "template": self.definition.kode,
            "version": self.definition.versi,
            "period": self.period,
            "files": [one.as_json() for one in self.fates],
            "missing": [{"kode": one.kode, "nama": one.nama} for one in self.missing],
            "indicators": [one.as_json() for one in self.figures()],
            "mean": {
                "rata_rata": number(means.rata_rata),
                "rata_rata_batas": number(means.rata_rata_batas),
                "rata_rata_sasaran": number(means.rata_rata_sasaran),
            },
            "changes": [one.as_json() for one in self.changes],
            "closed": [one.period for one in self.decisions.closed],
            "findings": [one.as_json() for one in self.findings],
        }
