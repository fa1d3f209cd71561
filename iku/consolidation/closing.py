"""Closing: a period's accepted values are frozen; what differs later counts only when accepted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from iku.address import CellRef, split_a1
from iku.cells import Value
from iku.consolidation.candidate import Candidate, period_order
from iku.consolidation.changes import Change
from iku.consolidation.counting import LAPOR, Counted
from iku.consolidation.decisions import (
    ClosedEntry,
    ClosedFigure,
    ClosedUnit,
    Closing,
    Ruling,
    Waiver,
)
from iku.consolidation.figures import number
from iku.consolidation.open_notes import open_notes
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Source, Standing
from iku.names import safe
from iku.periods import up_to
from iku.terbitan import parse_terbitan

ENTERED = ("isian.", "status.", "target.", "target_predikat.")


def freeze(report: RegencyReport, *, when: str = "", by: str = "", reason: str = "") -> Closing:
    """Return the closing of a report's period: every entry that counts, with its cell."""
    definition = report.definition
    return Closing(
        definition.kode,
        int(definition.tahun),
        report.period,
        when,
        by,
        reason,
        tuple(_unit(one, report.period) for one in report.standings),
        tuple(_figures(report)),
        open_notes(report),
    )


def _unit(standing: Standing, period: str) -> ClosedUnit:
    """Return what counts of a unit, as far as its file speaks: maybe not up to the closed period."""
    unit, candidate = standing.unit, standing.candidate
    results, absent = standing.results or standing.known, standing.absent.get(period, "")
    if results is None:
        return ClosedUnit(unit.kode, unit.nama, absent=absent)
    reported = standing.reported(period)
    reach = period if reported else candidate.periode_lapor if candidate else ""
    entries = results.report.entries
    own = candidate.returned.report.entries if candidate and candidate.returned else {}
    path, digest = (candidate.path, candidate.sha256) if candidate else ("", "")
    held = tuple(
        _entry(standing.source(name), own.get(name), (path, digest))
        for name in sorted(entries)
        if covered(name, period) and (name in standing.sources or (reach and covered(name, reach)))
    )
    if not reported:
        return ClosedUnit(unit.kode, unit.nama, entries=held, reach=reach, absent=absent)
    terbitan = results.report.terbitan.canonical
    return ClosedUnit(unit.kode, unit.nama, path, digest, terbitan, held, reach=reach)


def _entry(source: Source, typed: Value, own: tuple[str, str]) -> ClosedEntry:
    place = "" if source.place is None else str(source.place)
    path, digest = (source.path, source.sha256) if source.path else own
    return ClosedEntry(source.name, source.value, typed, place, path, digest)


def _figures(report: RegencyReport) -> Iterator[ClosedFigure]:
    for one in report.definition.indikator:
        figure = report.aggregation.figure(one.kode, report.period)
        yield ClosedFigure(
            one.kode,
            one.nama,
            one.satuan,
            number(figure.realisasi),
            number(figure.capaian),
            figure.n,
            figure.of,
            str(figure.shown(figure.realisasi)) if not figure.realisasi.counted else "",
            int(one.desimal),
        )


def covered(name: str, period: str) -> bool:
    """Whether an entry belongs to a period or to an earlier one."""
    return name.startswith(ENTERED) and name.rpartition(".")[2] in up_to(period)


def governing(closings: Sequence[Closing]) -> Closing | None:
    """Return the closing that holds: the latest period's, which holds the earlier ones too."""
    return max(closings, key=lambda one: period_order(one.period), default=None)


Accepts: TypeAlias = Callable[[str], tuple[bool, str]]
"""Whether a changed entry of a closed period counts, and who decided that."""


def with_closed(
    counted: Counted,
    candidate: Candidate | None,
    closing: Closing,
    unit: str,
    accepts: Accepts,
) -> tuple[Counted, list[Change]]:
    """Return a unit's entries as they were closed, and what now says otherwise.

    A difference counts only where it is accepted. A unit that did not exist then is free.
    """
    closed = next((one for one in closing.units if one.kode == unit), None)
    if closed is None:
        return counted, []
    changes = list(_changes(counted, candidate, closing, closed, accepts))
    accepted = {one.name for one in changes if one.counted}
    kept = counted.without(
        name for name in counted.entries if covered(name, closing.period) and name not in accepted
    )
    restored = [one for one in closed.entries if one.name not in accepted]
    return _restored(kept, closed, closing.period, restored), changes


