"""Unpacking: archives and e-mails become the files inside them, in memory and within limits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from iku.finding import Finding
from workbook_reader.archive import Archive, member_name
from workbook_reader.companions import companion_note, is_workbook
from workbook_reader.container import is_lock_file
from workbook_reader.kinds import EMPTY_ZIP, ZIP, is_plain_archive
from workbook_reader.limits import Limits
from workbook_reader.mail import Attachment, attachments, is_mail
from workbook_reader.refusal import (
    RefusalError,
    lock_file,
    locked_archive,
    nothing_inside,
    too_large,
)

HEAD = 8192  # bytes of a file that tell whether others may lie inside it
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Received:
    """One received file: plain (``path`` alone), inside an archive (with ``data``), or refused.

    ``path`` is how it is shown, such as ``arsip.zip/IKU_x.xlsx``; it is opened only where ``data``
    and ``finding`` are both None. ``mailed`` is what came in an e-mail: the files of one message
    are each other's company, and nobody else's.
    """

    path: str
    data: bytes | None = None
    finding: Finding | None = None
    mailed: bool = False


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked of one received file, over all archives inside it."""

    limits: Limits
    unpacked: int = 0

    def take(self, data: bytes) -> bytes:
        """Return the content of one member; `RefusalError` where all together grow too large."""
        self.unpacked += len(data)
        if self.unpacked > self.limits.total_bytes:
            limit = f"{self.limits.total_bytes // 1_000_000} MB"
            raise too_large(
                "ukuran_terbuka", limit=limit, value=f"lebih dari {limit} setelah dibuka"
            )
        return data


def is_passed_over(name: str) -> bool:
    """Return whether a name inside a folder or archive is one that systems leave behind."""
    return name.lower() in _LITTER or (name.startswith(".") and not is_lock_file(name))


def may_hold_files(head: bytes) -> bool:
    """Return whether a file that begins like this may hold others: a zip, or an e-mail."""
    return head.startswith((ZIP, EMPTY_ZIP)) or is_mail(head)


def opened(shown: str, data: bytes, limits: Limits, *, on_disk: bool = False) -> Iterator[Received]:
    """Yield what is inside an archive or e-mail, or the file itself where it is neither.

    ``on_disk`` leaves a file that is no archive for whoever reads it from its path.
    """
    for item in _opened(shown, data, _Budget(limits), 0):
        whole = on_disk and item.path == shown and item.finding is None
        yield Received(shown) if whole else item


def _opened(shown: str, data: bytes, budget: _Budget, depth: int) -> Iterator[Received]:
    try:
        members = _members(data, budget)
        if members is None:
            yield Received(shown, data)
            return
        if depth == budget.limits.nesting:
            value = f"arsip di dalam arsip lebih dari {depth} tingkat"
            raise too_large("tingkat_arsip", limit=f"{depth} tingkat", value=value)
    except RefusalError as error:
        yield Received(shown, finding=error.finding.at(shown))
        return
    inside = _inside(shown, members, budget, depth)
    if is_mail(data):
        inside = _of_one_message(list(inside), budget.limits)
    found = False
    for item in inside:
        found = True
        yield item
    if not found:
        kind = "pesan surel" if is_mail(data) else "arsip zip"
        yield Received(shown, finding=nothing_inside(kind).at(shown))


def _inside(
    shown: str, members: Iterator[tuple[str, bytes | Finding]], budget: _Budget, depth: int
) -> Iterator[Received]:
    for name, content in members:
        path = f"{shown}/{name}"
        if isinstance(content, Finding):
            yield Received(path, finding=content.at(path))
        else:
            yield from _opened(path, content, budget, depth + 1)


def _of_one_message(files: list[Received], limits: Limits) -> Iterator[Received]:
    """Yield the files of an e-mail; what only comes along with a workbook is told as such."""
    read = [(one.path, one.data) for one in files if one.finding is None and one.data is not None]
    accompanied = any(is_workbook(path, data, limits) for path, data in read)
    for one in files:
        note = None
        if accompanied and one.finding is None and one.data is not None:
            note = companion_note(one.path, one.data, limits)
        yield replace(one, finding=note or one.finding, mailed=True)


def _members(data: bytes, budget: _Budget) -> Iterator[tuple[str, bytes | Finding]] | None:
    """Return name and content of what is inside, or None where the file stands for itself."""
    if data.startswith((ZIP, EMPTY_ZIP)):
        archive = Archive(data, budget.limits)
        return _zipped(archive, budget) if is_plain_archive(archive.names) else None
    return _attached(attachments(data, budget.limits), budget) if is_mail(data) else None


def _zipped(archive: Archive, budget: _Budget) -> Iterator[tuple[str, bytes | Finding]]:
    for info in sorted(archive.members, key=member_name):
        steps = [step for step in PurePosixPath(member_name(info)).parts if step != ".."]
        if any(map(is_passed_over, steps)):
            continue
        if is_lock_file(steps[-1] if steps else ""):
            yield "/".join(steps), lock_file()
            continue
        try:
            yield "/".join(steps), budget.take(archive.content(info))
        except RefusalError as error:
            locked = error.finding.code == "BRK-004"
            yield "/".join(steps), locked_archive() if locked else error.finding


def _attached(files: list[Attachment], budget: _Budget) -> Iterator[tuple[str, bytes | Finding]]:
    for name, content in files:
        try:
            yield name, lock_file() if is_lock_file(name) else budget.take(content)
        except RefusalError as error:
            yield name, error.finding
