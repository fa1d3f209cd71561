"""IKU.oxt: menu, toolbar and the calls into LibreOffice, built from text."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from addin.oxt.package import oxt_bytes
from addin.places import OXT
from addin.xlam import Written
from workbook_builder import save_whole


def build_oxt(folder: Path) -> Written:
    """Write IKU.oxt of the installed version into a folder, whole or not at all.

    OSError where the folder cannot be written.
    """
    data = oxt_bytes(version("iku-kecamatan"))
    path = folder / OXT
    save_whole(data, path)
    return Written(path, sha256(data).hexdigest())
