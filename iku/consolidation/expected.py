"""Which units exist when: who must report for a period, and who only had to for an earlier one."""

from iku.definition.existence import absences
from iku.definition.model import Definition, Unit
from iku.periods import up_to


def seated_units(definition: Definition, period: str) -> tuple[Unit, ...]:
    """Return the units that report for a period or had to for an earlier one of its year.

    A unit that has ended since (penggabungan) keeps its place in the quarters in which it existed.
    In the definition's order.
    """
    asked = tuple(one for one in up_to(period) if one in definition.periods)
    found = ((unit, absences(unit, definition)) for unit in definition.unit)
    return tuple(unit for unit, absent in found if any(one not in absent for one in asked))
