"""The regency's report as one HTML file: opens offline, prints on A4 landscape, fits a phone."""

from collections.abc import Callable, Iterator

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.figures import RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from reporting.bars import bar, level_of
from reporting.markup import labelled_row, paragraph, table, text, whole_page
from reporting.recap_text import said
from reporting.regency_files import completeness, findings
from reporting.regency_units import changes, matrix, ranked
from reporting.words import MEAN_WORDS

_STYLE = "regency.css"
_HEADS = (
    *("Kode", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)", "0 · 100 · 200"),
    *("Kategori", "Dari"),
)


def regency_page(report: RegencyReport) -> str:
    """Return the report; every text from a file or a definition is escaped."""
    title = f"Rekap IKU {report.definition.kabupaten.nama} {report.period_words}"
    made = {name: list(draw(report)) for name, (_, draw) in _SECTIONS.items()}
    body = [*_head(report, [name for name, lines in made.items() if lines])]
    for name, lines in made.items():
        if lines:
            heading = f'<section id="{name}">\n<h2>{_SECTIONS[name][0]}</h2>'
            body += [heading, *lines, "</section>"]
    return whole_page(title, body, "id", _STYLE, kind="regency")


def _head(report: RegencyReport, sections: list[str]) -> Iterator[str]:
    yield f"<header>\n<h1>Rekap IKU {text(report.definition.kabupaten.nama)}</h1>"
    yield paragraph(f"{report.period_words}. {report.completeness}.")
    links = (f'<a href="#{name}">{_SECTIONS[name][0]}</a>' for name in sections)
    yield f"<nav>{' · '.join(links)}</nav>\n</header>"


def _summary(report: RegencyReport) -> Iterator[str]:
    yield '<dl class="means">'
    for name, words in MEAN_WORDS.items():
        figure: Figure = getattr(report.means, name)
        yield f"<div><dt>{words}</dt><dd>{text(said(figure))}</dd></div>"
    answered = f"{report.means.included} dari {report.means.total} indikator"
    yield f"<div><dt>Terjawab</dt><dd>{text(answered)}</dd></div>\n</dl>"
    yield table(_HEADS, _rows(report), "summary stacked")


def _rows(report: RegencyReport) -> Iterator[str]:
    """Yield each sasaran with its mean, and its indicators below it."""
    goals = zip(report.definition.sasaran, report.means.per_sasaran, strict=True)
    for sasaran, mean in goals:
        name = f"{sasaran.nomor} {sasaran.nama}".strip()
        yield (
            f'<tr class="goal"><th colspan="{len(_HEADS)}" scope="rowgroup">{text(name)}: '
            f"{text(said(mean))}</th></tr>"
        )
        for one in sasaran.indikator:
            figure = report.aggregation.figure(one.kode, report.period)
            yield labelled_row(_HEADS, _cells(report, figure))


def _cells(report: RegencyReport, one: RegencyFigure) -> list[tuple[str, str]]:
    alone = one.method.stands_alone
    level = level_of(one.capaian, report.definition.pengaturan.capaian.skala)
    target = one.target_predikat or ("–" if one.target is None else in_indonesian(one.target))
    realisasi = alone or " ".join(filter(None, (said(one.realisasi), one.predikat)))
    return [
        (text(one.indikator.kode), ""),
        (text(one.indikator.nama), "name"),
        (text(one.indikator.satuan), ""),
        (text(target), "number"),
        (text(realisasi), "number"),
        (f"{level.sign} {text(alone or said(one.capaian))}", f"number {level.kind}"),
        (bar(one.capaian, level), "chart"),
        (text(one.kategori), ""),
        (text(f"{one.n} dari {one.of}"), ""),
    ]


_SECTIONS: dict[str, tuple[str, Callable[[RegencyReport], Iterator[str]]]] = {
    "ringkasan": ("Ringkasan", _summary),
    "matriks": ("Matriks", matrix),
    "peringkat": ("Peringkat", ranked),
    "kelengkapan": ("Kelengkapan", completeness),
    "catatan": ("Catatan", findings),
    "perubahan": ("Perubahan", changes),
}
