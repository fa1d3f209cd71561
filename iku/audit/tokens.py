"""Numbers, signs and words of a text, and the stretches of numbers and signs among them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<number>(?:(?P<rupiah>Rp\.?|IDR)\s*)?(?P<digits>\d+(?:[.,]\d+)*)(?:,-)?"
    r"\s*(?P<percent>%|persen\b)?)"
    r"|(?P<times>(?<![^\W\d_])[xX](?=\s*\(?\s*\d)|[×*])"
    r"|(?P<operator>[/÷:+()−–-])"
    r"|(?P<equals>=|≈)"
    r"|(?P<word>[^\W\d_]\w*(?:\s*[-–]\s*[^\W\d_]\w*)*)"
    r"|(?P<other>\S)",
    re.IGNORECASE,
)
_SIGNS = {"÷": "/", ":": "/", "×": "*", "x": "*", "−": "-", "–": "-"}
_UNIT_WORDS = 3


class Token(NamedTuple):
    """A number, a sign or a word of a text; ``digits`` are those of a number as typed."""

    kind: str
    text: str
    start: int
    end: int
    digits: str = ""
    percent: bool = False
    rupiah: bool = False


def runs_in(text: str) -> Iterator[list[Token]]:
    """Yield the stretches of a text that are nothing but numbers and signs, units left out."""
    return _runs(_without_units(_tokens(text)))


def _tokens(text: str) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind, sign = str(match.lastgroup), match[0]
        if match["number"] is not None:
            kind = "number"
        elif kind in {"times", "operator"}:
            kind, sign = "operator", _SIGNS.get(sign.lower(), sign)
        flags = bool(match["percent"]), bool(match["rupiah"])
        found.append(Token(kind, sign, match.start(), match.end(), match["digits"] or "", *flags))
    return found


def _without_units(tokens: Sequence[Token]) -> Iterator[Token]:
    """Leave out words between a number and an operator: ``48 lembaga / 52 lembaga``."""
    n = 0
    while n < len(tokens):
        yield tokens[n]
        n += 1
        if tokens[n - 1].text == "+":
            n += _label(tokens[n : n + _UNIT_WORDS + 1])
        if tokens[n - 1].kind != "number" or tokens[n - 1].percent:
            continue
        words = 0
        while n + words < len(tokens) and tokens[n + words].kind == "word":
            words += 1
        if 0 < words <= _UNIT_WORDS and _goes_on(tokens[n + words : n + words + 2]):
            n += words


def _label(following: Sequence[Token]) -> int:
    """Return how many words name the addend that follows: ``TW I 4 + TW II 3``."""
    words = next((n for n, one in enumerate(following) if one.kind != "word"), 0)
    return words if following[words : words + 1] and following[words].kind == "number" else 0


def _goes_on(following: Sequence[Token]) -> bool:
    return (
        len(following) == 2
        and following[0].kind == "operator"
        and following[0].text not in {"(", ")"}
        and (following[1].kind == "number" or following[1].text == "(")
    )


def _runs(tokens: Iterator[Token]) -> Iterator[list[Token]]:
    """Yield stretches of numbers and signs; two numbers side by side belong to two of them."""
    run: list[Token] = []
    for token in tokens:
        apart = token.kind in {"word", "other"}
        closed = bool(run) and (run[-1].kind == "number" or run[-1].text == ")")
        opens = token.kind == "number" or token.text == "("
        if apart or (closed and opens):
            if run:
                yield run
            run = []
        if not apart:
            run.append(token)
    if run:
        yield run
