"""What a paper says otherwise than the document it was taken from, and why (catatan_sumber)."""

from iku.definition.model import CatatanSumber, Definition
from iku.documents.blocks import Block, Column, Table, cell, paragraph


def written_otherwise(definition: Definition) -> tuple[CatatanSumber, ...]:
    """Return the notes on texts of the source that stand in papers in another form."""
    return tuple(note for note in definition.catatan_sumber if note.tertulis and note.dipakai)


def corrections(definition: Definition) -> tuple[Block, ...]:
    """Return the notes as a table under its own heading; nothing where there are none."""
    notes = written_otherwise(definition)
    if not notes:
        return ()
    columns = (
        Column("No.", 5, "tengah"),
        Column("Tertulis dalam dokumen asal", 35),
        Column("Dipakai di sini", 25),
        Column("Alasan", 35),
    )
    rows = tuple(
        (cell(str(n)), cell(note.tertulis), cell(note.dipakai), cell(note.alasan))
        for n, note in enumerate(notes, 1)
    )
    return (paragraph("Catatan atas dokumen asal", "subjudul"), Table(columns, rows))
