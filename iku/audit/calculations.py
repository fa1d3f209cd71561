"""Rules on the arithmetic written in a report: each calculation, and each mean drawn from some."""

from collections.abc import Iterator
from fractions import Fraction
from textwrap import shorten

from iku.audit.arithmetic import Share, Statement
from iku.audit.figures import printed_numbers
from iku.audit.report import Entry, Group, Report
from iku.calculation.capaian import HUNDRED
from iku.calculation.figure import in_indonesian
from iku.checks.pointing import as_typed
from iku.finding import Fact, Finding
from iku.printed import (
    Printed,
    fitting_denominator,
    only_denominator,
    only_numerator,
    simplest_ratio,
)


def calculations_are_right(report: Report) -> Iterator[Finding]:
    """AUD-001, AUD-002, AUD-009: a calculation gives another result than the printed one."""
    for group in report.groups:
        for part in group.parts:
            if part.value is None:
                facts = _named(report, group)
                yield _at(report, group, "AUD-009", hitungan=part.written.strip(), **facts)
            elif not part.printed.is_rounded(part.value):
                yield _difference(report, group, part, part.value)


def _at(report: Report, group: Group, code: str, **facts: Fact) -> Finding:
    entry = report.entry_at(group.passage)
    return group.passage.place.finding(code, entry.kode if entry else "", **facts)


def _named(report: Report, group: Group) -> dict[str, Fact]:
    entry = report.entry_at(group.passage)
    return {"nama": entry.nama if entry else shorten(group.passage.text, 60, placeholder="…")}


def _difference(report: Report, group: Group, part: Statement, value: Fraction) -> Finding:
    facts: dict[str, Fact] = {
        **_named(report, group),
        "tertulis": shown(part.printed),
        "hitungan": f"{part.written.strip()} = {in_indonesian(value, part.printed.decimals)}",
        "nilai_hitungan": in_indonesian(value, part.printed.decimals),
    }
    if part.printed.is_cut_off(value):
        teliti = in_indonesian(value, part.printed.decimals + 2)
        return _at(report, group, "AUD-002", **facts, teliti=teliti)
    facts |= _explanation(report, part) | _capaian(report, group, part, value)
    return _at(report, group, "AUD-001", **facts)


def shown(printed: Printed) -> str:
    """Return a printed number as people read it."""
    return in_indonesian(printed.number, printed.decimals)


def _explanation(report: Report, part: Statement) -> dict[str, Fact]:
    """Return a denominator of the document, or the simplest ratio, that gives what is printed."""
    share = part.share
    if (
        part.value is not None
        and part.printed.decimals
        and _lacks_hundred(part.printed, part.value)
    ):
        return {"tanpa_seratus": "ya"}
    if share is None or share.bottom.denominator != 1:
        return {}
    scaled = share.top * share.factor
    found = fitting_denominator(part.printed, scaled, denominators(report))
    if found is not None:
        fits = f"{as_typed(share.top)}/{as_typed(found[0])}"
        return {"penyebut_cocok": fits, "asal_penyebut": found[1]}
    ratio = _other_ratio(part.printed, share)
    return {"perbandingan_cocok": "/".join(map(as_typed, ratio))} if ratio else {}


def _lacks_hundred(printed: Printed, value: Fraction) -> bool:
    """Whether a share is printed as a part of one, though a percentage is meant."""
    return printed.is_rounded(value / HUNDRED) and value != 0


def _other_ratio(printed: Printed, share: Share) -> tuple[Fraction, Fraction] | None:
    """Return a division with one number changed, else the simplest, that gives what is printed."""
    bottom = only_denominator(printed, share.top * share.factor)
    if bottom is not None:
        return share.top, Fraction(bottom)
    top = only_numerator(printed, share.factor, share.bottom)
    if top is not None:
        return Fraction(top), share.bottom
    found = simplest_ratio(printed, share.factor, int(share.bottom))
    return (Fraction(found[0]), Fraction(found[1])) if found else None


def denominators(report: Report) -> Iterator[tuple[Fraction, str]]:
    """Yield what a document divides by, and the sums of what one passage divides by, with words."""
    for group in report.groups:
        place = group.passage.place
        bottoms = list(dict.fromkeys(one.share.bottom for one in group.parts if one.share))
        for bottom in bottoms:
            yield bottom, f"{as_typed(bottom)} ({place})"
        if len(bottoms) > 1:
            total = sum(bottoms, Fraction(0))
            yield total, f"{as_typed(total)} = {' + '.join(map(as_typed, bottoms))} ({place})"


def bottom_in_use(report: Report, group: Group) -> tuple[Fraction, str] | None:
    """Return the denominator of the document that wrong results really come from, with words."""
    for part in group.parts:
        if part.share is None or part.value is None or part.printed.is_rounded(part.value):
            continue
        scaled = part.share.top * part.share.factor
        return fitting_denominator(part.printed, scaled, denominators(report))
    return None


def _capaian(report: Report, group: Group, part: Statement, value: Fraction) -> dict[str, Fact]:
    """Return the capaian that the right result leads to, where it is the whole realisasi."""
    entry = report.entry_at(group.passage)
    if entry is None or entry.result != part or not entry.target:
        return {}
    right = {"capaian_hitungan": in_indonesian(value / entry.target * HUNDRED)}
    for measured in entry.measured:
        for one in printed_numbers(measured["capaian"].text):
            if one.is_rounded(part.printed.value / entry.target * HUNDRED):
                return {**right, "capaian_tertulis": shown(one)}
    return {**right}


