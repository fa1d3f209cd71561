"""The catalogue of findings: every sentence once, in data files that anyone can edit."""

import string
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from iku.finding import Finding, Severity
from iku.languages import SOURCE, Language, holes, section, translated
from iku.messages.terms import in_language

__all__ = [
    "CONFIRMED",
    "FAMILIES",
    "Language",
    "all_codes",
    "catalogue",
    "entry",
    "explain",
    "place",
    "placeholders",
    "shortened",
    "told_in",
]
LONGEST = 80  # characters of a cell's content that a sentence quotes
PLACES = 6  # cells that a sentence names
LISTED = 10  # items of a list that a sentence names
CONFIRMED = "alasan"
_QUOTED = {"seharusnya", "ditemukan", "rumus", "tertulis"}
_COMMON = "umum"
_LINE, _FILE = "baris", "berkas"
_WORDS = "pemeriksaan"  # the section of short words in a language file
FAMILIES = ("BRK", "STR", "KCI", "ISI", "ANG", "LOG", "TRN", "NAR", "IDN", "DEF", "AUD", "KON")


@cache
def catalogue(family: str) -> dict[str, dict[str, Any]]:
    """Return the entries of one family, by code, as `iku/messages/<family>.yaml` holds them."""
    path = Path(__file__).with_name(f"{family}.yaml")
    if not path.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    text = path.read_text(encoding="utf-8")
    entries: dict[str, dict[str, Any]] = yaml.load(text, Loader=loader)  # noqa: S506  our own file
    return entries


def entry(code: str) -> dict[str, Any]:
    """Return the catalogue entry of a code; KeyError for a code that was never written down."""
    return catalogue(code.split("-", 1)[0])[code]


def all_codes() -> tuple[str, ...]:
    """Return every code of the catalogue, in order."""
    return tuple(code for family in FAMILIES for code in catalogue(family))


def told_in(code: str, language: Language) -> dict[str, Any]:
    """Return ``message``, ``fix`` and ``bila`` of a code in a language, else in Indonesian."""
    own: dict[str, Any] = entry(code)[SOURCE]
    if language == SOURCE:
        return own
    found: dict[str, Any] = section(language, code.split("-", 1)[0]).get(code, {})
    return {**own, **found, "bila": {**own.get("bila", {}), **found.get("bila", {})}}


def explain(finding: Finding, language: Language = SOURCE) -> Finding:
    """Return the finding with its severity, its sentence and its remedy filled in."""
    facts = _spoken(finding, language)
    words, own = told_in(finding.code, language), told_in(finding.code, SOURCE)
    if language != SOURCE and not _can_be_filled(words, facts):
        words = own  # a translation that asks for what nobody knows
    return replace(
        finding,
        severity=finding.severity or Severity(entry(finding.code)["severity"]),
        message=" ".join(one.format_map(facts) for one in _sentences(words, facts, language)),
        fix=words["fix"].format_map(facts),
    )


def _can_be_filled(words: dict[str, Any], facts: dict[str, str]) -> bool:
    said = [words["message"], words["fix"]]
    said += [text for fact, text in words["bila"].items() if facts.get(fact)]
    return all(holes(text) <= facts.keys() for text in said)


def _sentences(words: dict[str, Any], facts: dict[str, str], language: Language) -> Iterator[str]:
    """Yield the message, then what is said only where its fact is known (``bila``)."""
    yield words["message"]
    yield from (text for fact, text in words.get("bila", {}).items() if facts.get(fact))
    for fact, common in catalogue(_COMMON).items():
        if facts.get(fact) and fact not in placeholders(words["message"]):
            yield translated(common[SOURCE], language, _COMMON, fact)


def placeholders(text: str) -> set[str]:
    """Return the facts that a sentence needs.

    >>> sorted(placeholders("{tempat}: {a}/{b}"))
    ['a', 'b', 'tempat']
    """
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def place(finding: Finding, language: Language = SOURCE) -> str:
    """Return where a finding is, as people read it: cells, else line, else file."""
    if finding.cells:
        rest = len(finding.cells) - PLACES
        return ", ".join(_together(finding.cells[:PLACES])) + (f" (+{rest})" if rest > 0 else "")
    name = Path(finding.path).name if finding.path else ""
    if finding.line is not None:
        return f"{name} {translated(_LINE, language, _WORDS)} {finding.line}".strip()
    return in_language(finding.code, "tempat_lain", finding.sheet, language) or name or "-"


def _together(cells: Iterable[str]) -> Iterator[str]:
    """Yield cells, the sheet only where it changes: ``Isian!E19``, ``E16``, ``Beranda!C11``."""
    before = ""
    for cell in cells:
        sheet, _, address = cell.rpartition("!")
        yield address if sheet == before else cell
        before = sheet


def _spoken(finding: Finding, language: Language) -> dict[str, str]:
    facts = {
        key: _words(finding.code, key, value, language) for key, value in finding.facts.items()
    }
    if finding.cells:
        facts.update({key: shortened(facts[key]) for key in _QUOTED & facts.keys()})
    berkas = Path(finding.path).name if finding.path else translated(_FILE, language, _WORDS)
    return {
        "tempat": place(finding, language),
        "berkas": berkas,
        "indikator": finding.indicator,
        **facts,
    }


def _words(code: str, name: str, value: object, language: Language) -> str:
    if isinstance(value, list):
        listed = (in_language(code, name, str(one), language) for one in value[:LISTED])
        more = len(value) - LISTED
        return ", ".join(listed) + (f" (+{more})" if more > 0 else "")
    return "" if value is None else in_language(code, name, str(value), language)


def shortened(text: str) -> str:
    """Return a long text cut for a sentence.

    >>> len(shortened("a" * 200))
    81
    """
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…"
