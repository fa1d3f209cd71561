"""Deadlines: who sent too late, by days that somebody wrote down; the times of files lie."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from iku.consolidation.candidate import Candidate, Status, period_order
from iku.consolidation.decisions import Waiver
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.waivers import lies_ahead, names
from iku.dates_as_typed import date_as_typed
from iku.definition.model import Unit
from iku.finding import Fact, Finding
from iku.periods import QUARTERS, TAHUN

UNITS = "Kelengkapan"
_MONTHS = 3
_IN_HAND = {Status.ACCEPTED, Status.SUPERSEDED, Status.DUPLICATE}


def dated(
    candidates: Iterable[Candidate], waivers: Sequence[Waiver], today: str = ""
) -> list[Candidate]:
    """Return files with the day on which each was received, where the waiver table has it.

    A row that names the file goes before one that is about its unit as a whole, which is meant for
    the files of the period it names, or of the one its day belongs to; of several rows the last one
    holds. A day that lies ahead of ``today`` (ISO) is a mistake, told elsewhere.
    """
    known = [one for one in waivers if one.received and not lies_ahead(one.received, today)]
    return [_dated(one, known) for one in candidates] if known else list(candidates)


def _dated(candidate: Candidate, known: Sequence[Waiver]) -> Candidate:
    own = [one.received for one in known if names(one, candidate)]
    found = own or _of_unit(candidate, known)
    return replace(candidate, received=found[-1]) if found else candidate


def _of_unit(candidate: Candidate, known: Sequence[Waiver]) -> list[str]:
    """Return the days written down for a unit as a whole on which its file may have come in.

    One table serves the whole year, and the day of the first quarter must not date the second.
    """
    unit, period = candidate.unit, candidate.periode_lapor
    if unit is None:
        return []
    rows = [one for one in known if one.unit == unit.kode and not one.file and not one.sha256]
    named = [one.received for one in rows if one.periode == period]
    return named or [
        one.received for one in rows if not one.periode and _may_date(one.received, candidate)
    ]


def _may_date(day: str, candidate: Candidate) -> bool:
    """Whether a day is one on which the period of a file is usually sent.

    A quarter from its last month on, until the last month of the next begins; a report that came
    later needs a row that names its period. In a yearly definition every day is.
    """
    if candidate.returned is None:
        return False
    definition = candidate.returned.report.terbitan.definisi
    if len(definition.periods) == 1:
        return True
    months = (int(day[:4]) - definition.tahun) * 12 + int(day[5:7])
    quarter = min(max(months // _MONTHS, 1), len(QUARTERS))
    last = (QUARTERS[-1], TAHUN)
    own = QUARTERS[quarter - 1]
    return candidate.periode_lapor in (last if own in last else (own,))


def deadline(report: RegencyReport, unit: Unit) -> date | None:
    """Return the last day on which a unit may send the reported period; None where none is set.

    A row of the waiver table that extends it for the unit goes before ``pengaturan.batas_waktu``.
    """
    extended = [
        one.deadline
        for one in report.decisions.waivers
        if one.deadline and one.unit == unit.kode and one.periode in {"", report.period}
    ]
    if extended:
        return date.fromisoformat(extended[-1])
    return _general(report)


def _general(report: RegencyReport) -> date | None:
    span = date_as_typed(_written(report))
    return None if span is None else span.last


def _written(report: RegencyReport) -> str:
    deadlines = report.definition.pengaturan.batas_waktu.items()
    return next((text for period, text in deadlines if period == report.period), "")


def received_on(report: RegencyReport, unit: Unit) -> date | None:
    """Return the first day on which a file of a unit came in that speaks for the period.

    A later correction makes nobody late. None where no day was written down.
    """
    days = [
        one.candidate.received
        for one in report.fates
        if one.status in _IN_HAND
        and one.candidate.received
        and _speaks(one.candidate, unit, report)
    ]
    return date.fromisoformat(min(days)) if days else None


def _speaks(candidate: Candidate, unit: Unit, report: RegencyReport) -> bool:
    own = candidate.unit
    if own is None or own.kode != unit.kode:
        return False
    return period_order(candidate.periode_lapor) >= period_order(report.period)


def days_late(report: RegencyReport, unit: Unit) -> int:
    """Return by how many days a unit missed its deadline; 0 in time, or where it is not known."""
    last, came = deadline(report, unit), received_on(report, unit)
    return 0 if last is None or came is None else max(0, (came - last).days)


def deadline_notes(report: RegencyReport) -> Iterator[Finding]:
    """Yield what is to be said of deadlines: the late units, and what is not known."""
    written = _written(report)
    if written and _general(report) is None:
        facts: dict[str, Fact] = {"periode": report.period_words, "tertulis": written}
        yield Finding("KON-022", facts, sheet=UNITS)
    units = [one.unit for one in report.standings if one.reported(report.period)]
    yield from (_late(report, unit) for unit in units if days_late(report, unit))
    unknown = [one for one in units if deadline(report, one) and not received_on(report, one)]
    if unknown:
        many: dict[str, Fact] = {"jumlah": len(unknown), "unit": [one.nama for one in unknown]}
        yield Finding("KON-021", {**many, "periode": report.period_words}, sheet=UNITS)


def _late(report: RegencyReport, unit: Unit) -> Finding:
    last, came = deadline(report, unit), received_on(report, unit)
    facts: dict[str, Fact] = {
        "unit": f"{report.definition.jenis_unit} {unit.nama} ({unit.kode})",
        "periode": report.period_words,
        "tanggal": _told(came),
        "batas": _told(last),
        "hari": days_late(report, unit),
    }
    return Finding("KON-020", facts, sheet=UNITS)


def _told(day: date | None) -> str:
    return "-" if day is None else f"{day:%d/%m/%Y}"
