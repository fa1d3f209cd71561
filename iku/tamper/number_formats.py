"""Number formats by what they let the reader see, however a program spells them."""

import re
from functools import cache
from typing import NamedTuple

from iku.number_formats import bare

_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?]")
_DECIMALS = re.compile(r"\.([0#?]+)")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


class Shown(NamedTuple):
    """How a number is shown; ``decimals`` is None where that is left to the program."""

    kind: str
    decimals: int | None

    @property
    def misleads(self) -> bool:
        """Whether the number seen is not the number stored."""
        return self.kind not in {"number", "text"}


@cache
def as_shown(code: str) -> Shown:
    """Return what a number format code makes of a positive number.

    >>> as_shown("#,##0.00"), as_shown("0%").kind, as_shown(";;;").kind, as_shown("0,").kind
    (Shown(kind='number', decimals=2), '%', 'hidden', 'scaled')
    """
    first = code.split(";", 1)[0]
    if first == "@":
        return Shown("text", None)
    plain = bare(first)
    if plain.strip().lower() in {"general", "standard"}:
        return Shown("number", None)
    decimals = _DECIMALS.search(plain)
    return Shown(_kind(first, plain), len(decimals[1]) if decimals else 0)


def _kind(first: str, plain: str) -> str:
    if "%" in plain:
        return "%"
    if _ELAPSED.search(first) or _DATE.search(plain):
        return "date"
    if not _DIGITS.search(plain):
        return "text" if "@" in plain else "hidden"
    if "E+" in plain or "E-" in plain:
        return "scientific"
    if "/" in plain:
        return "fraction"
    return "scaled" if _SCALED.search(plain) else "number"
