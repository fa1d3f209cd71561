"""The catalogue: each sentence says where, what and what to do, from facts that are really there."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from iku.checks.run import unfolded
from iku.finding import Finding, Severity
from iku.languages import languages
from iku.messages import (
    CONFIRMED,
    LISTED,
    LONGEST,
    PLACES,
    all_codes,
    catalogue,
    entry,
    explain,
    placeholders,
    told_in,
)
from iku.reading import read_submission
from iku.submission import Submission
from tests import workbooks
from tests.anggaran import sample as money
from tests.checks import test_rules as cases
from tests.checks import test_sense as odd
from tests.checks.books import (
    QUARTERLY,
    check,
    data,
    jambi_timur,
    received,
    small,
    snapshot,
    submission,
    typed,
)
from tests.checks.damage import DAMAGE, with_format
from tests.checks.test_exact_rules import locked_numbers

OURS = [
    code
    for code in all_codes()
    if code[:3] in {"STR", "KCI", "IDN", "ISI", "ANG", "LOG", "TRN", "NAR"}
]
CARRIED = {code for code in OURS if code.startswith("STR-1")}  # told by repair and upgrade
# Told by the register, not by the workbook, or when entries are carried into another one.
SIGNED = {f"KCI-0{n}" for n in range(25, 31)}  # told by the keys that a regency is known by
ELSEWHERE = {"KCI-014", "KCI-022", "KCI-023", "KCI-024"} | SIGNED | CARRIED
ALWAYS = {"tempat", "berkas", "indikator"}
EXAMPLE = {"id": "Contoh|misalnya", "en": "Example|for example"}


def every_finding() -> Iterator[Finding]:
    """Findings of every rule, from the cases that the rules are specified by."""
    groups = (cases.IDENTITY, cases.ENTRIES, cases.TYPED, cases.LOGIC, cases.SENSE)
    for changes, _ in (case for group in groups for case in group):
        yield from unfolded(submission(small(), typed({**cases.GOOD, **changes})))
    for changes, _ in cases.QUARTERS:
        yield from unfolded(submission(small(QUARTERLY), typed({**cases.GOOD_TW2, **changes})))
    for changes in (*(case[0] for case in odd.ODD), odd.SUM_AS_MEAN):
        yield from unfolded(submission(odd.sense(), typed({**odd.GOOD, **changes})))
    for changes, _, _ in money.ODD:
        yield from unfolded(submission(money.hulu(), typed({**money.whole_year(), **changes})))
    jambi = submission(jambi_timur(), data("jambi_timur_2017"))
    renewed = workbooks.definition("kota_jambi_2017").model_copy(update={"versi": "2", "unit": ()})
    yield from unfolded(jambi, renewed)
    yield from unfolded(jambi, workbooks.definition("kepulauan_anambas_2024"))
    percent = snapshot(small(), typed({**cases.GOOD, "dilaporkan.A1.TAHUN": 0.9043}))
    with_format("0%", "dilaporkan.A1.TAHUN")(percent, small())
    yield from unfolded(received(percent))
    as_text = snapshot(small(), typed(cases.GOOD))
    sheet, address, number = locked_numbers()[0]
    as_text.sheets[sheet].values[address] = f"{number:.15g}"
    yield from received(as_text).findings
    for damage in DAMAGE.values():
        seen = snapshot(small(), typed(cases.GOOD))
        damage(seen, small())
        read = read_submission(seen)
        yield from (*read.findings, *unfolded(read)) if isinstance(read, Submission) else (read,)


@cache
def found() -> dict[str, list[Finding]]:
    by_code: dict[str, list[Finding]] = {}
    for finding in every_finding():
        by_code.setdefault(finding.code, []).append(finding)
    return by_code


def sentences(words: dict[str, Any]) -> list[str]:
    return [words["message"], words["fix"], *words.get("bila", {}).values()]


def test_every_code_can_be_found_and_every_finding_has_words() -> None:
    assert set(found()) | ELSEWHERE == set(OURS)


@pytest.mark.parametrize("code", all_codes())
def test_an_entry_is_complete(code: str) -> None:
    words = entry(code)
    assert words["severity"] in set(Severity)
    assert words["judul"]
    for language, example in EXAMPLE.items():
        told = told_in(code, language)
        assert told["message"].startswith("{tempat}: ")
        assert re.search(example, told["fix"])


@pytest.mark.parametrize("code", [code for code in OURS if code not in ELSEWHERE])
def test_a_sentence_uses_facts_that_its_findings_carry(code: str) -> None:
    for finding in found()[code]:
        known = finding.facts.keys() | ALWAYS
        for language in languages():
            words = told_in(code, language)
            needed = placeholders(words["message"]) | placeholders(words["fix"])
            assert needed <= known, finding


@pytest.mark.parametrize(
    ("code", "fact"),
    [
        (code, fact)
        for code in OURS
        if code not in CARRIED
        for fact in entry(code)["id"].get("bila", {})
    ],
)
def test_what_is_said_only_sometimes_is_said_at_least_once(code: str, fact: str) -> None:
    speaking = [one for one in found()[code] if one.facts.get(fact)]
    assert speaking
    for language in languages():
        needed = placeholders(told_in(code, language)["bila"][fact])
        assert all(needed <= one.facts.keys() | ALWAYS for one in speaking)


@pytest.mark.parametrize("code", [code for code in OURS if code not in ELSEWHERE])
def test_a_told_sentence_is_one_line_and_differs_by_language(code: str) -> None:
    for finding in found()[code]:
        indonesian, english = explain(finding), explain(finding, "en")
        assert indonesian.message != english.message
        assert indonesian.severity is not None
        for text in (indonesian.message, indonesian.fix, english.message, english.fix):
            assert "\n" not in text
            assert "None" not in text


def test_no_sentence_blames_or_speaks_of_machinery() -> None:
    words = re.compile(
        r"\b(salah Anda|Anda lupa|invalid|string|null|exception|error)\b", re.IGNORECASE
    )
    for code in all_codes():
        for sentence in sentences(entry(code)["id"]):
            assert not words.search(sentence), code


def test_long_contents_are_cut_in_the_sentence_and_whole_in_the_facts() -> None:
    finding = next(one for one in found()["KCI-001"] if len(str(one.facts["ditemukan"])) > LONGEST)
    message = explain(finding).message
    assert str(finding.facts["ditemukan"]) not in message
    assert str(finding.facts["ditemukan"])[: LONGEST - 5] + " La" not in message
    assert "…" in message


def test_many_cells_and_many_names_are_counted_rather_than_listed() -> None:
    cells = tuple(f"Isian!E{row}" for row in range(1, PLACES + 4))
    finding = Finding("STR-009", {"nama": [f"n{n}" for n in range(LISTED + 2)]}, cells=cells)
    message = explain(finding).message
    assert message.startswith("Isian!E1, E2, E3, E4, E5, E6 (+3): ")
    assert f"n{LISTED - 1} (+2)" in message


def test_a_reason_is_added_to_whatever_was_said() -> None:
    (finding,) = check(small(), {**cases.GOOD, "isian.B2.petugas.TAHUN": 15})
    facts = {**finding.facts, CONFIRMED: "tambahan petugas"}
    told = explain(Finding(finding.code, facts, cells=finding.cells))
    assert told.message == f"{finding.message} Sudah dikonfirmasi dengan alasan: tambahan petugas."


def test_families_do_not_share_codes() -> None:
    assert len(all_codes()) == len(set(all_codes()))
    assert all(
        code.startswith(f"{family}-") for family in ("STR", "LOG") for code in catalogue(family)
    )
