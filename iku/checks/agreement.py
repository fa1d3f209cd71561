"""LOG-007 and LOG-008: figures of different indicators that speak about the same thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from iku.checks.pointing import (
    as_typed,
    cell_of,
    component_name,
    described,
    due_periods,
    latest_entry,
    on_entries,
)
from iku.checks.shares import indikator_shares
from iku.definition.model import Indikator, Komponen
from iku.finding import Finding
from iku.submission import Submission


@dataclass(frozen=True, slots=True)
class _Side:
    """One component of a share: its indicator, itself in full, and what it is compared with."""

    indikator: Indikator
    own: Komponen
    part: Komponen
    opposite: Komponen


def same_denominators_agree(submission: Submission) -> Iterator[Finding]:
    """LOG-007: a figure of the same name has different values in two indicators."""
    entries = submission.report.entries
    told = set()
    for periode in submission.report.terbitan.definisi.periods:
        groups: dict[tuple[str, str], dict[str, float]] = {}
        for side in _sides(submission, bottom=True):
            name = component_name(side.indikator, side.own, periode)
            value = entries.get(name)
            if side.own.dari is None and isinstance(value, float):
                key = (side.part.nama.casefold(), side.part.satuan.casefold())
                groups.setdefault(key, {})[name] = value
        for key, values in groups.items():
            if key[0] and key not in told and len(set(values.values())) > 1:
                told.add(key)
                yield _disagreement(submission, periode, values)


def _disagreement(submission: Submission, periode: str, values: dict[str, float]) -> Finding:
    first = submission.layout.entries[next(iter(values))]
    side = next(
        one
        for one in _sides(submission, bottom=True)
        if (one.indikator.kode, one.own.kode) == (first.indikator, first.field)
    )
    shown = [f"{as_typed(value)} ({cell_of(submission, name)})" for name, value in values.items()]
    about = side.part.nama
    return on_entries(
        submission, "LOG-007", values, side.indikator, periode, isian=about, berbeda=shown
    )


def parts_are_within_the_known_whole(submission: Submission) -> Iterator[Finding]:
    """LOG-008: more took part than there are, according to another indicator.

    Only a stock counts as a whole (the institutions that there are), and only a numerator whose
    own denominator counts something else is compared: the rest has its own whole (LOG-001).
    """
    wholes = [
        side
        for side in _sides(submission, bottom=True)
        if side.part.sifat == "posisi" and _unit(side.part) == _unit(side.opposite)
    ]
    for side in _sides(submission, bottom=False):
        if _unit(side.part) == _unit(side.opposite) or not _is_named_by_unit(side.part):
            continue
        alike = [
            one
            for one in wholes
            if _unit(one.part) == _unit(side.part) and _is_named_by_unit(one.part)
        ]
        for whole in alike[:1]:
            yield from _above(submission, side, whole)


def _above(submission: Submission, side: _Side, whole: _Side) -> Iterator[Finding]:
    for periode in due_periods(submission.report, side.indikator)[-1:]:
        value, limit = _value(submission, side, periode), _value(submission, whole, periode)
        if value is not None and limit is not None and value > limit:
            report = submission.report
            names = [
                *latest_entry(report, side.indikator, side.own, periode),
                *latest_entry(report, whole.indikator, whole.own, periode),
            ]
            facts = {
                "bagian": side.part.nama,
                "nilai_bagian": as_typed(value),
                "keseluruhan": whole.part.nama,
                "nilai_keseluruhan": as_typed(limit),
            }
            yield on_entries(submission, "LOG-008", names, side.indikator, periode, **facts)


def _value(submission: Submission, side: _Side, periode: str) -> Fraction | None:
    figure = submission.results.components(side.indikator, periode)[side.own.kode]
    return figure.value


def _sides(submission: Submission, *, bottom: bool) -> Iterator[_Side]:
    """Yield the single components that stand below (or above) in the shares of all indicators."""
    definition = submission.report.terbitan.definisi
    for indikator in submission.indikator:
        own = {part.kode: part for part in indikator.komponen}
        for share in indikator_shares(indikator):
            if len(share.top) == len(share.bottom) == 1:
                top, below = own[share.top[0]], own[share.bottom[0]]
                mine, other = (below, top) if bottom else (top, below)
                yield _Side(
                    indikator, mine, described(definition, mine), described(definition, other)
                )


def _unit(part: Komponen) -> str:
    return part.satuan.casefold()


def _is_named_by_unit(part: Komponen) -> bool:
    """Whether a figure is named by what it counts, as in "Lembaga yang ada" (lembaga)."""
    return bool(part.satuan) and _unit(part) in part.nama.casefold().split()[:2]
