"""Companions: signed scans, letters and the like that come beside a workbook, no forms themselves.

Such a file is told and not read, where a workbook lies beside it. Where none does, it is what came
instead of the form, and is refused.
"""

from pathlib import PurePath

from iku.finding import Finding, Severity
from workbook_reader.container import open_package
from workbook_reader.limits import Limits

# A name that ends otherwise promises a workbook, or promises nothing.
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic")
_PAPERS = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".txt")
_ENDINGS = frozenset(_PICTURES + _PAPERS)
_OTHER = "BRK-003"
_SPREADSHEETS = frozenset({"BRK-004", "BRK-005", "BRK-006", "BRK-007"})
_BROKEN = "BRK-008"


def named_as_companion(name: str) -> bool:
    """Return whether a file's name promises a scan, a picture or a letter, and no workbook."""
    return PurePath(name).suffix.lower() in _ENDINGS


def companion_note(name: str, content: bytes, limits: Limits) -> Finding | None:
    """Return BRK-017 for a file that is none of a workbook by name and by content, else None."""
    if not named_as_companion(name):
        return None
    found = open_package(content, name, limits)
    if not isinstance(found, Finding) or found.code != _OTHER:
        return None
    return Finding("BRK-017", {"jenis": found.facts["jenis"]}, severity=Severity.INFO).at(name)


def is_workbook(name: str, content: bytes, limits: Limits) -> bool:
    """Return whether a file is a workbook, if only one that cannot be read as it is."""
    found = open_package(content, name, limits)
    if not isinstance(found, Finding) or found.code in _SPREADSHEETS:
        return True
    return found.code == _BROKEN and not named_as_companion(name)
