"""The pages of the recap beside Ringkasan and Matriks, computed and read as people would."""

from dataclasses import replace
from itertools import pairwise

import pytest

from iku.address import CellRef
from iku.blueprint import Blueprint
from iku.calculation.figure import TIDAK_DAPAT, counted
from iku.cells import Value
from iku.consolidation import RegencyReport, consolidate
from iku.consolidation.changes import Change, Effect
from iku.consolidation.decisions import CentralValue, Decisions, Origin, Ruling, Verdict, Verified
from iku.consolidation.decisions import Waiver as Exemption
from iku.definition.model import Unit
from iku.entry_workbook import formula_values
from iku.finding import Finding
from iku.messages import explain
from iku.recap import recap_blueprint
from iku.recap.data_plan import DataPlan
from iku.recap.indikator_page import CATATAN, HEADER_ROW, HIGH, NILAI, NO_BARS, IndikatorPage
from iku.recap.sheet_names import indikator_sheets
from iku.recap.triwulan import Triwulan
from reporting.regency_page import regency_page
from tests.consolidation.sample import RATIO, SCORE, candidate, definition_of, ratio, with_agregasi
from tests.consolidation.test_recap import CASES, close, random_report
from tests.workbooks import EVERY_KIND

SMALL = definition_of(RATIO)
ORIGIN = Origin("pusat.xlsx", "c" * 64, CellRef("Nilai", 4, 3))


def six_units(*penerima: float) -> RegencyReport:
    """Six units of the same size that reached so many."""
    units = tuple(Unit(kode=f"99.01.{n:02}", nama=f"Unit {n}") for n in range(len(penerima)))
    definition = SMALL.model_copy(update={"unit": units})
    pairs = zip(units, penerima, strict=True)
    return consolidate(
        definition, [candidate(definition, one.kode, ratio(n, 100.0)) for one, n in pairs]
    )


def table(blueprint: Blueprint, sheet: str, header_row: int) -> list[dict[str, object]]:
    """The rows of a table by the heads of its columns, formulas computed."""
    values: dict[CellRef, Value] = formula_values(blueprint)
    found: dict[int, dict[int, object]] = {}
    for cell in blueprint.sheet(sheet).all_cells():
        shown = values.get(CellRef(sheet, cell.row, cell.column), cell.content)
        found.setdefault(cell.row, {})[cell.column] = shown
    heads = found[header_row]
    return [
        {str(head): found[row].get(column) for column, head in heads.items()}
        for row in sorted(found)
        if row > header_row
    ]


@pytest.mark.parametrize(
    ("name", "agregasi", "periode", "seed"),
    [*CASES[1:], pytest.param(EVERY_KIND, "komponen", "TW4", 11, id="quarters combined")],
)
def test_every_quarter_of_triwulan_is_what_python_says(
    name: str, agregasi: str, periode: str, seed: int
) -> None:
    report = random_report(name, agregasi, periode, seed)
    sheet = Triwulan(DataPlan(report))
    blueprint = recap_blueprint(report)
    if len(report.periods) == 1:
        assert "Triwulan" not in [one.name for one in blueprint.sheets]
        return
    values = formula_values(blueprint)
    for figure in report.figures():
        row, column = sheet.rows[figure.indikator.kode], sheet.columns[figure.periode]
        if not figure.method.stands_alone:
            shown = values[CellRef("Triwulan", row, column + 1)]
            assert close(shown, figure.realisasi.shown()), (figure.indikator.kode, figure.periode)
        shown = values[CellRef("Triwulan", row, column + 2)]
        assert close(shown, figure.shown(figure.capaian)), (figure.indikator.kode, figure.periode)


@pytest.mark.parametrize(("name", "agregasi", "periode", "seed"), CASES[:4])
def test_the_page_of_an_indicator_shows_each_units_realisasi(
    name: str, agregasi: str, periode: str, seed: int
) -> None:
    report = random_report(name, agregasi, periode, seed)
    values = formula_values(recap_blueprint(report))
    names = indikator_sheets(report.definition)
    for one in report.definition.indikator:
        for n, standing in enumerate(report.standings, 1):
            figure = standing.realisasi(one, periode)
            expected = float(figure.number) if figure.counted else standing.words(figure, periode)
            assert close(values[CellRef(names[one.kode], HEADER_ROW + n, NILAI)], expected)


def test_a_unit_far_from_the_others_is_marked_on_the_page() -> None:
    report = six_units(20.0, 21.0, 22.0, 23.0, 24.0, 80.0)
    values = formula_values(recap_blueprint(report))
    marks = [values[CellRef("IKU A1", HEADER_ROW + n, CATATAN)] for n in range(1, 7)]
    assert marks == ["", "", "", "", "", f"▲ {HIGH}"]


