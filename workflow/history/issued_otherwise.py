"""Forms that were issued under the same version number, and are not the same."""

from collections.abc import Iterable
from pathlib import Path

from workflow.history.opening import reading

_QUERY = (
    "SELECT other.unit FROM terbitan AS own JOIN terbitan AS other"
    " USING (unit, templat, versi, tata_letak)"
    " WHERE own.sidik = ? AND other.sidik <> own.sidik LIMIT 1"
)


def issued_otherwise(history: Path, sidik: Iterable[str]) -> list[str]:
    """Return the codes of the units that hold another form of the same version.

    ``sidik`` are the fingerprints of forms that the register knows. A form of another layout is
    left out: the program changed then, not the definition.
    """
    with reading(history) as database:
        found = [database.execute(_QUERY, (one,)).fetchone() for one in sidik]
    return [str(row[0]) for row in found if row is not None]
