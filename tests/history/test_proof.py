"""What the history proves of each unit, with dates: issued, received, checked, verified, closed."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.command_runs import iku

DEFINITION = "templates/contoh_triwulanan_2025.yaml"
UNIT = "99.01.01"
VALUES = "examples/data/contoh_triwulanan_2025.json"
DATED = re.compile(r"  \d{1,2} [A-Z][a-z]+ 20\d\d")
VERIFICATION = (
    "kode_unit;indikator;komponen;periode;putusan;catatan;oleh;tanggal\n"
    "99.01.01;{kode};{komponen};TW1;Diterima;;Tim verifikasi;2025-04-20\n"
)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year's history: issued, returned, verified, consolidated twice, closed."""
    folder = tmp_path_factory.mktemp("riwayat")
    history, received = folder / "riwayat.sqlite", folder / "kiriman"
    assert iku("build", DEFINITION, "-o", folder, "--history", history).returncode == 0
    blank = next(folder.glob(f"IKU_*{UNIT}*.xlsx"))
    iku("fill", blank, VALUES, "-o", received / "isi.xlsx")
    entries = json.loads(iku("read", received / "isi.xlsx", "--json").stdout)["entries"]
    name = next(key for key in entries if re.fullmatch(r"isian\.[^.]+\.[^.]+\.TW1", key))
    _, kode, komponen, _ = name.split(".")
    table = folder / "verifikasi.csv"
    table.write_text(VERIFICATION.format(kode=kode, komponen=komponen), encoding="utf-8")
    for output in ("rekap.xlsx", "lagi.xlsx"):
        run = iku(
            *("consolidate", received, "-o", folder / output, "--definition", DEFINITION),
            *("--history", history, "--verification", table, "--period", "TW1"),
        )
        assert run.returncode in {0, 1}, run.stderr
    closed = iku("close", "TW1", "--history", history, "--meski-belum-lengkap", "uji")
    assert closed.returncode == 0, closed.stderr
    return history


def events_of(history: Path, unit: str) -> list[dict[str, object]]:
    run = iku("evidence", "--history", history, "--unit", unit, "--json")
    (found,) = json.loads(run.stdout)["units"]
    events: list[dict[str, object]] = found["events"]
    return events


def test_everything_that_happened_is_proved_once_and_dated(history: Path) -> None:
    events = events_of(history, UNIT)
    kinds = [str(event["kind"]) for event in events]
    assert sorted(kinds) == ["diperiksa", "diterbitkan", "diterima", "ditutup", "diverifikasi"]
    assert all(event["when"] for event in events)
    checked = events[kinds.index("diperiksa")]
    assert (checked["periode"], checked["nasib"]) == ("TW1", "accepted")
    assert events[kinds.index("diverifikasi")]["putusan"] == "Diterima"


def test_it_prints_a_line_for_each_event_with_its_day(history: Path) -> None:
    text = iku("evidence", "--history", history, "--unit", UNIT).stdout
    lines = text.splitlines()
    assert lines[2].startswith(UNIT)
    assert len(lines) == 3 + 5
    assert all(DATED.match(line) for line in lines[3:])
    assert "isi.xlsx (sha256 " in text


def test_a_unit_that_sent_nothing_was_still_issued_its_form(history: Path) -> None:
    kinds = [event["kind"] for event in events_of(history, "99.01.02")]
    assert kinds == ["diterbitkan", "ditutup"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--history", "tidak-ada.sqlite"), "riwayat tidak ditemukan"),
        (("--history", "HISTORY", "--unit", "00.00.00"), "tidak memuat apa pun"),
    ],
)
def test_what_cannot_be_proved_is_said_in_a_sentence(
    history: Path, arguments: tuple[str, ...], words: str
) -> None:
    run = iku("evidence", *(str(history) if one == "HISTORY" else one for one in arguments))
    assert run.returncode == 2
    assert words in run.stderr


def test_the_day_of_receipt_that_is_written_down_later_is_the_one_proved(
    history: Path, tmp_path: Path
) -> None:
    copy, table = tmp_path / "riwayat.sqlite", tmp_path / "ketetapan.csv"
    shutil.copy(history, copy)
    rows = f"kode_unit;diterima;periode\n{UNIT};12 April 2025;TAHUN\n"
    table.write_text(rows, encoding="utf-8")
    run = iku(
        *("consolidate", history.parent / "kiriman", "-o", tmp_path / "rekap.xlsx"),
        *("--definition", DEFINITION, "--history", copy, "--waivers", table, "--period", "TW1"),
    )
    assert run.returncode in {0, 1}, run.stderr
    received = [one["when"] for one in events_of(copy, UNIT) if one["kind"] == "diterima"]
    assert received == ["2025-04-12"]
