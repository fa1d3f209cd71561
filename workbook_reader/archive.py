"""Archive: a zip in memory whose members are read within limits, never unpacked to disk."""

import io
import zipfile
import zlib

from workbook_reader.limits import Limits
from workbook_reader.refusal import RefusalError, damaged, megabytes, refusal, too_large

_ENCRYPTED = 0x1
# Office writes these two only; the others would bring their own ways to fail and to explode.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """The members of a zip, folders left out, in the order of its directory."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Open the zip directory; raise `RefusalError` where it is broken or beyond the limits."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise damaged("arsip zip", "berkas terpotong atau rusak") from error
        self.members = [info for info in self._zip.infolist() if not _is_folder(info)]
        _within_limits(self.members, limits)

    @property
    def names(self) -> list[str]:
        """The member names with forward slashes, whatever the packing program used."""
        return [member_name(info) for info in self.members]

    def content(self, info: zipfile.ZipInfo) -> bytes:
        """Return the content of a member; raise `RefusalError` if it is broken or locked."""
        name = member_name(info)
        if info.flag_bits & _ENCRYPTED:
            raise RefusalError(refusal("BRK-004"))
        if info.compress_type not in _METHODS:
            raise damaged(name, "cara pemampatan tidak dikenal")
        try:
            with self._zip.open(info) as stream:
                # A size is asked for, so that a member which lies about its own stays bounded.
                content = stream.read(info.file_size + 1)
        except _BROKEN as error:
            raise damaged(name, "isi bagian ini rusak") from error
        if len(content) != info.file_size:
            raise damaged(name, "isi bagian ini terpotong")
        return content


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name with forward slashes and none in front."""
    return info.filename.replace("\\", "/").lstrip("/")


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """Return whether a member is a folder; one without a name, which only damage makes, is none."""
    return info.filename.endswith("/")


def _within_limits(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.entries:
        raise too_large(
            "isi_arsip", limit=f"{limits.entries} bagian", value=f"{len(members)} bagian"
        )
    total = sum(info.file_size for info in members)
    if total > limits.total_bytes:
        raise too_large(
            "ukuran_terbuka",
            limit=megabytes(limits.total_bytes),
            value=f"{megabytes(total)} setelah dibuka",
        )
    for info in members:
        large = info.file_size > limits.large_part_bytes
        if large and info.file_size > limits.ratio * info.compress_size:
            ratio = info.file_size // max(info.compress_size, 1)
            raise too_large("pemampatan", limit=f"{limits.ratio}:1", value=f"pemampatan {ratio}:1")
