"""An archive of fixed bytes whose large parts are compressed piece by piece.

A piece is compressed knowing what stands directly before it and nothing else, so that a workbook
which differs from a known one in a few rows takes over most pieces still compressed.
"""

import zlib
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import Final, NamedTuple


class Tightness(NamedTuple):
    """How hard to compress a sheet.

    ``level`` is that of zlib. ``window`` is how far back, in bytes, compression refers: the less,
    the fewer pieces a change reaches. ``rows`` is how many rows make a piece.
    """

    level: int
    window: int
    rows: int


TIGHT: Final = Tightness(8, 16_384, 16)
ROUGH: Final = Tightness(6, 0, 64)
"""For recaps: they are made once, and nobody makes others from them."""

QUICK: Final = Tightness(6, 2_048, 8)
"""For small workbooks, which are made by the thousand and need not become smaller."""

QUICK_TEXTS: Final = Tightness(1, 0, 8)
"""For texts of hashes, which hardly shrink however long one tries."""

_END_OF_STREAM = b"\x03\x00"  # an empty last block
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_VERSION, _DEFLATED = 20, 8
_EPOCH_DAY = 0x21  # 1 January 1980, the first day that an archive can name


class Piece(NamedTuple):
    """A stretch of a part as it is, and compressed."""

    content: bytes
    packed: bytes


class Member(NamedTuple):
    """A part of the archive: checksum and size of its content, and the content compressed."""

    checksum: int
    size: int
    packed: bytes


def piece(content: bytes, before: bytes = b"", level: int = TIGHT.level) -> Piece:
    """Compress a stretch; ``before`` is what it may repeat of the content before it."""
    way = (level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packer = zlib.compressobj(*way, zdict=before) if before else zlib.compressobj(*way)
    return Piece(content, packer.compress(content) + packer.flush(zlib.Z_SYNC_FLUSH))


def member(pieces: Iterable[Piece]) -> Member:
    """Return the part that pieces make together."""
    checksum = size = 0
    packed = []
    for content, compressed in pieces:
        checksum = zlib.crc32(content, checksum)
        size += len(content)
        packed.append(compressed)
    packed.append(_END_OF_STREAM)
    return Member(checksum, size, b"".join(packed))


def archive(members: Mapping[str, Member]) -> bytes:
    """Return a zip archive whose bytes depend on nothing but the members and their order."""
    parts, directory, offset = list[bytes](), list[bytes](), 0
    for name, one in members.items():
        path = name.encode("ascii")
        sizes = (one.checksum, len(one.packed), one.size, len(path), 0)
        head = (_VERSION, 0, _DEFLATED, 0, _EPOCH_DAY, *sizes)
        parts += (_LOCAL.pack(b"PK\3\4", *head), path, one.packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *head, 0, 0, 0, 0, offset), path)
        offset += _LOCAL.size + len(path) + len(one.packed)
    listed = b"".join(directory)
    count = len(members)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), offset, 0)
    return b"".join([*parts, listed, end])
