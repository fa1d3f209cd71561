"""Which readings an entry can hold, which evidence is missing, what a format still shows."""

import pytest

from iku.cells import StyleFacts, Value
from iku.checks import check_submission
from iku.finding import Fact
from tests.checks.books import check, received, small, snapshot, typed
from tests.checks.test_rules import GOOD


def told(**entries: Value) -> list[tuple[str, dict[str, Fact]]]:
    """What is told of a book with these entries, each named with ``_`` for a dot."""
    named = {name.replace("_", "."): value for name, value in entries.items()}
    return [(one.code, dict(one.facts)) for one in check(small(), {**GOOD, **named})]


def test_a_reading_above_what_an_entry_can_hold_is_not_proposed() -> None:
    ((above, _),) = told(identitas_revisi="1.250")
    ((within, facts),) = told(identitas_revisi="999,0")

    assert (above, within, facts["dibaca"]) == ("ANG-003", "ANG-001", "999")


def test_missing_evidence_is_named_as_the_definition_asks_for_it() -> None:
    ((code, facts),) = told(bukti_A1_1_nama_TAHUN=None)

    assert (code, facts["yang_kosong"]) == ("NAR-002", ["Register keluhan"])


@pytest.mark.parametrize(
    ("written", "codes"),
    [("#,##0.00", []), ("0.00", []), ("0.000", ["KCI-019"]), ("0%", ["KCI-019"])],
)
def test_a_format_written_otherwise_counts_only_where_it_shows_another_number(
    written: str, codes: list[str]
) -> None:
    seen = snapshot(small(), typed(GOOD))
    seen.sheets["Capaian"].styles["E9"] = StyleFacts(locked=True, number_format=written)

    assert [one.code for one in check_submission(received(seen))] == codes
