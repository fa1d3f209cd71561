"""One line about signatures: how many files are genuine, and what the others are."""

from collections.abc import Mapping

from iku.messages import Language

_WORDS: dict[str, dict[Language, str]] = {
    "asli": {"id": "{n} asli", "en": "{n} genuine"},
    "tanpa_tanda_tangan": {"id": "{n} tanpa tanda tangan", "en": "{n} unsigned"},
    "tidak_cocok": {"id": "{n} tidak cocok dengan isinya", "en": "{n} not matching the content"},
    "kunci_lain": {"id": "{n} dengan kunci lain", "en": "{n} with another key"},
    "kunci_dicabut": {"id": "{n} dengan kunci yang dicabut", "en": "{n} with a withdrawn key"},
}
_HEAD: dict[Language, str] = {"id": "Tanda tangan", "en": "Signatures"}


def authenticity_line(counts: Mapping[str, int], language: Language) -> str:
    """Return what signatures say of so many files each; empty where no key is known.

    >>> authenticity_line({"asli": 10, "tanpa_tanda_tangan": 1, "": 3}, "id")
    'Tanda tangan: 10 asli, 1 tanpa tanda tangan.'
    """
    told = [
        words[language].format(n=counts[verdict])
        for verdict, words in _WORDS.items()
        if counts.get(verdict)
    ]
    return f"{_HEAD[language]}: {', '.join(told)}." if told else ""
