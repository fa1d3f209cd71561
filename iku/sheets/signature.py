"""The signature block of a printed sheet, live from Beranda."""

from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas
from iku.sheets.office import office, own_office

ROOM_TO_SIGN = 3  # rows
SIGNS_LEFT = (2, 3)  # columns of the quarterly form


def signed_text(layout: Layout, field: str) -> str:
    """Return the formula of a signing field of the reported period, as text."""
    periods = layout.definition.periods
    entries = [layout.entries[f"identitas.{field}.{periode}"] for periode in periods]
    if len(entries) == 1:
        return f'{entries[0].formula}&""'
    chosen = f"CHOOSE({INDEX_CELL.absolute},{','.join(entry.formula for entry in entries)})"
    return f'IF({INDEX_CELL.absolute}=0,"",{chosen}&"")'


def draw_signature(canvas: Canvas, layout: Layout, row: int, first: int, last: int) -> int:
    """Write place and date, office, room to sign, name, rank and NIP; return the last row."""
    _write(canvas, {row: _place_and_date(layout)}, "signature", first, last)
    return _draw_camat(canvas, layout, row + 1, first, last)


def draw_both_signatures(canvas: Canvas, layout: Layout, row: int, first: int, last: int) -> int:
    """Write, as the quarterly form does, Mengetahui on the left and Penyusun, who dates it, right.

    Returns the last row.
    """
    left, right = SIGNS_LEFT
    canvas.across(row, left, right, "Mengetahui,", "signature")
    end = _draw_camat(canvas, layout, row + 1, left, right)
    above = {row: _place_and_date(layout), row + 1: live.quoted_text("Penyusun,")}
    _write(canvas, above, "signature", first, last)
    name = _or_dots(f'{layout.entries["identitas.penyusun"].formula}&""')
    _write(canvas, {row + 2 + ROOM_TO_SIGN: name}, "signature_name", first, last)
    return end


def _draw_camat(canvas: Canvas, layout: Layout, row: int, first: int, last: int) -> int:
    """Write the office, room to sign, name, rank and NIP from a row on; return the last row."""
    signing = row + 1 + ROOM_TO_SIGN
    about = {
        row: office(layout),
        row + 1: own_office(layout),
        signing + 1: signed_text(layout, "pangkat"),
        signing + 2: f'"NIP. "&{signed_text(layout, "nip")}',
    }
    _write(canvas, about, "signature", first, last)
    name = {signing: _or_dots(signed_text(layout, "camat"))}
    _write(canvas, name, "signature_name", first, last)
    return signing + 2


def _write(canvas: Canvas, lines: dict[int, str], style: str, first: int, last: int) -> None:
    for number, formula in lines.items():
        canvas.formula(number, first, formula, style)
        canvas.merge(number, first, last)


def _place_and_date(layout: Layout) -> str:
    tempat, tanggal = signed_text(layout, "tempat"), signed_text(layout, "tanggal")
    comma = f'IF(AND({tempat}<>"",{tanggal}<>""),", ","")'
    return f"{tempat}&{comma}&{tanggal}"


def _or_dots(name: str) -> str:
    return f'IF({name}="","{"." * 40}",{name})'
