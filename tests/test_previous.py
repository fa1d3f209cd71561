"""Last year's workbooks give the values that stand beside this year's entries."""

from decimal import Decimal
from pathlib import Path

import pytest

from iku.address import CellRef
from iku.definition.load import load_definition
from iku.entry_workbook import entry_blueprint
from iku.resources import example_path, template_path
from iku.submission import Submission
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.previous import earlier_values
from workflow.receive import open_one
from workflow.refusal import RefusedError
from workflow.validate import checked


@pytest.fixture
def last_year(tmp_path: Path) -> Path:
    book = build_workbooks(
        template_path("kota_jambi_2017.yaml"), tmp_path / "2017", units=["15.71.03"]
    )[0]
    filled = tmp_path / "kembali" / "jambi_timur.xlsx"
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), filled)
    return filled


@pytest.fixture
def this_year(tmp_path: Path) -> Path:
    text = template_path("kota_jambi_2017.yaml").read_text(encoding="utf-8")
    path = tmp_path / "kota_jambi_2018.yaml"
    path.write_text(text.replace("tahun: 2017", "tahun: 2018", 1), encoding="utf-8")
    return path


def test_the_realisasi_of_last_year_stands_beside_the_entries(
    last_year: Path, this_year: Path, tmp_path: Path
) -> None:
    book = build_workbooks(this_year, tmp_path / "2018", units=["15.71.03"], previous=last_year)[0]

    found = open_one(book.path)
    cell = found.layout.names["sebelumnya.R2.2017"]
    shown = found.snapshot.sheets[cell.sheet].values[cell.a1]
    assert shown == pytest.approx(92.307692, abs=1e-6)
    assert found.report.terbitan.sebelumnya["R9"]["2017"].predikat == "B"
    assert [
        one.code for one in checked(book.path).findings if one.code.startswith(("STR", "KCI"))
    ] == []


def test_two_files_that_disagree_are_refused(
    last_year: Path, this_year: Path, tmp_path: Path
) -> None:
    other = last_year.with_name("lagi.xlsx")
    (tmp_path / "nilai.csv").write_text("nama;nilai\nisian.R2.aktif.TAHUN;50\n", encoding="utf-8")
    fill_workbook(last_year, tmp_path / "nilai.csv", other)

    with pytest.raises(RefusedError, match="berbeda"):
        build_workbooks(this_year, tmp_path / "2018", previous=last_year.parent)

    assert not (tmp_path / "2018").exists()


def test_a_break_in_the_line_is_seen_and_an_equal_definition_goes_on(
    last_year: Path, this_year: Path, tmp_path: Path
) -> None:
    text = this_year.read_text(encoding="utf-8")
    for kode, more in (
        ("R1", "definisi_sejak: '2018'"),
        ("R2", "definisi_sejak: '2018', setara_dengan: R3"),
    ):
        begin = text.index(f"kode: {kode}\n") + len(f"kode: {kode}\n")
        lines = "".join(f"        {one}\n" for one in more.split(", "))
        text = text[:begin] + lines + text[begin:]
    this_year.write_text(text, encoding="utf-8")
    book = build_workbooks(this_year, tmp_path / "2018", units=["15.71.03"], previous=last_year)[0]

    found = open_one(book.path)
    values = found.snapshot.sheets["Isian"].values
    hint = {row.kind: row for row in found.layout.isian.rows if row.key == "R1"}["indikator"]
    told = str(values[CellRef("Isian", hint.number, found.layout.isian.hint_column).a1])
    assert "* definisi berubah sejak 2018" in told
    assert _format(found, "sebelumnya.R1.2017").endswith('@" *"')
    assert "*" not in _format(found, "sebelumnya.R2.2017")
    earlier = open_one(last_year).results.result("R3", "TAHUN").realisasi
    assert found.report.terbitan.sebelumnya["R2"]["2017"].nilai == pytest.approx(
        Decimal(float(earlier.number)), abs=Decimal("0.001")
    )


def _format(found: Submission, name: str) -> str:
    """How a cell shows its number."""
    ref = found.layout.names[name]
    cells = entry_blueprint(found.layout).all_cells()
    return next(c.number_format for s, c in cells if (s, c.a1) == (ref.sheet, ref.a1))


def test_the_end_of_the_renstra_stands_beside_the_entries(last_year: Path) -> None:
    found = open_one(last_year)
    plan = found.layout.isian
    values = found.snapshot.sheets["Isian"].values
    column = plan.renstra_column

    assert column is not None
    assert values[CellRef("Isian", 6, column).a1] == "Target akhir Renstra (2018)"
    assert values[CellRef("Isian", found.layout.isian_row("R3"), column).a1] == 0.2
    assert values[CellRef("Isian", found.layout.isian_row("R9"), column).a1] == "B"


def test_a_workbook_of_the_same_year_is_no_earlier_value(last_year: Path) -> None:
    assert earlier_values([last_year], load_definition(template_path("kota_jambi_2017.yaml"))) == {}


def test_a_form_is_made_again_while_it_is_blank_and_kept_once_it_holds_entries(
    last_year: Path, this_year: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "2018"
    for _ in range(2):
        [book] = build_workbooks(this_year, folder, units=["15.71.03"], previous=last_year)
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), tmp_path / "terisi.xlsx")
    typed = (tmp_path / "terisi.xlsx").read_bytes()
    book.path.write_bytes(typed)

    with pytest.raises(RefusedError, match="sudah berisi isian"):
        build_workbooks(this_year, folder, units=["15.71.03"])

    assert book.path.read_bytes() == typed


def test_a_scan_among_last_years_files_is_passed_over(last_year: Path, this_year: Path) -> None:
    last_year.with_name("scan_ttd.pdf").write_bytes(b"%PDF-1.4 scan")

    assert earlier_values([last_year.parent], load_definition(this_year))["15.71.03"]["R2"]
