"""Spoken key paths such as ``sasaran[0].indikator[*].satuan``, back to what they point at."""

import re
from itertools import zip_longest

from iku.definition.yaml_source import Path

_PART = re.compile(r"\[([0-9]+|\*)\]|([^.\[\]]+)")
EVERY = "*"


def key_path(kunci: str) -> Path:
    """Return a spoken path as its parts; ``[*]`` stays a star.

    >>> key_path("sasaran[0].indikator[*].satuan")
    ('sasaran', 0, 'indikator', '*', 'satuan')
    """
    return tuple(
        int(index) if index.isdigit() else (index or word) for index, word in _PART.findall(kunci)
    )


def first_match(kunci: str) -> Path:
    """Return the first path that a spoken path stands for.

    >>> first_match("sasaran[*].nomor")
    ('sasaran', 0, 'nomor')
    """
    return tuple(0 if part == EVERY else part for part in key_path(kunci))


def speaks_of(kunci: str, where: Path) -> bool:
    """Whether a spoken path, stars and all, means exactly this place.

    >>> speaks_of("sasaran[*].nomor", ("sasaran", 2, "nomor"))
    True
    """
    pairs = zip_longest(key_path(kunci), where)
    return all(said in {part, EVERY} for said, part in pairs)
