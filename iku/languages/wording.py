"""Wording: Indonesian texts as they were drawn, said in another language.

A drawn text is found whole, or by a pattern with places: ``{n}`` and ``{m}`` hold a number, ``{s}``
holds no end of a sentence, every other place any text, which is said in the language too. Texts of
several lines or sentences are found piece by piece. What nobody translated stays as it is, and so
does what the definition says.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from iku.languages import holes

_PLACE = re.compile(r"\{(\w+)\}")
_NUMBERS = frozenset("nm")
_NUMBER = r"-?\d[\d.,]*"
_SENTENCE = r"(?:(?!\. ).)*?"
_LITERAL = re.compile(r'"((?:[^"]|"")*)"')
_END = ". "


def _number(text: str) -> str:
    return text


@dataclass(frozen=True)
class Wording:
    """The texts of one language, by the Indonesian ones.

    ``as_is`` are texts of a definition, which are never translated; ``number`` writes a number as
    the language does.
    """

    texts: Mapping[str, str]
    as_is: Collection[str] = frozenset()
    number: Callable[[str], str] = _number
    _known: dict[str, str | None] = field(default_factory=dict, repr=False, compare=False)
    _patterns: list[tuple[re.Pattern[str], str]] = field(
        default_factory=list, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Prepare the patterns, those that say most first."""
        patterned = [one for one in self.texts if _PLACE.search(one)]
        for source in sorted(patterned, key=lambda one: (-len(_PLACE.sub("", one)), one)):
            if holes(self.texts[source]) <= holes(source):
                self._patterns.append((_pattern(source), self.texts[source]))

    def of(self, text: str) -> str:
        """Return a text in the language, or as it is where nobody translated it."""
        found = self._found(text)
        return text if found is None else found

    def knows(self, text: str) -> bool:
        """Whether a text, or every piece of it that holds a word, was translated."""
        return self._found(text) is not None

    def formula(self, formula: str) -> str:
        """Return a formula, or a number format, with its words in the language."""
        if '"' not in formula:
            return formula
        return _LITERAL.sub(lambda found: _quoted(self.of(found[1].replace('""', '"'))), formula)

    def _found(self, text: str) -> str | None:
        if text not in self._known:
            self._known[text] = self._look_up(text)
        return self._known[text]

    def _look_up(self, text: str) -> str | None:
        if text in self.as_is:
            return None
        if text in self.texts:
            return self.texts[text]
        for pattern, said in self._patterns:
            found = pattern.fullmatch(text)
            if found:
                facts = {name: self._fact(name, fact) for name, fact in found.groupdict().items()}
                return said.format(**facts)
        return self._pieces(text, "\n", "") or self._pieces(text, _END, ".")

    def _fact(self, name: str, fact: str) -> str:
        return self.number(fact) if name in _NUMBERS else self.of(fact)

    def _pieces(self, text: str, between: str, end: str) -> str | None:
        """Return a text of several lines or sentences, if any of them is known."""
        if between not in text:
            return None
        pieces = text.split(between)
        whole = [piece + end for piece in pieces[:-1]] + [pieces[-1]]
        said = [self._found(piece) for piece in whole]
        if all(one is None for one in said):
            return None
        told = [piece if one is None else one for piece, one in zip(whole, said, strict=True)]
        return between.removeprefix(end).join(told)


def _pattern(source: str) -> re.Pattern[str]:
    pieces = _PLACE.split(source)  # text, name of a place, text, …
    written = [re.escape(piece) for piece in pieces]
    for n in range(1, len(pieces), 2):
        name = pieces[n]
        inside = _NUMBER if name in _NUMBERS else _SENTENCE if name == "s" else ".*?"
        again = name in pieces[1:n:2]
        written[n] = f"(?P={name})" if again else f"(?P<{name}>{inside})"
    return re.compile("".join(written), re.DOTALL)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
