"""How much a received file may hold before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file; a filled-in workbook stays some hundred times below them.

    ``expanded_text`` counts the characters of shared formulas written out in one sheet, and
    ``ratio`` is uncompressed to compressed size, asked only of parts above ``large_part_bytes``.
    ``nesting`` is how many archives and e-mails may lie inside each other.
    """

    file_bytes: int = 25_000_000
    total_bytes: int = 300_000_000
    large_part_bytes: int = 10_000_000
    ratio: int = 200
    entries: int = 2_000
    cells_per_sheet: int = 2_000_000
    expanded_text: int = 50_000_000
    nesting: int = 4
