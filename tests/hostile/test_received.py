"""Ill will in what is sent in: names, paths, links, wrong kinds, active content; and files in motion."""

import os
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from command_line.main import run
from iku.cells import WorkbookSnapshot
from iku.finding import Finding
from tests.history.sample import UNITS, workbook
from tests.hostile.guard import guarded
from tests.hostile.interesting import TEXTS
from tests.reader.handmade import arrows, packed, parts_of, rows
from tests.workbooks import layout, write_filled
from workbook_reader.container import read_bytes
from workbook_reader.folder import received_files
from workbook_reader.limits import Limits
from workbook_reader.mail import attachments
from workbook_reader.snapshot import read_snapshot_bytes
from workflow.validate import validate

BOOK = workbook(UNITS[0], 3.0)


def zip_named(*names: str) -> bytes:
    """An archive whose members have exactly these names, as bytes in its directory."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, BOOK)
    return stream.getvalue()


def left(*command: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        run(list(map(str, command)))
    assert isinstance(leaving.value.code, int)
    return leaving.value.code


def files(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if not one.is_dir()}


PACKABLE = (
    "../../x.xlsx",
    "/tmp/x.xlsx",  # noqa: S108  a place to break out to
    "C:\\x.xlsx",
    "\\\\server\\x.xlsx",
    "laporan كليات.xlsx",
    "..",
)


def test_nothing_in_an_archive_is_written_beside_the_folder_asked_for(tmp_path: Path) -> None:
    inbox, out = tmp_path / "a" / "masuk", tmp_path / "a" / "keluar"
    inbox.mkdir(parents=True)
    (inbox / "kiriman.zip").write_bytes(zip_named(*PACKABLE))
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@contoh.id", "b@contoh.id", "IKU"
    for name in PACKABLE:
        message.add_attachment(BOOK, maintype="application", subtype="x", filename=name)
    (inbox / "kiriman.eml").write_bytes(message.as_bytes())

    assert left("validate", inbox, "--mark", out) in {0, 1}

    written = files(tmp_path)
    assert {one for one in written if not one.startswith("a/keluar/")} == {
        "a/masuk/kiriman.zip",
        "a/masuk/kiriman.eml",
    }
    assert len([one for one in written if one.startswith("a/keluar/")]) > len(PACKABLE)


RESERVED = ("NUL", "con.xlsx", "AUX.txt", "x.xlsx:ads", "titik. ")


def test_marked_copies_have_names_that_windows_takes_as_files(tmp_path: Path) -> None:
    (tmp_path / "kiriman.zip").write_bytes(zip_named(*RESERVED))

    left("validate", tmp_path / "kiriman.zip", "--mark", tmp_path / "keluar")

    written = files(tmp_path / "keluar")
    assert len(written) == len(RESERVED)
    for name in written:
        assert ":" not in name
        assert name.rstrip(". ") == name
        assert name.partition(".")[0].upper() not in {"NUL", "CON", "AUX"}


SCRIPTS = (
    "laporan كليات.xlsx",
    "보고서 日本語 ꦲꦏ꧀ꦱꦫ.xlsx",
    "\U0001f4ca \u202exslx.exe",
    "baris\nbaru.xlsx",
    "'; DROP TABLE runs; --.xlsx",
)
UNPAIRED = os.fsdecode(b"laporan \xe9.xlsx")


def test_file_names_in_every_script_are_checked_and_consolidated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox, out = tmp_path / "masuk", tmp_path / "keluar"
    inbox.mkdir()
    for n, name in enumerate((*SCRIPTS, UNPAIRED)):
        (inbox / name).write_bytes(workbook(UNITS[0], 3.0, float(n)))
    (inbox / os.fsdecode(b"rusak \xff.xlsx")).write_bytes(b"PK\x03\x04")
    options = ["--history", out / "r.sqlite", "--html", out / "r.html", "--csv", out / "csv"]
    outputs = [*options, "--notes", out / "n", "-o", out / "r.xlsx", "--lang", "en"]

    for ending in ("xlsx", "html", "txt", "json"):
        assert left("validate", inbox, "--report", out / f"h.{ending}") == 1
    assert left("validate", inbox, "--json") == 1
    assert left("validate", inbox, "--mark", out / "tanda") == 1
    assert left("consolidate", inbox, *outputs) in {0, 1}
    assert left("consolidate", inbox, *outputs) in {0, 1}
    assert left("consolidate", inbox, *outputs, "--json") in {0, 1}

    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert len(files(out / "tanda")) == len(SCRIPTS) + 1


def test_links_that_lead_in_circles_or_nowhere_do_not_lead_astray(tmp_path: Path) -> None:
    inbox = tmp_path / "masuk"
    (inbox / "sub").mkdir(parents=True)
    (inbox / "a.xlsx").write_bytes(BOOK)
    (inbox / "sub" / "lingkar").symlink_to(inbox, target_is_directory=True)
    (inbox / "diri.xlsx").symlink_to(inbox / "diri.xlsx")
    (inbox / "hilang.xlsx").symlink_to(tmp_path / "tidak ada")
    (inbox / "lagi.xlsx").symlink_to(inbox / "a.xlsx")
    (inbox / "perangkat.xlsx").symlink_to("/dev/zero")

    found = {Path(one.path).name: one for one in validate([inbox]).files}

    codes = {name: one.findings[0].code for name, one in found.items() if one.identity is None}
    assert codes == {"diri.xlsx": "BRK-011", "hilang.xlsx": "BRK-001", "perangkat.xlsx": "BRK-003"}
    assert found.keys() == {"a.xlsx", "lagi.xlsx", *codes}


def test_a_link_inside_an_archive_is_text_and_never_followed(tmp_path: Path) -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("a.xlsx")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, str(tmp_path / "rahasia.xlsx"))
    (tmp_path / "rahasia.xlsx").write_bytes(BOOK)
    (tmp_path / "kiriman.zip").write_bytes(stream.getvalue())

    (only,) = validate([tmp_path / "kiriman.zip"]).files

    assert [one.code for one in only.findings] == ["BRK-003"]


def test_a_member_without_a_name_is_no_crash() -> None:
    data = bytearray(packed({"ab.xlsx": BOOK}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 28 : central + 30] = b"\0\0"  # the name's length
    data[central + 30 : central + 32] = b"\x07\0"  # its letters become an extra field

    assert isinstance(read_snapshot_bytes(bytes(data), "a.xlsx"), Finding)


def active(parts: dict[str, str | bytes]) -> WorkbookSnapshot:
    sheet = rows('<c r="A1"><f>[1]Rahasia!A1</f><v>1</v></c>')
    found = read_snapshot_bytes(packed(parts_of(sheet) | parts), "a.xlsx")
    assert isinstance(found, WorkbookSnapshot)
    return found


def test_macros_and_links_are_seen_and_nothing_is_fetched() -> None:
    links = arrows(
        ("worksheet", "worksheets/sheet1.xml"), ("externalLink", "externalLinks/externalLink1.xml")
    )
    outer = arrows(
        ("externalLinkPath", "http://contoh.invalid/a.xlsx"), mode=' TargetMode="External"'
    )
    found = active(
        {
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0",
            "xl/_rels/workbook.xml.rels": links,
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": outer,
        }
    )

    assert found.has_macros
    assert found.external_links == ["http://contoh.invalid/a.xlsx"]


def test_a_part_may_not_point_out_of_the_package() -> None:
    parts = parts_of(rows("<c/>"))
    parts["xl/_rels/workbook.xml.rels"] = arrows(("worksheet", "../../../etc/passwd"))

    assert isinstance(read_snapshot_bytes(packed(parts), "a.xlsx"), Finding)


@pytest.mark.parametrize("kind", ["", "text/html", "application/x-msdownload"])
def test_content_types_are_not_believed(kind: str) -> None:
    types = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>'

    assert active({"[Content_Types].xml": types}).sheets


@pytest.mark.parametrize(
    "header",
    [
        b'Content-Disposition: attachment; filename="' + b'\\"' * 1_000 + b'"',
        b"Content-Type: application/x; " + b"a*0*=x; " * 400,
        b"Content-Type: multipart/mixed; boundary=" + b"x" * 3_000,
        b"Content-ID: " + b"(" * 3_000,
        b"Content-Disposition: attachment; filename==?utf-8?q?" + b"=?utf-8?b?" * 300,
    ],
)
def test_a_header_that_means_harm_takes_no_time(header: bytes) -> None:
    head = b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n"
    try:
        attachments(head + header + b"\n\nisi\n", Limits())
    except Exception as error:  # noqa: BLE001  which one is asserted
        assert type(error).__name__ == "RefusalError"  # noqa: PT017


def test_a_message_beyond_the_limits_is_a_finding_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"From: a\nTo: b\nSubject: c\nMIME-Version: 1.0\n" + b"Content-Type: a/b; " + b"x" * 9_000
    )

    (only,) = validate([tmp_path]).files

    assert [one.code for one in only.findings] == ["BRK-010"]


LONG = [(one * 32_767)[:32_767] for one in ("9", ".", ",", "- ", "(", "Rp ", "%", "0e", "\n")]


def test_no_text_in_a_cell_takes_long(tmp_path: Path) -> None:
    of = layout("contoh_triwulanan_2025")
    entries = [one.name for one in of.entries.values() if one.kind in {"number", "text"}]
    texts = [one[:32_767] for one in (*LONG, *TEXTS)]
    assert len(entries) >= 10
    for n in range(0, len(texts), len(entries)):
        values = dict(zip(entries, texts[n:], strict=False))
        path = write_filled(of, values, tmp_path / "a.xlsx")
        with guarded(tmp_path):  # 5 s
            assert validate([path]).files[0].identity is not None


class Growing(Path):
    """A file to which somebody adds while it is read."""

    _flavour = type(Path())._flavour  # type: ignore[attr-defined]

    def open(self, *arguments: object, **named: object) -> object:  # type: ignore[override]
        with Path(self).open("ab") as stream:
            stream.write(b"lagi")
        return Path(self).open(*arguments, **named)  # type: ignore[call-overload]


def test_a_file_that_changes_while_it_is_read_is_told_so(tmp_path: Path) -> None:
    path = Growing(tmp_path / "a.xlsx")
    Path(path).write_bytes(BOOK)

    answer = read_bytes(path)

    assert isinstance(answer, Finding)
    assert answer.code == "BRK-016"


def test_a_file_that_vanishes_after_it_was_listed_is_told_so(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(BOOK)

    def vanishing() -> Iterator[Path]:
        for one in received_files([tmp_path]):
            Path(one.path).unlink()
            yield Path(one.path)

    found = [validate([path]).files[0].findings[0].code for path in vanishing()]

    assert found == ["BRK-001", "BRK-001"]
