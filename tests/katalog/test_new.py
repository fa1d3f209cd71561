"""``iku definition new``: from a choice of codes to a form that can be built."""

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from command_line.main import run
from iku.definition.load import load_definition
from workflow.build import build_workbooks
from workflow.kamus import check_definition, import_definition

ASKED = ("--kabupaten", "Kota Jambi", "--kode-kabupaten", "15.71", "--tahun", "2026")


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def new(*arguments: object) -> Done:
    """Run the verb as its entry point does, with its own words and exit status."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
        run(["definition", "new", *map(str, arguments)])
    return Done(int(str(left.value.code)), out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("baru")


@pytest.fixture(scope="module")
def text(folder: Path) -> Path:
    path = folder / "jambi.yaml"
    done = new(
        "-o", path, "--indikator", "K01,k05", "--indikator", "K30", *ASKED, "--triwulanan",
        "--unit", "15.71.03=Jambi Timur", "--unit", "15.71.04 = Pasar Jambi",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return path


def test_the_starter_holds_what_was_asked_for(text: Path) -> None:
    made = load_definition(text)
    assert [one.kode for one in made.indikator] == ["K01", "K05", "K30"]
    assert [(unit.kode, unit.nama) for unit in made.unit] == [
        ("15.71.03", "Jambi Timur"),
        ("15.71.04", "Pasar Jambi"),
    ]
    assert (made.kabupaten.nama, made.tahun, made.pengaturan.periode) == (
        "Kota Jambi",
        2026,
        "triwulanan",
    )


def test_the_starter_checks_and_builds(text: Path, folder: Path) -> None:
    assert [one.code for one in check_definition(text)] == ["DEF-102"]
    assert len(build_workbooks(text, folder / "formulir")) == 2


def test_the_ending_decides_between_text_and_excel(text: Path, folder: Path) -> None:
    book = folder / "Kamus.xlsx"
    done = new(
        "-o", book, "--indikator", "K01,K05,K30", *ASKED, "--triwulanan",
        "--unit", "15.71.03=Jambi Timur", "--unit", "15.71.04=Pasar Jambi",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert import_definition(book, folder / "dari_excel.yaml") == load_definition(text)
    (one,) = check_definition(book)
    assert (one.code, one.sheet) == ("DEF-102", "Indikator")


def test_without_units_there_is_one_to_rename(folder: Path) -> None:
    path = folder / "satu.yaml"
    assert new("-o", path, "--indikator", "K10", *ASKED).returncode == 0
    assert [unit.kode for unit in load_definition(path).unit] == ["15.71.01"]
    assert len(build_workbooks(path, folder / "satu")) == 1


def test_an_existing_file_is_left_alone(text: Path) -> None:
    before = text.read_bytes()
    done = new("-o", text, "--indikator", "K01", *ASKED)
    assert (done.returncode, text.read_bytes()) == (2, before)
    assert "tidak ditimpa" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--indikator", "K01,K99,Z", *ASKED), "K99, Z"),
        ((*ASKED,), "--daftar"),
        (("--indikator", "K01", "--tahun", "2026", "--kode-kabupaten", "15.71"), "--kabupaten"),
        (("--indikator", "K01", *ASKED[:4], "--tahun", "26"), "tahun 26"),
        (("--indikator", "K01", *ASKED, "--kode-kabupaten", "1571"), "15.71"),
        (("--indikator", "K01", *ASKED, "--unit", "Jambi Timur"), "KODE=NAMA"),
        (("--indikator", "K01", *ASKED, "--unit", "1=A", "--unit", "1=B"), "dua kali"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = new("-o", tmp_path / "baru.yaml", *arguments)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert words in done.stderr


@pytest.mark.parametrize("name", ["baru.txt", "baru"])
def test_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    done = new("-o", tmp_path / name, "--indikator", "K01", *ASKED)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])


def test_the_catalogue_can_be_listed() -> None:
    listed = new("--daftar")
    assert listed.returncode == 0
    assert "K01  Nilai Survei Kepuasan Masyarakat (SKM) kecamatan (indeks)" in listed.stdout
    entries = json.loads(new("--daftar", "--json").stdout)
    assert len(entries) == 42
    assert {"kode", "nama", "rumus", "satuan", "polaritas", "sumber"} <= set(entries[0])


def test_the_result_as_json_names_what_is_open(folder: Path) -> None:
    done = new("-o", folder / "json.yaml", "--indikator", "K01", *ASKED, "--json")
    made = json.loads(done.stdout)
    assert (made["indikator"], made["catatan"]) == (["K01"], ["DEF-102"])
