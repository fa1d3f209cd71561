"""What is checked from folders, archives and e-mails: marked copies, progress, one sentence each."""

import json
from pathlib import Path

import pytest

from command_line.main import iku
from iku.cells import WorkbookSnapshot
from tests.checks import test_rules as rules
from tests.checks.books import small, snapshot, typed
from tests.consolidation.sample import RATIO
from tests.corpus.consolidations import GOOD, ONE, SELATAN, UTARA, sent, text_of
from tests.corpus.forms import sound
from tests.corpus.written import written
from tests.damage.package import unpacked, zipped
from tests.reader.handmade import packed
from tests.reader.test_unpacking import mail
from workbook_reader.snapshot import read_snapshot, read_snapshot_bytes
from workflow.consolidate import consolidate_folder
from workflow.mark import mark_copies
from workflow.refusal import RefusedError
from workflow.validate import checked, validate


def odd() -> bytes:
    """A workbook with one warning and one blank."""
    values = {**rules.GOOD, "isian.B2.petugas.TAHUN": 15, "isian.A1.tindak.TAHUN": None}
    return written(snapshot(small(), typed(values)))


def run(*arguments: object) -> int:
    status = iku.main(args=list(map(str, arguments)), prog_name="iku", standalone_mode=False)
    return int(status or 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "kiriman"
    inbox.mkdir()
    (inbox / "IKU FINAL (2).xlsx").write_bytes(odd())
    (inbox / "surat.eml").write_bytes(mail(("IKU FINAL (2).xlsx", sound())).as_bytes())
    (inbox / "arsip.zip").write_bytes(packed({"dalam.zip": packed({"isi.xlsx": sound()})}))
    (inbox / "kosong.xlsx").write_bytes(b"")
    return inbox


def test_identity_is_taken_from_inside_the_file_however_it_came(folder: Path) -> None:
    result = validate([folder])

    assert [(Path(one.path).name, one.outcome.unit) for one in result.files] == [
        ("IKU FINAL (2).xlsx", "99.03.01 Uji Utara"),
        ("isi.xlsx", "99.03.01 Uji Utara"),
        ("kosong.xlsx", ""),
        ("IKU FINAL (2).xlsx", "99.03.01 Uji Utara"),
    ]
    assert [one.status for one in result.files] == ["error", "ok", "unreadable", "ok"]


def test_every_readable_file_gets_its_marked_copy_and_none_is_written_over(
    folder: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}

    written_to = mark_copies(validate([folder]).files, tmp_path / "salinan")

    assert [path.name for path in written_to] == [
        *("IKU FINAL (2).xlsx", "isi.xlsx", "IKU FINAL (2) (2).xlsx")
    ]
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_progress_is_kept_in_the_marked_copy(folder: Path, tmp_path: Path) -> None:
    (first,) = mark_copies([checked(folder / "IKU FINAL (2).xlsx")], tmp_path / "salinan")

    again = checked(first)
    assert (again.progress.before, again.progress.settled) == (2, 0)
    assert again.as_json()["progress"] == {"before": 2, "settled": 0, "new": 0}
    assert "0 dari 2" in again.rows[0][2]
    english = checked(first, "en")
    assert "0 of 2" in english.rows[0][2]


def test_the_command_writes_each_face(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = folder / "IKU FINAL (2).xlsx"
    assert run("validate", book, "--short", "--report", tmp_path / "hasil.html") == 1

    said = capsys.readouterr().out
    assert said.startswith("*IKU 99.03.01 Uji Utara* – Tahun 2025\n1 wajib diperbaiki, ")
    assert "<section" in (tmp_path / "hasil.html").read_text(encoding="utf-8")


def test_a_wrong_ending_is_told_before_anything_is_checked(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"'\.pdf' tidak tersedia"):
        run("validate", tmp_path / "tidak_ada.xlsx", "--report", tmp_path / "hasil.pdf")


def test_an_empty_folder_is_told_in_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong").mkdir()
    assert run("validate", tmp_path / "kosong", "--json") == 1

    (only,) = json.loads(capsys.readouterr().out)["files"]
    assert (only["status"], only["findings"][0]["code"]) == ("unreadable", "BRK-012")
    assert "tidak berisi berkas apa pun" in only["findings"][0]["message"]


def test_two_files_that_cannot_be_read_are_no_copies_of_each_other(tmp_path: Path) -> None:
    (tmp_path / "IKU.xlsx").write_bytes(sound())
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(b"")

    fates = consolidate_folder([tmp_path]).fates
    assert {Path(one.candidate.path).name: str(one.status) for one in fates} == {
        "IKU.xlsx": "accepted",
        "a.xlsx": "rejected",
        "b.xlsx": "rejected",
    }


def test_files_of_several_definitions_are_not_consolidated_by_guessing(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(sound())
    (tmp_path / "b.xlsx").write_bytes(sent(ONE, UTARA, GOOD))

    with pytest.raises(RefusedError, match=r"UJI-2017 tahun 2017 \(1 berkas\), UJI-2025 tahun"):
        consolidate_folder([tmp_path])


def test_of_several_versions_the_newest_is_taken(tmp_path: Path) -> None:
    for versi, unit in (("9", UTARA), ("10", SELATAN)):
        data = sent(text_of(RATIO, versi=versi), unit, GOOD)
        (tmp_path / f"{unit}.xlsx").write_bytes(data)

    report = consolidate_folder([tmp_path])
    assert report.definition.versi == "10"
    assert {str(one.status) for one in report.fates} == {"accepted"}


def test_a_copy_whose_sheet_of_notes_holds_no_cells_is_as_it_came(tmp_path: Path) -> None:
    seen_whole = read_snapshot_bytes(sound(), "")
    assert isinstance(seen_whole, WorkbookSnapshot)
    number = list(seen_whole.sheets).index("Catatan Pemeriksaan") + 1
    empty = {f"xl/worksheets/sheet{number}.xml": b"<Properties/>"}
    book = tmp_path / "IKU.xlsx"
    book.write_bytes(zipped(unpacked(sound()) | empty))
    seen = checked(book)

    (marked,) = mark_copies([seen], tmp_path / "salinan")

    assert marked.read_bytes() == book.read_bytes()
    assert any("Catatan Pemeriksaan" in one.message for one in seen.findings)


def test_a_renamed_sheet_of_notes_gets_its_notes(tmp_path: Path) -> None:
    parts = {
        name: part.replace(b'"Catatan Pemeriksaan"', b'"Catatan Kami"').replace(
            b"'Catatan Pemeriksaan'!", b"'Catatan Kami'!"
        )
        for name, part in unpacked(sound()).items()
    }
    book = tmp_path / "IKU.xlsx"
    book.write_bytes(zipped(parts))

    (marked,) = mark_copies([checked(book)], tmp_path / "salinan")

    seen = read_snapshot(marked)
    assert isinstance(seen, WorkbookSnapshot)
    assert "STR-016" in seen.sheets["Catatan Kami"].values.values()
