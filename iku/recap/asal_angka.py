"""Draw Asal Angka: the cell behind every figure, with its file, and what was decided about it."""

from collections.abc import Iterator
from dataclasses import replace

from iku.address import a1
from iku.blueprint import BlueprintSheet, Constant, Listing, ListingColumn
from iku.cells import ErrorValue, Value
from iku.consolidation.aggregation import REALISASI
from iku.consolidation.regency_report import RegencyReport
from iku.consolidation.standing import Source, Standing
from iku.definition.model import Indikator
from iku.recap.file_names import FileNames
from iku.recap.page import LISTED_NUMBER, draw_head, filtered, finished, moment, received
from iku.recap.said_of import DECIDED, SaidOf
from iku.sheets.canvas import Canvas

SHEET = "Asal Angka"
HEADER_ROW = 6
HEADS = (
    ("Kode IKU", 9.0),
    ("Komponen", 22.0),
    ("Angka s.d.", 27.0),
    ("Kode kec.", 12.0),
    ("Kecamatan", 20.0),
    ("Isi sel", 16.0),
    ("Lembar", 11.0),
    ("Sel", 8.0),
    ("Berkas", 46.0),
    ("SHA-256 berkas", 48.0),
    ("Waktu berkas", 17.0),
)
DECIDED_WIDTH = 44.0
SHA256 = 10
NAMED = 5  # columns that say whose figure it is: on paper they stand on both pages
_NOTE = (
    "Bukalah berkas pada baris itu, lembar dan sel yang tertulis: isinya sama dengan kolom Isi sel. "
    "Angka s.d. menyebut periode yang memakai isian itu. Arti kode komponen ada pada lembar IKU-nya."
)


def draw_asal_angka(report: RegencyReport) -> BlueprintSheet:
    """Return the sheet; a column for decisions is there only where something was decided."""
    said = SaidOf(report)
    heads = (*HEADS, *((DECIDED[kind], DECIDED_WIDTH) for kind in said.kinds))
    canvas = Canvas(SHEET)
    canvas.widths({n: width for n, (_, width) in enumerate(heads, 1)})
    draw_head(canvas, report, "ASAL ANGKA KABUPATEN", _NOTE, columns=NAMED)
    canvas.heads(HEADER_ROW, {n: head for n, (head, _) in enumerate(heads, 1)}, "header_small")
    rows = tuple(_rows(report, said))
    end = (HEADER_ROW + max(len(rows), 1), len(heads))
    freeze = a1(HEADER_ROW + 1, 4)
    sheet = finished(canvas, report, end, freeze=freeze, header_row=HEADER_ROW)
    page = replace(sheet.page, pages_wide=2, title_columns=(1, NAMED))
    listed = tuple(
        ListingColumn("key" if n == SHA256 else "text", LISTED_NUMBER)
        for n, _ in enumerate(heads, 1)
    )
    listing = Listing(HEADER_ROW + 1, listed, rows)
    return filtered(replace(sheet, page=page, listing=listing), HEADER_ROW, end)


def _rows(report: RegencyReport, said: SaidOf) -> Iterator[tuple[Constant, ...]]:
    names = FileNames.of_report(report)
    for one in report.definition.indikator:
        fields = [part.kode for part in one.komponen] or [REALISASI]
        for field in fields if one.measured_by_components else [REALISASI]:
            for standing, source, periods in _used(report, one, field):
                yield _row(one.kode, field, standing, source, periods, said, names)


def _used(
    report: RegencyReport, one: Indikator, field: str
) -> Iterator[tuple[Standing, Source, list[str]]]:
    """Yield the cells that a component was made from, unit by unit, with the periods using them."""
    slices = [
        (periode, report.aggregation.slice(one.kode, periode, field).rows)
        for periode in report.periods
        if field in report.aggregation.fields(one, periode)
    ]
    for unit, standing in enumerate(report.standings):
        used: dict[str, tuple[Source, list[str]]] = {}
        for periode, rows in slices:
            if rows[unit].added is not None:
                for source in rows[unit].sources:
                    used.setdefault(source.name, (source, []))[1].append(periode)
        for source, periods in used.values():
            yield standing, source, periods


def _row(  # noqa: PLR0913, PLR0917  a row has that many origins
    kode: str,
    field: str,
    standing: Standing,
    source: Source,
    periods: list[str],
    said: SaidOf,
    names: FileNames,
) -> tuple[Constant, ...]:
    place, candidate = source.place, standing.candidate
    theirs = candidate is not None and not source.path
    path = candidate.path if candidate is not None and theirs else source.path
    sha256 = candidate.sha256 if candidate is not None and theirs else source.sha256
    contents = (
        kode,
        field,
        ", ".join(periods),
        standing.unit.kode,
        received(standing.unit.nama),
        _content(source.value),
        received(place.sheet) if place else "",
        place.a1 if place else "",
        names.of(path),
        sha256,
        moment(candidate.modified) if candidate is not None and theirs else "",
        *said.of(standing, kode, source),
    )
    return tuple(None if content == "" else content for content in contents)


def _content(value: Value) -> Constant:
    if isinstance(value, ErrorValue):
        return value.code
    return received(value) if isinstance(value, str) else value
