"""In which periods a unit exists: one that began or ended during the year does not in all."""

from collections.abc import Mapping
from typing import Final

from iku.definition.model import Definition, Unit

NOT_YET: Final = "Belum dibentuk"
NO_MORE: Final = "Sudah tidak ada"
ABSENCES: Final = (NOT_YET, NO_MORE)
"""Why a unit has no figure in a period; it is not among the m of "n dari m" then."""
_PERIOD_ENDS: Final = {
    "TW1": "03-31",
    "TW2": "06-30",
    "TW3": "09-30",
    "TW4": "12-31",
    "TAHUN": "12-31",
}


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
