"""The parts of a workbook file that say what it is: title, times, and our own properties."""

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import quoteattr

from workbook_builder.value_xml import text_xml

CORE, CUSTOM, APPLICATION = "docProps/core.xml", "docProps/custom.xml", "docProps/app.xml"
_CREATOR = "IKU Kecamatan"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
_OF_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set of properties that users define
_FIRST_NUMBER = 2  # the numbers before are kept by the format itself
APPLICATION_PART = (
    f"{_HEAD}"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>iku-kecamatan</Application></Properties>"
)


def core_part(title: str, modified: datetime) -> str:
    """Return title, creator and times; without a time zone the time is taken for UTC."""
    moment = modified if modified.tzinfo is None else modified.astimezone(UTC)
    when = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    about = f"<dc:title>{text_xml('title', title)}</dc:title><dc:creator>{_CREATOR}</dc:creator>"
    return f"{_HEAD}{_CORE}{about}{times}</cp:coreProperties>"


def custom_part(properties: Mapping[str, str]) -> str:
    """Return our own properties, all of them texts."""
    listed = "".join(
        f'<property fmtid="{_OF_USERS}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{text_xml(name, text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(properties.items(), _FIRST_NUMBER)
    )
    return f"{_HEAD}{_CUSTOM}{listed}</Properties>"
