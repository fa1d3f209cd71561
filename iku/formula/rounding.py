"""Rounding as Excel does it: half away from zero, on the number as 15 digits show it.

A binary float cannot hold 1.005; what it holds is a little less, and would round down. Excel looks
at the first 15 significant digits, where it reads 1.005, and rounds up.
"""

from decimal import ROUND_HALF_UP, Decimal

# No float has a digit beyond these places, so nothing is left to round there.
FINEST_PLACE = 330
COARSEST_PLACE = -310


def fifteen_digits(number: float) -> Decimal:
    """Return the decimal number of 15 significant digits that Excel takes a float for."""
    return Decimal(format(number, ".15g"))


def rounded_decimal(number: float, places: int) -> Decimal:
    """Return ``number`` rounded half away from zero; negative ``places`` round tens, hundreds.

    >>> rounded_decimal(1.005, 2), rounded_decimal(-1250.0, -2)
    (Decimal('1.01'), Decimal('-1.3E+3'))
    """
    decimal = fifteen_digits(number)
    places = min(max(places, COARSEST_PLACE), FINEST_PLACE)
    exponent = decimal.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= places:
        return decimal
    return decimal.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def round_half_up(number: float, places: int) -> float:
    """Return Excel's ROUND.

    >>> round_half_up(92.355, 2), round_half_up(2.675, 2), round_half_up(-2.5, 0)
    (92.36, 2.68, -3.0)
    """
    if places >= 0 and number.is_integer():
        return number
    return float(rounded_decimal(number, places)) + 0.0  # never minus zero


def fixed_text(number: float, places: int, *, grouped: bool) -> str:
    """Return Excel's FIXED as an English-language Excel shows it.

    >>> fixed_text(20198106.5, 0, grouped=True), fixed_text(92.355, 2, grouped=False)
    ('20,198,107', '92.36')
    """
    decimal = rounded_decimal(number, places) or Decimal(0)  # never minus zero
    return format(decimal, f"{',' if grouped else ''}.{max(places, 0)}f")
