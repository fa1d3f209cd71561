"""Folder: what was received, one item at a time, whether in folders, zip archives or e-mails."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from workbook_reader.companions import companion_note, is_workbook, named_as_companion
from workbook_reader.container import is_lock_file, read_bytes
from workbook_reader.kinds import OLE2, ZIP
from workbook_reader.limits import Limits
from workbook_reader.refusal import lock_file, nothing_inside, refusal
from workbook_reader.snapshot import read_snapshot, read_snapshot_bytes
from workbook_reader.unpacking import HEAD, Received, is_passed_over, may_hold_files, opened

__all__ = ["Received", "read_received", "received_files"]
_DEFAULT = Limits()


def received_files(paths: Iterable[Path], *, limits: Limits = _DEFAULT) -> Iterator[Received]:
    """Yield every file of files, folders, zip archives and e-mails, each once, folders sorted.

    Archives and e-mails may lie inside each other. Hidden files and what systems leave behind
    (``Thumbs.db``) are passed over inside folders and archives; lock files (``~$…``) come with
    BRK-009, a folder without any file with BRK-012, and a scan or a letter beside a workbook with
    BRK-017. Nothing is ever unpacked to disk.
    """
    seen: set[str] = set()
    for path in paths:
        company = _Company(path, limits)
        for item in _found(path, seen, limits):
            yield company.told(item)


def _found(path: Path, seen: set[str], limits: Limits) -> Iterator[Received]:
    """Yield every file of a file, folder, archive or e-mail that was not yet seen."""
    for item in _files(path):
        if isinstance(item, Received):
            yield item
            continue
        place = os.path.normcase(os.path.abspath(item))  # noqa: PTH100 - folds ".." on paper
        if place not in seen:
            seen.add(place)
            yield from _file(item, limits)


class _Company:
    """What came together under one path: whether there is a workbook among it."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._path = path
        self._limits = limits
        self._has_workbook: bool | None = None

    def told(self, one: Received) -> Received:
        """Return a file; with BRK-017 where it only comes along with a workbook."""
        if one.mailed or one.finding is not None or not named_as_companion(one.path):
            return one
        note = companion_note(one.path, self._content(one), self._limits)
        return one if note is None or not self._accompanied() else replace(one, finding=note)

    def _accompanied(self) -> bool:
        """Look for the first workbook, once, and only where somebody asks."""
        if self._has_workbook is None:
            self._has_workbook = any(
                one.finding is None and is_workbook(one.path, self._content(one), self._limits)
                for one in _found(self._path, set(), self._limits)
            )
        return self._has_workbook

    def _content(self, one: Received) -> bytes:
        """Return as much of a file as tells its kind; nothing of one that cannot be read."""
        if one.data is not None:
            return one.data
        head = _head(Path(one.path))
        if not head.startswith((ZIP, OLE2)):
            return head
        data = read_bytes(Path(one.path), self._limits.file_bytes)
        return b"" if isinstance(data, Finding) else data


def read_received(received: Received, *, limits: Limits = _DEFAULT) -> WorkbookSnapshot | Finding:
    """Return the snapshot of a received file, or the finding why it has none."""
    if received.finding is not None:
        return received.finding
    if received.data is not None:
        return read_snapshot_bytes(received.data, received.path, limits=limits)
    return read_snapshot(Path(received.path), limits=limits)


def _files(path: Path) -> Iterator[Path | Received]:
    """Yield a file as it is, or what is in a folder; an empty one is told."""
    if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent is closed
        yield path
        return
    empty = True
    for item in _walked(path):
        empty = False
        yield item
    if empty:
        yield Received(str(path), finding=nothing_inside("folder").at(str(path)))


def _walked(path: Path) -> Iterator[Path | Received]:
    """Yield a folder's files in order, and a refusal for each folder that is closed."""
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not is_passed_over(name))
        yield from (Path(folder, name) for name in sorted(names) if not is_passed_over(name))
    for error in closed:
        finding = refusal("BRK-011", sebab=error.strerror or "folder tidak dapat dibuka")
        shown = _as_text(Path(error.filename))
        yield Received(shown, finding=finding.at(shown))


def _file(path: Path, limits: Limits) -> Iterator[Received]:
    shown = _as_text(path)
    named = shown == str(path)  # else it could not be opened by the name that is shown
    if is_lock_file(path.name):
        yield Received(shown, finding=lock_file().at(shown))
    elif named and not may_hold_files(_head(path)):
        yield Received(shown)
    else:
        data = read_bytes(path, limits.total_bytes, setting="ukuran_terbuka")
        if isinstance(data, Finding):
            yield Received(shown, finding=data.at(shown))
        else:
            yield from opened(shown, data, limits, on_disk=named)


def _as_text(path: Path) -> str:
    r"""Return a path as it can be written down; bytes that are no text become ``\xe9``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _head(path: Path) -> bytes:
    """Return the first bytes of a file; none where it cannot be read, which is told later."""
    try:
        if not path.is_file():  # a pipe would keep us waiting
            return b""
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except (OSError, ValueError):
        return b""
