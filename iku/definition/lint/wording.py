"""Words of official Indonesian texts, made comparable."""

import re

from iku.definition.lint.vocabulary import word_set

# Words that say how much or how, not what is measured.
_FILLERS = word_set("pengisi")
_SPLIT_WORDS = re.compile(r"\b(di)?tindak[ -]lanjut(i?)\b")
_AND_OR = re.compile(r"\bdan\s*/\s*atau\b", re.IGNORECASE)
_PREFIX = re.compile(r"^(memper|diper|pem|pen|mem|men|meng|peng|ber|ter|di|pe|me)(?=.{4})")
_SUFFIX = re.compile(r"(?<=.{4})(kan|an|nya|i)$")


def plain(text: str) -> str:
    """Return a text in lower case with single spaces and joined words written as one.

    >>> plain("Temuan yang  ditindak lanjuti dan/atau selesai")
    'temuan yang ditindaklanjuti dan selesai'
    """
    text = _AND_OR.sub("dan", text.lower().replace("–", "-"))
    text = _SPLIT_WORDS.sub(lambda found: f"{found[1] or ''}tindaklanjut{found[2]}", text)
    return " ".join(text.split())


def words(text: str) -> frozenset[str]:
    """Return the words that say what a text is about.

    >>> sorted(words("Jumlah RT yang dibina"))
    ['dibina', 'rt']
    """
    return frozenset(re.findall(r"[a-z]+", plain(text))) - _FILLERS


def roots(text: str) -> frozenset[str]:
    """Return the words of a text without the commonest prefixes and suffixes.

    >>> roots("pembinaan") == roots("dibina")
    True
    """
    return frozenset(_SUFFIX.sub("", _PREFIX.sub("", word)) for word in words(text))


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, whatever the case, spacing and punctuation."""
    return re.findall(r"\w+", plain(one)) == re.findall(r"\w+", plain(other))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that two texts have in common, 0 to 1."""
    return len(one & other) / len(one | other) if one | other else 0.0


def after_yang(text: str) -> frozenset[str]:
    """Return the words that follow the first ``yang``: what singles out the part meant.

    >>> sorted(after_yang("Persentase temuan yang ditindak lanjuti"))
    ['ditindaklanjuti']
    """
    _, found, rest = plain(text).partition(" yang ")
    return words(rest) if found else frozenset()


def is_one_slip_away(word: str, right: str) -> bool:
    """Whether a word is another one with a single letter wrong, missing or too many.

    >>> is_one_slip_away("kccamatan", "kecamatan"), is_one_slip_away("kecamatan", "kecamatan")
    (True, False)
    """
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(word, right, strict=False)) if a != b),
        min(len(word), len(right)),
    )
    rest, wanted = word[start:], right[start:]
    return rest[1:] == wanted[1:] or rest[1:] == wanted or rest == wanted[1:]
