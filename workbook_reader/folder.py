"""Folder: what was received, one item at a time, whether it came in folders or zip archives."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from workbook_reader.archive import Archive, member_name
from workbook_reader.container import is_lock_file, read_bytes
from workbook_reader.kinds import ZIP, is_plain_archive
from workbook_reader.limits import Limits
from workbook_reader.refusal import RefusalError, lock_file, refusal
from workbook_reader.snapshot import read_snapshot, read_snapshot_bytes

_DEFAULT = Limits()
_LITTER = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Received:
    """One received file: plain (``path`` alone), inside an archive (with ``data``), or refused.

    ``path`` is how it is shown, such as ``arsip.zip/IKU_x.xlsx``; it is opened only where ``data``
    and ``finding`` are both None.
    """

    path: str
    data: bytes | None = None
    finding: Finding | None = None


def received_files(paths: Iterable[Path], *, limits: Limits = _DEFAULT) -> Iterator[Received]:
    """Yield every file of files, folders and zip archives, each once, folders in sorted order.

    Hidden files and what systems leave behind (``Thumbs.db``) are passed over inside folders and
    archives; lock files (``~$…``) come with BRK-009. Nothing is ever unpacked to disk.
    """
    seen: set[str] = set()
    for path in paths:
        for item in _files(path):
            if isinstance(item, Received):
                yield item
                continue
            place = os.path.normcase(os.path.abspath(item))  # noqa: PTH100 - folds ".." on paper
            if place not in seen:
                seen.add(place)
                yield from _file(item, limits)


def read_received(received: Received, *, limits: Limits = _DEFAULT) -> WorkbookSnapshot | Finding:
    """Return the snapshot of a received file, or the finding why it has none."""
    if received.finding is not None:
        return received.finding
    if received.data is not None:
        return read_snapshot_bytes(received.data, received.path, limits=limits)
    return read_snapshot(Path(received.path), limits=limits)


def _files(path: Path) -> Iterator[Path | Received]:
    """Yield a file as it is, a folder's files in order, and a refusal for a closed folder."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent is closed
        yield path
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not _is_passed_over(name))
        yield from (Path(folder, name) for name in sorted(names) if not _is_passed_over(name))
    for error in closed:
        finding = refusal("BRK-011", sebab=error.strerror or "folder tidak dapat dibuka")
        shown = str(error.filename)
        yield Received(shown, finding=finding.at(shown))


def _is_passed_over(name: str) -> bool:
    return name.lower() in _LITTER or (name.startswith(".") and not is_lock_file(name))


def _file(path: Path, limits: Limits) -> Iterator[Received]:
    shown = str(path)
    if is_lock_file(path.name):
        yield Received(shown, finding=lock_file().at(shown))
    elif _starts_as_zip(path):
        yield from _workbook_or_members(path, limits)
    else:
        yield Received(shown)


def _starts_as_zip(path: Path) -> bool:
    """Return whether a file begins like a zip; one that cannot be opened is refused later."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return stream.read(len(ZIP)) == ZIP
    except (OSError, ValueError):
        return False


def _workbook_or_members(path: Path, limits: Limits) -> Iterator[Received]:
    shown = str(path)
    data = read_bytes(path, limits.total_bytes)
    if isinstance(data, Finding):
        yield Received(shown, finding=data)
        return
    try:
        archive = Archive(data, limits)
    except RefusalError as error:
        yield Received(shown, finding=error.finding.at(shown))
        return
    if is_plain_archive(archive.names):
        yield from _members(shown, archive)
    else:
        yield Received(shown)


def _members(shown: str, archive: Archive) -> Iterator[Received]:
    found = False
    for info in sorted(archive.members, key=member_name):
        steps = [step for step in PurePosixPath(member_name(info)).parts if step != ".."]
        if any(map(_is_passed_over, steps)):
            continue
        found = True
        yield _member("/".join([shown, *steps]), archive, info)
    if not found:
        yield Received(shown, finding=refusal("BRK-003", jenis="arsip zip").at(shown))


def _member(shown: str, archive: Archive, info: ZipInfo) -> Received:
    if is_lock_file(shown.rsplit("/", 1)[-1]):
        return Received(shown, finding=lock_file().at(shown))
    try:
        return Received(shown, data=archive.content(info))
    except RefusalError as error:
        return Received(shown, finding=error.finding.at(shown))
