"""Parts of the regency's page about units: Matriks, Peringkat, Perubahan."""

from collections.abc import Iterator, Sequence

from iku.calculation.figure import BELUM_DIISI, Figure, half_up
from iku.cells import ErrorValue, Value
from iku.consolidation import ranking as ranks
from iku.consolidation.changes import Change, Effect
from iku.consolidation.entry_words import entry_words
from iku.consolidation.ranking import LowTarget, Ranked, ranking
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator
from iku.messages import Language
from iku.recap.words import rejection
from reporting.bars import Level, level_of
from reporting.markup import labelled_row, paragraph, row, table, text
from reporting.phrases import as_typed, completeness_words, number, phrase, phrases, state
from reporting.recap_text import said

_COLUMNS = 15  # indicators side by side: what A4 landscape and the eye can hold
_RANK_HEADS = ("head_rank", "head_code", "head_unit", "head_basis", "head_completeness")
_CHANGE_HEADS = tuple(
    f"head_{one}" for one in ("unit", "period", "entry", "old", "new", "used", "effect")
)
_LOW_WORDS = {
    ranks.LOW_BEFORE: "low_before",
    ranks.LOW_REGENCY: "low_regency",
    ranks.HIGH_BEFORE: "high_before",
    ranks.HIGH_REGENCY: "high_regency",
}


