"""Damage to a file at four levels: its bytes, the zip around it, the XML inside, its values."""

import io
import json
import re
import struct
import warnings
import zipfile
from collections.abc import Callable
from functools import lru_cache
from random import Random
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from iku.address import a1
from iku.cells import WorkbookSnapshot
from iku.layout.layout import IKU_SHEET
from iku.reading import stored_terbitan
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, TERBITAN, pieces_of
from iku.terbitan import Terbitan, fingerprint
from tests.hostile import interesting
from tests.hostile.seeds import workbooks, zipped
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes

Damage: TypeAlias = Callable[[bytes, Random], bytes]

_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r'="[^"<>]*"')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_SCALAR = re.compile(r'(?<=: )[^\n{}\[\],]+|"[^"\n]*"')
_BOUNDS = ("0", "1", "7f", "80", "ff", "ffff", "7fffffff", "ffffffff")
_RECORDS = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06")
_RECORD_SIZE = 46


def bytes_(data: bytes, rng: Random) -> bytes:
    """Overwrite, cut, repeat or insert bytes somewhere."""
    at = rng.randrange(len(data) + 1)
    end = min(len(data), at + rng.choice((1, 1, 4, 64, 4096)))
    match rng.randrange(6):
        case 0:
            return data[:at] + rng.randbytes(end - at) + data[end:]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:end] + data[at:]
        case 3:
            return data[:at] + bytes.fromhex(rng.choice(_BOUNDS).rjust(8, "0")) + data[at + 4 :]
        case 4:
            return data[:at]
        case _:
            other = rng.choice(workbooks()).data
            start = rng.randrange(len(other))
            return data[:at] + other[start : start + 512] + data[end:]


