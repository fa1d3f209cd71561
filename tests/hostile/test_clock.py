"""A clock that goes back, or ran ahead: nothing is lost, nothing changes place, and it is said."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_line.main import run
from iku.consolidation import Candidate, Status, consolidate
from iku.consolidation.deadlines import days_late
from iku.consolidation.deciding import RegencyTables
from iku.messages import Language
from tests.consolidation.sample import RATIO, candidate, definition_of, ratio
from tests.decisions.sample import table
from tests.history.sample import UNITS, inbox, workbook
from workflow.history import latest_runs
from workflow.history.clock import moment_ahead
from workflow.history.proof import Year, events

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
YEAR = Year("UJI-2017", 2017)
D = definition_of(RATIO, pengaturan="{periode: tahunan, batas_waktu: {TAHUN: 10 Januari 2018}}")


def left(*command: object) -> int:
    with pytest.raises(SystemExit) as leaving:
        run(list(map(str, command)))
    assert isinstance(leaving.value.code, int)
    return leaving.value.code


class Office:
    """A regency whose computer writes one history."""

    def __init__(self, folder: Path) -> None:
        self.received = inbox(folder)
        self.history, self.recap = folder / "r.sqlite", folder / "rekap.xlsx"
        self.definition = folder / "definisi.yaml"

    def recaps(self) -> int:
        options = ("--definition", self.definition, "--history", self.history)
        return left("consolidate", self.received, "-o", self.recap, *options)

    def closes(self) -> int:
        return left("close", "TAHUN", "--history", self.history, "-o", self.recap.parent / "arsip")

    def wrote_in(self, year: str) -> None:
        """Let everything so far have been written while the clock was in another year."""
        with closing(sqlite3.connect(self.history)) as database:
            database.execute("UPDATE runs SET made_at = ? || substr(made_at, 5)", (year,))
            database.execute(
                "UPDATE decisions SET made_at = ? || substr(made_at, 5),"
                " content = replace(content, made_at, ? || substr(made_at, 5))",
                (year, year),
            )
            database.commit()

    def runs(self) -> list[int]:
        with closing(sqlite3.connect(self.history)) as database:
            return [n for (n,) in database.execute("SELECT id FROM runs ORDER BY id")]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    assert office.recaps() == 0
    return office


def test_a_run_before_the_last_one_follows_it_all_the_same_and_says_so(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.wrote_in("2099")
    (office.received / f"{UNITS[0]}.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))
    capsys.readouterr()

    assert office.recaps() == 0

    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert "bertanggal " in told[0]
    assert "/2099 " in told[0]
    assert "Tidak ada yang hilang" in told[0]
    assert office.runs() == [1, 2]
    newest = latest_runs(office.history, *YEAR)["TAHUN"]
    assert (newest.id, newest.made_at[:4] < "2099") == (2, True)
    assert left("evidence", "--history", office.history) == 0


def test_a_clock_that_is_right_is_not_spoken_of(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.wrote_in("2001")
    assert office.recaps() == 0
    assert office.closes() == 0
    assert capsys.readouterr().err == ""


def test_what_was_closed_in_the_future_stays_closed(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office.closes() == 0
    office.wrote_in("2099")
    (office.received / f"{UNITS[0]}.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))

    assert office.recaps() == 0
    assert "/2099 " in capsys.readouterr().err
    newest = json.loads(latest_runs(office.history, *YEAR)["TAHUN"].report)
    assert "KON-046" in {one["code"] for one in newest["findings"]}
    assert newest["indicators"][0]["realisasi"] == pytest.approx(100 / 3)
    assert office.closes() == 2
    assert "sudah ditutup pada" in capsys.readouterr().err


def test_the_minutes_of_a_closing_are_written_with_a_warning(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.wrote_in("2099")
    capsys.readouterr()

    assert office.closes() == 0
    assert "periksa tanggal komputer ini sebelum mencetak" in capsys.readouterr().err
    written = {path.suffix for path in (office.recap.parent / "arsip").iterdir()}
    assert written == {".docx", ".txt"}


def test_a_file_was_first_seen_in_the_first_run_whatever_the_clocks_said(office: Office) -> None:
    office.wrote_in("2030")
    (office.received / "baru.xlsx").write_bytes(workbook(UNITS[0], 9.0, 1.0))
    assert office.recaps() == 0

    seen = {one.when[:4] for one in events(office.history, YEAR) if one.unit == UNITS[1]}
    assert seen == {"2030"}


def test_a_few_minutes_between_two_computers_are_no_matter(office: Office) -> None:
    with closing(sqlite3.connect(office.history)) as database:
        database.execute("UPDATE runs SET made_at = ?", (NOW.isoformat(),))
        database.commit()

    assert moment_ahead(office.history, NOW - timedelta(minutes=9)) is None
    assert moment_ahead(office.history, NOW - timedelta(minutes=11)) == NOW


def filed(value: float, path: str, modified: str) -> Candidate:
    return candidate(D, UNITS[0], ratio(value, 100.0), path=path, modified=modified)


@pytest.mark.parametrize(
    ("modified", "status"),
    [
        ("2026-11-20T00:00:00Z", Status.ACCEPTED),
        ("2026-11-23T05:00:00+09:00", Status.ACCEPTED),
        ("2026-11-24T00:00:00Z", Status.REJECTED),
        ("2107-12-31T23:59:58Z", Status.REJECTED),
    ],
)
def test_a_file_saved_in_the_future_is_asked_about_and_never_taken_for_the_newest(
    modified: str, status: Status
) -> None:
    files = [filed(10.0, "a.xlsx", "2018-01-05T08:00:00Z"), filed(20.0, "b.xlsx", modified)]
    report = consolidate(D, files, tables=RegencyTables(today="2026-11-22"))

    fates = {one.candidate.path: one for one in report.fates}
    assert fates["b.xlsx"].status is status
    if status is Status.REJECTED:
        assert fates["a.xlsx"].status is Status.REJECTED
        assert "atau belum terjadi" in fates["a.xlsx"].reason.message


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_date_of_receipt_in_the_future_is_told_and_makes_nobody_late(language: Language) -> None:
    heads = "kode_unit berkas diterima"
    rows = (UNITS[0], None, "05/01/2028"), (UNITS[1], None, "05/01/2018")
    files = [candidate(D, unit, ratio(3.0, 12.0), revisi=1.0) for unit in UNITS[:2]]
    tables = RegencyTables(waivers=table(heads, *rows), today="2026-11-22")
    report = consolidate(D, files, tables=tables, language=language)

    (told,) = [one for one in report.findings if one.code == "KON-050"]
    assert "2028-01-05" in told.message
    assert UNITS[0] in told.message
    assert [days_late(report, one.unit) for one in report.standings] == [0, 0, 0]
    unknown = next(one for one in report.findings if one.code == "KON-021")
    assert "Utara" in unknown.message
