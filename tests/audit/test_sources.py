"""The same report as text, Word and Excel gives the same findings, each at its own place."""

from pathlib import Path

import openpyxl
import pytest

from iku.audit import audit
from iku.audit.document import Document, Passage, Table
from iku.audit.report import Report
from iku.audit.text_source import text_document
from iku.finding import Finding
from tests import workbooks
from tests.reader.handmade import HEAD, packed
from workbook_reader.docx import read_docx_bytes
from workbook_reader.limits import Limits
from workflow.audit import audit_file

from .reports import CLEAN, JAMBI, JEMAJA, SOUND, TELUK, changed
from .written import docx, paragraph, saved, xlsx

PLACES = {"tempat_lain", "tempat_hitungan", "asal_penyebut", "terpakai", "tempat_sasaran"}


def codes(path: Path) -> list[str]:
    return [one.code for one in audit_file(path).findings]


def facts(path: Path) -> list[tuple[str, list[str]]]:
    """What the findings of a file say, but for places."""
    return sorted(
        (one.code, sorted(str(fact) for key, fact in one.facts.items() if key not in PLACES))
        for one in audit_file(path).findings
    )


def document(data: bytes) -> Document:
    read = read_docx_bytes(data, "x.docx")
    assert isinstance(read, Document), read
    return read


def cells(read: Document) -> list[tuple[str, str]]:
    return [(one.place.cell, one.text) for one in read.passages() if one.place.cell]


@pytest.mark.parametrize("path", [JAMBI, JEMAJA, TELUK], ids=lambda path: path.stem)
def test_every_kind_of_file_gives_the_same_findings(tmp_path: Path, path: Path) -> None:
    text, said = path.read_text(encoding="utf-8"), facts(path)
    assert facts(saved(docx(text), tmp_path / "a.docx")) == said
    assert facts(saved(xlsx(text), tmp_path / "a.xlsx")) == said


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_a_sound_report_is_sound_in_every_kind_of_file(tmp_path: Path, text: str) -> None:
    for name, data in (
        ("a.txt", text.encode("utf-8-sig")),
        ("b.txt", text.encode("utf-16")),
        ("c.txt", text.replace("\n", "\r\n").encode("cp1252")),
        ("a.docx", docx(text)),
        ("a.xlsx", xlsx(text)),
    ):
        result = audit_file(saved(data, tmp_path / name))
        assert (result.status, result.findings) == ("ok", ()), name


def test_a_finding_points_to_line_cell_or_table_cell(tmp_path: Path) -> None:
    wrong = changed(("101,86", "101,96"), ("102,61", "102,63"))
    (text,) = audit_file(saved(wrong.encode(), tmp_path / "a.txt")).findings
    (word,) = audit_file(saved(docx(wrong), tmp_path / "a.docx")).findings
    (excel,) = audit_file(saved(xlsx(wrong), tmp_path / "a.xlsx")).findings
    assert (text.line, text.cells) == (4, ())
    assert (word.line, word.cells, word.sheet) == (None, ("Tabel 1!H2",), "Tabel 1")
    assert (excel.line, excel.cells, excel.sheet) == (None, ("Laporan!H4",), "Laporan")
    assert excel.message.startswith("Laporan!H4: capaian Persentase surat")


def test_a_paragraph_of_a_word_document_is_counted(tmp_path: Path) -> None:
    (one,) = audit_file(
        saved(docx(changed(("19800423 199912 1 001", "1980"))), tmp_path / "a.docx")
    ).findings
    assert one.message.startswith("Paragraf 6: ")


def test_wide_cells_keep_the_columns_below_them_in_place() -> None:
    wide = (
        '<w:tbl xmlns:w="w"><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
        f"{paragraph('Judul')}</w:tc><w:tc>{paragraph('Target')}</w:tc></w:tr>"
        '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>'
        f"<w:tc>{paragraph('90')}</w:tc></w:tr></w:tbl>"
    )
    assert cells(document(docx("", wide))) == [
        ("Tabel 1!A1", "Judul"),
        ("Tabel 1!C1", "Target"),
        ("Tabel 1!C2", "90"),
    ]


