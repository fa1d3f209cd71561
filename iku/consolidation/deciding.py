"""Deciding: the regency's tables read, and every unit seated with what counts of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from iku.cells import Value
from iku.consolidation.approval import Comparison, approved
from iku.consolidation.basis import only_of_one
from iku.consolidation.candidate import Candidate
from iku.consolidation.central import read_central
from iku.consolidation.changes import Change
from iku.consolidation.closing import Accepts, governing, ruling_on, with_closed
from iku.consolidation.counting import Counted, own_entries, standing, with_central, with_verified
from iku.consolidation.decisions import CentralValue, Closing, Decisions, Verified, Waiver
from iku.consolidation.standing import Standing
from iku.consolidation.table import Table
from iku.consolidation.verification import read_verification
from iku.consolidation.waivers import Waivers, read_waivers
from iku.definition.existence import absences
from iku.definition.model import Definition, Unit
from iku.finding import Finding
from iku.periods import up_to
from iku.terbitan import issue

NOT_REPORTED = "belum ada laporan yang diterima"
STALE = "angka yang dilaporkan sudah berubah"
CLOSED = "periodenya sudah ditutup; belum dihitung"


@dataclass(frozen=True)
class RegencyTables:
    """What the regency hands in beside the files; ``today`` (ISO) is for waivers that lapse.

    ``previous`` are the files that earlier runs accepted last, to tell what changed since.
    """

    central: Table | None = None
    verification: Table | None = None
    waivers: Table | None = None
    closings: tuple[Closing, ...] = ()
    today: str = ""
    previous: tuple[Candidate, ...] = ()


NO_TABLES = RegencyTables()


@dataclass(frozen=True)
class Tables:
    """The regency's tables as read; ``findings`` are the faults in them."""

    central: tuple[CentralValue, ...]
    verification: tuple[Verified, ...]
    waivers: tuple[Waiver, ...]
    closings: tuple[Closing, ...]
    today: str
    findings: tuple[Finding, ...]


def read_tables(definition: Definition, given: RegencyTables) -> Tables:
    """Return what the tables say, with a finding for each of their faults."""
    central, first = read_central(given.central, definition) if given.central else ((), [])
    verification, second = (
        read_verification(given.verification, definition) if given.verification else ((), [])
    )
    waivers, third = read_waivers(given.waivers, definition) if given.waivers else ((), [])
    closings = tuple(
        one
        for one in given.closings
        if (one.template, one.tahun) == (definition.kode, int(definition.tahun))
    )
    findings = (*first, *second, *third)
    return Tables(central, verification, waivers, closings, given.today, findings)


@dataclass(frozen=True)
class Seat:
    """One unit with what the regency decided about it, and what that changed."""

    standing: Standing
    central: tuple[CentralValue, ...] = ()
    verification: tuple[Verified, ...] = ()
    changes: tuple[Change, ...] = ()


class Seating:
    """Seats units for one period; the same for the same file, whatever else was sent."""

    def __init__(self, definition: Definition, period: str, tables: Tables) -> None:
        """Take the tables of the regency, already read."""
        self._definition = definition
        self._period = period
        self._tables = tables
        self._waivers = Waivers(tables.waivers, period, tables.today)
        self._closing = governing(tables.closings)
        self._compared = definition.indikator

    def seats(self, units: Sequence[Unit], accepted: Mapping[str, Candidate]) -> list[Seat]:
        """Return every unit's seat; ``accepted`` holds the files that count, by unit."""
        if self._tables.verification:
            here = [one for one in units if self._period not in absences(one, self._definition)]
            issued = [issue(self._definition, unit) for unit in here]
            entries = [own_entries(one, accepted.get(one.unit.kode)) for one in issued]
            alone = only_of_one(self._definition, [one.terbitan.applies for one in entries])
            self._compared = tuple(one for one in self._definition.indikator if one not in alone)
        return [self.seat(unit, accepted.get(unit.kode)) for unit in units]

    def seat(
        self, unit: Unit, candidate: Candidate | None, *, supposed: bool | None = None
    ) -> Seat:
        """Return the seat of one unit with this file, or without any.

        ``supposed`` tries out what it would be if every change to a closed period counted, or none.
        """
        issued = issue(self._definition, unit)
        own = [one for one in self._tables.central if one.unit == unit.kode]
        counted, central = with_central(own_entries(issued, candidate), own)
        verified = self._verified(unit, candidate, counted)
        counted = with_verified(counted, verified)
        changes: list[Change] = []
        if self._closing is not None:
            accepts = self._accepts(unit, supposed=supposed)
            counted, changes = with_closed(counted, candidate, self._closing, unit.kode, accepts)
            verified = _held_back(verified, changes)
        seated = standing(unit, issued, candidate, counted, self._period)
        return Seat(seated, tuple(central), verified, tuple(changes))

    def _accepts(self, unit: Unit, *, supposed: bool | None) -> Accepts:
        if supposed is not None:
            return lambda _name: (supposed, "")
        own = [
            one
            for one in self._tables.waivers
            if one.unit == unit.kode and not self._waivers.lapsed(one)
        ]
        return lambda name: ruling_on(name, own)

    def _verified(
        self, unit: Unit, candidate: Candidate | None, counted: Counted
    ) -> tuple[Verified, ...]:
        own = [one for one in self._tables.verification if one.unit == unit.kode]
        if not own:
            return ()
        known = [_compared(one, counted, candidate) for one in own]
        current = [one for one in known if one.counted]
        periods = tuple(p for p in up_to(self._period) if p in self._definition.periods)
        comparison = Comparison(self._definition, self._compared, periods)
        settled = {one.name: one for one in approved(comparison, counted, current)}
        return tuple(settled.get(one.name, one) for one in known)


def _compared(one: Verified, counted: Counted, candidate: Candidate | None) -> Verified:
    """Return a verdict with what the unit reports now; one about another figure does not count."""
    typed = counted.typed(one.name)
    if candidate is None:
        return replace(one, reported=typed, counted=False, reason=NOT_REPORTED)
    if one.reported is not None and not _same(one.reported, typed):
        return replace(one, reported=typed, counted=False, reason=STALE)
    return replace(one, reported=typed)


def _held_back(verified: Iterable[Verified], changes: Iterable[Change]) -> tuple[Verified, ...]:
    """Return verdicts, without effect where their period was closed and nobody accepted them."""
    refused = {one.name for one in changes if not one.counted}
    return tuple(
        replace(one, counted=False, reason=CLOSED) if one.counted and one.name in refused else one
        for one in verified
    )


def _same(told: Value, typed: Value) -> bool:
    if isinstance(told, str) and isinstance(typed, str):
        return told.casefold() == typed.strip().casefold()
    return told == typed


def decisions_of(tables: Tables, seats: Sequence[Seat]) -> Decisions:
    """Return the decisions as they took effect; those on units that do not report stay as read."""
    seated = {one.standing.unit.kode for one in seats}
    central = [value for one in seats for value in one.central]
    central += [value for value in tables.central if value.unit not in seated]
    verified = [value for one in seats for value in one.verification]
    verified += [value for value in tables.verification if value.unit not in seated]
    return Decisions(tuple(central), tuple(verified), tables.waivers, tables.closings)
