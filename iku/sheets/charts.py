"""Charts of capaian: every indicator in the reported period, and where there are quarters, each.

A bar is told by its label and its hatching, never by its colour alone.
"""

from dataclasses import dataclass

from iku.address import a1
from iku.blueprint import BarChart, Bars
from iku.layout.layout import Layout
from iku.layout.perhitungan import NO, RESULT_COLUMNS, SHEET, PeriodTable
from iku.periods import QUARTERS
from iku.sheets.canvas import Canvas
from iku.sheets.wording import short_period

ROW = 15.0  # points, the height of a row that nothing asks to be higher
POINTS_A_CM = 72 / 2.54
SMALL_CM, LARGE_CM = 7.4, 8.6  # heights
GAP_CM = 0.4
VALUE_TITLE = "Capaian (%)"
# What is not yet a number is no bar and has no label, instead of a bar of 0.
DECIMALS, WHOLE = "#,##0.00;-#,##0.00;", "#,##0;-#,##0;"
REPORTED = "Capaian setiap indikator pada periode lapor (%)"
NOTE = (
    "Tanpa batang: nilainya 0, belum ada, atau belum waktunya; lihat tabel. Nomor di bawah batang "
    "adalah kode indikator."
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One chart: the cell of its top left corner and its width in centimetres."""

    anchor: str
    width_cm: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where charts stand: first row, first and last column, and their width in centimetres."""

    row: int
    columns: tuple[int, int]
    width_cm: float


def draw_charts(canvas: Canvas, layout: Layout, place: Stretch) -> int:
    """Draw the charts from a row on and return the last row they cover."""
    canvas.across(place.row, *place.columns, "GRAFIK CAPAIAN", "title")
    canvas.across(place.row + 1, *place.columns, NOTE, "note")
    canvas.at_least(20, place.row)
    first = place.row + 2
    whole = (1, len(layout.definition.sasaran))
    reported = layout.perhitungan.reported
    chart = _chart(reported, whole, REPORTED, Frame(a1(first, place.columns[0]), place.width_cm))
    canvas.charts.append(chart)
    row = first + _rows(LARGE_CM) + 1
    canvas.together(place.row, row - 1)
    if len(layout.definition.periods) > 1:
        row = _by_sasaran(canvas, layout, place, row)
    return row - 1


def _by_sasaran(canvas: Canvas, layout: Layout, place: Stretch, row: int) -> int:
    """Draw the quarters of the indicators of each sasaran, two side by side; return the row below."""
    width = place.width_cm / 2 - GAP_CM
    left, right = place.columns
    halves = (left, left + (right - left + 1) // 2)
    for n, sasaran in enumerate(layout.definition.sasaran, 1):
        title = f"Capaian triwulan, sasaran {sasaran.nomor.rstrip('.') or n} (%)"
        column = halves[(n - 1) % 2]
        frame = Frame(a1(row + 1, column), width)  # a row down: no edge on the page before
        canvas.charts.append(_quarters(layout, n, title, frame))
        if n % 2 == 1:
            canvas.together(row, row + _rows(SMALL_CM) - 1)
        if n % 2 == 0 or n == len(layout.definition.sasaran):
            row += _rows(SMALL_CM)
    return row


def _chart(table: PeriodTable, sasaran: tuple[int, int], title: str, frame: Frame) -> BarChart:
    return BarChart(
        title=title,
        anchor=frame.anchor,
        categories=_stretch(table, sasaran, NO),
        values=_stretch(table, sasaran, RESULT_COLUMNS["capaian"]),
        value_title=VALUE_TITLE,
        width_cm=frame.width_cm,
        height_cm=LARGE_CM - GAP_CM,
        label_format=DECIMALS,
    )


def _quarters(layout: Layout, n: int, title: str, frame: Frame) -> BarChart:
    tables = [layout.perhitungan.tables[periode] for periode in QUARTERS]
    ranges = [_stretch(table, (n, n), RESULT_COLUMNS["capaian"]) for table in tables]
    names = [short_period(periode) for periode in QUARTERS]
    return BarChart(
        title=title,
        anchor=frame.anchor,
        categories=_stretch(tables[0], (n, n), NO),
        values=ranges[0],
        value_title=VALUE_TITLE,
        width_cm=frame.width_cm,
        height_cm=SMALL_CM - GAP_CM,
        name=names[0],
        further=tuple(Bars(*pair) for pair in zip(names[1:], ranges[1:], strict=True)),
        label_format=WHOLE,
    )


def _stretch(table: PeriodTable, sasaran: tuple[int, int], column: int) -> str:
    first, last = sasaran
    top, bottom = table.sasaran_rows[first - 1][0], table.sasaran_rows[last - 1][1]
    return f"{SHEET}!{a1(top, column)}:{a1(bottom, column)}"


def _rows(height_cm: float) -> int:
    return round(height_cm * POINTS_A_CM / ROW) + 1
