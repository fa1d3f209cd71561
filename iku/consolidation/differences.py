"""Differences: what a newer file of a unit says otherwise, and what that does to the regency."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from iku.cells import Value
from iku.consolidation.aggregation import Aggregation
from iku.consolidation.candidate import Candidate, Status, period_order
from iku.consolidation.changes import Change, Effect
from iku.consolidation.deciding import Seat, Seating
from iku.consolidation.figures import Contribution, Slice
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.resubmission import differences
from iku.consolidation.returned import Returned
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator
from iku.names import indikator_name, shared_name
from iku.periods import PERIODS

MOST_UNITS = 300
"""Above it effects are not worked out: no regency has so many kecamatan (51 at most), and the time
that they take grows with the square of their number."""


def file_changes(old: Candidate, new: Candidate) -> list[Change]:
    """Return what a newer file says otherwise of the periods for which the older one speaks."""
    unit = new.unit.kode if new.unit else ""
    if old.returned is None or new.returned is None:
        return []
    before, after = old.returned.report.entries, new.returned.report.entries
    found = []
    for name in differences(old, new):
        periode = name.rpartition(".")[2]
        if periode in PERIODS and period_order(periode) <= period_order(old.periode_lapor):
            values = before.get(name), after.get(name)
            found.append(
                Change(
                    *(unit, periode, name, *values, old.path, new.path),
                    when=new.modified,
                    place_old=_cell(old.returned, name),
                    place_new=_cell(new.returned, name),
                    sha256_old=old.sha256,
                    sha256_new=new.sha256,
                )
            )
    return found


def _cell(returned: Returned, name: str) -> str:
    place = returned.places.get(name)
    return "" if place is None else str(place)


class Replaced(Aggregation):
    """The figures of a regency if one of its units stood otherwise."""

    def __init__(self, real: Aggregation, other: Standing) -> None:
        """Take the real figures and the unit as it would stand."""
        kode = other.unit.kode
        super().__init__(
            real.definition, [other if one.unit.kode == kode else one for one in real.standings]
        )
        self._real, self._other = real, other
        self._at = next(n for n, one in enumerate(real.standings) if one.unit.kode == kode)

    def slice(self, kode: str, periode: str, field: str) -> Slice:
        """Return the real values with those of the one unit exchanged."""
        key = (kode, periode, field)
        if key not in self._slices:
            rows: list[Contribution] = list(self._real.slice(kode, periode, field).rows)
            rows[self._at] = self.row(self._other, self.by_code[kode], periode, field)
            self._slices[key] = Slice(kode, periode, field, tuple(rows))
        return self._slices[key]


def with_effects(
    changes: Iterable[Change], before: Aggregation, after: Aggregation, period: str
) -> Iterator[Change]:
    """Yield changes with the regency's figures without and with them.

    Shown for the change's own period, or the reported one where the indicator has no value then.
    """
    for one in changes:
        effects = []
        for indikator in affected(before, one.name):
            measured = before.definition.measured_periods(indikator)
            periode = one.period if one.period in measured else period
            was, now = (a.figure(indikator.kode, periode).realisasi for a in (before, after))
            effects.append(Effect(indikator.kode, periode, was, now))
        yield replace(one, effects=tuple(effects))


def affected(aggregation: Aggregation, name: str) -> list[Indikator]:
    """Return the indicators that an entry belongs to: several for a shared figure."""
    definition, rest = aggregation.definition, name.partition(".")[2]
    for shared in definition.data_bersama:
        if rest.startswith(shared_name("", shared.kode, "").lstrip(".")):
            return [
                one
                for one in definition.indikator
                if any(part.dari == shared.kode for part in one.komponen)
            ]
    own = [
        one
        for one in definition.indikator
        if rest.startswith(indikator_name("", one.kode, "").lstrip("."))
    ]
    return sorted(own, key=lambda one: len(one.kode))[-1:]


def all_changes(
    report: RegencyReport, seating: Seating, seats: Sequence[Seat], previous: Sequence[Candidate]
) -> Iterator[Change]:
    """Yield every change of a run: against older files, the run before, and closed periods.

    What changes a closed period is told as such only, with whether it counts.
    """
    closed = {(one.unit, one.name) for seat in seats for one in seat.changes}
    found = _between_files(report, seating, previous)
    yield from (one for one in found if (one.unit, one.name) not in closed)
    real = report.aggregation
    for seat in seats:
        if not seat.changes:
            continue
        unit, candidate = seat.standing.unit, seat.standing.candidate
        if len(real.standings) > MOST_UNITS:
            yield from seat.changes
            continue
        shut, open_again = (
            Replaced(real, seating.seat(unit, candidate, supposed=all_count).standing)
            for all_count in (False, True)
        )
        yield from with_effects(seat.changes, shut, open_again, report.period)


def _between_files(
    report: RegencyReport, seating: Seating, previous: Sequence[Candidate]
) -> Iterator[Change]:
    real, seated = report.aggregation, {one.unit.kode: one for one in report.standings}
    told: set[tuple[str, str, Value, Value]] = set()
    for old, new in _pairs(report, previous):
        changes = [one for one in file_changes(old, new) if _key(one) not in told]
        told |= {_key(one) for one in changes}
        standing = seated.get(new.unit.kode) if new.unit else None
        if not changes or standing is None or len(real.standings) > MOST_UNITS:
            yield from changes
            continue
        other = seating.seat(standing.unit, old).standing
        yield from with_effects(changes, Replaced(real, other), real, report.period)


def _key(one: Change) -> tuple[str, str, Value, Value]:
    """Return what makes two changes the same, whichever older file showed it first."""
    return one.unit, one.name, one.old, one.new


def _pairs(
    report: RegencyReport, previous: Sequence[Candidate]
) -> list[tuple[Candidate, Candidate]]:
    """Return (older, newer) files of the same unit: superseded or accepted before, and accepted."""
    accepted = {one.unit.kode: one for one in report.accepted if one.unit is not None}
    older = [one.candidate for one in report.fates if one.status is Status.SUPERSEDED]
    pairs: dict[tuple[str, str], tuple[Candidate, Candidate]] = {}
    for old in (*older, *previous):
        new = accepted.get(old.unit.kode) if old.unit else None
        if new is not None and new.sha256 != old.sha256:
            pairs.setdefault((new.sha256, old.sha256), (old, new))
    return sorted(pairs.values(), key=lambda pair: (pair[1].path, pair[0].path, pair[0].sha256))
