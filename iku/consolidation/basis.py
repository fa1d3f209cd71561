"""What kecamatan are ranked by: the mean over the indicators that can be compared."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from iku.calculation.capaian import limited, rule_of
from iku.calculation.figure import BELUM_DIISI, Figure, counted
from iku.calculation.results import Results, weight
from iku.definition.model import Definition, Indikator


def only_of_one(
    definition: Definition, applies: Sequence[Callable[[Indikator], bool]]
) -> tuple[Indikator, ...]:
    """Return the indicators that only one of several units has.

    ``applies`` tells of each unit whether an indicator has an object there.
    """
    if len(applies) < 2:
        return ()
    return tuple(one for one in definition.indikator if sum(has(one) for has in applies) == 1)


def basis_mean(
    definition: Definition, results: Results, period: str, indikator: Iterable[Indikator]
) -> Figure:
    """Return the mean of a unit that it is ranked by, over some indicators only."""
    dasar = definition.pengaturan.peringkat.dasar
    taken = {one.kode for one in indikator}
    capped = dasar == "rata_rata_batas"
    groups = [sasaran.indikator for sasaran in definition.sasaran]
    if dasar != "rata_rata_sasaran":
        groups = [definition.indikator]
    means = [
        _mean(definition, results, period, [o for o in group if o.kode in taken], capped=capped)
        for group in groups
    ]
    numbers = [one for one in means if one is not None]
    if not numbers:
        return BELUM_DIISI
    return counted(sum(numbers, Fraction(0)) / len(numbers))


def _mean(
    definition: Definition,
    results: Results,
    period: str,
    indikator: Iterable[Indikator],
    *,
    capped: bool,
) -> Fraction | None:
    total, divisor = Fraction(0), Fraction(0)
    for one in indikator:
        added = results.result(one.kode, period).in_mean
        if added is not None:
            value = limited(rule_of(definition, one), added) if capped else added
            total += value * weight(definition, one)
            divisor += weight(definition, one)
    return total / divisor if divisor else None
