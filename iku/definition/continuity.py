"""Whether an earlier year's value can stand beside this year's: the definition may have changed."""

import re

from iku.definition.model import Indikator

_YEAR = re.compile(r"(?<![0-9])(19|20)[0-9]{2}(?![0-9])")


def defined_since(indikator: Indikator) -> int | None:
    """Return the year since which the definition holds; None where it names none.

    ``definisi_sejak`` is a year or a date: ``2024``, ``2024-01``, ``1 Januari 2024``.
    """
    found = _YEAR.search(indikator.definisi_sejak)
    return int(found[0]) if found else None


def comparable(indikator: Indikator, year: str) -> bool:
    """Whether a value of an earlier year was measured by the same definition, or an equal one.

    A definition that is ``setara_dengan`` an earlier indicator goes on with its line.
    """
    since = defined_since(indikator)
    return since is None or bool(indikator.setara_dengan) or int(year) >= since


def earlier_code(indikator: Indikator, year: int, known: frozenset[str]) -> str | None:
    """Return the code under which the indicators of an earlier year (``known``) have this one.

    Before ``definisi_sejak`` it goes by the code that ``setara_dengan`` names, later by its own;
    without a year it goes by its own where there is one.
    """
    since = defined_since(indikator)
    codes = [indikator.kode, indikator.setara_dengan]
    if since is not None and year < since:
        codes.reverse()
    return next((code for code in codes if code and code in known), None)
