"""The regency's tables as files: CSV as offices save it, workbooks with a title above the table."""

from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook

from iku.consolidation import RegencyReport, consolidate
from iku.consolidation.central import COLUMNS
from tests.consolidation.sample import candidate, ratio
from workflow.decisions import read_table, regency_tables
from workflow.refusal import RefusedError

from .sample import NORTH, D, codes, figure

FILES = [candidate(D, NORTH, ratio(30.0, 100.0))]
HEAD = ["kode_unit", "indikator", "periode", "nilai", "sumber"]
ROW = [NORTH, "C1", "TAHUN", "61,70", "LHE Inspektorat – 2017"]


def report_with(path: Path) -> RegencyReport:
    return consolidate(D, FILES, tables=regency_tables(central_file=path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", "\t"])
def test_a_csv_is_read_as_offices_save_it(tmp_path: Path, encoding: str, mark: str) -> None:
    path = tmp_path / "pusat.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in (HEAD, ROW)).encode(encoding))
    report = report_with(path)
    assert figure(report, "C1") == (Fraction(617, 10), 1)
    assert report.decisions.central[0].value == 61.7
    assert report.decisions.central[0].sumber == "LHE Inspektorat – 2017"


def test_commas_may_part_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "pusat.csv"
    path.write_text('kode_unit,indikator,nilai\n99.01.01,C1,"61,70"\n', encoding="utf-8")
    assert report_with(path).decisions.central[0].value == 61.7


def test_a_line_end_inside_a_cell_does_not_shift_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "pusat.csv"
    text = f'kode_unit;indikator;nilai;catatan\n{NORTH};C1;61,7;"dua\nbaris"\n{NORTH};C9;1;x\n'
    path.write_text(text, encoding="utf-8")
    report = report_with(path)
    (fault,) = [one for one in report.findings if one.code == "KON-031"]
    assert fault.cells == ("pusat.csv!B3",)


def test_a_workbook_is_read_from_the_sheet_that_holds_the_table(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("Petunjuk", 0)["A1"] = "Isi lembar berikutnya"
    sheet = book.create_sheet("Nilai Pusat")
    sheet["B2"] = "NILAI PUSAT 2017"
    for n, (head, value) in enumerate(zip(HEAD, [*ROW[:3], 61.7, "LHE"], strict=True), 2):
        sheet.cell(4, n, head)
        sheet.cell(5, n, value)
    path = tmp_path / "pusat.xlsx"
    book.save(path)
    report = report_with(path)
    (one,) = report.decisions.central
    assert (str(one.origin.place), one.value) == ("Nilai Pusat!E5", 61.7)
    assert one.origin.sha256 == read_table(path, COLUMNS).sha256
    assert codes(report) == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("tidak_ada.csv", None, "tidak ditemukan"),
        ("pusat.ods", b"PK", "pakai .xlsx atau .csv"),
        ("pusat.xlsx", b"bukan zip", "bukan"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(
    tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(RefusedError, match=words):
        read_table(path, COLUMNS)


def test_an_empty_file_lacks_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "pusat.csv"
    path.write_bytes(b"")
    assert codes(report_with(path)) == ["KON-030"]
