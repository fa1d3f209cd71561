"""The verification form: prefilled, only the verdict open, and it can be written anew."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from iku.blueprint import Access
from iku.consolidation import RegencyReport, consolidate
from iku.verification_form import ASKED, FIRST, HEAD, SHEET, TOLD, verification_form
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio
from tests.judges import openxml
from workflow.decisions import regency_tables
from workflow.refusal import RefusedError
from workflow.verification_form import keep_verdicts, write_verification_form

from .sample import NORTH, SOUTH, figure

R = definition_of(RATIO)
FILES = [
    candidate(R, NORTH, ratio(30.0, 100.0)),
    candidate(R, SOUTH, ratio(None, None, "=2+3")),
]
COLUMN = {head: n for n, (head, _) in enumerate((*TOLD, *ASKED), 1)}


def filled_in(report: RegencyReport, path: Path, row: int, **answers: str | int) -> RegencyReport:
    write_verification_form(report, path)
    book = load_workbook(path)
    for head, value in answers.items():
        book[SHEET].cell(row, COLUMN[head], value)
    book.save(path)
    return consolidate(R, FILES, tables=regency_tables(verification_file=path))


def test_what_was_reported_stands_locked_and_the_verdict_is_open() -> None:
    sheet = verification_form(consolidate(R, FILES)).sheet(SHEET)
    by_place = {(cell.row, cell.column): cell for cell in sheet.cells}
    told = [by_place[FIRST, COLUMN[head]].content for head, _ in TOLD]
    assert told == [
        NORTH, "Utara", "A1", "Persentase RT penerima", "penerima", "RT penerima", "RT", "TAHUN", 30.0,
    ]  # fmt: skip
    for (row, column), cell in by_place.items():
        asked = row > HEAD and column > len(TOLD)
        assert cell.access is (Access.ENTRY if asked else Access.LOCKED)
    assert max(row for row, _ in by_place) == FIRST + 1


def test_a_form_that_was_filled_in_decides(tmp_path: Path) -> None:
    path = tmp_path / "verifikasi.xlsx"
    first = consolidate(R, FILES)
    report = filled_in(
        first, path, FIRST, putusan="Diterima", terverifikasi=25, oleh="Tim", tanggal="5 Juli 2018"
    )
    assert figure(report, "A1") == (25, 1)
    (one,) = report.decisions.verification
    assert (one.reported, one.by, one.when) == (30.0, "Tim", "2018-07-05")


def test_a_form_with_verdicts_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "verifikasi.xlsx"
    report = consolidate(R, FILES)
    keep_verdicts(path)
    write_verification_form(report, path)
    keep_verdicts(path)
    filled_in(report, path, FIRST, putusan="Diterima")
    with pytest.raises(RefusedError, match="sudah berisi putusan"):
        keep_verdicts(path)


def test_a_form_written_anew_keeps_what_was_decided(tmp_path: Path) -> None:
    path, again = tmp_path / "verifikasi.xlsx", tmp_path / "lagi.xlsx"
    report = filled_in(
        consolidate(R, FILES),
        path,
        FIRST,
        putusan="Ditolak",
        disetujui="Ya",
        disetujui_oleh="Sekda",
    )
    second = filled_in(report, again, FIRST + 1, putusan="Diterima")
    decided = [
        (one.name, str(one.verdict), one.approved_by) for one in second.decisions.verification
    ]
    assert decided == [
        ("isian.A1.penerima.TAHUN", "Ditolak", "Sekda"),
        ("isian.A1.rt.TAHUN", "Diterima", ""),
    ]
    assert second.decisions.verification[0].reported == 30.0
    assert all(one.counted for one in second.decisions.verification)


def test_microsofts_validator_is_silent(tmp_path: Path) -> None:
    path = tmp_path / "verifikasi.xlsx"
    write_verification_form(consolidate(R, FILES), path)
    assert openxml.validate([path]) == []
