"""LOG-003 and LOG-009: the realisasi printed in the signed report, beside what the entries give."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from iku.calculation.capaian import capaian, rule_of
from iku.calculation.figure import Figure, counted, half_up, in_indonesian
from iku.checks.arithmetic_text import arithmetic_text
from iku.checks.pointing import applying, as_typed, due_periods, latest_entry, on_entries
from iku.checks.shares import components_in, mean_of_shares, rumus_of, scaled_share, total
from iku.definition.model import Indikator
from iku.finding import Fact, Finding
from iku.names import indikator_name
from iku.report import exact
from iku.submission import Submission

_LARGEST_WHOLE = 3  # a better ratio is believed up to three times the denominator that stands there
_MOST_TRIALS = 20_000


@dataclass(frozen=True, slots=True)
class _Case:
    """A printed realisasi and the computed one that it should be."""

    submission: Submission
    indikator: Indikator
    periode: str
    printed: Fraction
    computed: Fraction

    @property
    def decimals(self) -> int:
        return int(self.indikator.desimal)


def reported_is_computed(submission: Submission) -> Iterator[Finding]:
    """LOG-003 and LOG-009: printed and computed realisasi differ by more than half a digit."""
    for indikator in applying(submission):
        for periode in due_periods(submission.report, indikator):
            name = indikator_name("dilaporkan", indikator.kode, periode)
            printed = submission.report.entries.get(name)
            computed = submission.results.realisasi(indikator, periode)
            if isinstance(printed, float) and computed.counted:
                case = _Case(submission, indikator, periode, exact(printed), computed.number)
                half_a_digit = Fraction(1, 2 * 10**case.decimals)
                if abs(case.printed - case.computed) > half_a_digit:
                    yield _difference(case, name)


def _difference(case: _Case, name: str) -> Finding:
    rounding = _loose_rounding(case)
    facts: dict[str, Fact] = {
        "tertulis": in_indonesian(case.printed, case.decimals),
        "hitungan": _arithmetic(case),
        **rounding,
        **_capaian(case),
        **({} if rounding else _explanation(case) or _as_sum(case)),
    }
    names = [name, *_sources(case)]
    code = "LOG-009" if rounding else "LOG-003"
    return on_entries(case.submission, code, names, case.indikator, case.periode, **facts)


def _arithmetic(case: _Case) -> str:
    result = in_indonesian(case.computed, case.decimals)
    rumus = rumus_of(case.indikator)
    if not rumus:
        return result
    figures = case.submission.results.components(case.indikator, case.periode)
    return f"{arithmetic_text(rumus, figures)} = {result}"


def _sources(case: _Case) -> list[str]:
    """Return the entries that the computed value comes from."""
    report, indikator = case.submission.report, case.indikator
    if not rumus_of(indikator):
        return [indikator_name("isian", indikator.kode, "nilai", case.periode)]
    return [
        name
        for part in indikator.komponen
        if part.kode in components_in(rumus_of(indikator))
        for name in latest_entry(report, indikator, part, case.periode)
    ]


def _loose_rounding(case: _Case) -> dict[str, Fact]:
    """Tell a figure that was cut off, or rounded to fewer decimals, from one that is wrong."""
    scale = 10**case.decimals
    if Fraction(floor(case.computed * scale), scale) == case.printed:
        return {"dipotong": "ya"}
    for decimals in range(case.decimals):
        if Fraction(half_up(case.computed, decimals)) == case.printed:
            return {"angka_di_belakang_koma": str(decimals)}
    return {}


def _capaian(case: _Case) -> dict[str, Fact]:
    """Return the capaian that either figure leads to, where they differ in print."""
    results = case.submission.results
    rule = rule_of(results.definition, case.indikator)
    target = results.target(case.indikator, case.periode)
    shown = [
        _shown(capaian(rule, counted(value), target)) for value in (case.computed, case.printed)
    ]
    if "" in shown or shown[0] == shown[1]:
        return {}
    return {"capaian_hitungan": shown[0], "capaian_tertulis": shown[1]}


def _shown(figure: Figure) -> str:
    return in_indonesian(figure.number) if figure.counted else ""


def _explanation(case: _Case) -> dict[str, Fact]:
    """Return a denominator, or else the simplest ratio, that gives the printed figure."""
    scaled = scaled_share(rumus_of(case.indikator)) if rumus_of(case.indikator) else None
    if scaled is None or case.printed <= 0:
        return {}
    figures = case.submission.results.components(case.indikator, case.periode)
    top, bottom = total(scaled.share.top, figures), total(scaled.share.bottom, figures)
    if top is None or bottom is None or not _whole(top, bottom):
        return {}
    written = as_typed(bottom)
    fitting = _denominator(case, top * scaled.factor)
    if fitting is not None:
        return {"penyebut_cocok": f"{as_typed(top)}/{as_typed(fitting)}", "penyebut": written}
    ratio = _simplest_ratio(case, scaled.factor, int(bottom))
    return {"perbandingan_cocok": ratio} if ratio else {}


def _as_sum(case: _Case) -> dict[str, Fact]:
    """Tell a printed figure that adds up what the rumus averages."""
    rumus = rumus_of(case.indikator)
    averaged = mean_of_shares(rumus) if rumus else None
    if averaged is None:
        return {}
    added = case.computed * len(averaged.shares)
    return {"jumlah": "ya"} if half_up(added, case.decimals) == _printed(case) else {}


def _printed(case: _Case) -> Decimal:
    return half_up(case.printed, case.decimals)


def _whole(*values: Fraction) -> bool:
    return all(value.denominator == 1 and value > 0 for value in values)


def _denominator(case: _Case, scaled_top: Fraction) -> Fraction | None:
    """Return the only whole denominator that gives the printed figure with this numerator."""
    half = Fraction(1, 2 * 10**case.decimals)
    if case.printed <= half:
        return None
    lowest, highest = scaled_top / (case.printed + half), scaled_top / (case.printed - half)
    first, last = floor(lowest) + 1, floor(highest)  # half up: the lower end rounds further up
    return Fraction(first) if first == last else None


def _simplest_ratio(case: _Case, factor: Fraction, bottom: int) -> str:
    """Return the ratio of the smallest whole numbers that gives the printed figure, if near."""
    printed = _printed(case)
    for whole in range(1, min(_LARGEST_WHOLE * bottom, _MOST_TRIALS) + 1):
        for part in {floor(case.printed * whole / factor), ceil(case.printed * whole / factor)}:
            if half_up(Fraction(part, whole) * factor, case.decimals) == printed:
                near = whole * _LARGEST_WHOLE >= bottom
                return f"{as_typed(Fraction(part))}/{as_typed(Fraction(whole))}" if near else ""
    return ""
