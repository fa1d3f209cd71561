"""What people do to open cells in a real spreadsheet program, and what we make of it."""

import json
from pathlib import Path

import pytest

from iku.calculation.results import Results
from iku.finding import Finding
from iku.reading import read_submission
from iku.resources import example_path
from iku.submission import Submission
from tests.agreement.fillings import as_cell
from tests.judges import libreoffice
from tests.judges.values import Values
from tests.workbooks import layout, read_back, write_filled
from workbook_reader.snapshot import read_snapshot

NAME, UNIT = "kota_jambi_2017", 2


def returned(path: Path) -> Submission:
    return read_back(path.read_bytes())


@pytest.fixture
def book(tmp_path: Path) -> Path:
    of = layout(NAME, UNIT)
    tree = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    values = {key: as_cell(of.entries[key], value) for key, value in tree.items()}
    return write_filled(of, values, tmp_path / "isi.xlsx")


def realisasi(computed: Values, kode: str) -> object:
    cell = layout(NAME, UNIT).names[f"realisasi.{kode}.TAHUN"]
    return computed[(cell.sheet, cell.a1)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("isian.R2.aktif.TAHUN", "isian.R3.hadir.TAHUN"),
        ("isian.R6.keluhan.TAHUN", "isian.R7.penerima.TAHUN"),
    ],
)
def test_cutting_an_entry_changes_no_other_indicator(
    book: Path, tmp_path: Path, source: str, target: str
) -> None:
    of = layout(NAME, UNIT)
    before = libreoffice.computed_values(book)
    cut, pasted = of.entries[source].ref, of.entries[target].ref

    moved = libreoffice.cut_and_paste(book, tmp_path / "pindah.xlsx", cut.sheet, cut.a1, pasted.a1)

    after = libreoffice.computed_values(moved)
    touched = {source.split(".")[1], target.split(".")[1]}
    others = [one.kode for one in of.definition.indikator if one.kode not in touched]
    assert len(others) == 8
    assert [realisasi(after, kode) for kode in others] == [
        realisasi(before, kode) for kode in others
    ]
    assert realisasi(after, source.split(".")[1]) == "Belum diisi"


def test_a_cut_entry_is_named_with_both_cells(book: Path, tmp_path: Path) -> None:
    of = layout(NAME, UNIT)
    cut = of.entries["isian.R2.aktif.TAHUN"].ref
    pasted = of.entries["isian.R3.hadir.TAHUN"].ref

    moved = libreoffice.cut_and_paste(book, tmp_path / "pindah.xlsx", cut.sheet, cut.a1, pasted.a1)
    found = returned(moved)

    names = {
        finding.facts["nama"]: finding.cells
        for finding in found.findings
        if finding.code == "STR-008"
    }
    assert names["isian.R2.aktif.TAHUN"] == (str(cut), str(pasted))
    assert found.report.entries["isian.R3.hadir.TAHUN"] == 48.0
    assert "isian.R2.aktif.TAHUN" not in found.report.entries


def test_a_file_saved_again_by_libreoffice_is_what_was_sent_out(book: Path, tmp_path: Path) -> None:
    again = libreoffice.recalculate([book], tmp_path / "lagi")[0]

    found = returned(again)

    assert found.report.entries == returned(book).report.entries
    assert {finding.code for finding in found.findings} == {"KCI-006"}  # the structure lock's hash


def test_a_workbook_of_an_older_layout_still_reads_without_false_alarm() -> None:
    older = Path(__file__).parents[1] / "data" / "tata_letak_1_jambi_timur.xlsx"

    found = returned(older)

    assert found.findings == ()
    assert found.report.terbitan.tata_letak == 1
    assert found.report.entries["isian.R2.aktif.TAHUN"] == 56.0
    assert round(float(Results(found.report).means("TAHUN").rata_rata.number), 2) == 129.09


def test_a_quarterly_workbook_of_an_older_layout_still_reads_without_false_alarm() -> None:
    older = Path(__file__).parents[1] / "data" / "tata_letak_2_contoh_triwulanan.xlsx"
    sent = json.loads(example_path("contoh_triwulanan_2025.json").read_text(encoding="utf-8"))

    found = returned(older)

    assert found.findings == ()
    assert found.report.terbitan.tata_letak == 2
    assert (
        found.report.entries.items()
        >= {name: float(v) for name, v in sent.items() if type(v) is int}.items()
    )


def test_a_workbook_of_every_kind_of_an_older_layout_still_reads_without_false_alarm() -> None:
    older = Path(__file__).parents[1] / "data" / "tata_letak_3_serba_ada.xlsx"

    found = returned(older)

    assert found.findings == ()
    assert found.report.terbitan.tata_letak == 3
    assert found.report.entries["status.M2.TW4"] == "Data belum tersedia"
    assert Results(found.report).result("M1", "TW4").capaian.counted


def test_a_locked_cell_of_an_older_layout_is_still_guarded() -> None:
    older = Path(__file__).parents[1] / "data" / "tata_letak_1_jambi_timur.xlsx"
    snapshot = read_snapshot(older)
    assert not isinstance(snapshot, Finding)
    snapshot.sheets["Isian"].values["C8"] = "Diubah"

    found = read_submission(snapshot)

    assert isinstance(found, Submission)
    assert [(one.code, one.cells) for one in found.findings] == [("KCI-001", ("Isian!C8",))]


@pytest.mark.parametrize("field", ["templat", "versi", "tata_letak", "sidik"])
def test_every_field_of_identity_is_guarded(book: Path, field: str) -> None:
    snapshot = read_snapshot(book)
    assert not isinstance(snapshot, Finding)
    cell = layout(NAME, UNIT).names[f"iku.{field}"]
    snapshot.sheets[cell.sheet].values[cell.a1] = "lain"

    found = read_submission(snapshot)

    assert isinstance(found, Submission)
    assert [(one.code, one.cells) for one in found.findings] == [("KCI-012", (str(cell),))]


def test_a_result_whose_name_was_moved_is_named(book: Path) -> None:
    snapshot = read_snapshot(book)
    assert not isinstance(snapshot, Finding)
    snapshot.names["realisasi.R2.TAHUN"] = "Isian!$E$90"

    found = read_submission(snapshot)

    assert isinstance(found, Submission)
    assert [one.facts["nama"] for one in found.findings] == ["realisasi.R2.TAHUN"]
