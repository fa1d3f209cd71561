"""iku repair and iku upgrade on files: fresh forms, lists beside them, received files untouched."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from command_line.main import run
from iku.finding import Severity
from iku.layout.extras import CATATAN
from iku.resources import example_path, template_path
from iku.terbitan import TATA_LETAK
from workflow.build import build_workbooks
from workflow.consolidate import consolidate_folder
from workflow.fill import fill_workbook
from workflow.fresh_form import Repaired
from workflow.history import History
from workflow.read import read_workbook
from workflow.refusal import FileRefusedError, RefusedError
from workflow.repair import repair
from workflow.upgrade import upgrade
from workflow.validate import checked

DEFINITION = template_path("kota_jambi_2017.yaml")
TIMUR = "15.71.03"
OLDER = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kiriman")
    book = build_workbooks(DEFINITION, folder, units=[TIMUR])[0]
    fill_workbook(book.path, example_path("jambi_timur_2017.json"), folder / "terisi.xlsx")
    return folder / "terisi.xlsx"


def damaged(sent: Path, folder: Path, change: Callable[[Any], object]) -> Path:
    """The form after somebody without a password did something to it in another program."""
    book = openpyxl.load_workbook(sent)
    change(book)
    book.save(folder / "rusak.xlsx")
    return folder / "rusak.xlsx"


def errors(path: Path) -> list[str]:
    return [one.code for one in checked(path).findings if one.severity is Severity.ERROR]


def entries(path: Path) -> dict[str, object]:
    found: dict[str, object] = read_workbook(path)["entries"]
    return found


def codes(done: Repaired) -> list[str]:
    return [one.code for one in done.left]


def test_a_fresh_form_of_an_untouched_one_is_the_same_file(sent: Path, tmp_path: Path) -> None:
    done = repair(sent, tmp_path / "baru.xlsx")

    assert done.path.read_bytes() == sent.read_bytes()
    assert (done.left, done.told) == ((), ())


def overwritten(book: Any) -> None:
    book["Perhitungan"]["H8"] = 99
    book["Isian"]["C8"] = "lain"


def mixed_up(book: Any) -> None:
    book["Isian"].insert_rows(12, 2)
    book["Isian"].title = "Isian revisi"
    del book["Petunjuk"]
    book.create_sheet("Sheet1")


def without_names(book: Any) -> None:
    for name in list(book.defined_names):
        del book.defined_names[name]


@pytest.mark.parametrize("change", [overwritten, mixed_up, without_names])
def test_a_damaged_form_gets_its_entries_back_and_validates(
    sent: Path, tmp_path: Path, change: Callable[[Any], object]
) -> None:
    broken = damaged(sent, tmp_path, change)
    before = hashlib.sha256(broken.read_bytes()).hexdigest()

    done = repair(broken, tmp_path / "baru.xlsx")

    assert entries(done.path) == entries(sent)
    assert errors(done.path) == errors(sent)
    assert done.left == ()
    assert hashlib.sha256(broken.read_bytes()).hexdigest() == before


def test_without_its_record_it_asks_for_definition_and_unit(sent: Path, tmp_path: Path) -> None:
    broken = damaged(sent, tmp_path, lambda book: book.remove(book["_iku"]))

    with pytest.raises(RefusedError, match=r"--definition .* --unit"):
        repair(broken, tmp_path / "baru.xlsx")
    done = repair(broken, tmp_path / "baru.xlsx", definition_path=DEFINITION, unit=TIMUR)

    assert entries(done.path) == entries(sent)
    assert errors(done.path) == errors(sent)


def test_the_questions_that_cannot_be_answered_say_what_to_do(sent: Path, tmp_path: Path) -> None:
    broken = damaged(sent, tmp_path, lambda book: book.remove(book["_iku"]))

    with pytest.raises(RefusedError, match="iku repair"):
        upgrade(broken, DEFINITION, tmp_path / "baru.xlsx")
    with pytest.raises(RefusedError, match="tanpa --unit"):
        repair(sent, tmp_path / "baru.xlsx", unit=TIMUR)
    with pytest.raises(RefusedError, match="sebutkan kode unitnya"):
        repair(broken, tmp_path / "baru.xlsx", definition_path=DEFINITION)
    assert not (tmp_path / "baru.xlsx").exists()


def test_a_form_is_never_carried_into_that_of_another_unit(sent: Path, tmp_path: Path) -> None:
    broken = damaged(sent, tmp_path, lambda book: book.remove(book["_iku"]))

    with pytest.raises(RefusedError, match=rf"milik unit {TIMUR}"):
        repair(broken, tmp_path / "baru.xlsx", definition_path=DEFINITION, unit="15.71.04")
    assert not (tmp_path / "baru.xlsx").exists()


def test_what_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "lembar.ods").write_bytes((OLDER.parent / "reader/files/lembar.ods").read_bytes())

    with pytest.raises(FileRefusedError, match="OpenDocument"):
        repair(tmp_path / "lembar.ods", tmp_path / "baru.xlsx")


@pytest.mark.parametrize("into", ["terisi.xlsx", "baru.ods"])
def test_a_result_never_replaces_what_was_received(sent: Path, into: str) -> None:
    before = sent.read_bytes()

    with pytest.raises(RefusedError):
        repair(sent, sent.with_name(into))
    assert sent.read_bytes() == before


def test_what_was_not_carried_stands_in_the_list_and_in_the_form(
    sent: Path, tmp_path: Path
) -> None:
    def hurt(book: Any) -> None:
        book["Isian"]["E16"] = "#REF!"
        book["Isian"]["E16"].data_type = "e"

    done = repair(damaged(sent, tmp_path, hurt), tmp_path / "baru.xlsx")

    assert codes(done) == ["STR-107"]
    assert "#REF!" in done.listing.read_text(encoding="utf-8-sig")
    notes = openpyxl.load_workbook(done.path)[CATATAN]
    assert notes["B7"].value == done.left[0].cells[0] == "Isian!E16"
    assert "STR-107" not in {one.code for one in checked(done.path).findings}


def test_a_fresh_form_is_entered_in_the_register(sent: Path, tmp_path: Path) -> None:
    register = tmp_path / "terbitan.sqlite"

    done = repair(sent, tmp_path / "baru.xlsx", history=register)

    assert History(register).issued_manifest(done.terbitan.sidik) is not None


@pytest.mark.parametrize(
    ("older", "definition"),
    [
        ("tata_letak_1_jambi_timur.xlsx", template_path("kota_jambi_2017.yaml")),
        ("tata_letak_2_contoh_triwulanan.xlsx", template_path("contoh_triwulanan_2025.yaml")),
        ("tata_letak_3_serba_ada.xlsx", OLDER / "serba_ada.yaml"),
    ],
)
def test_forms_of_older_layouts_are_carried_into_todays(
    older: str, definition: Path, tmp_path: Path
) -> None:
    for done in (
        repair(OLDER / older, tmp_path / "pulih.xlsx"),
        upgrade(OLDER / older, definition, tmp_path / "baru.xlsx"),
    ):
        assert done.left == ()
        assert done.terbitan.tata_letak == TATA_LETAK
        assert entries(done.path) == entries(OLDER / older)
        assert errors(done.path) == errors(OLDER / older)


def second_version(folder: Path) -> Path:
    """R2 has another code, R9 is measured in another way from now on."""
    text = DEFINITION.read_text(encoding="utf-8")
    text = text.replace("\nversi: 1\n", "\nversi: 2\n")
    text = text.replace("kode: R2\n", "kode: R2A\n        setara_dengan: R2\n")
    text = text.replace("kode: R9\n", 'kode: R9\n        definisi_sejak: "2017"\n')
    path = folder / "versi_2.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_version_takes_over_by_code(sent: Path, tmp_path: Path) -> None:
    done = upgrade(sent, second_version(tmp_path), tmp_path / "baru.xlsx")

    old, new = entries(sent), entries(done.path)
    assert new["isian.R2A.aktif.TAHUN"] == old["isian.R2.aktif.TAHUN"]
    assert new["isian.R1.tepat_nonperizinan.TAHUN"] == old["isian.R1.tepat_nonperizinan.TAHUN"]
    assert {one.indicator for one in done.left} == {"R9"}
    assert set(codes(done)) == {"STR-105"}
    assert "KCI-001" not in errors(done.path)


def test_another_year_or_regency_is_no_new_version(sent: Path, tmp_path: Path) -> None:
    text = DEFINITION.read_text(encoding="utf-8")
    assert "tahun: 2017" in text
    (tmp_path / "depan.yaml").write_text(text.replace("tahun: 2017", "tahun: 2018"), "utf-8")

    with pytest.raises(RefusedError, match="--previous"):
        upgrade(sent, tmp_path / "depan.yaml", tmp_path / "baru.xlsx")
    with pytest.raises(RefusedError, match="pilih definisi"):
        upgrade(sent, template_path("kepulauan_anambas_2024.yaml"), tmp_path / "baru.xlsx")


def test_versions_and_layouts_of_one_year_are_consolidated_together(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    reworded = tmp_path / "versi_2.yaml"
    text = DEFINITION.read_text(encoding="utf-8").replace("\nversi: 1\n", "\nversi: 2\n")
    reworded.write_text(text, encoding="utf-8")
    other = build_workbooks(reworded, folder, units=["15.71.04"])[0]
    fill_workbook(other.path, example_path("jambi_timur_2017.json"), tmp_path / "lain.xlsx")
    other.path.write_bytes((tmp_path / "lain.xlsx").read_bytes())
    older = folder / "lama.xlsx"
    older.write_bytes((OLDER / "tata_letak_1_jambi_timur.xlsx").read_bytes())

    report = consolidate_folder([folder], definition_path=DEFINITION)

    assert [str(one.status) for one in report.fates] == ["accepted", "accepted"]
    assert "KON-009" in {one.code for one in report.findings}  # told that another version counts
    assert {(one.n, one.of) for one in report.figures()} == {(2, 11)}


def test_the_verbs_say_what_they_did(
    sent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def iku(*arguments: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as left:
            run([str(one) for one in arguments])
        return left.value.code, capsys.readouterr().out

    new = second_version(tmp_path)
    assert iku("repair", sent, "-o", sent)[0] == 2
    status, said = iku("repair", sent, "-o", tmp_path / "a.xlsx")
    assert status == 0
    assert "Tidak ada isian yang tertinggal." in said
    _, said = iku("repair", sent, "-o", tmp_path / "a.xlsx", "--lang", "en")
    assert "entries were carried" in said
    status, said = iku("upgrade", sent, "--to", new, "-o", tmp_path / "b.xlsx", "--json")
    tree = json.loads(said)
    assert status == 1
    assert tree["summary"]["left"] == len(tree["left"]) > 0
    assert tree["unit"]["kode"] == TIMUR
    assert tree["carried"][0].keys() == {"name", "into", "from", "to", "value"}
    for verb in ("repair", "upgrade"):
        assert "Contoh: iku" in iku(verb, "--help")[1]
