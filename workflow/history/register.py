"""The register of issued workbooks: what the regency sent out, by fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workflow.history.keys import keep_key, now
from workflow.history.opening import reading, writing

if TYPE_CHECKING:  # looking at the history must not cost the reading of definitions
    from collections.abc import Iterable
    from pathlib import Path

    from iku.terbitan import Terbitan
    from workflow.signing import PublicKey


class Issue(NamedTuple):
    """What the register keeps of one issued workbook, in the order of its columns.

    ``issued_at`` is ISO 8601, empty before it is written down and for what was issued before that
    was kept; ``kunci`` is the fingerprint of the key it was signed with, empty for none.
    """

    sidik: str
    manifes: str
    unit: str
    templat: str
    versi: str
    tata_letak: str
    issued_at: str = ""
    kunci: str = ""

    @classmethod
    def of(cls, terbitan: Terbitan, manifest: str, kunci: str = "") -> Issue:
        """Return the entry of a workbook whose manifest has this SHA-256."""
        definition = terbitan.definisi
        return cls(
            terbitan.sidik,
            manifest,
            terbitan.unit.kode,
            definition.kode,
            definition.versi,
            str(terbitan.tata_letak),
            kunci=kunci,
        )


class History:
    """The register; the file is made when first written to."""

    def __init__(self, path: Path) -> None:
        """Take the place of the register; nothing is opened yet."""
        self.path = path

    def record_issues(self, issues: Iterable[Issue], key: PublicKey | None = None) -> None:
        """Write down workbooks as issued now, all of them or none, and the key they are signed with.

        RefusedError where that key was withdrawn. What is issued once more is the latest again.
        """
        issued_at = now()
        dated = (one if one.issued_at else one._replace(issued_at=issued_at) for one in issues)
        with writing(self.path) as database:
            if key is not None:
                keep_key(database, key)
            database.executemany(
                "INSERT OR REPLACE INTO terbitan VALUES (?, ?, ?, ?, ?, ?, ?, ?)", dated
            )

    def issued_manifest(self, sidik: str) -> str | None:
        """Return the manifest's SHA-256 of an issued fingerprint, or None if it is unknown."""
        with reading(self.path) as database:
            found = database.execute(
                "SELECT manifes FROM terbitan WHERE sidik = ?", (sidik,)
            ).fetchone()
        return None if found is None else str(found[0])

    def issued(self, templat: str) -> dict[str, tuple[Issue, ...]]:
        """Return every issue of a definition by the unit's code, the latest last."""
        found: dict[str, tuple[Issue, ...]] = {}
        with reading(self.path) as database:
            rows = database.execute(
                "SELECT * FROM terbitan WHERE templat = ? ORDER BY rowid", (templat,)
            )
            for issue in (Issue(*map(str, row)) for row in rows):
                found[issue.unit] = (*found.get(issue.unit, ()), issue)
        return found

    def issues_of(self, unit: str, templat: str) -> tuple[Issue, ...]:
        """Return what was issued to a unit (its code) from a definition, the latest last."""
        with reading(self.path) as database:
            rows = database.execute(
                "SELECT * FROM terbitan WHERE unit = ? AND templat = ? ORDER BY rowid",
                (unit, templat),
            )
            return tuple(Issue(*map(str, row)) for row in rows)
