"""What a file really is decides, not its name; what cannot be read is one finding with facts."""

import os
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from iku.cells import WorkbookSnapshot
from iku.finding import Fact, Finding, Severity
from tests.reader.handmade import arrows, packed, parts_of, rows, worksheet
from workbook_reader.limits import Limits
from workbook_reader.snapshot import read_snapshot, read_snapshot_bytes

STORED = Path(__file__).parent / "files"
OUTLOOK = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(1024, b"\0")
    + "__properties_version1.0".encode("utf-16-le").ljust(64, b"\0")
    + (48).to_bytes(2, "little")
)
SMALL = rows('<c r="A1"><v>1</v></c>')


def finding(data: bytes, limits: Limits | None = None) -> Finding:
    answer = read_snapshot_bytes(data, "IKU_contoh.xlsx", limits=limits or Limits())
    assert isinstance(answer, Finding)
    assert answer.path == "IKU_contoh.xlsx"
    assert answer.severity is Severity.ERROR
    return answer


def code_and_facts(data: bytes, limits: Limits | None = None) -> tuple[str, dict[str, Fact]]:
    answer = finding(data, limits)
    return answer.code, answer.facts


@pytest.mark.parametrize(
    ("name", "code"),
    [("terkunci.xlsx", "BRK-004"), ("lama.xls", "BRK-005"), ("lembar.ods", "BRK-006")],
)
def test_files_stored_by_libreoffice_are_told_apart_under_any_name(name: str, code: str) -> None:
    assert finding((STORED / name).read_bytes()).code == code


@pytest.mark.parametrize("stored", ["terkunci.xlsx", "lama.xls"])
@pytest.mark.parametrize("kept", [0.1, 0.3, 0.6, 0.9, 0.99])
def test_half_an_ole2_file_is_damaged_or_still_recognised(stored: str, kept: float) -> None:
    data = (STORED / stored).read_bytes()

    assert finding(data[: int(len(data) * kept)]).code in {"BRK-004", "BRK-005", "BRK-008"}


@pytest.mark.parametrize(
    ("data", "jenis"),
    [
        (b"kode;nilai\r\nsurat;48\r\n", "berkas teks/CSV"),
        ("kode;nilai\nsurat;48\n".encode("utf-16"), "berkas teks/CSV"),
        ("\ufeffIndikator;é\n".encode(), "berkas teks/CSV"),
        (b"<!DOCTYPE html><html><body></body></html>", "halaman HTML"),
        (b"\n<table><tr><td>1</td></tr></table>", "halaman HTML"),
        (b"%PDF-1.7\n%\xe2\xe3", "berkas PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "gambar"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "gambar"),
        (b"\x7fELF\x02\x01\0\0", "berkas yang tidak dikenal"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "berkas yang tidak dikenal"),
        (packed({"surat.txt": "isi"}), "arsip zip"),
        (packed({}), "arsip zip"),
        (packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "dokumen Word"),
        (packed({"[Content_Types].xml": "<a/>", "ppt/x.xml": "<a/>"}), "presentasi PowerPoint"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "dokumen OpenDocument",
        ),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "lembar kerja XML 2003",
        ),
    ],
)
def test_what_is_no_workbook_is_named(data: bytes, jenis: str) -> None:
    assert code_and_facts(data) == ("BRK-003", {"jenis": jenis})


