"""Repetition: the same input asked for again; what was worked out once is not worked out twice.

Nothing heavy is imported here: to find that nothing changed must cost next to nothing.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workflow.history.decisions import VERIFIED, WAIVED
from workflow.history.engine import engine
from workflow.history.opening import reading
from workflow.history.runs import Run, same_run
from workflow.publication import unchanged


@dataclass(frozen=True)
class Asked:
    """What ``iku consolidate`` was asked: what came in, the regency's own tables, the results.

    Only ``paths`` and ``recap`` are always there. ``period`` empty is the last one reported;
    ``nation`` asks for a summary of several regencies instead of the recap of one. ``trust`` are
    public keys by which forms are known as genuine, besides those of the history.
    """

    paths: tuple[Path, ...]
    recap: Path
    definition: Path | None = None
    history: Path | None = None
    central: Path | None = None
    verification: Path | None = None
    waivers: Path | None = None
    verification_form: Path | None = None
    html: Path | None = None
    csv: Path | None = None
    parquet: Path | None = None
    notes: Path | None = None
    nation: bool = False
    period: str = ""
    language: str = "id"
    trust: tuple[Path, ...] = ()

    @property
    def results(self) -> tuple[Path, ...]:
        """The files and folders that are to be written."""
        asked = (self.recap, *self.outputs, self.verification_form)
        return tuple(path for path in asked if path is not None)

    @property
    def outputs(self) -> tuple[Path, ...]:
        """Those of them that `workflow.outputs` writes."""
        asked = (self.html, self.csv, self.parquet, self.notes)
        return tuple(path for path in asked if path is not None)

    @property
    def tables(self) -> tuple[Path, ...]:
        """The regency's own tables, which are read and never written."""
        given = (self.definition, self.central, self.verification, self.waivers, *self.trust)
        return tuple(path for path in given if path is not None)

    def digest(self) -> str:
        """Return a digest of everything that the result depends on.

        That is the bytes and places of all received files, those of the regency's own tables, the
        period and the language, the program, and what the history knows of issues, keys and decisions.
        Files are taken as they lie, archives unopened; their times play no part.
        """
        tables = (self.definition, self.central, self.verification, self.waivers)
        told = {
            "engine": engine(),
            "asked": [self.period, self.language, self.nation],
            "day": _today() if self.waivers else "",  # until which waivers hold
            "tables": ["" if path is None else _digests(path) for path in tables],
            "trust": [_sha256(path) for path in self.trust],
            "received": [[str(path), _sha256(path)] for path in _all(self.paths, self.history)],
            "known": [] if self.history is None else _known(self.history),
        }
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _digests(table: Path) -> list[str]:
    """Return the digest of a file, or of every file of a folder with its name."""
    if not table.is_dir():
        return [_sha256(table)]
    return [f"{path} {_sha256(path)}" for path in _all([table], None)]


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


def repeated(asked: Asked, digest: str) -> Run | None:
    """Return the run that gave this very result, if what it wrote still lies there unchanged."""
    if asked.history is None or not asked.history.exists():
        return None
    with reading(asked.history) as database:
        run = same_run(database, digest)
    if run is None:
        return None
    outputs: dict[str, str] = json.loads(run.outputs)
    named = all(_among(path, outputs) for path in asked.results)
    return run if named and unchanged(outputs) else None


def _among(path: Path, outputs: Mapping[str, str]) -> bool:
    """Whether a file, or anything in a folder, was written."""
    place = str(path.absolute())
    return place in outputs or any(one.startswith(place + os.sep) for one in outputs)


def _all(received: Iterable[Path], history: Path | None) -> Iterator[Path]:
    """Yield every file under some paths, except the history, which changes by being used."""
    own = None if history is None else history.absolute()
    for path in received:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (
                one for name in sorted(names) if (one := Path(folder, name)).absolute() != own
            )


def _sha256(path: Path) -> str:
    """Return the SHA-256 of a file; empty where it cannot be read, which is an input too."""
    with suppress(OSError, ValueError), path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
    return ""


def _known(history: Path) -> list[object]:
    with reading(history) as database:
        issues = database.execute(
            "SELECT count(*), max(rowid), max(issued_at), sum(kunci <> '') FROM terbitan"
        ).fetchone()
        keys = database.execute("SELECT sidik, withdrawn_at FROM keys ORDER BY sidik").fetchall()
        # What a run itself writes down of its tables is in their digests already.
        decided = database.execute(
            "SELECT max(id) FROM decisions WHERE kind NOT IN (?, ?)", (VERIFIED, WAIVED)
        ).fetchone()
    return [*issues, *decided, keys]
