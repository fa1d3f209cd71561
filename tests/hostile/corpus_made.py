"""Files that were once not answered and are too large to be kept: they are made anew each time.

The small ones lie in ``corpus`` as they were found.
"""

from collections.abc import Callable

from iku.resources import template_path
from tests.hostile.damage import members_of
from tests.hostile.seeds import zipped
from tests.reader.handmade import packed, parts_of
from tests.workbooks import EVERY_KIND, layout, workbook_bytes

_MAIL = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"
_MIXED = b"Content-Type: multipart/mixed; "


def parts_without_end() -> bytes:
    """A message of twenty thousand parts, the last of which never ends."""
    return _MAIL + _MIXED + b'boundary="b"\n\n' + b"--b\n\nx\n" * 20_000


def header_without_end() -> bytes:
    """A header of two thousand pieces to be put together."""
    return _MAIL + _MIXED + b"a*0*=x; " * 2_000 + b"\n\nx\n"


def messages_in_messages() -> bytes:
    """Nine hundred parts that lie inside each other."""
    nested = (b'boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(900))
    return _MAIL + b"".join(_MIXED + one for one in nested)


def unknown_keys() -> bytes:
    """A definition of four thousand keys that nobody knows."""
    return b"kode: A\n" + b"".join(b"k%d: 1\n" % n for n in range(4_000))


def long_number() -> bytes:
    """A year of five thousand digits, more than Python makes a number of."""
    text = template_path("contoh_triwulanan_2025.yaml").read_bytes()
    return text.replace(b"tahun: 2025\n", b"tahun: " + b"9" * 5_000 + b"\n", 1)


def nested_tags() -> bytes:
    """A sheet of three million elements that lie inside each other."""
    return packed(parts_of("<a>" * 3_000_000))


def cell_far_below() -> bytes:
    """A workbook of ours with a cell inside a text, beyond the last row and column of Excel."""
    return _changed(EVERY_KIND, b"Ditulis oleh Validasi.", b'<c r="XFE1048577"><v>1</v></c>')


def sheet_without_content() -> bytes:
    """A workbook of ours whose sheet is no sheet, but what another part should be."""
    book = dict(members_of(workbook_bytes(layout("kota_jambi_2017"), {})) or ())
    swapped = {"xl/worksheets/sheet5.xml": book["docProps/custom.xml"]}
    return zipped([*(book | swapped).items()])


def _changed(name: str, behind: bytes, added: bytes) -> bytes:
    """Return a workbook with something added behind each occurrence of a text."""
    parts = members_of(workbook_bytes(layout(name), {})) or ()
    return zipped([(part, data.replace(behind, behind + added)) for part, data in parts])


MADE: dict[str, Callable[[], bytes]] = {
    "bagian_tanpa_akhir.eml": parts_without_end,
    "kepala_tanpa_akhir.eml": header_without_end,
    "pesan_dalam_pesan.eml": messages_in_messages,
    "kunci_tak_dikenal.yaml": unknown_keys,
    "angka_panjang.yaml": long_number,
    "tanda_bertumpuk.xlsx": nested_tags,
    "sel_jauh.xlsx": cell_far_below,
    "lembar_kosong.xlsx": sheet_without_content,
}
