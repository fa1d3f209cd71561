"""A second reader of VBA projects, written from [MS-OVBA] alone and sharing nothing with the builder.

olefile opens the container; decompression (2.4.1) and the dir stream (2.3.4.2) are read here.
"""

from collections.abc import Iterator
from io import BytesIO
from struct import unpack_from

import olefile

SIGNATURE = 1  # first byte of every compressed container
MODULE_NAME, STREAM_NAME, TEXT_OFFSET, CODE_PAGE = 0x0019, 0x001A, 0x0031, 0x0003
PROJECT_VERSION = 0x0009  # the one record whose size field does not say its size
END = 0x0010
SOURCE_ONLY = bytes.fromhex("CC61FFFF000100")  # 3.1.1: no version of Excel finds its own code here


def module_texts(project: bytes) -> dict[str, str]:
    """Name and source text of every module of a vbaProject.bin; a defect of the container raises."""
    with olefile.OleFileIO(BytesIO(project), raise_defects=olefile.DEFECT_INCORRECT) as container:
        if container.openstream("VBA/_VBA_PROJECT").read() != SOURCE_ONLY:
            raise ValueError("the project holds code that is no text")
        records = list(_records(decompressed(container.openstream("VBA/dir").read())))
        code_page = next(unpack_from("<H", data)[0] for kind, data in records if kind == CODE_PAGE)
        texts = {}
        name = stream = ""
        for kind, data in records:
            if kind == MODULE_NAME:
                name = data.decode(f"cp{code_page}")
            elif kind == STREAM_NAME:
                stream = data.decode(f"cp{code_page}")
            elif kind == TEXT_OFFSET:
                held = container.openstream(f"VBA/{stream}").read()
                text = decompressed(held[unpack_from("<I", data)[0] :])
                texts[name] = text.decode(f"cp{code_page}")
        return texts


def decompressed(container: bytes) -> bytes:
    """What a compressed container holds; ValueError if it is none."""
    if container[:1] != bytes([SIGNATURE]):
        message = f"a compressed container begins with 1, not {container[:1]!r}"
        raise ValueError(message)
    result = bytearray()
    place = 1
    while place < len(container):
        header = unpack_from("<H", container, place)[0]
        end = min(place + (header & 0x0FFF) + 3, len(container))
        if header & 0x8000:
            result += _chunk(container[place + 2 : end])
        else:
            result += container[place + 2 : end]
        place = end
    return bytes(result)


def _chunk(tokens: bytes) -> bytes:
    """Expand the tokens of one chunk: a flag byte, then eight literals or copies."""
    result = bytearray()
    place = 0
    while place < len(tokens):
        flags = tokens[place]
        place += 1
        for bit in range(8):
            if place >= len(tokens):
                break
            if flags >> bit & 1:
                offset, length = _copy(unpack_from("<H", tokens, place)[0], len(result))
                for _ in range(length):
                    result.append(result[-offset])
                place += 2
            else:
                result.append(tokens[place])
                place += 1
    return bytes(result)


def _copy(token: int, written: int) -> tuple[int, int]:
    """Offset and length of a copy; how many bits each has depends on how much is written."""
    offset_bits = max((written - 1).bit_length(), 4)
    length_bits = 16 - offset_bits
    return (token >> length_bits) + 1, (token & (1 << length_bits) - 1) + 3


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(stream):
        kind, size = unpack_from("<HI", stream, place)
        if kind == PROJECT_VERSION:
            size = 6
        yield kind, stream[place + 6 : place + 6 + size]
        place += 6 + size
        if kind == END:
            if stream[place:]:
                message = f"something stands behind the end: {stream[place:]!r}"
                raise ValueError(message)
            return
