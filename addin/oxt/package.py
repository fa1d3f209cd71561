"""The package IKU.oxt: the files of `extension`, the menu, and what the extension itself says."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from addin import places
from addin.menu import menu
from addin.oxt.menu_xml import addons

EXTENSION = Path(__file__).parent / "extension"
TEXTS = (".py", ".xcu", ".xml")
_OLDEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold
_DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006"
             xmlns:d="http://openoffice.org/extensions/description/2006"
             xmlns:l="http://libreoffice.org/extensions/description/2011">
  <identifier value="{identifier}"/>
  <version value="{version}"/>
  <display-name><name lang="en">IKU kecamatan</name></display-name>
  <dependencies>
    <l:LibreOffice-minimal-version value="6.4" d:name="LibreOffice 6.4"/>
  </dependencies>
</description>
"""


def oxt_bytes(version: str) -> bytes:
    """Return IKU.oxt, which says that it is of this version; always the same bytes."""
    said = {"version": version, "sentences": menu().messages}
    parts = {
        "description.xml": _DESCRIPTION.format(identifier=places.OXT_IDENTIFIER, version=version),
        "Addons.xcu": addons(),
        "iku.json": json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True),
        # Where the program is installed is known in one module, here and there.
        "pythonpath/iku_places.py": Path(places.__file__).read_text(encoding="utf-8"),
    }
    for path in sorted(EXTENSION.rglob("*")):
        if path.suffix in TEXTS:
            name = path.relative_to(EXTENSION).as_posix()
            parts[name] = path.read_text(encoding="utf-8")
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    """Return a zip file that depends on nothing but its content."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_STORED  # compressors differ between versions of Python
            entry.create_system = 0  # made on any system, the file is the same
            archive.writestr(entry, text.encode())
    return stream.getvalue()
