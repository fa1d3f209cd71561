"""How much a received file may hold before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file; a filled-in workbook stays many times below them.

    They aim at no file taking more than 5 s or 500 MB, and each is named in the message of the
    file that is beyond it (BRK-010).

    In any archive: ``file_bytes`` bounds a workbook as it is sent, ``total_bytes`` an archive or an
    e-mail, and everything unpacked from a file; ``ratio`` is uncompressed to compressed size, asked
    only of parts above ``large_part_bytes``; ``entries`` counts members, ``attachments`` those of
    one e-mail. What describes the parts of an e-mail takes ``header_bytes`` each, ``headers_bytes``
    together; ``mail_parts`` are its parts, ``mail_nesting`` those that hold others.
    ``nesting`` is how many archives and e-mails may lie inside each other.

    In a workbook: ``tags`` counts the ``<`` of all its parts together, which bounds how deep they
    nest too; ``cells_per_sheet`` speaks for itself; ``names`` are defined names, ``characters``
    those of one text, more than which Excel puts into no cell; ``ranges`` those of the validations
    of a sheet; ``expanded_text`` the characters of shared formulas written out in one sheet.
    """

    file_bytes: int = 25_000_000
    total_bytes: int = 150_000_000
    large_part_bytes: int = 10_000_000
    ratio: int = 200
    entries: int = 2_000
    attachments: int = 200
    header_bytes: int = 4_000
    headers_bytes: int = 100_000
    mail_parts: int = 2_000
    mail_nesting: int = 50
    nesting: int = 4
    tags: int = 2_500_000
    cells_per_sheet: int = 1_000_000
    names: int = 100_000
    characters: int = 32_767
    ranges: int = 100_000
    expanded_text: int = 20_000_000
