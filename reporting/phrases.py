"""Phrases of what goes to people: the regency's page, notes, letters and minutes, in any language."""

from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import yaml

from iku.calculation.figure import Figure, in_indonesian
from iku.consolidation.regency_report import RegencyReport
from iku.dates_as_typed import MONTHS
from iku.languages import SOURCE, Language, translated
from iku.messages.terms import in_language, number_in
from reporting.recap_text import said


def phrase(key: str, language: Language, **facts: object) -> str:
    """Return a phrase; KeyError for one that was never written down."""
    words = translated(_phrases()[key][SOURCE], language, "kalimat", key)
    return words.format(**facts)


@cache
def _phrases() -> dict[str, dict[str, str]]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays text
    text = Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=loader)["kalimat"]  # noqa: S506  our own file
    return found


def phrases(language: Language, *keys: str) -> tuple[str, ...]:
    """Return several phrases without facts, such as the heads of a table."""
    return tuple(phrase(key, language) for key in keys)


def state(words: str, language: Language) -> str:
    """Return the words of a state or verdict; what is none stays as it is.

    >>> state("Belum masuk", "en"), state("Sangat Tinggi", "en")
    ('not received', 'Sangat Tinggi')
    """
    return translated(words, language, "keadaan")


def as_typed(value: float, language: Language) -> str:
    """Return a number with the decimals that were typed, as people of a language write it.

    >>> as_typed(61.7, "id"), as_typed(61.7, "en"), as_typed(2555.0, "id")
    ('61,7', '61.7', '2555')
    """
    return number_in(f"{value:.15g}".replace(".", ","), language)


def number(value: Fraction | float, language: Language, decimals: int = 2) -> str:
    """Return a number as people of a language write it."""
    return number_in(in_indonesian(value, decimals), language)


def figure_or_state(figure: Figure, words: str, language: Language) -> str:
    """Return a figure as people read it, or the words of why there is none."""
    return said(figure, language) if figure.counted else state(words, language)


def kurun(words: str, language: Language) -> str:
    """Return a period in words, such as ``Triwulan II Tahun 2025``, in a language."""
    return in_language("", "kurun", words, language)


def completeness_words(report: RegencyReport, language: Language) -> str:
    """Return the label of completeness, such as ``Sementara: 9 dari 11 kecamatan``."""
    key = "complete" if report.complete else "partial"
    noun = report.definition.jenis_unit.lower()
    return phrase(key, language, n=report.reported, of=len(report.expected), jenis=noun)


def on_day(day: date, language: Language = "id") -> str:
    """Return a day as letters write it.

    >>> on_day(date(2018, 1, 5)), on_day(date(2018, 1, 5), "en")
    ('5 Januari 2018', '5 January 2018')
    """
    names = [translated(one.capitalize(), language, "bulan") for one in MONTHS]
    return f"{day.day} {names[day.month - 1]} {day.year}"


def moment(iso: str, language: Language = "id") -> str:
    """Return a time as people write it.

    >>> moment("2025-07-05T10:30:00+07:00"), moment("2025-07-05T10:30:00+07:00", "en")
    ('5 Juli 2025 pukul 10.30', '5 July 2025, 10:30')
    """
    day, _, clock = iso.partition("T")
    try:
        told = on_day(date.fromisoformat(day), language)
    except ValueError:
        return iso
    return (
        f"{told} pukul {clock[:5].replace(':', '.')}"
        if language == SOURCE
        else f"{told}, {clock[:5]}"
    )
