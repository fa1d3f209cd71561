"""File names and passwords of issued workbooks."""

import base64
import hashlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from iku.definition.model import Unit
from iku.terbitan import Terbitan, fingerprint

_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')
_LONGEST = 200  # bytes; file systems take 255, and a draft's name is some 40 longer
_UNSAFE = re.compile(r'[\s/\\:*?"<>|\x00-\x1f]+')


def workbook_file_name(terbitan: Terbitan) -> str:
    """Return ``IKU_<tahun>_<kode>_<nama>.xlsx``, spaces and unsafe characters as ``_``."""
    return unit_file_name(terbitan.definisi.tahun, terbitan.unit)


def unit_file_name(tahun: int, unit: Unit) -> str:
    """Return the name of the file that a unit gets for a year."""
    return plain_name(f"IKU_{tahun}_{unit.kode}_{unit.nama}") + ".xlsx"


def plain_name(stem: str) -> str:
    """Return a text as the name of a file, spaces and unsafe characters as ``_``."""
    return _UNSAFE.sub("_", stem).strip("._")


def portable_name(name: str) -> str:
    """Return the name under which a received file can be written anywhere, as like it as can be.

    Archives hold names that no system takes, or that Windows takes for a device.

    >>> portable_name("x.xlsx:ads"), portable_name("NUL"), portable_name("IKU Utara.xlsx")
    ('x.xlsx_ads', '_NUL', 'IKU Utara.xlsx')
    """
    plain = _FORBIDDEN.sub("_", name).rstrip(". ") or "berkas"
    if _DEVICE.fullmatch(plain):
        plain = f"_{plain}"
    if len(os.fsencode(plain)) <= _LONGEST:
        return plain
    path = Path(plain)
    stem = os.fsencode(path.stem)[: _LONGEST - 20].decode("utf-8", "ignore")
    return stem + path.suffix[:10]


@dataclass(frozen=True, slots=True)
class Lock:
    """The password of sheets and structure, and the salt of its hash."""

    password: str
    salt: bytes


def lock_of(terbitan: Terbitan, password_file: Path | None) -> Lock:
    """Return the lock of a definition's workbooks.

    Without a file the password is derived from the definition, so that builds are reproducible:
    it deters accidents, and the tamper check is the real lock. ValueError for an empty file.
    """
    digest = fingerprint(terbitan.definisi.model_dump_json())
    salt = hashlib.sha256(f"garam {digest}".encode()).digest()[:16]
    if password_file is None:
        secret = hashlib.sha256(f"sandi {digest}".encode()).digest()
        return Lock(base64.b32encode(secret)[:12].decode("ascii"), salt)
    password = password_file.read_text(encoding="utf-8").strip()
    if not password:
        message = f"{password_file}: berkas kata sandi kosong"
        raise ValueError(message)
    return Lock(password, salt)


def issue_date(terbitan: Terbitan) -> datetime:
    """Return the date that an untouched workbook carries: the first day of its year."""
    return datetime(max(1980, terbitan.definisi.tahun), 1, 1, tzinfo=UTC).replace(tzinfo=None)
