"""The truth: every figure from what was typed, in fractions, by rules written down here again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.regency.figures import NIHIL, NOT_YET, Typed
from tests.regency.measures import GOALS, MEASURES, PERIODS, Measure, NoQuotientError, mean
from tests.regency.units import Kecamatan

BLANK, NOT_DUE, NO_OBJECT = "Belum diisi", "Belum waktunya", "Tidak ada objek"
IMPOSSIBLE, ALONE = "Tidak dapat dihitung", "Tidak digabung"
STOPS = (NOT_YET, IMPOSSIBLE, BLANK, NOT_DUE)
LEAST, MOST = Fraction(0), Fraction(120)
Value = Fraction | str
"""A number, or why there is none."""


@dataclass(frozen=True)
class Spoken:
    """What counts of one unit: what was typed, and up to which period it speaks (empty: silent)."""

    unit: Kecamatan
    typed: Typed
    period: str = ""
    central: Mapping[str, Value] = None  # type: ignore[assignment]
    rejected: frozenset[tuple[str, str, str]] = frozenset()

    def speaks(self, period: str) -> bool:
        return bool(self.period) and PERIODS.index(period) <= PERIODS.index(self.period)


def stop(values: Iterable[Value]) -> str:
    """The reason that explains most, empty where nothing stands in the way."""
    found = {one for one in values if isinstance(one, str)}
    return next((one for one in STOPS if one in found), "")


def numbers_of(values: Iterable[Value]) -> list[Fraction]:
    return [one for one in values if isinstance(one, Fraction)]


def typed_at(said: Spoken, kode: str, part: str, period: str) -> Value:
    """One entry."""
    if (kode, part, period) in said.rejected:
        return IMPOSSIBLE
    own = said.typed.get((kode, part, period), said.typed.get((kode, "", period)))
    return BLANK if own is None else own


def summed(values: Sequence[Value], make: Callable[[list[Fraction]], Fraction]) -> Value:
    """Several quarters in one."""
    numbers = numbers_of(values)
    return stop(values) or (make(numbers) if numbers else NIHIL)


def add(numbers: list[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0))


def component(said: Spoken, measure: Measure, part: str, period: str) -> Value:
    """A component up to a period."""
    how = measure.parts[part]
    kode, name = ("bersama", measure.shared[part]) if how == "bersama" else (measure.kode, part)
    values = [typed_at(said, kode, name, one) for one in measure.entered(period)]
    if how == "arus":
        return values[-1] if measure.combined else summed(values, add)
    if how == "sd":
        return next((one for one in reversed(values) if one != NIHIL), NIHIL)
    known = [one for one in values if one not in {NIHIL, BLANK}]
    return known[-1] if known else NIHIL if NIHIL in values else BLANK


def components(said: Spoken, measure: Measure, period: str) -> dict[str, Value]:
    if not said.speaks(period):
        return dict.fromkeys(measure.parts, BLANK)
    return {part: component(said, measure, part, period) for part in measure.parts}


def worked_out(measure: Measure, parts: Mapping[str, Value]) -> Value:
    """The formula over components."""
    blocked = stop(parts.values())
    if blocked:
        return blocked
    if all(parts[one] == NIHIL for one in measure.own):
        return NIHIL
    assert measure.formula is not None
    try:
        return measure.formula({k: one for k, one in parts.items() if isinstance(one, Fraction)})
    except NoQuotientError:
        return IMPOSSIBLE


def realisasi(said: Spoken, measure: Measure, period: str) -> Value:
    """What a unit came to."""
    if measure.kode in said.unit.without or not said.unit.expected(period):
        return NO_OBJECT
    if measure.yearly and period != "TAHUN":
        return NOT_DUE
    if measure.central:
        told = (said.central or {}).get(measure.kode)
        return told if told is not None else NOT_YET if said.speaks(period) else BLANK
    if not said.speaks(period):
        return BLANK
    quarters = measure.entered(period)
    if measure.combined:
        each = [worked_out(measure, components(said, measure, one)) for one in quarters]
        return summed(each, mean)
    if measure.parts:
        return worked_out(measure, components(said, measure, period))
    values = [typed_at(said, measure.kode, "nilai", one) for one in quarters]
    return summed(values, add) if measure.quarters == "jumlah" else values[-1]


def capaian(measure: Measure, value: Value, target: Fraction | None) -> Value:
    """Realisasi against a target, in percent."""
    if isinstance(value, str):
        return value
    if measure.direction == "2 sampai 4":
        low, high = Fraction(2), Fraction(4)
        if low <= value <= high:
            return Fraction(100)
        return value / low * 100 if value < low else max(LEAST, (2 * high - value) / high * 100)
    if not target:
        return IMPOSSIBLE
    if measure.direction == "turun A":
        return (2 * target - value) / target * 100
    if measure.direction == "turun B":
        return target / value * 100 if value else IMPOSSIBLE
    return value / target * 100


def limited(value: Fraction) -> Fraction:
    return min(MOST, max(LEAST, value))


@dataclass(frozen=True)
class Averages:
    """The three means."""

    plain: Value
    capped: Value
    by_goal: Value


def averages(added: Mapping[str, Fraction | None]) -> Averages:
    """The means of what each indicator adds."""

    def of(codes: Iterable[str], *, capped: bool = False) -> Value:
        values = [one for kode in codes if (one := added[kode]) is not None]
        return mean([limited(one) if capped else one for one in values]) if values else BLANK

    goals = numbers_of(of(codes) for codes in GOALS)
    return Averages(of(added), of(added, capped=True), mean(goals) if goals else BLANK)


def adds(measure: Measure, value: Value, reached: Value) -> Fraction | None:
    """What an indicator adds to a mean."""
    if isinstance(reached, Fraction):
        return reached
    return measure.if_none if value == NIHIL else None


def unit_capaian(said: Spoken, measure: Measure, period: str) -> Value:
    target = said.unit.target(measure.kode, period)
    return capaian(measure, realisasi(said, measure, period), target)


def unit_averages(said: Spoken, period: str) -> Averages:
    """The means of one unit."""
    return averages(
        {
            one.kode: adds(one, realisasi(said, one, period), unit_capaian(said, one, period))
            for one in MEASURES
        }
    )


@dataclass(frozen=True)
class Regency:
    """One indicator of the regency in one period."""

    realisasi: Value
    capaian: Value
    n: int
    of: int


def regency(everyone: Sequence[Spoken], measure: Measure, period: str) -> Regency:
    """What an indicator came to in the regency."""
    values = [realisasi(one, measure, period) for one in everyone]
    due = [one for one in values if one not in {NOT_DUE, NO_OBJECT}]
    n = sum(isinstance(one, Fraction) or one == NIHIL for one in due)
    total = IMPOSSIBLE if measure.units == "tidak" else _total(everyone, measure, period, values)
    return Regency(total, capaian(measure, total, measure.target.get(period)), n, len(due))


def _total(
    everyone: Sequence[Spoken], measure: Measure, period: str, values: Sequence[Value]
) -> Value:
    if all(one in {NOT_DUE, NO_OBJECT} for one in values):
        return _reason(values)
    if measure.units == "komponen":
        if measure.combined:
            quarters = measure.entered(period)
            return summed([_of_components(everyone, measure, one) for one in quarters], mean)
        return _of_components(everyone, measure, period)
    if measure.units == "jumlah":
        kept = [realisasi(one, measure, last) for one, last in ended(everyone, measure, period)]
        values = [*values, *numbers_of(kept)]
    numbers = numbers_of(values)
    if not numbers:
        return _reason(values)
    match measure.units:
        case "jumlah":
            return add(numbers)
        case "maks":
            return max(numbers)
        case "min":
            return min(numbers)
        case "rata_rata":
            return mean(numbers)
    return _weighted(everyone, measure, period, values)


def ended(
    everyone: Sequence[Spoken], measure: Measure, period: str
) -> Iterator[tuple[Spoken, str]]:
    """Units that are no more, and their last quarter: what they did until then, they did.

    Only what happens quarter by quarter stays: a stock has passed to somebody else.
    """
    flows = set(measure.parts.values()) <= {"arus"} and measure.quarters != "akhir"
    if not flows or measure.yearly or not any(one.speaks(period) for one in everyone):
        return
    for said in everyone:
        known = [one for one in measure.entered(period) if said.unit.expected(one)]
        if known and not said.unit.expected(period) and said.speaks(known[-1]):
            yield said, known[-1]


def _weighted(
    everyone: Sequence[Spoken], measure: Measure, period: str, values: Sequence[Value]
) -> Value:
    total, weights = Fraction(0), Fraction(0)
    for said, value in zip(everyone, values, strict=True):
        weight = components(said, measure, period)[measure.weight]
        if isinstance(value, Fraction) and isinstance(weight, Fraction):
            total, weights = total + value * weight, weights + weight
    return total / weights if weights else IMPOSSIBLE


def _of_components(everyone: Sequence[Spoken], measure: Measure, period: str) -> Value:
    """The formula over components added up: all of a unit's, or none."""
    sums: dict[str, Fraction] = {}
    states: list[Value] = []
    for said in everyone:
        here = measure.kode not in said.unit.without and said.unit.expected(period)
        if measure.combined and here:
            parts = components(said, measure, period)
            value = worked_out(measure, parts)
        else:
            value, parts = realisasi(said, measure, period), components(said, measure, period)
        states.append(value)
        _add_parts(sums, value, parts)
    if not measure.combined:
        for said, last in ended(everyone, measure, period):
            _add_parts(sums, realisasi(said, measure, last), components(said, measure, last))
    if not sums:
        return _reason(states)
    return worked_out(measure, {part: sums.get(part, NIHIL) for part in measure.parts})


def _add_parts(sums: dict[str, Fraction], value: Value, parts: Mapping[str, Value]) -> None:
    """Add the components of one unit, if they all are numbers."""
    if isinstance(value, Fraction) or (value == IMPOSSIBLE and not stop(parts.values())):
        for kode, one in parts.items():
            if isinstance(one, Fraction):
                sums[kode] = sums.get(kode, Fraction(0)) + one


def _reason(values: Sequence[Value]) -> str:
    return NIHIL if NIHIL in values else stop(values) or NO_OBJECT


def regency_averages(everyone: Sequence[Spoken], period: str) -> Averages:
    """The means of the regency."""
    found = {one.kode: (one, regency(everyone, one, period)) for one in MEASURES}
    return averages(
        {kode: adds(one, told.realisasi, told.capaian) for kode, (one, told) in found.items()}
    )
