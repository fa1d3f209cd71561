"""What a file really is, told from its content; its name may say anything."""

from collections.abc import Iterable

from iku.finding import Finding
from workbook_reader.refusal import damaged, refusal

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\t\x00\x04\x00", b"\t\x02\x06\x00", b"\t\x04\x06\x00", b"\t\x08\x08\x00")

_SIGNATURES = (
    (b"%PDF", "berkas PDF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"BM", "gambar"),
    (b"II*\x00", "gambar"),
    (b"MM\x00*", "gambar"),
    (b"RIFF", "gambar"),
    (b"{\\rtf", "dokumen RTF"),
)
_ARCHIVES = (
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
)
# The folder that tells an Office document; only the first is ours.
_FOLDERS = {"xl/": "", "word/": "dokumen Word", "ppt/": "presentasi PowerPoint"}
_STREAMS = {"WordDocument": "dokumen Word", "PowerPoint Document": "presentasi PowerPoint"}
_UNKNOWN = "berkas yang tidak dikenal"
_SAMPLE = 4096
_NAME_FIELD = 64  # bytes of an OLE2 directory entry that hold its name


def refuse_other_than_zip(data: bytes) -> Finding:
    """Return the finding for content that is no zip and so no workbook this reader can open."""
    head = data[:_SAMPLE]
    if not data:
        return refusal("BRK-002")
    if data.startswith(OLE2):
        return _ole2(data)
    if data.startswith(_BARE_BIFF):
        return refusal("BRK-005")
    if not data.strip(b"\0"):
        return damaged("seluruh berkas", "isinya hanya nol, penyalinan belum selesai").finding
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return refusal("BRK-003", jenis=name)
    for signature, name in _ARCHIVES:
        if head.startswith(signature):
            return refusal("BRK-014", jenis=name)
    return _text(head)


def _ole2(data: bytes) -> Finding:
    if has_stream(data, "EncryptedPackage"):
        return refusal("BRK-004")
    if has_stream(data, "Workbook") or has_stream(data, "Book"):
        return refusal("BRK-005")
    if has_stream(data, "__properties_version1.0"):
        return refusal("BRK-013")
    if _directory_start(data) >= len(data):
        return damaged("seluruh berkas", "berkas terpotong").finding
    jenis = next((name for stream, name in _STREAMS.items() if has_stream(data, stream)), _UNKNOWN)
    return refusal("BRK-003", jenis=jenis)


def _directory_start(data: bytes) -> int:
    """Return where an OLE2 header says that the directory begins; programs may put it last."""
    exponent, sector = (int.from_bytes(data[at : at + 4], "little") for at in (30, 48))
    return (sector + 1) << min(exponent & 0xFFFF, 12)


def has_stream(data: bytes, name: str) -> bool:
    """Return whether an OLE2 file has a directory entry of that name.

    The directory is searched for rather than followed through the sector chains: this also
    answers for a file whose end is missing, and cannot be led in circles.
    """
    encoded = name.encode("utf-16-le")
    length = (len(encoded) + 2).to_bytes(2, "little")
    return encoded.ljust(_NAME_FIELD, b"\0") + length in data


def _text(head: bytes) -> Finding:
    text = _decoded(head)
    if text is None:
        return refusal("BRK-003", jenis=_UNKNOWN)
    start = text.lstrip("\ufeff \t\r\n").lower()
    if "urn:oasis:names:tc:opendocument" in start and "office:document" in start:
        return refusal("BRK-006")
    if "urn:schemas-microsoft-com:office:spreadsheet" in start and start.startswith("<?xml"):
        return refusal("BRK-003", jenis="lembar kerja XML 2003")
    if "<html" in start or "<table" in start or start.startswith("<!doctype html"):
        return refusal("BRK-003", jenis="halaman HTML")
    if start.startswith("<?xml"):
        return refusal("BRK-003", jenis="berkas XML")
    return refusal("BRK-003", jenis="berkas teks/CSV")


def _decoded(head: bytes) -> str | None:
    """Return the sample as text, or None where it holds what no text file holds."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "latin-1"
    text = head.decode(encoding, errors="replace")
    if any(character < " " and character not in "\t\r\n\f" for character in text):
        return None
    return text


def is_plain_archive(names: Iterable[str]) -> bool:
    """Return whether a zip is just files put together, not a document of its own."""
    return not any(
        name.startswith(tuple(_FOLDERS)) or name in {"[content_types].xml", "mimetype"}
        for name in map(str.casefold, names)
    )


def refuse_other_zip(names: Iterable[str], mimetype: bytes) -> Finding | None:
    """Return why a zip with these part names is not ours to read; None for an OOXML workbook.

    ``mimetype`` is the content of the part of that name, which OpenDocument files begin with.
    """
    folded = [name.casefold() for name in names]
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        if b"spreadsheet" in mimetype:
            return refusal("BRK-006")
        return refusal("BRK-003", jenis="dokumen OpenDocument")
    if "xl/workbook.bin" in folded:
        return refusal("BRK-007")
    for folder, document in _FOLDERS.items():
        if any(name.startswith(folder) for name in folded):
            return refusal("BRK-003", jenis=document) if document else None
    return refusal("BRK-003", jenis="arsip zip") if is_plain_archive(folded) else None
