"""The hidden sheet _iku: the Terbitan and the manifest, in pieces that a cell can hold.

Where the regency signs what it sends out, its signature over both stands beside them.
"""

from dataclasses import dataclass

from iku.address import CellRef
from iku.blueprint import BlueprintSheet, PageSetup
from iku.layout.layout import IKU_FIELD_ROWS, IKU_SHEET
from iku.sheets.canvas import Canvas
from iku.terbitan import Terbitan, fingerprint

CHUNK = 15_000  # a cell holds 32,767 characters, and writers cut silently
LABEL, VALUE = 1, 2
FIRST_CHUNK_ROW = 8
COUNT_ROW, DIGEST_ROW, CHUNK_ROW = 1, 2, 3  # offsets inside a block
_TOP = FIRST_CHUNK_ROW - CHUNK_ROW


@dataclass(frozen=True, slots=True)
class Block:
    """Where one text stands on the sheet: a column, its count, its digest and its pieces."""

    name: str
    column: int


TERBITAN = Block("terbitan", 4)
MANIFEST = Block("manifes", 5)
SIGNATURE = Block("tanda_tangan", 6)


def draw_iku(terbitan: Terbitan, manifest: str, signature: str = "") -> BlueprintSheet:
    """Return the hidden sheet; ``manifest`` is the manifest's text, ``signature`` the regency's.

    Without a signature there is no place for one either.
    """
    canvas = Canvas(IKU_SHEET)
    canvas.put(1, LABEL, "Lembar ini milik aplikasi IKU; mohon tidak diubah.", "note")
    for field, row in IKU_FIELD_ROWS.items():
        canvas.put(row, LABEL, field, "label")
    signed = signature_texts(signature) if signature else {}
    for block in (TERBITAN, MANIFEST, *([SIGNATURE] if signed else [])):
        canvas.put(_TOP, block.column, block.name, "label")
    for (row, column), text in (carried_texts(terbitan, manifest) | signed).items():
        style = "hidden_helper" if row >= FIRST_CHUNK_ROW else "value"
        canvas.put(row, column, text, style, fmt="@")
    return canvas.sheet(PageSetup(), hidden=True)


def carried_texts(terbitan: Terbitan, manifest: str) -> dict[tuple[int, int], str]:
    """Return what the sheet says of one workbook, by row and column."""
    definition = terbitan.definisi
    fields = {
        "templat": definition.kode,
        "versi": definition.versi,
        "tata_letak": str(terbitan.tata_letak),
        "sidik": terbitan.sidik,
    }
    texts = {(row, VALUE): fields[field] for field, row in IKU_FIELD_ROWS.items()}
    texts |= _block(TERBITAN, terbitan.canonical, terbitan.sidik)
    return texts | _block(MANIFEST, manifest, fingerprint(manifest))


def signature_texts(signature: str) -> dict[tuple[int, int], str]:
    """Return what the sheet says of a signature, by row and column; it fits into one cell."""
    return _block(SIGNATURE, signature, fingerprint(signature))


def signature_cells() -> frozenset[str]:
    """Return the addresses of a signature and of what stands above it."""
    places = [(_TOP, SIGNATURE.column), *signature_texts("-")]
    return frozenset(CellRef(IKU_SHEET, *place).a1 for place in places)


def pieces_of(text: str) -> list[str]:
    """Return a text in pieces that cells can hold."""
    return [text[n : n + CHUNK] for n in range(0, len(text), CHUNK)]


def _block(block: Block, text: str, digest: str) -> dict[tuple[int, int], str]:
    pieces = pieces_of(text)
    return {
        (_TOP + COUNT_ROW, block.column): str(len(pieces)),
        (_TOP + DIGEST_ROW, block.column): digest,
        **{(FIRST_CHUNK_ROW + n, block.column): piece for n, piece in enumerate(pieces)},
    }
