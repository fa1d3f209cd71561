"""Last year's definition with the new year written in it: what was forgotten is told at once."""

import pytest

from iku.definition.lint import lint
from iku.definition.load import parse_definition
from tests.definition.sample import CLEAN, changed

UNIT = "    nama: Bersih Utara\n"


def told(text: str) -> list[object]:
    """What is told to be of another year, one by one."""
    found = [one for one in lint(parse_definition(text)) if one.code == "DEF-166"]
    return [
        left for one in found if isinstance(one.facts["sisa"], list) for left in one.facts["sisa"]
    ]


def pk(kind: str, day: str) -> str:
    """The clean definition with one Perjanjian Kinerja."""
    return changed(
        UNIT, f"{UNIT}    pk: [{{tanggal: {day}, jenis: {kind}, berlaku_mulai: TAHUN}}]\n"
    )


def test_a_definition_of_one_year_is_clean() -> None:
    assert told(CLEAN) == []


def test_the_year_alone_does_not_make_a_new_definition() -> None:
    assert told(changed("tahun: 2025", "tahun: 2027")) == [
        "kode: BERSIH-2025",
        "target 2027: A1, A2, B1, B2",
    ]


@pytest.mark.parametrize(("year", "old"), [(2024, True), (2025, False), (2026, False)])
def test_a_deadline_before_the_year_is_of_another_one(year: int, old: bool) -> None:
    text = CLEAN + f"pengaturan: {{batas_waktu: {{TAHUN: 10 Januari {year}}}}}\n"

    assert told(text) == ([f"batas waktu TAHUN: 10 Januari {year}"] if old else [])


@pytest.mark.parametrize(
    ("kind", "day", "old"),
    [
        ("murni", "2024-12-20", False),
        ("murni", "2024-01-15", True),
        ("perubahan", "2024-12-20", True),
        ("perubahan", "2025-08-20", False),
    ],
)
def test_an_agreement_is_of_the_year_or_signed_shortly_before(
    kind: str, day: str, old: bool
) -> None:
    assert bool(told(pk(kind, day))) == old


def test_a_target_of_one_unit_is_looked_at_too() -> None:
    text = changed(UNIT, f"{UNIT}    target: {{A1: {{TAHUN: 91}}, A2: {{2024: 25}}}}\n")

    assert told(text) == ["target 2025 Bersih Utara: A2"]
