"""Rules between indicators, and between an indicator and what it is to serve."""

from collections.abc import Iterator
from fractions import Fraction

from iku.audit.calculations import denominators
from iku.audit.fitting import fitting_denominator
from iku.audit.report import Entry, Report, counted_thing
from iku.audit.vocabulary import measures, wholes
from iku.checks.pointing import as_typed
from iku.definition.lint.wording import plain, words
from iku.finding import Fact, Finding


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
        "penyebut": entry.ratio.bottom if entry.ratio else "",
        "tertulis": as_typed(bottom),
        "lain": as_typed(counted),
        "nama_lain": other.nama,
        "tempat_lain": str((other.cell("rumus") or other.name).place),
    }
    return cell.place.finding("AUD-060", entry.kode, **facts, **_used(report, entry))


def _used(report: Report, entry: Entry) -> dict[str, Fact]:
    """Return the denominator that the printed results really come from, if it is another one."""
    group = entry.group
    for part in group.parts if group else ():
        if part.share is not None and part.value is not None and part.share.top:
            scaled = part.share.top * part.share.factor
            if not part.printed.is_rounded(part.value):
                found = fitting_denominator(part.printed, scaled, denominators(report))
                return {} if found is None else {"terpakai": found[1]}
    return {}


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
                bagian=entry.ratio.top,
                nilai_bagian=as_typed(counted),
                keseluruhan=other.ratio.bottom if other.ratio else thing,
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
        said, named = words(entry.sasaran), words(entry.nama)
        for subject, accepted in measures().items():
            if subject in said and not named & set(accepted):
                yield entry.name.place.finding(
                    "AUD-068", entry.kode, nama=entry.nama, sasaran=entry.sasaran, kata=subject
                )
                break


def definition_is_kept(report: Report) -> Iterator[Finding]:
    """AUD-070, AUD-071: targets and indicators beside those that the regency has fixed."""
    if report.definition is None or not report.entries:
        return
    found = {entry.kode: entry for entry in report.entries}
    for indikator in report.definition.indikator:
        entry = found.get(indikator.kode)
        if entry is None:
            facts: dict[str, Fact] = {"kode": indikator.kode, "nama": indikator.nama}
            yield report.tables[0].head.place.finding("AUD-071", indikator.kode, **facts)
            continue
        fixed = _fixed_target(report, indikator.kode)
        cell = entry.cell("target")
        if fixed is not None and cell is not None and entry.target not in {None, fixed}:
            facts = {"nama": entry.nama, "tertulis": cell.text, "ditetapkan": as_typed(fixed)}
            yield cell.place.finding("AUD-070", entry.kode, **facts)


def _fixed_target(report: Report, kode: str) -> Fraction | None:
    """Return the target of the year: the unit's own, else the one of the definition."""
    definition = report.definition
    if definition is None:
        return None
    own = next((one for one in definition.unit if plain(one.nama) == plain(report.unit)), None)
    general = next(one.target for one in definition.indikator if one.kode == kode)
    targets = {**general, **(own.target.get(kode, {}) if own else {})}
    fixed = targets.get(str(definition.tahun))
    return None if fixed is None or fixed.nilai is None else Fraction(fixed.nilai)
