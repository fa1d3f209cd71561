"""What the operating system refuses, told in a sentence with what to do."""

import errno
import re
from pathlib import PurePath

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# Results are written under such names first, beside the one they are meant for.
_DRAFT = re.compile(r"\.(?:[0-9a-f]{32}\.(?P<before>.+)|(?P<after>.+)\.[0-9a-f]{32}\.part)")


def told(error: OSError) -> str:
    """Say which file could not be used and what to do; the system's own words follow in brackets.

    >>> told(OSError(errno.ENOSPC, "No space left on device", "hasil/.a.xlsx." + 32 * "0" + ".part"))
    'hasil/a.xlsx: diska penuh; kosongkan tempat, lalu jalankan lagi (No space left on device)'
    >>> told(FileNotFoundError(errno.ENOENT, "No such file or directory", "sandi.txt"))
    'sandi.txt tidak ada; periksa nama dan foldernya (No such file or directory)'
    """
    name = meant(str(error.filename2 or error.filename or "berkas hasil"))
    reason = error.strerror or str(error)
    if error.errno == errno.ENOENT:
        return f"{name} tidak ada; periksa nama dan foldernya ({reason})"
    if error.errno in _FULL:
        return f"{name}: diska penuh; kosongkan tempat, lalu jalankan lagi ({reason})"
    if error.errno in _FORBIDDEN:
        return (
            f"{name} tidak boleh dibaca atau ditulis; tutup program yang memakainya, periksa izin "
            f"foldernya, atau pilih folder lain ({reason})"
        )
    return f"{name} tidak dapat dibaca atau ditulis; tutup program yang memakainya ({reason})"


def meant(path: str) -> str:
    """Return the path of the result that a draft was meant for; any other path as it is.

    >>> meant("r/." + 32 * "a" + ".csv/data.csv")
    'r/csv/data.csv'
    """
    pure = PurePath(path)
    parts = [_plain(part) for part in pure.parts]
    return str(PurePath(*parts)) if parts != list(pure.parts) else path


def _plain(part: str) -> str:
    name = part
    while match := _DRAFT.fullmatch(name):
        name = match["before"] or match["after"]
    return name
