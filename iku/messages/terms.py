"""Terms: the words and numbers inside facts, in the language of the sentence that holds them.

Facts are made in Indonesian, as staff read them. The section ``kata`` of a language file says how
the phrases among them read there; what comes from a workbook, a report or a definition stays as it
is (``apa_adanya`` in `iku/messages/istilah.yaml`).
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iku.languages import SOURCE, Language, holes, section

__all__ = ["Language", "in_language", "number_in", "terms", "with_points"]
_SWAPPED = str.maketrans(".,", ",.")
_NUMBER = re.compile(r"(?<![\w!])\d[\d.,]*\d(?!\w)")
_HOLE = re.compile(r"\{(\w)\}")


def in_language(code: str, name: str, text: str, language: Language) -> str:
    """Return the text of one fact of a code in a language; Indonesian is what facts are made in.

    >>> in_language("ISI-001", "kurun", "Triwulan II Tahun 2025", "en")
    'quarter II of 2025'
    >>> in_language("TRN-001", "realisasi", "1.234,5", "en")
    '1,234.5'
    """
    if language == SOURCE:
        return text
    words = _phrase(code, name, text, language)
    numeric = name in _numeric(code.partition("-")[0])
    return number_in(words, language) if numeric else words


def with_points(text: str) -> str:
    """Return a text with its numbers written in English; addresses of cells stay.

    >>> with_points("48/52 × 100 = 92,31 (Isian!E18)")
    '48/52 × 100 = 92.31 (Isian!E18)'
    """
    return _NUMBER.sub(lambda found: found[0].translate(_SWAPPED), text)


def number_in(text: str, language: Language) -> str:
    """Return a number, or a text with numbers, as a language writes them."""
    if language == SOURCE or section(language, "bahasa").get("desimal") != ".":
        return text
    return with_points(text)


def _phrase(code: str, name: str, text: str, language: Language) -> str:
    family = code.partition("-")[0]
    for key in (f"{code}.{name}", f"{family}.{name}", name):
        for pattern, said in _phrases(language, key):
            found = pattern.fullmatch(text)
            if found:
                return said.format(**found.groupdict())
    return text


@cache
def _phrases(language: Language, key: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (_pattern(written), said)
        for written, said in section(language, "kata").get(key, {}).items()
        if holes(said) <= holes(written)
    )


def _pattern(written: str) -> re.Pattern[str]:
    pieces = _HOLE.split(written)  # text, name of a hole, text, …
    return re.compile(
        "".join(
            f"(?P<{piece}>.*?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)
        ),
        re.DOTALL,
    )


@cache
def _numeric(family: str) -> frozenset[str]:
    return frozenset(terms()["angka"].get(family, ()))


@cache
def terms() -> dict[str, Any]:
    """Return the lists of words: ``angka`` by family, ``apa_adanya`` and others."""
    path = Path(__file__).with_name("istilah.yaml")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    glossary: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  our own file
    return glossary
