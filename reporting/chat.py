"""Findings as a short text to paste into a chat: who, which period, how many, where to begin."""

import re
from collections.abc import Iterator

from iku.checks.progress import progress_words
from iku.finding import Finding, Severity
from iku.messages import Language
from reporting.outcome import FileOutcome, Outcome
from reporting.words import SEVERITY, counted, word

FIRST = 3  # repairs that are named for each unit
_LONGEST = 200  # characters of a sentence
_EXAMPLE = re.compile(r"\s*\b(?:Contoh|Example)\b")
_MARKUP = str.maketrans({"*": "∗", "~": "∼", "`": "'"})  # what a chat would take for bold and such


def chat_text(outcome: Outcome) -> str:
    """Return the outcome for a chat; what stands in files never becomes bold there."""
    if not outcome.files:
        return word("nothing", outcome.language)
    return "\n\n".join("\n".join(_unit(one, outcome.language)) for one in outcome.files)


def _unit(one: FileOutcome, language: Language) -> Iterator[str]:
    who = plain(one.unit) or plain(one.name)
    yield f"*IKU {who}*" + (f" – {plain(one.period)}" if one.period else "")
    yield f"{counted(one.counts, language)}."
    yield from map(plain, progress_words(one.progress, language))
    yield from repairs(one, language)


def repairs(one: FileOutcome, language: Language) -> Iterator[str]:
    """Yield where to begin: the first repairs, numbered, and how many more there are."""
    urgent = [f for severity, found in one.by_severity() if _matters(severity) for f in found]
    if not urgent:
        return
    yield word("begin", language)
    for n, finding in enumerate(urgent[:FIRST], 1):
        yield f"{n}. {_repair(finding, language)}"
    if len(urgent) > FIRST:
        yield word("rest", language, n=len(urgent) - FIRST)


def _matters(severity: Severity) -> bool:
    return severity is not Severity.INFO


def _repair(finding: Finding, language: Language) -> str:
    """Return sentence and remedy, without the example: whoever repairs opens the file anyway."""
    text = f"{_cut(finding.message)} {_cut(_EXAMPLE.split(finding.fix, maxsplit=1)[0])}".strip()
    if finding.severity is Severity.WARNING:
        return f"({SEVERITY[language][Severity.WARNING].lower()}) {text}"
    return text


def _cut(text: str) -> str:
    text = plain(text)
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def plain(text: str) -> str:
    r"""Return a text on one line that a chat shows as it is.

    >>> plain("*tebal*\ndan `kode`")
    "∗tebal∗ dan 'kode'"
    """
    return " ".join(text.split()).translate(_MARKUP)
