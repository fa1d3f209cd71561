"""Parts of the regency's page about units: Matriks, Peringkat, Perubahan."""

from collections.abc import Iterator, Sequence

from iku.calculation.figure import BELUM_DIISI, Figure, half_up, in_indonesian
from iku.cells import ErrorValue, Value
from iku.consolidation.changes import Change
from iku.consolidation.ranking import LowTarget, Ranked, ranking
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Standing
from iku.definition.model import Indikator
from reporting.bars import Level, level_of
from reporting.markup import labelled_row, paragraph, row, table, text
from reporting.recap_text import said

_COLUMNS = 15  # indicators side by side: what A4 landscape and the eye can hold
_RANK_HEADS = ("Peringkat", "Kode", "Unit", "Dasar", "Kelengkapan", "Keterangan")
_CHANGE_HEADS = ("Unit", "Periode", "Isian", "Lama", "Baru", "Dipakai", "Angka kabupaten/kota")


def matrix(report: RegencyReport) -> Iterator[str]:
    """Yield every unit's capaian on every indicator, in tables that fit the paper."""
    signs = ", ".join(f"{one.sign} {one.words}" for one in Level if one.sign)
    yield paragraph(f"Capaian (%) setiap unit terhadap targetnya sendiri: {signs}.")
    indikator = report.definition.indikator
    for first in range(0, len(indikator), _COLUMNS):
        block = indikator[first : first + _COLUMNS]
        last = first + _COLUMNS >= len(indikator)
        heads = [report.definition.jenis_unit, *(one.kode for one in block)]
        heads += ["Rata-rata", "Dengan batas"] if last else []
        rows = (_unit_row(report, one, block, means=last) for one in report.standings)
        yield table(heads, [*rows, _regency_row(report, block, means=last)], "matrix")


def _unit_row(
    report: RegencyReport, standing: Standing, block: Sequence[Indikator], *, means: bool
) -> str:
    period = report.period
    cells = [(text(standing.unit.nama), "unit")]
    for one in block:
        capaian = standing.capaian(one, period)
        cells.append(_cell(report, capaian, standing.words(capaian, period, one)))
    if means:
        figures = _unit_means(standing, period)
        cells += [_cell(report, one, standing.words(one, period)) for one in figures]
    return row(cells)


def _unit_means(standing: Standing, period: str) -> tuple[Figure, Figure]:
    if standing.results is None or not standing.reported(period):
        return BELUM_DIISI, BELUM_DIISI
    means = standing.results.means(period)
    return means.rata_rata, means.rata_rata_batas


def _regency_row(report: RegencyReport, block: Sequence[Indikator], *, means: bool) -> str:
    cells = [(text(report.definition.kabupaten.nama), "unit")]
    for one in block:
        figure = report.aggregation.figure(one.kode, report.period)
        words = figure.method.stands_alone or figure.capaian.state.value
        cells.append(_cell(report, figure.capaian, words))
    if means:
        both = (report.means.rata_rata, report.means.rata_rata_batas)
        cells += [_cell(report, mean, mean.state.value) for mean in both]
    return row(cells).replace("<tr>", '<tr class="total">')


def _cell(report: RegencyReport, capaian: Figure, words: str) -> tuple[str, str]:
    level = level_of(capaian, report.definition.pengaturan.capaian.skala)
    if not capaian.counted:
        return text(words), level.kind
    return f"{level.sign} {in_indonesian(capaian.number)}", level.kind


def ranked(report: RegencyReport) -> Iterator[str]:
    """Yield the ranking with its basis, and who has no rank and why."""
    found = ranking(report)
    basis = f"Dasar: {found.words.lower()}; kelengkapan paling sedikit "
    yield paragraph(f"{basis}{in_indonesian(found.minimum, 0)}% indikator.")
    if not report.complete:
        yield paragraph(f"Peringkat masih {report.completeness.lower()}.")
    if found.verified_only:
        yield paragraph("Hanya angka yang sudah diverifikasi yang diperhitungkan.")
    yield table(_RANK_HEADS, (_ranked_row(one) for one in found.rows), "stacked")
    if found.alone:
        names = ", ".join(one.kode for one in found.alone)
        yield paragraph(f"Hanya ada di satu unit, sehingga tidak ikut peringkat: {names}.")


def _ranked_row(one: Ranked) -> str:
    remarks = [one.reason, *(_low(target) for target in one.low_targets)]
    cells = [
        (text("–" if one.rank is None else one.rank), "number"),
        (text(one.standing.unit.kode), ""),
        (text(one.standing.unit.nama), "name"),
        (text(said(one.basis) if one.basis.counted else "–"), "number"),
        (text(f"{half_up(one.completeness, 0)}% ({one.known} dari {one.due})"), ""),
        (text("; ".join(filter(None, remarks))), ""),
    ]
    return labelled_row(_RANK_HEADS, cells)


def _low(one: LowTarget) -> str:
    target, compared = in_indonesian(one.target), in_indonesian(one.compared)
    return f"target {one.kode} ({target}) {one.words} ({compared})"


def changes(report: RegencyReport) -> Iterator[str]:
    """Yield what newer files say differently; nothing where nothing changed."""
    if not report.changes:
        return
    names = {one.unit.kode: one.unit.nama for one in report.standings}
    rows = (_change_row(one, names.get(one.unit, one.unit)) for one in report.changes)
    yield table(_CHANGE_HEADS, rows, "stacked")


def _change_row(one: Change, unit: str) -> str:
    effects = (f"{e.kode}: {said(e.before)} → {said(e.after)}" for e in one.effects)
    used = "ya" if one.counted else "tidak"
    texts = (
        *(unit, one.period, one.name, _typed(one.old), _typed(one.new)),
        f"{used}: {one.decision}" if one.decision else used,
        "; ".join(effects),
    )
    return labelled_row(_CHANGE_HEADS, [(text(cell), "") for cell in texts])


def _typed(value: Value) -> str:
    if value is None:
        return "(kosong)"
    if isinstance(value, ErrorValue):
        return value.code
    return f"{value:.15g}".replace(".", ",") if isinstance(value, float) else str(value)
