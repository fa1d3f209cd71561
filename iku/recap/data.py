"""Draw Data: one tidy row for every value, ready for filters and pivot tables."""

from iku.address import a1
from iku.blueprint import BlueprintSheet
from iku.recap.data_plan import COLUMNS, HEADER_ROW, HEADS, SHEET, DataPlan, DataRow, plain
from iku.recap.page import draw_head, file_name, filtered, finished, received
from iku.sheets.canvas import Canvas

_WIDTHS = {
    "unit": 13.0,
    "nama": 19.0,
    "iku": 8.0,
    "komponen": 19.0,
    "uraian": 40.0,
    "periode": 9.0,
    "status": 19.0,
    "dihitung": 15.0,
    "dilaporkan": 15.0,
    "satuan": 10.0,
    "berkas": 40.0,
    "sel": 14.0,
    "sha256": 46.0,
}
_NOTE = (
    "Nilai dihitung kosong berarti tidak ikut dalam angka kabupaten; alasannya ada pada Status. "
    "Rumus pada Ringkasan menjumlahkan kolom ini."
)
_NUMBER = "#,##0.####"


def draw_data(plan: DataPlan) -> BlueprintSheet:
    """Return the sheet that every figure of the recap is computed from."""
    canvas = Canvas(SHEET)
    canvas.widths({COLUMNS[field]: width for field, width in _WIDTHS.items()})
    draw_head(canvas, plan.report, "DATA KECAMATAN", _NOTE)
    for field, head in HEADS.items():
        canvas.put(HEADER_ROW, COLUMNS[field], head, "header_small")
    for row in plan.rows:
        _row(canvas, row)
    sheet = finished(
        canvas,
        plan.report,
        (plan.last_row, COLUMNS["sel"]),
        freeze=a1(HEADER_ROW + 1, COLUMNS["iku"]),
        header_row=HEADER_ROW,
    )
    return filtered(sheet, HEADER_ROW, (plan.last_row, COLUMNS["sha256"]))


def _row(canvas: Canvas, row: DataRow) -> None:
    piece = row.piece
    standing, candidate = piece.standing, piece.standing.candidate
    places = (str(one.place) for one in piece.sources if one.place is not None)
    texts = {
        "unit": standing.unit.kode,
        "nama": standing.unit.nama,
        "iku": row.kode,
        "komponen": row.field,
        "uraian": row.uraian,
        "periode": row.periode,
        "status": standing.words(piece.figure, row.periode),
        "satuan": row.satuan,
        "berkas": file_name(candidate.path) if candidate else "",
        "sel": ", ".join(places),
    }
    for field, text in texts.items():
        canvas.put(row.number, COLUMNS[field], received(text), "table_text")
    for field, value in (("dihitung", piece.added), ("dilaporkan", piece.figure.value)):
        canvas.put(row.number, COLUMNS[field], plain(value), "table_number", fmt=_NUMBER)
    sha256 = candidate.sha256 if candidate else ""
    canvas.put(row.number, COLUMNS["sha256"], sha256, "key")
