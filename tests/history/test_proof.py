"""What the history proves of each unit, with dates: issued, received, checked, verified, closed."""

import json
import re
import shutil
import sqlite3
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


RULINGS = (
    "kode_unit;keputusan;berkas;oleh;alasan;sampai;tenggat;periode\n"
    f"{UNIT};Pakai;isi.xlsx;Sekretaris Daerah;revisi keliru;TAHUN;;\n"
    f"{UNIT};Kecualikan;lama.xlsx;Inspektur;salah kirim;;;\n"
    f"{UNIT};;;Kabag;banjir;;10 Juli 2025;TW1\n"
)


@pytest.fixture(scope="module")
def ruled(history: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same history after three runs with a table of waivers, the last with a row put before."""
    folder = tmp_path_factory.mktemp("ketetapan")
    copy, table = folder / "riwayat.sqlite", folder / "ketetapan.csv"
    shutil.copy(history, copy)
    head, first, *rest = RULINGS.splitlines(keepends=True)
    dates_only = "99.01.02;;;;;;11 Juli 2025;TW1\n"
    for rows in (RULINGS, RULINGS, head + dates_only + first + "".join(rest)):
        table.write_text(rows, encoding="utf-8")
        run = iku(
            *("consolidate", history.parent / "kiriman", "-o", folder / "rekap.xlsx"),
            *("--definition", DEFINITION, "--history", copy, "--waivers", table, "--period", "TW1"),
            *("--verification", history.parent / "verifikasi.csv"),
        )
        assert run.returncode in {0, 1}, run.stderr
    return copy


def test_waivers_are_proved_once_with_file_person_reason_and_place(ruled: Path) -> None:
    events = [one for one in events_of(ruled, UNIT) if one["kind"] == "ditetapkan"]
    assert [one["putusan"] for one in events] == ["Pakai", "Kecualikan", "Catat"]
    pinned, excluded, extended = events
    received = next(one for one in events_of(ruled, UNIT) if one["kind"] == "diterima")
    assert (pinned["berkas"], pinned["sha256"]) == ("isi.xlsx", received["sha256"])
    assert (pinned["oleh"], pinned["alasan"]) == ("Sekretaris Daerah", "revisi keliru")
    assert (pinned["sumber"], pinned["sel"]) == ("ketetapan.csv", "ketetapan.csv!B2")
    assert (pinned["berlaku"], excluded["berlaku"]) == (True, False)
    assert (extended["tenggat"], extended["periode"]) == ("2025-07-10", "TW1")
    assert len(events_of(ruled, "99.01.02")) == 3


def test_verdicts_are_proved_once_however_many_runs_repeat_them(ruled: Path) -> None:
    kinds = [one["kind"] for one in events_of(ruled, UNIT)]
    assert kinds.count("diverifikasi") == 1


def test_a_waiver_is_a_sentence_that_names_everything_an_inspector_asks(ruled: Path) -> None:
    text = iku("evidence", "--history", ruled, "--unit", UNIT).stdout
    told = [line for line in text.splitlines() if "ketetapan oleh" in line]
    assert len(told) == 3
    assert all(DATED.match(line) for line in told)
    assert "ketetapan oleh Sekretaris Daerah: berkas isi.xlsx (sha256 " in told[0]
    assert "yang dipakai; alasan: revisi keliru; berlaku sampai Tahun 2025; tertulis di" in told[0]
    assert "konsolidasi nomor 2 untuk Triwulan I Tahun 2025" in told[0]
    assert "berkas lama.xlsx tidak dipakai; alasan: salah kirim; tidak berpengaruh" in told[1]
    assert "batas waktu Triwulan I Tahun 2025 menjadi 10 Juli 2025; alasan: banjir" in told[2]


def test_tables_that_did_not_change_give_no_further_run(ruled: Path) -> None:
    with sqlite3.connect(ruled) as database:
        assert database.execute("SELECT count(*) FROM runs").fetchone() == (3,)
