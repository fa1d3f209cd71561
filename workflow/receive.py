"""Receive: what came in → submissions that were read, or findings why not."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iku.finding import Finding
from iku.messages import Language, explain
from iku.reading import read_submission
from iku.submission import Submission
from workbook_reader.container import read_bytes
from workbook_reader.folder import Received, read_received, received_files
from workflow.refusal import FileRefusedError


@dataclass(frozen=True)
class Opened:
    """One received file: read, or refused with a finding; ``producer`` is the program that saved it.

    ``data`` is its content where it lay inside an archive or e-mail.
    """

    path: str
    submission: Submission | None
    refusal: Finding | None
    producer: str = ""
    sha256: str = ""
    data: bytes | None = None


def open_all(paths: Iterable[Path]) -> Iterator[Opened]:
    """Open every workbook of files, folders and archives; each ends as read or as refused."""
    for received in received_files(paths):
        yield open_received(received)


def open_received(received: Received) -> Opened:
    """Open one received file."""
    snapshot = read_received(received)
    if isinstance(snapshot, Finding):
        return Opened(received.path, None, snapshot, sha256=_digest(received))
    read = read_submission(snapshot)
    submission = None if isinstance(read, Finding) else read
    refusal = read if isinstance(read, Finding) else None
    return Opened(
        received.path, submission, refusal, snapshot.producer, snapshot.sha256, received.data
    )


def _digest(received: Received) -> str:
    """Return the SHA-256 of a file that could not be read; empty where even its bytes cannot."""
    data = received.data if received.data is not None else read_bytes(Path(received.path))
    return "" if isinstance(data, Finding) else hashlib.sha256(data).hexdigest()


def open_one(path: Path, language: Language = "id") -> Submission:
    """Open one workbook of ours; FileRefusedError with one clear sentence if it is none."""
    for opened in open_all([path]):
        if opened.submission is not None:
            return opened.submission
        if opened.refusal is not None:
            raise FileRefusedError(explain(opened.refusal, language))
    raise FileRefusedError(
        explain(Finding("BRK-012", {"jenis": "folder"}, path=str(path)), language)
    )
