"""The address of the next entry that is still blank, for Beranda and Cek Kesiapan."""

from iku.address import CellRef, column_letters
from iku.blueprint import ColumnSpec
from iku.calculation.figure import State
from iku.layout import beranda as place
from iku.layout.isian import SHEET as ISIAN
from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL, SHEET, FigureRow
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas
from iku.sheets.values import figures_column
from iku.sheets.wording import source_of

FIRST = place.TITLE_ROW
BLANK = f'"{State.BELUM_DIISI.value}"'


def next_entry(canvas: Canvas, layout: Layout) -> str:
    """Return the formula of the cell to fill in next and what it asks for.

    What it needs stands in hidden cells of the canvas, which is that of Beranda: of each figure
    its row on Isian and its name, and above them the address of the first one that is missing.
    """
    address = next_address(layout)
    column = address.column
    figures = layout.perhitungan.figure_rows
    for n, figure in enumerate(figures):
        row, name = _row_and_name(layout, figure)
        canvas.put(FIRST + n, column, str(row), "hidden_helper")
        canvas.put(FIRST + n, column + 1, name, "hidden_helper")
    canvas.columns[column] = canvas.columns[column + 1] = ColumnSpec(4, hidden=True)
    cells = figures_column(layout)
    rows, names = (_stretch(column + n, len(figures)) for n in range(2))
    none, at = f"COUNTIF({cells},{BLANK})=0", f"MATCH({BLANK},{cells},0)"
    found = f'"{ISIAN}!"&{_column(layout, at)}&INDEX({rows},{at})'
    canvas.formula(address.row, address.column, f'IF({none},"",{found})', "hidden_helper")
    nothing = f'IF({INDEX_CELL.absolute}=0,"Pilih periode lapor di bawah","Tidak ada")'
    return f'IF({none},{nothing},{address.a1}&": "&INDEX({names},{at}))'


def next_address(layout: Layout) -> CellRef:
    """Return the hidden cell that holds the address of the next blank entry, empty for none."""
    column = place.HELPER_OFFSET + place.FIRST_VALUE + len(layout.definition.periods) + 2
    return CellRef(place.SHEET, FIRST - 1, column)


def _column(layout: Layout, at: str) -> str:
    """Return the formula of the letters of the first period in which the figure is blank."""
    absent = layout.terbitan.not_yet
    columns = list(layout.isian.period_columns.items())
    formula = live.quoted_text(column_letters(columns[-1][1]))
    for periode, column in reversed(columns[:-1]):
        if periode in absent:
            continue
        own = _own(layout, periode)
        letters = live.quoted_text(column_letters(column))
        formula = f"IF(INDEX({own},{at})={BLANK},{letters},{formula})"
    return formula


def _own(layout: Layout, periode: str) -> str:
    """Return the range of Perhitungan with each figure of one period alone."""
    figures = layout.perhitungan.figure_rows
    rows = [row.number for row in figures] or [INDEX_CELL.row]
    column = layout.perhitungan.own_column(periode)
    first, last = (CellRef(SHEET, row, column) for row in (rows[0], rows[-1]))
    return f"{first.absolute}:{last.absolute.split('!')[1]}"


def _stretch(column: int, count: int) -> str:
    letters = column_letters(column)
    return f"${letters}${FIRST}:${letters}${FIRST + max(count, 1) - 1}"


def _row_and_name(layout: Layout, figure: FigureRow) -> tuple[int, str]:
    key, part, one = figure.key, figure.part, figure.indikator
    if part is not None and part.dari is not None:
        key, part = f"bersama.{part.dari}", source_of(layout.definition, part)
    if part is None and one is not None:
        # A value that is worked out from quarters has no row of its own to type in.
        typed = not one.measured_by_components
        return layout.isian_row(key if typed else one.kode), one.nama
    return layout.isian_row(key), part.nama if part else ""
