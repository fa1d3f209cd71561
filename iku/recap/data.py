"""Draw Data: one tidy row for every value, ready for filters and pivot tables."""

from dataclasses import replace

from iku.address import a1
from iku.blueprint import BlueprintSheet, Constant, Listing, ListingColumn
from iku.recap.data_plan import COLUMNS, HEADER_ROW, HEADS, SHEET, DataPlan, DataRow, plain
from iku.recap.page import LISTED_NUMBER, draw_head, filtered, finished, received
from iku.sheets.canvas import Canvas

_WIDTHS = {
    "unit": 15.0,
    "nama": 22.0,
    "iku": 10.0,
    "komponen": 22.0,
    "periode": 10.0,
    "status": 21.0,
    "dihitung": 16.0,
    "dilaporkan": 16.0,
}
_NOTE = (
    "Nilai dihitung kosong berarti tidak ikut dalam angka kabupaten; alasannya ada pada Status. "
    "Semua rumus rekap ini mengambil angkanya dari sini; asal tiap angka ada pada Asal Angka."
)
# Tens of thousands of rows: no borders, nothing that wraps.
_LISTED = (ListingColumn("text", LISTED_NUMBER),) * len(HEADS)


def draw_data(plan: DataPlan) -> BlueprintSheet:
    """Return the sheet that every figure of the recap is computed from."""
    canvas = Canvas(SHEET)
    canvas.widths({COLUMNS[field]: width for field, width in _WIDTHS.items()})
    draw_head(canvas, plan.report, "DATA KECAMATAN", _NOTE)
    for field, head in HEADS.items():
        canvas.put(HEADER_ROW, COLUMNS[field], head, "header_small")
    end = (plan.last_row, len(COLUMNS))
    freeze = a1(HEADER_ROW + 1, COLUMNS["iku"])
    sheet = finished(canvas, plan.report, end, freeze=freeze, header_row=HEADER_ROW)
    rows = tuple(map(_row, plan.rows))
    sheet = replace(sheet, listing=Listing(HEADER_ROW + 1, _LISTED, rows))
    return filtered(sheet, HEADER_ROW, end)


def _row(row: DataRow) -> tuple[Constant, ...]:
    """Return what stands in the columns of a row, in their order."""
    unit, piece = row.piece.standing.unit, row.piece
    reported = plain(piece.figure.value)
    counted = reported if piece.added is piece.figure.value else plain(piece.added)
    texts = unit.kode, received(unit.nama), row.kode, row.field, row.periode, row.status
    return *texts, counted, reported