def test_what_was_struck_out_is_not_read_and_what_was_inserted_is() -> None:
    extra = (
        "<w:p><w:del><w:r><w:delText>dulu</w:delText></w:r></w:del><w:ins><w:r><w:t>kini</w:t>"
        "</w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert [one.text for one in document(docx("", extra)).paragraphs] == ["kini"]


def test_a_fraction_of_the_equation_editor_is_written_on_one_line() -> None:
    extra = (
        '<w:p xmlns:m="m"><m:oMath><m:f><m:num><m:r><m:t>48</m:t></m:r></m:num><m:den><m:r>'
        "<m:t>52</m:t></m:r></m:den></m:f><m:r><m:t>×100%=91,80%</m:t></m:r></m:oMath></w:p>"
    )
    assert [one.text for one in document(docx("", extra)).paragraphs] == ["(48)/(52)×100%=91,80%"]


def test_a_drawing_kept_for_older_programs_is_read_once() -> None:
    text = "<w:r><w:t>sekali</w:t></w:r>"
    extra = f"<w:p><w:Choice>{text}</w:Choice><w:Fallback>{text}</w:Fallback></w:p>"
    assert [one.text for one in document(docx("", extra)).paragraphs] == ["sekali"]


def test_a_workbook_of_ours_belongs_to_another_verb(tmp_path: Path) -> None:
    path = saved(
        workbooks.workbook_bytes(workbooks.layout("kota_jambi_2017"), {}),
        tmp_path / "IKU_2017.xlsx",
    )
    (one,) = audit_file(path).findings
    assert one.code == "AUD-091"
    assert "iku validate IKU_2017.xlsx" in one.fix


def test_a_table_inside_a_cell_is_part_of_its_text() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('a')}{inner}{paragraph('c')}</w:tc></w:tr></w:tbl>"
    read = document(docx("", outer))
    assert [type(one) for one in read.blocks] == [Table]
    assert cells(read) == [("Tabel 1!A1", "a b c")]


BOMB = HEAD + '<!DOCTYPE d [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.txt", b"", "BRK-002"),
        ("gambar.txt", b"\x89PNG\r\n", "BRK-003"),
        ("laporan.pdf", b"%PDF-1.7", "BRK-003"),
        ("laporan.txt", b"<html><table></table></html>", "BRK-003"),
        ("biner.txt", bytes(range(256)), "BRK-003"),
        ("potong.docx", docx("a")[:200], "BRK-008"),
        ("rusak.docx", packed({"word/document.xml": "<w:p>"}), "BRK-008"),
        ("bom.docx", docx("a", head=BOMB), "BRK-008"),
        ("arsip.zip", packed({"a.txt": "a"}), "BRK-003"),
        ("~$laporan.docx", b"x", "BRK-009"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_finding(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    result = audit_file(saved(data, tmp_path / name))
    assert result.status == "unreadable"
    assert [one.code for one in result.findings] == [code]
    assert result.findings[0].message.startswith(f"{name}: ")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert codes(tmp_path / "tidak_ada.txt") == ["BRK-001"]
    assert codes(tmp_path) == ["BRK-003"]


def test_a_document_beyond_the_limits_is_refused() -> None:
    rows = "<w:tbl><w:tr>" + "<w:tc></w:tc>" * 20 + "</w:tr></w:tbl>"
    read = read_docx_bytes(docx("", rows), "x.docx", limits=Limits(cells_per_sheet=10))
    assert isinstance(read, Finding)
    assert (read.code, read.path) == ("BRK-010", "x.docx")


def test_a_hidden_sheet_is_not_part_of_the_report(tmp_path: Path) -> None:
    path = saved(xlsx(SOUND), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    hidden = book.create_sheet("Bantu")
    hidden.append(["48/52 x 100% = 91,80%"])
    book.save(path)
    assert codes(path) == ["AUD-001"]
    hidden.sheet_state = "hidden"
    book.save(path)
    assert codes(path) == []


def test_a_table_with_a_row_of_one_text_stays_one_table() -> None:
    read = document(docx("Judul\na\tb\nc\td\nAkhir"))
    assert [type(one) for one in read.blocks] == [Passage, Table, Passage]


def test_two_tables_that_touch_are_two_tables() -> None:
    lines = changed(("1.100/1.200 x", "1.100/1.300 x")).splitlines(keepends=True)
    touching = "".join(line for n, line in enumerate(lines) if n not in range(8, 13))
    assert [one.code for one in audit(text_document(touching))] == ["AUD-001"]
    assert len(Report(text_document(touching)).tables) == 2