def means_are_right(report: Report) -> Iterator[Finding]:
    """AUD-002, AUD-003, AUD-004: a mean that is none, or a sum that is called one."""
    for group in report.groups:
        mean, values = group.mean, group.computed
        if mean is None or len(values) < len(group.parts) or _is_mean(group, mean):
            continue
        value = sum(values, Fraction(0)) / len(values)
        facts: dict[str, Fact] = {
            **_named(report, group),
            "tertulis": shown(mean.printed),
            "banyak": len(values),
            "bagian": " + ".join(shown(part.printed) for part in group.parts),
            "hitungan": f"rata-rata = {in_indonesian(value)}",
            "nilai_hitungan": in_indonesian(value),
        }
        if is_sum(group):
            yield _at(report, group, "AUD-004", **facts, **_sum_facts(report, group, mean))
        elif mean.printed.is_cut_off(value):
            teliti = in_indonesian(value, mean.printed.decimals + 2)
            yield _at(report, group, "AUD-002", **facts, teliti=teliti)
        else:
            yield _at(report, group, "AUD-003", **facts)


def _is_mean(group: Group, mean: Statement) -> bool:
    """Whether the mean follows from the exact parts or from the printed ones."""
    count = len(group.parts)
    printed = sum((part.printed.value for part in group.parts), Fraction(0)) / count
    return mean.printed.comes_from((sum(group.computed, Fraction(0)) / count, printed))


def is_sum(group: Group) -> bool:
    """Whether what is called a mean is the sum of its parts, up to the rounding of each."""
    mean = group.mean
    if mean is None or _is_mean(group, mean):
        return False
    half = Fraction(1, 2 * 10**mean.printed.decimals)
    slack = half * (len(group.parts) + 1)
    printed = sum((part.printed.value for part in group.parts), Fraction(0))
    exact = sum(group.computed, Fraction(0))
    return min(abs(total - mean.printed.value) for total in (printed, exact)) <= slack


def _sum_facts(report: Report, group: Group, mean: Statement) -> dict[str, Fact]:
    """Return the sum and the mean of the printed parts, and what the sum is a ratio of."""
    printed = sum((part.printed.value for part in group.parts), Fraction(0))
    facts: dict[str, Fact] = {
        "jumlah": in_indonesian(printed),
        "rata_rata_tertulis": in_indonesian(printed / len(group.parts)),
    }
    shares = [part.share for part in group.parts if part.share]
    if shares:
        top = sum((share.top for share in shares), Fraction(0))
        found = fitting_denominator(mean.printed, top * shares[0].factor, denominators(report))
        if found is not None:
            facts["penyebut_cocok"] = f"{as_typed(top)}/{as_typed(found[0])}"
            facts["asal_penyebut"] = found[1]
    return facts


def thousands_are_written_alike(report: Report) -> Iterator[Finding]:
    """AUD-008: some numbers of the calculations have a separator of thousands, others none."""
    bare: dict[str, Group] = {}
    separated: dict[str, Group] = {}
    for group in report.groups:
        for digits in (digits for part in group.parts for digits in part.numbers):
            if digits.isdigit() and len(digits) > 3:
                bare.setdefault(digits, group)
            elif digits.count(".") and all(len(one) == 3 for one in digits.split(".")[1:]):
                separated.setdefault(digits, group)
    if bare and separated:
        first = next(iter(bare.values()))
        facts: dict[str, Fact] = {"tanpa": list(bare), "dengan": list(separated)}
        yield _at(report, first, "AUD-008", **facts, **_decimals(report))


def _decimals(report: Report) -> dict[str, Fact]:
    """Return two realisasi of different precision, the finest and the coarsest."""
    cells = [cell.text for entry in report.entries for cell in entry.realisasi_cells]
    typed = [numbers[-1] for text in cells if (numbers := printed_numbers(text))]
    if len({one.decimals for one in typed}) < 2:
        return {}
    finest, coarsest = (pick(typed, key=lambda one: one.decimals) for pick in (max, min))
    return {"desimal": f"{shown(finest)} dan {shown(coarsest)}"}


def realisasi_is_the_result(report: Report) -> Iterator[Finding]:
    """AUD-010: the column of realisasi shows another figure than the calculation below it."""
    for entry in report.entries:
        result = entry.result
        cells = entry.realisasi_cells
        if result is None or len(cells) != 1:
            continue
        if not _agrees(cells[0].text, result, entry):
            yield cells[0].place.finding(
                "AUD-010",
                entry.kode,
                nama=entry.nama,
                tertulis=cells[0].text,
                hitungan=shown(result.printed),
                tempat_hitungan=_where(entry),
            )


def _where(entry: Entry) -> str:
    group = entry.group
    return "" if group is None else str(group.passage.place)


def _agrees(text: str, result: Statement, entry: Entry) -> bool:
    """Whether a realisasi shows the result, be it with more or with fewer decimals."""
    typed = printed_numbers(text)
    if not typed:
        return True
    exact = (result.printed.value, *filter(None, (entry.exact, result.value)))
    return any(one.comes_from(exact) for one in typed)
