"""The arithmetic written in a text: ``48/52 x 100% = 91,80%`` as exact values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice, product

from iku.audit.tokens import Token, runs_in
from iku.calculation.rumus import rumus_value
from iku.definition.scalars import plain_number
from iku.formula.error import FormulaError
from iku.numbers_as_typed import readings
from iku.printed import Printed

_MEAN = re.compile(r"rata\s*[-–]?\s*rata\b[^=/]*=?[\s=:]*$", re.IGNORECASE)
_TIMES_HUNDRED = re.compile(r"[x×*]\s*100\s*%?", re.IGNORECASE)
_ENUMERATED = re.compile(r"^\s*(?:[a-z]|[0-9]{1,2})[.)]\s+", re.IGNORECASE)
_HOURS = re.compile(r"\s*(?:jam|wib|wita|wit)\b", re.IGNORECASE)  # 08.00 - 15.30 is no number
_YEAR = re.compile(r"(?:19|20)\d\d")  # 2021-2023 is a span of time, 2023/2024 a school year
_MOST_READINGS = 64  # combinations of ambiguous numbers that are tried for one calculation
_LONGEST = 60  # tokens of one expression; longer runs are tables of numbers, not arithmetic


@dataclass(frozen=True, slots=True)
class Share:
    """One division with numbers: ``top / bottom * factor``."""

    top: Fraction
    bottom: Fraction
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Statement:
    """A calculation as printed, or (``written`` empty) a result without one, as for a mean.

    ``value`` is None where a denominator is zero. ``label`` is what is said before it. ``written``
    is the calculation as printed. ``numbers`` are its numbers as typed.
    """

    label: str
    printed: Printed
    written: str = ""
    value: Fraction | None = None
    share: Share | None = None
    rupiah: bool = False
    numbers: tuple[str, ...] = ()
    start: int = 0

    @property
    def is_mean(self) -> bool:
        """Whether the text calls the result a mean."""
        return _MEAN.search(self.label) is not None

    @property
    def name(self) -> str:
        """What the label calls the figure, without enumeration and punctuation."""
        return _ENUMERATED.sub("", self.label).strip(" =:;,.-–")


def statements(text: str) -> tuple[Statement, ...]:
    """Return the calculations and means written in a text, in reading order.

    >>> [(str(one.printed.number), one.value) for one in statements("a. 15/18 x 100% = 83,33%")]
    [('83.33', Fraction(250, 3))]
    >>> [(one.written, one.is_mean) for one in statements("Rata – rata = 25 %")]
    [('', True)]
    """
    found: list[Statement] = []
    after = 0
    for run in runs_in(text):
        statement = _statement(text, run, after)
        if statement is not None:
            found.append(statement)
            after = run[-1].end
    return tuple(found)


def verbal(text: str) -> str:
    """Return a rumus in words: what stands before the first calculation with numbers.

    >>> verbal("Jumlah RT aktif / Jumlah RT x 100% 48/52 x 100% = 92,31%")
    'Jumlah RT aktif / Jumlah RT x 100%'
    """
    found = next((one for one in statements(text) if one.written), None)
    said = text if found is None else text[: found.start]
    times = _TIMES_HUNDRED.search(said)
    return (said[: times.end()] if times else said).strip(" =:")


def _statement(text: str, run: list[Token], after: int) -> Statement | None:
    parts = _between_equals(run)
    if len(parts) < 2 or not parts[-1] or not parts[-1][0].digits:
        return None
    result = parts[-1][0]
    expressions = list(filter(None, map(_expression, parts[:-1])))
    start = expressions[0][0].start if expressions else result.start
    label = _TIMES_HUNDRED.split(text[after:start])[-1]
    bare = Statement(label, Printed(_customary(result), result.percent), start=start)
    if not expressions:
        return bare if bare.is_mean and len(parts[-1]) == 1 else None
    if _HOURS.match(text[result.end :]):
        return None
    found = [_calculated(text, one, result, bare) for one in expressions]
    return next((one for one in found if _is_right(one.value, one.printed)), found[0])


def _between_equals(run: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in run:
        if token.kind == "equals":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _expression(part: list[Token]) -> list[Token] | None:
    """Return the longest end of a stretch that is arithmetic with at least two numbers."""
    for start in range(max(0, len(part) - _LONGEST), len(part)):
        kept = part[start:]
        if all(_YEAR.fullmatch(one.digits) for one in kept if one.kind == "number"):
            return None
        if kept[0].text not in {"+", "-"} and sum(one.kind == "number" for one in kept) >= 2:
            try:
                rumus_value(_formula(kept, [Decimal(1)] * len(kept)), {})
            except FormulaError:
                continue
            return kept
    return None


def _formula(part: Sequence[Token], numbers: Sequence[Decimal]) -> str:
    """Return a stretch as a formula; ``numbers`` are the values of its numbers, in order."""
    values = iter(numbers)
    return "".join(
        plain_number(next(values)) if token.kind == "number" else token.text for token in part
    )


def _readings(token: Token) -> tuple[Decimal, ...]:
    """Return what a number can mean; what has no customary form keeps its digits."""
    return readings(token.digits) or (Decimal(re.sub(r"\D", "", token.digits)),)


def _customary(token: Token) -> Decimal:
    return _readings(token)[-1]


def _calculated(text: str, part: list[Token], result: Token, bare: Statement) -> Statement:
    """Return the statement in the reading that makes it true, else in the customary one."""
    typed = [token for token in part if token.kind == "number"]
    trials = list(islice(product(*map(_readings, typed)), _MOST_READINGS))
    values = [_value(part, trial, result) for trial in trials]
    printed = [Printed(number, result.percent) for number in _readings(result)]
    pairs = [(n, one) for n in range(len(trials)) for one in printed]
    right = next((pair for pair in pairs if _is_right(values[pair[0]], pair[1])), None)
    n, shown = right or (0, _nearest(printed, values[0]))
    return Statement(
        bare.label,
        shown,
        text[part[0].start : part[-1].end],
        values[n],
        _share(part, trials[n], values[n]),
        any(token.rupiah for token in typed),
        tuple(token.digits for token in typed),
        bare.start,
    )


def _is_right(value: Fraction | None, printed: Printed) -> bool:
    return value is not None and printed.is_rounded(value)


def _nearest(printed: Sequence[Printed], value: Fraction | None) -> Printed:
    if value is None:
        return printed[-1]
    return min(printed, key=lambda one: abs(one.value - value))


def _value(part: list[Token], numbers: Sequence[Decimal], result: Token) -> Fraction | None:
    """Return the exact value in the measure in which the result is printed, as near as it comes.

    "48/52 = 92,31%" leaves the hundred out, "48/52 x 100% = 0,92" takes the percent at its word.
    """
    figure = rumus_value(_formula(part, numbers), {})
    if not figure.counted:
        return None
    typed = [token for token in part if token.kind == "number"]
    meant = [figure.number]
    if result.percent and not any(token.percent or token.digits == "100" for token in typed):
        meant.append(figure.number * 100)
    if not result.percent and any(token.percent for token in typed):
        meant.append(figure.number / 100)
    printed = Fraction(_customary(result))
    return min(meant, key=lambda value: abs(value - printed))


def _share(part: list[Token], numbers: Sequence[Decimal], value: Fraction | None) -> Share | None:
    """Return the one division of a calculation, where it is nothing but that and a factor."""
    strokes = [n for n, token in enumerate(part) if token.text == "/"]
    if len(strokes) != 1 or value is None:
        return None
    top = part[: strokes[0]]
    below = part[strokes[0] + 1 :]
    split = next((n for n, token in enumerate(below) if token.text == "*" and n), len(below))
    bottom = below[:split]
    if not (_is_one(top) and _is_one(bottom)):
        return None
    counted = sum(token.kind == "number" for token in top)
    under = sum(token.kind == "number" for token in bottom)
    above = rumus_value(_formula(top, numbers[:counted]), {})
    divisor = rumus_value(_formula(bottom, numbers[counted : counted + under]), {})
    if not above.counted or not divisor.counted or above.number == 0:
        return None
    factor = value * divisor.number / above.number
    return Share(above.number, divisor.number, factor)


def _is_one(part: list[Token]) -> bool:
    """Whether a stretch is a single number or stands in brackets as a whole."""
    if len(part) == 1:
        return part[0].kind == "number"
    inside = part[1:-1]
    return (
        len(part) > 2
        and (part[0].text, part[-1].text) == ("(", ")")
        and not any(token.text in {"(", ")"} for token in inside)
    )
