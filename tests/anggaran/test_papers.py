"""Money in the papers, read back from their Word files."""

import json
from pathlib import Path

import docx
import pytest

from iku.calculation.budget import RULE
from tests.anggaran.sample import DESA, PENUNJANG, whole_year
from tests.command_runs import iku
from tests.documents.reading_back import document_text

DEFINITION = Path("tests/data/anggaran.yaml")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a regency: one unit told all its money, another forgot a programme."""
    folder = tmp_path_factory.mktemp("uji")
    received = folder / "kiriman"
    received.mkdir()
    iku("build", DEFINITION, "-o", folder)
    other = {name: one for name, one in whole_year().items() if name != f"{DESA}.pagu"}
    for name, values in {"Hulu": whole_year(), "Hilir": other}.items():
        (folder / "nilai.json").write_text(json.dumps(values), encoding="utf-8")
        (blank,) = folder.glob(f"IKU_*_{name}.xlsx")
        run = iku("fill", blank, folder / "nilai.json", "-o", received / f"{name}.xlsx")
        assert run.returncode == 0, run.stderr
    run = iku("documents", "semua", received, "-o", folder / "dokumen")
    assert run.returncode == 0, run.stderr
    return folder / "dokumen"


def one_of(papers: Path, pattern: str) -> Path:
    (path,) = papers.glob(pattern)
    return path


def tables(path: Path) -> list[list[list[str]]]:
    """Every table of a paper, row by row."""
    found = docx.Document(str(path)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def headed(path: Path, *heads: str) -> list[list[str]]:
    """The rows of the table that begins with these heads."""
    return next(one[1:] for one in tables(path) if tuple(one[0][: len(heads)]) == heads)


def test_the_agreement_lists_programmes_with_their_money(papers: Path) -> None:
    path = one_of(papers, "Perjanjian_Kinerja_*Hilir.docx")
    rows = headed(path, "No.", "Program", "Anggaran (Rp)", "Keterangan")
    assert rows[0][1:] == [
        "7.01.02 Program Penyelenggaraan Pemerintahan dan Pelayanan Publik",
        "300.000.000",
        "APBD",
    ]
    assert rows[-1][2] == "1.730.000.000"


def test_an_agreement_leaves_room_for_money_that_is_not_known(papers: Path) -> None:
    path = one_of(papers, "Perjanjian_Kinerja_*Hulu.docx")
    rows = headed(path, "No.", "Program", "Anggaran (Rp)")
    assert [set(row[2]) for row in (rows[2], rows[-1])] == [{"."}, {"."}]


def test_the_chapter_sets_money_beside_capaian(papers: Path) -> None:
    path = one_of(papers, "LKjIP_Bab_III_*Hulu.docx")
    text = document_text(path)
    assert "C. Efisiensi penggunaan sumber daya" in text
    assert "dibelanjakan Rp1.524.000.001 dari pagu Rp1.630.000.000,50, atau 93,50%." in text
    assert RULE in text
    assert headed(path, "Sasaran", "Capaian (%)", "Serapan (%)") == [
        ["1 Meningkatnya mutu pelayanan", "106,25", "93,71", "12,54", "Efisien"],
        ["2 Meningkatnya keberdayaan masyarakat", "100,00", "95,00", "5,00", "Efisien"],
        ["Jumlah seluruhnya", "103,13", "93,50", "9,63", "Efisien"],
    ]


def test_what_is_missing_is_said_in_words_and_sums_to_nothing(papers: Path) -> None:
    path = one_of(papers, "LKjIP_Bab_III_*Hilir.docx")
    rows = headed(path, "No.", "Program/kegiatan", "Pagu (Rp)")
    assert next(row for row in rows if "7.01.05" in row[1])[3:] == ["Belum diisi", "Belum diisi"]
    goals = headed(path, "Sasaran", "Capaian (%)", "Serapan (%)")
    assert goals[1][2:] == ["Belum diisi", "-", "Belum dapat dinilai"]


def test_the_measurement_form_has_the_same_figures(papers: Path) -> None:
    chapter, form = (one_of(papers, f"{stem}_*Hulu.docx") for stem in ("LKjIP*", "Formulir*"))
    heads = ("Sasaran", "Capaian (%)", "Serapan (%)")
    assert headed(form, *heads) == headed(chapter, *heads)


def test_the_regency_adds_up_who_told_everything_and_says_how_many(papers: Path) -> None:
    path = one_of(papers, "LKjIP_Bab_III_*Kabupaten_Uji.docx")
    rows = {row[0]: row[1:] for row in headed(path, "Sasaran", "Pagu (Rp)")}
    assert rows["1 Meningkatnya mutu pelayanan"][:3] == [
        "750.000.000,50",
        "656.000.002",
        "87,47",
    ]
    assert rows["2 Meningkatnya keberdayaan masyarakat"][-2:] == ["Belum dapat dinilai", "1 dari 2"]
    assert rows["Penunjang semua sasaran"][3:6] == ["-", "-", "-"]
    units = {row[0]: row[1:] for row in headed(path, "Unit", "Pagu (Rp)")}
    assert units["Hulu"] == ["1.630.000.000,50", "1.524.000.001", "93,50"]
    assert units["Hilir"][1:] == ["Belum diisi", "Belum diisi"]


def test_results_read_from_the_file_are_those_of_the_paper(papers: Path) -> None:
    run = iku("read", papers.parent / "kiriman" / "Hulu.xlsx", "--json")
    results = json.loads(run.stdout)["results"]
    assert round(results["serapan_sasaran.1.TW4"], 2) == 93.71
    assert results["efisiensi_total"] == "Efisien"
    assert results[f"{PENUNJANG}.serapan.TW4"] == pytest.approx(1120 / 12)
