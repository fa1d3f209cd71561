"""Opening the history: one transaction at a time, of today's schema, and faults in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workflow.refusal import RefusedError

PATIENCE = 30.0  # seconds that a second run waits for the first
_SCRIPTS = tuple(sorted(Path(__file__).with_name("schema").glob("*.sql")))
VERSION = len(_SCRIPTS)
"""The schema's version, kept in the file as ``PRAGMA user_version``."""

_FAULTS = {
    "SQLITE_BUSY": "riwayat sedang dipakai oleh proses lain; tunggu sampai selesai, lalu jalankan lagi",
    "SQLITE_NOTADB": "bukan berkas riwayat; periksa namanya, atau pilih nama lain untuk riwayat baru",
    "SQLITE_CORRUPT": "riwayat rusak; pulihkan dari salinan cadangan, atau mulai riwayat baru dengan nama lain",
    "SQLITE_READONLY": "riwayat tidak boleh ditulisi; periksa izin berkas dan foldernya",
    "SQLITE_CANTOPEN": "riwayat tidak dapat dibuka; periksa nama folder dan izinnya",
    "SQLITE_IOERR": "riwayat tidak dapat dibaca atau ditulis; periksa apakah diskanya penuh atau terlepas, lalu jalankan lagi",
    "SQLITE_FULL": "riwayat tidak dapat ditulis karena diska penuh; kosongkan tempat, lalu jalankan lagi",
}


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the history for looking things up; one that does not exist yet is empty, and not made.

    RefusedError as `opened`.
    """
    with opened(path if path.exists() else None) as database:
        yield database


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the history for one transaction: everything inside is kept, or nothing.

    RefusedError as `opened`.
    """
    with opened(path) as database, transaction(database):
        yield database


@contextmanager
def opened(path: Path | None) -> Iterator[sqlite3.Connection]:
    """Open the history in today's schema; None is an empty one on disk that nobody keeps.

    RefusedError, in a sentence for the operator, where another run keeps it longer than
    `PATIENCE`, where the file is no history or a newer product's, or cannot be written.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    with _told(path):
        # Transactions are ours to begin: the module's own would leave schema changes outside.
        # The rollback journal stays: unlike WAL it is safe on the shared folders of an office.
        database = sqlite3.connect(path or "", timeout=PATIENCE, isolation_level=None)
        try:
            _migrate(database, path)
            yield database
        finally:
            database.close()


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Keep everything that is written inside, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.rollback()
        raise


def _migrate(database: sqlite3.Connection, path: Path | None) -> None:
    """Bring the tables up to today's version, all steps or none."""
    if _version(database, path) == VERSION:
        return
    with transaction(database):
        for script in _SCRIPTS[_version(database, path) :]:
            for statement in script.read_text(encoding="utf-8").split(";\n"):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {VERSION}")


def _version(database: sqlite3.Connection, path: Path | None) -> int:
    """Return a file's version; RefusedError where it is newer, or holds other tables than ours."""
    version = int(database.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        message = f"{path}: riwayat ini ditulis oleh versi iku yang lebih baru; perbarui iku dahulu"
        raise RefusedError(message)
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    if version == 0 and names and "terbitan" not in names:
        message = f"{path}: {_FAULTS['SQLITE_NOTADB']}"
        raise RefusedError(message)
    return version


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        known = next((words for key, words in _FAULTS.items() if name.startswith(key)), None)
        if known is None:
            raise
        message = f"{path}: {known}"
        raise RefusedError(message) from error
