"""Which direction a report takes for the good one: as it says, else as its capaian shows."""

import re
from fractions import Fraction

from iku.audit.document import Passage
from iku.audit.figures import number_in, printed_numbers
from iku.audit.report import Entry
from iku.calculation.capaian import HUNDRED
from iku.printed import Printed

_RISING = "realisasi / target"
_FALLING = ("(2 × target − realisasi) / target", "target / realisasi")
_GAP = "(target − realisasi) / target"  # a known slip: meeting the target gives 0
_FALLS = re.compile(r"rendah|minim|negatif|turun|menurun", re.IGNORECASE)


def falls(entry: Entry) -> bool | None:
    """Return whether lower is better, or None where neither words nor figures tell.

    A capaian that only (2T − R)/T or T/R gives was computed as if lower were better.
    """
    said = entry.text("polaritas")
    if said:
        return _FALLS.search(said) is not None
    for measured in entry.measured:
        shown = _shown(entry, measured)
        if shown is not None:
            return shown
    return None


def _shown(entry: Entry, measured: dict[str, Passage]) -> bool | None:
    realisasi, target = number_in(measured["realisasi"]), number_in(measured["target"])
    printed = printed_numbers(measured["capaian"].text)
    if realisasi is None or not target or not printed:
        return None
    values = {realisasi, realisasi if entry.exact is None else entry.exact}
    up = any(printed[-1].is_rounded(rising(value, target)) for value in values)
    down = any(printed[-1].comes_from(falling(value, target)) for value in values)
    return down if up != down else None


def formula_of(printed: Printed, realisasi: Fraction, target: Fraction) -> str:
    """Return the customary formula, right or wrong, that gives a printed capaian, else nothing.

    >>> formula_of(printed_numbers("50,00")[0], Fraction(15), Fraction(10))
    '(2 × target − realisasi) / target'
    """
    down = dict(zip(_FALLING, falling(realisasi, target), strict=False))
    tried = {_RISING: rising(realisasi, target), **down, _GAP: down[_FALLING[0]] - HUNDRED}
    return next((formula for formula, value in tried.items() if printed.is_rounded(value)), "")


def rising(realisasi: Fraction, target: Fraction) -> Fraction:
    """Return capaian where higher is better: R/T, in percent."""
    return realisasi / target * HUNDRED


def falling(realisasi: Fraction, target: Fraction) -> tuple[Fraction, ...]:
    """Return capaian where lower is better: (2T − R)/T, then T/R where there is one, in percent."""
    by_distance = (2 * target - realisasi) / target * HUNDRED
    return (by_distance, target / realisasi * HUNDRED) if realisasi else (by_distance,)
