"""A signed scan or a letter beside a workbook is told, and is no fault; alone it stays one."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from command_line.main import run
from iku.cells import WorkbookSnapshot
from iku.finding import Finding, Severity
from iku.resources import example_path, template_path
from tests.reader.handmade import packed, parts_of, rows
from tests.reader.test_unpacking import mail
from workbook_reader.folder import read_received, received_files
from workflow.build import build_workbooks
from workflow.fill import fill_workbook

STORED = Path(__file__).parent / "files"
BOOK = packed(parts_of(rows('<c r="A1"><v>1</v></c>')))
LETTER = packed({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"})
PDF = b"%PDF-1.7"


def told(folder: Path, files: Mapping[str, bytes], *named: str) -> dict[str, str]:
    """What is said of every file of a folder, or of those named in it."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    paths = [folder / name for name in named] or [folder]
    found = {}
    for one in received_files(paths):
        answer = read_received(one)
        found[one.path.removeprefix(f"{folder}/")] = (
            answer.code if isinstance(answer, Finding) else "read"
        )
    return found


COMPANIONS = {
    "pindaian.pdf": PDF,
    "FOTO.JPG": b"\xff\xd8\xff\xe0",
    "a.png": b"\x89PNG\r\n",
    "dari iphone.heic": b"\0\0\0\x18ftypheic",
    "surat.docx": LETTER,
    "surat.doc": (STORED / "lama.xls")
    .read_bytes()
    .replace("Workbook".encode("utf-16-le"), "WordDoc_".encode("utf-16-le")),
    "IKU_catatan.txt": b"44 isian dibawa.",
}


@pytest.mark.parametrize("name", COMPANIONS)
def test_what_comes_beside_a_workbook_is_told_as_information(name: str, tmp_path: Path) -> None:
    files = {name: COMPANIONS[name], "z.xlsx": BOOK}

    assert told(tmp_path, files) == {name: "BRK-017", "z.xlsx": "read"}
    [note] = [one.finding for one in received_files([tmp_path]) if one.finding is not None]
    assert note.severity is Severity.INFO
    assert Path(note.path).name == name


def test_so_it_is_in_archives_and_e_mails(tmp_path: Path) -> None:
    files = {"surat.pdf": PDF, "IKU.xlsx": BOOK}

    assert told(
        tmp_path, {"a.zip": packed({**files}), "b.eml": mail(*files.items()).as_bytes()}
    ) == {
        "a.zip/IKU.xlsx": "read",
        "a.zip/surat.pdf": "BRK-017",
        "b.eml/surat.pdf": "BRK-017",
        "b.eml/IKU.xlsx": "read",
    }


def test_alone_by_name_it_was_meant_to_be_the_form(tmp_path: Path) -> None:
    files = {"a.pdf": PDF, "z.xlsx": BOOK}

    assert told(tmp_path, files, "a.pdf") == {"a.pdf": "BRK-003"}
    assert told(tmp_path, files, "a.pdf", "z.xlsx")["a.pdf"] == "BRK-003"


def test_where_no_workbook_came_it_stands_in_its_place(tmp_path: Path) -> None:
    only = {"pindaian.pdf": PDF, "surat.docx": LETTER}

    assert set(told(tmp_path / "folder", only).values()) == {"BRK-003"}
    assert set(told(tmp_path / "zip", {"a.zip": packed({**only})}).values()) == {"BRK-003"}


def test_an_e_mail_without_a_workbook_is_seen_among_others(tmp_path: Path) -> None:
    files = {
        "a.eml": mail(("hanya.pdf", PDF)).as_bytes(),
        "bukti.zip": packed({"b.pdf": PDF}),
        "z.xlsx": BOOK,
    }

    assert told(tmp_path, files) == {
        "a.eml/hanya.pdf": "BRK-003",
        "bukti.zip/b.pdf": "BRK-017",  # evidence put together, beside the form
        "z.xlsx": "read",
    }


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("IKU.xlsx", PDF, "BRK-003"),  # its name promises a form
        ("isian.csv", b"nama;nilai", "BRK-003"),
        ("tanpa_akhiran", PDF, "BRK-003"),
        ("kosong.pdf", b"", "BRK-002"),
        ("kunci.doc", (STORED / "terkunci.xlsx").read_bytes(), "BRK-004"),
        ("lampiran.txt", b"Rar!\x1a\x07\x01\0", "BRK-014"),
        ("formulir.pdf", BOOK, "read"),  # whatever it is called
    ],
)
def test_what_may_be_a_form_is_no_companion(
    name: str, data: bytes, code: str, tmp_path: Path
) -> None:
    post = mail((name, data), ("z.xlsx", BOOK)).as_bytes()

    assert told(tmp_path / "a", {name: data, "z.xlsx": BOOK})[name] == code
    assert told(tmp_path / "b", {"a.eml": post})[f"a.eml/{name}"] == code


@pytest.mark.parametrize("name", ["lama.xls", "lembar.ods", "terkunci.xlsx"])
def test_a_workbook_that_must_be_saved_anew_is_company_too(name: str, tmp_path: Path) -> None:
    files = {"a.pdf": PDF, name: (STORED / name).read_bytes()}

    assert told(tmp_path, files)["a.pdf"] == "BRK-017"


def test_a_large_scan_is_a_scan_all_the_same(tmp_path: Path) -> None:
    files = {"a.pdf": PDF + bytes(30_000_000), "z.xlsx": BOOK}

    assert told(tmp_path, files)["a.pdf"] == "BRK-017"


@pytest.mark.parametrize("language", ["id", "en"])
def test_validate_and_consolidate_name_it_and_are_content(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    definition = template_path("kota_jambi_2017.yaml")
    book = build_workbooks(definition, tmp_path, units=["15.71.03"])[0]
    sent = tmp_path / "kiriman"
    sent.mkdir()
    values = example_path("jambi_timur_2017_koreksi.json")
    fill_workbook(book.path, values, sent / "IKU.xlsx")
    assert isinstance(read_received(next(received_files([sent]))), WorkbookSnapshot)
    (sent / "pindaian ttd.pdf").write_bytes(PDF)

    def iku(*arguments: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as left:
            run([*map(str, arguments), "--lang", language])
        return left.value.code, capsys.readouterr().out

    status, said = iku("validate", sent, "--json")
    assert status == 0
    scan = json.loads(said)["files"][1]
    assert scan["status"] == "ok"
    assert [one["code"] for one in scan["findings"]] == ["BRK-017"]
    assert "pindaian ttd.pdf" in scan["findings"][0]["message"]
    status, said = iku("consolidate", sent, "-o", tmp_path / "rekap.xlsx", "--json")
    fates = {Path(one["path"]).name: one["status"] for one in json.loads(said)["files"]}
    assert status == 0
    assert fates == {"IKU.xlsx": "accepted", "pindaian ttd.pdf": "ignored"}
    assert iku("validate", sent / "pindaian ttd.pdf")[0] == 1
