"""The inbox: every file read once, in whatever it came, and never again while it stays the same."""

from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager
from email.message import EmailMessage
from pathlib import Path

import pytest

from iku.consolidation.candidate import Candidate
from tests.history.sample import UNITS, inbox, workbook, zipped
from workflow import inbox as reader
from workflow.executors import HERE, Place, executor_at, place_of
from workflow.history import records as keeping
from workflow.history.records import records
from workflow.inbox import take_in
from workflow.refusal import RefusedError


def _taken(
    paths: list[Path], history: Path | None = None, place: Place = HERE
) -> tuple[list[Candidate], int]:
    with records(history, "id") as store:
        found = take_in(paths, store, place=place)
        return sorted(found.candidates(store), key=lambda one: one.path), found.read


def test_a_file_is_read_once_as_long_as_its_bytes_stay(tmp_path: Path) -> None:
    received, history = inbox(tmp_path), tmp_path / "h.sqlite"
    first, read = _taken([received], history)
    again, read_again = _taken([received], history)

    assert (read, read_again) == (3, 0)
    assert again == first

    (received / f"{UNITS[0]}.xlsx").write_bytes(workbook(UNITS[0], 9.0))
    changed, read_now = _taken([received], history)
    assert read_now == 1
    assert changed[1:] == first[1:]
    assert changed[0] != first[0]


def test_a_file_that_was_moved_is_known_by_its_bytes(tmp_path: Path) -> None:
    received, history = inbox(tmp_path), tmp_path / "h.sqlite"
    _taken([received], history)
    moved = received.rename(tmp_path / "arsip")
    (moved / f"{UNITS[0]}.xlsx").rename(moved / "IKU Utara (final).xlsx")

    again, read = _taken([moved], history)

    assert read == 0
    names = {Path(one.path).name for one in again}
    assert "IKU Utara (final).xlsx" in names
    assert {Path(note.path).name for one in again for note in one.findings} <= names


def test_another_program_or_language_reads_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received, history = inbox(tmp_path), tmp_path / "h.sqlite"
    _taken([received], history)
    with records(history, "en") as store:
        assert take_in([received], store).read == 3
    monkeypatch.setattr(keeping, "engine", lambda: "lain")

    assert _taken([received], history)[1] == 3


def test_archives_in_archives_and_e_mails_are_known_again_too(tmp_path: Path) -> None:
    first, second, third = (workbook(unit, 5.0) for unit in UNITS)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@b.id", "c@d.id", "IKU"
    mail["Date"] = "Fri, 05 Jan 2018 08:00:00 +0700"
    mail.set_content("Terlampir.")
    mail.add_attachment(third, maintype="application", subtype="octet-stream", filename="c.xlsx")
    received = tmp_path / "masuk"
    received.mkdir()
    nested = zipped(a=first, dalam__lagi=zipped(b=second))
    (received / "semua.zip").write_bytes(nested)
    (received / "surat.eml").write_bytes(mail.as_bytes())
    history = tmp_path / "h.sqlite"

    found, read = _taken([received], history)
    assert read == 3
    assert {one.unit.kode for one in found if one.unit} == set(UNITS)
    assert _taken([received], history) == (found, 0)


def test_what_cannot_be_read_ends_with_its_reason_every_time(tmp_path: Path) -> None:
    received, history = tmp_path / "masuk", tmp_path / "h.sqlite"
    received.mkdir()
    (received / "rusak.xlsx").write_bytes(workbook(UNITS[0], 5.0)[:-900])
    (received / "~$a.xlsx").write_bytes(b"kunci")
    (received / "hilang.xlsx").symlink_to(tmp_path / "tidak_ada.xlsx")
    (received / "surat.txt").write_text("Terlampir laporan kami.", encoding="utf-8")

    first, _ = _taken([received], history)
    again, _ = _taken([received], history)

    assert len(first) == 4
    assert all(one.findings and one.returned is None for one in first)
    assert again == first


def test_several_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_WORTH_PROCESSES", 1)
    received = inbox(tmp_path)

    here, _ = _taken([received])
    assert _taken([received], place=place_of("proses:2"))[0] == here


def test_any_executor_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_WORTH_PROCESSES", 1)
    received = inbox(tmp_path)
    with ThreadPoolExecutor(1) as threads, records(None, "id") as store:
        found = take_in([received], store, place=threads)
        assert found.read == 3
    assert threads._shutdown is True


def test_what_was_read_before_an_interruption_stays_read(tmp_path: Path) -> None:
    received, history = inbox(tmp_path), tmp_path / "h.sqlite"
    done = []

    def interrupt(more: int) -> None:
        done.append(more)
        if len(done) == 2:
            raise KeyboardInterrupt

    with records(history, "id") as store, pytest.raises(KeyboardInterrupt):
        take_in([received], store, progress=interrupt)

    assert _taken([received], history)[1] == 1


@pytest.mark.parametrize("text", ["proses:0", "proses:dua", "dask://", "ray://1:2", "banyak"])
def test_an_unknown_place_of_work_is_refused_with_the_choices(text: str) -> None:
    with pytest.raises(RefusedError, match="serial, proses:N"):
        place_of(text)


def test_files_are_read_once_however_often_the_processes_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(30):
        (tmp_path / f"{n:02}.txt").write_text(f"Surat nomor {n}", encoding="utf-8")
    whole, _ = _taken([tmp_path])
    monkeypatch.setattr(reader, "_SHIFT", 1)
    opened: list[Place] = []

    def counted(place: Place) -> AbstractContextManager[Executor]:
        opened.append(place)
        return executor_at(place)

    monkeypatch.setattr(reader, "executor_at", counted)
    found, read = _taken([tmp_path], place=Place(2))

    assert (found, read) == (whole, 30)
    assert len(opened) == 3  # 4 + 4, 4 + 4, and the last 14
