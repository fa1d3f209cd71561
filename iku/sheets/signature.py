"""The signature block of a printed sheet, live from Beranda."""

from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.sheets import formulas as live
from iku.sheets.canvas import Canvas

ROOM_TO_SIGN = 3  # rows


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
    tempat, tanggal = signed_text(layout, "tempat"), signed_text(layout, "tanggal")
    camat = signed_text(layout, "camat")
    comma = f'IF(AND({tempat}<>"",{tanggal}<>""),", ","")'
    signing = row + 2 + ROOM_TO_SIGN
    lines = {
        row: (f"{tempat}&{comma}&{tanggal}", "signature"),
        row + 1: (_office(layout), "signature"),
        signing: (f'IF({camat}="","{"." * 40}",{camat})', "signature_name"),
        signing + 1: (signed_text(layout, "pangkat"), "signature"),
        signing + 2: (f'"NIP. "&{signed_text(layout, "nip")}', "signature"),
    }
    for number, (formula, style) in lines.items():
        canvas.formula(number, first, formula, style)
        canvas.merge(number, first, last)
    return signing + 2


def _office(layout: Layout) -> str:
    """Return the formula of the office; ``Plt.`` alone means the office that goes with the unit."""
    office = signed_text(layout, "jabatan")
    whole = f'IF({office}="","Camat",IF(RIGHT({office},1)=".",{office}&" Camat",{office}))'
    seat = live.quoted_text(f" {layout.terbitan.unit.nama}")
    return f"UPPER({whole}&{seat})"
