"""The regency's own keys: with which ones it signed, and which it no longer stands by."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from workflow.history.opening import reading, writing
from workflow.refusal import RefusedError
from workflow.signing import PublicKey

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


class KnownKey(NamedTuple):
    """A key in the order of its columns; ``withdrawn_at`` is empty while it counts."""

    sidik: str
    content: str
    added_at: str
    withdrawn_at: str

    @property
    def public(self) -> PublicKey:
        """The key itself."""
        return PublicKey(base64.b64decode(self.content))


def known_keys(history: Path) -> tuple[KnownKey, ...]:
    """Return every key of a history, the oldest first."""
    with reading(history) as database:
        rows = database.execute(
            "SELECT sidik, content, added_at, withdrawn_at FROM keys ORDER BY added_at, sidik"
        )
        return tuple(KnownKey(*row) for row in rows)


def keys_in_force(history: Path) -> tuple[KnownKey, ...]:
    """Return the keys that the regency stands by."""
    return tuple(one for one in known_keys(history) if not one.withdrawn_at)


def trust_key(history: Path, key: PublicKey) -> None:
    """Write a key down as the regency's own; RefusedError for one that was withdrawn."""
    with writing(history) as database:
        keep_key(database, key)


def keep_key(database: sqlite3.Connection, key: PublicKey) -> None:
    """Do the same inside the caller's transaction."""
    database.execute(
        "INSERT OR IGNORE INTO keys (sidik, content, added_at) VALUES (?, ?, ?)",
        (key.sidik, key.text, now()),
    )
    _refuse_withdrawn(database, key)


def require_in_force(history: Path, key: PublicKey) -> None:
    """Raise RefusedError where the regency no longer stands by a key."""
    with reading(history) as database:
        _refuse_withdrawn(database, key)


def _refuse_withdrawn(database: sqlite3.Connection, key: PublicKey) -> None:
    found = database.execute(
        "SELECT withdrawn_at FROM keys WHERE sidik = ?", (key.sidik,)
    ).fetchone()
    if found is not None and found[0]:
        message = (
            f"kunci {key.shown} sudah dicabut dalam riwayat ini; buat kunci baru dengan "
            "iku key new -o kunci_baru.pem"
        )
        raise RefusedError(message)


def withdraw_key(history: Path, key: PublicKey) -> None:
    """Write down that a key no longer counts, known before or not; the first time stays."""
    with writing(history) as database:
        database.execute(
            "INSERT INTO keys VALUES (?, ?, ?, ?) ON CONFLICT (sidik) DO UPDATE SET"
            " withdrawn_at = excluded.withdrawn_at WHERE withdrawn_at = ''",
            (key.sidik, key.text, now(), now()),
        )


def now() -> str:
    """Return the time as the history keeps it, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
