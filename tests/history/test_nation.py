"""Several regencies at once: each consolidated on its own, one summary, one history."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from iku.cells import SheetSnapshot, WorkbookSnapshot
from tests.history.sample import inbox, workbook, write_definition
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


def sheets_of(path: Path) -> Mapping[str, SheetSnapshot]:
    snapshot = read_snapshot(path)
    assert isinstance(snapshot, WorkbookSnapshot)
    return snapshot.sheets


def test_every_regency_has_its_figures_and_every_file_its_fate(asked: Asked) -> None:
    nation, told = consolidate_nation(asked, asked.digest(), HERE)

    assert [(one.templat, one.reported, one.expected) for one in nation.summaries] == [
        ("LAIN-2017", 1, 1),
        ("UJI-2017", 3, 3),
    ]
    assert [one.indicators[0].realisasi for one in nation.summaries] == [50.0, 100 / 3]
    assert [Path(one.path).name for one in nation.unread] == ["surat.txt"]
    assert told.lines[-1].startswith("2 kabupaten/kota, 5 berkas; siapa yang belum melapor tidak")
    sheets = sheets_of(asked.recap)
    assert list(sheets) == ["Ringkasan", "Indikator", "Belum Melapor", "Berkas"]
    assert "tidak diketahui" in str(sheets["Belum Melapor"].values["A2"])


def test_with_a_folder_of_definitions_every_missing_unit_is_named(
    asked: Asked, tmp_path: Path
) -> None:
    known = tmp_path / "definisi"
    for kode in ("LAIN-2017", "DIAM-2017"):
        write_definition(known / kode, kode=kode)
    wanted = replace(asked, definition=known)

    nation, told = consolidate_nation(wanted, wanted.digest(), HERE)

    assert [(one.templat, one.reported, one.expected) for one in nation.summaries] == [
        ("DIAM-2017", 0, 3),
        ("LAIN-2017", 1, 3),
        ("UJI-2017", 3, 3),
    ]
    assert told.lines[-1] == "3 kabupaten/kota, 5 berkas, 5 unit belum melapor"
    rows = sheets_of(asked.recap)["Belum Melapor"].values
    missing = [rows[f"D{row}"] for row in range(5, 10)]
    assert missing == ["99.01.01", "99.01.02", "99.01.03", "99.01.02", "99.01.03"]
    before = wanted.digest()
    (known / "LAIN-2017" / "definisi.yaml").unlink()
    assert wanted.digest() != before


def test_one_definition_in_two_files_is_asked_about(asked: Asked, tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        write_definition(tmp_path / "definisi" / name)
    with pytest.raises(RefusedError, match="UJI-2017 tahun 2017 ada dua kali"):
        consolidate_nation(replace(asked, definition=tmp_path / "definisi"), "", HERE)
    (tmp_path / "kosong").mkdir()
    with pytest.raises(RefusedError, match="tidak ada definisi"):
        consolidate_nation(replace(asked, definition=tmp_path / "kosong"), "", HERE)


def test_parquet_of_a_nation_is_parted_by_province_and_year(asked: Asked, tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    wanted = replace(asked, parquet=tmp_path / "parquet")

    consolidate_nation(wanted, "", HERE)

    parts = sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*.parquet"))
    folder = "parquet/provinsi=99/tahun=2017"
    assert parts == [f"{folder}/99.01_{kode}.parquet" for kode in ("LAIN-2017", "UJI-2017")]
    rows = dataset.dataset(tmp_path / "parquet", partitioning="hive").to_table().to_pylist()
    found = {(row["kode_unit"], row["nilai"]) for row in rows if row["komponen"] == "(realisasi)"}
    assert found == {
        ("99.01.01", 25.0),
        ("99.01.02", 100 / 3),
        ("99.01.03", 125 / 3),
        ("99.01.01", 50.0),
    }


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
    with pytest.raises(RefusedError, match="--nation memerlukan folder"):
        consolidate_nation(one, "", HERE)
    one = Asked(asked.paths, asked.recap, html=tmp_path / "laporan.html", nation=True)
    with pytest.raises(RefusedError, match="--nation merangkum"):
        consolidate_nation(one, "", HERE)


def test_a_folder_without_any_workbook_is_told(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("Terlampir.", encoding="utf-8")
    asked = Asked((tmp_path / "surat.txt",), tmp_path / "r.xlsx", nation=True)
    with pytest.raises(RefusedError, match="tidak ada buku kerja IKU"):
        consolidate_nation(asked, "", HERE)
    assert not asked.recap.exists()
