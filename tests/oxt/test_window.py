"""A real window: the menu is opened with the keyboard, and what a clerk would see is there."""

from collections.abc import Iterator

import pytest

from tests.addin.scenario_books import CLEAN, NAME, filled, make_folder
from tests.oxt.office import extended
from tests.oxt.screen import pixels, screen
from tests.oxt.window import RECAP, Day, day_of_a_clerk
from workflow.validate import checked

PICTURES = ("isian", "penanda", "dihapus")
MARK = "FFC000"  # what a cell with a finding is painted with
LOST_LOCK = "KCI-006"  # LibreOffice itself drops the lock of the order of sheets when it saves


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    folder = tmp_path_factory.mktemp("jendela")
    form = folder / NAME
    form.write_bytes(filled(CLEAN))
    received = make_folder("received", folder / "kiriman")
    with screen() as shown, extended(folder, environment=shown.environment) as office:
        yield day_of_a_clerk(office, shown, form, received, PICTURES)


def test_validasi_marks_the_cells_and_leads_to_the_first(day: Day) -> None:
    assert pixels(day.pictures["isian"], MARK) == 0
    assert pixels(day.pictures["penanda"], MARK) > 1000
    assert day.led_to == "Isian!E9"
    assert set(day.notes) == {"LOG-001", LOST_LOCK}


def test_hapus_penanda_leaves_no_mark_and_nothing_that_looks_like_tampering(day: Day) -> None:
    result = checked(day.saved)
    assert result.submission is not None
    notes = result.submission.snapshot.sheets["Catatan Pemeriksaan"].values

    assert pixels(day.pictures["dihapus"], MARK) == 0
    assert [notes.get(f"A{row}") for row in range(7, 507) if notes.get(f"A{row}")] == []
    assert [one.code for one in result.findings if one.code.startswith("KCI")] == [LOST_LOCK]
    assert {one.code for one in result.findings} == {"LOG-001", LOST_LOCK}


def test_konsolidasi_asks_for_the_folder_and_opens_the_recap(day: Day) -> None:
    assert {NAME, RECAP} <= set(day.open_in_the_end)
