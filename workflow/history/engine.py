"""Which program worked something out: a digest of its own text."""

import hashlib
from functools import cache
from pathlib import Path

from iku.bounds import BOUNDS, bound
from iku.languages import further_files

_ROOT = Path(__file__).parents[2]
_ROOMS = ("iku", "reporting", "workbook_builder", "workbook_reader", "workflow")
_ENDINGS = {".css", ".py", ".sql", ".yaml"}


@cache
def engine() -> str:
    """Return a digest that changes with every change of the program.

    What another edition read or wrote is not taken for what this one would: a rule added or a
    sentence reworded needs nobody to remember a version number. So does a bound that was raised.
    """
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((_ROOT / room).rglob("*.*")):
            if path.suffix in _ENDINGS:
                digest.update(str(path.relative_to(_ROOT)).encode())
                digest.update(path.read_bytes())
    for path in further_files():
        digest.update(path.read_bytes())
    digest.update(repr([bound(name) for name in BOUNDS]).encode())  # what was refused may be read
    return digest.hexdigest()[:32]