def _changes(
    counted: Counted,
    candidate: Candidate | None,
    closing: Closing,
    closed: ClosedUnit,
    accepts: Accepts,
) -> Iterator[Change]:
    frozen = {one.name: one for one in closed.entries}
    own = candidate.returned.report.entries if candidate and candidate.returned else {}
    for name in _spoken_of(counted, candidate, closing, frozen):
        before, value = frozen.get(name), counted.entries.get(name)
        source = counted.sources.get(name)
        if not _differs(before, value, own.get(name), from_table=source is not None):
            continue
        counts, decision = accepts(name)
        path, sha256, place = _origin(source, candidate, name)
        yield Change(
            closed.kode,
            name.rpartition(".")[2],
            name,
            before.value if before else None,
            value,
            (before.path if before else "") or closed.path,
            path,
            candidate.modified if candidate else "",
            closed=closing.period,
            counted=counts,
            decision=decision,
            place_old=before.place if before else "",
            place_new=place,
            sha256_old=(before.sha256 if before else "") or closed.sha256,
            sha256_new=sha256,
        )


def _origin(source: Source | None, candidate: Candidate | None, name: str) -> tuple[str, str, str]:
    """Return path, SHA-256 and cell of what is said now: in a table, or in the unit's file."""
    if source is not None:
        return source.path, source.sha256, "" if source.place is None else str(source.place)
    if candidate is None:
        return "", "", ""
    place = candidate.returned.places.get(name) if candidate.returned else None
    return candidate.path, candidate.sha256, "" if place is None else str(place)


def _spoken_of(
    counted: Counted, candidate: Candidate | None, closing: Closing, frozen: Iterable[str]
) -> list[str]:
    """Return the closed entries that are spoken of now; who sent nothing takes nothing back."""
    now = {name for name in counted.entries if covered(name, closing.period)}
    if candidate is None:
        return sorted(now)
    reach = min(closing.period, candidate.periode_lapor or closing.period, key=period_order)
    return sorted(name for name in now | set(frozen) if covered(name, reach))


def _differs(before: ClosedEntry | None, value: Value, own: Value, *, from_table: bool) -> bool:
    """Whether the unit types another value than then, or a table of the regency gives another.

    That a table is not at hand this time changes nothing.
    """
    if before is None:
        return value is not None
    return own != before.typed or (from_table and value != before.value)


def ruling_on(name: str, waivers: Iterable[Waiver]) -> tuple[bool, str]:
    """Return whether a changed entry counts, by the narrowest decision; of equals the refusal."""
    kode, period = ".".join(name.split(".")[1:]), name.rpartition(".")[2]
    meant = [
        one
        for one in waivers
        if one.ruling in {Ruling.TERIMA_PERUBAHAN, Ruling.TOLAK_PERUBAHAN}
        and one.periode in {"", period}
        and (not one.kode or kode.removeprefix("bersama.").startswith(f"{safe(one.kode)}."))
    ]

    def narrow(one: Waiver) -> tuple[bool, bool, bool, str]:
        refused = one.ruling is Ruling.TOLAK_PERUBAHAN
        return bool(one.kode), bool(one.periode), refused, str(one.origin.place)

    found = max(meant, key=narrow, default=None)
    if found is None:
        return False, ""
    accepted = found.ruling is Ruling.TERIMA_PERUBAHAN
    return accepted, f"{found.ruling}: {found.by}, {found.why}"


def _restored(
    counted: Counted, closed: ClosedUnit, period: str, frozen: Iterable[ClosedEntry]
) -> Counted:
    entries = dict(counted.entries)
    sources = {n: s for n, s in counted.sources.items() if n in entries}
    for one in frozen:
        entries[one.name] = one.value
        path, digest = (one.path, one.sha256) if one.path else (closed.path, closed.sha256)
        sources[one.name] = Source(one.name, _place(one.place), one.value, path, digest)
    lapor = str(entries.get(LAPOR) or "")
    reach = closed.reach or (period if closed.path else "")
    if period_order(lapor) < period_order(reach):
        entries[LAPOR] = reach
    own = counted.terbitan
    terbitan = parse_terbitan(closed.terbitan) if closed.terbitan and not lapor else own
    return replace(counted, terbitan=terbitan, entries=entries, sources=sources)


def _place(text: str) -> CellRef | None:
    sheet, _, cell = text.rpartition("!")
    return CellRef(sheet, *split_a1(cell)) if text else None
