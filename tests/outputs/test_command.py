"""``iku consolidate`` with every output: real files in, one run, everything in place together."""

import json
import subprocess
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from iku.resources import example_path, template_path
from tests.command_runs import iku
from tests.workbooks import layout, write_filled
from workflow.repetition import Asked

DEFINITION = template_path("kota_jambi_2017.yaml")
STEM = "15.71.03_Jambi_Timur"


@pytest.fixture(scope="module")
def received(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Jambi Timur as printed, and one file that is no workbook."""
    folder = tmp_path_factory.mktemp("kiriman")
    printed = json.loads(example_path("jambi_timur_2017.json").read_text(encoding="utf-8"))
    numbers = {key: float(one) if type(one) is int else one for key, one in printed.items()}
    own = layout("kota_jambi_2017", 2)
    write_filled(own, {k: v for k, v in numbers.items() if k in own.entries}, folder / "timur.xlsx")
    (folder / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan buku kerja")
    return folder


def consolidated(received: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return iku(
        *("consolidate", received, "-o", out / "rekap.xlsx", "--definition", DEFINITION),
        *("--history", out / "riwayat.sqlite", "--html", out / "l.html", "--csv", out / "csv"),
        *("--parquet", out / "data", "--notes", out / "surat", "--json"),
    )


def test_every_place_that_a_run_can_name_is_read_or_written_by_it() -> None:
    named: dict[str, Any] = {
        one.name: Path(one.name) for one in fields(Asked) if one.default is None
    }
    run = Asked((), Path("rekap.xlsx"), **named)

    assert {*run.results, *run.tables, run.history} == {run.recap, *named.values()}


def test_every_output_is_written_in_one_run_and_a_second_run_changes_nothing(
    received: Path, tmp_path: Path
) -> None:
    done = consolidated(received, tmp_path)

    assert (done.returncode, done.stderr) == (1, "")  # rusak.xlsx was refused
    told = json.loads(done.stdout)
    [file] = [one for one in told["files"] if one["status"] == "accepted"]
    note = (tmp_path / "surat" / "catatan" / f"{STEM}.txt").read_text(encoding="utf-8")
    assert f"SHA-256: {file['sha256']}" in note
    assert "Mulai dari sini:" in note
    assert not (tmp_path / "surat" / "pengingat" / f"{STEM}.txt").exists()
    assert len(list((tmp_path / "surat" / "pengingat").glob("*.txt"))) == len(told["missing"]) == 10
    assert file["sha256"] in (tmp_path / "csv" / "data.csv").read_text(encoding="utf-8-sig")
    assert "rusak.xlsx" in (tmp_path / "l.html").read_text(encoding="utf-8")
    assert (tmp_path / "data" / "provinsi=15" / "tahun=2017").is_dir()
    files = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.*") if path.is_file()}
    assert not [path for path in files if path.name.startswith(".")]

    again = consolidated(received, tmp_path)

    assert json.loads(again.stdout) == told
    outputs = {path: at for path, at in files.items() if "riwayat" not in path.name}
    assert {path: path.stat().st_mtime_ns for path in outputs} == outputs


def test_a_folder_that_was_received_is_not_written_into(received: Path, tmp_path: Path) -> None:
    done = iku("consolidate", received, "-o", tmp_path / "r.xlsx", "--csv", received)

    assert done.returncode == 2
    assert not (tmp_path / "r.xlsx").exists()
    assert not (received / "data.csv").exists()


def test_what_was_written_and_what_lay_in_an_archive_is_named_on_the_screen(
    received: Path, tmp_path: Path
) -> None:
    inbox = tmp_path / "kiriman"
    inbox.mkdir()
    with zipfile.ZipFile(inbox / "laporan timur.zip", "w") as archive:
        archive.write(received / "timur.xlsx", "Laporan/timur.xlsx")
        archive.writestr("Laporan/foto.jpg", b"\xff\xd8\xff")

    done = iku(
        *("consolidate", inbox, "-o", tmp_path / "rekap.xlsx", "--definition", DEFINITION),
        *("--csv", tmp_path / "csv"),
    )

    assert "  laporan timur.zip/Laporan/foto.jpg: dilewati\n" in done.stdout
    assert f"Tabel CSV: {tmp_path / 'csv'}\n" in done.stdout
