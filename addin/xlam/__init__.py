"""IKU.xlam: ribbon and launcher for Excel, built from text."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from addin.places import XLAM
from addin.version import installed_version
from addin.xlam.package import xlam_bytes
from workbook_builder import save_whole


@dataclass(frozen=True)
class Written:
    """A file that was built, and the SHA-256 of its bytes in hexadecimal digits."""

    path: Path
    sha256: str


def build_xlam(folder: Path) -> Written:
    """Write IKU.xlam of the installed version into a folder, whole or not at all.

    RefusedError where the library that writes VBA is not installed; OSError where the folder
    cannot be written.
    """
    data = xlam_bytes(installed_version())
    path = folder / XLAM
    save_whole(data, path)
    return Written(path, sha256(data).hexdigest())
