"""Document properties: who saved a file, when, and what it carries about itself."""

import re

from workbook_reader.markup import parse_part

_LIBREOFFICE = re.compile(r"LibreOffice/(\d+\.\d+)")
_OPENPYXL = re.compile(r".*openpyxl\s*([\d.]*)", re.IGNORECASE)
_EXCEL_VERSION = re.compile(r"(\d+)\.(\d\d)\d\d")


def read_texts(part: str, content: bytes) -> dict[str, str]:
    """Return the text of each element of a small part by element name."""
    texts: dict[str, str] = {}
    text: list[str] = []

    def start(_name: str, _attributes: dict[str, str]) -> None:
        text.clear()

    def end(name: str) -> None:
        texts[name] = "".join(text).strip()
        text.clear()

    parse_part(part, content, start, end, text.append)
    return texts


def read_custom_properties(part: str, content: bytes) -> dict[str, str]:
    """Return the custom properties by name, whatever their type, as text."""
    properties: dict[str, str] = {}
    text: list[str] = []
    name = ""

    def start(element: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if element == "property":
            name = attributes.get("name", "")
            text.clear()

    def end(element: str) -> None:
        if element == "property":
            properties[name] = "".join(text).strip()

    parse_part(part, content, start, end, text.append)
    return properties


def producer(application: str, version: str) -> str:
    """Return the program that saved a file, from what it wrote about itself.

    Up to 3.1.3 openpyxl called itself Microsoft Excel, with its own version where Excel always
    writes four decimals.

    >>> producer("Microsoft Excel", "16.0300"), producer("Microsoft Excel", "3.1")
    ('Microsoft Excel 16.03', 'openpyxl 3.1')
    """
    if libreoffice := _LIBREOFFICE.match(application):
        return f"LibreOffice {libreoffice[1]}"
    if openpyxl := _OPENPYXL.match(application):
        return f"openpyxl {openpyxl[1] or version}".strip()
    if excel := _EXCEL_VERSION.fullmatch(version):
        return f"{application} {excel[1]}.{excel[2]}".strip()
    if application == "Microsoft Excel" and version:
        return f"openpyxl {version}"
    return f"{application} {version}".strip()
