"""The history file: today's tables in every file, one transaction at a time, plain words."""

import sqlite3
import threading
from pathlib import Path

import pytest

from iku.terbitan import issue
from tests.workbooks import definition
from workflow.history import History, Issue, opening
from workflow.history.opening import VERSION, opened, reading, writing
from workflow.refusal import RefusedError

OLD = (
    "CREATE TABLE terbitan (sidik TEXT PRIMARY KEY, manifes TEXT NOT NULL, unit TEXT NOT NULL,"
    " templat TEXT NOT NULL, versi TEXT NOT NULL, tata_letak TEXT NOT NULL)"
)
ROW = ("ab", "cd", "99.01", "UJI", "1", "2")


def _old_file(path: Path) -> Path:
    database = sqlite3.connect(path)
    database.execute(OLD)
    database.execute("INSERT INTO terbitan VALUES (?, ?, ?, ?, ?, ?)", ROW)
    database.commit()
    database.close()
    return path


def test_a_file_from_before_there_were_versions_keeps_its_issues_and_gains_the_new_tables(
    tmp_path: Path,
) -> None:
    path = _old_file(tmp_path / "h.sqlite")

    assert History(path).issued_manifest("ab") == "cd"
    with reading(path) as database:
        assert database.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert database.execute("SELECT count(*) FROM runs").fetchone() == (0,)
    (issue,) = History(path).issues_of("99.01", "UJI")
    assert (issue.issued_at, issue.kunci) == ("", "")


def test_a_step_that_fails_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _old_file(tmp_path / "h.sqlite")
    broken = tmp_path / "3_rusak.sql"
    broken.write_text("CREATE TABLE baru (a);\nCREATE TABLE baru (a)", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(opening, "_SCRIPTS", (*opening._SCRIPTS, broken))
        patched.setattr(opening, "VERSION", VERSION + 1)
        with pytest.raises(sqlite3.OperationalError), reading(path):
            pass

    database = sqlite3.connect(path)
    names = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.close()
    assert "baru" not in names
    assert version == 0
    assert History(path).issued_manifest("ab") == "cd"


def test_a_history_of_a_newer_product_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    with writing(path) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()

    with pytest.raises(RefusedError, match="versi iku yang lebih baru"), reading(path):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"bukan basis data, tetapi surat biasa" * 40, b"PK\3\4" * 99])
def test_a_file_that_is_no_history_is_told_as_such(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "h.sqlite"
    path.write_bytes(content)

    with pytest.raises(RefusedError, match="bukan berkas riwayat"), reading(path):
        pass
    assert path.read_bytes() == content


def test_another_program_s_database_is_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "lain.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE keuangan (a)")
    database.commit()
    database.close()

    with pytest.raises(RefusedError, match="bukan berkas riwayat"), writing(path):
        pass


def test_looking_things_up_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "salah_ketik.sqlite"

    assert History(path).issued_manifest("ab") is None
    assert not path.exists()


def test_what_breaks_off_inside_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    definition_ = definition("kota_jambi_2017")
    one = Issue.of(issue(definition_, definition_.unit[0]), "cd")

    def broken_off() -> None:
        with writing(path) as database:
            database.execute("INSERT INTO terbitan VALUES (?, ?, ?, ?, ?, ?, ?, ?)", one)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()

    assert History(path).issued_manifest(one.sidik) is None


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    inside, order = threading.Event(), []

    def first() -> None:
        with writing(path):
            inside.set()
            threading.Event().wait(0.3)
            order.append("pertama")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with writing(path):
        order.append("kedua")
    thread.join()

    assert order == ["pertama", "kedua"]


def test_a_second_run_that_waits_too_long_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "h.sqlite"
    monkeypatch.setattr(opening, "PATIENCE", 0.05)

    told = pytest.raises(RefusedError, match="sedang dipakai oleh proses lain")
    with writing(path), told, writing(path):
        pass


def test_without_a_history_nothing_is_left_behind() -> None:
    with opened(None) as database:
        assert database.execute("SELECT count(*) FROM records").fetchone() == (0,)
