"""How much a received file may hold before it is refused."""

from dataclasses import dataclass

from iku.bounds import bound


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file; a filled-in workbook stays many times below them.

    They aim at no file taking more than 5 s or 500 MB, and each is named in the message of the
    file that is beyond it (BRK-010). What is not given is what `iku.bounds` has in force.

    In any archive: ``file_bytes`` bounds a workbook as it is sent, ``total_bytes`` an archive or an
    e-mail, and everything unpacked from a file; ``ratio`` is uncompressed to compressed size, asked
    only of parts above ``large_part_bytes``; ``entries`` counts members, ``attachments`` those of
    one e-mail. What describes the parts of an e-mail takes ``header_bytes`` each, ``headers_bytes``
    together; ``mail_parts`` are its parts, ``mail_nesting`` those that hold others.
    ``nesting`` is how many archives and e-mails may lie inside each other.

    In a workbook: ``tags`` counts the ``<`` of all its parts together, which bounds how deep they
    nest too; ``cells_per_sheet`` speaks for itself; ``names`` are defined names, ``characters``
    those of one text, more than which Excel puts into no cell; ``ranges`` those of validations;
    ``expanded_text`` the characters of shared formulas written out; both of all its ``sheets``.
    """

    file_bytes: int = bound("ukuran_berkas")
    total_bytes: int = bound("ukuran_terbuka")
    large_part_bytes: int = bound("bagian_besar")
    ratio: int = bound("pemampatan")
    entries: int = bound("isi_arsip")
    attachments: int = bound("lampiran")
    header_bytes: int = bound("kepala_surel")
    headers_bytes: int = bound("semua_kepala_surel")
    mail_parts: int = bound("bagian_surel")
    mail_nesting: int = bound("tingkat_surel")
    nesting: int = bound("tingkat_arsip")
    tags: int = bound("tanda_xml")
    sheets: int = bound("lembar")
    cells_per_sheet: int = bound("sel_per_lembar")
    names: int = bound("nama")
    characters: int = bound("huruf_per_sel")
    ranges: int = bound("kisaran_validasi")
    expanded_text: int = bound("rumus_bersama")
