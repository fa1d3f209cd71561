"""Rules between indicators, and between an indicator and what it is to serve."""

import re
from collections.abc import Iterator
from fractions import Fraction

from iku.audit.calculations import bottom_in_use, is_sum
from iku.audit.report import Entry, Report, counted_thing
from iku.audit.vocabulary import measures, wholes
from iku.calculation.figure import in_indonesian
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import words
from iku.finding import Fact, Finding

_GOALS = re.compile(r",|\bserta\b|\bdan\b", re.IGNORECASE)


def denominators_are_what_they_say(report: Report) -> Iterator[Finding]:
    """AUD-060: the rumus divides by what another indicator counts, but with another figure."""
    for entry in report.entries:
        bottom = _only_bottom(entry)
        if entry.ratio is None or bottom is None:
            continue
        for other in report.entries:
            counted = _total_top(other)
            same = other is not entry and other.ratio is not None
            if not same or counted is None or counted == bottom or other.ratio is None:
                continue
            meant = entry.ratio.bottom_words
            if len(meant) > 1 and meant <= other.ratio.top_words:
                yield _other_denominator(report, entry, other, bottom, counted)
                break


def _only_bottom(entry: Entry) -> Fraction | None:
    """Return the one denominator of the calculations of an indicator."""
    group = entry.group
    bottoms = {part.share.bottom for part in group.parts if part.share} if group else set()
    return bottoms.pop() if len(bottoms) == 1 else None


def _total_top(entry: Entry) -> Fraction | None:
    """Return what all numerators of an indicator give together."""
    group = entry.group
    shares = [part.share for part in group.parts if part.share] if group else []
    return sum((one.top for one in shares), Fraction(0)) if shares else None


def _other_denominator(
    report: Report, entry: Entry, other: Entry, bottom: Fraction, counted: Fraction
) -> Finding:
    cell = entry.cell("rumus") or entry.name
    facts: dict[str, Fact] = {
        "nama": entry.nama,
        "penyebut": entry.as_printed(entry.ratio.bottom) if entry.ratio else "",
        "tertulis": as_typed(bottom),
        "lain": as_typed(counted),
        "nama_lain": other.nama,
        "tempat_lain": str((other.cell("rumus") or other.name).place),
    }
    facts |= _used(report, entry) | _with_other(entry, counted)
    return cell.place.finding("AUD-060", entry.kode, **facts)


def _used(report: Report, entry: Entry) -> dict[str, Fact]:
    """Return the denominator that the printed results really come from, if it is another one."""
    found = bottom_in_use(report, entry.group) if entry.group else None
    return {} if found is None else {"terpakai": found[1]}


def _with_other(entry: Entry, counted: Fraction) -> dict[str, Fact]:
    """Return what the calculations give with the denominator that the rumus names."""
    group = entry.group
    shares = [part.share for part in group.parts if part.share] if group else []
    if group is None or not shares or not counted:
        return {}
    total = sum((one.top * one.factor for one in shares), Fraction(0)) / counted
    averaged = group.mean is not None and not is_sum(group)
    value = total / len(group.parts) if averaged else total
    return {"hasil_lain": in_indonesian(value)}


def parts_are_within_known_wholes(report: Report) -> Iterator[Finding]:
    """AUD-061: more of a thing is counted than another indicator says there is."""
    known = {thing: (whole, entry) for entry in report.entries for thing, whole in _whole(entry)}
    for entry in report.entries:
        if entry.ratio is None or not entry.ratio.top.startswith("jumlah"):
            continue
        thing = counted_thing(entry.ratio.top)
        counted = _total_top(entry) if entry.group and len(entry.group.parts) == 1 else None
        if thing not in known or counted is None:
            continue
        whole, other = known[thing]
        if other is not entry and counted > whole:
            cell = entry.cell("rumus") or entry.name
            yield cell.place.finding(
                "AUD-061",
                entry.kode,
                nama=entry.nama,
                bagian=entry.as_printed(entry.ratio.top),
                nilai_bagian=as_typed(counted),
                keseluruhan=other.as_printed(other.ratio.bottom) if other.ratio else thing,
                nilai_keseluruhan=as_typed(whole),
                nama_lain=other.nama,
                tempat_lain=str((other.cell("rumus") or other.name).place),
            )


def _whole(entry: Entry) -> Iterator[tuple[str, Fraction]]:
    """Yield the thing that an indicator divides by all of, and how many there are."""
    bottom = _only_bottom(entry)
    if entry.ratio is None or bottom is None:
        return
    thing = counted_thing(entry.ratio.bottom)
    if entry.ratio.bottom_words <= {thing} | wholes():
        yield thing, bottom


def indicators_serve_their_sasaran(report: Report) -> Iterator[Finding]:
    """AUD-068: a sasaran about one subject is measured by an indicator about another."""
    for entry in report.entries:
        subjects = [_subject(goal) for goal in _GOALS.split(entry.sasaran)]
        if not all(subjects) or any(words(entry.nama) & set(measures()[one]) for one in subjects):
            continue
        yield entry.name.place.finding(
            "AUD-068", entry.kode, nama=entry.nama, sasaran=entry.sasaran, kata=subjects[0]
        )


def _subject(goal: str) -> str:
    """Return the subject of one goal of a sasaran, if it is a known one."""
    said = words(goal)
    return next((subject for subject in measures() if subject in said), "")
