"""Records: what was read from files, by the bytes of the file; nothing is read twice."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from iku.consolidation.record import Record
from iku.messages import Language
from workflow.history.engine import engine
from workflow.history.opening import opened, transaction


class Records:
    """The records of one program and language, kept as soon as they are handed over."""

    def __init__(self, database: sqlite3.Connection, language: Language) -> None:
        """Take an open history; see `records`."""
        self._database = database
        self.language: Language = language
        self._key = engine(), language
        self.empty = not self._any()
        self._whose: dict[str, tuple[str, int] | None] = {_digest(""): None}

    def _any(self) -> bool:
        found = self._database.execute(
            "SELECT 1 FROM records WHERE engine = ? AND language = ? LIMIT 1", self._key
        )
        return found.fetchone() is not None

    def holds(self, sha256: str) -> bool:
        """Whether a file with these bytes was read before."""
        found = self._database.execute(
            "SELECT 1 FROM records WHERE sha256 = ? AND engine = ? AND language = ?",
            (sha256, *self._key),
        )
        return found.fetchone() is not None

    def keep(self, read: Iterable[tuple[str, Record]]) -> None:
        """Keep what was read from files, by their SHA-256, in one transaction."""
        with transaction(self._database):
            for sha256, record in read:
                digest = _digest(record.definition)
                self._database.execute(
                    "INSERT OR IGNORE INTO definitions VALUES (?, ?)", (digest, record.definition)
                )
                self._database.execute(
                    "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
                    (sha256, *self._key, digest, record.content),
                )

    def of(self, sha256: str) -> Record:
        """Return the record of a file; KeyError where it was never read."""
        row = self._database.execute(
            "SELECT d.content, r.content FROM records r JOIN definitions d"
            " ON d.digest = r.definition"
            " WHERE r.sha256 = ? AND r.engine = ? AND r.language = ?",
            (sha256, *self._key),
        ).fetchone()
        if row is None:
            raise KeyError(sha256)
        return Record(*row)

    def definition_of(self, sha256: str) -> tuple[str, int] | None:
        """Return code and year of the definition that a file carries; None where it has none.

        KeyError where the file was never read.
        """
        row = self._database.execute(
            "SELECT definition FROM records WHERE sha256 = ? AND engine = ? AND language = ?",
            (sha256, *self._key),
        ).fetchone()
        if row is None:
            raise KeyError(sha256)
        digest = str(row[0])
        if digest not in self._whose:
            (text,) = self._database.execute(
                "SELECT content FROM definitions WHERE digest = ?", (digest,)
            ).fetchone()
            tree = json.loads(text)
            self._whose[digest] = str(tree["kode"]), int(tree["tahun"])
        return self._whose[digest]

    def of_any_program(self, sha256: str) -> Record | None:
        """Return a record of a file, ours before another program's; None if none is kept."""
        row = self._database.execute(
            "SELECT d.content, r.content FROM records r JOIN definitions d"
            " ON d.digest = r.definition WHERE r.sha256 = ?"
            " ORDER BY r.engine = ? DESC LIMIT 1",
            (sha256, self._key[0]),
        ).fetchone()
        return None if row is None else Record(*row)


@contextmanager
def records(history: Path | None, language: Language) -> Iterator[Records]:
    """Open the records of a history; without one they are kept on disk until this ends.

    RefusedError as `workflow.history.opening.opened`.
    """
    with opened(history) as database:
        yield Records(database, language)


def _digest(definition: str) -> str:
    return hashlib.sha256(definition.encode()).hexdigest()
