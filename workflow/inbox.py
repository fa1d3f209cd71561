"""Inbox: files, folders, archives and e-mails → what each file says, every one read once."""

import hashlib
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import chain, islice, repeat
from pathlib import Path
from typing import NamedTuple, Self

from iku.consolidation.candidate import Candidate
from iku.consolidation.record import Record, as_record, from_record
from iku.consolidation.returned import Returned
from iku.finding import Finding
from iku.messages import Language, explain
from iku.reading import stored_manifest_digest, stored_signature
from workbook_reader.container import read_bytes
from workbook_reader.folder import Received, received_files
from workflow.executors import HERE, MANY, Place, executor_at
from workflow.history.records import Records
from workflow.receive import open_received
from workflow.refusal import RefusedError
from workflow.validate import check_opened

BATCH = 25  # files a task: enough to outweigh the hand-over, few enough to stay small
_FIRST_BATCHES = (4,) * 4  # so that every process has something to do at once
_WORTH_PROCESSES = 8  # below so many files, starting another process costs more than it saves
_SHIFT = 40  # batches: in 1,000 files a process meets many forms that it meets no more
_UNDER_WAY = 4  # batches for each process: it never waits, and few files are in memory
_KEPT_EVERY = 1.0  # seconds after which what was read is written down

Progress = Callable[[int], None]
"""Told how many more files are done."""


def unseen(_done: int) -> None:
    """Tell nobody."""


def idle() -> None:
    """Do nothing while others read."""


class Read(NamedTuple):
    """One file that was read; ``sha256`` is empty where its bytes could not be had."""

    path: str
    sha256: str
    record: Record


@dataclass
class Inbox:
    """Which files were received, in their order, by the SHA-256 under which their record is kept.

    ``unkept`` are those without bytes: there is nothing to know them by another time.
    """

    files: list[tuple[str, str]] = field(default_factory=list)
    unkept: list[Candidate] = field(default_factory=list)
    read: int = 0

    def candidates(self, store: Records) -> Iterator[Candidate]:
        """Yield what each file says."""
        for path, sha256 in self.files:
            yield from_record(store.of(sha256), path, store.language)
        yield from self.unkept


def take_in(
    paths: Iterable[Path],
    store: Records,
    *,
    place: Place | Executor = HERE,
    progress: Progress = unseen,
    meanwhile: Callable[[], None] = idle,
) -> Inbox:
    """Read every file that the store does not hold yet, and keep what it says.

    ``meanwhile`` is done once, while other processes are reading.

    Broken off at any moment, what was read stays kept: the next time goes on from there. Memory
    stays the same however many files there are. RefusedError where a process was killed.
    """
    inbox = Inbox()
    unread = _unread(received_files(paths), store, inbox, progress)
    with _Keeping(store, inbox, progress) as keeping:
        first = list(islice(unread, _WORTH_PROCESSES + 1))
        if len(first) <= _WORTH_PROCESSES or place == HERE:
            for item in chain(first, unread):
                keeping.take(read_batch([item], store.language))
            return inbox
        reads = _in_shifts(place, chain(first, unread), store.language, meanwhile)
        with closing(reads):
            for done in reads:
                keeping.take(done)
    return inbox


def _in_shifts(
    place: Place | Executor,
    items: Iterator[Received],
    language: Language,
    meanwhile: Callable[[], None],
) -> Generator[list[Read], None, None]:
    """Yield the batches as they are done; processes of ours are replaced now and then.

    With them goes what they remember of the forms of one regency, which no other regency has.
    """
    batches = _batches(items, handed_over=isinstance(place, Place) and place.elsewhere)
    for begun in batches:
        with _opened(place) as (executor, ours, processes):
            shift = chain([begun], islice(batches, _SHIFT) if ours else batches)
            yield from _ahead(executor, shift, language, _UNDER_WAY * processes, meanwhile)
        meanwhile = idle


@contextmanager
def _opened(place: Place | Executor) -> Iterator[tuple[Executor, bool, int]]:
    """Return the executor, whether its processes are ours alone, and how many work there."""
    if isinstance(place, Executor):  # the caller's own, who closes it
        yield place, False, MANY
        return
    with executor_at(place) as executor:
        yield executor, not place.elsewhere, place.processes


