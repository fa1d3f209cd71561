"""Report: the typed entries of one unit, read from a workbook or made for a test."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from iku.cells import Value
from iku.terbitan import Terbitan

_WHOLE = 2**53  # up to here a float holds every whole number


@dataclass(frozen=True)
class Report:
    """What a unit entered, by workbook name, on the Terbitan it was issued.

    Values are as stored: numbers are ``float``, text is ``str``; a blank entry is absent.
    """

    terbitan: Terbitan
    entries: dict[str, Value] = field(default_factory=dict)

    @property
    def periode_lapor(self) -> str:
        """The period the file speaks for, or empty where none was chosen."""
        value = self.entries.get("identitas.periode_lapor")
        return value if isinstance(value, str) else ""

    def text(self, name: str) -> str:
        """Return an entry as trimmed text; a number as people write it; blank as empty text."""
        value = self.entries.get(name)
        if isinstance(value, str):
            return value.strip()
        if isinstance(value, float):
            return f"{value:.15g}"
        return ""


def exact(value: float) -> Fraction:
    """Return the decimal number that a person typed and a file stores as a binary float.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    if abs(value) <= _WHOLE and value.is_integer():  # mostly, and much quicker
        return Fraction(int(value))
    return Fraction(Decimal(repr(value)))
