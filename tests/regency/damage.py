"""What becomes of files on their way, done to their bytes, and the containers that they come in."""

import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from tests.judges.libreoffice import recalculate

ENCRYPTED = Path(__file__).parents[1] / "reader" / "files" / "terkunci.xlsx"
SOON = (2025, 7, 1, 8, 0, 0)


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same package with its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as anew,
    ):
        for info in package.infolist():
            anew.writestr(info, change(info.filename, package.read(info)))
    return out.getvalue()


def cut_short(data: bytes) -> bytes:
    """A download that broke off."""
    return data[: len(data) // 2]


def tampered(data: bytes) -> bytes:
    """A name on Definisi IKU overwritten, with whatever program ignores protection."""

    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet3.xml":
            return part
        assert b"Surat selesai tepat waktu" in part
        return part.replace(b"Surat selesai tepat waktu", b"Surat selesai kapan saja")

    return rewritten(data, change)


def saved_at(data: bytes, moment: str) -> bytes:
    """The same document with another time of its last saving."""

    def change(name: str, part: bytes) -> bytes:
        if name != "docProps/core.xml":
            return part
        before, mark, rest = part.partition(b'<dcterms:modified xsi:type="dcterms:W3CDTF">')
        assert mark
        return before + mark + moment.encode() + rest[rest.index(b"<") :]

    return rewritten(data, change)


def by_openpyxl(data: bytes) -> bytes:
    """Saved again by a program that computes nothing."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_libreoffice(data: bytes) -> bytes:
    """Saved again by LibreOffice."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "masuk.xlsx").write_bytes(data)
        (saved,) = recalculate([folder / "masuk.xlsx"], folder / "keluar")
        return saved.read_bytes()


def foreign() -> bytes:
    """Somebody's table that has nothing to do with it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["No", "Nama barang", "Jumlah"])
    sheet.append([1, "Kursi rapat", 24])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def encrypted() -> bytes:
    """A workbook with a password to open it."""
    return ENCRYPTED.read_bytes()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(members.items()):
            archive.writestr(zipfile.ZipInfo(name, SOON), data)
    return out.getvalue()


def mailed(members: Mapping[str, bytes]) -> bytes:
    """An e-mail with attachments."""
    mail = EmailMessage()
    mail["Subject"] = "Laporan IKU"
    mail["From"] = "kecamatan@contoh.id"
    mail["To"] = "bagian.organisasi@contoh.id"
    mail.set_content("Terlampir laporan kami.")
    for name, data in sorted(members.items()):
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(mail)
