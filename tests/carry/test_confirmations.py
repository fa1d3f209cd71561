"""Catatan Pemeriksaan: reasons travel to where their cells stand now."""

from iku.address import a1
from iku.carry.carry import carry
from iku.carry.outcome import Outcome
from iku.cells import WorkbookSnapshot
from iku.layout.extras import CATATAN, CATATAN_COLUMNS, CATATAN_FIRST
from iku.layout.layout import Layout
from tests.carry.books import repaired, salvaged, shifted, upgraded
from tests.carry.test_upgrade_of_entries import GRADE, OLD, RATIO, SCORE, TYPED, YES, form
from tests.checks.books import snapshot

RT = "isian.A1.rt.TAHUN"


def with_note(of: Layout, *rows: dict[str, str]) -> WorkbookSnapshot:
    seen = snapshot(of, TYPED)
    for n, row in enumerate(rows):
        for column, text in row.items():
            seen.sheets[CATATAN].values[a1(CATATAN_FIRST + n, CATATAN_COLUMNS[column])] = text
    return seen


def note(
    tempat: str, alasan: str = "sudah dicocokkan dengan register", kode: str = "TRN-002"
) -> dict[str, str]:
    return {"kode": kode, "tempat": tempat, "penjelasan": "…", "nilai": "192", "alasan": alasan}


def places(outcome: Outcome) -> list[str]:
    return [row[CATATAN_COLUMNS["tempat"] - 1] for row in outcome.notes]


def test_a_reason_goes_where_its_entry_goes() -> None:
    cell = str(OLD.entries[RT].ref)
    fresh = form(YES, GRADE, SCORE, RATIO)

    outcome = carry(salvaged(with_note(OLD, note(cell))), fresh)

    assert places(outcome) == [str(fresh.entries[RT].ref)]
    assert outcome.notes[0][CATATAN_COLUMNS["alasan"] - 1].startswith("sudah dicocokkan")
    assert cell != places(outcome)[0]


def test_a_reason_about_a_blank_entry_or_a_result_goes_along() -> None:
    blank = str(OLD.entries["identitas.penyusun"].ref)
    result = str(OLD.names["realisasi.A1.TAHUN"])
    fresh = form(SCORE, RATIO)

    outcome = carry(salvaged(with_note(OLD, note(blank), note(result))), fresh)

    assert places(outcome) == [
        str(fresh.entries["identitas.penyusun"].ref),
        str(fresh.names["realisasi.A1.TAHUN"]),
    ]


def test_a_note_without_a_reason_is_left_to_the_next_validasi() -> None:
    seen = with_note(OLD, note(str(OLD.entries[RT].ref), alasan=""))

    assert repaired(seen, OLD).notes == ()


def test_the_other_cells_of_a_note_with_a_reason_go_along() -> None:
    both = str(OLD.entries[RT].ref), str(OLD.entries["identitas.penyusun"].ref)
    other = note(both[0], alasan="", kode="TRN-001")
    seen = with_note(OLD, note(both[0]), note(both[1], alasan=""), other)

    outcome = repaired(seen, OLD)

    assert places(outcome) == list(both)  # a reason holds only beside the values of all its cells
    assert outcome.left == ()


def test_a_cell_without_a_reason_of_its_own_is_not_listed_as_lost() -> None:
    gone, kept = str(OLD.entries["isian.B1.nilai.TAHUN"].ref), str(OLD.entries[RT].ref)
    seen = with_note(OLD, note(kept), note(gone, alasan=""))

    outcome = carry(salvaged(seen), form(RATIO, GRADE, YES))

    assert [one.code for one in outcome.left] == ["STR-101"]


def test_a_reason_whose_entry_is_gone_is_listed() -> None:
    cell = str(OLD.entries["isian.B1.nilai.TAHUN"].ref)

    outcome = carry(salvaged(with_note(OLD, note(cell))), form(RATIO, GRADE, YES))

    assert outcome.notes == ()
    assert [one.code for one in outcome.left] == ["STR-101", "STR-114"]
    assert outcome.left[1].facts["nilai"] == "sudah dicocokkan dengan register"


def test_a_reason_about_damage_is_moot_in_a_fresh_form() -> None:
    outcome = repaired(with_note(OLD, note("Isian", kode="KCI-005")), OLD)

    assert outcome.left == ()
    assert [one.code for one in outcome.told] == ["STR-114"]


def test_what_staff_wrote_there_themselves_travels_along() -> None:
    outcome = repaired(with_note(OLD, {"kode": "Tanya Bu Rini", "alasan": "Senin"}), OLD)

    assert [row[0] for row in outcome.notes] == ["Tanya Bu Rini"]


def test_reasons_are_found_where_rows_came_in_above_them() -> None:
    seen = with_note(OLD, note(str(OLD.entries[RT].ref)))
    shifted(seen, CATATAN, 3, 2)

    assert len(repaired(seen, OLD).notes) == 1


def test_an_upgrade_without_notes_has_none() -> None:
    assert upgraded(OLD, TYPED, form(RATIO)).notes == ()
