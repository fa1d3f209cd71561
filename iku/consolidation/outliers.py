"""Outliers: which units lie far from the others, measured from the median.

The modified z-score of Iglewicz and Hoaglin ("How to Detect and Handle Outliers", 1993): a value is
far off where 0.6745 times its distance from the median exceeds 3.5 times the median of all such
distances. One wild value cannot hide itself, as it does in a mean with its standard deviation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

FEWEST = 5
"""With fewer units nobody can say what is usual."""
_SCORE = Fraction(35, 10) / Fraction(6745, 10_000)
_MEAN_SCALE = Fraction(12_533, 10_000)
_AT_LEAST = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Spread:
    """What is usual among the units: the middle value, and the bounds of what is not far off."""

    median: Fraction
    lower: Fraction
    upper: Fraction
    n: int


def spread(values: Iterable[Fraction]) -> Spread | None:
    """Return what is usual among some values, None where there are fewer than five.

    Where more than half are equal the mean distance serves (scaled by 1.2533, as is usual for it).
    What differs by less than a tenth of the median is never far off, however alike the others are.
    """
    numbers = sorted(values)
    if len(numbers) < FEWEST:
        return None
    middle = median(numbers)
    distances = sorted(abs(one - middle) for one in numbers)
    width = median(distances) * _SCORE
    if width == 0:
        width = sum(distances, Fraction(0)) / len(distances) * Fraction(35, 10) * _MEAN_SCALE
    width = max(width, abs(middle) * _AT_LEAST)
    return Spread(middle, middle - width, middle + width, len(numbers))


def median(numbers: Sequence[Fraction]) -> Fraction:
    """Return the middle of sorted numbers; of an even count, the mean of the two in the middle.

    >>> median([Fraction(1), Fraction(2), Fraction(9), Fraction(10)])
    Fraction(11, 2)
    """
    half, odd = divmod(len(numbers), 2)
    return numbers[half] if odd else (numbers[half - 1] + numbers[half]) / 2
