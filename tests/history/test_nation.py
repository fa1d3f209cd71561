"""Several regencies at once: each consolidated on its own, one summary, one history."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.history.sample import inbox, workbook
from workbook_reader.snapshot import read_snapshot
from workflow.executors import HERE
from workflow.nation import consolidate_nation
from workflow.refusal import RefusedError
from workflow.repetition import Asked, repeated


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    received = inbox(tmp_path)
    (received / "surat.txt").write_text("Terlampir laporan kami.", encoding="utf-8")
    (received / "lain").mkdir()
    (received / "lain" / "utara.xlsx").write_bytes(
        workbook("99.01.01", 6.0, pengaturan="{periode: tahunan, kertas: F4}", kode="LAIN-2017")
    )
    return Asked(
        (received,), tmp_path / "ringkasan.xlsx", history=tmp_path / "h.sqlite", nation=True
    )


def test_every_regency_has_its_figures_and_every_file_its_fate(asked: Asked) -> None:
    nation, told = consolidate_nation(asked, asked.digest(), HERE)

    assert [(one.templat, one.reported, one.expected) for one in nation.summaries] == [
        ("LAIN-2017", 1, 1),
        ("UJI-2017", 3, 3),
    ]
    assert [one.indicators[0].realisasi for one in nation.summaries] == [50.0, 100 / 3]
    assert [Path(one.path).name for one in nation.unread] == ["surat.txt"]
    assert told.lines[-1] == "2 kabupaten/kota, 5 berkas"
    snapshot = read_snapshot(asked.recap)
    assert list(getattr(snapshot, "sheets", {})) == ["Ringkasan", "Indikator", "Berkas"]


def test_it_is_recorded_whole_and_found_again(asked: Asked) -> None:
    digest = asked.digest()
    consolidate_nation(asked, digest, HERE)
    run = repeated(asked, digest)

    assert run is not None
    assert len(json.loads(run.report)["regencies"]) == 2
    assert asked.history is not None
    with closing(sqlite3.connect(asked.history)) as database:
        kept = database.execute("SELECT templat, count(*) FROM runs GROUP BY templat").fetchall()
        figures = database.execute("SELECT count(*) FROM figures").fetchone()
    assert kept == [("", 1), ("LAIN-2017", 1), ("UJI-2017", 1)]
    assert figures == (2,)


def test_what_belongs_to_one_regency_is_refused(asked: Asked, tmp_path: Path) -> None:
    one = Asked(asked.paths, asked.recap, definition=tmp_path / "definisi.yaml", nation=True)
    with pytest.raises(RefusedError, match="--nation merangkum"):
        consolidate_nation(one, "", HERE)


def test_a_folder_without_any_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("Terlampir.", encoding="utf-8")
    asked = Asked((tmp_path / "surat.txt",), tmp_path / "r.xlsx", nation=True)
    with pytest.raises(RefusedError, match="tidak ada buku kerja IKU"):
        consolidate_nation(asked, "", HERE)
    assert not asked.recap.exists()
