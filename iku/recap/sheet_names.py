"""Names of the pages of indicators: what every spreadsheet takes, and no two alike."""

import re

from iku.definition.model import Definition

_NOT_ALLOWED = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")
_LONGEST = 31


def indikator_sheets(definition: Definition) -> dict[str, str]:
    """Return the sheet of each indicator by code, such as ``IKU R1``.

    Excel allows 31 characters, none of ``[]:*?/`` and backslash, and takes upper and lower case for the same;
    an apostrophe would have to be doubled in formulas.
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for one in definition.indikator:
        name = _free("IKU " + _NOT_ALLOWED.sub("_", one.kode), taken)
        taken.add(name.casefold())
        found[one.kode] = name
    return found


def _free(wanted: str, taken: set[str]) -> str:
    name, n = wanted[:_LONGEST], 1
    while name.casefold() in taken:
        n += 1
        ending = f" ({n})"
        name = wanted[: _LONGEST - len(ending)] + ending
    return name
