"""Draw Data: one tidy row for every value, ready for filters and pivot tables."""

from collections.abc import Iterator
from dataclasses import replace

from iku.address import a1
from iku.blueprint import BlueprintCell, BlueprintSheet
from iku.recap.data_plan import COLUMNS, HEADER_ROW, HEADS, SHEET, DataPlan, DataRow, plain
from iku.recap.page import draw_head, filtered, finished, received
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
_NUMBER = "#,##0.####"
_STYLE = "text"  # tens of thousands of rows: no borders, nothing that wraps


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
    rows = (cell for row in plan.rows for cell in _row(row))
    return filtered(replace(sheet, cells=(*sheet.cells, *rows)), HEADER_ROW, end)


def _row(row: DataRow) -> Iterator[BlueprintCell]:
    """Yield the cells of a row that hold something, in the order of their columns."""
    unit, number, piece = row.piece.standing.unit, row.number, row.piece
    texts = (unit.kode, received(unit.nama), row.kode, row.field, row.periode, row.status)
    for column, text in enumerate(texts, 1):
        yield BlueprintCell(number, column, text, None, _STYLE)
    reported = plain(piece.figure.value)
    counted = reported if piece.added == piece.figure.value else plain(piece.added)
    if counted is not None:
        yield BlueprintCell(number, COLUMNS["dihitung"], counted, None, _STYLE, _NUMBER)
    if reported is not None:
        yield BlueprintCell(number, COLUMNS["dilaporkan"], reported, None, _STYLE, _NUMBER)
