"""Where a wrong figure may come from: whole numbers that would give exactly what is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TypeVar

from iku.calculation.figure import half_up

_LARGEST_WHOLE = 3  # a better ratio is believed up to three times the denominator that stands there
_MOST_TRIALS = 20_000
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed; ``decimals`` are the digits behind its comma."""

    number: Decimal
    percent: bool = False

    @property
    def decimals(self) -> int:
        """How many digits stand behind the comma."""
        return max(0, -int(self.number.as_tuple().exponent))

    @property
    def value(self) -> Fraction:
        """The number, exactly."""
        return Fraction(self.number)

    def is_rounded(self, value: Fraction) -> bool:
        """Whether this is what a value gives when rounded half up.

        >>> Printed(Decimal("98.88")).is_rounded(Fraction(255500, 2584))
        True
        """
        return half_up(value, self.decimals) == self.number

    def is_cut_off(self, value: Fraction) -> bool:
        """Whether this is what is left of a value when its further digits are left out.

        >>> Printed(Decimal("98.87")).is_cut_off(Fraction(255500, 2584))
        True
        """
        scale = 10**self.decimals
        return Fraction(floor(value * scale), scale) == self.value

    def comes_from(self, values: Iterable[Fraction]) -> bool:
        """Whether any of the values gives this when rounded."""
        return any(self.is_rounded(value) for value in values)


def simplest_ratio(printed: Printed, factor: Fraction, bottom: int) -> tuple[int, int] | None:
    """Return the smallest whole numbers whose ratio gives what is printed, if near ``bottom``.

    >>> simplest_ratio(Printed(Decimal("91.80")), Fraction(100), 52)
    (56, 61)
    """
    if printed.number <= 0 or factor <= 0:
        return None
    for whole in range(1, min(_LARGEST_WHOLE * bottom, _MOST_TRIALS) + 1):
        for part in {floor(printed.value * whole / factor), ceil(printed.value * whole / factor)}:
            if printed.is_rounded(Fraction(part, whole) * factor):
                return (part, whole) if whole * _LARGEST_WHOLE >= bottom else None
    return None


def fitting_denominator(
    printed: Printed, scaled_top: Fraction, known: Iterable[tuple[Fraction, _T]]
) -> tuple[Fraction, _T] | None:
    """Return the first of the known denominators that gives what is printed, with what it is."""
    return next(
        (
            (bottom, meaning)
            for bottom, meaning in known
            if bottom and scaled_top and printed.is_rounded(scaled_top / bottom)
        ),
        None,
    )
