"""Numbers in the cells of a report: alone, with their unit, or as a limit such as ``≥ 90``."""

import re
from fractions import Fraction

from iku.audit.document import Passage
from iku.numbers_as_typed import readings
from iku.printed import Printed

_WITH_WORDS = re.compile(
    r"^(?:[≥≤<>=]+|min(?:imal)?\.?|maks(?:imal)?\.?)?\s*(?P<number>-?\d[\d.,]*(?:\s*%)?)"
    r"(?:\s*(?P<unit>\(?[^\W\d_][^\d,;=]{0,30}))?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"-?\d(?:[\d.,]*\d)?")
_FOOTNOTE = re.compile(r"(?<=[\d%)])\s*[*†‡¹²³]+\)?$")
_SCALED = re.compile(r"^(ribu|juta|mil[iy]ar|triliun)\b", re.IGNORECASE)
_RANGE = re.compile(r"^\d[\d.,]*\s*%?\s*(?:-|–|s\.?\s?/?d\.?|sampai)\s*\d[\d.,]*\s*%?$", re.IGNORECASE)  # fmt: skip


def printed_numbers(text: str) -> tuple[Printed, ...]:
    """Return every number that a cell can mean, with its decimals.

    >>> [str(printed_numbers(text)[0].number) for text in ("12 dokumen", "≥ 91,50 %", "86,7 (Baik)*")]
    ['12', '91.50', '86.7']
    >>> printed_numbers("5 juta"), printed_numbers("belum ada")
    ((), ())
    """
    text = _FOOTNOTE.sub("", text.strip())
    plain = readings(text)
    if plain:
        return tuple(map(Printed, plain))
    found = _WITH_WORDS.match(text)
    if found is None or _SCALED.match(found["unit"] or ""):
        return ()
    return tuple(map(Printed, readings(found["number"])))


def number_in(passage: Passage | None) -> Fraction | None:
    """Return the number of a cell; of two readings the one with a decimal comma."""
    found = () if passage is None else printed_numbers(passage.text)
    return found[-1].value if found else None


def numbers_within(text: str) -> tuple[Printed, ...]:
    """Return every number of a sentence, in every reading.

    >>> [str(one.number) for one in numbers_within("naik 3,20 dari 89,11.")]
    ['3.20', '89.11']
    """
    return tuple(one for found in _WITHIN.findall(text) for one in printed_numbers(found))


def is_range(text: str) -> bool:
    """Whether a cell gives two limits, such as ``80–90``.

    >>> is_range("80 – 90"), is_range("80")
    (True, False)
    """
    return _RANGE.match(text.strip()) is not None