def records(data: bytes, rng: Random) -> bytes:
    """Change a field in a record of the zip: sizes, offsets, flags, methods, names."""
    mark = rng.choice(_RECORDS)
    places = [one.start() for one in re.finditer(re.escape(mark), data)]
    if not places:
        return bytes_(data, rng)
    at = rng.choice(places) + rng.randrange(4, _RECORD_SIZE)
    size = rng.choice("BHI")
    number = rng.choice((0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
    field = struct.pack(f"<{size}", number & ((1 << 8 * struct.calcsize(size)) - 1))
    return data[:at] + field + data[at + len(field) :]


@lru_cache(maxsize=64)
def members_of(data: bytes) -> tuple[tuple[str, bytes], ...] | None:
    """Return name and content of what is in an archive, None where that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple((info.filename, archive.read(info)) for info in archive.infolist())
    except Exception:  # noqa: BLE001  damaged before: then bytes are damaged further
        return None


def members(data: bytes, rng: Random) -> bytes:
    """Rename, drop, double, swap or add members of the archive."""
    found = members_of(data)
    if not found:
        return bytes_(data, rng)
    parts = list(found)
    n, m = rng.randrange(len(parts)), rng.randrange(len(parts))
    match rng.randrange(6):
        case 0:
            parts[n] = (_encodable(rng.choice(interesting.NAMES)), parts[n][1])
        case 1:
            del parts[n]
        case 2:
            parts.insert(m, (rng.choice((parts[n][0], parts[n][0].upper())), parts[m][1]))
        case 3:
            parts[n], parts[m] = (parts[n][0], parts[m][1]), (parts[m][0], parts[n][1])
        case 4:
            parts.append((_encodable(rng.choice(interesting.NAMES)), data))
        case _:
            size = rng.choice((0, 1_000, 3_000_000))
            parts[n] = (parts[n][0], rng.choice((b"\0", b"<a>", b" ")) * size)
    return _packed(parts, rng)


def _encodable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _packed(parts: list[tuple[str, bytes]], rng: Random) -> bytes:
    """Pack members as most programs do, or as a link that leads out."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # twice the same name: that is the point
            packed = zipped(parts)
    except (ValueError, struct.error):  # a name that no archive holds
        return zipped([(f"{n}_{name[-40:]}", data) for n, (name, data) in enumerate(parts)])
    if rng.random() < 0.05:
        return b"\0" * rng.randrange(9) + packed + rng.randbytes(rng.randrange(40))
    return packed


def xml(data: bytes, rng: Random) -> bytes:
    """Drop, double, move or nest elements of a part, or put in what does not belong there."""
    return _in_part(data, rng, _xml_text)


def _xml_text(text: str, rng: Random) -> str:
    tags = list(_TAG.finditer(text))
    if not tags:
        return rng.choice(interesting.XML)
    one, other = rng.choice(tags), rng.choice(tags)
    first, last = sorted((one.start(), other.end()))
    match rng.randrange(7):
        case 0:
            return text[: one.start()] + text[one.end() :]
        case 1:
            return text[: one.end()] + one[0] + text[one.end() :]
        case 2:
            return text[: one.start()] + other[0] + text[one.end() :]
        case 3:
            return text[: one.start()] + rng.choice(interesting.XML) + text[one.start() :]
        case 4:
            return text[:first] + text[last:]
        case 5:
            return text[:last] + text[first:last][:100_000] + text[last:]
        case _:
            depth = rng.choice((5, 5_000))
            return text[: one.start()] + "<a>" * depth + "</a>" * depth + text[one.start() :]


def values(data: bytes, rng: Random) -> bytes:
    """Change a text or an attribute of a part to something that nobody expects."""
    return _in_part(data, rng, _other_value)


def _other_value(text: str, rng: Random) -> str:
    for _ in range(rng.choice((1, 1, 2, 30))):
        new = escape(interesting.value(rng), {'"': "&quot;"})
        attribute = rng.random() < 0.5
        start = rng.randrange(len(text) + 1)
        kind = _ATTRIBUTE if attribute else _TEXT
        one = kind.search(text, start) or kind.search(text)
        if one is not None:
            text = text[: one.start()] + (f'="{new}"' if attribute else new) + text[one.end() :]
    return text


def _in_part(data: bytes, rng: Random, change: Callable[[str, Random], str]) -> bytes:
    found = members_of(data)
    if not found:
        return bytes_(data, rng)
    parts = list(found)
    n = rng.randrange(len(parts))
    name, content = parts[n]
    text = content.decode("utf-8", "surrogateescape")
    parts[n] = (name, change(text, rng).encode("utf-8", "surrogatepass"))
    return _packed(parts, rng)


def terbitan(data: bytes, rng: Random) -> bytes:
    """Change the issue record inside a workbook, with its fingerprint made to fit."""
    known = _terbitan(data) if any(data == one.data for one in workbooks()) else None
    if known is None:  # damaged before: whether it can be read at all is not for us to ask
        return values(data, rng)
    tree = json.loads(known)
    for _ in range(rng.choice((1, 1, 3))):
        _change(tree, rng)
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    pieces = pieces_of(text)
    column = TERBITAN.column
    changes = {(IKU_SHEET, a1(FIRST_CHUNK_ROW + n, column)): one for n, one in enumerate(pieces)}
    changes[IKU_SHEET, a1(FIRST_CHUNK_ROW - 1, column)] = fingerprint(text)
    changes[IKU_SHEET, a1(FIRST_CHUNK_ROW - 2, column)] = str(len(pieces))
    try:
        return patch_cells(data, changes)
    except (ValueError, KeyError, zipfile.BadZipFile):
        return bytes_(data, rng)


@lru_cache(maxsize=16)
def _terbitan(data: bytes) -> str | None:
    snapshot = read_snapshot_bytes(data, "a.xlsx")
    if not isinstance(snapshot, WorkbookSnapshot):
        return None
    found = stored_terbitan(snapshot)
    return found.canonical if isinstance(found, Terbitan) else None


def _change(tree: Any, rng: Random) -> None:
    """Change one value, key or list somewhere in a tree."""
    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        if not keys:
            return
        key = rng.choice(keys)
        inside = tree[key]
        if not isinstance(inside, dict | list) or not inside or rng.random() < 0.1:
            break
        tree = inside
    match rng.randrange(5):
        case 0:
            del tree[key]
        case 1 if isinstance(tree, dict):
            tree[interesting.value(rng)[:90]] = inside
        case 2 if isinstance(tree, list):
            tree.extend([inside] * rng.choice((1, 50)))
        case _:
            tree[key] = rng.choice((interesting.value(rng), None, 1, [], {}, [inside], True))


def yaml(data: bytes, rng: Random) -> bytes:
    """Change lines and scalars of a definition."""
    lines = data.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    for _ in range(rng.choice((1, 1, 2, 5))):
        if not lines:
            break
        n, m = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(7):
            case 0:
                del lines[n]
            case 1:
                lines.insert(m, lines[n])
            case 2:
                lines[n] = " " * rng.choice((1, 2, 7)) + lines[n]
            case 3:
                lines[n] = lines[n].lstrip(" ")
            case 4:
                lines[n:n] = lines[m : m + 40] * rng.choice((1, 1, 20))
            case _:
                new = interesting.value(rng).replace("\n", " ")
                new = rng.choice((new, json.dumps(new), f"[{new}]", f"{{a: {new}}}"))
                lines[n] = _SCALAR.sub(lambda _, new=new: new, lines[n], count=1)  # type: ignore[misc]
    return "".join(lines).encode("utf-8", "surrogatepass")


def mail(data: bytes, rng: Random) -> bytes:
    """Change the headers of a message, and where its parts begin and end."""
    head = rng.choice((600, 600, len(data)))
    lines = data[:head].splitlines(keepends=True)
    n, m = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            del lines[n]
        case 1:
            lines.insert(m, lines[n])
        case 2:
            new = rng.choice((*interesting.NAMES, *interesting.TEXTS))
            lines[n] = lines[n].partition(b":")[0] + b": " + new.encode("utf-8", "replace") + b"\n"
        case 3:
            name = rng.choice(interesting.NAMES).encode("utf-8", "replace")
            added = b"Content-Disposition: attachment; filename*=utf-8''" + name + b"\n"
            lines.insert(n, added)
        case _:
            lines[n] = bytes_(lines[n], rng)
    return b"".join(lines) + data[head:]