def test_text_that_mentions_a_workbook_in_utf16_does_not_make_a_word_file_an_xls() -> None:
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    data = header + "catatan Workbook".encode("utf-16-le") + bytes(900)

    assert finding(data).code == "BRK-003"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BRK-002"),
        (b"\t\x08\x08\x00\x00\x05\x05\x00", "BRK-005"),
        (packed({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"}), "BRK-007"),
        (bytes(5000), "BRK-008"),
        (b"Rar!\x1a\x07\x01\0", "BRK-014"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "BRK-014"),
        (OUTLOOK, "BRK-013"),
        (b"PK\x03\x04 bukan zip", "BRK-008"),
        (packed({"[Content_Types].xml": "<a/>", "xl/theme.xml": "<a/>"}), "BRK-008"),
    ],
)
def test_other_kinds_have_a_code_of_their_own(data: bytes, code: str) -> None:
    assert finding(data).code == code


def test_a_broken_part_is_named() -> None:
    data = packed(parts_of(worksheet("<sheetData><row>")))

    assert code_and_facts(data) == (
        "BRK-008",
        {"bagian": "xl/worksheets/sheet1.xml", "sebab": "XML rusak di baris 1"},
    )


def test_two_parts_of_one_name_are_refused() -> None:
    parts = parts_of(SMALL) | {"XL/worksheets/Sheet1.xml": SMALL}

    assert code_and_facts(packed(parts)) == (
        "BRK-008",
        {"bagian": "arsip zip", "sebab": "dua bagian bernama sama"},
    )


BOMB = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_document_types_and_with_them_entities_are_refused(part: str) -> None:
    parts = parts_of(SMALL)
    parts[part] = str(parts[part]).replace("?>", "?>" + BOMB, 1)

    answer = finding(packed(parts))

    assert (answer.code, answer.facts["bagian"]) == ("BRK-008", part)
    assert "DOCTYPE" in str(answer.facts["sebab"])


SHARED = rows('<c><f t="shared" si="0">A9*100</f></c>' + '<c><f t="shared" si="0"/></c>' * 7)
LIMITS = Limits(
    expanded_text=40,
    file_bytes=100_000,
    total_bytes=1_000_000,
    large_part_bytes=50_000,
    entries=20,
    cells_per_sheet=9,
)


@pytest.mark.parametrize(
    ("data", "setelan", "batas", "nilai"),
    [
        (packed(parts_of(SMALL)) + bytes(100_000), "ukuran_berkas", "1 MB", "1 MB"),
        (
            packed(parts_of(SMALL) | {"xl/a.bin": bytes(1_000_001)}),
            *("ukuran_terbuka", "1 MB", "2 MB setelah dibuka"),
        ),
        (
            packed(parts_of(SMALL) | {"xl/a.bin": bytes(60_000)}),
            *("pemampatan", "200:1", "pemampatan 800:1"),
        ),
        (
            packed(parts_of(SMALL) | {f"xl/{n}": "" for n in range(20)}),
            *("isi_arsip", "20 bagian", "25 bagian"),
        ),
        (
            packed(parts_of(rows("<c/>" * 10))),
            *("sel_per_lembar", "9 sel", "lebih banyak sel dalam satu lembar"),
        ),
        (
            packed(parts_of(SHARED)),
            *("rumus_bersama", "40 huruf", "lebih banyak huruf rumus"),
        ),
    ],
)
def test_each_limit_refuses_with_what_was_measured(
    data: bytes, setelan: str, batas: str, nilai: str
) -> None:
    facts = {"batas": batas, "nilai": nilai, "setelan": setelan}
    assert code_and_facts(data, LIMITS) == ("BRK-010", facts)


def test_just_within_the_limits_is_read() -> None:
    data = packed(parts_of(rows("<c/>" * 9)) | {"xl/a.bin": os.urandom(60_000)})

    assert isinstance(read_snapshot_bytes(data, "a.xlsx", limits=LIMITS), WorkbookSnapshot)


def test_a_part_that_lies_about_its_size_is_damaged_and_never_held_in_memory() -> None:
    parts = parts_of(SMALL)
    parts["xl/_rels/workbook.xml.rels"] = arrows(
        ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
    )
    honest, lie = (30_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    data = packed(parts | {"xl/sharedStrings.xml": b"x" * 30_000_000}).replace(honest, lie)
    tracemalloc.start()

    answer = code_and_facts(data)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert answer == (
        "BRK-008",
        {"bagian": "xl/sharedStrings.xml", "sebab": "isi bagian ini rusak"},
    )
    assert peak < 5_000_000


def test_a_compression_that_office_never_writes_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as file:
        for name, content in parts_of(SMALL).items():
            file.writestr(name, content)

    answer = read_snapshot(path)

    assert isinstance(answer, Finding)
    assert answer.facts["sebab"] == "cara pemampatan tidak dikenal"


def test_paths_that_lead_to_no_readable_file(tmp_path: Path) -> None:
    dangling = tmp_path / "tautan.xlsx"
    dangling.symlink_to(tmp_path / "hilang")
    os.mkfifo(tmp_path / "pipa.xlsx")
    answers = [
        read_snapshot(path)
        for path in (
            tmp_path / "tidak_ada.xlsx",
            dangling,
            tmp_path,
            tmp_path / "pipa.xlsx",
            Path("nol\0.xlsx"),
            tmp_path / ("n" * 300),
        )
    ]

    codes = [answer.code for answer in answers if isinstance(answer, Finding)]
    assert codes == ["BRK-001", "BRK-001", "BRK-003", "BRK-003", "BRK-011", "BRK-011"]


def test_a_file_without_permission_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts_of(SMALL)))
    path.chmod(0)
    own = os.geteuid()
    os.seteuid(own or 65_534)  # root may read everything
    try:
        answer = read_snapshot(path)
    finally:
        os.seteuid(own)

    assert isinstance(answer, Finding)
    assert answer.code == "BRK-011"


@pytest.mark.parametrize("name", ["~$IKU_contoh.xlsx", ".~lock.IKU_contoh.xlsx#"])
def test_a_lock_file_is_only_worth_a_note(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Budi" + bytes(160))

    assert read_snapshot(path) == Finding("BRK-009", severity=Severity.INFO, path=str(path))


def test_reading_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts_of(SMALL)))
    path.chmod(0o400)
    before = path.read_bytes(), path.stat().st_mtime_ns

    snapshot = read_snapshot(path)

    assert isinstance(snapshot, WorkbookSnapshot)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert snapshot == replace(snapshot, path=str(path))
