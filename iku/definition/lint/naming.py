"""Rules on numbering, spelling, data sources and names of offices."""

import re
from collections.abc import Iterator

from iku.definition.lint.subject import Subject, subjects
from iku.definition.lint.vocabulary import spellings, word_set
from iku.definition.lint.wording import is_one_slip_away
from iku.definition.load import spoken
from iku.definition.model import Definition
from iku.definition.yaml_source import Path
from iku.finding import Fact, Finding

_TEXTS = ("nama", "definisi_operasional", "rumus", "penanggung_jawab", "sumber_data", "keterangan")
_STANDARD = {
    written: (re.compile(rf"\b{written}\b", re.IGNORECASE), standard)
    for written, standard in spellings().items()
}
_GENERIC_SOURCE = word_set("sumber_umum")
_OFFICE = re.compile(r"\b(?:kasi|seksi|kasubag|subbag(?:ian)?)\s+(\w+)", re.IGNORECASE)


def sasaran_are_numbered(definition: Definition) -> Iterator[Finding]:
    """DEF-140: sasaran numbers repeat or are missing, so that a reader cannot refer to one."""
    numbers = [sasaran.nomor for sasaran in definition.sasaran]
    if not any(numbers) or _runs_on(numbers):
        return
    expected = [f"{n}." for n in range(1, len(numbers) + 1)]
    facts: dict[str, Fact] = {
        "kunci": "sasaran[0].nomor",
        "tertulis": _shown(numbers),
        "seharusnya": expected,
    }
    yield Finding("DEF-140", facts=facts)


def indikator_are_numbered(definition: Definition) -> Iterator[Finding]:
    """DEF-141: some indicators carry a number and others none, or one number comes twice."""
    numbers = [one.nomor for one in definition.indikator]
    if not any(numbers):
        return
    wrong = [
        one
        for sasaran in definition.sasaran
        for one in sasaran.indikator
        if not one.nomor or [other.nomor for other in sasaran.indikator].count(one.nomor) > 1
    ]
    if wrong:
        place = next(one.where for one in subjects(definition) if one.indikator is wrong[0])
        facts: dict[str, Fact] = {
            "kunci": spoken((*place, "nomor")),
            "tertulis": _shown(numbers),
            "daftar_indikator": [one.kode for one in wrong],
        }
        yield Finding("DEF-141", facts=facts)


def _runs_on(numbers: list[str]) -> bool:
    """Whether all numbers are there and each is used once."""
    return all(numbers) and len(set(numbers)) == len(numbers)


def _shown(numbers: list[str]) -> list[str]:
    return [number or "(tanpa nomor)" for number in numbers]


def unit_is_spelt_right(subject: Subject) -> Iterator[Finding]:
    """DEF-142: the word for the unit has a letter wrong, so that no computer finds it again."""
    right = subject.definition.jenis_unit
    for key in _TEXTS:
        for word in re.findall(r"\w+", getattr(subject.indikator, key)):
            if is_one_slip_away(word.lower(), right.lower()):
                text = getattr(subject.indikator, key)
                yield subject.finding("DEF-142", key, tertulis=text, kata=word, benar=right)


def words_are_standard(definition: Definition) -> Iterator[Finding]:
    """DEF-143: a spelling that is not the standard one, told once with its first place."""
    for written, (pattern, standard) in _STANDARD.items():
        for where, kode, text in _printed_texts(definition):
            if pattern.search(text):
                facts: dict[str, Fact] = {
                    "kunci": spoken(where),
                    "kata": written,
                    "baku": standard,
                }
                yield Finding("DEF-143", facts=facts, indicator=kode)
                break


def _printed_texts(definition: Definition) -> Iterator[tuple[Path, str, str]]:
    yield ("misi",), "", definition.misi
    yield ("tugas",), "", definition.tugas
    for n, text in enumerate(definition.fungsi):
        yield ("fungsi", n), "", text
    for s, sasaran in enumerate(definition.sasaran):
        yield ("sasaran", s, "nama"), "", sasaran.nama
    for one in subjects(definition):
        for key in _TEXTS:
            yield (*one.where, key), one.indikator.kode, getattr(one.indikator, key)


def misi_is_an_intention(definition: Definition) -> Iterator[Finding]:
    """DEF-144: a misi worded as a result reads like one more sasaran."""
    if re.match(r"(misi\s*\w*\s*:\s*)?(meningkatnya|terwujudnya)\b", definition.misi.lower()):
        yield Finding("DEF-144", facts={"kunci": "misi", "tertulis": definition.misi})


def source_can_be_found(subject: Subject) -> Iterator[Finding]:
    """DEF-130: the data source names no document that someone could ask for."""
    text = subject.indikator.sumber_data
    said = re.findall(r"[a-z]+", text.lower())
    if said and _GENERIC_SOURCE.issuperset(said):
        others = [
            one.kode
            for one in subject.definition.indikator
            if one.sumber_data == text and one.kode != subject.indikator.kode
        ]
        also = f" (juga dipakai {', '.join(others)})" if others else ""
        yield subject.finding(
            "DEF-130", "sumber_data", tertulis=text, juga=others, juga_dipakai=also
        )


def source_belongs_to_the_responsible(subject: Subject) -> Iterator[Finding]:
    """DEF-131: another section holds the data than the one that answers for the indicator."""
    answers, holds = (
        _offices(text)
        for text in (subject.indikator.penanggung_jawab, subject.indikator.sumber_data)
    )
    if answers and holds and not answers & holds:
        yield subject.finding(
            "DEF-131",
            "sumber_data",
            penanggung_jawab=subject.indikator.penanggung_jawab,
            tertulis=subject.indikator.sumber_data,
        )


def _offices(text: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _OFFICE.findall(text))
