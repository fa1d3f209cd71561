"""What is sent in and written down in real life, to be damaged: one of every kind of file."""

import io
import json
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from iku.resources import example_path, template_path
from tests.workbooks import EVERY_KIND, definition, layout, read_back, workbook_bytes
from workflow.fill import filled
from workflow.kamus import kamus_bytes

DATA = Path(__file__).parents[1] / "data"
RETURNED = Path(__file__).with_name("dari_libreoffice.xlsx")
_OLD = ("tata_letak_1_jambi_timur.xlsx", "tata_letak_2_contoh_triwulanan.xlsx")
_DEFINITIONS = (DATA / f"{EVERY_KIND}.yaml", DATA / "anggaran.yaml", DATA / "tahun_penuh.yaml")
_TEMPLATES = ("kota_jambi_2017", "contoh_triwulanan_2025", "kepulauan_anambas_2024")
_XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Seed:
    """A sound file; ``kind`` is ``workbook``, ``kamus``, ``zip``, ``mail`` or ``definition``."""

    name: str
    kind: str
    ending: str
    data: bytes


@cache
def seeds() -> tuple[Seed, ...]:
    """Every sound file there is to damage, workbooks first."""
    books = workbooks()
    sent = [("utara.xlsx", books[0].data), ("sub/selatan.xlsx", books[1].data)]
    archive = zipped(sent)
    nested = zipped([("kiriman.zip", archive), ("surat.txt", b"Terlampir."), sent[0]])
    return (
        *books,
        Seed("kamus", "kamus", ".xlsx", kamus_bytes(definition("contoh_triwulanan_2025"))),
        Seed("kamus semua", "kamus", ".xlsx", kamus_bytes(definition(EVERY_KIND))),
        Seed("zip", "zip", ".zip", archive),
        Seed("zip dalam zip", "zip", ".zip", nested),
        Seed("surel", "mail", ".eml", mailed([*sent, ("semua.zip", nested)])),
        *(Seed(path.stem, "definition", ".yaml", path.read_bytes()) for path in _yaml_files()),
    )


@cache
def workbooks() -> tuple[Seed, ...]:
    """Workbooks as issued, filled in, of older layouts, and saved again by LibreOffice."""
    issued = workbook_bytes(layout("contoh_triwulanan_2025"), {})
    many = workbook_bytes(layout(EVERY_KIND), {})
    found = {"terbit": issued, "semua jenis": many, "terisi": _filled()}
    found |= {name: (DATA / name).read_bytes() for name in _OLD}
    found["libreoffice"] = RETURNED.read_bytes()
    return tuple(Seed(name, "workbook", ".xlsx", data) for name, data in found.items())


@cache
def sound() -> bytes:
    """A report that counts, of a kecamatan that no other file is from."""
    return _filled(5)


def _filled(unit: int = 2) -> bytes:
    blank = workbook_bytes(layout("kota_jambi_2017", unit), {})
    values = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    return filled(blank, read_back(blank), values)


def _yaml_files() -> list[Path]:
    return [*(template_path(f"{name}.yaml") for name in _TEMPLATES), *_DEFINITIONS]


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """Return an archive of these members, quickly packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def mailed(files: list[tuple[str, bytes]]) -> bytes:
    """Return a message with these attachments, one of them in a message inside it."""
    message = _message(files[:1])
    message.add_attachment(_message(files[1:]))
    return message.as_bytes()


def _message(files: list[tuple[str, bytes]]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kecamatan Élok <kecamatan@contoh.id>"
    message["To"] = "ortal@contoh.id"
    message["Subject"] = "Laporan IKU – Final"
    message["Date"] = datetime(2026, 1, 5, tzinfo=UTC)
    message.set_content("Terlampir laporan kami.\n")
    for name, data in files:
        message.add_attachment(data, maintype="application", subtype=_XLSX, filename=name)
    boundary = f"==batas{len(files)}=="  # else a random one: the same files, another message
    message.set_boundary(boundary)
    return message
