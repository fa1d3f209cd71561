"""Outputs are written together or not at all, and nothing out of date is left to be sent."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from iku.consolidation import consolidate
from iku.consolidation.regency_report import RegencyReport
from iku.definition.model import Unit
from tests.consolidation.sample import candidate, ratio
from tests.html_pages import Reader
from workflow.consolidate import consolidate_all
from workflow.executors import HERE
from workflow.outputs import draft_outputs
from workflow.publication import publication
from workflow.refusal import RefusedError
from workflow.repetition import Asked

from .regency import HOSTILE, complete, definition, report


def asked(**places: Any) -> Asked:
    return Asked((), Path("rekap.xlsx"), **places)


def outputs(folder: Path) -> Asked:
    return asked(
        html=folder / "r.html",
        csv=folder / "csv",
        parquet=folder / "parquet",
        notes=folder / "notes",
    )


def write_outputs(report: RegencyReport, wanted: Asked) -> None:
    """Write them as a run does: apart, then all of them into their places."""
    with publication() as drafts:
        draft_outputs(report, wanted, drafts)
        drafts.put_in_place()


def written(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def test_each_output_lies_where_it_was_asked_for(tmp_path: Path) -> None:
    write_outputs(report(), outputs(tmp_path))
    found = set(written(tmp_path))
    assert found >= {
        *("r.html", "notes/index.html", "notes/catatan.html", "notes/teguran.html"),
        *("csv/data.csv", "csv/ringkasan.csv", "csv/kelengkapan.csv", "csv/catatan.csv"),
        "parquet/provinsi=99/tahun=2017/99.01_UJI-2017.parquet",
        "notes/catatan/99.01.01_Utara.txt",
        "notes/catatan/99.01.03_Timur.html",
        "notes/pengingat/99.01.03_Timur.txt",
        "notes/teguran/99.01.01_Utara.html",
    }
    assert "notes/pengingat/99.01.01_Utara.txt" not in found


def test_what_was_not_asked_for_is_not_written(tmp_path: Path) -> None:
    write_outputs(report(), asked(csv=tmp_path / "csv"))
    assert {path.split("/")[0] for path in written(tmp_path)} == {"csv"}


def test_the_index_leads_to_files_that_are_there(tmp_path: Path) -> None:
    write_outputs(report(), asked(notes=tmp_path))
    links = Reader((tmp_path / "index.html").read_text(encoding="utf-8")).links()
    files = set(written(tmp_path))
    assert set(links) == files - {"index.html"}


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    write_outputs(report(), outputs(tmp_path))
    before = written(tmp_path)
    write_outputs(report(), outputs(tmp_path))
    assert written(tmp_path) == before


def test_a_letter_that_is_due_no_more_is_removed_and_other_files_stay(tmp_path: Path) -> None:
    write_outputs(report(), asked(notes=tmp_path))
    (tmp_path / "teguran" / "milik kami.txt").write_text("jangan dihapus", encoding="utf-8")
    write_outputs(complete(), asked(notes=tmp_path))
    left = [path for path in written(tmp_path) if not path.startswith("catatan")]
    assert sorted(left) == ["index.html", "teguran/milik kami.txt"]


def test_a_failure_on_the_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    write_outputs(complete(), outputs(tmp_path))
    before = written(tmp_path)
    (tmp_path / "notes2").write_text("bukan folder", encoding="utf-8")
    wanted = outputs(tmp_path)
    broken = replace(wanted, notes=tmp_path / "notes2" / "notes")
    with pytest.raises(OSError, match="notes2"):
        write_outputs(report(), broken)
    (tmp_path / "notes2").unlink()
    assert written(tmp_path) == before


def test_names_of_units_are_safe_as_names_of_files(tmp_path: Path) -> None:
    names = (f"../../{HOSTILE}", "Utara/Timur", "utara:timur", "x" * 300)
    base = definition()
    kodes = ("99.01.01", "99.01/02", "99.01:02", "99.01.03")
    units = tuple(Unit(kode=k, nama=n) for k, n in zip(kodes, names, strict=True))
    strange = base.model_copy(update={"unit": units})
    regency = consolidate(strange, [candidate(strange, "99.01.01", ratio(1.0, 2.0))])
    write_outputs(regency, asked(notes=tmp_path / "notes"))
    found = [path for path in written(tmp_path) if path.startswith("notes/catatan/")]
    assert len({path.casefold() for path in found}) == 2 * len(units)
    assert all(path.count("/") == 2 and len(path) < 120 for path in found)


def test_without_the_library_parquet_is_refused_with_a_plain_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workflow.parquet_support.find_spec", lambda _: None)
    with pytest.raises(RefusedError, match="pyarrow"):
        consolidate_all(outputs(tmp_path), "", HERE)
    assert written(tmp_path) == {}
