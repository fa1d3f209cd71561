"""Folders and archives become one list of received files, each shown where it was found."""

import os
from pathlib import Path

import pytest

from iku.cells import WorkbookSnapshot
from iku.finding import Finding, Severity
from tests.reader.handmade import packed, parts_of, rows
from workbook_reader.folder import Received, read_received, received_files
from workbook_reader.limits import Limits

BOOK = packed(parts_of(rows('<c r="A1"><v>1</v></c>')))


def put(path: Path, data: bytes = BOOK) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def outcome(received: Received) -> str:
    answer = read_received(received)
    return answer.code if isinstance(answer, Finding) else "read"


def shown(paths: list[Path], root: Path) -> list[tuple[str, str]]:
    return [
        (os.path.relpath(received.path, root), outcome(received))
        for received in received_files(paths)
    ]


def test_a_folder_gives_its_files_sorted_and_recursively(tmp_path: Path) -> None:
    for name in ("b.xlsx", "a.xlsx", "sub/c.xlsx", "sub/lagi/d.xlsx"):
        put(tmp_path / name)
    for name in (".tersembunyi.xlsx", "Thumbs.db", "sub/.git/x.xlsx", "__MACOSX/._a.xlsx"):
        put(tmp_path / name)
    put(tmp_path / "~$a.xlsx", b"\x05Budi")
    put(tmp_path / "surat.pdf", b"%PDF-1.7")

    assert shown([tmp_path], tmp_path) == [
        ("a.xlsx", "read"),
        ("b.xlsx", "read"),
        ("surat.pdf", "BRK-017"),
        ("~$a.xlsx", "BRK-009"),
        ("sub/c.xlsx", "read"),
        ("sub/lagi/d.xlsx", "read"),
    ]


def test_a_file_named_twice_is_received_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx")

    assert shown([path, tmp_path, tmp_path / "." / "a.xlsx"], tmp_path) == [("a.xlsx", "read")]


def test_files_are_taken_as_given_even_missing_ones(tmp_path: Path) -> None:
    assert shown([tmp_path / "tidak_ada.xlsx", tmp_path / "nol\0"], tmp_path) == [
        ("tidak_ada.xlsx", "BRK-001"),
        ("nol\0", "BRK-011"),
    ]


def test_a_plain_file_is_left_on_disk_for_whoever_reads_it(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx")

    assert list(received_files([path])) == [Received(str(path))]


def test_members_of_an_archive_are_read_in_memory_under_their_own_names(tmp_path: Path) -> None:
    archive = packed(
        {
            "IKU_b.xlsx": BOOK,
            "sub\\IKU_a.xlsx": BOOK,
            "sub/~$IKU_a.xlsx": b"\x05Budi",
            "__MACOSX/._IKU_b.xlsx": b"x",
            "Thumbs.db": b"x",
            "catatan.txt": "halo",
            "../../luar.xlsx": BOOK,
            "/akar.xlsx": BOOK,
        }
    )
    path = put(tmp_path / "kiriman.zip", archive)

    assert shown([path], tmp_path) == [
        ("kiriman.zip/luar.xlsx", "read"),
        ("kiriman.zip/IKU_b.xlsx", "read"),
        ("kiriman.zip/akar.xlsx", "read"),
        ("kiriman.zip/catatan.txt", "BRK-017"),
        ("kiriman.zip/sub/IKU_a.xlsx", "read"),
        ("kiriman.zip/sub/~$IKU_a.xlsx", "BRK-009"),
    ]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["kiriman.zip"]


def test_an_archive_is_one_whatever_its_name(tmp_path: Path) -> None:
    path = put(tmp_path / "kiriman.xlsx", packed({"a.xlsx": BOOK, "A.xlsx": BOOK}))

    assert shown([path], tmp_path) == [
        ("kiriman.xlsx/A.xlsx", "read"),
        ("kiriman.xlsx/a.xlsx", "read"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({}), "BRK-012"),
        (packed({"Thumbs.db": b"x"}), "BRK-012"),
        (packed({"a.xlsx": BOOK})[:-30], "BRK-008"),
    ],
)
def test_an_archive_without_anything_to_read_says_so(
    tmp_path: Path, data: bytes, code: str
) -> None:
    path = put(tmp_path / "kiriman.zip", data)

    assert [code for _, code in shown([path], tmp_path)] == [code]


def test_an_archive_keeps_to_the_limits(tmp_path: Path) -> None:
    path = put(tmp_path / "kiriman.zip", packed({"a.xlsx": BOOK, "b.xlsx": BOOK}))

    (received,) = received_files([path], limits=Limits(entries=1))

    assert received.finding == Finding(
        "BRK-010",
        facts={"batas": "1 bagian", "nilai": "2 bagian", "setelan": "isi_arsip"},
        severity=Severity.ERROR,
        path=str(path),
    )


def test_a_member_locked_with_a_password_is_refused_alone(tmp_path: Path) -> None:
    data = bytearray(packed({"a.xlsx": BOOK, "b.xlsx": BOOK}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    path = put(tmp_path / "kiriman.zip", bytes(data))

    assert shown([path], tmp_path) == [
        ("kiriman.zip/a.xlsx", "BRK-015"),
        ("kiriman.zip/b.xlsx", "read"),
    ]


def test_a_closed_folder_is_reported_and_the_rest_read(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx")
    put(tmp_path / "tertutup" / "b.xlsx")
    (tmp_path / "tertutup").chmod(0)
    tmp_path.chmod(0o755)
    answers: list[tuple[str, str]] = []
    own = os.geteuid()
    parents = [folder for folder in tmp_path.parents if folder.stat().st_mode & 0o777 == 0o700]
    for folder in parents:
        folder.chmod(0o711)
    os.seteuid(own or 65_534)  # root may read everything
    try:
        answers = shown([tmp_path, tmp_path / "tertutup" / "b.xlsx"], tmp_path)
    finally:
        os.seteuid(own)
        for folder in parents:
            folder.chmod(0o700)
        (tmp_path / "tertutup").chmod(0o700)

    assert answers == [
        ("a.xlsx", "read"),
        ("tertutup", "BRK-011"),
        ("tertutup/b.xlsx", "BRK-011"),
    ]


def test_a_member_is_read_like_a_file(tmp_path: Path) -> None:
    path = put(tmp_path / "kiriman.zip", packed({"a.xlsx": BOOK}))

    (received,) = received_files([path])
    answer = read_received(received)

    assert isinstance(answer, WorkbookSnapshot)
    assert answer.path == f"{path}/a.xlsx"
    assert answer.sheets["Isian"].values == {"A1": 1.0}
