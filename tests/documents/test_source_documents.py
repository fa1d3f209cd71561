"""Both source documents come out again: every word and figure, and what was mended is marked."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.command_runs import iku
from tests.documents.reading_back import corrected, document_text, words

EXAMPLES = Path("examples/data")
SEEDS = Path("tests/data")
NOTES = re.compile(r"(?:\* Angka yang dibetulkan|Catatan atas dokumen asal).*", re.DOTALL)


@pytest.fixture(scope="module")
def jambi_timur(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jambi")
    built, filled = folder / "IKU_2017_15.71.03_Jambi_Timur.xlsx", folder / "isi.xlsx"
    iku("build", "templates/kota_jambi_2017.yaml", "--unit", "15.71.03", "-o", str(folder))
    iku("fill", str(built), str(EXAMPLES / "jambi_timur_2017.json"), "-o", str(filled))
    iku("documents", "capaian", str(filled), "-o", str(folder))
    return folder / "Laporan_Capaian_IKU_2017_15.71.03_Jambi_Timur.docx"


def test_the_report_of_jambi_timur_has_every_word_and_figure(jambi_timur: Path) -> None:
    printed = words((SEEDS / "laporan_jambi_timur.txt").read_text(encoding="utf-8"))
    ours = words(NOTES.sub("", document_text(jambi_timur)))
    mended = ["91,8", "91,8", "102", "84,55", "84,55", "105,69", "129,09"]
    mended += ["98,87", "7,69", "46,12", "30,75"]
    second_title = ["laporan", "capaian", "target"]  # over a table of definitions
    latex = ["times"] * 15
    assert printed - ours == Counter([*mended, *second_title, *latex, "x"])


def test_what_was_mended_is_marked_and_nothing_else(jambi_timur: Path) -> None:
    assert corrected(jambi_timur) == [
        *("92,31", "102,56"),
        *("100,00", "125,00"),
        "131,08",
        "98,88",
        "92,31",
        *("9,09", "54,55", "36,36", "100,00"),
    ]


def test_the_appendix_of_jemaja_barat_has_every_word(tmp_path: Path) -> None:
    iku("documents", "sk", "templates/kepulauan_anambas_2024.yaml", "-o", tmp_path)
    (path,) = tmp_path.glob("*Jemaja_Barat.docx")
    printed = words((SEEDS / "laporan_jemaja_barat.txt").read_text(encoding="utf-8"))
    ours = words(NOTES.sub("", document_text(path)))
    misprints = ["penganggung", "pt", "pt", "a", "g"]  # Pt.CAMAT twice, S.A.g once
    assert printed - ours == Counter(misprints)
