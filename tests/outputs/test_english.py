"""Page, notes, letters and minutes in English: no phrase of ours stays Indonesian."""

import re
from html import unescape

import pytest

from iku.consolidation.closing import freeze
from iku.languages import Language, section
from reporting.berita_acara import berita_acara
from reporting.letters import letters_of
from reporting.note_page import index_page, letter_page, note_page
from reporting.note_text import letter_text, note_text
from reporting.phrases import _phrases
from reporting.regency_page import regency_page
from reporting.unit_note import unit_notes
from tests.recap.test_rejection import rejected

from .regency import changed, complete, report

REPORTS = {"late": report, "complete": complete, "changed": changed, "rejected": rejected}
SHORT = 6  # shorter phrases are parts of other words, or the same in both languages
NAMES = {"Ringkasan", "Kelengkapan", "Periode", "Revisi", "target"}  # of sheets, fields, a term


def written(name: str, language: Language) -> dict[str, str]:
    regency = REPORTS[name]()
    notes = list(unit_notes(regency, language))
    letters = [letter for note in notes for letter in letters_of(note)]
    closing = freeze(regency, when="2018-02-01T10:30:00+07:00", reason="sesuai jadwal")
    return {
        "page": unescape(regency_page(regency, language)),
        "notes": unescape(note_page(notes)) + "".join(map(note_text, notes)),
        "letters": unescape(letter_page(letters)) + "".join(map(letter_text, letters)),
        "index": unescape(index_page(notes, {}, {"catatan": "catatan.html"})),
        "minutes": berita_acara(closing, language),
    }


def pieces(words: str) -> set[str]:
    """The parts of a phrase between its facts."""
    return {one.strip(" .,;:()") for one in re.split(r"\{\w+\}", words)}


@pytest.mark.parametrize("name", REPORTS)
def test_english_outputs_hold_no_indonesian_phrase(name: str) -> None:
    known = _phrases()
    indonesian = {one for each in known.values() for one in pieces(each["id"])}
    english = {one for each in section("en", "kalimat").values() for one in pieces(each)}
    states = set(section("en", "keadaan"))
    foreign = {one for one in (indonesian | states) - english - NAMES if len(one) >= SHORT}
    for kind, text in written(name, "en").items():
        found = [one for one in foreign if re.search(rf"\b{re.escape(one)}\b", text)]
        assert not found, kind


@pytest.mark.parametrize("name", REPORTS)
def test_both_languages_tell_of_the_same_numbers(name: str) -> None:
    own, other = (written(name, language) for language in ("id", "en"))
    for kind, text in own.items():
        assert len(re.findall(r"\d", text)) == pytest.approx(
            len(re.findall(r"\d", other[kind])), rel=0.1
        ), kind


def test_a_page_says_its_language() -> None:
    assert '<html lang="en">' in regency_page(report(), "en")
    assert '<html lang="id">' in regency_page(report())
