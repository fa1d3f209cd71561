"""Archives as other packers make them: what is not changed keeps every byte."""

import io
import zipfile
from io import BytesIO

import pytest

from iku.cells import Value, WorkbookSnapshot
from tests.reader.handmade import parts_of, rows
from workbook_builder.patch import patch_cells
from workbook_reader.snapshot import read_snapshot_bytes

SHEET = "xl/worksheets/sheet1.xml"
PARTS = parts_of(rows('<c r="A1"><v>1</v></c>'), **{"lain/gambar.bin": bytes(range(256)) * 40})


class _OneWay(io.RawIOBase):
    """A stream that cannot go back, so that sizes are written behind each member."""

    def __init__(self) -> None:
        self.target = BytesIO()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # zipfile hands over bytes only
        return self.target.write(data)


def streamed() -> bytes:
    stream = _OneWay()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    return stream.target.getvalue()


def long_form() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(content.encode() if isinstance(content, str) else content)
    return stream.getvalue()


def described() -> bytes:
    """Return an archive with times, comments, extra fields, a folder and stored members."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = b"arsip contoh"
        archive.writestr(zipfile.ZipInfo("xl/"), b"")
        for name, content in PARTS.items():
            info = zipfile.ZipInfo(name, (2026, 1, 5, 8, 30, 2))
            info.comment = b"bagian"
            info.extra = b"UT\x05\x00\x01abcd"
            info.compress_type = zipfile.ZIP_DEFLATED if "rels" in name else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return stream.getvalue()


def long_directory() -> bytes:
    """Return an archive whose directory gives the place of its last member in the long form."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        offset = archive.infolist()[-1].header_offset
    data = stream.getvalue()
    entry = data.rindex(b"PK\1\2")
    name_end = entry + 46 + len("lain/gambar.bin")
    extra = b"\1\0\x08\0" + offset.to_bytes(8, "little")
    end = bytearray(data[name_end:])
    end[12:16] = (int.from_bytes(end[12:16], "little") + len(extra)).to_bytes(4, "little")
    header = bytearray(data[entry:name_end])
    header[30:32] = len(extra).to_bytes(2, "little")
    header[42:46] = b"\xff" * 4
    return data[:entry] + bytes(header) + extra + bytes(end)


PACKED = {
    "streamed": streamed(),
    "long form": long_form(),
    "described": described(),
    "long directory": long_directory(),
}


@pytest.mark.parametrize("name", PACKED)
def test_the_archive_stays_sound_and_the_change_arrives(name: str) -> None:
    patched = patch_cells(PACKED[name], {("Isian", "A1"): 2})

    with zipfile.ZipFile(BytesIO(patched)) as archive:
        assert archive.testzip() is None
        assert {part: archive.read(part) for part in PARTS if part != SHEET} == {
            part: content.encode() if isinstance(content, str) else content
            for part, content in PARTS.items()
            if part != SHEET
        }
    book = read_snapshot_bytes(patched, "uji.xlsx")
    assert isinstance(book, WorkbookSnapshot)
    assert book.sheets["Isian"].values == {"A1": 2.0}


def test_times_comments_and_whatever_else_is_described_stay() -> None:
    data = PACKED["described"]
    with (
        zipfile.ZipFile(BytesIO(data)) as before,
        zipfile.ZipFile(BytesIO(patch_cells(data, {("Isian", "A1"): 2}))) as after,
    ):
        assert after.comment == before.comment
        assert [described_as(info) for info in after.infolist()] == [
            described_as(info) for info in before.infolist()
        ]


def described_as(info: zipfile.ZipInfo) -> tuple[object, ...]:
    return (
        info.filename,
        info.date_time,
        info.comment,
        info.extra,
        info.compress_type,
        info.external_attr,
        info.create_system,
        info.flag_bits,
    )


def test_an_unchanged_member_keeps_its_packed_bytes() -> None:
    for data in PACKED.values():
        start = data.index(b"lain/gambar.bin") - 30
        end = data.index(b"PK\1\2")
        assert data[start:end] in patch_cells(data, {("Isian", "A1"): 2})


def test_a_changed_member_says_its_size_in_front() -> None:
    with zipfile.ZipFile(BytesIO(patch_cells(PACKED["streamed"], {("Isian", "A1"): 2}))) as after:
        behind = {info.filename: bool(info.flag_bits & 0x8) for info in after.infolist()}

    assert behind == {part: part != SHEET for part in PARTS}


def test_places_in_the_long_form_become_short_ones() -> None:
    patched = patch_cells(PACKED["long directory"], {("Isian", "A1"): 2})

    with zipfile.ZipFile(BytesIO(patched)) as after:
        assert [info.extra for info in after.infolist()] == [b""] * len(PARTS)


def test_what_stands_before_the_archive_stays_there() -> None:
    before = b"di depan arsip" + PACKED["described"]

    patched = patch_cells(before, {("Isian", "A1"): 2})

    assert patched.startswith(b"di depan arsipPK")
    with zipfile.ZipFile(BytesIO(patched)) as archive:
        assert archive.testzip() is None


def test_the_same_patch_gives_the_same_bytes() -> None:
    for data in PACKED.values():
        changes: dict[tuple[str, str], Value] = {("Isian", "A1"): 2, ("Isian", "B7"): "x"}
        backwards = dict(reversed(changes.items()))
        assert patch_cells(data, changes) == patch_cells(data, backwards)
