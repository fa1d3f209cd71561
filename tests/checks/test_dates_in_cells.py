"""A date that Excel keeps as a number of days: told, and printed in words by every paper."""

import pytest

from iku.cells import StyleFacts, WorkbookSnapshot
from iku.checks import check_submission
from iku.documents.people import signing_person
from iku.layout.layout import Layout
from tests.checks import test_sense as sense
from tests.checks.books import received, snapshot, typed

SIGNED, EVIDENCE = "identitas.tanggal.TAHUN", "bukti.D5.1.tanggal.TAHUN"
DAY, NUMBER = "5 Januari 2026", 46027.0


def pasted(name: str, number_format: str, value: float = NUMBER) -> tuple[Layout, WorkbookSnapshot]:
    """A form into which a date was pasted, with the look that it had where it came from."""
    of = sense.sense()
    seen = snapshot(of, typed({**sense.GOOD, name: value}))
    place = of.entries[name].ref
    seen.sheets[place.sheet].styles[place.a1] = StyleFacts(
        locked=False, number_format=number_format
    )
    return of, seen


def codes(seen: WorkbookSnapshot) -> list[str]:
    return [one.code for one in check_submission(received(seen))]


@pytest.mark.parametrize("look", ["dd/mm/yyyy", "@", "General"])
def test_a_day_of_signing_kept_as_a_number_is_told_with_what_to_type(look: str) -> None:
    _, seen = pasted(SIGNED, look)
    (told,) = [one for one in check_submission(received(seen)) if one.code == "ANG-009"]
    assert DAY in told.message
    assert "46027" in told.message
    assert told.fix.endswith(f"Contoh: '{DAY}.")


def test_papers_print_in_words_what_the_cell_shows_as_a_date() -> None:
    of, seen = pasted(SIGNED, "dd/mm/yyyy")
    report = received(seen).report
    assert signing_person(report, "TAHUN", of.terbitan.unit)[1] == DAY


def test_a_number_that_is_no_day_stays_what_it_is() -> None:
    _, seen = pasted(SIGNED, "dd/mm/yyyy", -3.0)
    assert received(seen).report.entries[SIGNED] == -3.0
    assert "IDN-012" in codes(seen)


def test_evidence_shown_as_a_date_is_fine_and_shown_as_a_number_is_told() -> None:
    assert codes(pasted(EVIDENCE, "d mmm yyyy")[1]) == []
    assert codes(pasted(EVIDENCE, "General")[1]) == ["ANG-009"]


def test_a_day_outside_its_time_is_told_in_words() -> None:
    _, seen = pasted(SIGNED, "dd/mm/yyyy", NUMBER - 365)
    told = {one.code: one.message for one in check_submission(received(seen))}
    assert "5 Januari 2025" in told["IDN-011"]
