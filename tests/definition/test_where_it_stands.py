"""Boundaries of what definitions are told, and the place that a fault names."""

import pytest

from iku.definition.load import parse_definition
from iku.messages import explain

from .sample import CLEAN, changed, faults
from .test_lint_targets import codes

RANGE = "polaritas: {rentang: {bawah: 80, atas: seratus}}"
A1 = """        satuan: "%"
        polaritas: maksimasi
        komponen:
          - {kode: tindak,"""


def test_a_fault_within_a_range_names_the_key_that_was_written() -> None:
    first, *_ = faults(changed("polaritas: maksimasi", RANGE))

    assert first.facts["kunci"] == "sasaran[0].indikator[0].polaritas.rentang.atas"


@pytest.mark.parametrize(
    ("satuan", "target", "told"),
    [
        ('"%"', 100, False),  # all there is
        ('" % "', 100, False),
        ("persen", 100, False),
        ("keluhan", 100, True),  # a number of something can always rise
        ('"%"', 99, True),
    ],
)
def test_a_target_at_the_end_of_a_percentage_asks_for_no_more(
    satuan: str, target: int, told: bool
) -> None:
    text = changed("target: {2025: 90, 2026: 95}", f"target: {{2025: {target}}}")
    text = changed("target: {2025:", "baseline: 100\n        target: {2025:", text)
    text = changed(A1, A1.replace('"%"', satuan), text)

    assert ("DEF-157" in codes(text)) == told


@pytest.mark.parametrize("text", ["target: {2025: 0,90}", "target: {2025: -1,5}"])
def test_a_decimal_comma_between_braces_stops_the_reading(text: str) -> None:
    (one,) = faults(changed("target: {2025: 90, 2026: 95}", text))

    assert "memakai koma" in explain(one).message


def test_an_empty_value_that_was_written_is_no_decimal_comma() -> None:
    text = changed("target: {2025: 90, 2026: 95}", "target: {2025: 90, 2026: ~}")

    assert parse_definition(text).indikator[0].target.keys() >= {"2025"}
    assert parse_definition(CLEAN).indikator[0].target["2025"].nilai == 90


@pytest.mark.parametrize(("length", "refused"), [(60, False), (61, True)])
def test_a_code_has_at_most_60_characters(length: int, *, refused: bool) -> None:
    found = faults(changed("kode: A1", f"kode: {'A' * length}"))

    assert [one.facts["kunci"] for one in found] == (
        ["sasaran[0].indikator[0].kode"] if refused else []
    )


@pytest.mark.parametrize(
    ("kode", "refused"),
    [("nilai", True), ("predikat", True), ("bersama", True), ("sum", True), ("tindakan", False)],
)
def test_a_component_is_not_called_like_something_of_the_form_or_of_excel(
    kode: str, *, refused: bool
) -> None:
    text = changed("{kode: tindak,", f"{{kode: {kode},")
    text = changed("rumus: tindak/terima*100}", f"rumus: {kode}/terima*100}}", text)

    assert ("sasaran[0].indikator[0].komponen[0].kode" in places(text)) == refused


def places(text: str) -> list[object]:
    return [one.facts["kunci"] for one in faults(text)]
