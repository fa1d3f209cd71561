"""LKjIP Bab III of the regency: its figures, how many units stand behind each, and who they are."""

from collections.abc import Iterator

from iku.consolidation.figures import RegencyFigure
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Indikator, Sasaran
from iku.documents.blocks import (
    Bars,
    Block,
    Cell,
    Column,
    Fields,
    Party,
    Signatures,
    Table,
    cell,
    paragraph,
)
from iku.documents.common import common_fields
from iku.documents.efficiency_kabupaten import regency_efficiency_section
from iku.documents.goals import goal
from iku.documents.material import Material
from iku.documents.people import regency_head
from iku.documents.said import (
    NONE,
    amount,
    capaian_text,
    figure_text,
    percent_text,
    realisasi_text,
)
from iku.recap.words import notes
from iku.sheets.wording import bounds, direction, numbered

_COLUMNS = (
    Column("No.", 5, "tengah"),
    Column("Sasaran Strategis", 20),
    Column("Indikator Kinerja", 24),
    Column("Satuan", 9, "tengah"),
    Column("Target", 9, "tengah"),
    Column("Realisasi", 11, "tengah"),
    Column("Capaian (%)", 11, "tengah"),
    Column("Dihitung dari", 11, "tengah"),
)
_UNITS = (
    Column("Unit", 40),
    Column("Target", 20, "tengah"),
    Column("Realisasi", 20, "tengah"),
    Column("Capaian (%)", 20, "tengah"),
)


def lkjip_kabupaten_fields(material: Material) -> Fields:
    """Return what the chapter names."""
    report = material.figures
    return {
        **common_fields(material.definition, None),
        "periode": report.period_words,
        "kelengkapan": report.completeness,
        "tabel_capaian": (_overview(report),),
        "rata_rata": tuple(_means(report)),
        "uraian": tuple(_by_sasaran(report)),
        "efisiensi": regency_efficiency_section(report, "C."),
        "tanda_tangan": (Signatures((Party((f"{regency_head(material.definition)},",), ""),)),),
    }


def _figure(report: RegencyReport, one: Indikator) -> RegencyFigure:
    return report.aggregation.figure(one.kode, report.period)


def _overview(report: RegencyReport) -> Table:
    rows = (row for sasaran in report.definition.sasaran for row in _rows(report, sasaran))
    return Table(_COLUMNS, tuple(rows))


def _rows(report: RegencyReport, sasaran: Sasaran) -> Iterator[tuple[Cell, ...]]:
    for n, one in enumerate(sasaran.indikator):
        figure = _figure(report, one)
        yield (
            *goal(sasaran, n),
            cell(numbered(one.nomor, one.nama)),
            cell(one.satuan),
            cell(_target(figure)),
            cell(_shown(figure, _realisasi(figure))),
            cell(_shown(figure, figure_text(figure.capaian))),
            cell(f"{figure.n} dari {figure.of}"),
        )


def _target(figure: RegencyFigure) -> str:
    if figure.target is not None:
        number = amount(figure.target)
        return f"{figure.target_predikat} ({number})" if figure.target_predikat else number
    return figure.target_predikat or _without_number(figure.indikator)


def _without_number(one: Indikator) -> str:
    """Return what stands for a target that is no number: the range in which a value should be."""
    return NONE if isinstance(one.polaritas, str) else bounds(one.polaritas)


def _realisasi(figure: RegencyFigure) -> str:
    number = figure_text(figure.realisasi, figure.indikator.desimal)
    return f"{figure.predikat} ({number})" if figure.predikat else number


def _shown(figure: RegencyFigure, text: str) -> str:
    """Return a figure, or what is said where units are not put together."""
    return figure.method.stands_alone or text


def _means(report: RegencyReport) -> Iterator[Block]:
    means = report.means
    yield paragraph(
        f"Rata-rata capaian {percent_text(means.rata_rata)} dari {means.included} di antara "
        f"{means.total} indikator; dengan batas maksimum {percent_text(means.rata_rata_batas)}, "
        f"menurut sasaran {percent_text(means.rata_rata_sasaran)}. {report.completeness}."
    )


def _by_sasaran(report: RegencyReport) -> Iterator[Block]:
    for n, sasaran in enumerate(report.definition.sasaran):
        yield paragraph(f"Sasaran {sasaran.nomor or n + 1} {sasaran.nama}", "subjudul")
        for one in sasaran.indikator:
            yield from _indicator(report, one)


def _indicator(report: RegencyReport, one: Indikator) -> Iterator[Block]:
    figure = _figure(report, one)
    yield paragraph(numbered(one.nomor, one.nama), "subjudul")
    shown = _shown(figure, _realisasi(figure))
    yield paragraph(
        f"Target {_target(figure)} {one.satuan}, realisasi {shown}, capaian "
        f"{_shown(figure, figure_text(figure.capaian))}, dihitung dari {figure.n} di antara "
        f"{figure.of} unit. {direction(one)}. {notes(report, figure)}".strip()
    )
    rows = tuple(_unit_rows(report, one)) if figure.of else ()
    if rows:
        yield Table(_UNITS, rows)
    chart = _bars(report, one)
    if len(chart.labels) > 1:
        yield chart


def _unit_rows(report: RegencyReport, one: Indikator) -> Iterator[tuple[Cell, ...]]:
    for standing in report.standings:
        results = standing.speaking(one, report.period)
        if results is None or not standing.applies(one):
            continue
        result = results.result(one.kode, report.period)
        target = standing.target(one, report.period)
        yield (
            cell(standing.unit.nama),
            cell(amount(target) if target is not None else _without_number(one)),
            cell(realisasi_text(one, result)),
            cell(capaian_text(result)),
        )


def _bars(report: RegencyReport, one: Indikator) -> Bars:
    counted = [
        (standing.unit.nama, standing.capaian(one, report.period).number)
        for standing in report.standings
        if standing.capaian(one, report.period).counted
    ]
    labels = tuple(name for name, _ in counted)
    values = tuple(float(value) for _, value in counted)
    return Bars(f"Capaian {one.nama} (%)", labels, (("Capaian (%)", values),))
