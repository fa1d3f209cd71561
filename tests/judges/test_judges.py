"""Each judge catches what it is there to catch, and passes what is right."""

import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, Protection

from tests.judges import formulas_library, ironcalc_library, libreoffice, openxml
from tests.judges.calc_session import CalcError, Office
from tests.judges.calc_workbook import OpenWorkbook
from tests.judges.compare import differences
from tests.judges.shared_office import shared_office
from tests.judges.values import Values, cached_results

FORGED = 999.0
EXPECTED: Values = {
    ("Hitung", "A1"): 48 / 52 * 100,
    ("Hitung", "A2"): 1.01,
    ("Hitung", "A3"): "1,01",
    ("Hitung", "A4"): "#DIV/0!",
    ("Hitung", "A5"): "Belum diisi",
    ("Hitung", "A6"): "",
    ("Hitung", "A7"): True,
    ("Hitung", "A8"): -1300.0,
    ("Hitung", "A9"): 100.0,
    ("Hitung", "A10"): 96.0,
}
ENTRIES: Values = {("Isian Data", "A2"): 48.0, ("Isian Data", "A4"): None}
OTHER_ENTRIES: Values = {("Isian Data", "A2"): 26.0, ("Isian Data", "A4"): 4.0}
CHANGED: Values = EXPECTED | {
    ("Hitung", "A1"): 50.0,
    ("Hitung", "A5"): "Terisi",
    ("Hitung", "A7"): False,
    ("Hitung", "A9"): 82.0,
    ("Hitung", "A10"): 52.0,
}
ERROR: Values = {("Isian Data", "A2"): "#N/A"}
FORMULAS = [
    "=INDEX('Isian Data'!$A$1:$A$9,2)/INDEX('Isian Data'!$A$1:$A$9,3)*100",
    "=ROUND(1.005,2)",
    '=SUBSTITUTE(FIXED(ROUND(1.005,2),2,TRUE),".",",")',
    "=1/0",
    '=IF(ISNUMBER(INDEX(isian,4)),"Terisi","Belum diisi")',
    '=""',
    "=COUNT('Isian Data'!$A$2:$A$4)=2",
    "=ROUND(-1250,-2)",
    "=SUM('Isian Data'!$A$2:$A$4)",
    "=tepat_waktu*2",
]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two entries, one blank, ten formulas, each with a forged cached value."""
    path = tmp_path / "contoh.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        entries = book.add_worksheet("Isian Data")
        entries.write_column("A1", ["Isian", 48, 52, None, "", "", "", "", "akhir"])
        results = book.add_worksheet("Hitung")
        for row, formula in enumerate(FORMULAS):
            results.write_formula(row, 0, formula, None, FORGED)
        book.define_name("isian", "='Isian Data'!$A$1:$A$9")
        book.define_name("tepat_waktu", "='Isian Data'!$A$2")
    return path


def test_the_forged_values_are_really_in_the_file(workbook: Path) -> None:
    assert cached_results(workbook) == dict.fromkeys(EXPECTED, FORGED)


def test_libreoffice_corrects_forged_values(workbook: Path) -> None:
    assert differences(EXPECTED, libreoffice.computed_values(workbook)) == []


def test_libreoffice_recalculates_many_files(workbook: Path, tmp_path: Path) -> None:
    second = workbook.with_name("kedua.xlsx").resolve()
    second.write_bytes(workbook.read_bytes())

    saved = libreoffice.recalculate([workbook, second], tmp_path / "anew", locale="id-ID")

    assert [path.name for path in saved] == ["contoh.xlsx", "kedua.xlsx"]
    assert [differences(EXPECTED, cached_results(path)) for path in saved] == [[], []]


def test_libreoffice_never_overwrites_what_it_was_given(workbook: Path) -> None:
    with pytest.raises(ValueError, match="overwrite"):
        libreoffice.recalculate([workbook], workbook.parent)


def test_libreoffice_says_which_file_it_could_not_write(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"tidak-ada\.xlsx"):
        libreoffice.recalculate([tmp_path / "tidak-ada.xlsx"], tmp_path / "anew")


def test_libreoffice_prints_pages_and_poppler_draws_them(workbook: Path, tmp_path: Path) -> None:
    pages = libreoffice.to_png(libreoffice.to_pdf(workbook, tmp_path / "pdf"), tmp_path / "png")

    assert len(pages) == 2
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


def test_cutting_an_unlocked_cell_of_a_protected_sheet_moves_the_references_to_it(
    tmp_path: Path,
) -> None:
    original = tmp_path / "terkunci.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Isian"
    sheet["B2"], sheet["D1"], sheet["D2"] = 5, "=B2*10", "=INDEX($B$1:$B$6,2)"
    for address in ("B2", "B3"):
        sheet[address].protection = Protection(locked=False)
    sheet.protection.enable()
    book.save(original)

    moved = libreoffice.cut_and_paste(original, tmp_path / "pindah.xlsx", "Isian", "B2", "B3")

    assert load_workbook(moved)["Isian"]["D1"].value == "=B3*10"
    assert cached_results(moved)["Isian", "D1"] == 50.0
    assert cached_results(moved)["Isian", "D2"] == 0.0


def test_a_script_inside_calc_sees_the_document_and_answers(workbook: Path, tmp_path: Path) -> None:
    script = tmp_path / "names.py"
    script.write_text(
        "def edit(document, prefix):\n"
        "    return [prefix + name for name in document.Sheets.ElementNames]\n"
    )

    said = libreoffice.run_in_calc(script, workbook, tmp_path / "same.xlsx", "lembar ")

    assert said == ["lembar Isian Data", "lembar Hitung"]


def test_a_script_that_fails_inside_calc_tells_why(workbook: Path, tmp_path: Path) -> None:
    script = tmp_path / "wrong.py"
    script.write_text("def edit(document):\n    document.Sheets.getByName('Tidak ada')\n")

    with pytest.raises(CalcError, match="NoSuchElement"):
        libreoffice.run_in_calc(script, workbook, tmp_path / "same.xlsx")


def test_whoever_breaks_the_shared_office_breaks_it_for_nobody_else(workbook: Path) -> None:
    with shared_office() as office:
        pass
    with shared_office() as again:
        assert again is office

    with pytest.raises(CalcError), shared_office() as broken:
        broken.ask("close", 99)

    with shared_office() as anew:
        assert anew is not office
    assert differences(EXPECTED, libreoffice.computed_values(workbook)) == []


def test_an_open_workbook_follows_other_entries_and_forgets_them_again(workbook: Path) -> None:
    with Office.running() as office, office.opened(workbook) as document:
        book = OpenWorkbook(document, workbook, ENTRIES)

        # It answers with 1 for TRUE and 0 for FALSE, its truth values being numbers.
        truth = ("Hitung", "A7")
        assert differences(CHANGED | {truth: 0.0}, book.computed_values(OTHER_ENTRIES)) == []
        assert differences(EXPECTED | {truth: 1.0}, book.computed_values()) == []
        assert book.computed_values(ERROR)["Hitung", "A1"] == "#N/A"


def test_formulas_agrees_and_rounds_decimal_halves_up(workbook: Path) -> None:
    assert differences(EXPECTED, formulas_library.computed_values(workbook)) == []


def test_only_the_mended_fixed_rounds_a_decimal_half_up_as_excel_does(tmp_path: Path) -> None:
    path = tmp_path / "fixed.xlsx"
    book = Workbook()
    book.worksheets[0]["A1"] = "=FIXED(1.005,2,TRUE)"
    book.save(path)
    cell = ("Sheet", "A1")

    assert formulas_library.computed_values(path) == {cell: "1.01"}
    # So formulas of ours write FIXED(ROUND(x,2),2), which is the same everywhere.
    assert libreoffice.computed_values(path) == {cell: "1.00"}
    assert ironcalc_library.computed_values(path) == {cell: "1.00"}


@pytest.mark.parametrize("text", ["1.500", "12,5", "7"])
def test_a_text_is_no_number_to_any_judge(workbook: Path, text: str) -> None:
    typed: Values = {("Isian Data", "A4"): text}
    cell = ("Hitung", "A5")

    for judge in (formulas_library, ironcalc_library):
        book = judge.LoadedWorkbook(workbook, ENTRIES)
        assert book.computed_values(typed)[cell] == EXPECTED[cell]


def test_formulas_follows_other_entries_and_forgets_them_again(workbook: Path) -> None:
    loaded = formulas_library.LoadedWorkbook(workbook, ENTRIES)

    assert differences(CHANGED, loaded.computed_values(OTHER_ENTRIES)) == []
    assert differences(EXPECTED, loaded.computed_values()) == []


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [
        (2.5, 0, 3),
        (-2.5, 0, -3),
        (1.005, 2, 1.01),
        (5.015, 2, 5.02),
        (92.355, 2, 92.36),
        (1250, -2, 1300),
        (0.1 + 0.2, 1, 0.3),
        (0, 2, 0),
    ],
)
def test_the_mended_round_is_excels(number: float, digits: float, rounded: float) -> None:
    assert formulas_library.half_up(number, digits) == rounded


def test_ironcalc_agrees(workbook: Path) -> None:
    assert differences(EXPECTED, ironcalc_library.computed_values(workbook)) == []


def test_ironcalc_follows_other_entries_and_forgets_them_again(workbook: Path) -> None:
    loaded = ironcalc_library.LoadedWorkbook(workbook, ENTRIES)

    assert differences(CHANGED, loaded.computed_values(OTHER_ENTRIES)) == []
    assert differences(EXPECTED, loaded.computed_values()) == []
    assert loaded.computed_values(ERROR)["Hitung", "A1"] == "#N/A"


def test_the_validator_passes_a_good_workbook(workbook: Path) -> None:
    assert openxml.validate([workbook]) == []


def test_the_validator_reports_what_bare_openpyxl_writes(tmp_path: Path) -> None:
    path = tmp_path / "huruf.xlsx"
    book = Workbook()
    book.worksheets[0]["A1"].font = Font(bold=True, color="FF0000", size=9)
    book.save(path)

    faults = openxml.validate([path])

    assert faults
    assert all(fault.startswith("huruf.xlsx /xl/styles.xml") for fault in faults)


def test_the_validator_reports_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    with zipfile.ZipFile(path, "w"):
        pass

    assert openxml.validate([path]) != []


def test_differences_name_the_cell_and_both_answers() -> None:
    expected: Values = {("Isian", "A1"): 1.0, ("Isian", "A2"): "ya", ("Isian", "A3"): None}
    actual: Values = {("Isian", "A1"): 1.1, ("Isian", "A2"): "ya", ("Isian", "A4"): "lebih"}

    assert differences(expected, actual) == [
        "Isian!A1: expected 1.0, got 1.1",
        "Isian!A4: expected None, got 'lebih'",
    ]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (1.0, 1.0 + 1e-12, True),
        (1e12, 1e12 + 1, True),
        (1.0, 1.0 + 1e-6, False),
        (None, "", True),
        (None, 0.0, False),
        (True, 1.0, False),
        ("1", 1.0, False),
        ("#DIV/0!", "#DIV/0!", True),
    ],
)
def test_differences_forgive_the_last_bits_only(
    one: float | str | None, other: float | str | None, *, equal: bool
) -> None:
    assert (differences({("A", "A1"): one}, {("A", "A1"): other}) == []) is equal
