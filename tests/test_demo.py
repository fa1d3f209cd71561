"""The whole main job on the two source documents, judged from outside."""

from pathlib import Path

import pytest

from examples.satu_kecamatan import satu_kecamatan
from tests.judges import libreoffice, openxml
from tests.judges.compare import differences
from tests.judges.values import cached_results
from tests.regency.files_received import by_digest
from tests.regency.trace import trace
from workflow.demo import SAMPLE_MARK, Demo, run_demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return run_demo(tmp_path_factory.mktemp("demo"))


def test_every_workbook_passes_microsofts_validator(demo: Demo) -> None:
    books = sorted(demo.folder.rglob("*.xlsx"))

    assert len(books) == 12 + 11 + 11 + 1
    chosen = [book for book in books if "Jambi_Timur" in book.name or "Jemaja" in book.name]
    assert openxml.validate([*chosen, demo.recap]) == []


def test_what_the_recap_stores_is_what_libreoffice_computes(demo: Demo) -> None:
    assert differences(cached_results(demo.recap), libreoffice.computed_values(demo.recap)) == []


def test_only_jambi_timur_carries_real_figures(demo: Demo) -> None:
    marked = {
        one.submission.report.terbitan.unit.nama
        for one in demo.validation.files
        if one.submission is not None
        and one.submission.report.text("identitas.penyusun") == SAMPLE_MARK
    }

    assert len(demo.validation.files) == 11
    assert marked == {unit.nama for unit in demo.report.definition.unit} - {"Jambi Timur"}


def test_nothing_is_wrong_but_what_the_document_gets_wrong(demo: Demo) -> None:
    wrong = {
        (Path(one.path).stem.split("_", 3)[-1], finding.indicator)
        for one in demo.validation.files
        for finding in one.findings
        if finding.severity == "error"
    }

    assert wrong == {("Jambi_Timur", "R2"), ("Jambi_Timur", "R5")}


def test_every_regency_figure_has_its_eleven_sources(demo: Demo) -> None:
    assert demo.report.complete
    assert {(one.n, one.of) for one in demo.report.figures()} == {(11, 11)}
    assert [fate.status for fate in demo.report.fates] == ["accepted"] * 11


def test_every_number_of_the_recap_is_followed_to_the_cells_of_the_files(demo: Demo) -> None:
    definition = Path(__file__).parents[1] / "templates" / "kota_jambi_2017.yaml"
    found = trace(demo.recap, definition, by_digest([demo.folder / "2_kiriman"]))

    assert found.faults == []
    assert len(found.proofs) == len(found.numbers) > 2700


def test_the_example_of_one_kecamatan_runs(tmp_path: Path) -> None:
    found = satu_kecamatan(tmp_path)

    assert [code for code, _ in found][:2] == ["LOG-003", "LOG-003"]
    assert all(cells for _, cells in found)
