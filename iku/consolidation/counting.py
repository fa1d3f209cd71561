"""Counting: what counts of a unit, its own file first, then what the regency decided on top."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from iku.calculation.results import Results
from iku.cells import Value
from iku.consolidation.candidate import Candidate
from iku.consolidation.decisions import CentralValue, Verdict, Verified
from iku.consolidation.standing import Source, Standing
from iku.definition.existence import absences
from iku.definition.model import Unit
from iku.names import normal, safe
from iku.report import Report
from iku.terbitan import Terbitan

LAPOR = "identitas.periode_lapor"
REJECTED: Value = Verdict.DITOLAK.value
"""What stands in a rejected entry: a word, so no number; a blank would let an earlier stock stand."""
TYPED = "isian."


@dataclass(frozen=True)
class Counted:
    """The entries of one unit that count, and where those are from that are not its own."""

    terbitan: Terbitan
    entries: dict[str, Value]
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def report(self) -> Report:
        """The entries as a report, to be worked out."""
        return Report(self.terbitan, self.entries)

    def typed(self, name: str) -> Value:
        """Return what an entry holds: its value, or the status that stands in its place."""
        own = self.entries.get(name)
        if own is not None:
            return own
        return next((text for one in _statuses(name) if (text := self.entries.get(one))), None)

    def with_value(self, name: str, value: Value, source: Source) -> "Counted":
        """Return the same with one entry replaced, without a status that would contradict it.

        A number and its grade are one entry: what the unit typed in the other goes with it.
        """
        kode, entered, periode = _parts(name)
        gone = {f"{TYPED}{name.partition('.')[2]}", *_statuses(name)}
        for pair in (("nilai", "predikat"), ("predikat", "nilai")):
            other = f"{TYPED}{kode}.{pair[1]}.{periode}"
            if entered == pair[0] and other not in self.sources:
                gone.add(other)
        kept = {n: v for n, v in self.entries.items() if n not in gone}
        return replace(self, entries={**kept, name: value}, sources={**self.sources, name: source})

    def without(self, names: Iterable[str]) -> "Counted":
        """Return the same with some entries blank."""
        gone = frozenset(names)
        return replace(self, entries={n: v for n, v in self.entries.items() if n not in gone})


def _parts(name: str) -> tuple[str, str, str]:
    """Return code, field and period of an entry's name; a code may hold dots."""
    parts = name.split(".")
    return ".".join(parts[1:-2]), parts[-2], parts[-1]


def _statuses(name: str) -> tuple[str, str]:
    """Return the statuses that an entry may have instead of a value: its own, the indicator's."""
    kode, entered, periode = _parts(name)
    return f"status.{kode}.{entered}.{periode}", f"status.{kode}.{periode}"


def own_entries(terbitan: Terbitan, candidate: Candidate | None) -> Counted:
    """Return what a unit's accepted file says; nothing where there is none."""
    returned = candidate.returned if candidate else None
    if returned is None:
        return Counted(terbitan, {})
    return Counted(returned.report.terbitan, returned.report.entries)


def with_central(
    counted: Counted, values: Iterable[CentralValue]
) -> tuple[Counted, list[CentralValue]]:
    """Return a unit's entries with the regency's own on top, and these with what they replaced."""
    before, told = counted, []
    for one in values:
        typed = before.typed(one.name.replace("status.", TYPED, 1))
        told.append(replace(one, replaced=None if typed == one.value else typed))
        place = one.origin
        source = Source(one.name, place.place, one.value, place.path, place.sha256)
        counted = counted.with_value(one.name, one.value, source)
    return counted, told


def with_verified(counted: Counted, verified: Iterable[Verified]) -> Counted:
    """Return a unit's entries with verified values in place, and rejected ones left out."""
    for one in verified:
        value = REJECTED if one.verdict is Verdict.DITOLAK else one.verified
        if value is None or not one.counted:
            continue
        place = one.origin
        source = Source(one.name, place.place, value, place.path, place.sha256)
        counted = counted.with_value(one.name, value, source)
    return counted


def standing(
    unit: Unit, issued: Terbitan, candidate: Candidate | None, counted: Counted, period: str
) -> Standing:
    """Return where a unit stands: with its file, or with what the regency alone knows of it."""
    codes = _known_codes(counted)
    known = None
    if codes:
        known = Results(Report(counted.terbitan, {**counted.entries, LAPOR: period}))
    speaks = candidate is not None or LAPOR in counted.entries
    return Standing(
        unit,
        issued,
        candidate,
        Results(counted.report) if speaks else None,
        known,
        codes,
        counted.sources,
        frozenset(name for name in counted.sources if counted.entries.get(name) == REJECTED),
        absences(unit, issued.definisi),
    )


def _known_codes(counted: Counted) -> frozenset[str]:
    """Return the indicators that the regency fills in and has a value for."""
    if not counted.sources:
        return frozenset()
    filled = {normal(_parts(name)[0]) for name in counted.sources}
    return frozenset(
        one.kode
        for one in counted.terbitan.definisi.indikator
        if one.pengisi == "kabupaten" and normal(safe(one.kode)) in filled
    )
