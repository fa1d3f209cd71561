"""Damage on the way: which findings come of it, in which order, and what folds into what."""

import pytest

from iku.cells import StyleFacts
from iku.checks import check_submission
from iku.finding import Finding, Severity
from iku.reading import read_submission
from tests.checks.books import cells, received, small, snapshot, told, typed
from tests.checks.damage import DAMAGE, ENTRY, REFUSED, entry_cell, with_format
from tests.checks.test_rules import GOOD

OF = small()
HERE = cells(OF, ENTRY)


def findings_after(*codes: str) -> list[Finding]:
    seen = snapshot(OF, typed(GOOD))
    for code in codes:
        DAMAGE[code](seen, OF)
    return check_submission(received(seen))


def test_a_book_that_nobody_touched_is_silent() -> None:
    assert told(findings_after()) == []


@pytest.mark.parametrize("code", REFUSED)
def test_what_is_no_form_of_ours_is_refused_in_one_finding(code: str) -> None:
    seen = snapshot(OF, typed(GOOD))
    DAMAGE[code](seen, OF)
    refusal = read_submission(seen)
    assert isinstance(refusal, Finding)
    assert refusal.code == code


@pytest.mark.parametrize("code", [code for code in DAMAGE if code not in REFUSED])
def test_each_damage_is_told(code: str) -> None:
    codes = [finding.code for finding in findings_after(code)]
    folded = {"ANG-005": "KCI-008"}
    assert folded.get(code, code) in codes


def test_pasting_from_another_book_is_one_reason_for_one_cell() -> None:
    (finding,) = findings_after("KCI-009")
    assert (finding.code, finding.cells) == ("KCI-009", HERE)
    assert finding.facts["turunan"] == ["KCI-007"]
    assert finding.severity is Severity.WARNING


def test_a_percent_format_takes_what_follows_from_it_and_becomes_as_severe() -> None:
    seen = snapshot(OF, typed({**GOOD, ENTRY: 0.85, "dilaporkan.A1.TAHUN": 90.43}))
    with_format("0%")(seen, OF)
    found = check_submission(received(seen))
    assert [finding.code for finding in found] == ["KCI-008"]
    assert found[0].severity is Severity.ERROR
    assert found[0].facts["turunan"] == ["ISI-009", "ANG-005", "LOG-003", "TRN-004", "NAR-001"]


def test_a_cut_entry_explains_its_own_blank_cell() -> None:
    found = findings_after("STR-008")
    assert [finding.code for finding in found] == ["STR-008"]
    assert found[0].cells[0] == HERE[0]
    assert found[0].facts["turunan"] == ["KCI-011", "ISI-001"]
    assert found[0].severity is Severity.ERROR


def test_other_blank_cells_are_still_told_beside_a_cut_one() -> None:
    seen = snapshot(OF, typed({**GOOD, "isian.A1.terima.TAHUN": None}))
    DAMAGE["STR-008"](seen, OF)
    codes = [finding.code for finding in check_submission(received(seen))]
    assert "ISI-001" in codes


def test_a_missing_sheet_explains_every_entry_that_stood_on_it() -> None:
    seen = snapshot(OF, typed(GOOD))
    del seen.sheets["Isian"]
    found = check_submission(received(seen))
    assert "ISI-001" not in [finding.code for finding in found]
    missing = next(finding for finding in found if finding.code == "STR-004")
    assert isinstance(missing.facts["turunan"], list)
    assert "ISI-001" in missing.facts["turunan"]


def test_a_finding_without_a_cell_is_never_dropped() -> None:
    found = findings_after("STR-004", "STR-006", "STR-014", "KCI-005", "KCI-006")
    codes = {finding.code for finding in found}
    assert codes >= {"STR-004", "STR-006", "STR-014", "KCI-005", "KCI-006"}


def test_names_that_are_gone_are_told_once() -> None:
    seen = snapshot(OF, typed(GOOD))
    gone = [name for name in seen.names if name.startswith("isian.A")]
    for name in gone:
        del seen.names[name]
    (finding,) = check_submission(received(seen))
    assert finding.code == "STR-009"
    assert finding.facts["nama"] == sorted(gone)


def test_the_same_loss_in_many_cells_is_told_once() -> None:
    seen = snapshot(OF, typed(GOOD))
    names = ["isian.A1.tindak.TAHUN", "isian.A1.terima.TAHUN", "isian.B1.kejadian.TAHUN"]
    for name in names:
        sheet, address = entry_cell(seen, OF, name)
        del sheet.validations[address]
    (finding,) = check_submission(received(seen))
    assert (finding.code, finding.cells) == ("KCI-007", cells(OF, *names))


def test_findings_come_in_the_order_in_which_they_are_mended() -> None:
    seen = snapshot(
        OF,
        typed(
            {
                **GOOD,
                "identitas.penyusun": None,
                "isian.B1.kejadian.TAHUN": None,
                "isian.C2.nilai.TAHUN": "84,6",
                "isian.A2.izin.TAHUN": 19,
                "isian.B2.petugas.TAHUN": 15,
                "bukti.A1.1.nama.TAHUN": None,
            }
        ),
    )
    for code in ("KCI-001", "STR-005"):
        DAMAGE[code](seen, OF)
    families = [one.code.partition("-")[0] for one in check_submission(received(seen))]
    assert families == ["STR", "KCI", "IDN", "ISI", "ANG", "LOG", "TRN", "NAR"]


def test_an_error_in_an_entry_takes_what_it_makes_of_the_result() -> None:
    values = {**GOOD, "isian.A1.tindak.TAHUN": 150, "dilaporkan.A1.TAHUN": 90.43}
    (finding,) = check_submission(received(snapshot(OF, typed(values))))
    assert finding.code == "LOG-001"
    assert finding.facts["turunan"] == ["LOG-003", "TRN-001"]


def test_an_error_in_a_target_explains_nothing_about_realisasi() -> None:
    values = {**GOOD, "target.C2.TAHUN": "delapan", "dilaporkan.C2.TAHUN": 80}
    codes = [one.code for one in check_submission(received(snapshot(OF, typed(values))))]
    assert codes == ["ANG-003", "LOG-003"]


def test_dates_are_told_by_the_format_and_not_by_words_in_it() -> None:
    for code, expected in (
        ("d-mmm", True),
        ("dd/mm/yyyy", True),
        ('0.00" hari"', False),
        ("[Red]0", False),
    ):
        seen = snapshot(OF, typed(GOOD))
        sheet, address = entry_cell(seen, OF)
        sheet.styles[address] = StyleFacts(locked=False, number_format=code)
        codes = [finding.code for finding in check_submission(received(seen))]
        assert ("ANG-004" in codes) is expected, code
