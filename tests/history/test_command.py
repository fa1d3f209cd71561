"""``iku consolidate`` as people type it: its history, its places of work, its log."""

import json
from pathlib import Path

from tests.command_runs import iku
from tests.history.sample import inbox


def test_a_second_run_says_the_same_and_its_log_says_why_it_was_quick(tmp_path: Path) -> None:
    received, history, log = inbox(tmp_path), tmp_path / "h.sqlite", tmp_path / "jalan.log"
    options = ["-o", tmp_path / "rekap.xlsx", "--definition", tmp_path / "definisi.yaml"]
    first = iku("consolidate", received, *options, "--history", history, "--log", log, "--json")
    again = iku("consolidate", received, *options, "--history", history, "--log", log, "--json")

    assert (first.returncode, first.stderr) == (0, "")
    assert (again.returncode, again.stdout, again.stderr) == (0, first.stdout, "")
    assert len(json.loads(first.stdout)["files"]) == 3
    lines = log.read_text(encoding="utf-8").splitlines()
    assert "3 berkas, 3 di antaranya baru dibaca" in lines[0]
    assert "masukan sama dengan konsolidasi nomor 1" in lines[-1]


def test_an_unknown_place_of_work_or_a_history_that_is_none_cannot_run(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    place = iku("consolidate", received, "-o", tmp_path / "r.xlsx", "--executor", "awan")
    wrong = iku(
        "consolidate", received, "-o", tmp_path / "r.xlsx", "--history", tmp_path / "definisi.yaml"
    )

    assert place.returncode == wrong.returncode == 2
    assert "proses:N" in place.stderr
    assert "bukan berkas riwayat" in wrong.stderr
    assert not (tmp_path / "r.xlsx").exists()


def test_a_mistyped_name_leaves_the_recap_that_is_there(tmp_path: Path) -> None:
    recap = tmp_path / "rekap.xlsx"
    recap.write_bytes(b"yang kemarin")
    definition = tmp_path / "definisi.yaml"
    received = inbox(tmp_path)

    missing = iku("consolidate", tmp_path / "kirimam", "-o", recap, "--definition", definition)
    bare = iku("consolidate", received, "-o", tmp_path / "rekap", "--definition", definition)

    assert missing.returncode == bare.returncode == 2
    assert "kirimam: berkas atau folder ini tidak ada" in missing.stderr
    assert "tanda kutip" in missing.stderr
    assert "tambahkan .xlsx" in bare.stderr
    assert recap.read_bytes() == b"yang kemarin"
