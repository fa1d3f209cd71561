"""The words of doctor: complete in both languages, and never a way around a policy."""

import re
from string import Formatter

import pytest

from addin.doctor import all_codes, words
from addin.doctor.advice import PARTS
from addin.install.speech import SENTENCES
from iku.messages import Language

LANGUAGES: tuple[Language, ...] = ("id", "en")
EVASION = re.compile(
    r"\breg(edit| add| delete)\b|Set-MpPreference|GroupPolicy|Unblock-File", re.IGNORECASE
)


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", all_codes())
def test_every_code_has_a_title_and_its_four_parts_in_both_languages(code: str) -> None:
    entry = words()[code]

    assert entry["tingkat"] in {"menghambat", "mengganggu", "informasi"}
    for language in LANGUAGES:
        assert set(entry[language]) == {"judul", *PARTS}
        assert all(str(text).strip() for text in entry[language].values())
        assert "{" not in entry[language]["judul"]


@pytest.mark.parametrize("code", all_codes())
def test_both_languages_tell_the_same_facts(code: str) -> None:
    entry = words()[code]

    for part in PARTS:
        assert holes(entry["id"][part]) == holes(entry["en"][part]), part


@pytest.mark.parametrize("code", all_codes())
def test_no_advice_leads_around_a_policy(code: str) -> None:
    for language in LANGUAGES:
        assert not EVASION.search(" ".join(words()[code][language].values()))


@pytest.mark.parametrize("code", [code for code in all_codes() if f"{code}_own" in all_codes()])
def test_where_the_office_decided_the_clerk_asks_and_where_the_user_did_is_shown_where(
    code: str,
) -> None:
    assert "Trust Center" not in words()[code]["id"]["langkah"]
    assert "Trust Center" in words()[f"{code}_own"]["id"]["langkah"]


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_of_installing_is_in_both_languages_with_the_same_facts(key: str) -> None:
    said = SENTENCES[key]

    assert set(said) == set(LANGUAGES)
    assert holes(said["id"]) == holes(said["en"])
