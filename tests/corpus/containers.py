"""BRK: what arrives instead of a workbook."""

from collections.abc import Iterator
from pathlib import Path

from tests.corpus.case import Case
from tests.reader.handmade import packed
from tests.reader.test_container import OUTLOOK

STORED = Path(__file__).parents[1] / "reader" / "files"
NAME = "IKU_2025_99.03.01_Uji_Utara.xlsx"
BOMB = 12_000_000  # bytes of nothing: more than any part of a form, packed 1000 to 1


def _locked_zip() -> bytes:
    data = bytearray(packed({NAME: b"isi"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def cases(book: bytes) -> Iterator[Case]:
    """Yield a case for every code; ``book`` is a sound workbook."""
    contents: dict[str, dict[str, bytes]] = {
        "BRK-002": {NAME: b""},
        "BRK-003": {NAME: b"kode;nilai\r\nsurat;48\r\n"},
        "BRK-004": {NAME: (STORED / "terkunci.xlsx").read_bytes()},
        "BRK-005": {NAME: (STORED / "lama.xls").read_bytes()},
        "BRK-006": {NAME: (STORED / "lembar.ods").read_bytes()},
        "BRK-007": {NAME: packed({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"})},
        "BRK-008": {NAME: book[: len(book) // 2]},
        "BRK-009": {f"~${NAME}": b"\x05Budi"},
        "BRK-010": {NAME: packed({"xl/workbook.xml": bytes(BOMB)})},
        "BRK-012": {"kiriman.zip": packed({"Thumbs.db": b"x"})},
        "BRK-013": {"laporan.msg": OUTLOOK},
        "BRK-014": {"kiriman.rar": b"Rar!\x1a\x07\x01\0"},
        "BRK-015": {"kiriman.zip": _locked_zip()},
        "BRK-017": {"kiriman.zip": packed({NAME: book, "pindaian.pdf": b"%PDF-1.7"})},
    }
    for code, files in contents.items():
        yield Case(code, files)
    yield Case("BRK-001", {}, links={NAME: "tidak_ada.xlsx"})
    yield Case("BRK-011", {}, links={NAME: NAME})  # a link that leads to itself cannot be opened
