"""iku upgrade on a whole regency: every file is told, none is lost, and none stops the others."""

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command_line.main import run
from iku.resources import example_path, template_path
from workflow.build import build_workbooks
from workflow.fill import fill_workbook
from workflow.read import read_workbook
from workflow.upgrade import upgrade
from workflow.validate import checked

DEFINITION = template_path("kota_jambi_2017.yaml")
UNITS = ("15.71.03", "15.71.04", "15.71.05")
Iku = Callable[..., tuple[object, str]]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three forms of the first version, filled in alike."""
    folder = tmp_path_factory.mktemp("kiriman")
    for book in build_workbooks(DEFINITION, folder, units=UNITS):
        fill_workbook(book.path, example_path("jambi_timur_2017.json"), folder / "terisi.xlsx")
        (folder / "terisi.xlsx").replace(book.path)
    return folder


@pytest.fixture
def sent(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "kiriman")
    return tmp_path / "kiriman"


@pytest.fixture
def second(tmp_path: Path) -> Path:
    text = DEFINITION.read_text(encoding="utf-8").replace("\nversi: 1\n", "\nversi: 2\n")
    (tmp_path / "versi_2.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "versi_2.yaml"


@pytest.fixture
def iku(capsys: pytest.CaptureFixture[str]) -> Iku:
    def called(*arguments: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as left:
            run([str(one) for one in arguments])
        said = capsys.readouterr()
        return left.value.code, said.out + said.err

    return called


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.*")}


def statuses(tree: dict[str, Any]) -> dict[str, str]:
    return {Path(one["path"]).name: one["status"] for one in tree["files"]}


def test_a_folder_becomes_a_folder_of_forms_named_as_they_are_built(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    names, before = sorted(one.name for one in sent.iterdir()), contents(sent)
    for n, path in enumerate(sorted(sent.iterdir())):
        path.rename(sent / f"kiriman {n}.xlsx")
    into, register = tmp_path / "baru", tmp_path / "riwayat.sqlite"

    status, said = iku("upgrade", sent, "--to", second, "-o", into, "--history", register)

    assert status == 0
    assert sorted(one.name for one in into.glob("*.xlsx")) == names
    assert len(list(into.iterdir())) == 2 * len(names)  # each with its list
    lines = said.splitlines()
    assert [str(into / name) in line for name, line in zip(names, lines, strict=False)] == [
        True
    ] * 3
    assert lines[-1].startswith("Berkas: 3; semua isian dibawa: 3;")
    assert sorted(contents(sent).values()) == sorted(before.values())
    for number, name in enumerate(names):
        fresh, old = read_workbook(into / name), read_workbook(sent / f"kiriman {number}.xlsx")
        assert (fresh["version"], fresh["entries"]) == ("2", old["entries"])
        assert checked(into / name).status != "unreadable"
    with sqlite3.connect(register) as database:
        assert database.execute("select count(*) from terbitan").fetchone() == (3,)


def test_the_form_is_the_one_that_a_single_upgrade_makes(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    one = min(sent.iterdir())
    done = upgrade(one, second, tmp_path / "satu.xlsx")
    (tmp_path / "ada").mkdir()

    status, said = iku("upgrade", one, "--to", second, "-o", tmp_path / "ada", "--json")

    [told] = json.loads(said)["files"]
    assert status == 0
    assert Path(told["result"]["path"]).read_bytes() == done.path.read_bytes()
    assert told["result"].keys() == done.as_json().keys()


def test_a_file_that_cannot_be_upgraded_is_told_and_stops_no_other(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    (sent / "a_rusak.xlsx").write_bytes(b"PK\x03\x04rusak")
    (sent / "~$buka.xlsx").write_bytes(b"\x05Budi")
    anambas = template_path("kepulauan_anambas_2024.yaml")
    build_workbooks(anambas, sent, units=["21.05.09"])

    status, said = iku("upgrade", sent, "--to", second, "-o", tmp_path / "baru", "--json")

    tree = json.loads(said)
    told = statuses(tree)
    assert status == 1
    assert told["a_rusak.xlsx"] == "refused"
    assert told["~$buka.xlsx"] == "ignored"
    assert tree["summary"] == {"files": 6, "ok": 3, "left": 0, "refused": 2, "ignored": 1}
    reasons = [one["reason"] for one in tree["files"] if one["status"] == "refused"]
    assert any("pilih definisi yang sesuai" in one for one in reasons)
    assert len(list((tmp_path / "baru").glob("*.xlsx"))) == 3


def test_what_is_there_already_is_never_written_over(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    first = min(sent.iterdir()).name
    into = tmp_path / "baru"
    into.mkdir()
    (into / first).write_bytes(b"sudah diisi lagi")

    status, said = iku("upgrade", sent, "--to", second, "-o", into)
    assert status == 1
    assert "sudah ada dan tidak ditimpa" in said
    assert (into / first).read_bytes() == b"sudah diisi lagi"
    before = contents(into)
    again, said = iku("upgrade", sent, "--to", second, "-o", into, "--lang", "en")
    assert again == 1
    assert said.count("is not written over") == 3
    assert contents(into) == before


def test_of_two_files_of_one_unit_none_is_guessed(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    one = min(sent.iterdir())
    shutil.copy(one, sent / "revisi.xlsx")

    status, said = iku("upgrade", sent, "--to", second, "-o", tmp_path / "baru", "--json")

    tree = json.loads(said)
    assert status == 1
    assert {name for name, told in statuses(tree).items() if told == "refused"} == {
        *(one.name, "revisi.xlsx")
    }
    assert len(list((tmp_path / "baru").glob("*.xlsx"))) == 2


def test_an_archive_is_several_workbooks_too(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as archive:
        for path in sent.iterdir():
            archive.write(path, path.name)

    status, said = iku(
        "upgrade", tmp_path / "kiriman.zip", "--to", second, "-o", tmp_path / "baru", "--json"
    )

    assert status == 0
    assert json.loads(said)["summary"]["ok"] == 3


@pytest.mark.parametrize("into", ["baru.xlsx", "kiriman", "kiriman/baru", "versi_2.yaml"])
def test_results_are_kept_apart_from_what_was_received(
    sent: Path, second: Path, tmp_path: Path, iku: Iku, into: str
) -> None:
    before = contents(tmp_path)

    assert iku("upgrade", sent, "--to", second, "-o", tmp_path / into)[0] == 2
    assert contents(tmp_path) == before


def test_a_unit_is_named_for_one_workbook_only(
    sent: Path, second: Path, tmp_path: Path, iku: Iku
) -> None:
    asked = ("upgrade", sent, "--to", second, "-o", tmp_path / "baru", "--unit", UNITS[0])

    status, said = iku(*asked)

    assert status == 2
    assert "--unit hanya untuk satu buku kerja" in said
    assert not (tmp_path / "baru").exists()


def test_a_mistyped_folder_is_said_to_be_missing(second: Path, tmp_path: Path, iku: Iku) -> None:
    status, said = iku("upgrade", tmp_path / "kirimn", "--to", second, "-o", tmp_path / "baru")

    assert status == 1
    assert "berkas ini tidak ada" in said


def test_form_list_and_register_come_together_or_not_at_all(
    sent: Path, second: Path, tmp_path: Path
) -> None:
    first, other, *_ = sorted(sent.iterdir())
    register = tmp_path / "riwayat.sqlite"
    upgrade(first, second, tmp_path / "satu.xlsx", history=register)
    with sqlite3.connect(register) as database:
        database.execute(
            "create trigger penuh before insert on terbitan begin select raise(abort, 'x'); end"
        )
    before = {one.name for one in tmp_path.iterdir()}

    with pytest.raises(sqlite3.Error):
        upgrade(other, second, tmp_path / "dua.xlsx", history=register)

    assert {one.name for one in tmp_path.iterdir()} == before
