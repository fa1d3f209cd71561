"""Every sentence about definitions can be spoken from the facts of its findings."""

import re
from collections.abc import Iterator

import pytest

from iku.definition.lint import lint, lint_file
from iku.definition.load import parse_definition
from iku.finding import Finding
from iku.messages import catalogue, explain, told_in

from .sample import CLEAN, TEMPLATES, changed, faults
from .weaknesses import (
    FIRST_GOAL,
    RISING,
    STANDING,
    TARGET,
    quarterly,
    started_at,
    typed_percentage,
    villages,
    weighted,
    with_money,
)

CODES = catalogue("DEF")
# What the source documents do not show.
BROKEN = changed("nilai: 61.70", 'nilai: "61,70"')
BROKEN = changed("versi: 1\n", "versi: 1\nversi: 2\nasing: x\n", BROKEN)
BROKEN = changed("        satuan: menit\n", "", BROKEN)
WEAK = (
    changed("target: {2025: 90, 2026: 95}", "target: {}"),
    changed("sumber_data: Buku mutasi Kasi Trantib", 'sumber_data: ""'),
    changed("polaritas: maksimasi", "polaritas: minimasi"),
    changed("nilai: 61.70", "nilai: 60"),
    changed("19800423 199912 1 001", "1980"),
    changed("satuan: menit\n", 'satuan: ""\n'),
    typed_percentage(),
    weighted(),
    with_money(),
    with_money(FIRST_GOAL),
    started_at("{tahun: 2024, nilai: 92}", "{2024: 90, 2025: 90}"),
    villages(80),
    changed("target: {2025: 90, 2026: 95}", "target: {2025: 110}"),
    quarterly("{kode: terima, nama: Jumlah lembaga, satuan: keluhan"),
    changed("target: {2025: 30, 2026: 28}", "target: {2025: 0}"),
    changed(TARGET, RISING, quarterly(STANDING)),
    changed("kode: BERSIH-2025", "kode: BERSIH-2024"),
)


def every_finding() -> Iterator[Finding]:
    for name in ("kepulauan_anambas_2024", "kota_jambi_2017"):
        yield from lint_file(TEMPLATES / f"{name}.yaml")
    for text in WEAK:
        yield from lint(parse_definition(text))
    for text in (BROKEN, "", changed("tindak/terima*100", "tindak/lain*100")):
        yield from faults(text)


@pytest.fixture(scope="module")
def spoken() -> dict[str, Finding]:
    return {one.code: one for one in every_finding()}


def test_every_code_of_the_catalogue_can_be_found(spoken: dict[str, Finding]) -> None:
    assert set(spoken) == set(CODES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_sentence_says_where_what_and_what_to_do(
    spoken: dict[str, Finding], code: str, language: str
) -> None:
    told = explain(spoken[code], language)
    assert re.search("Contoh" if language == "id" else "Example", told.fix)
    assert told_in(code, language)["message"].startswith("{tempat}: ")
    assert "\n" not in told.message
    assert told.severity is not None


def test_both_languages_use_facts_that_exist() -> None:
    for one in every_finding():
        assert explain(one).message != explain(one, "en").message


def test_a_clean_definition_needs_no_words() -> None:
    assert lint(parse_definition(CLEAN)) == []
