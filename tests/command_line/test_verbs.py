"""The public contract of the command line: verbs, JSON forms, exit status."""

import json
from pathlib import Path

import openpyxl
import pytest

from iku.resources import example_path, template_path
from tests.command_runs import iku

TIMUR = "IKU_2017_15.71.03_Jambi_Timur.xlsx"
DEFINITION = str(template_path("kota_jambi_2017.yaml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("iku")


@pytest.fixture(scope="module")
def blank(folder: Path) -> Path:
    done = iku("build", DEFINITION, "-o", folder, "--unit", "15.71.03")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / TIMUR


@pytest.fixture(scope="module")
def filled(blank: Path, folder: Path) -> Path:
    done = iku("fill", blank, example_path("jambi_timur_2017.json"), "-o", folder / "isi.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "isi.xlsx"


def test_build_is_reproducible(blank: Path, tmp_path: Path) -> None:
    iku("build", DEFINITION, "-o", tmp_path, "--unit", "15.71.03")

    assert (tmp_path / TIMUR).read_bytes() == blank.read_bytes()


def test_build_refuses_an_unknown_unit_and_writes_nothing(tmp_path: Path) -> None:
    done = iku("build", DEFINITION, "-o", tmp_path / "x", "--unit", "99")

    assert done.returncode == 2
    assert "99" in done.stderr
    assert not (tmp_path / "x").exists()


def test_read_gives_entries_and_results_by_name(filled: Path) -> None:
    tree = json.loads(iku("read", filled, "--json").stdout)

    assert tree["unit"] == {"kode": "15.71.03", "nama": "Jambi Timur"}
    assert tree["period"] == "TAHUN"
    assert tree["entries"]["isian.R2.aktif.TAHUN"] == 48
    assert round(tree["results"]["realisasi.R2.TAHUN"], 2) == 92.31


def test_fill_stores_results_that_any_reader_sees(filled: Path) -> None:
    book = openpyxl.load_workbook(filled, data_only=True)
    sheet, _, cell = book.defined_names["capaian.R4.TAHUN"].attr_text.partition("!")

    assert book[sheet][cell.replace("$", "")].value == 250


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"isian.R2.aktiv.TAHUN": 1}, "isian.R2.aktif.TAHUN"),
        ({"target.R1.TAHUN": 1}, "terkunci"),
        ({"realisasi.R1.TAHUN": 1}, "terkunci"),
        ({"isian.R2.aktif.TAHUN": float("nan")}, "Isian!E16"),
        ({"identitas.penyusun": "x" * 40_000}, "Beranda!"),
    ],
)
def test_fill_refuses_unknown_and_locked_names_and_writes_nothing(
    blank: Path, tmp_path: Path, values: dict[str, object], named: str
) -> None:
    (tmp_path / "nilai.json").write_text(json.dumps(values), encoding="utf-8")

    done = iku("fill", blank, tmp_path / "nilai.json", "-o", tmp_path / "hasil.xlsx")

    assert done.returncode == 2
    assert named in done.stderr
    assert not (tmp_path / "hasil.xlsx").exists()


def test_fill_reads_csv_and_xlsx_with_indonesian_numbers(blank: Path, tmp_path: Path) -> None:
    (tmp_path / "nilai.csv").write_text(
        "nama;nilai\nisian.R9.nilai.TAHUN;61,70\n", encoding="utf-8"
    )
    book = openpyxl.Workbook()
    sheet = book.create_sheet("nilai", 0)
    sheet.append(["nama", "nilai"])
    sheet.append(["isian.R3.penduduk.TAHUN", "94.519"])
    book.save(tmp_path / "nilai.xlsx")

    for source in ("nilai.csv", "nilai.xlsx"):
        assert (
            iku(
                "fill", blank, tmp_path / source, "-o", tmp_path / f"{source}.hasil.xlsx"
            ).returncode
            == 0
        )
    entries = [
        json.loads(iku("read", tmp_path / f"{source}.hasil.xlsx", "--json").stdout)["entries"]
        for source in ("nilai.csv", "nilai.xlsx")
    ]

    assert entries[0]["isian.R9.nilai.TAHUN"] == 61.7
    assert entries[1]["isian.R3.penduduk.TAHUN"] == 94519


def test_validate_finds_what_the_document_gets_wrong(filled: Path) -> None:
    done = iku("validate", filled, "--json", "--definition", DEFINITION)
    tree = json.loads(done.stdout)

    assert done.returncode == 1
    assert tree["files"][0]["status"] == "error"
    wrong = [one for one in tree["files"][0]["findings"] if one["severity"] == "error"]
    assert sorted(one["indicator"] for one in wrong) == ["R2", "R5"]
    sentence = next(one["message"] for one in wrong if one["indicator"] == "R2")
    assert all(number in sentence for number in ("91,80", "92,31", "102,56", "102,00"))


