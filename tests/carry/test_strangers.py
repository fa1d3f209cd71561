"""Sheets of others in a damaged form, and older forms that lost what they were issued with."""

from pathlib import Path

import pytest

from iku.address import a1
from iku.cells import SheetSnapshot, WorkbookSnapshot
from iku.finding import Finding
from iku.reading import read_submission
from iku.sheets.iku_sheet import FIRST_CHUNK_ROW, MANIFEST
from iku.submission import Submission
from tests.carry.books import salvaged
from tests.checks.books import small, snapshot, typed
from tests.checks.damage import DAMAGE
from tests.checks.test_rules import GOOD
from workbook_reader.snapshot import read_snapshot

OLDER = Path(__file__).parents[1] / "data" / "tata_letak_1_jambi_timur.xlsx"


def form(*others: str) -> WorkbookSnapshot:
    seen = snapshot(small(), typed(GOOD))
    for name in others:
        seen.sheets[name] = SheetSnapshot(name)
    return seen


@pytest.mark.parametrize("name", ["Coba", "None"])
def test_a_sheet_that_somebody_added_is_a_stranger(name: str) -> None:
    seen = form(name)
    DAMAGE["STR-009"](seen, small())  # and a finding that names no sheet

    assert [one.name for one in salvaged(seen).strangers] == [name]


def test_a_sheet_of_ours_under_another_name_is_none() -> None:
    seen = form("Coba")
    DAMAGE["STR-016"](seen, small())

    assert "Cara Mengisi" in seen.sheets
    assert [one.name for one in salvaged(seen).strangers] == ["Coba"]


def older() -> WorkbookSnapshot:
    found = read_snapshot(OLDER)
    assert isinstance(found, WorkbookSnapshot)
    return found


@pytest.mark.parametrize("row", [FIRST_CHUNK_ROW, FIRST_CHUNK_ROW - 1, FIRST_CHUNK_ROW - 2])
def test_an_older_form_that_lost_what_it_was_issued_with_is_refused_and_says_so(row: int) -> None:
    seen = older()
    assert isinstance(read_submission(seen), Submission)
    seen.sheets["_iku"].values[a1(row, MANIFEST.column)] = "x"

    found = read_submission(seen)

    assert isinstance(found, Finding)
    assert (found.code, found.facts, found.sheet) == ("STR-002", {"bagian": "manifes"}, "_iku")
