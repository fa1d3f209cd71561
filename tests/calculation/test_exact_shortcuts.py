"""What is reckoned on a shorter way is what fractions give, step by step."""

import random
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest

from iku.calculation.figure import NIHIL, TIDAK_DAPAT, Figure, counted, half_up, total
from iku.calculation.rumus import rumus_value
from iku.formula.parser import parse
from iku.formula.tree import Binary, Call, Name, Node, Number, Unary, names_in

RUMUS = (
    "a/b*100",
    "(a-b)/c",
    "AVERAGE(a/b, c/d)*100",
    "SUM(a, b, 2.5)/-d",
    "MIN(a/b, MAX(c, -d))",
    "ROUND(a/b*100, 2)-ROUND(c, 0)",
    "a/(b-c)/-2.50",
    "AVERAGE(a, b, c/d)-a*b*c*d/7",
)
NUMBERS = tuple(map(Fraction, ("0", "1", "-3", "2584", "0.1", "98.88", "-7/3", "999999999999999")))


def step_by_step(node: Node, figures: dict[str, Figure]) -> Fraction:
    match node:
        case Number(text):
            return Fraction(text)
        case Name(name):
            return figures[name].value or Fraction(0)
        case Unary(_, operand):
            return -step_by_step(operand, figures)
        case Binary(sign, left, right):
            values = step_by_step(left, figures), step_by_step(right, figures)
            if sign == "/":
                return values[0] / values[1]
            added = {"+": values[1], "-": -values[1]}
            return values[0] + added[sign] if sign in added else values[0] * values[1]
        case Call("AVERAGE", parts):
            kept = [part for part in parts if any(figures[one] != NIHIL for one in names_in(part))]
            return sum((step_by_step(one, figures) for one in kept), Fraction(0)) / len(kept)
        case Call(function, parts):
            found = [step_by_step(part, figures) for part in parts]
            if function == "ROUND":
                return Fraction(half_up(found[0], int(found[1])))
            return {"SUM": sum(found, Fraction(0)), "MIN": min(found), "MAX": max(found)}[function]
    raise TypeError(node)


@pytest.mark.parametrize("rumus", RUMUS)
def test_a_rumus_is_worked_out_as_with_fractions(rumus: str) -> None:
    rng = random.Random(rumus)  # noqa: S311
    for _ in range(300):
        figures = {
            name: NIHIL if rng.random() < 0.2 else counted(rng.choice(NUMBERS)) for name in "abcd"
        }
        try:
            expected = counted(step_by_step(parse(rumus), figures))
        except ZeroDivisionError:
            expected = TIDAK_DAPAT

        assert rumus_value(rumus, figures) == expected


def test_a_total_is_the_sum() -> None:
    assert total([]) == 0
    assert total(NUMBERS) == sum(NUMBERS, Fraction(0))
    assert total(NUMBERS[:4]) == sum(NUMBERS[:4], Fraction(0))


@pytest.mark.parametrize("decimals", [0, 1, 2, 6])
def test_half_up_is_what_decimals_round_to(decimals: int) -> None:
    rng = random.Random(decimals)  # noqa: S311
    for _ in range(300):
        value = Fraction(rng.randint(-(10**9), 10**9), rng.choice([1, 2, 8, 1000, 10**7]))
        with localcontext() as context:
            context.prec = 60
            decimal = Decimal(value.numerator) / Decimal(value.denominator)
            expected = decimal.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)

        found = half_up(value, decimals)
        assert (found, found.as_tuple().exponent) == (expected, -decimals)
        assert not (found == 0 and found.is_signed())