def test_validate_writes_annotated_copies_and_leaves_the_original(
    filled: Path, tmp_path: Path
) -> None:
    before = filled.read_bytes()

    iku("validate", filled, "--mark", tmp_path)

    assert filled.read_bytes() == before
    notes = openpyxl.load_workbook(tmp_path / filled.name)["Catatan Pemeriksaan"]
    assert [row[0].value for row in notes.iter_rows(min_row=7, max_row=8)] == ["LOG-003", "LOG-003"]
    for place in (notes["B7"], notes["B8"]):
        sheet, _, cell = place.value.rpartition("!")
        assert place.hyperlink.location == f"'{sheet}'!{cell}"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kosong.xlsx", b"", "BRK-002"),
        ("teks.xlsx", b"nama;nilai\n", "BRK-003"),
        ("rusak.xlsx", b"PK\x03\x04xx", "BRK-008"),
    ],
)
def test_unreadable_files_give_one_sentence_and_status_one(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)

    for arguments in (("validate", tmp_path / name, "--json"), ("validate", tmp_path, "--json")):
        done = iku(*arguments)
        tree = json.loads(done.stdout)
        assert (done.returncode, done.stderr) == (1, "")
        assert [one["code"] for one in tree["files"][0]["findings"]] == [code]
        assert tree["files"][0]["status"] == "unreadable"
    refused: tuple[tuple[object, ...], ...] = (
        ("read", tmp_path / name),
        ("fill", tmp_path / name, tmp_path / "x.json", "-o", tmp_path / "y.xlsx"),
    )
    for words in refused:
        done = iku(*words)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "y.xlsx").exists()


def test_a_foreign_workbook_is_named_as_such(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "asing.xlsx")

    done = iku("validate", tmp_path / "asing.xlsx", "--json")

    assert done.returncode == 1
    assert [one["code"] for one in json.loads(done.stdout)["files"][0]["findings"]] == ["STR-001"]


def test_consolidate_counts_units_and_adds_before_dividing(filled: Path, tmp_path: Path) -> None:
    done = iku(
        "consolidate", filled, "-o", tmp_path / "rekap.xlsx", "--definition", DEFINITION, "--json"
    )
    tree = json.loads(done.stdout)

    assert [one["status"] for one in tree["files"]] == ["accepted"]
    assert len(tree["missing"]) == 10
    r2 = next(one for one in tree["indicators"] if one["kode"] == "R2")
    assert (round(r2["realisasi"], 2), r2["n"], r2["of"]) == (92.31, 1, 11)
    sheets = openpyxl.load_workbook(tmp_path / "rekap.xlsx").sheetnames
    assert [name for name in sheets if not name.startswith("IKU ")] == [
        "Ringkasan",
        "Matriks",
        "Peringkat",
        "Kelengkapan",
        "Catatan",
        "Rincian Catatan",
        "Asal Angka",
        "Data",
    ]
    assert [f"IKU {one['kode']}" for one in tree["indicators"]] == sheets[3:-5]


def test_definition_check_reports_the_source_document() -> None:
    done = iku("definition", "check", template_path("kepulauan_anambas_2024.yaml"), "--json")
    found = {(one["code"], one["indicator"]) for one in json.loads(done.stdout)["findings"]}

    assert done.returncode == 1
    assert {("DEF-114", "J1"), ("DEF-110", "J2"), ("DEF-111", "J3"), ("DEF-115", "J4")} <= found


def test_definition_faults_come_all_at_once_with_their_lines(tmp_path: Path) -> None:
    text = Path(DEFINITION).read_text(encoding="utf-8")
    (tmp_path / "salah.yaml").write_text(
        text.replace("tahun: 2017", "tahun: 2.017,5", 1) + "\nwarna: biru\n", encoding="utf-8"
    )

    done = iku("build", tmp_path / "salah.yaml", "-o", tmp_path / "x", "--json")

    found = [(one["code"], one["line"]) for one in json.loads(done.stdout)["findings"]]
    assert done.returncode == 1
    assert len(found) == 2
    assert all(line for _, line in found)


def test_findings_can_be_had_in_english(filled: Path) -> None:
    assert "Must be mended" in iku("validate", filled, "--lang", "en").stdout


def test_a_received_file_is_never_written_over(filled: Path, tmp_path: Path) -> None:
    received = tmp_path / "kiriman" / "satu.xlsx"
    received.parent.mkdir()
    received.write_bytes(filled.read_bytes())

    for arguments in (
        ("consolidate", received, "-o", received),
        ("consolidate", received.parent, "-o", received),
        ("validate", received, "--report", received),
        ("fill", received, example_path("jambi_timur_2017.json"), "-o", received),
    ):
        done = iku(*arguments)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
        assert received.read_bytes() == filled.read_bytes()


def test_a_number_beyond_all_measure_is_a_finding(blank: Path, tmp_path: Path) -> None:
    values = {"isian.R2.aktif.TAHUN": 1e300, "isian.R2.ada.TAHUN": 52}
    (tmp_path / "nilai.json").write_text(json.dumps(values), encoding="utf-8")
    iku("fill", blank, tmp_path / "nilai.json", "-o", tmp_path / "besar.xlsx")

    tree = json.loads(iku("validate", tmp_path / "besar.xlsx", "--json").stdout)

    found = {(one["code"], one["indicator"]) for one in tree["files"][0]["findings"]}
    assert ("ISI-008", "R2") in found
    results = json.loads(iku("read", tmp_path / "besar.xlsx", "--json").stdout)["results"]
    assert results["realisasi.R2.TAHUN"] == "Tidak dapat dihitung"
    done = iku("consolidate", tmp_path / "besar.xlsx", "-o", tmp_path / "r.xlsx", "--json")
    assert json.loads(done.stdout)["files"][0]["status"] == "accepted"
