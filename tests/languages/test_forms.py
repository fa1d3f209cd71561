"""Forms in English: made, filled in, checked, marked, restored and consolidated like any other."""

import hashlib
import json
from pathlib import Path

import openpyxl
import pytest

from iku.checks.run import check_submission
from iku.definition.canonical import definition_text
from iku.definition.load import DefinitionError, parse_definition
from iku.entry_workbook import issued_manifest
from iku.finding import Finding
from iku.messages import explain
from iku.resources import example_path, template_path
from iku.terbitan import TATA_LETAK
from tests.definition.sample import CLEAN
from tests.workbooks import EVERY_KIND, definition, layout, read_back, workbook_bytes
from workflow.build import build_workbooks
from workflow.consolidate import consolidate_folder
from workflow.fill import fill_workbook
from workflow.mark import mark_copies
from workflow.read import read_workbook
from workflow.repair import repair
from workflow.upgrade import upgrade
from workflow.validate import checked, validate

from .test_sheets import FORMS, english

STORED = Path(__file__).parents[1] / "data" / "bahasa_formulir.json"
INDONESIAN = template_path("kota_jambi_2017.yaml")
TIMUR = "15.71.03"
LOCKS = ("KCI", "STR", "BRK")


def digests() -> dict[str, str]:
    """What English forms hold, as `tests/test_layout_version.py` has it for Indonesian ones."""
    return {
        name: hashlib.sha256(issued_manifest(english(name)).canonical().encode()).hexdigest()
        for name in FORMS
    }


def test_the_layout_version_rises_with_every_changed_text_of_an_english_form() -> None:
    stored = json.loads(STORED.read_text(encoding="utf-8"))

    assert stored["tata_letak"] == TATA_LETAK
    assert stored["en"] == digests(), "an issued form would be taken for a changed one"


def test_a_definition_that_asks_for_nothing_stays_what_it_was() -> None:
    known = definition("kota_jambi_2017")
    assert known.pengaturan.bahasa == "id"
    assert "bahasa" not in definition_text(known)
    assert '"bahasa":"en"' in english("kota_jambi_2017").terbitan.canonical


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = INDONESIAN.read_text(encoding="utf-8")
    path = tmp_path_factory.mktemp("definisi") / "jambi_en.yaml"
    path.write_text(text.replace("\npengaturan:\n", "\npengaturan:\n  bahasa: en\n"), "utf-8")
    return path


@pytest.fixture(scope="module")
def sent(asking: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(asking, tmp_path_factory.mktemp("kiriman"))


def filled(asked: Path, folder: Path) -> Path:
    book = build_workbooks(asked, folder, units=[TIMUR])[0]
    target = folder / "terisi.xlsx"
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), target)
    book.path.unlink()
    return target


def codes(path: Path) -> list[str]:
    return sorted(one.code for one in checked(path).findings)


def test_it_is_checked_like_the_indonesian_one(sent: Path, tmp_path: Path) -> None:
    own = filled(INDONESIAN, tmp_path)
    assert codes(sent) == codes(own)
    assert not [one for one in codes(sent) if one.startswith(LOCKS)]
    assert read_workbook(sent)["entries"] == read_workbook(own)["entries"]
    assert read_workbook(sent)["results"] == read_workbook(own)["results"]


def test_its_sheets_are_english_and_keep_their_names(sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    assert book["Capaian"]["A1"].value == "REPORT ON THE TARGETS REACHED"
    pages = book["Beranda"].oddFooter
    assert pages is not None
    footer = pages.right
    assert footer is not None
    assert footer.text == "Page &P of &N"
    rules = {rule.prompt for rule in book["Isian"].data_validations.dataValidation}
    assert any(one and one.endswith("Enter the figure alone. Example: 125") for one in rules)


def test_a_changed_text_in_it_is_found(sent: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(sent)
    book["Petunjuk"]["A1"].value = "PETUNJUK PENGISIAN"
    book.save(tmp_path / "diubah.xlsx")
    found = {one.code: one for one in checked(tmp_path / "diubah.xlsx").findings}
    assert found["KCI-001"].facts["seharusnya"] == "HOW TO FILL IN THIS FORM"


def test_it_is_marked_restored_and_upgraded(sent: Path, asking: Path, tmp_path: Path) -> None:
    mark_copies(validate([sent], language="en").files, tmp_path / "catatan")
    (copy,) = (tmp_path / "catatan").glob("*.xlsx")
    assert codes(copy) == codes(sent)
    restored = repair(sent, tmp_path / "pulih.xlsx")
    raised = upgrade(filled(INDONESIAN, tmp_path), asking, tmp_path / "naik.xlsx")
    for done, path in ((restored, "pulih.xlsx"), (raised, "naik.xlsx")):
        assert not done.left
        sheet = openpyxl.load_workbook(tmp_path / path)["Petunjuk"]
        assert sheet["A1"].value == "HOW TO FILL IN THIS FORM"
        assert not [one for one in codes(tmp_path / path) if one.startswith(LOCKS)]


def test_it_is_consolidated_like_the_indonesian_one(
    sent: Path, asking: Path, tmp_path: Path
) -> None:
    filled(INDONESIAN, tmp_path)
    reports = (
        consolidate_folder([sent.parent], definition_path=asking),
        consolidate_folder([tmp_path], definition_path=INDONESIAN),
    )
    (told, own) = ([(one.realisasi, one.capaian) for one in of.figures()] for of in reports)
    assert told == own
    assert reports[0].reported == 1


@pytest.mark.parametrize("name", [EVERY_KIND, "anggaran"])
def test_nothing_is_said_of_the_locks_of_an_untouched_form(name: str) -> None:
    read = read_back(workbook_bytes(english(name), {}))
    own = read_back(workbook_bytes(layout(name), {}))
    assert _codes(check_submission(read)) == _codes(check_submission(own))


def _codes(found: list[Finding]) -> list[str]:
    return sorted(one.code for one in found)


def test_a_language_that_nobody_wrote_is_refused() -> None:
    asked = CLEAN.replace("misi: ", "pengaturan: {bahasa: xx}\nmisi: ", 1)
    with pytest.raises(DefinitionError) as refused:
        parse_definition(asked)
    (found,) = refused.value.findings
    assert found.code == "DEF-006"
    assert "the language 'xx' is not known; there are: id, en" in explain(found, "en").message
