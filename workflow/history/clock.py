"""Clock: whether the history holds a moment that this computer's clock has not reached yet.

Nothing in the history is ordered by time: runs, closings and keys follow each other by number, so
that a clock which goes back loses nothing. But what is written now carries a wrong date, or what
was written then does, and somebody should know.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from workflow.history.decisions import VERIFIED
from workflow.history.opening import reading

_TOLERANCE = timedelta(minutes=10)  # by which the clocks of two computers may differ
_MOMENTS = (
    "SELECT max(made_at) FROM runs UNION ALL SELECT max(issued_at) FROM terbitan"
    " UNION ALL SELECT max(added_at) FROM keys UNION ALL SELECT made_at FROM decisions"
    " WHERE kind <> ?"  # what was verified carries the date that the verifier wrote
)


def moment_ahead(history: Path, now: datetime | None = None) -> datetime | None:
    """Return the latest moment in the history that lies ahead of the clock; None where none does.

    ``now`` is the clock's time, with its zone; left out, that of this computer.
    """
    clock = now or datetime.now(UTC).astimezone()
    with reading(history) as database:
        written = [text for (text,) in database.execute(_MOMENTS, (VERIFIED,)) if text]
    latest = max(map(datetime.fromisoformat, written), default=clock)
    return latest if latest > clock + _TOLERANCE else None
