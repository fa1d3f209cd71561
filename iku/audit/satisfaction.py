"""Answers of a satisfaction survey, as a report counts them: what they really amount to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from iku.audit.arithmetic import Statement
from iku.audit.calculations import bottom_in_use, shown
from iku.audit.figures import printed_numbers
from iku.audit.report import Entry, Group, Report
from iku.audit.vocabulary import levels
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import half_up, in_indonesian
from iku.checks.pointing import as_typed
from iku.definition.scales import named_scale
from iku.finding import Fact, Finding
from iku.printed import Printed

_BEST, _SATISFIED = 4, 3  # of the four answers of a survey (Permenpan RB 14/2017)
_FEWEST = 3  # answers that make a scale; a report may leave out one that nobody gave
_SURVEY = re.compile(r"\b(skm|ikm|nrr|unsur|kepuasan)\b", re.IGNORECASE)
_UNSUR = 9  # of a survey, each of the same weight
_ROUNDED_NINTH = re.compile(r"0[.,]1{2,4}")
_OTHER_SCALE = re.compile(r"\bsangat (?:tidak|kurang)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave an answer, what it is worth from 1 to 4, and the calculation it stands in."""

    level: int
    count: Fraction
    part: Statement


def answers_in(group: Group | None) -> list[Answer]:
    """Return the answers of a scale of four that calculations count, or nothing.

    "Kurang mudah", "Mudah" and "Sangat mudah" make one; "sangat tidak mudah" belongs to another.
    """
    found = [_answer(part) for part in group.parts] if group else []
    answers = [one for one in found if one is not None]
    known = {one.level for one in answers}
    if len(answers) < len(found) or len(known) < max(_FEWEST, len(answers)):
        return []
    return answers if _BEST in known and min(known) < _SATISFIED else []


def _answer(part: Statement) -> Answer | None:
    if part.value is None or not part.name or _OTHER_SCALE.search(part.name):
        return None
    if part.share is None and part.value:
        return None
    count = part.share.top if part.share else Fraction(0)
    return Answer(levels().get(part.name.split()[0].lower(), _SATISFIED), count, part)


def as_survey(entry: Entry) -> dict[str, Fact]:
    """Return the SKM value of the answers of an indicator: their mean from 1 to 4, times 25."""
    answers = answers_in(entry.group)
    total = sum((one.count for one in answers), Fraction(0))
    if not total:
        return {}
    mean = sum((one.level * one.count for one in answers), Fraction(0)) / total
    value = mean * 25
    facts: dict[str, Fact] = {
        "nrr": in_indonesian(mean, 4),
        "skm": in_indonesian(value),
        "mutu": named_scale("mutu_skm").label(half_up(value)),
    }
    if entry.target:
        facts["capaian_skm"] = in_indonesian(value / entry.target * HUNDRED)
    return facts


def weights_are_not_rounded(report: Report) -> Iterator[Finding]:
    """AUD-073: the nine unsur of the SKM weigh 0,11 each instead of a ninth; told once."""
    for group in report.groups:
        entry = report.entry_at(group.passage)
        if _SURVEY.search(f"{entry.nama if entry else ''} {group.passage.text}"):
            typed = (digits for part in group.parts for digits in part.numbers)
            weight = next((digits for digits in typed if _ROUNDED_NINTH.fullmatch(digits)), None)
            if weight is not None:
                highest = as_typed(Fraction(weight.replace(",", ".")) * 9 * HUNDRED)
                place = group.passage.place
                yield place.finding("AUD-073", bobot=weight, tertinggi=highest)
                return
    for grid in report.grids:
        for column in (n for n in grid.columns if grid.heads[n].lower().startswith("bobot")):
            cells = [row.cells[column] for row in grid.rows if column < len(row.cells)]
            light = [cell for cell in cells if _ROUNDED_NINTH.fullmatch(cell.text.strip())]
            if len(light) == _UNSUR:
                highest = as_typed(Fraction(light[0].text.strip().replace(",", ".")) * 9 * HUNDRED)
                yield light[0].place.finding("AUD-073", bobot=light[0].text, tertinggi=highest)
                return


def only_the_satisfied_count(report: Report) -> Iterator[Finding]:
    """AUD-069: dissatisfied answers are added up with the satisfied ones."""
    for entry in report.entries:
        answers = answers_in(entry.group)
        low = [one for one in answers if one.level < _SATISFIED and one.count]
        printed = _result(entry)
        if not low or printed is None or not _adds_up(printed, answers):
            continue
        cell = entry.cell("rumus") or entry.name
        facts: dict[str, Fact] = {
            "nama": entry.nama,
            "tertulis": shown(printed),
            "tidak_puas": [one.part.name for one in low],
        }
        yield cell.place.finding("AUD-069", entry.kode, **facts, **_satisfied(report, entry))


def _result(entry: Entry) -> Printed | None:
    """Return the printed result: of the calculations, else the realisasi."""
    if entry.result is not None:
        return entry.result.printed
    typed = (printed_numbers(cell.text) for cell in entry.realisasi_cells)
    return next((numbers[-1] for numbers in typed if numbers), None)


def _adds_up(printed: Printed, answers: list[Answer]) -> bool:
    """Whether a result is the sum of all answers' shares, up to the rounding of each."""
    slack = Fraction(len(answers) + 1, 2 * 10**printed.decimals)
    computed = sum((one.part.value or Fraction(0) for one in answers), Fraction(0))
    typed = sum((one.part.printed.value for one in answers), Fraction(0))
    return min(abs(total - printed.value) for total in (computed, typed)) <= slack


def _satisfied(report: Report, entry: Entry) -> dict[str, Fact]:
    """Return the share of the satisfied, by the printed denominator and by the one really used."""
    answers = answers_in(entry.group)
    high = [one for one in answers if one.level >= _SATISFIED and one.part.share]
    shares = [one.part.share for one in high if one.part.share]
    if len({one.bottom for one in shares}) != 1:
        return {}
    bottom, factor = shares[0].bottom, shares[0].factor
    top = sum((one.count for one in high), Fraction(0))
    facts: dict[str, Fact] = {"puas": _share(top, bottom, factor)}
    in_use = bottom_in_use(report, entry.group) if entry.group else None
    used = in_use[0] if in_use else bottom
    if used != bottom:
        facts["puas_terpakai"] = _share(top, used, factor)
    value = top / used * factor
    if entry.target:
        facts["capaian_puas"] = in_indonesian(value / entry.target * HUNDRED)
    return facts | unreached(entry, value)


def unreached(entry: Entry, value: Fraction) -> dict[str, Fact]:
    """Return the target that the printed realisasi reaches, but another value does not."""
    target, printed = entry.target, entry.realisasi
    if target is None or printed is None or not value < target <= printed:
        return {}
    return {"batal_tercapai": as_typed(target)}


def _share(top: Fraction, bottom: Fraction, factor: Fraction) -> str:
    return f"{as_typed(top)}/{as_typed(bottom)} = {in_indonesian(top / bottom * factor)}"
