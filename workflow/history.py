"""History: the regency's register of issued workbooks, an SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iku.terbitan import Terbitan

_SCHEMA = """
CREATE TABLE IF NOT EXISTS terbitan (
    sidik TEXT PRIMARY KEY,
    manifes TEXT NOT NULL,
    unit TEXT NOT NULL,
    templat TEXT NOT NULL,
    versi TEXT NOT NULL,
    tata_letak TEXT NOT NULL
)
"""


class History:
    """The register; the file is made when first written to."""

    def __init__(self, path: Path) -> None:
        """Take the place of the register; nothing is opened yet."""
        self.path = path

    def record_issue(self, terbitan: Terbitan, manifest: str) -> None:
        """Write down an issued workbook: its fingerprint and its manifest's SHA-256."""
        definition = terbitan.definisi
        row = (
            terbitan.sidik,
            manifest,
            terbitan.unit.kode,
            definition.kode,
            definition.versi,
            str(terbitan.tata_letak),
        )
        with self._opened() as database:
            database.execute("INSERT OR REPLACE INTO terbitan VALUES (?, ?, ?, ?, ?, ?)", row)

    def issued_manifest(self, sidik: str) -> str | None:
        """Return the manifest's SHA-256 of an issued fingerprint, or None if it is unknown."""
        with self._opened() as database:
            found = database.execute(
                "SELECT manifes FROM terbitan WHERE sidik = ?", (sidik,)
            ).fetchone()
        return None if found is None else str(found[0])

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path)
        try:
            with database:
                database.execute(_SCHEMA)
                yield database
        finally:
            database.close()
