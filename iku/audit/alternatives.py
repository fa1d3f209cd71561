"""What an indicator comes to when it is computed as its name, its rumus or its direction says."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from iku.audit.arithmetic import Statement
from iku.audit.direction import falling, rising
from iku.audit.printed_definition import part_name
from iku.audit.report import Entry
from iku.audit.satisfaction import as_survey, unreached
from iku.audit.vocabulary import family_aid
from iku.calculation.figure import in_indonesian
from iku.checks.pointing import as_typed
from iku.finding import Fact, Finding

Facts = dict[str, Fact]


def beside(entry: Entry, finding: Finding) -> Facts:
    """Return the figures that stand beside what a rule on definitions says about an indicator."""
    return _ALTERNATIVES.get(finding.code, _nothing)(entry, finding)


def _nothing(_entry: Entry, _finding: Finding) -> Facts:
    return {}


def _shares(entry: Entry) -> list[Statement]:
    return [part for part in entry.group.parts if part.share] if entry.group else []


def _pooled(entry: Entry, _finding: Finding) -> Facts:
    """Return what numerators and denominators give when they are added up first."""
    shares = [part.share for part in _shares(entry) if part.share]
    if not shares:
        return {}
    top = sum((one.top for one in shares), Fraction(0))
    bottom = sum((one.bottom for one in shares), Fraction(0))
    value = top / bottom * shares[0].factor
    facts: Facts = {"gabungan": f"{as_typed(top)}/{as_typed(bottom)} = {in_indonesian(value)}"}
    if entry.target:
        facts["capaian_gabungan"] = _capaian(entry.target, value)
    return facts


def _each_part(entry: Entry, _finding: Finding) -> Facts:
    """Return what each part of a mean gives by itself, in printed order."""
    values = [part.value for part in _shares(entry) if part.value is not None]
    if not values:
        return {}
    facts: Facts = {"masing_masing": _listed(map(in_indonesian, values))}
    target = entry.target
    if target:
        facts["capaian_masing"] = _listed(_capaian(target, value) for value in values)
    return facts


def _part_of_the_name(entry: Entry, finding: Finding) -> Facts:
    """Return what those parts of a mean give that the name of the indicator mentions."""
    others = finding.facts.get("tidak_disebut")
    beside_it = set(map(str, others)) if isinstance(others, list) else set()
    values = [
        part.value
        for part in _shares(entry)
        if part_name(part) not in beside_it and part.value is not None
    ]
    if not values:
        return {}
    value = sum(values, Fraction(0)) / len(values)
    facts: Facts = {"hanya_disebut": in_indonesian(value)}
    if entry.target:
        facts["capaian_disebut"] = _capaian(entry.target, value)
    return facts | unreached(entry, value)


def _as_the_rumus_says(entry: Entry, _finding: Finding) -> Facts:
    """Return what an inverted rumus would give, where the calculation itself is not inverted."""
    shares = [part.share for part in _shares(entry) if part.share]
    if not shares or any(one.top > one.bottom for one in shares):
        return {}
    inverted = (one.bottom / one.top * one.factor for one in shares)
    return {"hasil_terbalik": _listed(map(in_indonesian, inverted))}


def _in_the_other_direction(entry: Entry, finding: Finding) -> Facts:
    """Return capaian by the direction that is usual for what the name speaks of."""
    word = str(finding.facts.get("kata", ""))
    facts: Facts = {"bantuan": word} if word in family_aid() else {}
    target, value = entry.target, entry.realisasi
    if not target or value is None:
        return facts
    if finding.code == "DEF-151":
        return {**facts, "capaian_naik": _capaian(target, value)}
    down = map(in_indonesian, falling(value, target))
    return facts | dict(zip(("capaian_turun", "capaian_perbandingan"), down, strict=False))


def _by_the_survey(entry: Entry, _finding: Finding) -> Facts:
    return {"rumus": entry.rumus, **as_survey(entry)}


def _capaian(target: Fraction, value: Fraction) -> str:
    return in_indonesian(rising(value, target))


def _listed(texts: Iterable[str]) -> str:
    return " dan ".join(texts)


_ALTERNATIVES: dict[str, Callable[[Entry, Finding], Facts]] = {
    "DEF-117": _as_the_rumus_says,
    "DEF-119": _by_the_survey,
    "DEF-122": _pooled,
    "DEF-123": _each_part,
    "DEF-124": _part_of_the_name,
    "DEF-150": _in_the_other_direction,
    "DEF-151": _in_the_other_direction,
}
