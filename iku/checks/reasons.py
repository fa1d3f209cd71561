"""Reasons: whether what stands in the column Alasan explains anything."""

import re

from iku.messages.terms import terms

_FEWEST_LETTERS = 5
_WORD = re.compile(r"[^\W\d_]+")


def explains(reason: str) -> bool:
    """Return whether a reason says why; ``-``, ``ok`` or ``sudah benar`` do not.

    >>> explains("Ada tambahan petugas dari kabupaten"), explains("banjir")
    (True, True)
    >>> explains("sudah sesuai data"), explains("-"), explains("")
    (False, False, False)
    """
    empty = frozenset(terms()["bukan_alasan"])
    words = _WORD.findall(reason.casefold())
    telling = [word for word in words if word not in empty]
    return sum(map(len, telling)) >= _FEWEST_LETTERS