class _Keeping:
    """Writes down what was read about once a second, and the rest when reading ends or breaks."""

    def __init__(self, store: Records, inbox: Inbox, progress: Progress) -> None:
        self._store, self._inbox, self._progress = store, inbox, progress
        self._waiting: list[tuple[str, Record]] = []
        self._last = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._write()

    def take(self, done: list[Read]) -> None:
        for path, sha256, record in done:
            if sha256:
                self._inbox.files.append((path, sha256))
                self._waiting.append((sha256, record))
            else:
                self._inbox.unkept.append(from_record(record))
        self._inbox.read += len(done)
        self._progress(len(done))
        if time.monotonic() - self._last > _KEPT_EVERY:
            self._write()

    def _write(self) -> None:
        if self._waiting:
            self._store.keep(self._waiting)
        self._waiting, self._last = [], time.monotonic()


def _unread(
    received: Iterable[Received], store: Records, inbox: Inbox, progress: Progress
) -> Iterator[Received]:
    """Yield the files that must be read; those whose bytes are known go straight to the inbox."""
    for item in received:
        sha256 = "" if store.empty else _sha256(item)
        if sha256 and store.holds(sha256):
            inbox.files.append((item.path, sha256))
            progress(1)
        else:
            yield item


def _sha256(item: Received) -> str:
    """Return the SHA-256 of a file's bytes; empty where it has none or cannot be read."""
    if item.finding is not None:
        return ""
    if item.data is not None:
        return hashlib.sha256(item.data).hexdigest()
    with suppress(OSError, ValueError), Path(item.path).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
    return ""


def _batches(items: Iterator[Received], *, handed_over: bool) -> Iterator[list[Received]]:
    """Yield small batches first, and then full ones."""
    for size in chain(_FIRST_BATCHES, repeat(BATCH)):
        batch = list(islice(items, size))
        if not batch:
            return
        yield [_with_data(item) for item in batch] if handed_over else batch


def _with_data(item: Received) -> Received:
    if item.data is not None or item.finding is not None:
        return item
    data = read_bytes(Path(item.path))
    return replace(item, finding=data) if isinstance(data, Finding) else replace(item, data=data)


def _ahead(
    executor: Executor,
    batches: Iterator[list[Received]],
    language: Language,
    most: int,
    meanwhile: Callable[[], None],
) -> Iterator[list[Read]]:
    """Yield the batches as they are done, with at most so many under way."""
    under_way: deque[Future[list[Read]]] = deque()
    try:
        for n, batch in enumerate(batches, start=1):
            under_way.append(executor.submit(read_batch, batch, language))
            if n == len(_FIRST_BATCHES):
                meanwhile()
            if len(under_way) >= most:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as error:
        message = (
            "salah satu proses pembaca berhenti mendadak, mungkin karena memori habis; yang sudah "
            "terbaca tersimpan bila --history dipakai; jalankan lagi dengan --executor serial"
        )
        raise RefusedError(message) from error


def read_batch(items: list[Received], language: Language) -> list[Read]:
    """Read and check a batch of files; what each says travels as text, never the workbook."""
    return [_read(item, language) for item in items]


def _read(item: Received, language: Language) -> Read:
    one = candidate_of(item, language)
    return Read(one.path, one.sha256, as_record(one))


def candidate_of(item: Received, language: Language) -> Candidate:
    """Read and check one file, in a sentence of the language where it cannot be read."""
    opened = open_received(item)
    # Whether a file is of the wanted definition is for consolidation to say: it adds up versions.
    result = check_opened(opened, None, None, language)
    submission, findings = result.submission, result.findings
    if submission is None:
        if not findings:
            told = Finding("BRK-008", {"bagian": "-", "sebab": "-"}, path=item.path)
            findings = (explain(told, language),)
        return Candidate(item.path, opened.sha256, findings=findings)
    return Candidate(
        path=item.path,
        sha256=opened.sha256,
        modified=submission.snapshot.modified,
        returned=Returned.read_from(submission),
        findings=findings,
        manifest=stored_manifest_digest(submission.snapshot),
        signature=stored_signature(submission.snapshot),
    )
