"""A number as printed, and where a wrong one may come from: whole numbers that would give it."""

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

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """From where up to where, itself left out, a positive value is printed like this."""
        half = Fraction(1, 2 * 10**self.decimals)
        return self.value - half, self.value + half

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
    found = smallest_ratio(printed, factor, min(_LARGEST_WHOLE * bottom, _MOST_TRIALS))
    return found if found and found[1] * _LARGEST_WHOLE >= bottom else None


def smallest_ratio(printed: Printed, factor: Fraction, most: int) -> tuple[int, int] | None:
    """Return the smallest whole numbers, up to ``most``, whose ratio gives what is printed.

    >>> smallest_ratio(Printed(Decimal("55.56")), Fraction(100), 30)
    (5, 9)
    """
    if printed.number <= 0 or factor <= 0:
        return None
    low, high = (bound / factor for bound in printed.bounds)
    for whole in range(1, most + 1):  # in whole numbers: a fraction for each trial is slow
        part = -(-low.numerator * whole // low.denominator)
        if part * high.denominator < high.numerator * whole:
            return part, whole
    return None


def only_denominator(printed: Printed, scaled_top: Fraction) -> int | None:
    """Return the only whole denominator that gives what is printed, with the factor in the top.

    >>> only_denominator(Printed(Decimal("46.12")), Fraction(120000))
    2602
    """
    low, high = printed.bounds
    if low <= 0 or scaled_top <= 0:
        return None
    first, last = (
        floor(scaled_top / high) + 1,
        floor(scaled_top / low),
    )  # half up: the low end counts
    return first if first == last else None


def only_numerator(printed: Printed, factor: Fraction, bottom: Fraction) -> int | None:
    """Return the only whole numerator that gives what is printed over a denominator.

    >>> only_numerator(Printed(Decimal("91.67")), Fraction(100), Fraction(1200))
    1100
    """
    low, high = printed.bounds
    if low <= 0 or factor <= 0 or bottom <= 0:
        return None
    first, last = ceil(low * bottom / factor), ceil(high * bottom / factor) - 1
    return first if first == last else None


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
