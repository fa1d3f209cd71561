"""Container: from a path or bytes to an opened package, or to the one finding that says why not.

Files are read once into memory and closed: nothing received is ever locked or changed.
"""

import stat
from pathlib import Path

from iku.finding import Finding
from workbook_reader.archive import Archive
from workbook_reader.kinds import EMPTY_ZIP, ZIP, refuse_other_than_zip, refuse_other_zip
from workbook_reader.limits import Limits
from workbook_reader.package import Package
from workbook_reader.refusal import RefusalError, lock_file, megabytes, refusal, too_large

_LOCK_PREFIXES = ("~$", ".~lock.")
_DEFAULT = Limits()


def is_lock_file(name: str) -> bool:
    """Return whether a file name is one that Excel or LibreOffice keeps while a book is open."""
    return name.startswith(_LOCK_PREFIXES)


def read_bytes(
    path: Path, limit: int = _DEFAULT.file_bytes, *, setting: str = "ukuran_berkas"
) -> bytes | Finding:
    """Return the content of a file of at most ``limit`` bytes, or the finding that prevents it.

    ``setting`` is the name of that limit in `iku.bounds`.
    """
    try:
        return _content(path, limit, setting)
    except RefusalError as error:
        return error.finding.at(str(path))
    except FileNotFoundError:
        return refusal("BRK-001").at(str(path))
    except PermissionError:
        reason = "tidak ada izin membaca, atau berkas sedang dipakai program lain"
        return refusal("BRK-011", sebab=reason).at(str(path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "nama berkas tidak sah"
        return refusal("BRK-011", sebab=reason).at(str(path))


def _content(path: Path, limit: int, setting: str) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RefusalError(refusal("BRK-003", jenis="folder"))
    if not stat.S_ISREG(status.st_mode):
        raise RefusalError(refusal("BRK-003", jenis="bukan berkas biasa"))
    if status.st_size <= limit:
        with path.open("rb") as stream:
            # One more than it had: a buffer of the limit's size would be taken from memory at once.
            content = stream.read(status.st_size + 1)
        if len(content) != status.st_size or path.stat().st_mtime_ns != status.st_mtime_ns:
            raise RefusalError(refusal("BRK-016"))
        return content
    raise too_large(setting, limit=megabytes(limit), value=megabytes(status.st_size))


def open_package(data: bytes, path: str, limits: Limits = _DEFAULT) -> Package | Finding:
    """Return the package of an xlsx or xlsm file, or what the content is instead."""
    if is_lock_file(Path(path).name):
        return lock_file().at(path)
    if not data.startswith((ZIP, EMPTY_ZIP)):
        return refuse_other_than_zip(data).at(path)
    try:
        if len(data) > limits.file_bytes:
            most = megabytes(limits.file_bytes)
            raise too_large("ukuran_berkas", limit=most, value=megabytes(len(data)))
        package = Package(Archive(data, limits), limits)
        other = refuse_other_zip(package.names, package.optional_part("mimetype") or b"")
    except RefusalError as error:
        return error.finding.at(path)
    return package if other is None else other.at(path)
