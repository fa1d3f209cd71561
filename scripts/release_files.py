"""The files of a release, into one folder; the same commit gives the same bytes, PDFs excepted."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from addin.bundle import bundle
from addin.bundle.wheels import LINUX, build_own_wheel, gather_wheels
from addin.install import starter
from addin.install.checksums import SUMS, listing
from addin.install.source import STARTER, WHEELS
from addin.oxt import build_oxt
from addin.xlam import build_xlam
from scripts.guide_documents import guide_document, shelves
from scripts.release_notes import Notes
from scripts.supply_chain import bill_of_materials
from workflow.pdf import print_to_pdf

NOTES = "CATATAN_RILIS.md"
BILL = "SBOM.json"
GUIDE_FOLDER = "panduan"
_LINUX_GUIDE = """IKU UNTUK LINUX, TANPA INTERNET
===============================

Yang diperlukan: Linux 64-bit (x86-64, glibc 2.28 ke atas), Python 3.11 sampai 3.14 dengan venv.

Memasang untuk pengguna ini, dengan menu IKU di LibreOffice (tutup dahulu LibreOffice):
    python3 -I -X utf8 program/mulai.py install
Mencari sebab bila menunya tidak tampak, dan melepas:
    python3 -I -X utf8 program/mulai.py doctor
    python3 -I -X utf8 program/mulai.py uninstall

Hanya perintah iku, di lingkungan Python sendiri:
    python3 -m venv iku
    iku/bin/pip install --no-index --find-links wheels "iku-kecamatan[kunci]"
    iku/bin/iku demo

Memeriksa berkas di folder ini: sha256sum --check SHA256SUMS
"""


def zip_names(version: str) -> tuple[str, str]:
    """Return the names of the two offline bundles, for Windows and for Linux.

    >>> zip_names("1.0.0")
    ('IKU-1.0.0-windows.zip', 'IKU-1.0.0-linux.zip')
    """
    return f"IKU-{version}-windows.zip", f"IKU-{version}-linux.zip"


def build_files(root: Path, folder: Path, notes: Notes, *, draft: bool) -> None:
    """Write all files of a release; ``folder`` must not be there yet.

    RefusedError where a package or LibreOffice cannot be had.
    """
    folder.mkdir(parents=True)
    windows, linux = zip_names(notes.version)
    build_own_wheel(root, folder)
    _build_source(root, folder)
    build_xlam(folder)
    build_oxt(folder)
    _zip_made(folder / windows, lambda inside: bundle(inside, source=root))
    _zip_made(folder / linux, lambda inside: _linux_bundle(root, inside))
    for language, shelf in shelves().items():
        _guides(shelf, folder / GUIDE_FOLDER / language)
    bill = json.dumps(bill_of_materials(), indent=1)
    (folder / BILL).write_text(bill + "\n", encoding="utf-8")
    page = notes.page(_files(folder, notes.version), draft=draft)
    (folder / NOTES).write_text(page, encoding="utf-8")
    (folder / SUMS).write_bytes(listing(folder).encode())


def _files(folder: Path, version: str) -> Mapping[str, tuple[str, int]]:
    """Return the files that readers are told of: whom each is for, and its size in bytes."""
    windows, linux = zip_names(version)
    readers = {
        windows: "petugas TI: memasang di Windows, tanpa internet",
        linux: "petugas TI: memasang di Linux, tanpa internet",
        "IKU.xlam": "petugas TI: tombol di Excel saja, untuk dibaca atau ditandatangani",
        "IKU.oxt": "menu di LibreOffice saja",
        f"{GUIDE_FOLDER}/": "semua: panduan, Word dan PDF; dalam bahasa Inggris di `en`",
        f"iku_kecamatan-{version}-py3-none-any.whl": "yang sudah mempunyai Python dan internet",
        f"iku_kecamatan-{version}.tar.gz": "kode sumber",
        BILL: "daftar komponen dan lisensinya (CycloneDX)",
    }
    return {name: (whom, _bytes_of(folder / name)) for name, whom in readers.items()}


def _bytes_of(path: Path) -> int:
    inside = path.rglob("*") if path.is_dir() else [path]
    return sum(one.stat().st_size for one in inside if one.is_file())


def _build_source(root: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)


def _linux_bundle(root: Path, folder: Path) -> None:
    (folder / WHEELS).mkdir(parents=True)
    gather_wheels(root, folder / WHEELS, system=LINUX)
    build_own_wheel(root, folder / WHEELS)
    build_oxt(folder)
    (folder / STARTER).parent.mkdir()
    shutil.copyfile(starter.__file__, folder / STARTER)
    (folder / "BACA SAYA.txt").write_text(_LINUX_GUIDE, encoding="utf-8")
    (folder / SUMS).write_bytes(listing(folder).encode())


def _zip_made(path: Path, make: Callable[[Path], object]) -> None:
    """Write a zip of what ``make`` puts into a folder of the zip's own name."""
    with TemporaryDirectory(prefix="iku_") as temporary:
        folder = Path(temporary) / path.stem
        make(folder)
        moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
        with ZipFile(path, "w", ZIP_STORED) as archive:  # wheels are compressed already
            for one in sorted(folder.rglob("*")):
                if one.is_file():
                    name = one.relative_to(folder.parent).as_posix()
                    entry = ZipInfo(name, moment)
                    entry.external_attr = 0o644 << 16
                    archive.writestr(entry, one.read_bytes())


def _guides(shelf: Path, folder: Path) -> None:
    """Write every guide of a language as Word and as PDF."""
    folder.mkdir()
    written = []
    for page in sorted(shelf.rglob("*.md")):
        name = "0_daftar_panduan" if page == shelf / "README.md" else page.stem
        target = folder / f"{name}.docx"
        guide_document(page).save(str(target))
        written.append(target)
    print_to_pdf(written, folder)
