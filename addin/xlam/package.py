"""The package IKU.xlam: a blank add-in of Office, our modules in it, our ribbon beside them."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from addin.menu import menu
from addin.xlam.modules import modules
from addin.xlam.project import addin_with
from addin.xlam.ribbon import OFFICE_2007, OFFICE_2010, ribbon_xml

_OLDEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold
_RELATIONS = "_rels/.rels"
_PROPERTIES = "docProps/core.xml"
_RIBBONS = {
    "customUI/customUI.xml": (
        OFFICE_2007,
        "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
    ),
    "customUI/customUI14.xml": (
        OFFICE_2010,
        "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
    ),
}
# Excel's list of add-ins shows the title; nobody's name and no date of building stands in it.
_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>IKU kecamatan</dc:title>\
<dc:description>{version}</dc:description></cp:coreProperties>"""


def xlam_bytes(version: str) -> bytes:
    """Return IKU.xlam, whose launcher says that it is of this version; always the same bytes.

    RefusedError where the library that writes VBA is not installed.
    """
    parts = addin_with(modules(menu(), version))
    parts[_PROPERTIES] = _CORE.format(version=version).encode()
    parts[_RELATIONS] = _with_ribbon_relations(parts[_RELATIONS])
    for name, (namespace, _relation) in _RIBBONS.items():
        parts[name] = ribbon_xml(menu(), namespace)
    return _zipped(parts)


def _with_ribbon_relations(relations: bytes) -> bytes:
    added = "".join(
        f'<Relationship Id="rIdIKU{number}" Type="{relation}" Target="{name}"/>'
        for number, (name, (_namespace, relation)) in enumerate(_RIBBONS.items(), start=1)
    )
    return relations.replace(b"</Relationships>", f"{added}</Relationships>".encode())


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip file that depends on nothing but its content."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_STORED  # compressors differ between versions of Python
            entry.create_system = 0  # made on any system, the file is the same
            archive.writestr(entry, data)
    return stream.getvalue()
