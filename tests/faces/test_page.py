"""The HTML page: one file, opens offline, prints to A4, and holds no text that could act."""

import re
from html import unescape

import pytest

from iku.messages import Language
from reporting.outcome import Outcome
from reporting.page import html_page
from tests.faces.outcomes import HOSTILE, many, outcome
from tests.html_pages import Reader


def test_a_page_needs_nothing_but_itself() -> None:
    read = Reader(html_page(outcome()))

    assert {tag for tag, _ in read.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3"),
        *("p", "nav", "ol", "li", "a", "section", "b", "table", "tr", "th", "td"),
    }
    for _, attributes in read.elements:
        assert not attributes.keys() & {"src", "onclick", "onload", "style"}
        assert (attributes.get("href") or "#").startswith("#")
    assert not re.search(r"url\(|@import", html_page(outcome()))
    assert "default-src 'none'" in html_page(outcome())


def test_what_stands_in_a_file_is_text_and_nothing_else() -> None:
    page = html_page(outcome())

    assert "<script" not in page
    assert HOSTILE.replace("\t", " ") in " ".join(Reader(page).texts).replace("\t", " ")


def test_signs_that_no_page_may_hold_become_a_question_mark() -> None:
    found = outcome().files[0].findings[0]
    strange = Outcome((outcome().files[2].__class__("a\x00\ud800.xlsx", (found,)),))

    assert html_page(strange).encode("utf-8").count("\ufffd".encode()) >= 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_says_what_the_findings_say(language: Language) -> None:
    told = outcome(language)
    text = unescape(html_page(told))

    assert f'<html lang="{language}">' in text
    for one in told.files:
        assert (one.unit or one.name) in text
        for finding in one.findings:
            assert finding.message in text
            assert finding.fix in text
    assert ("12 dari 40" if language == "id" else "12 of 40") in text


def test_every_unit_begins_a_page_when_printed_and_can_be_jumped_to() -> None:
    read = Reader(html_page(outcome()))

    places = [attributes["id"] for tag, attributes in read.elements if tag == "section"]
    links = [attributes["href"] for tag, attributes in read.elements if tag == "a"]
    assert links == [f"#{place}" for place in places]
    page = html_page(outcome())
    assert "break-before: page" in page
    assert "size: A4 portrait" in page
    assert 'name="viewport"' in page


def test_a_single_file_has_no_list_of_files() -> None:
    assert "<nav>" not in html_page(many(2))


def test_severity_is_said_in_words_and_not_by_colour() -> None:
    text = html_page(outcome())

    assert "Wajib diperbaiki (1)" in text
    assert "Perlu konfirmasi (1)" in text
    assert "Informasi (1)" in text
    assert not re.search(r"li\.(error|warning|info) \{[^}]*color", text)


def test_what_is_to_be_confirmed_has_the_row_to_be_typed_into_the_workbook() -> None:
    page = html_page(many(1, "TRN-001"))
    assert "baris kosong lembar Catatan Pemeriksaan" in page
    assert "<tr><td>TRN-001</td><td>Isian!E11</td><td>…</td></tr>" in page
    assert "<table" not in html_page(many(1))


def test_no_files_are_told() -> None:
    assert "Tidak ada berkas yang diperiksa" in html_page(Outcome(()))
