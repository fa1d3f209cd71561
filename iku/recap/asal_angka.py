"""Draw Asal Angka: for every figure of the regency the cells it was made from, file by file."""

from collections.abc import Iterator

from iku.address import a1
from iku.blueprint import BlueprintSheet, Constant
from iku.calculation.accumulation import quarters_combined
from iku.cells import ErrorValue, Value
from iku.consolidation.aggregation import REALISASI
from iku.consolidation.figures import Slice
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Indikator
from iku.recap.page import draw_head, file_name, filtered, finished, received
from iku.sheets.canvas import Canvas
from iku.sheets.wording import source_of

SHEET = "Asal Angka"
HEADER_ROW = 6
HEADS = (
    ("Kode IKU", 8.0),
    ("Komponen", 20.0),
    ("Uraian", 44.0),
    ("Angka s.d.", 10.0),
    ("Kode kec.", 12.0),
    ("Kecamatan", 20.0),
    ("Isi sel", 16.0),
    ("Lembar", 10.0),
    ("Sel", 8.0),
    ("Berkas", 42.0),
    ("SHA-256 berkas", 46.0),
)
VALUE, SHA256 = 7, 11
_NOTE = (
    "Bukalah berkas pada baris itu, lembar dan sel yang tertulis: isinya sama dengan kolom Isi sel. "
    "Jumlahnya ada pada Ringkasan."
)


def draw_asal_angka(report: RegencyReport) -> BlueprintSheet:
    """Return the sheet."""
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(HEADS, 1)})
    draw_head(canvas, report, "ASAL ANGKA KABUPATEN", _NOTE)
    for column, (head, _) in enumerate(HEADS, 1):
        canvas.put(HEADER_ROW, column, head, "header_small")
    row = HEADER_ROW
    for row, contents in enumerate(_rows(report), HEADER_ROW + 1):
        for column, content in enumerate(contents, 1):
            style = "key" if column == SHA256 else "table_text"
            fmt = "General"
            if column == VALUE and not isinstance(content, str):
                style, fmt = "table_number", "#,##0.####"
            canvas.put(row, column, content, style, fmt=fmt)
    last = max(row, HEADER_ROW + 1)
    end = (last, len(HEADS))
    freeze = a1(HEADER_ROW + 1, 4)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    return filtered(sheet, HEADER_ROW, end)


def _rows(report: RegencyReport) -> Iterator[list[Constant]]:
    for one in report.definition.indikator:
        if report.aggregation.figure(one.kode, report.period).method.stands_alone:
            continue
        for found, uraian in _slices(report, one):
            yield from _slice_rows(found, uraian)


def _slices(report: RegencyReport, one: Indikator) -> Iterator[tuple[Slice, str]]:
    """Yield what staff typed for an indicator: its components, or its value."""
    periods = [report.period]
    if quarters_combined(one):
        entered = report.definition.entry_periods(one)
        periods = [periode for periode in report.periods if periode in entered]
    definition = report.definition
    names = {part.kode: source_of(definition, part).nama or part.kode for part in one.komponen}
    if not one.measured_by_components:
        names = {REALISASI: one.nama}
    for periode in periods:
        fields = report.aggregation.fields(one, periode)
        for field, uraian in names.items():
            if field in fields:
                yield report.aggregation.slice(one.kode, periode, field), uraian


def _slice_rows(found: Slice, uraian: str) -> Iterator[list[Constant]]:
    for row in found.rows:
        candidate = row.standing.candidate
        if row.added is None or candidate is None:
            continue
        for source in row.sources:
            place = source.place
            yield [
                found.kode,
                found.field,
                uraian,
                found.periode,
                row.standing.unit.kode,
                row.standing.unit.nama,
                _content(source.value),
                received(place.sheet) if place else "",
                place.a1 if place else "",
                file_name(candidate.path),
                candidate.sha256,
            ]


def _content(value: Value) -> Constant:
    if isinstance(value, ErrorValue):
        return value.code
    return received(value) if isinstance(value, str) else value
