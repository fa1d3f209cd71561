"""Which units must report for a period: those of the definition that exist at its end."""

from iku.definition.model import Definition, Unit

_PERIOD_ENDS = {"TW1": "03-31", "TW2": "06-30", "TW3": "09-30", "TW4": "12-31", "TAHUN": "12-31"}


def expected_units(definition: Definition, period: str) -> tuple[Unit, ...]:
    """Return the units that report for a period, in the definition's order.

    ``mulai`` and ``sampai`` are ISO dates, or just ``2025`` or ``2025-07``; a unit that ended
    before the last day of the period (penggabungan) does not report for it.
    """
    end = f"{definition.tahun}-{_PERIOD_ENDS[period]}"
    return tuple(one for one in definition.unit if _exists(one, end))


def _exists(unit: Unit, day: str) -> bool:
    """Compare dates as text, only as far as they were written."""
    started = not unit.mulai or unit.mulai <= day[: len(unit.mulai)]
    ended = bool(unit.sampai) and unit.sampai < day[: len(unit.sampai)]
    return started and not ended
