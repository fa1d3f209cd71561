"""A figure is a number or the reason why there is none: the one state table of the product."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final


class State(Enum):
    """States of a value; the text is what people see (``TERHITUNG`` shows the value itself)."""

    TERHITUNG = "Terhitung"
    BELUM_DIISI = "Belum diisi"
    BELUM_WAKTUNYA = "Belum waktunya"
    NIHIL = "Nihil"
    BELUM_TERSEDIA = "Data belum tersedia"
    TIDAK_ADA_OBJEK = "Tidak ada objek"
    TIDAK_DAPAT = "Tidak dapat dihitung"

    __hash__ = object.__hash__  # each is one object; asked for thousands of times in a file


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its state; ``value`` is a number exactly when the state is ``TERHITUNG``."""

    state: State
    value: Fraction | None = None

    @property
    def number(self) -> Fraction:
        """The number; ValueError where the state has none."""
        if self.value is None:
            message = f"tidak ada angka: {self.state.value}"
            raise ValueError(message)
        return self.value

    @property
    def counted(self) -> bool:
        """Whether there is a number."""
        return self.state is State.TERHITUNG

    def shown(self) -> float | str:
        """Return what a cell holds: the number as a float, otherwise the words of the state."""
        return float(self.value) if self.value is not None else self.state.value


LARGEST_NUMBER: Final = Fraction(sys.float_info.max)
"""What a cell can hold; a spreadsheet shows an error beyond it."""
LARGEST_ENTRY: Final = 999_999_999_999_999
"""The largest whole number of 15 digits, which is what a spreadsheet keeps of an entry."""


def counted(value: Fraction | int) -> Figure:
    """Return a figure that holds a number, or none where no cell could hold it."""
    number = value if isinstance(value, Fraction) else Fraction(value)
    # Nearly always the numerator alone tells, which is quicker than comparing fractions.
    small = abs(number.numerator) <= LARGEST_ENTRY or abs(number) <= LARGEST_NUMBER
    return Figure(State.TERHITUNG, number) if small else TIDAK_DAPAT


BELUM_DIISI = Figure(State.BELUM_DIISI)
BELUM_WAKTUNYA = Figure(State.BELUM_WAKTUNYA)
NIHIL = Figure(State.NIHIL)
TIDAK_ADA_OBJEK = Figure(State.TIDAK_ADA_OBJEK)
TIDAK_DAPAT = Figure(State.TIDAK_DAPAT)
BELUM_TERSEDIA = Figure(State.BELUM_TERSEDIA)

BLOCKING = (BELUM_TERSEDIA, TIDAK_DAPAT, BELUM_DIISI, BELUM_WAKTUNYA)
"""States that stop a calculation, the one that explains most first; the sheet uses this order."""


def blocked(figures: Iterable[Figure]) -> Figure | None:
    """Return the state that stops a calculation over these figures, or None."""
    states = {figure.state for figure in figures if figure.value is None}
    return next((stop for stop in BLOCKING if stop.state in states), None) if states else None


def total(numbers: Iterable[Fraction]) -> Fraction:
    """Return the sum; whole numbers, as most figures are, need no common denominator."""
    known = list(numbers)
    if all(number.denominator == 1 for number in known):
        return Fraction(sum(number.numerator for number in known))
    return sum(known, Fraction(0))


def half_up(value: Fraction, decimals: int = 2) -> Decimal:
    """Round half away from zero, exactly.

    >>> half_up(Fraction(92355, 1000)), half_up(Fraction(-5, 1000))
    (Decimal('92.36'), Decimal('-0.01'))
    """
    above, below = value.numerator, value.denominator
    whole = (abs(above) * 10**decimals * 2 + below) // (below * 2)
    return Decimal(f"{'-' if above < 0 and whole else ''}{whole}E-{decimals}")


def in_indonesian(value: Fraction | Decimal | float, decimals: int = 2) -> str:
    """Return a number as Indonesians write it, rounded half up.

    >>> in_indonesian(Fraction(20198106)), in_indonesian(Fraction(9230769, 100000))
    ('20.198.106,00', '92,31')
    """
    exact = Fraction(Decimal(repr(value))) if isinstance(value, float) else Fraction(value)
    rounded = half_up(exact, decimals)
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))
