"""The signature block of a printed sheet, live from Beranda."""


from iku.layout.layout import Layout
from iku.layout.perhitungan import INDEX_CELL
from iku.sheets.canvas import Canvas


def signed_text(layout: Layout, field: str) -> str:
    """Return the formula of a signing field of the reported period, as text."""
    entries = [layout.entries[f"identitas.{field}.{periode}"] for periode in layout.definition.periods]
    if len(entries) == 1:
        return f'{entries[0].formula}&""'
    chosen = f"CHOOSE({INDEX_CELL.absolute},{','.join(entry.formula for entry in entries)})"
    return f'IF({INDEX_CELL.absolute}=0,"",{chosen}&"")'


def draw_signature(canvas: Canvas, layout: Layout, row: int, first: int, last: int) -> int:
    """Write place and date, office, room to sign, name, rank and NIP; return the last row."""
    unit = f"{layout.definition.jenis_unit} {layout.terbitan.unit.nama}".upper()
    tempat, tanggal = signed_text(layout, "tempat"), signed_text(layout, "tanggal")
    office = signed_text(layout, "jabatan")
    seat = unit.removeprefix(f"{layout.definition.jenis_unit} ".upper())
    lines = {
        row: (f'{tempat}&IF(AND({tempat}<>"",{tanggal}<>""),", ","")&{tanggal}', "signature"),
        row + 1: (f'UPPER({office})&" {seat}"', "signature"),
        row + 5: (signed_text(layout, "camat"), "signature_name"),
        row + 6: (signed_text(layout, "pangkat"), "signature"),
        row + 7: (f'"NIP. "&{signed_text(layout, "nip")}', "signature"),
    }
    for number, (formula, style) in lines.items():
        canvas.formula(number, first, formula, style)
        canvas.merge(number, first, last)
    return row + 7


