"""Which passwords lift the protection of which sheets?"""

import contextlib
from typing import Any


def openings(document: Any, passwords: list[str]) -> dict[str, list[str]]:
    """Return, for each protected sheet, the passwords that open it; the document stays open then."""
    protected = [sheet for sheet in document.Sheets if sheet.isProtected()]
    return {sheet.Name: [one for one in passwords if _opens(sheet, one)] for sheet in protected}


def _opens(sheet: Any, password: str) -> bool:
    with contextlib.suppress(Exception):  # UNO raises where it refuses
        sheet.unprotect(password)
    return not sheet.isProtected()
