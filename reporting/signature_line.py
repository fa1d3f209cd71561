"""One line about signatures: how many files are genuine, and what the others are."""

from collections.abc import Mapping

from iku.languages.spoken import Spoken
from iku.messages import Language

_WORDS: Spoken[str] = Spoken(
    "laporan",
    {
        "asli": "{n} asli",
        "tanpa_tanda_tangan": "{n} tanpa tanda tangan",
        "tidak_cocok": "{n} tidak cocok dengan isinya",
        "kunci_lain": "{n} dengan kunci lain",
        "kunci_dicabut": "{n} dengan kunci yang dicabut",
        "head": "Tanda tangan",
    },
)


def authenticity_line(counts: Mapping[str, int], language: Language) -> str:
    """Return what signatures say of so many files each; empty where no key is known.

    >>> authenticity_line({"asli": 10, "tanpa_tanda_tangan": 1, "": 3}, "id")
    'Tanda tangan: 10 asli, 1 tanpa tanda tangan.'
    """
    words = _WORDS[language]
    told = [said.format(n=counts[one]) for one, said in words.items() if counts.get(one)]
    return f"{words['head']}: {', '.join(told)}." if told else ""