def matrix(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield every unit's capaian on every indicator, in tables that fit the paper."""
    signs = ", ".join(f"{one.sign} {phrase(one.kind, language)}" for one in Level if one.sign)
    yield paragraph(phrase("matrix_note", language, tanda=signs))
    indikator = report.definition.indikator
    for first in range(0, len(indikator), _COLUMNS):
        block = indikator[first : first + _COLUMNS]
        last = first + _COLUMNS >= len(indikator)
        heads = [report.definition.jenis_unit, *(one.kode for one in block)]
        heads += phrases(language, "mean_short", "capped_short") if last else ()
        rows = [_unit_row(report, one, block, language, means=last) for one in report.standings]
        total = _regency_row(report, block, language, means=last)
        yield table(heads, [*rows, total], "matrix")
    yield from _rejections(report, language)


def _rejections(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield which figures a verifier rejected, by whom and why; nothing where none was."""
    found = [
        f"{standing.unit.nama}, {one.kode}: {why}"
        for standing in report.standings
        if standing.rejected
        for one in report.definition.indikator
        if (why := rejection(report, standing, one, report.period))
    ]
    if found:
        yield paragraph(phrase("rejections", language, daftar="; ".join(found)))


def _unit_row(
    report: RegencyReport,
    standing: Standing,
    block: Sequence[Indikator],
    language: Language,
    *,
    means: bool,
) -> str:
    period = report.period
    cells = [(text(standing.unit.nama), "unit")]
    for one in block:
        capaian = standing.capaian(one, period)
        cells.append(_cell(report, capaian, standing.words(capaian, period, one), language))
    if means:
        figures = _unit_means(standing, period)
        cells += [_cell(report, one, standing.words(one, period), language) for one in figures]
    return row(cells)


def _unit_means(standing: Standing, period: str) -> tuple[Figure, Figure]:
    if standing.results is None or not standing.reported(period):
        return BELUM_DIISI, BELUM_DIISI
    means = standing.results.means(period)
    return means.rata_rata, means.rata_rata_batas


def _regency_row(
    report: RegencyReport, block: Sequence[Indikator], language: Language, *, means: bool
) -> str:
    cells = [(text(report.definition.kabupaten.nama), "unit")]
    for one in block:
        figure = report.aggregation.figure(one.kode, report.period)
        words = figure.method.stands_alone or figure.capaian.state.value
        cells.append(_cell(report, figure.capaian, words, language))
    if means:
        both = (report.means.rata_rata, report.means.rata_rata_batas)
        cells += [_cell(report, mean, mean.state.value, language) for mean in both]
    return row(cells).replace("<tr>", '<tr class="total">')


def _cell(
    report: RegencyReport, capaian: Figure, words: str, language: Language
) -> tuple[str, str]:
    level = level_of(capaian, report.definition.pengaturan.capaian.skala)
    if not capaian.counted:
        return text(state(words, language)), level.kind
    return f"{level.sign} {number(capaian.number, language)}", level.kind


def ranked(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield the ranking with its basis, and who has no rank and why."""
    found = ranking(report)
    basis = phrase(f"basis_{found.dasar}", language)
    least = number(found.minimum, language, 0)
    yield paragraph(phrase("rank_basis", language, dasar=basis, persen=least))
    if not report.complete:
        words = completeness_words(report, language).lower()
        yield paragraph(phrase("rank_partial", language, kelengkapan=words))
    if found.verified_only:
        yield paragraph(phrase("rank_verified", language))
    heads = phrases(language, *_RANK_HEADS, "head_remark")
    yield table(heads, (_ranked_row(one, heads, language) for one in found.rows), "stacked")
    if found.alone:
        names = ", ".join(one.kode for one in found.alone)
        yield paragraph(phrase("rank_alone", language, daftar=names))


def _ranked_row(one: Ranked, heads: Sequence[str], language: Language) -> str:
    remarks = [_reason(one, language), *(_low(target, language) for target in one.low_targets)]
    answered = phrase("n_of", language, n=one.known, of=one.due)
    cells = [
        (text("–" if one.rank is None else one.rank), "number"),
        (text(one.standing.unit.kode), ""),
        (text(one.standing.unit.nama), "name"),
        (text(said(one.basis, language) if one.basis.counted else "–"), "number"),
        (text(f"{half_up(one.completeness, 0)}% ({answered})"), ""),
        (text("; ".join(filter(None, remarks))), ""),
    ]
    return labelled_row(heads, cells)


def _reason(one: Ranked, language: Language) -> str:
    """Return why a unit has no rank, in words."""
    if one.reason.startswith(ranks.INCOMPLETE):
        return phrase("rank_incomplete", language, n=one.known, of=one.due)
    if one.reason == ranks.WITHOUT_MEAN:
        return phrase("rank_no_mean", language)
    return state(one.reason, language)


def _low(one: LowTarget, language: Language) -> str:
    target, compared = number(one.target, language), number(one.compared, language)
    words = phrase(_LOW_WORDS[one.words], language)
    facts = {"kode": one.kode, "target": target, "kata": words, "banding": compared}
    return phrase("low_target", language, **facts)


def changes(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield what newer files say differently; nothing where nothing changed."""
    if not report.changes:
        return
    names = {one.unit.kode: one.unit.nama for one in report.standings}
    heads = phrases(language, *_CHANGE_HEADS)
    rows = (
        labelled_row(heads, [(text(cell), "") for cell in _change(report, one, names, language)])
        for one in report.changes
    )
    yield table(heads, rows, "stacked")


def _change(
    report: RegencyReport, one: Change, names: dict[str, str], language: Language
) -> tuple[str, ...]:
    effects = (_effect(report, effect, language) for effect in one.effects)
    used = phrase("used" if one.counted else "unused", language)
    return (
        names.get(one.unit, one.unit),
        one.period,
        entry_words(report.definition, one.name),
        _typed(one.old, language),
        _typed(one.new, language),
        f"{used}: {one.decision}" if one.decision else used,
        "; ".join(effects),
    )


def _effect(report: RegencyReport, one: Effect, language: Language) -> str:
    """Return what a change does to the regency; where nothing is combined, that it is not."""
    alone = report.aggregation.figure(one.kode, one.periode).method.stands_alone
    if alone:
        return f"{one.kode}: {state(alone, language)}"
    return f"{one.kode}: {said(one.before, language)} → {said(one.after, language)}"


def _typed(value: Value, language: Language) -> str:
    if value is None:
        return phrase("blank", language)
    if isinstance(value, ErrorValue):
        return value.code
    if isinstance(value, float):
        return as_typed(value, language)
    return str(value)
