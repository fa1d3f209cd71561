"""Runs: what was worked out is written down once, and found again."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iku.definition.load import load_definition
from iku.terbitan import issue
from tests.history.sample import UNITS, inbox, workbook, write_definition
from workflow.build import build_workbooks
from workflow.consolidate import consolidate_all
from workflow.executors import HERE
from workflow.history import History, Issue, Run, files_of, latest_runs, recording, values_of
from workflow.refusal import RefusedError
from workflow.repetition import Asked, repeated


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    received = inbox(tmp_path)
    return Asked(
        (received,), tmp_path / "rekap.xlsx", tmp_path / "definisi.yaml", tmp_path / "h.sqlite"
    )


def _run(asked: Asked) -> str:
    digest = asked.digest()
    consolidate_all(asked, digest, HERE)
    return digest


def _rows(asked: Asked, statement: str) -> list[tuple[object, ...]]:
    assert asked.history is not None
    with closing(sqlite3.connect(asked.history)) as database:
        return database.execute(statement).fetchall()


def _whole(asked: Asked) -> list[str]:
    assert asked.history is not None
    with closing(sqlite3.connect(asked.history)) as database:
        return list(database.iterdump())


def test_a_run_keeps_its_files_values_findings_and_figures(asked: Asked) -> None:
    _run(asked)
    assert asked.history is not None
    run = latest_runs(asked.history, "UJI-2017", 2017)["TAHUN"]

    assert [(one.unit, one.fate) for one in files_of(asked.history, run.id)] == [
        (unit, "accepted") for unit in UNITS
    ]
    values = {(one.unit, one.name): one.value for one in values_of(asked.history, run.id)}
    assert values["99.01.02", "isian.A1.penerima.TAHUN"] == 4.0
    assert _rows(asked, "SELECT realisasi, n, of FROM figures WHERE indicator = 'A1'") == [
        ("100/3", 3, 3)
    ]
    assert json.loads(run.report)["indicators"][0]["n"] == 3
    assert set(json.loads(run.outputs)) == {str(asked.recap)}


def test_the_same_input_again_changes_nothing(asked: Asked) -> None:
    digest = _run(asked)
    before, recap = _whole(asked), asked.recap.read_bytes()
    assert isinstance(repeated(asked, digest), Run)

    assert _run(asked) == digest
    assert _whole(asked) == before
    assert asked.recap.read_bytes() == recap


def test_a_recap_that_is_gone_or_changed_is_written_again_and_the_run_stays_one(
    asked: Asked,
) -> None:
    digest = _run(asked)
    recap = asked.recap.read_bytes()
    asked.recap.write_bytes(recap + b"disunting")
    assert repeated(asked, digest) is None

    _run(asked)
    assert asked.recap.read_bytes() == recap
    assert _rows(asked, "SELECT count(*) FROM runs") == [(1,)]


def _another_file(asked: Asked) -> None:
    (asked.paths[0] / "baru.xlsx").write_bytes(workbook(UNITS[0], 11.0, 1.0))


def _another_name(asked: Asked) -> None:
    (asked.paths[0] / f"{UNITS[0]}.xlsx").rename(asked.paths[0] / "lain.xlsx")


def _another_definition(asked: Asked) -> None:
    assert asked.definition is not None
    text = asked.definition.read_text(encoding="utf-8")
    asked.definition.write_text(text.replace("TAHUN: 20", "TAHUN: 21"), encoding="utf-8")


def _an_issue(asked: Asked) -> None:
    assert asked.history is not None
    definition = load_definition(write_definition(asked.recap.parent))
    History(asked.history).record_issues([Issue.of(issue(definition, definition.unit[0]), "ab")])


@pytest.mark.parametrize("change", [_another_file, _another_name, _another_definition, _an_issue])
def test_whatever_the_result_depends_on_makes_another_run(
    asked: Asked, change: Callable[[Asked], None]
) -> None:
    digest = _run(asked)
    change(asked)

    assert asked.digest() != digest
    assert repeated(asked, asked.digest()) is None


def test_another_period_or_language_makes_another_run(asked: Asked) -> None:
    others = replace(asked, period="TAHUN"), replace(asked, language="en")

    assert len({one.digest() for one in (asked, *others)}) == 3


def test_the_time_of_a_file_plays_no_part(asked: Asked) -> None:
    digest = asked.digest()
    for path in asked.paths[0].iterdir():
        path.write_bytes(path.read_bytes())

    assert asked.digest() == digest


def test_going_back_to_an_earlier_input_is_a_run_of_its_own(asked: Asked) -> None:
    digest = _run(asked)
    _another_file(asked)
    _run(asked)
    (asked.paths[0] / "baru.xlsx").unlink()

    assert repeated(asked, digest) is None
    _run(asked)
    assert _rows(asked, "SELECT count(*) FROM runs") == [(3,)]


def test_values_are_kept_once_for_a_file_however_often_it_counts(asked: Asked) -> None:
    _run(asked)
    before = _rows(asked, "SELECT count(*) FROM entries")
    (asked.paths[0] / "surat.txt").write_text("Terlampir.", encoding="utf-8")
    _run(asked)

    assert _rows(asked, "SELECT count(*) FROM entries") == before
    assert _rows(asked, "SELECT count(*) FROM runs") == [(2,)]


def test_a_run_that_cannot_be_recorded_writes_no_recap(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Iterator[tuple[object, ...]]:
        raise sqlite3.OperationalError

    _run(asked)
    before, recap = _whole(asked), asked.recap.read_bytes()
    _another_file(asked)
    monkeypatch.setattr(recording, "_figures", full)
    with pytest.raises(sqlite3.OperationalError):
        _run(asked)

    assert set(before) <= set(_whole(asked))
    assert _rows(asked, "SELECT count(*) FROM runs") == [(1,)]
    assert asked.recap.read_bytes() == recap
    assert sorted(one.name for one in asked.recap.parent.iterdir()) == [
        "definisi.yaml",
        "h.sqlite",
        "kiriman",
        "rekap.xlsx",
    ]


def test_a_file_that_nobody_issued_is_refused_where_a_register_is_kept(asked: Asked) -> None:
    assert asked.definition is not None
    assert asked.history is not None
    build_workbooks(
        asked.definition, asked.recap.parent / "kirim", units=UNITS[:2], history=asked.history
    )
    report, _ = consolidate_all(asked, asked.digest(), HERE)

    fates = {one.candidate.unit.kode: str(one.status) for one in report.fates if one.candidate.unit}
    assert fates == {UNITS[0]: "accepted", UNITS[1]: "accepted", UNITS[2]: "rejected"}


def test_a_result_never_takes_the_place_of_what_was_received(asked: Asked) -> None:
    over = replace(asked, recap=asked.paths[0] / f"{UNITS[0]}.xlsx")

    with pytest.raises(RefusedError):
        consolidate_all(over, over.digest(), HERE)
