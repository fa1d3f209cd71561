"""A zip archive with some members replaced; the others are carried over still compressed."""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_EXTRA = Struct("<2H")
_SIZE_FOLLOWS = 0x8  # the sizes stand behind the member because its writer could not go back
_ZIP64 = 1


class _Placed(NamedTuple):
    """A member in the new archive, as its directory describes it."""

    flags: int
    checksum: int
    packed_size: int
    size: int
    offset: int


def with_members(data: bytes, archive: ZipFile, contents: Mapping[str, bytes]) -> bytes:
    """Return the bytes of an archive in which the named members have new contents.

    ``archive`` is the same ``data`` opened for reading. Order, times, comments and everything
    inside the other members stay as they are.
    """
    members = sorted(archive.infolist(), key=lambda info: info.header_offset)
    ends = [info.header_offset for info in members[1:]] + [archive.start_dir]
    result = bytearray(data[: members[0].header_offset])
    placed: dict[ZipInfo, _Placed] = {}
    for info, end in zip(members, ends, strict=True):
        content = contents.get(info.filename)
        record = data[info.header_offset : end]
        placed[info] = _kept(info, len(result))
        if content is not None:
            record, placed[info] = _replaced(record, info, content, len(result))
        result += record
    directory = b"".join(_directory(data, archive, (placed[info] for info in archive.infolist())))
    return bytes(result + directory + _end(len(members), len(directory), len(result), archive))


def _kept(info: ZipInfo, offset: int) -> _Placed:
    return _Placed(info.flag_bits, info.CRC, info.compress_size, info.file_size, offset)


def _replaced(record: bytes, info: ZipInfo, content: bytes, offset: int) -> tuple[bytes, _Placed]:
    """Return a member under its old name and time, with its sizes in front and nothing extra."""
    packed = content if info.compress_type == ZIP_STORED else _deflated(content)
    header = list(_LOCAL.unpack_from(record))
    name = record[_LOCAL.size : _LOCAL.size + header[9]]
    placed = _Placed(
        info.flag_bits & ~_SIZE_FOLLOWS, zlib.crc32(content), len(packed), len(content), offset
    )
    header[2] = placed.flags
    header[6:9] = placed.checksum, placed.packed_size, placed.size
    header[10] = 0
    return _LOCAL.pack(*header) + name + packed, placed


def _deflated(content: bytes) -> bytes:
    """Compress as `zipfile` does."""
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def _directory(data: bytes, archive: ZipFile, members: Iterable[_Placed]) -> Iterator[bytes]:
    """Yield the old directory's entries with new sizes and places."""
    position = archive.start_dir
    for member in members:
        entry = list(_CENTRAL.unpack_from(data, position))
        name_end = position + _CENTRAL.size + entry[10]
        extra_end = name_end + entry[11]
        comment_end = extra_end + entry[12]
        extra = _without_zip64(data[name_end:extra_end])
        entry[3] = member.flags
        entry[7:10] = member.checksum, member.packed_size, member.size
        entry[11] = len(extra)
        entry[13] = 0
        entry[16] = member.offset
        name = data[position + _CENTRAL.size : name_end]
        yield _CENTRAL.pack(*entry) + name + extra + data[extra_end:comment_end]
        position = comment_end


def _without_zip64(extra: bytes) -> bytes:
    """Leave out the long forms of sizes and places: the entry now holds all of them itself."""
    kept = b""
    while len(extra) >= _EXTRA.size:
        kind, size = _EXTRA.unpack_from(extra)
        end = _EXTRA.size + size
        if kind != _ZIP64:
            kept += extra[:end]
        extra = extra[end:]
    return kept + extra


def _end(count: int, size: int, offset: int, archive: ZipFile) -> bytes:
    comment = archive.comment
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, len(comment)) + comment
