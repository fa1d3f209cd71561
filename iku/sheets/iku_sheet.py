"""The hidden sheet _iku: the Terbitan and the manifest, in pieces that a cell can hold."""

from dataclasses import dataclass

from iku.blueprint import BlueprintSheet, PageSetup
from iku.layout.layout import IKU_FIELD_ROWS, IKU_SHEET
from iku.manifest import Manifest
from iku.sheets.canvas import Canvas
from iku.terbitan import Terbitan, fingerprint

CHUNK = 30_000  # a cell holds 32,767 characters, and writers cut silently
LABEL, VALUE = 1, 2
FIRST_CHUNK_ROW = 8
COUNT_ROW, DIGEST_ROW, CHUNK_ROW = 1, 2, 3  # offsets inside a block


@dataclass(frozen=True, slots=True)
class Block:
    """Where one text stands on the sheet: a column, its count, its digest and its pieces."""

    name: str
    column: int


TERBITAN = Block("terbitan", 4)
MANIFEST = Block("manifes", 5)


def draw_iku(terbitan: Terbitan, manifest: Manifest) -> BlueprintSheet:
    """Return the hidden sheet."""
    canvas = Canvas(IKU_SHEET)
    definition = terbitan.definisi
    values = {
        "templat": definition.kode,
        "versi": definition.versi,
        "tata_letak": str(terbitan.tata_letak),
        "sidik": terbitan.sidik,
    }
    canvas.put(1, LABEL, "Lembar ini milik aplikasi IKU; mohon tidak diubah.", "note")
    for field, row in IKU_FIELD_ROWS.items():
        canvas.put(row, LABEL, field, "label")
        canvas.put(row, VALUE, values[field], "value", fmt="@")
    _write(canvas, TERBITAN, terbitan.canonical)
    _write(canvas, MANIFEST, manifest.canonical())
    return canvas.sheet(PageSetup(), hidden=True)


def _write(canvas: Canvas, block: Block, text: str) -> None:
    pieces = [text[n : n + CHUNK] for n in range(0, len(text), CHUNK)]
    top = FIRST_CHUNK_ROW - CHUNK_ROW
    canvas.put(top, block.column, block.name, "label")
    canvas.put(top + COUNT_ROW, block.column, str(len(pieces)), "value", fmt="@")
    canvas.put(top + DIGEST_ROW, block.column, fingerprint(text), "value", fmt="@")
    for n, piece in enumerate(pieces):
        canvas.put(FIRST_CHUNK_ROW + n, block.column, piece, "hidden_helper", fmt="@")
