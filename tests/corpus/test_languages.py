"""Every sentence in both languages, from what the corpus really leads to."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from iku.finding import Fact, Finding
from iku.languages import section
from iku.messages import all_codes, explain, place, placeholders, told_in
from iku.messages.terms import in_language, terms
from tests.corpus.conftest import Corpus, codes_of_files

# Words without which hardly an Indonesian sentence can be made.
INDONESIAN = re.compile(
    r"\b(yang|dan|dari|untuk|dengan|pada|tidak|belum|sudah|adalah|baris|kolom|tahun|triwulan|berkas"
    r"|kosong|bukan|ini|itu|atau|akan|harus|lembar|sel|angka|isian|juga|karena|sehingga|oleh|dalam"
    r"|seharusnya|misalnya|contoh|menjadi|sebelum|hanya|lebih|semua|setiap|masih)\b",
    re.IGNORECASE,
)
# Words of the workbook, of a definition or of a command, which an English sentence names as such.
NAMED = re.compile(
    r'"[^"]*"|“[^”]*”|[\w./]+\.(?:xlsx|yaml)|[A-Z][\w ]*!\$?[A-Z]+\$?\d+|\b\w+(?:\.\w+)+|\w+: \w+'
    r"|Asal Angka|Data belum tersedia|the sheets? [A-Z]\w+(?: [A-Z]\w+)*|=\S+"
    r"|the columns? \w+(?: and \w+)*"
)
# What a sentence names as it stands in a workbook, a report or a definition, and bare numbers.
AS_IT_IS = frozenset(terms()["apa_adanya"])


def names_of(key: str) -> set[str]:
    """The facts that the glossary speaks of."""
    glossary = terms()
    known = {one.rpartition(".")[2] for one in section("en", "kata")}
    return known | {name for names in glossary["angka"].values() for name in names} | {key}


def test_every_fact_in_a_sentence_is_translated_or_said_to_stay_as_it_is() -> None:
    known = names_of("indikator") | AS_IT_IS | {"tempat", "berkas"}
    for code in all_codes():
        words = told_in(code, "en")
        for text in (words["message"], words["fix"], *words["bila"].values()):
            assert placeholders(text) <= known, code


def test_nothing_is_said_to_stay_that_no_sentence_names() -> None:
    used = {
        name
        for code in all_codes()
        for words in (told_in(code, "en"),)
        for text in (words["message"], words["fix"], *words["bila"].values())
        for name in placeholders(text)
    }
    assert used >= AS_IT_IS


@pytest.mark.parametrize("code", codes_of_files())
def test_an_english_sentence_holds_no_indonesian(corpus: Corpus, code: str) -> None:
    for finding in corpus.found(code):
        told = explain(_anonymous(finding), "en")
        text = f"{told.message} {told.fix}".replace(place(told, "en"), "")
        if finding.code == code:
            assert INDONESIAN.findall(NAMED.sub("", text)) == [], text


def _anonymous(finding: Finding) -> Finding:
    """The finding without what comes from the data, which is Indonesian whatever the language."""
    facts = {name: _known(finding.code, name, value) for name, value in finding.facts.items()}
    return replace(finding, facts=facts, indicator="§" if finding.indicator else "")


def _known(code: str, name: str, value: Fact) -> Fact:
    """Return a fact, or a sign in its place where it is what somebody else wrote."""
    if isinstance(value, list):
        return [str(_known(code, name, one)) for one in value]
    text = str(value)
    if name == "isian" and code.startswith("STR"):  # words of the form, then of ours in brackets
        return f"§ ({in_language(code, name, text, 'en').rpartition(' (')[2]}"
    untold = code not in OURS and in_language(code, name, text, "en") == text
    return "§" if value and (name in AS_IT_IS or (name in MIXED and untold)) else value


# Facts that are now words of a workbook, now a phrase of ours; and codes where they are always ours.
MIXED = {
    *("isian", "yang_kosong", "nama_indikator", "tertulis", "ditemukan", "bagian", "penyebut"),
    *("alasan", "jenis", "berbeda", "rata_rata", "hitungan", "nilai", "dipakai", "disalin_dari"),
    *("tersimpan", "dihitung", "terpakai", "asal_penyebut", "status", "sebelumnya", "mungkin"),
    *("sebab", "putusan"),
}
OURS = {"BRK-003", "BRK-008", "BRK-012", "DEF-001", "DEF-004", "DEF-006", "STR-002", "STR-012"}


@pytest.mark.parametrize(
    ("code", "facts", "said"),
    [
        ("ISI-001", {"kurun": "Triwulan II Tahun 2025"}, "quarter II of 2025"),
        ("TRN-001", {"capaian": "1.158,70", "kurun": ""}, "1,158.70 %"),
        (
            "BRK-008",
            {"bagian": "seluruh berkas", "sebab": "berkas terpotong"},
            "the file is cut off",
        ),
        ("STR-007", {"rincian": ["baris 3 disisipkan"]}, "row 3 was inserted"),
        (
            "DEF-006",
            {"alasan": "kode unit 'x' dipakai dua kali"},
            "the unit code 'x' is used twice",
        ),
    ],
)
def test_facts_speak_the_language_of_their_sentence(
    code: str, facts: dict[str, Fact], said: str
) -> None:
    words = told_in(code, "en")
    blank = {name: "" for text in (words["message"], words["fix"]) for name in placeholders(text)}
    assert said in explain(Finding(code, {**blank, **facts}), "en").message


def test_a_line_of_a_file_is_a_line_in_english() -> None:
    assert place(Finding("DEF-001", path="a.yaml", line=3), "en") == "a.yaml line 3"
    assert place(Finding("DEF-001", path="a.yaml", line=3)) == "a.yaml baris 3"
    assert Path(place(Finding("BRK-001", path="x/a.xlsx"), "en")).name == "a.xlsx"
