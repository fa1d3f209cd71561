"""The regency's report as one HTML file: opens offline, prints on A4 landscape, fits a phone."""

from collections.abc import Callable, Iterator

from iku.calculation.figure import Figure
from iku.consolidation.figures import RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from iku.messages import Language
from reporting.bars import bar, level_of
from reporting.markup import labelled_row, paragraph, table, text, whole_page
from reporting.phrases import completeness_words, kurun, number, phrase, phrases, state
from reporting.recap_text import said
from reporting.regency_files import completeness, findings
from reporting.regency_units import changes, matrix, ranked
from reporting.words import MEAN_WORDS

_STYLE = "regency.css"
_HEADS = (
    *("head_code", "head_indicator", "head_measure", "head_target", "head_realisasi"),
    *("head_capaian", "head_scale", "head_band", "head_of"),
)


def regency_page(report: RegencyReport, language: Language = "id") -> str:
    """Return the report; every text from a file or a definition is escaped."""
    facts = {"kabupaten": report.definition.kabupaten.nama}
    period = kurun(report.period_words, language)
    title = phrase("recap_title", language, kurun=period, **facts)
    made = {name: list(draw(report, language)) for name, draw in _SECTIONS.items()}
    body = [*_head(report, [name for name, lines in made.items() if lines], language)]
    for name, lines in made.items():
        if lines:
            heading = f'<section id="{name}">\n<h2>{text(phrase(name, language))}</h2>'
            body += [heading, *lines, "</section>"]
    return whole_page(title, body, language, _STYLE, kind="regency")


def _head(report: RegencyReport, sections: list[str], language: Language) -> Iterator[str]:
    words = phrase("recap_head", language, kabupaten=report.definition.kabupaten.nama)
    yield f"<header>\n<h1>{text(words)}</h1>"
    period = kurun(report.period_words, language)
    told = f"{period[:1].upper()}{period[1:]}. {completeness_words(report, language)}."
    yield paragraph(told)
    links = (f'<a href="#{name}">{text(phrase(name, language))}</a>' for name in sections)
    yield f"<nav>{' · '.join(links)}</nav>\n</header>"


def _summary(report: RegencyReport, language: Language) -> Iterator[str]:
    yield '<dl class="means">'
    for name in MEAN_WORDS:
        figure: Figure = getattr(report.means, name)
        yield f"<div><dt>{phrase(name, language)}</dt><dd>{text(said(figure, language))}</dd></div>"
    counts = {"n": report.means.included, "of": report.means.total}
    answered = phrase("answered_count", language, **counts)
    yield f"<div><dt>{phrase('answered', language)}</dt><dd>{text(answered)}</dd></div>\n</dl>"
    yield table(phrases(language, *_HEADS), _rows(report, language), "summary stacked")


def _rows(report: RegencyReport, language: Language) -> Iterator[str]:
    """Yield each sasaran with its mean, and its indicators below it."""
    goals = zip(report.definition.sasaran, report.means.per_sasaran, strict=True)
    heads = phrases(language, *_HEADS)
    for sasaran, mean in goals:
        name = f"{sasaran.nomor} {sasaran.nama}".strip()
        yield (
            f'<tr class="goal"><th colspan="{len(heads)}" scope="rowgroup">{text(name)}: '
            f"{text(said(mean, language))}</th></tr>"
        )
        for one in sasaran.indikator:
            figure = report.aggregation.figure(one.kode, report.period)
            yield labelled_row(heads, _cells(report, figure, language))


def _cells(report: RegencyReport, one: RegencyFigure, language: Language) -> list[tuple[str, str]]:
    alone = state(one.method.stands_alone, language)
    level = level_of(one.capaian, report.definition.pengaturan.capaian.skala)
    decimals = int(one.indikator.desimal)
    target = "–" if one.target is None else number(one.target, language, decimals)
    value = said(one.realisasi, language, decimals)
    realisasi = alone or " ".join(filter(None, (value, one.predikat)))
    capaian = alone or said(one.capaian, language)
    return [
        (text(one.indikator.kode), ""),
        (text(one.indikator.nama), "name"),
        (text(one.indikator.satuan), ""),
        (text(one.target_predikat or target), "number"),
        (text(realisasi), "number"),
        (f"{level.sign} {text(capaian)}", f"number {level.kind}"),
        (bar(one.capaian, level, language), "chart"),
        (text(one.kategori), ""),
        (text(phrase("n_of", language, n=one.n, of=one.of)), ""),
    ]


_SECTIONS: dict[str, Callable[[RegencyReport, Language], Iterator[str]]] = {
    "ringkasan": _summary,
    "matriks": matrix,
    "peringkat": ranked,
    "kelengkapan": completeness,
    "catatan": findings,
    "perubahan": changes,
}
