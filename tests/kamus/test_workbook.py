"""The Kamus as staff meet it: what is open, what helps, and what they add by hand."""

from pathlib import Path

import openpyxl
import pytest

from command_line.kamus import export, import_
from iku.blueprint import Access
from iku.definition.load import DefinitionError, load_definition
from iku.definition.model import PolaritasRentang
from iku.kamus.blueprint import kamus
from iku.kamus.column import FIRST_ROW
from iku.resources import template_path
from workflow.build import build_workbooks
from workflow.definition_source import read_definition
from workflow.kamus import export_definition, import_definition
from workflow.refusal import RefusedError

from .received import sample

DEFINITION = template_path("contoh_triwulanan_2025.yaml")
SHEETS = [
    "Petunjuk",
    "Umum",
    "Sasaran",
    "Indikator",
    "Komponen",
    "Data Bersama",
    "Target",
    "Unit",
    "Wilayah",
    "Penanda Tangan",
    "Kondisi Awal",
    "PK",
    "Skala",
    "Catatan Sumber",
]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    export_definition(DEFINITION, tmp_path / "Kamus.xlsx")
    return tmp_path / "Kamus.xlsx"


def test_the_sheets_stand_in_the_order_of_work() -> None:
    assert [sheet.name for sheet in kamus(sample()).blueprint.sheets] == SHEETS


def test_rows_are_open_text_cells_and_everything_else_is_locked() -> None:
    cells = [cell for _, cell in kamus(sample()).blueprint.all_cells()]
    entries = [cell for cell in cells if cell.access is Access.ENTRY]

    assert len(entries) > 1000
    assert {cell.number_format for cell in entries} == {"@"}
    assert {cell.style for cell in entries} == {"entry_text", "entry_choice"}
    assert all(cell.access is Access.LOCKED for cell in cells if cell.style == "header")


def test_every_table_has_room_for_further_rows(book: Path) -> None:
    received = openpyxl.load_workbook(book)

    for name in SHEETS[2:]:
        sheet = received[name]
        column = 2 if name == "Sasaran" else 1
        free = [
            row
            for row in range(FIRST_ROW, sheet.max_row + 1)
            if sheet.cell(row, column).value is None
            and not sheet.cell(row, column).protection.locked
        ]
        assert len(free) >= 10, name


def test_choices_and_prompts_stand_beside_the_cells(book: Path) -> None:
    sheet = openpyxl.load_workbook(book)["Indikator"]
    rules = {
        str(rule.sqref).split(":", 1)[0]: rule for rule in sheet.data_validations.dataValidation
    }

    assert rules["I6"].formula1 == '"maksimasi,minimasi,rentang"'
    assert rules["A6"].formula1 == "Sasaran!$A$6:$A$17"
    assert "tepat/masuk*100" in rules["N6"].prompt


def test_staff_add_an_indicator_in_the_free_rows(book: Path, tmp_path: Path) -> None:
    received = openpyxl.load_workbook(book)
    indikator = received["Indikator"]
    row = ["2", "K4", "Waktu layanan", None, None, None, None, "menit", "rentang", "3", "12.5"]
    for column, text in enumerate([*row, None, None, "menit/surat"], 1):
        indikator.cell(9, column, text)
    for n, code in enumerate(("menit", "surat")):
        received["Komponen"].cell(30 + n, 1, "K4")
        received["Komponen"].cell(30 + n, 3, code)
    received["Target"].cell(20, 3, "K4")
    received["Target"].cell(20, 5, 15)
    received["Target"].cell(21, 1, "99.01.02")
    received["Target"].cell(21, 3, "K4")
    received["Target"].cell(4, 15, 2031)
    received["Target"].cell(21, 15, "7.50")
    received.save(book)

    import_definition(book, tmp_path / "baru.yaml")

    definition = load_definition(tmp_path / "baru.yaml")
    added = definition.sasaran[1].indikator[-1]
    assert (added.kode, str(added.target["TW1"].nilai)) == ("K4", "15")
    assert isinstance(added.polaritas, PolaritasRentang)
    assert [part.kode for part in added.komponen] == ["menit", "surat"]
    assert str(definition.unit[1].target["K4"]["2031"].nilai) == "7.50"
    assert definition.indikator[:3] == sample().indikator


def test_either_verb_reads_either_form(book: Path, tmp_path: Path) -> None:
    export_definition(book, tmp_path / "lagi.xlsx")
    import_definition(DEFINITION, tmp_path / "rapi.yml")

    assert (tmp_path / "lagi.xlsx").read_bytes() == book.read_bytes()
    assert load_definition(tmp_path / "rapi.yml") == sample()


def test_a_wrong_ending_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"\.xlsx"):
        export_definition(DEFINITION, tmp_path / "Kamus.yaml")
    with pytest.raises(RefusedError, match=r"\.yaml"):
        import_definition(DEFINITION, tmp_path / "definisi.xlsx")

    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_cell_can_hold_is_named(tmp_path: Path) -> None:
    text = DEFINITION.read_text(encoding="utf-8").replace("satuan: nilai", 'satuan: "ni\\alai"')
    (tmp_path / "bel.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(DefinitionError) as refused:
        export_definition(tmp_path / "bel.yaml", tmp_path / "Kamus.xlsx")

    assert [(one.code, one.cells) for one in refused.value.findings] == [
        ("DEF-004", ("Indikator!H7",))
    ]
    assert not (tmp_path / "Kamus.xlsx").exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("tidak_ada.xlsx", None, "BRK-001"),
        ("kosong.xlsx", b"", "BRK-002"),
        ("rusak.xlsx", b"PK\x03\x04xx", "BRK-008"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_with_its_own_code(
    tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(DefinitionError) as refused:
        read_definition(tmp_path / name)

    assert [one.code for one in refused.value.findings] == [code]


def test_a_foreign_workbook_is_no_kamus(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "asing.xlsx")

    with pytest.raises(DefinitionError) as refused:
        read_definition(tmp_path / "asing.xlsx")

    assert [one.code for one in refused.value.findings] == ["DEF-001"]


def test_the_verbs_end_with_an_honest_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, back = str(tmp_path / "Kamus.xlsx"), str(tmp_path / "lagi.yaml")

    assert export.main([str(DEFINITION), "-o", book], standalone_mode=False) == 0
    assert import_.main([book, "-o", back, "--json"], standalone_mode=False) == 0
    assert '"kode": "CONTOH-TW-2025"' in capsys.readouterr().out
    received = openpyxl.load_workbook(book)
    received["Indikator"]["H6"] = None
    received.save(book)
    assert import_.main([book, "-o", back], standalone_mode=False) == 1
    assert "Indikator!H6" in capsys.readouterr().err
    assert import_.main([str(tmp_path / "x.xlsx"), "-o", back], standalone_mode=False) == 2


def test_workbooks_built_from_the_kamus_are_those_of_its_definition(tmp_path: Path) -> None:
    export_definition(DEFINITION, tmp_path / "kamus.xlsx")

    from_yaml = build_workbooks(DEFINITION, tmp_path / "yaml")
    from_kamus = build_workbooks(tmp_path / "kamus.xlsx", tmp_path / "kamus")

    assert [one.path.read_bytes() for one in from_kamus] == [
        one.path.read_bytes() for one in from_yaml
    ]
