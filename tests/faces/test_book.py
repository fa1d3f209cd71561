"""The report workbook: a row for every file, a row for every finding, texts as texts."""

import io
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from iku.finding import Severity
from iku.messages import Language
from reporting.findings_book import HEADER_ROW, findings_blueprint
from reporting.outcome import Outcome
from tests.faces.outcomes import HOSTILE, many, outcome
from tests.judges.openxml import validate
from workbook_builder import write_workbook
from workflow.findings_report import report_writer
from workflow.refusal import RefusedError
from workflow.validate import Validation


def data_of(told: Outcome) -> bytes:
    blueprint = findings_blueprint(told)
    made = datetime(2020, 1, 1)
    return write_workbook(blueprint, {}, password=None, salt=b"", modified=made)


def book(told: Outcome) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data_of(told)))


def rows(told: Outcome, sheet: str) -> list[tuple[object, ...]]:
    values = book(told)[sheet].iter_rows(min_row=HEADER_ROW + 1, values_only=True)
    return [row for row in values if any(row)]


def test_every_file_has_a_row_with_its_counts_and_progress() -> None:
    first, broken, good = rows(outcome(), "Ringkasan")

    assert first[1:9] == (
        *("99.03.01", "+Uji Utara", "Tahun 2025", "Wajib diperbaiki"),
        *(1, 1, 1, "12 dari 40"),
    )
    assert broken[2] == "Unit tidak diketahui"
    assert broken[4] == "Tidak dapat dibaca"
    assert good[4:8] == ("Tidak ada yang perlu diperbaiki", 0, 0, 0)


def test_every_finding_has_a_row_the_most_severe_of_a_file_first() -> None:
    found = rows(outcome(), "Catatan")

    assert [row[4:6] for row in found] == [
        ("Wajib diperbaiki", "ANG-001"),
        ("Perlu konfirmasi", "STR-005"),
        ("Informasi", "IDN-003"),
        ("Wajib diperbaiki", "BRK-002"),
    ]
    assert found[0][6:8] == ("Isian", "E11, E12")
    told = outcome().files[0].findings[0]
    assert found[0][8:] == (told.message, told.fix)


def test_no_text_of_a_file_becomes_a_formula() -> None:
    for sheet in book(outcome()).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
    texts = [str(value) for row in rows(outcome(), "Catatan") for value in row]
    assert any(text.startswith("=HYPERLINK") for text in texts)
    assert any(HOSTILE in text for text in texts)


def test_it_prints_and_can_be_filtered() -> None:
    for sheet in book(outcome()).worksheets:
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows == f"$1:${HEADER_ROW}"
        assert str(sheet.auto_filter.ref).startswith(f"A{HEADER_ROW}:")
        assert not sheet.protection.sheet


def test_an_empty_outcome_and_a_long_one_are_workbooks_that_microsoft_accepts(
    tmp_path: Path,
) -> None:
    paths = []
    for n, told in enumerate((outcome(), Outcome(()), many(400))):
        paths.append(tmp_path / f"{n}.xlsx")
        paths[-1].write_bytes(data_of(told))

    assert validate(paths) == []


def test_words_follow_the_language() -> None:
    english = book(outcome("en"))

    assert english.sheetnames == ["Summary", "Notes"]
    assert english["Notes"].cell(HEADER_ROW, 9).value == "Explanation"


@pytest.mark.parametrize("ending", [".xlsx", ".html", ".txt", ".json", ".HTML"])
def test_a_report_is_written_by_its_ending(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"hasil{ending}"
    report_writer(path)(Validation(()))

    assert path.stat().st_size > 0
    if ending == ".json":
        assert json.loads(path.read_text(encoding="utf-8"))["summary"]["files"] == 0


def test_another_ending_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"\.xlsx, \.html, \.txt, \.json"):
        report_writer(tmp_path / "hasil.pdf")


def test_severities_stand_in_the_order_of_repair() -> None:
    assert list(Severity) == [Severity.ERROR, Severity.WARNING, Severity.INFO]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_same_outcome_gives_the_same_bytes(language: Language) -> None:
    assert data_of(outcome(language)) == data_of(outcome(language))
