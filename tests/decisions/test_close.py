"""``iku close`` and the tables of ``iku consolidate``, from files to files."""

import json
from pathlib import Path

import pytest

from tests.command_runs import iku
from tests.documents.reading_back import document_text
from tests.history.sample import UNITS, inbox, workbook
from workflow.close import Wanted, close_period
from workflow.consolidate import consolidate_all
from workflow.executors import HERE
from workflow.history.closing import closings
from workflow.refusal import RefusedError
from workflow.repetition import Asked


def consolidated(folder: Path, **asked: object) -> dict[str, object]:
    wanted = Asked(
        (folder / "kiriman",),
        folder / "rekap.xlsx",
        folder / "definisi.yaml",
        folder / "riwayat.sqlite",
        **asked,  # type: ignore[arg-type]
    )
    report, _ = consolidate_all(wanted, wanted.digest(), HERE)
    return report.as_json()


def realisasi(tree: dict[str, object]) -> float:
    found = json.loads(json.dumps(tree))["indicators"][0]["realisasi"]
    assert isinstance(found, float)
    return found


def told(tree: dict[str, object]) -> set[str]:
    return {
        one["code"] for one in json.loads(json.dumps(tree))["findings"] if one["code"] > "KON-03"
    }


def test_a_closed_year_is_corrected_only_by_a_decision(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    assert realisasi(consolidated(tmp_path)) == pytest.approx(12 / 36 * 100)  # 3 + 4 + 5 of 36
    closed = close_period(
        tmp_path / "riwayat.sqlite", Wanted("TAHUN", by="Kabag"), into=tmp_path / "arsip"
    )
    assert closed.path is not None
    minutes = closed.path.read_text("utf-8")
    assert minutes == closed.text
    assert all(one.sha256 in minutes for one in closed.closing.units)
    assert "33,33 %" in minutes
    (received / "koreksi.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))
    kept = consolidated(tmp_path)
    assert realisasi(kept) == pytest.approx(12 / 36 * 100)
    assert "KON-046" in told(kept)
    table = tmp_path / "ketetapan.csv"
    table.write_text(
        f"kode_unit;keputusan;oleh;alasan\n{UNITS[0]};Terima perubahan;Sekda;hasil evaluasi\n",
        "utf-8",
    )
    opened = consolidated(tmp_path, waivers=table)
    assert realisasi(opened) == pytest.approx(18 / 36 * 100)
    assert "KON-047" in told(opened)


def test_what_cannot_be_closed_is_refused_in_plain_words(tmp_path: Path) -> None:
    history = tmp_path / "riwayat.sqlite"
    with pytest.raises(RefusedError, match="riwayat tidak ditemukan"):
        close_period(history, Wanted("TAHUN"))
    received = inbox(tmp_path)
    (received / f"{UNITS[2]}.xlsx").unlink()
    consolidated(tmp_path)
    with pytest.raises(RefusedError, match="belum memuat rekap periode TW1"):
        close_period(history, Wanted("TW1"))
    with pytest.raises(RefusedError, match=r"belum melapor: Timur; .*--meski-belum-lengkap"):
        close_period(history, Wanted("TAHUN"))
    assert closings(history, "UJI-2017", 2017) == ()
    closed = close_period(history, Wanted("TAHUN", reason="Timur kebanjiran"))
    assert "Timur kebanjiran" in closed.text
    with pytest.raises(RefusedError, match="Tahun 2017 sudah ditutup pada"):
        close_period(history, Wanted("TAHUN", reason="sekali lagi"))
    assert closings(history, "UJI-2017", 2017) == (closed.closing,)


def test_what_was_still_open_is_named_in_the_minutes_and_kept(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    (received / f"{UNITS[2]}.xlsx").unlink()
    consolidated(tmp_path)
    closed = close_period(tmp_path / "riwayat.sqlite", Wanted("TAHUN", reason="Timur kebanjiran"))
    assert [(one.nama, one.errors, one.codes) for one in closed.closing.open_notes or ()] == [
        ("Utara", 0, ("IDN-004",)),
        ("Selatan", 0, ("IDN-004", "TRN-001")),
    ]
    assert "pada 2 dari 2 yang melapor" in closed.text
    assert (
        "Selatan (99.01.02)\n     0 wajib diperbaiki, 2 perlu konfirmasi (IDN-004, TRN-001)"
        in closed.text
    )
    assert "Belum melapor: Timur (99.01.03)" in closed.text
    assert closings(tmp_path / "riwayat.sqlite", "UJI-2017", 2017) == (closed.closing,)


def test_the_minutes_to_be_signed_say_the_same(tmp_path: Path) -> None:
    received = inbox(tmp_path)
    (received / f"{UNITS[2]}.xlsx").unlink()
    consolidated(tmp_path)
    wanted = Wanted("TAHUN", by="Kabag Organisasi", reason="Timur kebanjiran")
    closed = close_period(tmp_path / "riwayat.sqlite", wanted, into=tmp_path / "arsip")
    assert closed.paper is not None
    words = document_text(closed.paper)
    own = [one.sha256 for one in closed.closing.units if one.sha256]
    told = ("KABUPATEN UJI", "Tahun 2017", "Timur kebanjiran", "IDN-004", "Belum melapor: Timur")
    for text in (*own, *told, "Kabag Organisasi", "2 dari 3"):
        assert text in words, text
    assert "{{" not in words


def test_the_same_from_the_command_line(tmp_path: Path) -> None:
    inbox(tmp_path)
    options = ("--definition", tmp_path / "definisi.yaml", "--history", tmp_path / "r.sqlite")
    form = tmp_path / "verifikasi.xlsx"
    recap = iku(
        "consolidate", tmp_path / "kiriman", "-o", tmp_path / "rekap.xlsx", *options,
        "--verification-form", form,
    )  # fmt: skip
    assert recap.returncode == 0, recap.stderr
    assert form.exists()
    over = iku(
        "consolidate", tmp_path / "kiriman", "-o", form, *options, "--verification", form
    )  # fmt: skip
    assert over.returncode == 2
    assert "tidak ditimpa" in over.stderr
    done = iku("close", "TAHUN", "--history", tmp_path / "r.sqlite", "--json", "-o", tmp_path)
    assert done.returncode == 0, done.stderr
    tree = json.loads(done.stdout)
    assert [one["kode"] for one in tree["units"]] == list(UNITS)
    assert Path(tree["berita_acara"]).exists()
    again = iku("close", "TAHUN", "--history", tmp_path / "r.sqlite")
    assert (again.returncode, again.stdout) == (2, "")
    assert "sudah ditutup" in again.stderr
