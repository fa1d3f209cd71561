"""LOG-003 and LOG-009: the realisasi printed in the signed report, beside what the entries give."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from iku.calculation.capaian import capaian, rule_of
from iku.calculation.figure import Figure, counted, half_up, in_indonesian
from iku.checks.arithmetic_text import arithmetic_text
from iku.checks.pointing import as_typed, due_periods, latest_entry, on_entries
from iku.checks.shares import components_in, mean_of_shares, rumus_of, scaled_share, total
from iku.definition.model import Indikator
from iku.finding import Fact, Finding
from iku.names import indikator_name
from iku.printed import Printed, only_denominator, simplest_ratio
from iku.report import exact
from iku.submission import Submission


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

    @property
    def shown(self) -> Printed:
        """The printed realisasi with the decimals that its indicator shows."""
        return Printed(half_up(self.printed, self.decimals))


def reported_is_computed(submission: Submission) -> Iterator[Finding]:
    """LOG-003 and LOG-009: printed and computed realisasi differ by more than half a digit."""
    for indikator in submission.indikator:
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
    if case.shown.is_cut_off(case.computed) and case.shown.value == case.printed:
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
    fitting = only_denominator(case.shown, top * scaled.factor)
    if fitting is not None:
        return {"penyebut_cocok": f"{as_typed(top)}/{as_typed(fitting)}", "penyebut": written}
    ratio = simplest_ratio(case.shown, scaled.factor, int(bottom))
    return {"perbandingan_cocok": "/".join(map(as_typed, ratio))} if ratio else {}


def _as_sum(case: _Case) -> dict[str, Fact]:
    """Tell a printed figure that adds up what the rumus averages."""
    rumus = rumus_of(case.indikator)
    averaged = mean_of_shares(rumus) if rumus else None
    if averaged is None:
        return {}
    added = case.computed * len(averaged.shares)
    return {"jumlah": "ya"} if case.shown.is_rounded(added) else {}


def _whole(*values: Fraction) -> bool:
    return all(value.denominator == 1 and value > 0 for value in values)