def test_four_units_are_too_few_to_call_one_of_them_unusual() -> None:
    report = six_units(20.0, 21.0, 22.0, 80.0)
    page = IndikatorPage(DataPlan(report), report.definition.indikator[0], "IKU A1")
    assert page.spread is None
    assert "kurang dari 5" in str([one.content for one in page.draw().cells])


def test_a_sheet_that_has_nothing_to_say_stays_out() -> None:
    names = [one.name for one in recap_blueprint(six_units(20.0, 21.0)).sheets]
    assert names == [
        "Ringkasan",
        "Matriks",
        "Peringkat",
        "IKU A1",
        "Kelengkapan",
        "Catatan",
        "Asal Angka",
        "Data",
    ]


def test_every_sheet_is_locked_but_can_be_filtered_and_printed() -> None:
    for sheet in recap_blueprint(six_units(20.0, 21.0)).sheets:
        assert sheet.protected
        assert sheet.page.print_area
    assert recap_blueprint(six_units(20.0)).sheet("Data").autofilter


def noted(report: RegencyReport, *units: int) -> RegencyReport:
    """The same note about files of some units."""
    paths = [report.accepted[n].path for n in units]
    facts = {"sampai": "Triwulan II", "periode": "Tahun 2017"}
    notes = [explain(Finding("KON-012", {"unit": path, **facts}, path=path)) for path in paths]
    return replace(report, findings=tuple(notes))


def test_the_same_note_in_many_kecamatan_is_one_line() -> None:
    blueprint = recap_blueprint(noted(six_units(1.0, 2.0, 3.0), 0, 2))
    [row] = table(blueprint, "Catatan", 6)
    assert row["Banyaknya"] == "2 dari 3 kecamatan"
    assert row["Kecamatan"] == "Unit 0, Unit 2"
    assert str(row["Penjelasan"]).startswith("Contoh (Unit 0): ")
    details = table(blueprint, "Rincian Catatan", 6)
    assert [one["Kecamatan"] for one in details] == ["Unit 0", "Unit 2"]


def test_units_without_a_file_are_named_in_one_line() -> None:
    report = consolidate(SMALL, [candidate(SMALL, "99.01.01", ratio(1.0, 2.0))])
    rows = {row["Kode"]: row for row in table(recap_blueprint(report), "Catatan", 6)}
    assert rows["KON-013"]["Banyaknya"] == "2 dari 3 kecamatan"
    assert rows["KON-013"]["Kecamatan"] == "Selatan, Timur"


def test_a_note_that_stands_alone_needs_no_second_sheet() -> None:
    blueprint = recap_blueprint(noted(six_units(1.0, 2.0, 3.0), 1))
    assert [one["Banyaknya"] for one in table(blueprint, "Catatan", 6)] == ["1 dari 3 kecamatan"]
    assert "Rincian Catatan" not in [one.name for one in blueprint.sheets]


def test_a_change_shows_both_values_both_files_and_its_effect() -> None:
    report = six_units(20.0, 30.0)
    change = Change(
        "99.01.00",
        "TAHUN",
        "isian.A1.penerima.TAHUN",
        None,
        20.0,
        "lama.xlsx",
        "=baru.xlsx",
        when="2026-02-05T08:00:00Z",
        effects=(Effect("A1", "TAHUN", counted(15), counted(25)),),
        closed="TAHUN",
        counted=False,
        decision="menunggu",
        place_new="Isian!E12",
        sha256_new="ab" * 32,
    )
    blueprint = recap_blueprint(replace(report, changes=(change,)))
    [row] = table(blueprint, "Perubahan", 6)
    assert (row["Semula"], row["Menjadi"]) == ("(kosong)", 20.0)
    assert (row["Berkas semula"], row["Berkas baru"]) == ("lama.xlsx", "=baru.xlsx")
    assert (row["Kabupaten semula"], row["Kabupaten menjadi"], row["Selisih"]) == (15.0, 25.0, 10.0)
    assert (row["Dihitung"], row["Waktu"]) == ("Belum", "05-02-2026 08.00")
    assert (row["Sel"], row["SHA-256 semula (awal)"]) == ("Isian!E12", "")
    assert row["SHA-256 baru (awal)"] == "abababababab"
    assert row["Keterangan"] == "Periode TAHUN sudah ditutup. menunggu"


