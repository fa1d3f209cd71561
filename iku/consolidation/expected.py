"""Which units exist when: who must report for a period, and who only had to for an earlier one."""

from collections.abc import Mapping

from iku.definition.model import Definition, Unit
from iku.periods import up_to

NOT_YET, NO_MORE = "Belum dibentuk", "Sudah tidak ada"
"""Why a unit has no figure in a period; it is not among the m of "n dari m" then."""
ABSENCES = (NOT_YET, NO_MORE)
_PERIOD_ENDS = {"TW1": "03-31", "TW2": "06-30", "TW3": "09-30", "TW4": "12-31", "TAHUN": "12-31"}


def seated_units(definition: Definition, period: str) -> tuple[Unit, ...]:
    """Return the units that report for a period or had to for an earlier one of its year.

    A unit that has ended since (penggabungan) keeps its place in the quarters in which it existed.
    In the definition's order.
    """
    asked = tuple(one for one in up_to(period) if one in definition.periods)
    found = ((unit, absences(unit, definition)) for unit in definition.unit)
    return tuple(unit for unit, absent in found if any(one not in absent for one in asked))


def absences(unit: Unit, definition: Definition) -> Mapping[str, str]:
    """Return the periods at whose end a unit does not exist, each with the words for it.

    ``mulai`` and ``sampai`` are ISO dates, or just ``2025`` or ``2025-07``; a unit that ended
    before the last day of a period does not report for it.
    """
    if not unit.mulai and not unit.sampai:
        return {}
    ends = {one: f"{definition.tahun}-{_PERIOD_ENDS[one]}" for one in definition.periods}
    return {one: words for one, day in ends.items() if (words := _absence(unit, day))}


def _absence(unit: Unit, day: str) -> str:
    """Compare dates as text, only as far as they were written; empty where the unit exists."""
    if unit.mulai and unit.mulai > day[: len(unit.mulai)]:
        return NOT_YET
    ended = bool(unit.sampai) and unit.sampai < day[: len(unit.sampai)]
    return NO_MORE if ended else ""
