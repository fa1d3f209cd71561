"""Archives in archives and e-mails: every file inside is received under its own name."""

import os
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.reader.handmade import packed, parts_of, rows
from tests.reader.test_folder import put, shown
from workbook_reader.folder import received_files
from workbook_reader.limits import Limits
from workbook_reader.mail import attachments, is_mail
from workbook_reader.unpacking import opened

BOOK = packed(parts_of(rows('<c r="A1"><v>1</v></c>')))
XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def mail(*files: tuple[str, bytes]) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kecamatan Jambi Timur <jambi.timur@contoh.id>"
    message["To"] = "ortal@contoh.id"
    message["Subject"] = "Laporan IKU – Final"
    message.set_content("Terlampir laporan kami.\n")
    for name, data in files:
        message.add_attachment(data, maintype=XLSX[0], subtype=XLSX[1], filename=name)
    return message


def names(data: bytes, limits: Limits | None = None) -> list[tuple[str, str]]:
    found = opened("kiriman", data, limits or Limits())
    return [(one.path, one.finding.code if one.finding else "") for one in found]


def test_the_attachments_of_an_e_mail_are_received(tmp_path: Path) -> None:
    message = mail(("IKU FINAL (2).xlsx", BOOK), ("Laporan Kecamatan Élok.xlsx", BOOK))
    put(tmp_path / "surat.eml", message.as_bytes())

    assert shown([tmp_path], tmp_path) == [
        ("surat.eml/IKU FINAL (2).xlsx", "read"),
        ("surat.eml/Laporan Kecamatan Élok.xlsx", "read"),
    ]


def test_an_e_mail_is_known_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    put(tmp_path / "kiriman.xlsx", mail(("a.xlsx", BOOK)).as_bytes())

    assert shown([tmp_path], tmp_path) == [("kiriman.xlsx/a.xlsx", "read")]


def test_an_e_mail_with_a_zip_and_a_forwarded_e_mail_are_opened_to_the_last_file() -> None:
    inner = mail(("b.xlsx", BOOK))
    message = mail(("a.zip", packed({"sub/a.xlsx": BOOK})))
    message.add_attachment(inner)

    assert names(message.as_bytes()) == [
        ("kiriman/a.zip/sub/a.xlsx", ""),
        ("kiriman/b.xlsx", ""),
    ]


def test_a_logo_in_a_signature_is_no_attachment() -> None:
    message = mail()
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>", filename="l.png")

    assert names(message.as_bytes()) == [("kiriman", "BRK-012")]


def test_two_attachments_of_one_name_stay_apart_and_folders_in_names_are_dropped() -> None:
    message = mail(("a.xlsx", BOOK), ("a.xlsx", BOOK), ("../../etc/b.xlsx", BOOK), ("..", BOOK))

    assert [one.name for one in attachments(message.as_bytes(), Limits())] == [
        "a.xlsx",
        "a (2).xlsx",
        "b.xlsx",
        "lampiran",
    ]


@pytest.mark.parametrize(
    "text",
    [
        b"kode: nilai\nsurat: 48\n",
        b"kode;nilai\nFrom: to: subject:\n",
        b"",
        b"<html><body>From: To: Subject:</body></html>",
    ],
)
def test_a_text_is_no_e_mail(text: bytes) -> None:
    assert not is_mail(text)


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.8])
def test_half_an_e_mail_still_ends_in_findings(cut: float) -> None:
    whole = mail(("a.xlsx", BOOK)).as_bytes()

    assert names(whole[: int(len(whole) * cut)])


def test_a_zip_in_a_zip_is_opened_but_not_without_end() -> None:
    nested = BOOK
    for _ in range(3):
        nested = packed({"dalam.zip": nested} if nested is not BOOK else {"a.xlsx": nested})
    assert names(nested) == [("kiriman/dalam.zip/dalam.zip/a.xlsx", "")]
    for _ in range(3):
        nested = packed({"dalam.zip": nested})
    (only,) = names(nested)
    assert only[1] == "BRK-010"


def test_what_lies_inside_is_bounded_over_all_archives() -> None:
    archive = packed({f"{n}.zip": packed({f"{n}.txt": b"x" * 4000}) for n in range(5)})

    codes = [code for _, code in names(archive, Limits(total_bytes=15_000))]
    assert codes.count("BRK-010") > 0
    assert codes.count("") > 0


def test_a_locked_zip_says_that_the_archive_is_locked() -> None:
    data = bytearray(packed({"a.xlsx": BOOK}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1

    assert names(bytes(data)) == [("kiriman/a.xlsx", "BRK-015")]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    put(tmp_path / "ada" / "a.xlsx")
    (tmp_path / "ada" / "kosong").mkdir()

    assert shown([tmp_path / "kosong", tmp_path / "ada"], tmp_path) == [
        ("kosong", "BRK-012"),
        ("ada/a.xlsx", "read"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")

    assert shown([tmp_path], tmp_path) == [("pipa.xlsx", "BRK-003")]
    assert shown([tmp_path / "pipa.xlsx"], tmp_path) == [("pipa.xlsx", "BRK-003")]


def test_content_of_a_plain_file_is_not_kept(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx")

    assert [one.data for one in received_files([path])] == [None]