def test_a_change_of_what_is_not_combined_says_so_where_a_figure_would_stand() -> None:
    definition = definition_of(with_agregasi(SCORE, "tidak"))
    report = consolidate(definition, [], period="TAHUN")
    effect = Effect("B1", "TAHUN", TIDAK_DAPAT, TIDAK_DAPAT)
    about = (definition.unit[0].kode, "TAHUN", "isian.B1.nilai.TAHUN", 1.0, 2.0, "a", "b")
    report = replace(report, changes=(Change(*about, effects=(effect,)),))
    [row] = table(recap_blueprint(report), "Perubahan", 6)
    assert (row["Kabupaten semula"], row["Kabupaten menjadi"]) == ("Tidak digabung",) * 2
    assert row["Selisih"] == ""
    assert "B1: Tidak digabung" in regency_page(report)


def test_only_files_whose_notes_are_told_have_them_counted() -> None:
    files = [candidate(SMALL, "99.01.01", ratio(20.0, 100.0), revisi=n) for n in (1.0, 2.0)]
    rows = table(recap_blueprint(consolidate(SMALL, files)), "Kelengkapan", 9)
    counted = {row["Status"]: row["Perlu konfirmasi"] for row in rows if row["Berkas"]}
    assert counted == {"Diterima": 0, "Digantikan": ""}


def test_files_of_one_name_are_told_apart_by_their_folders_wherever_they_are_named() -> None:
    definition = SMALL.model_copy(update={"unit": (Unit(kode="99.01.00", nama="Unit"),)})
    one = candidate(definition, "99.01.00", ratio(20.0, 100.0))
    files = [
        replace(one, path="kiriman/pagi/A.xlsx", sha256="1" * 64),
        replace(candidate(definition, "99.01.00", ratio(30.0, 100.0)), path="kiriman/sore/A.xlsx"),
    ]
    report = consolidate(definition, files)
    named = {row["Berkas"] for row in table(recap_blueprint(report), "Kelengkapan", 9)}
    assert named == {"pagi/A.xlsx", "sore/A.xlsx"}


def test_a_page_without_any_capaian_has_no_chart_but_says_so() -> None:
    definition = SMALL.model_copy(update={"unit": (Unit(kode="99.01.00", nama="Unit"),)})
    sheet = recap_blueprint(consolidate(definition, [], period="TAHUN")).sheet("IKU A1")
    assert sheet.charts == ()
    assert NO_BARS in {cell.content for cell in sheet.cells}


DECIDED = Decisions(
    central=(CentralValue("99.01.00", "A1", "TAHUN", "isian.A1.rt.TAHUN", 9.0, ORIGIN, "Dinas"),),
    verification=(
        Verified(
            "99.01.01",
            "A1",
            "penerima",
            "TAHUN",
            "isian.A1.penerima.TAHUN",
            30.0,
            29.0,
            Verdict.PERLU_PERBAIKAN,
            ORIGIN,
            by="Budi",
        ),
    ),
    waivers=(Exemption("99.01.01", Ruling.PAKAI, "Ani", "\t=jelas", ORIGIN, file="x.xlsx"),),
)


def test_what_the_regency_decided_stands_on_a_sheet_and_beside_each_origin() -> None:
    blueprint = recap_blueprint(replace(six_units(20.0, 30.0), decisions=DECIDED))
    rows = table(blueprint, "Keputusan", 6)
    assert [row["Jenis"] for row in rows] == ["Nilai kabupaten", "Verifikasi", "Ketetapan"]
    assert [row["Dilaporkan"] for row in rows] == ["", 30.0, ""]
    assert [row["Dipakai"] for row in rows] == [9.0, 29.0, ""]
    assert [row["Periode"] for row in rows] == ["TAHUN", "TAHUN", ""]
    assert rows[0]["Sumber"] == "pusat.xlsx (cccccccccccc), Nilai!C4"
    origins = table(blueprint, "Asal Angka", 6)
    verified = [row["Verifikasi dan nilai kabupaten"] for row in origins]
    assert verified == [None, "Perlu perbaikan, oleh Budi", "Nilai kabupaten, Dinas", None]
    waived = [row["Pengecualian"] for row in origins]
    assert waived == [None, "Pakai, oleh Ani, \t=jelas"] * 2


@pytest.mark.parametrize("codes", [("R1", "r1"), ("a" * 40, "a" * 41), ("Bu'Siti", "Bu/Siti")])
def test_names_of_pages_are_legal_and_differ(codes: tuple[str, str]) -> None:
    goal = SMALL.sasaran[0]
    indikator = tuple(goal.indikator[0].model_copy(update={"kode": one}) for one in codes)
    sasaran = (goal.model_copy(update={"indikator": indikator}),)
    names = list(indikator_sheets(SMALL.model_copy(update={"sasaran": sasaran})).values())
    assert all(len(one) <= 31 and not set(one) & set("[]:*?/\\'") for one in names)
    assert all(one.casefold() != other.casefold() for one, other in pairwise(names))
