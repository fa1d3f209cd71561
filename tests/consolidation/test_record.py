"""A candidate written down and read again is the same candidate."""

import pytest

from iku.cells import ErrorValue, Value
from iku.consolidation import Candidate
from iku.consolidation.record import as_record, from_record
from iku.finding import Finding
from iku.messages import explain
from tests.consolidation.sample import RATIO, candidate, definition_of, judged, ratio


@pytest.mark.parametrize(
    "entries",
    [
        ratio(3.0, 12.0),
        ratio(0.1, ErrorValue("#DIV/0!")),
        ratio("1.234", True, "Nihil"),
        {"identitas.penyusun": '=cmd|"/c calc"!A1'},
        {},
    ],
    ids=str,
)
def test_what_was_entered_comes_back_as_it_was(entries: dict[str, Value]) -> None:
    sent = candidate(definition_of(RATIO), "99.01.01", entries, findings=(judged("LOG-001"),))

    again = from_record(as_record(sent))

    assert again == sent
    assert as_record(again) == as_record(sent)


def test_a_file_that_could_not_be_read_keeps_its_reason() -> None:
    sent = Candidate("rusak.xlsx", "", findings=(judged("BRK-008"),))

    assert from_record(as_record(sent)) == sent


def test_the_results_of_a_record_are_those_of_the_file() -> None:
    sent = candidate(definition_of(RATIO), "99.01.01", ratio(3.0, 12.0))
    again = from_record(as_record(sent))
    assert sent.returned is not None
    assert again.returned is not None

    assert again.returned.results.result("A1", "TAHUN") == sent.returned.results.result(
        "A1", "TAHUN"
    )


def test_a_file_found_elsewhere_keeps_its_findings_under_its_new_name() -> None:
    found = explain(Finding("BRK-003", {"jenis": "folder"}, path="kiriman/lama.xlsx"))
    sent = Candidate("kiriman/lama.xlsx", "ab", findings=(found,))

    moved = from_record(as_record(sent), "masuk/baru.xlsx")

    assert moved.path == "masuk/baru.xlsx"
    assert moved.findings == (explain(found.at("masuk/baru.xlsx")),)
    assert "baru.xlsx" in moved.findings[0].message


def test_a_record_holds_the_definition_apart_from_what_is_the_file_s_own() -> None:
    definition = definition_of(RATIO)
    first = as_record(candidate(definition, "99.01.01", ratio(3.0, 12.0)))
    second = as_record(candidate(definition, "99.01.02", ratio(4.0, 12.0)))

    assert first.definition == second.definition
    assert "Persentase RT penerima" not in first.content
